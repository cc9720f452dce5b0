"""Offices say with a small stock of phrases whether work was done and why it was not; the stock is data beside this module.

Every .toml file of this folder holds rows: a `phrase` says what became of planned work, a `cause` why it was left undone. A row
has an id, its place in the order of looking, what it means, a pattern, examples, and look-alikes that say something else. A
`sign` is looked for by one module of the room, which bears its file's name: `loaders.prose.vocabulary` tells of it, and of the
fragments that patterns share.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeVar

from loaders.model import Reason
from loaders.outcomes.predicates import Predicate
from loaders.patterns import Pattern
from loaders.prose.vocabulary import FRAGMENTS_FILE, VocabularyError, load_fragments, parsed, pattern_of, texts_of

FOLDER: Final = Path(__file__).parent


class Scope(StrEnum):
    """Where a cause is looked for (`scope` of a row)."""

    EVENT = "event"  # from outside: before all others, and in whatever words
    CAUSE = "cause"
    BEFORE_FAILURE = "before_failure"  # a cause where it leads to a failure, none where it is said of the failure itself
    TOPIC = "topic"  # what a clause that leads to a failure is about


@dataclass(frozen=True)
class Phrase:
    """What a clause says of planned work, by which words, and clauses that do and that do not."""

    id: str
    order: int
    says: Predicate
    means: str
    pattern: Pattern
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cause:
    """A kind of cause: its reason, where it is looked for, sentences that give it, the first and last year when it can."""

    id: str
    order: int
    reason: Reason
    scope: Scope
    means: str
    pattern: Pattern
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()
    since: int = 0
    until: int = 9999


Loaded = TypeVar("Loaded", Phrase, Cause)
Make = Callable[[dict[str, Any], Pattern], Loaded]


def load_phrases(folder: Path) -> tuple[Phrase, ...]:
    """Return the phrases of a folder in the order in which they are looked for; raise VocabularyError."""
    return _load(folder, "phrase", _phrase)


def load_causes(folder: Path) -> tuple[Cause, ...]:
    """Return the causes of a folder in the order in which they are looked for; raise VocabularyError."""
    return _load(folder, "cause", _cause)


def _load(folder: Path, kind: str, make: Make[Loaded]) -> tuple[Loaded, ...]:
    paths = [path for path in sorted(folder.glob("*.toml")) if path.name != FRAGMENTS_FILE]
    rows = [row for path in paths for row in _rows(path, kind, make)]
    for name in ("id", "order"):
        counted = Counter(str(getattr(row, name)) for row in rows)
        twice = [value for value, times in counted.items() if times > 1]
        if twice:
            raise VocabularyError(f"{folder.name}: more than one {kind} has the {name} {', '.join(twice)}")
    return tuple(sorted(rows, key=lambda row: row.order))


def _rows(path: Path, kind: str, make: Make[Loaded]) -> Iterator[Loaded]:
    written = parsed(path).get(kind, ())
    fragments = load_fragments(path) if written else {}
    return (_row(row, f"{path.name}: {kind} {row.get('id', '?')}", fragments, make) for row in written)


def _row(row: dict[str, Any], where: str, fragments: Mapping[str, str], make: Make[Loaded]) -> Loaded:
    pattern = pattern_of(row, where, fragments)
    try:
        return make(row | texts_of(row), pattern)
    except (KeyError, TypeError, ValueError) as error:
        raise VocabularyError(f"{where}: {error}") from error


def _phrase(row: dict[str, Any], pattern: Pattern) -> Phrase:
    return Phrase(**(row | {"says": Predicate(row["says"]), "pattern": pattern}))


def _cause(row: dict[str, Any], pattern: Pattern) -> Cause:
    return Cause(**(row | {"reason": Reason(row["reason"]), "scope": Scope(row["scope"]), "pattern": pattern}))


PHRASES: Final = load_phrases(FOLDER)
CAUSES: Final = load_causes(FOLDER)
