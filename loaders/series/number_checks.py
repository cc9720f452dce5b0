"""Figures of a row can contradict each other: plan and evaluation, a change and the year before, parts and their total."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from loaders.model import (
    Direction,
    Finding,
    FindingKind,
    Indicator,
    IndicatorYear,
    Kind,
    Place,
    Quantity,
    Reading,
    Role,
    Severity,
)
from loaders.numbers.bases import in_unit
from loaders.numbers.equality import same_value
from loaders.numbers.written import change as written_change
from loaders.numbers.written import written
from loaders.prose.eras import PREVIOUS_YEAR, fiscal_year, label_ja
from loaders.series.count_cues import counts_on
from loaders.series.label_similarity import unit_class

# From this many years on, a target that stays as it is tells something.
FROZEN_YEARS = 3

_OPENING, _CLOSING = re.compile(r"\s*[(（]"), re.compile(r"[)）]")
_ASIDE = re.compile(rf"\s*[(（]?(?:対?{PREVIOUS_YEAR}(?:比|から|より)|対{PREVIOUS_YEAR}|うち|、|\s)*")


def check_numbers(readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """Return what does not fit together among the figures of each row, in the order of the rows, with the words it is about."""
    return tuple(finding for reading in readings for finding in _check_row(reading))


def _check_row(reading: Reading) -> Iterator[Finding]:
    for indicator in reading.indicators:
        yield from _contradicted_targets(reading, indicator)
        yield from _lowered_targets(reading, indicator)
        yield from _revised_goal(reading, indicator)
        yield from _unchanged_target(reading, indicator)
        yield from _falls(reading, indicator)
        yield from _wrong_changes(reading, indicator)
        yield from _changed_basis(reading, indicator)
    yield from _wrong_totals(reading)


def _contradicted_targets(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
    """The plan says 4, the evaluation's denominator 5; or the plan itself sets its target anew (4→5)."""
    for year in indicator.years:
        if year.first_target is None or year.target is None or year.first_target_quantity is None:
            continue
        if year.target_quantity is not None and year.target_quantity.place == year.first_target_quantity.place:
            message = (
                f"{label_ja(year.year)}の目標は、計画の中で{_amount(year.first_target, indicator)}から"
                f"{_amount(year.target, indicator)}に改められています。"
            )
            quantities = year.first_target_quantity, year.target_quantity
            yield _finding(reading, indicator, year.year, FindingKind.TARGET_REVISED, message, *quantities, Severity.INFO)
            continue
        message = (
            f"{label_ja(year.year)}の目標が、計画では{_amount(year.first_target, indicator)}、"
            f"評価では{_amount(year.target, indicator)}となっています。"
        )
        yield _finding(
            reading,
            indicator,
            year.year,
            FindingKind.TARGET_CONTRADICTS,
            message,
            year.first_target_quantity,
            year.target_quantity,
        )


