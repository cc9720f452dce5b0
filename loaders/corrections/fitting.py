"""A correction says what it expects to find; one that fits no more is never applied, instead of correcting twice or wrongly.

The document or the reading has changed then. A line of corrections.csv fails the load; what was said on the screen is handed
back as a misfit, to be settled there.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from loaders.corrections.form import Correction, Item, MisfitError
from loaders.corrections.form_fields import parse_place
from loaders.errors import CorrectionError
from loaders.model import Place

State = TypeVar("State")


@dataclass(frozen=True)
class Misfit:
    """A word that was said on the screen and does not hold any more: what the reading says instead."""

    correction: Correction
    found: str


def applied(
    state: State, corrections: Iterable[Correction], apply: Callable[[State, Correction], State], unfit: list[Misfit] | None
) -> State:
    """Return a state after corrections, each put in by `apply`, which raises MisfitError where one does not fit.

    A misfit of the screen is added to `unfit` and left out; one of the file, or of anybody where `unfit` is None, is raised.
    """
    for correction in corrections:
        try:
            state = apply(state, correction)
        except MisfitError as error:
            if unfit is None or correction.revision is None:
                raise
            unfit.append(Misfit(correction, error.found))
    return state


def check_fit(
    corrections: Sequence[Correction], names: Mapping[int, str], places: Collection[Place], unfit: list[Misfit] | None = None
) -> tuple[Correction, ...]:
    """Return the corrections that are about something which the document has; `names` are its initiatives by number.

    What was said on the screen follows its initiative by name where the numbers are others now. Raise CorrectionError where a
    line of the file is about an initiative, a year or a column that is not there; one of the screen is added to `unfit`.
    """
    years = {place.year for place in places}
    found: list[Correction] = []
    for one in corrections:
        correction = followed(one, names)
        what = _missing(correction, names, years, places)
        if what and (unfit is None or correction.revision is None):
            raise _stray(correction, what)
        if what and unfit is not None:
            unfit.append(Misfit(correction, f"{what}が資料にありません"))
        else:
            found.append(correction)
    return tuple(found)


def followed(correction: Correction, names: Mapping[int, str]) -> Correction:
    """Return a correction about the initiative that is called as it was when the correction was said."""
    if not correction.named or names.get(correction.number) == correction.named:
        return correction
    called_so = [number for number, name in names.items() if name == correction.named]
    return replace(correction, number=called_so[0]) if len(called_so) == 1 else correction


def _missing(correction: Correction, names: Mapping[int, str], years: Collection[int | None], places: Collection[Place]) -> str:
    """Return what a correction is about that the document does not have, '' where it has all."""
    if correction.number not in names:
        return "番号"
    if correction.year is not None and correction.year not in years:
        return f"年度「{correction.year}」"
    if correction.item is Item.CELL_PLACE:
        return next(
            (f"欄「{code}」" for code in (correction.place, correction.corrected) if parse_place(code) not in places), ""
        )
    return ""


def _stray(correction: Correction, what: str) -> CorrectionError:
    todo = "書き間違いでないか確かめてください。資料が替わったのなら行を除いてください。"
    return CorrectionError(f"訂正の{what}が資料にありません。", where=correction.where, todo=todo)
