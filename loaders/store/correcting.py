"""What a person is about to say is tried on the reading first: what it would change, and whether it fits; then it is kept.

The dashboard asks with words of the desk and is answered with plain values, with `trouble` where it failed. Only the row that a
word is about is read, in the server's own process: another one would take longer to start than all of it takes.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import desk.corrections
from desk.corrections import Act, ChangedMeanwhileError, PersonsWord, Saved
from desk.database import DeskError
from loaders.corrections.exchange import acts_of, exported
from loaders.corrections.form import Correction, Item, parse_corrections
from loaders.corrections.form_fields import place_code
from loaders.corrections.indicators import figures_text
from loaders.corrections.promises import promise_place
from loaders.corrections.saved import as_corrections, saved_words, unreadable_in
from loaders.editions.edition_reading import Gathered, read_gathered
from loaders.errors import InputError
from loaders.library.library import PlanFiles
from loaders.model import Reading
from loaders.parts import say_nothing
from loaders.pipeline import PlanReading
from loaders.store.building import gathered, is_mendable
from loaders.store.freshness import ensure_current, is_current
from loaders.store.inputs import Inputs, library_of, plan_mark

# A change of these takes back that the year's outcome, or what stands at their place, was confirmed.
OF_OUTCOME: Final = frozenset({Item.STATUS, Item.IS_CARRIED_OVER, Item.REASON})
OF_PLACE: Final = frozenset({Item.TARGET, Item.RESULT, Item.CELL_PLACE})
# Whether a year's target was reached, among the changes: it follows from the figures.
MET: Final = "is_met"
KEPT: Final = "何も保存していません。"
LOOK_AGAIN: Final = "ほかの人の訂正か新しい資料で変わりました。画面を読み直して、もう一度確かめてください。"


class Correcting:
    """What a page may ask about people's words on the store at a path."""

    def try_on(self, store: Path, words: Sequence[PersonsWord]) -> dict[str, Any]:
        """Return what words would change (`changes`: item, year, name, before, after) and which others then don't fit."""
        return _told(lambda: _tried(store, words))

    def save(self, store: Path, words: Sequence[PersonsWord], who: str, seen: int) -> dict[str, Any]:
        """Keep words and put them in; return their `revision`, or what others `changed` since `seen`."""

        def keep() -> dict[str, Any]:
            _tried(store, words)
            taken_back = _no_longer_confirmed(saved_words(_desk(store), words[0].plan_id), words)
            return self._then_load(store, desk.corrections.save(_desk(store), [*words, *taken_back], who, seen))

        return _told(keep)

    def undo(self, store: Path, revision: int, who: str) -> dict[str, Any]:
        """Take an act back; return the `revision` of doing so, or what others `changed` since."""
        return _told(lambda: self._then_load(store, desk.corrections.undo(_desk(store), revision, who)))

    def exported(self, store: Path, plan_id: int) -> str:
        """Return what holds of a plan as a CSV of corrections."""
        return exported(saved_words(_desk(store), plan_id))

    def bring_in(self, store: Path, plan_id: int, text: str, seen: int, by: str = "") -> dict[str, Any]:
        """Keep the lines of a CSV of corrections; return how many were new (`count`), or what others `changed`.

        Who and when are as the file says, which anybody may have written: `by`, who brings it in, is kept beside.
        """

        def keep() -> dict[str, Any]:
            lines = parse_corrections(text)
            tables = _tables(store, _plan(store, plan_id))
            names = {row.number: row.activity for row in tables.merged.document.initiatives}
            acts = acts_of(lines, plan_id, names, saved_words(_desk(store), plan_id))
            revisions = desk.corrections.save_acts(_desk(store), brought_in(acts, by), seen) if acts else []
            return self._then_load(store, max(revisions, default=seen)) | {"count": sum(len(act.words) for act in acts)}

        return _told(keep)

    def _then_load(self, store: Path, revision: int) -> dict[str, Any]:
        """Put in what was said where that is quick; else the frame sees that the store is not current, and has it loaded."""
        inputs = _inputs(store)
        if not is_current(store, inputs) and is_mendable(store, inputs):
            ensure_current(store, inputs)
        return {"revision": revision}


def brought_in(acts: Sequence[Act], by: str) -> list[Act]:
    """Return acts of a file as they are kept: who the file names, and who brings it in where that is known.

    >>> [act.who for act in brought_in([Act((), "係")], "花子（h@city.example.jp）")]
    ['係（読み込み：花子（h@city.example.jp））']
    """
    return [replace(act, who=f"{act.who}（読み込み：{by}）") for act in acts] if by else list(acts)


