"""What a plan asks for can contradict itself: from plan to evaluation, from year to year, in its years and its goal."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from loaders.model import Direction, Finding, FindingKind, Indicator, Kind, Reading, Severity
from loaders.numbers.equality import same_value
from loaders.prose.dates import fiscal_year
from loaders.prose.eras import label_ja
from loaders.series.count_cues import counts_on
from loaders.series.finding_words import amount_text, on_indicator

# From this many years on, a target that stays as it is tells something.
FROZEN_YEARS = 3


def contradicted_targets(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
    """The plan says 4, the evaluation's denominator 5; or the plan itself sets its target anew (4→5)."""
    for year in indicator.years:
        if year.first_target is None or year.target is None or year.first_target_quantity is None:
            continue
        if year.target_quantity is not None and year.target_quantity.place == year.first_target_quantity.place:
            message = (
                f"{label_ja(year.year)}の目標は、計画の中で{amount_text(year.first_target, indicator)}から"
                f"{amount_text(year.target, indicator)}に改められています。"
            )
            quantities = year.first_target_quantity, year.target_quantity
            yield on_indicator(reading, indicator, year.year, FindingKind.TARGET_REVISED, message, *quantities, Severity.INFO)
            continue
        message = (
            f"{label_ja(year.year)}の目標が、計画では{amount_text(year.first_target, indicator)}、"
            f"評価では{amount_text(year.target, indicator)}となっています。"
        )
        yield on_indicator(
            reading,
            indicator,
            year.year,
            FindingKind.TARGET_CONTRADICTS,
            message,
            year.first_target_quantity,
            year.target_quantity,
        )


def lowered_targets(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
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
        reached = "" if before.result is None else f"（{label_ja(before.year)}の実績は{amount_text(before.result, indicator)}）"
        message = (
            f"{label_ja(year.year)}の目標{amount_text(year.target, indicator)}は、"
            f"{label_ja(before.year)}の{amount_text(before.target, indicator)}より緩くなっています{reached}。"
        )
        yield on_indicator(
            reading,
            indicator,
            year.year,
            FindingKind.TARGET_LOWERED,
            message,
            before.target_quantity,
            year.target_quantity,
            Severity.INFO,
        )


def revised_goal(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
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
                f"計画の最終目標は{amount_text(goal, indicator)}ですが、"
                f"{label_ja(end)}の計画では{amount_text(year.target, indicator)}を目標としています。"
            )
            yield on_indicator(
                reading, indicator, end, FindingKind.TARGET_REVISED, message, quantity, year.target_quantity, Severity.INFO
            )


def unchanged_target(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
    """A target that never changes, and whether results exceed it year after year; a miss after such years excuses nothing."""
    stated = [year for year in indicator.years if year.target is not None]
    if len(stated) < FROZEN_YEARS or len({year.target for year in stated}) > 1:
        return
    judged = [year for year in stated if year.result is not None]
    runs = groupby(_is_easier(y.target, y.result, indicator.direction) for y in judged)
    exceeded = max((len(list(run)) for is_past, run in runs if is_past), default=0)
    amount = amount_text(stated[0].target, indicator)
    if exceeded >= FROZEN_YEARS:
        kind, when = FindingKind.ALWAYS_EXCEEDED, "毎年" if exceeded == len(judged) else f"{exceeded}年続けて"
        said = "超えています" if exceeded == len(judged) else "超えました"
        message = f"目標は{len(stated)}年とも{amount}のままで、実績は{when}それを{said}。目標の見直しを検討できます。"
    else:
        kind, message = FindingKind.FROZEN_TARGET, f"目標は{len(stated)}年とも{amount}のままです。"
    yield on_indicator(reading, indicator, None, kind, message, stated[0].target_quantity, None, Severity.INFO)


def changed_basis(reading: Reading, indicator: Indicator) -> Iterator[Finding]:
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
        yield on_indicator(reading, indicator, year.year, FindingKind.BASIS_CHANGED, message, first, second, Severity.INFO)


def _is_easier(value: float | None, than: float | None, direction: Direction) -> bool:
    """Whether a target of `value` is reached more easily than one of `than`."""
    if value is None or than is None or same_value(value, than):
        return False
    return value < than if direction is Direction.UP else value > than
