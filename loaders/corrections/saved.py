"""What people said on the screen is put in by the same form as a line of the file; the file's lines come first."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import desk.corrections
from desk.corrections import PersonsWord, Saved
from desk.database import DeskError
from loaders.corrections.form import Correction, Item
from loaders.corrections.form_fields import unreadable
from loaders.errors import InputError


def saved_words(file: Path | None, plan_id: int) -> tuple[Saved, ...]:
    """Return what holds of a plan; raise InputError where the desk can't be read: a load without it would undo everything."""
    if file is None:
        return ()
    try:
        return desk.corrections.in_force(file, plan_id)
    except DeskError as error:
        raise InputError(error.what, where=str(error.path), todo=error.todo) from error


def saved_corrections(file: Path | None, plan_id: int) -> tuple[Correction, ...]:
    """Return what was said of a plan on the screen and holds, as corrections; a word that is none by the form is left out."""
    return as_corrections(saved_words(file, plan_id))


def saved_mark(file: Path | None, plan_id: int) -> str:
    """Return a checksum over what holds of a plan, '' where nothing was ever said."""
    words = saved_words(file, plan_id)
    return hashlib.sha256(repr([(one.revision, one.who, one.word) for one in words]).encode()).hexdigest() if words else ""


def as_corrections(words: Iterable[Saved]) -> tuple[Correction, ...]:
    """Return words as corrections; one that is none by the form is left out."""
    return tuple(_corrections(words))


def unreadable_in(word: PersonsWord, who: str, day: date) -> tuple[str, str] | None:
    """Return what of a word can't be read and what it must look like, as `unreadable` does."""
    said = {name: str(getattr(word, name)) for name in ("number", "item", "place", "expected", "corrected", "why")}
    return unreadable(
        {**said, "year": "" if word.year is None else str(word.year), "who": who, "corrected_on": day.isoformat()}
    )


def _corrections(words: Iterable[Saved]) -> Iterator[Correction]:
    for one in words:
        word, day = one.word, one.made_at.astimezone().date()
        if unreadable_in(word, one.who, day) is None:
            yield Correction(
                line=0,
                number=word.number,
                year=word.year,
                item=Item(word.item),
                place=word.place,
                expected=word.expected,
                corrected=word.corrected,
                why=word.why,
                who=one.who,
                corrected_on=day,
                file_name=desk.database.FILE_NAME,
                revision=one.revision,
                named=word.named,
            )
