"""Words of office prose are data beside the code that asks for them: a row of a TOML file, with what shows that it works.

A `sign` is a turn of speech that a rule looks for: an id, what it means, a pattern, examples in which it is found, and
look-alikes in which it is not. Patterns name lists of like words ({body}) and turns of speech that they share: those of the
file itself (`[fragments.NAME]`), and those of the room's vocabulary, which stand in `fragments.toml` beside it. Patterns see a
text after width folding; line breaks in them are no part of them.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS
from loaders.prose.eras import (
    ANY_ERA_YEAR,
    ERA,
    ERA_COUNT,
    ERA_LETTER_YEAR,
    ERA_NAME,
    ERA_YEAR,
    NEXT_YEAR,
    OWN_YEAR,
    PREVIOUS_YEAR,
    THIS_YEAR,
    WESTERN_YEAR,
)
from loaders.prose.undesired import DREADED_SUBJECT, UNWANTED_SUBJECT

FRAGMENTS_FILE: Final = "fragments.toml"
# Fragments that are spelled in code, as code makes them.
SPELLED: Final[dict[str, str]] = {
    "arrows": ARROWS,
    "next_year": NEXT_YEAR,
    "this_year": THIS_YEAR,
    "own_year": OWN_YEAR,
    "previous_year": PREVIOUS_YEAR,
    "era": ERA,
    "era_name": ERA_NAME,
    "era_count": ERA_COUNT,
    "era_year": ERA_YEAR,
    "any_era_year": ANY_ERA_YEAR,
    "era_letter_year": ERA_LETTER_YEAR,
    "western_year": WESTERN_YEAR,
    "dreaded_subject": DREADED_SUBJECT,
    "unwanted_subject": UNWANTED_SUBJECT,
}
_NAME = Pattern(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Sign:
    """A turn of speech that a rule looks for, texts in which it is found, and look-alikes in which it is not."""

    id: str
    means: str
    pattern: Pattern
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()


Signs = TypeVar("Signs")


class VocabularyError(Exception):
    """A row of a vocabulary that cannot be used; the message names the file, the row and what is wrong."""


def words_of(module: str, name: str = "") -> Path:
    """Return the file of a module's words, or of some of them by name: module.toml in the folder vocabulary beside it."""
    path = Path(module)
    return path.parent / "vocabulary" / f"{name or path.stem}.toml"


def load_signs(signs: Callable[..., Signs], path: Path) -> Signs:
    """Return the patterns of a file, each as the field of `signs`, a dataclass, that bears its id.

    Raise VocabularyError where a row cannot be used, where a field has no row and where a row has no field.
    """
    rows = {row.id: row.pattern for row in load_rows(path)}
    wanted = {field.name for field in fields(cast("Any", signs))}
    if missing := sorted(wanted - {*rows}):
        raise VocabularyError(f"{path.name}: there is no sign {', '.join(missing)}")
    if unknown := sorted({*rows} - wanted):
        raise VocabularyError(f"{path.name}: nothing looks for the sign {', '.join(unknown)}")
    return signs(**rows)


def load_rows(path: Path) -> tuple[Sign, ...]:
    """Return the signs of a file in its order; raise VocabularyError where one cannot be used."""
    fragments = load_fragments(path)
    rows = tuple(_sign(row, f"{path.name}: sign {row.get('id', '?')}", fragments) for row in parsed(path).get("sign", ()))
    if twice := [name for name, times in Counter(row.id for row in rows).items() if times > 1]:
        raise VocabularyError(f"{path.name}: more than one sign has the id {', '.join(twice)}")
    return rows


def any_of(rows: tuple[Sign, ...], *, behind: str = "") -> Pattern:
    """Return one pattern for whichever sign comes first, `behind` it what must follow."""
    return Pattern(f"(?:{'|'.join(row.pattern.pattern for row in rows)}){behind}")


def _sign(row: dict[str, Any], where: str, fragments: Mapping[str, str]) -> Sign:
    pattern, texts = pattern_of(row, where, fragments), texts_of(row)
    try:
        return Sign(**(row | texts | {"pattern": pattern}))
    except TypeError as error:
        raise VocabularyError(f"{where}: {error}") from error


def pattern_of(row: Mapping[str, Any], where: str, fragments: Mapping[str, str]) -> Pattern:
    """Return a row's pattern with its fragments put in; raise VocabularyError where it has no pattern, or no example."""
    if not row.get("examples"):
        raise VocabularyError(f"{where}: at least one example is needed")
    try:
        return Pattern(expand(joined(row["pattern"]), fragments, where), where=where)
    except KeyError as error:
        raise VocabularyError(f"{where}: {error}") from error


def texts_of(row: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return a row's examples and look-alikes."""
    return {"examples": tuple(row["examples"]), "others": tuple(row.get("others", ()))}


def load_fragments(path: Path) -> dict[str, str]:
    """Return the fragments that a file may name, each expanded: its own and those of its folder; raise VocabularyError."""
    written = dict(SPELLED)
    for name, pattern in (*_shared(path.with_name(FRAGMENTS_FILE)), *_written(path, parsed(path).get("fragments", {}))):
        if name in written:
            raise VocabularyError(f"{path.name}: more than one fragment is called {name}")
        written[name] = pattern
    return {name: expand(pattern, written, f"{path.name}: [{name}]") for name, pattern in written.items()}


def _shared(path: Path) -> tuple[tuple[str, str], ...]:
    return _written(path, parsed(path)) if path.exists() else ()


def _written(path: Path, rows: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((name, _fragment(row, f"{path.name}: [{name}]")) for name, row in rows.items())


def _fragment(row: Mapping[str, Any], where: str) -> str:
    if not row.get("means") or ("words" in row) is ("pattern" in row):
        raise VocabularyError(f"{where} needs `means`, and either `words` or a `pattern`")
    return f"(?:{'|'.join(row['words'])})" if "words" in row else joined(row["pattern"])


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


@lru_cache(maxsize=64)
def parsed(path: Path) -> Mapping[str, Any]:
    """Return what a TOML file holds, which several kinds of rows ask for; raise VocabularyError where it is none."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"{path.name}: {error}") from error
