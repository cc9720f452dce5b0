"""Which parts a pattern has, so that a test can ask what it would miss without one of them."""

import re
from collections.abc import Iterator

_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\{[a-z_]+\}|\((?:\?(?:[:=!]|<[=!]|P<[a-z_0-9]+>|P=[a-z_0-9]+))?|.", re.DOTALL)


def shortened(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield every alternative of a pattern, and the pattern without it; fragments are whole, what must not match stays.

    >>> list(shortened("a(?:b|{c})d"))
    [('b', 'a(?:{c})d'), ('{c}', 'a(?:b)d')]
    """
    for start, end in _alternatives(pattern):
        before, after = pattern[:start], pattern[end:]
        kept = before.removesuffix("|") + after if before.endswith("|") else before + after.removeprefix("|")
        yield pattern[start:end], kept


def _alternatives(pattern: str) -> Iterator[tuple[int, int]]:
    """Yield where each alternative of a choice stands, of nested choices too, but not of what must not match."""
    open_groups: list[tuple[bool, list[int]]] = [(False, [0])]
    for match in _PIECE.finditer(pattern):
        piece = match[0]
        if piece.startswith("("):
            denies = open_groups[-1][0] or piece in ("(?!", "(?<!", "(?<=")
            open_groups.append((denies, [match.end()]))
        elif piece == "|":
            open_groups[-1][1].append(match.end())
        elif piece == ")":
            yield from _choices(*open_groups.pop(), match.start())
    yield from _choices(*open_groups.pop(), len(pattern))


def _choices(denies: bool, starts: list[int], end: int) -> Iterator[tuple[int, int]]:
    if len(starts) > 1 and not denies:
        yield from zip(starts, [*(start - 1 for start in starts[1:]), end], strict=True)
