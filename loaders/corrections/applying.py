"""People have the last word: a correction puts one reading right: a cell, a figure, a judgement, or settles a finding."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from loaders.corrections.fitting import Misfit, applied
from loaders.corrections.form import Correction, Item, number_in, parse_place, place_code
from loaders.model import Cell, Comparator, Direction, Finding, Indicator, IndicatorYear, Outcome, Reason, Status
from loaders.numbers.equality import same_value
from loaders.numbers.written import plain
from loaders.series.attainment import attainment, direction_of, is_met

RULE = "correction"


def correct_cells(
    cells: Sequence[Cell], corrections: Sequence[Correction], unfit: list[Misfit] | None = None
) -> tuple[Cell, ...]:
    """Return a row's cells with the corrections of `cell_place` applied; a corrected cell is one piece."""
    placed = applied(tuple(cells), (c for c in corrections if c.item is Item.CELL_PLACE), _correct_cell, unfit)
    confirmed = (c for c in corrections if c.item is Item.CONFIRMED and c.year is None)
    return applied(placed, confirmed, _confirm_cell, unfit)


def _correct_cell(cells: tuple[Cell, ...], correction: Correction) -> tuple[Cell, ...]:
    pieces = _expected_pieces(cells, correction)
    place = parse_place(correction.corrected)
    assert place is not None, "the line was read, so it names a place"
    text = "".join(cell.text for cell in pieces)
    whole = Cell(pieces[0].printed, place, text, 0, len(text), 1.0, RULE)
    return tuple(whole if cell is pieces[0] else cell for cell in cells if cell is pieces[0] or cell not in pieces)


def _confirm_cell(cells: tuple[Cell, ...], correction: Correction) -> tuple[Cell, ...]:
    pieces = _expected_pieces(cells, correction)
    return tuple(replace(cell, confidence=1.0, is_confirmed=True) if cell in pieces else cell for cell in cells)


def _expected_pieces(cells: Sequence[Cell], correction: Correction) -> list[Cell]:
    """Return the pieces of the printed cell that a correction names; raise MisfitError where they stand elsewhere."""
    printed = parse_place(correction.place)
    pieces = [cell for cell in cells if cell.printed == printed]
    found = "+".join(place_code(cell.place) for cell in pieces)
    if not pieces or found != "+".join(map(_canonical, correction.expected.split("+"))):
        raise correction.misfit(found or "そのような欄はありません")
    return pieces


def _canonical(code: str) -> str:
    place = parse_place(code.strip())
    return code if place is None else place_code(place)


def correct_indicators(
    indicators: Sequence[Indicator], corrections: Sequence[Correction], unfit: list[Misfit] | None = None
) -> tuple[Indicator, ...]:
    """Return a row's indicators with corrected values, units, directions and names; attainment and is_met follow them.

    Each correction names its indicator as it was read, so names come last; what was confirmed is what then stands there. An
    indicator that a person adds comes first, so that figures can be given to it; without any it is none.
    """
    corrected = applied(tuple(indicators), (c for c in corrections if c.item is Item.INDICATOR), _add_indicator, unfit)
    for items in ((Item.TARGET, Item.RESULT), (Item.UNIT, Item.DIRECTION)):
        corrected = applied(corrected, (c for c in corrections if c.item in items), _correct_indicator, unfit)
    confirmed = (c for c in corrections if c.item is Item.CONFIRMED and c.year is not None and c.place)
    corrected = applied(corrected, confirmed, _correct_indicator, unfit)
    corrected = applied(corrected, (c for c in corrections if c.item is Item.INDICATOR_NAME), _correct_indicator, unfit)
    return tuple(one for at, one in enumerate(corrected) if one.years or at < len(indicators))


def _add_indicator(indicators: tuple[Indicator, ...], correction: Correction) -> tuple[Indicator, ...]:
    name = correction.place
    if any(name in (indicator.name, indicator.read_name) for indicator in indicators):
        raise correction.misfit(f"指標「{name}」は、すでにあります")
    return (*indicators, Indicator(name, correction.corrected or None, None, None, direction_of(name), False, ()))


