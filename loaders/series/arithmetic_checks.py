"""Stated figures can fail to add up: a change and the year before, parts and their total, a standing count that falls."""

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.model import Direction, Finding, FindingKind, Indicator, IndicatorYear, Place, Quantity, Reading, Role, Severity
from loaders.numbers.bases import in_unit
from loaders.numbers.equality import same_value
from loaders.numbers.written import change as written_change
from loaders.numbers.written import written
from loaders.patterns import Pattern
from loaders.prose.eras import PREVIOUS_YEAR, label_ja
from loaders.series.finding_words import amount_text, on_indicator
from loaders.series.label_similarity import unit_class

_OPENING, _CLOSING = Pattern(r"\s*[(（]"), Pattern(r"[)）]")
_ASIDE = Pattern(rf"\s*[(（]?(?:対?{PREVIOUS_YEAR}(?:比|から|より)|対{PREVIOUS_YEAR}|うち|、|\s)*")


def falls(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
    """A standing count (登録数, 累計) that falls without the evaluation saying so."""
    if not indicator.is_cumulative or indicator.direction is Direction.DOWN:
        return
    for before, value, year in _steps(indicator):
        change = _stated_change(reading, year.result_quantity)
        if year.result is None or same_value(year.result, value):
            continue
        if year.result < value and not (change and change.value < 0):
            message = (
                f"{label_ja(year.year)}の{amount_text(year.result, indicator)}は、"
                f"{before}の{amount_text(value, indicator)}より減っています。"
                "数え方が変わっていないか確認してください。"
            )
            yield on_indicator(reading, indicator, year.year, FindingKind.CUMULATIVE_FALLS, message, year.result_quantity, None)


def wrong_changes(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
    """A stated change that the figures do not bear out: 192(前年度比37増) after 180."""
    for before, value, year in _steps(indicator):
        change = _stated_change(reading, year.result_quantity)
        if change is None or year.result is None or same_value(year.result - value, in_unit(change, indicator.unit)):
            continue
        message = (
            f"{label_ja(year.year)}は「{change.quote}」とありますが、{before}の{amount_text(value, indicator)}から"
            f"{amount_text(year.result, indicator)}への増減は{written_change(year.result - value)}です。"
        )
        yield on_indicator(reading, indicator, year.year, FindingKind.SUM_MISMATCH, message, year.result_quantity, change)


def _steps(indicator: Indicator) -> Iterator[tuple[str, float, IndicatorYear]]:
    """Yield each result with the one before, or with the baseline where it is the plan's first, and what that is called."""
    reached = [year for year in indicator.years if year.result is not None]
    if reached and indicator.baseline is not None and reached[0].year == indicator.years[0].year:
        yield "計画前の現状", indicator.baseline, reached[0]
    for before, year in pairwise(reached):
        if before.result is not None and year.year == before.year + 1:
            yield label_ja(before.year), before.result, year


def _stated_change(reading: Reading, result: Quantity | None) -> Quantity | None:
    """Return the change that stands right behind a result, in brackets or not: 9,813人/10,000人(329人増)."""
    if result is None:
        return None
    text = _printed_text(reading, result)
    behind = [q for q in reading.quantities if q.printed == result.printed and q.span_start >= result.span_end]
    for quantity in sorted(behind, key=lambda q: q.span_start):
        between = text[result.span_end : quantity.span_start]
        if quantity.role is Role.CHANGE:
            return quantity if _ASIDE.fullmatch(re.sub(r"^\s*[/／][\d,.]+[^\d(（]*", "", between)) else None
        if quantity.role is not Role.TARGET:
            return None
    return None


def wrong_totals(reading: Reading) -> Iterator[Finding]:
    """A total with all its parts in brackets behind it (54人(前期:34名 後期:20名)), or a part that is more than its total."""
    own_parts: dict[tuple[Place, int | None], list[Quantity]] = {}
    for quantity in reading.quantities:
        own_parts.setdefault((quantity.printed, quantity.part_of), []).append(quantity)
    for total in reading.quantities:
        if total.role is Role.CHANGE:
            continue
        parts = _parts_behind(reading, total)
        total_of_parts = sum(in_unit(part, total.unit) for part in parts)
        stated = own_parts.get((total.printed, total.span_start), [])
        if len(parts) >= 2 and not same_value(total_of_parts, total.value):
            message = f"「{total.quote}」とありますが、内訳の合計は{written(total_of_parts)}です。"
        elif any(_is_more(part, total) for part in stated):
            message = f"内訳が「{total.quote}」より大きくなっています。"
        else:
            continue
        quote = _printed_text(reading, total)[total.span_start : max(part.span_end for part in [*parts, *stated])]
        yield Finding(FindingKind.SUM_MISMATCH, Severity.WARNING, message, quote, reading.initiative.number, total.place.year)


def _is_more(part: Quantity, total: Quantity) -> bool:
    if unit_class(part.unit) != unit_class(total.unit):  # 10.7%（3/28名）
        return False
    value = in_unit(part, total.unit)
    return value > total.value and not same_value(value, total.value)


def _parts_behind(reading: Reading, total: Quantity) -> list[Quantity]:
    """Return the numbers of the same unit and role in the brackets that open right behind a number."""
    text = _printed_text(reading, total)
    if _OPENING.match(text, total.span_end) is None or unit_class(total.unit) is None:
        return []
    closing = _CLOSING.search(text, total.span_end)
    end = closing.start() if closing else len(text)
    return [
        q
        for q in reading.quantities
        if q.printed == total.printed
        and total.span_end <= q.span_start < end
        and unit_class(q.unit) == unit_class(total.unit)
        and q.role is total.role
    ]


def _printed_text(reading: Reading, quantity: Quantity) -> str:
    """Return the printed cell's words that a quantity was read from."""
    return next((cell.text for cell in reading.initiative.cells if cell.place == quantity.printed), "")
