"""What became of a year is put right by hand (status, carry-over, reason) or confirmed; what a new status contradicts goes."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from loaders.corrections.fitting import Misfit, applied
from loaders.corrections.form import CORRECTED, Correction, Item
from loaders.model import Outcome, Reason, Status


def outcome_text(outcome: Outcome) -> str:
    """Return what became of a year as it is confirmed.

    >>> outcome_text(Outcome(2019, Status.UNMET, True, Reason.COVID, "", "", 0.8))
    'unmet/true/covid'
    """
    return f"{outcome.status}/{'true' if outcome.is_carried_over else 'false'}/{outcome.reason or ''}"


def correct_outcomes(
    outcomes: Sequence[Outcome], corrections: Sequence[Correction], unfit: list[Misfit] | None = None
) -> tuple[Outcome, ...]:
    """Return a row's outcomes with corrected status, is_carried_over and reason, marked as corrected or confirmed.

    A corrected status takes what no longer goes with it away, unless a line of its own says that it stays.
    """
    lines = [c for c in corrections if c.item in (Item.STATUS, Item.IS_CARRIED_OVER, Item.REASON)]
    missed: list[Misfit] | None = None if unfit is None else []
    corrected = applied(tuple(outcomes), lines, _correct_one, missed)
    # Last, so that each line expects what the loaders conclude, in whatever order the lines stand.
    stray = {id(misfit.correction) for misfit in missed or ()}
    said = {(line.year, line.item) for line in lines if id(line) not in stray}
    agreeing = tuple(_agreeing(outcome, {item for year, item in said if year == outcome.year}) for outcome in corrected)
    if unfit is not None:
        unfit.extend(missed or ())
    confirmed = (c for c in corrections if c.item is Item.CONFIRMED and c.year is not None and not c.place)
    return applied(agreeing, confirmed, _correct_one, unfit)


def _correct_one(outcomes: tuple[Outcome, ...], correction: Correction) -> tuple[Outcome, ...]:
    old = next((outcome for outcome in outcomes if outcome.year == correction.year), None)
    if old is None:
        raise correction.misfit("その年度の評価はありません")
    found = {
        Item.STATUS: old.status.value,
        Item.IS_CARRIED_OVER: "true" if old.is_carried_over else "false",
        Item.REASON: old.reason.value if old.reason else "",
        Item.CONFIRMED: outcome_text(old),
    }[correction.item]
    if found != correction.expected:
        raise correction.misfit(found)
    return tuple(_correct_outcome(old, correction) if outcome is old else outcome for outcome in outcomes)


def _correct_outcome(old: Outcome, correction: Correction) -> Outcome:
    value = correction.corrected
    if correction.item is Item.CONFIRMED:
        return replace(old, confidence=1.0, is_confirmed=True)
    if correction.item is Item.STATUS:
        return replace(old, status=Status(value), rule=CORRECTED, confidence=1.0, is_corrected=True)
    if correction.item is Item.IS_CARRIED_OVER:
        is_carried = value == "true"
        return replace(old, is_carried_over=is_carried, carried_rule=CORRECTED if is_carried else "", is_corrected=True)
    return replace(old, reason=Reason(value) if value else None, reason_quote="", is_corrected=True)


def _agreeing(outcome: Outcome, said: Collection[Item]) -> Outcome:
    """Return an outcome without what its corrected status contradicts and no line of its own has `said`.

    What was not missed is not carried over, and only what was missed, carried over or closed has a reason.
    """
    if Item.STATUS not in said:
        return outcome
    if outcome.status is not Status.UNMET and Item.IS_CARRIED_OVER not in said:
        outcome = replace(outcome, is_carried_over=False, carried_rule="")
    has_reason = outcome.status in (Status.UNMET, Status.CLOSED) or outcome.is_carried_over
    return outcome if has_reason or Item.REASON in said else replace(outcome, reason=None, reason_quote="")
