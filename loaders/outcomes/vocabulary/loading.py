"""Offices say with a small stock of phrases whether work was done and why it was not; the stock is data beside this module.

Every .toml file of this folder holds rows: a `phrase` says what became of planned work, a `cause` why it was left undone. A row
has an id, its place in the order of looking, what it means, a pattern, examples, and look-alikes that say something else.
`fragments.toml` names lists of like words ({action}, {body}) and turns of speech that patterns share. Patterns see a text after
width folding; line breaks in them are no part of them.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeVar

from loaders.model import Reason
from loaders.outcomes.predicates import Predicate
from loaders.prose.eras import ERA_LETTER_YEAR, ERA_YEAR, NEXT_YEAR, THIS_YEAR
from loaders.prose.undesired import DREADED_SUBJECT, UNWANTED_SUBJECT

FOLDER: Final = Path(__file__).parent
FRAGMENTS_FILE: Final = "fragments.toml"
# Fragments that other rooms own.
SHARED: Final[dict[str, str]] = {
    "next_year": NEXT_YEAR,
    "this_year": THIS_YEAR,
    "era_year": ERA_YEAR,
    "era_letter_year": ERA_LETTER_YEAR,
    "dreaded_subject": DREADED_SUBJECT,
    "unwanted_subject": UNWANTED_SUBJECT,
}
_NAME = re.compile(r"\{([a-z_]+)\}")


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
    pattern: re.Pattern[str]
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
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()
    since: int = 0
    until: int = 9999


Loaded = TypeVar("Loaded", Phrase, Cause)
Make = Callable[[dict[str, Any], re.Pattern[str]], Loaded]


class VocabularyError(Exception):
    """A row of the vocabulary that cannot be used; the message names the file, the row and what is wrong."""


def load_fragments(folder: Path) -> dict[str, str]:
    """Return the fragments of a folder by name, each expanded; raise VocabularyError for an unknown name or a ring of names."""
    written = dict(SHARED)
    for name, row in _parsed(folder / FRAGMENTS_FILE).items():
        if not row.get("means") or ("words" in row) is ("pattern" in row):
            raise VocabularyError(f"{FRAGMENTS_FILE}: [{name}] needs `means`, and either `words` or a `pattern`")
        written[name] = f"(?:{'|'.join(row['words'])})" if "words" in row else joined(row["pattern"])
    return {name: expand(pattern, written, f"{FRAGMENTS_FILE}: [{name}]") for name, pattern in written.items()}


def joined(pattern: str) -> str:
    """Return a pattern that is written over several lines as one.

    >>> joined("\\nab\\n|cd\\n")
    'ab|cd'
    """
    return "".join(pattern.splitlines())


def expand(pattern: str, fragments: Mapping[str, str], where: str, *, depth: int = 8) -> str:
    """Return a pattern with the fragments that it names put in.

    >>> expand("{action}中", {"action": "(?:実施|開催)"}, "here")
    '(?:実施|開催)中'
    """
    if not _NAME.search(pattern):
        return pattern
    if not depth:
        raise VocabularyError(f"{where}: fragments name each other in a ring")
    unknown = [name for name in _NAME.findall(pattern) if name not in fragments]
    if unknown:
        raise VocabularyError(f"{where}: no fragment is called {', '.join(unknown)}")
    return expand(_NAME.sub(lambda match: fragments[match[1]], pattern), fragments, where, depth=depth - 1)


def load_phrases(folder: Path) -> tuple[Phrase, ...]:
    """Return the phrases of a folder in the order in which they are looked for; raise VocabularyError."""
    return _load(folder, "phrase", _phrase)


def load_causes(folder: Path) -> tuple[Cause, ...]:
    """Return the causes of a folder in the order in which they are looked for; raise VocabularyError."""
    return _load(folder, "cause", _cause)


def _load(folder: Path, kind: str, make: Make[Loaded]) -> tuple[Loaded, ...]:
    fragments = load_fragments(folder)
    rows = [
        _row(row, f"{path.name}: {kind} {row.get('id', '?')}", fragments, make)
        for path in sorted(folder.glob("*.toml"))
        if path.name != FRAGMENTS_FILE
        for row in _parsed(path).get(kind, ())
    ]
    for name in ("id", "order"):
        counted = Counter(str(getattr(row, name)) for row in rows)
        twice = [value for value, times in counted.items() if times > 1]
        if twice:
            raise VocabularyError(f"{folder.name}: more than one {kind} has the {name} {', '.join(twice)}")
    return tuple(sorted(rows, key=lambda row: row.order))


def _row(row: dict[str, Any], where: str, fragments: Mapping[str, str], make: Make[Loaded]) -> Loaded:
    if not row.get("examples"):
        raise VocabularyError(f"{where}: at least one example is needed")
    try:
        return make(row, re.compile(expand(joined(row["pattern"]), fragments, where)))
    except (re.error, KeyError, TypeError, ValueError) as error:
        raise VocabularyError(f"{where}: {error}") from error


def _phrase(row: dict[str, Any], pattern: re.Pattern[str]) -> Phrase:
    texts = {"examples": tuple(row["examples"]), "others": tuple(row.get("others", ()))}
    return Phrase(**(row | texts | {"says": Predicate(row["says"]), "pattern": pattern}))


def _cause(row: dict[str, Any], pattern: re.Pattern[str]) -> Cause:
    texts = {"examples": tuple(row["examples"]), "others": tuple(row.get("others", ()))}
    return Cause(**(row | texts | {"reason": Reason(row["reason"]), "scope": Scope(row["scope"]), "pattern": pattern}))


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"{path.name}: {error}") from error


PHRASES: Final = load_phrases(FOLDER)
CAUSES: Final = load_causes(FOLDER)
