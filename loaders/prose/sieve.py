"""Of many patterns few can match a text: those whose characters it has. Only they are tried, and what is found stays the same.

What a pattern cannot do without is told by the pattern itself: each set of characters of which every match holds one at least.
A clause is held against the sets of all patterns at once, character by character: a pattern more costs next to nothing.
"""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Final

from loaders.patterns import Pattern

# The standard library's own reader of patterns: it has no public door, so what it does not say as expected asks for nothing.
_PARSER: Final = importlib.import_module("re._parser")
# Sets of characters that a pattern is told by: the most telling ones, as the third seldom rules out what two have left.
_SETS: Final = 3
# A set of more characters than this tells little: a text holds one of them anyway.
_MOST_CHARACTERS: Final = 60
# Any text is full of these.
_COMMON: Final = frozenset(chr(code) for code in range(ord("ぁ"), ord("ん") + 1))
_CATEGORIES: Final = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s"}

Characters = frozenset[str]


def needed_characters(pattern: Pattern) -> tuple[Characters, ...]:
    """Return sets of characters of each of which every match, or what stands around it, holds one; the most telling.

    >>> [sorted(characters) for characters in needed_characters(Pattern("(?:延期|中止)した?"))]
    [['中', '延'], ['期', '止'], ['し']]
    >>> needed_characters(Pattern("(?:延期)?"))
    ()
    """
    try:
        parsed = _PARSER.parse(pattern.pattern, pattern.flags)
        if parsed.state.flags & re.IGNORECASE:
            return ()
        found = {characters for characters in _needed(parsed) if len(characters) <= _MOST_CHARACTERS}
    except (AttributeError, TypeError, ValueError, re.error):
        return ()
    return tuple(sorted(found, key=_commonness))[:_SETS]


def _commonness(characters: Characters) -> tuple[int, int, list[str]]:
    return sum(character in _COMMON for character in characters), len(characters), sorted(characters)


def _needed(parsed: Iterable[tuple[Any, Any]]) -> Iterator[Characters]:
    """Yield the sets that a sequence of a parsed pattern asks for."""
    for code, argument in parsed:
        name = str(code)
        if name == "LITERAL":
            yield frozenset({chr(argument)})
        elif name == "IN":
            yield from _of_class(argument)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, _, repeated = argument
            yield from _needed(repeated) if least else ()
        elif name == "SUBPATTERN":
            _, flags, _, inner = argument
            yield from () if flags & re.IGNORECASE else _needed(inner)
        elif name == "ATOMIC_GROUP":
            yield from _needed(argument)
        elif name == "ASSERT":
            yield from _needed(argument[1])
        elif name == "BRANCH":
            yield from _of_branches([list(_needed(branch)) for branch in argument[1]])


def _of_class(items: Sequence[tuple[Any, Any]]) -> Iterator[Characters]:
    """Yield what [...] asks for, where it lists characters and a few of them."""
    characters: set[str] = set()
    for code, argument in items:
        name = str(code)
        if name not in ("LITERAL", "RANGE"):
            return
        low, high = (argument, argument) if name == "LITERAL" else argument
        if high - low >= _MOST_CHARACTERS:
            return
        characters |= set(map(chr, range(low, high + 1)))
    yield frozenset(characters)


def _of_branches(branches: Sequence[Sequence[Characters]]) -> Iterator[Characters]:
    """Yield what alternatives ask for together: a set of each of them, the most telling ones in one, then the next."""
    ranked = [sorted(branch, key=_commonness) for branch in branches]
    for at in range(min(map(len, ranked), default=0)):
        yield frozenset[str]().union(*(branch[at] for branch in ranked))


def first_characters(pattern: str) -> str:
    """Return the characters that a match of a pattern may begin with, as they stand in [...].

    Raise ValueError where the pattern does not say, or where it may match nothing at all.

    >>> first_characters(r"\\d+年|(?:令|平)?成(?:元|\\d)")
    '\\\\d令平成'
    """
    characters, may_be_empty = _first(_PARSER.parse(pattern))
    if may_be_empty:
        raise ValueError(f"nothing at all matches {pattern!r}")
    return "".join(dict.fromkeys(characters))


def _first(parsed: Iterable[tuple[Any, Any]]) -> tuple[list[str], bool]:
    """Return the parts of [...] that a sequence may begin with, and whether it may be passed over."""
    characters: list[str] = []
    for code, argument in parsed:
        name = str(code)
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            continue
        if name in ("LITERAL", "IN"):
            return characters + [_in_class(*item) for item in (argument if name == "IN" else [(code, argument)])], False
        if name == "BRANCH":
            ways = [_first(branch) for branch in argument[1]]
        elif name in ("SUBPATTERN", "MAX_REPEAT", "MIN_REPEAT"):
            inner, passed = _first(argument[-1])
            ways = [(inner, passed or (name != "SUBPATTERN" and argument[0] == 0))]
        else:
            raise ValueError(f"a pattern may begin with {name}")
        characters += [character for way, _ in ways for character in way]
        if not any(passed for _, passed in ways):
            return characters, False
    return characters, True


def _in_class(code: object, argument: Any) -> str:
    name = str(code)
    if name == "LITERAL":
        return re.escape(chr(argument))
    if name == "RANGE":
        low, high = argument
        return f"{re.escape(chr(low))}-{re.escape(chr(high))}"
    if name == "CATEGORY" and str(argument) in _CATEGORIES:
        return _CATEGORIES[str(argument)]
    raise ValueError(f"a pattern may begin with {code} {argument}")


class Sieve:
    """Tells which of some patterns, by their places, a text leaves room for."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = patterns

    @cached_property
    def _ranks(self) -> list[tuple[int, dict[str, int]]]:
        """By rank of their sets: the patterns that have none, and those that ask for a character; patterns are bits."""
        needed = [needed_characters(pattern) for pattern in self._patterns]
        ranks = []
        for rank in range(_SETS):
            asking: dict[str, int] = {}
            free = 0
            for at, sets in enumerate(needed):
                if rank >= len(sets):
                    free |= 1 << at
                for character in sets[rank] if rank < len(sets) else ():
                    asking[character] = asking.get(character, 0) | 1 << at
            ranks.append((free, asking))
        return ranks

    def possible(self, text: str) -> list[int]:
        """Return the places of the patterns that may be found in a text, in their order; the others are not in it."""
        characters = set(text)
        left = -1
        for free, asking in self._ranks:
            room = free
            for character in characters & asking.keys():
                room |= asking[character]
            left &= room
        places = []
        while left > 0:
            lowest = left & -left
            places.append(lowest.bit_length() - 1)
            left ^= lowest
        return places