def _told(do: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    try:
        return do()
    except ChangedMeanwhileError as error:
        return {"changed": error.words}
    except (InputError, DeskError) as error:
        return {"trouble": str(error)}


def _inputs(store: Path) -> Inputs:
    library = library_of(store)
    return Inputs(library.document, library.corrections, library.folder)


def _desk(store: Path) -> Path:
    file = _inputs(store).desk
    assert file is not None, "a store with a library has a desk beside it"
    return file


def _tried(store: Path, words: Sequence[PersonsWord]) -> dict[str, Any]:
    """Return what words would change (`changes`) and what else then does not fit any more (`unfit`).

    Raise InputError where a word is none by the form, or does not fit the reading itself.
    """
    for word in words:
        if (wrong := unreadable_in(word, "？", date.today())) is not None:
            raise InputError(f"「{word.corrected[:40]}」は使えません。", todo=f"{wrong[1]}を書いてください。", kept=KEPT)
    plan_id, numbers = words[0].plan_id, {word.number for word in words}
    held = saved_words(_desk(store), plan_id)
    before = _read(store, plan_id, held, numbers)
    after = _read(store, plan_id, _with(held, [*words, *_no_longer_confirmed(held, words)]), numbers)
    mine, known = {_subject(word) for word in words}, {_subject(misfit.correction) for misfit in before.misfits}
    for misfit in after.misfits:
        if _subject(misfit.correction) in mine and misfit.correction.item is Item.INDICATOR:
            raise InputError(f"{misfit.found}。", todo="別の名前にするか、その指標を選んでください。", kept=KEPT)
        if _subject(misfit.correction) in mine:
            raise InputError(f"読み取りが「{misfit.found}」に変わっています。", todo=LOOK_AGAIN, kept=KEPT)
    return {
        "changes": list(_changes(before.readings, after.readings)),
        "unfit": [one.correction.where for one in after.misfits if _subject(one.correction) not in mine | known],
    }


def _read(store: Path, plan_id: int, words: Iterable[Saved], numbers: Collection[int]) -> PlanReading:
    plan = _plan(store, plan_id)
    return read_gathered(plan, _tables(store, plan), say_nothing, as_corrections(words), numbers).reading


def _tables(store: Path, plan: PlanFiles) -> Gathered:
    return gathered(plan, plan_mark(plan, _desk(store)))


def _plan(store: Path, plan_id: int) -> PlanFiles:
    found = next((plan for plan in _inputs(store).plans() if plan.plan_id == plan_id), None)
    if found is None:
        raise InputError("この計画は、もうありません。", todo="画面を読み直してください。", kept=KEPT)
    return found


def _with(held: Iterable[Saved], words: Sequence[PersonsWord]) -> list[Saved]:
    """Return what would hold if words were said now."""
    said = {word.subject for word in words}
    now = datetime.now(UTC)
    kept = [one for one in held if one.word.subject not in said]
    return kept + [Saved(word, 0, now, "？") for word in words if not word.is_withdrawn]


def _no_longer_confirmed(held: Iterable[Saved], words: Sequence[PersonsWord]) -> list[PersonsWord]:
    """Return what takes the confirmations back of what words now change."""
    changed = {(w.number, w.year, "" if w.item in OF_OUTCOME else w.place) for w in words if w.item in OF_OUTCOME | OF_PLACE}
    return [
        replace(one.word, is_withdrawn=True)
        for one in held
        if one.word.item == Item.CONFIRMED and (one.word.number, one.word.year, one.word.place) in changed
    ]


def _subject(one: PersonsWord | Correction) -> tuple[object, ...]:
    return one.number, one.year, str(one.item), one.place


def _changes(before: Sequence[Reading], after: Sequence[Reading]) -> Iterator[dict[str, Any]]:
    """Yield what is concluded otherwise, by the items of corrections: of an outcome, an indicator, its year, a cell."""
    for old, new in zip(before, after, strict=True):
        facts = _facts(old), _facts(new)
        for item, year, name in dict.fromkeys((*facts[0], *facts[1])):
            values = [fact.get((item, year, name), "") for fact in facts]
            if values[0] != values[1]:
                yield {"number": new.initiative.number, "item": item, "year": year, "name": name} | dict(
                    zip(("before", "after"), values, strict=True)
                )


def _facts(reading: Reading) -> dict[tuple[str, int | None, str], str]:
    """Return what is concluded about a row, as corrections write it."""
    found: dict[tuple[str, int | None, str], str] = {}
    for outcome in reading.outcomes:
        found[Item.STATUS, outcome.year, ""] = outcome.status
        found[Item.IS_CARRIED_OVER, outcome.year, ""] = "true" if outcome.is_carried_over else "false"
        found[Item.REASON, outcome.year, ""] = outcome.reason or ""
    for indicator in reading.indicators:
        name = indicator.read_name or indicator.name
        found[Item.UNIT, None, name] = indicator.unit or ""
        found[Item.DIRECTION, None, name] = indicator.direction
        found[Item.INDICATOR_NAME, None, name] = indicator.name
        for year in indicator.years:
            target, _, result = figures_text(year).partition("/")
            found[Item.TARGET, year.year, name], found[Item.RESULT, year.year, name] = target, result
            found[MET, year.year, name] = {None: "", True: "met", False: "missed"}[year.is_met]
    for judged in reading.promises:
        found[Item.PROMISE, None, promise_place(judged)] = judged.state
    for cell in reading.cells:
        found[Item.CELL_PLACE, None, place_code(cell.printed)] = place_code(cell.place)
    return found
