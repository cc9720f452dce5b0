"""How tests ask the vocabulary: which phrase reads a clause, with or without one of the rows; which parts a pattern has."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from loaders.outcomes.phrases import plain, says
from loaders.outcomes.vocabulary.loading import Phrase, joined
from loaders.prose.clauses import split

_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\{[a-z_]+\}|\((?:\?(?:[:=!]|<[=!]))?|.", re.DOTALL)


def main_clause(text: str) -> str:
    """Return the clause that decides a sentence, without what ties it to another."""
    clause = split(text)[-1].clauses[-1]
    return text[clause.start : clause.body_end]


def read_with(phrases: Sequence[Phrase], example: str) -> Phrase | None:
    """Return which of the phrases reads the main clause of an example."""
    body = plain(main_clause(example))
    return next((phrase for phrase in phrases if says(phrase, body)), None)


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


def written(folder: Path) -> dict[str, str]:
    """Return the patterns of a folder's rows as they are written, by id."""
    rows = [
        row
        for path in folder.glob("*.toml")
        for kind in ("phrase", "cause")
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get(kind, [])
    ]
    return {row["id"]: joined(row["pattern"]) for row in rows if isinstance(row, dict)}