def _lowered_targets(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
    """A target that asks for less than the year before: 70人, then 40人.

    Parts of a total (4 + 4 + 3 of 11箇所) were not lowered: the plan's final goal is the target.
    """
    stated = [year for year in indicator.years if year.target is not None]
    total, goal = sum(year.target or 0.0 for year in stated), indicator.final_goal
    if not indicator.is_cumulative and goal is not None and same_value(total, goal):
        return
    for before, year in pairwise(stated):
        if not _is_easier(year.target, before.target, indicator.direction):
            continue
        reached = "" if before.result is None else f"（{label_ja(before.year)}の実績は{_amount(before.result, indicator)}）"
        message = (
            f"{label_ja(year.year)}の目標{_amount(year.target, indicator)}は、"
            f"{label_ja(before.year)}の{_amount(before.target, indicator)}より緩くなっています{reached}。"
        )
        yield _finding(
            reading,
            indicator,
            year.year,
            FindingKind.TARGET_LOWERED,
            message,
            before.target_quantity,
            year.target_quantity,
            Severity.INFO,
        )


def _revised_goal(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
    """The plan's last year asks for another figure than its goal for the end: 11,000人 by 令和4年3月31日, then 13,000人."""
    goal, quantity = indicator.final_goal, indicator.final_goal_quantity
    years = [cell.place.year for cell in reading.initiative.cells if cell.place.year is not None]
    if goal is None or quantity is None or not years:
        return
    end = fiscal_year(quantity.as_of) if quantity.as_of else max(years)
    if quantity.as_of is None and not indicator.is_cumulative:
        return
    for year in indicator.years:
        if year.year == end and year.target is not None and not same_value(year.target, goal):
            message = (
                f"計画の最終目標は{_amount(goal, indicator)}ですが、"
                f"{label_ja(end)}の計画では{_amount(year.target, indicator)}を目標としています。"
            )
            yield _finding(
                reading, indicator, end, FindingKind.TARGET_REVISED, message, quantity, year.target_quantity, Severity.INFO
            )


def _unchanged_target(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
    """A target that never changes, and whether results exceed it year after year; a miss after such years excuses nothing."""
    stated = [year for year in indicator.years if year.target is not None]
    if len(stated) < FROZEN_YEARS or len({year.target for year in stated}) > 1:
        return
    judged = [year for year in stated if year.result is not None]
    runs = groupby(_is_easier(y.target, y.result, indicator.direction) for y in judged)
    exceeded = max((len(list(run)) for is_past, run in runs if is_past), default=0)
    amount = _amount(stated[0].target, indicator)
    if exceeded >= FROZEN_YEARS:
        kind, when = FindingKind.ALWAYS_EXCEEDED, "毎年" if exceeded == len(judged) else f"{exceeded}年続けて"
        said = "超えています" if exceeded == len(judged) else "超えました"
        message = f"目標は{len(stated)}年とも{amount}のままで、実績は{when}それを{said}。目標の見直しを検討できます。"
    else:
        kind, message = FindingKind.FROZEN_TARGET, f"目標は{len(stated)}年とも{amount}のままです。"
    yield _finding(reading, indicator, None, kind, message, stated[0].target_quantity, None, Severity.INFO)


def _falls(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
    """A standing count (登録数, 累計) that falls without the evaluation saying so."""
    if not indicator.is_cumulative or indicator.direction is Direction.DOWN:
        return
    for before, value, year in _steps(indicator):
        change = _stated_change(reading, year.result_quantity)
        if year.result is None or same_value(year.result, value):
            continue
        if year.result < value and not (change and change.value < 0):
            message = (
                f"{label_ja(year.year)}の{_amount(year.result, indicator)}は、"
                f"{before}の{_amount(value, indicator)}より減っています。"
                "数え方が変わっていないか確認してください。"
            )
            yield _finding(reading, indicator, year.year, FindingKind.CUMULATIVE_FALLS, message, year.result_quantity, None)


def _wrong_changes(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
    """A stated change that the figures do not bear out: 192(前年度比37増) after 180."""
    for before, value, year in _steps(indicator):
        change = _stated_change(reading, year.result_quantity)
        if change is None or year.result is None or same_value(year.result - value, in_unit(change, indicator.unit)):
            continue
        message = (
            f"{label_ja(year.year)}は「{change.quote}」とありますが、{before}の{_amount(value, indicator)}から"
            f"{_amount(year.result, indicator)}への増減は{written_change(year.result - value)}です。"
        )
        yield _finding(reading, indicator, year.year, FindingKind.SUM_MISMATCH, message, year.result_quantity, change)


def _changed_basis(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
    """A target that counts from the plan's beginning (累計14箇所) after one of a year's own count, or the other way round."""
    stated = [year for year in indicator.years if year.target_quantity and year.target_quantity.place.kind is Kind.PLAN]
    for before, year in pairwise(stated):
        first, second = before.target_quantity, year.target_quantity
        if first is None or second is None or counts_on(first) == counts_on(second):
            continue
        now, then = ("累計", "単年度の数") if counts_on(second) else ("単年度の数", "累計")
        message = (
            f"{label_ja(year.year)}の目標は{now}、{label_ja(before.year)}の目標は{then}です。"
            "比べるときは数え方に注意してください。"
        )
        yield _finding(reading, indicator, year.year, FindingKind.BASIS_CHANGED, message, first, second, Severity.INFO)


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
    text = _text(reading, result)
    behind = [q for q in reading.quantities if q.printed == result.printed and q.span_start >= result.span_end]
    for quantity in sorted(behind, key=lambda q: q.span_start):
        between = text[result.span_end : quantity.span_start]
        if quantity.role is Role.CHANGE:
            return quantity if _ASIDE.fullmatch(re.sub(r"^\s*[/／][\d,.]+[^\d(（]*", "", between)) else None
        if quantity.role is not Role.TARGET:
            return None
    return None


def _wrong_totals(reading: Reading) -> Iterator[Finding]:
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
        quote = _text(reading, total)[total.span_start : max(part.span_end for part in [*parts, *stated])]
        yield Finding(FindingKind.SUM_MISMATCH, Severity.WARNING, message, quote, reading.initiative.number, total.place.year)


def _is_more(part: Quantity, total: Quantity) -> bool:
    if unit_class(part.unit) != unit_class(total.unit):  # 10.7%（3/28名）
        return False
    value = in_unit(part, total.unit)
    return value > total.value and not same_value(value, total.value)


def _parts_behind(reading: Reading, total: Quantity) -> list[Quantity]:
    """Return the numbers of the same unit and role in the brackets that open right behind a number."""
    text = _text(reading, total)
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


def _text(reading: Reading, quantity: Quantity) -> str:
    """Return the printed cell's words that a quantity was read from."""
    return next((cell.text for cell in reading.initiative.cells if cell.place == quantity.printed), "")


def _is_easier(value: float | None, than: float | None, direction: Direction) -> bool:
    """Whether a target of `value` is reached more easily than one of `than`."""
    if value is None or than is None or same_value(value, than):
        return False
    return value < than if direction is Direction.UP else value > than


def _amount(value: float | None, indicator: Indicator) -> str:
    return f"{written(value)}{indicator.unit or ''}" if value is not None else ""


def _finding(
    reading: Reading,
    indicator: Indicator,
    year: int | None,
    kind: FindingKind,
    message: str,
    first: Quantity | None,
    second: Quantity | None,
    severity: Severity = Severity.WARNING,
) -> Finding:
    """Return a finding on an indicator, quoting the one or two numbers that it is about."""
    quotes = [quantity.quote for quantity in (first, second) if quantity is not None]
    return Finding(kind, severity, f"{indicator.name}：{message}", " … ".join(quotes), reading.initiative.number, year)
