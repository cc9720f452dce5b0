"""How a plan's targets were moved, stay as they are or are always passed, as sentences."""

from collections.abc import Sequence

from dashboard.facts.series import Series
from dashboard.facts.target_moves import (
    DIRECTIONS,
    EASED,
    EXCEEDED_YEARS,
    FROZEN_YEARS,
    is_always_past,
    is_exceeded,
    is_raised,
    judged_years,
    moves,
    repeated,
)


def moved_answer(every: Sequence[Series], last_year: int, year: int | None, label_ja: str, only_year: int | None = None) -> str:
    """Return how many targets were moved, which way, and how many were eased in `year`; `only_year` counts one year alone.

    Of a plan's first year, which no target was stated before, nothing is told: `year` is None.
    """
    moved = {one: [move for move in moves(one, last_year) if only_year in (None, move.year)] for one in every}
    moving = [one for one in every if moved[one]]
    found = [move for one in moving for move in moved[one]]
    when = f"{label_ja}に" if only_year is not None else ""
    if not found:
        return f"{when or '年度の間で'}目標の値が動いた指標はありません。"
    ways = "、".join(f"{way}が{sum(move.direction == way for move in found)}回" for way in DIRECTIONS)
    now = sum(move.year == year and move.direction == EASED for move in found)
    said = f"{when}目標の値が動いた指標は{len(moving)}件{repeated(moving)}、{ways}です。"
    said += "" if when or year is None else f"{label_ja}の目標の引き下げは{now}回です。"
    parts = sum(one.is_parts_of_total for one in every)
    return f"{said}年度の目標を合わせると計画の最終目標になる{parts}件は、動いた目標に数えていません。" if parts else said


def frozen_answer(found: Sequence[Series]) -> str:
    """Return how many targets never change, and how many of these are reached every year."""
    if not found:
        return f"{FROZEN_YEARS}年度以上同じままの目標はありません。"
    always = sum(all(point.is_met for point in one.points if point.is_met is not None) for one in found if judged_years(one))
    return (
        f"{FROZEN_YEARS}年度以上同じ値のままの目標は{len(found)}件{repeated(found)}あり、うち{always}件は評価のある年度すべてで達成しています。"
        "目標の水準が今も適切かを話し合う候補です。"
    )


def exceeded_answer(every: Sequence[Series]) -> str:
    """Return how many targets are passed every year, and how many of those passed are not listed, and why."""
    found = [one for one in every if is_exceeded(one)]
    said = f"判定できる{EXCEEDED_YEARS}年度以上続けて目標を上回り、目標を引き上げていない指標は"
    said += (
        f"{len(found)}件{repeated(found)}です。目標を引き上げる余地がないかを話し合う候補です。" if found else "ありません。"
    )
    others = [one for one in every if is_always_past(one) and judged_years(one) > 1 and not is_exceeded(one)]
    raised = sum(is_raised(one) for one in others)
    parts = {"途中で目標を引き上げたもの": raised, f"判定が{EXCEEDED_YEARS}年度に満たないもの": len(others) - raised}
    left_out = "、".join(f"{name}{count}件" for name, count in parts.items() if count)
    return f"{said}毎年上回っていても、{left_out}は挙げていません。" if left_out else said
