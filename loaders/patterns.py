"""A pattern is compiled when first something is looked for by it: the loaders know a thousand, a small file needs few."""

import re
import sys
from collections.abc import Callable, Iterator
from typing import Any, Final, Protocol

# What is asked of a pattern, kept once it is compiled: looking again is as quick as with a pattern of the standard library.
_ASKED: Final = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "groups")


class PatternError(Exception):
    """A pattern that is none; the message names where it stands, or itself, and what is wrong."""


class Look(Protocol):
    """Looks for a pattern in a text, or in a part of it."""

    def __call__(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return where it was found first."""


class LookForAll(Protocol):
    """Looks for a pattern in a text, or in a part of it, again behind each place where it was found."""

    def __call__(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield where it was found."""


class Replace(Protocol):
    """Puts something else in the stead of a pattern, everywhere or `count` times."""

    def __call__(self, repl: str | Callable[[re.Match[str]], str], string: str, count: int = 0) -> str:
        """Return the text."""


class Pattern:
    """A regular expression that does what a compiled one does; `where` it stands, for whoever has to mend it.

    >>> Pattern("[0-9]+").findall("9/11回")
    ['9', '11']
    """

    search: Look
    match: Look
    fullmatch: Look
    finditer: LookForAll
    findall: Callable[[str], list[Any]]
    split: Callable[[str], list[Any]]
    sub: Replace
    groups: int

    def __init__(self, pattern: str, flags: int = 0, *, where: str = "") -> None:
        self.pattern, self.flags, self.where = pattern, flags, where

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern for the first question that is asked of it; raise PatternError where it cannot be compiled."""
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = self.compiled()
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        return getattr(compiled, name)

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern compiled; raise PatternError where it cannot be."""
        try:
            return re.compile(self.pattern, self.flags)
        except re.error as error:
            raise PatternError(f"{self.where or self.pattern}: {error}") from error
