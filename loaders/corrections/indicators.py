"""An indicator is put right by hand: figure, unit, name, direction; or it is added. Attainment and is_met follow."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from loaders.corrections.fitting import Misfit, applied
from loaders.corrections.form import Correction, Item
from loaders.corrections.form_fields import number_in
from loaders.model import Comparator, Direction, Indicator, IndicatorYear
from loaders.numbers.equality import same_value
from loaders.numbers.written import plain
from loaders.series.attainment import attainment, direction_of, is_met


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