def _correct_indicator(indicators: tuple[Indicator, ...], correction: Correction) -> tuple[Indicator, ...]:
    at = [i for i, indicator in enumerate(indicators) if (indicator.read_name or indicator.name) == correction.place]
    if len(at) != 1:
        names = "」「".join(indicator.name for indicator in indicators)
        raise correction.misfit(f"指標「{correction.place}」はありません（ある指標: 「{names}」）")
    corrected = _CORRECT[correction.item](indicators[at[0]], correction)
    return tuple(corrected if i == at[0] else indicator for i, indicator in enumerate(indicators))


def _correct_unit(indicator: Indicator, correction: Correction) -> Indicator:
    if (indicator.unit or "") != correction.expected:
        raise correction.misfit(indicator.unit or "")
    return replace(indicator, unit=correction.corrected or None)


def _correct_direction(indicator: Indicator, correction: Correction) -> Indicator:
    if indicator.direction != correction.expected:
        raise correction.misfit(indicator.direction)
    turned = replace(indicator, direction=Direction(correction.corrected))
    return replace(turned, years=tuple(_judged(year, turned.direction) for year in turned.years))


def _correct_name(indicator: Indicator, correction: Correction) -> Indicator:
    if indicator.name != correction.expected:
        raise correction.misfit(indicator.name)
    return replace(indicator, name=correction.corrected, read_name=indicator.read_name or indicator.name)


def _confirm_figures(indicator: Indicator, correction: Correction) -> Indicator:
    year = next((year for year in indicator.years if year.year == correction.year), None)
    if year is None or figures_text(year) != correction.expected:
        raise correction.misfit("その年度の数値はありません" if year is None else figures_text(year))
    confirmed = replace(year, is_confirmed=True)
    return replace(indicator, years=tuple(confirmed if one is year else one for one in indicator.years))


def figures_text(year: IndicatorYear) -> str:
    """Return a year's target and result as they are confirmed.

    >>> figures_text(IndicatorYear(2019, 10000, None, None, None))
    '10000/'
    """
    return "/".join("" if value is None else plain(value) for value in (year.target, year.result))


def outcome_text(outcome: Outcome) -> str:
    """Return what became of a year as it is confirmed.

    >>> outcome_text(Outcome(2019, Status.UNMET, True, Reason.COVID, "", "", 0.8))
    'unmet/true/covid'
    """
    return f"{outcome.status}/{'true' if outcome.is_carried_over else 'false'}/{outcome.reason or ''}"


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


_CORRECT: Mapping[Item, Callable[[Indicator, Correction], Indicator]] = {
    Item.TARGET: _correct_value,
    Item.RESULT: _correct_value,
    Item.UNIT: _correct_unit,
    Item.DIRECTION: _correct_direction,
    Item.INDICATOR_NAME: _correct_name,
    Item.CONFIRMED: _confirm_figures,
}


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


def settle_findings(
    findings: Sequence[Finding], corrections: Sequence[Correction], unfit: list[Misfit] | None = None
) -> tuple[Finding, ...]:
    """Return findings with those marked as settled that a person has looked at: all of a kind that a row and year has."""
    return applied(tuple(findings), (c for c in corrections if c.item is Item.FINDING), _settle, unfit)


def _settle(findings: tuple[Finding, ...], correction: Correction) -> tuple[Finding, ...]:
    def is_meant(finding: Finding) -> bool:
        return (finding.number, finding.year, finding.kind) == (correction.number, correction.year, correction.place)

    found = quotes_text(finding.quote for finding in findings if is_meant(finding))
    if not any(map(is_meant, findings)) or found != correction.expected:
        raise correction.misfit(found or "その気づきは今はありません")
    return tuple(replace(finding, is_settled=True) if is_meant(finding) else finding for finding in findings)


def quotes_text(quotes: Iterable[str]) -> str:
    """Return the words that findings of a kind are about, as they are confirmed.

    >>> quotes_text(["2回", "1回 ", "2回"])
    '1回 … 2回'
    """
    return " … ".join(sorted({" ".join(quote.split()) for quote in quotes}))
