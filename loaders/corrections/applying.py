"""People have the last word: a line of corrections.csv puts one reading right, and says what it expects to find there.

A line that no longer fits (the document or the reading has changed) fails the load, instead of correcting twice or wrongly.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from loaders.corrections.form import Correction, Item, number_in, parse_place, place_code
from loaders.errors import CorrectionError
from loaders.model import Cell, Comparator, Direction, Indicator, IndicatorYear, Outcome, Place, Reason, Status
from loaders.numbers.equality import same_value
from loaders.numbers.written import plain
from loaders.series.attainment import attainment, is_met

RULE = "correction"


def correct_cells(cells: Sequence[Cell], corrections: Sequence[Correction]) -> tuple[Cell, ...]:
    """Return a row's cells with the corrections of `cell_place` applied; a corrected cell is one piece."""
    for correction in (c for c in corrections if c.item is Item.CELL_PLACE):
        printed, place = parse_place(correction.place), parse_place(correction.corrected)
        pieces = [cell for cell in cells if cell.printed == printed]
        found = "+".join(place_code(cell.place) for cell in pieces)
        assert place is not None, "the line was read, so it names a place"
        if not pieces or found != "+".join(map(_canonical, correction.expected.split("+"))):
            raise correction.misfit(found or "そのような欄はありません")
        text = "".join(cell.text for cell in pieces)
        whole = Cell(pieces[0].printed, place, text, 0, len(text), 1.0, RULE)
        cells = [whole if cell is pieces[0] else cell for cell in cells if cell is pieces[0] or cell not in pieces]
    return tuple(cells)


def _canonical(code: str) -> str:
    place = parse_place(code.strip())
    return code if place is None else place_code(place)


def correct_indicators(indicators: Sequence[Indicator], corrections: Sequence[Correction]) -> tuple[Indicator, ...]:
    """Return a row's indicators with corrected targets and results; attainment and is_met follow them."""
    corrected = list(indicators)
    for correction in (c for c in corrections if c.item in (Item.TARGET, Item.RESULT)):
        at = [i for i, indicator in enumerate(corrected) if indicator.name == correction.place]
        if len(at) != 1:
            names = "」「".join(indicator.name for indicator in corrected)
            raise correction.misfit(f"指標「{correction.place}」はありません（ある指標: 「{names}」）")
        corrected[at[0]] = _correct_value(corrected[at[0]], correction)
    return tuple(corrected)


def _correct_value(indicator: Indicator, correction: Correction) -> Indicator:
    if correction.year is None:
        raise correction.misfit("年度がありません")
    years = {year.year: year for year in indicator.years}
    old = years.get(correction.year, IndicatorYear(correction.year, None, None, None, None))
    found = old.target if correction.item is Item.TARGET else old.result
    if not _is_same(found, number_in(correction.expected)):
        raise correction.misfit("" if found is None else plain(found))
    value = number_in(correction.corrected)
    if correction.item is Item.TARGET:
        # A person has settled what the target is, so that what plan and evaluation stated otherwise contradicts nothing.
        new = replace(old, target=value, target_quantity=None, first_target=None, first_target_quantity=None, is_corrected=True)
    else:
        new = replace(old, result=value, result_quantity=None, is_corrected=True)
    years[correction.year] = _judged(new, indicator.direction)
    kept = (years[y] for y in sorted(years) if years[y].target is not None or years[y].result is not None)
    return replace(indicator, years=tuple(kept))


def _is_same(found: float | None, expected: float | None) -> bool:
    if found is None or expected is None:
        return found is expected
    return same_value(found, expected)


def _judged(year: IndicatorYear, direction: Direction) -> IndicatorYear:
    return replace(
        year,
        attainment=attainment(year.target, year.result, direction),
        is_met=is_met(year.target, year.result, direction, Comparator.EQUAL),
    )


def correct_outcomes(outcomes: Sequence[Outcome], corrections: Sequence[Correction]) -> tuple[Outcome, ...]:
    """Return a row's outcomes with corrected status, is_carried_over and reason, marked as corrected.

    A corrected status takes what no longer goes with it away, unless a line of its own says that it stays.
    """
    by_year = {outcome.year: outcome for outcome in outcomes}
    for correction in (c for c in corrections if c.item in (Item.STATUS, Item.IS_CARRIED_OVER, Item.REASON)):
        old = by_year.get(correction.year) if correction.year is not None else None
        if old is None:
            raise correction.misfit("その年度の評価はありません")
        found = {
            Item.STATUS: old.status.value,
            Item.IS_CARRIED_OVER: "true" if old.is_carried_over else "false",
            Item.REASON: old.reason.value if old.reason else "",
        }[correction.item]
        if found != correction.expected:
            raise correction.misfit(found)
        by_year[old.year] = _correct_outcome(old, correction)
    # Last, so that each line expects what the loaders conclude, in whatever order the lines stand.
    said = {(correction.year, correction.item) for correction in corrections}
    return tuple(_agreeing(outcome, {item for year, item in said if year == outcome.year}) for outcome in by_year.values())


def _correct_outcome(old: Outcome, correction: Correction) -> Outcome:
    value = correction.corrected
    if correction.item is Item.STATUS:
        return replace(old, status=Status(value), rule=RULE, confidence=1.0, is_corrected=True)
    if correction.item is Item.IS_CARRIED_OVER:
        is_carried = value == "true"
        return replace(old, is_carried_over=is_carried, carried_rule=RULE if is_carried else "", is_corrected=True)
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


def check_fit(corrections: Sequence[Correction], numbers: Collection[int], places: Collection[Place]) -> None:
    """Raise CorrectionError where a correction is about an initiative, a year or a column that the document does not have."""
    years = {place.year for place in places}
    for correction in corrections:
        if correction.number not in numbers:
            raise _stray(correction, "番号")
        if correction.year is not None and correction.year not in years:
            raise _stray(correction, f"年度「{correction.year}」")
        if correction.item is Item.CELL_PLACE:
            for code in (correction.place, correction.corrected):
                if parse_place(code) not in places:
                    raise _stray(correction, f"欄「{code}」")


def _stray(correction: Correction, what: str) -> CorrectionError:
    todo = "書き間違いでないか確かめてください。資料が替わったのなら行を除いてください。"
    return CorrectionError(f"訂正の{what}が資料にありません。", where=correction.where, todo=todo)
