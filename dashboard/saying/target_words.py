"""How a plan's targets were moved, stay as they are or are always passed, as sentences."""

from collections.abc import Iterable, Sequence

from dashboard.facts.series import Series
from dashboard.facts.target_moves import (
    DIRECTIONS,
    EASED,
    EXCEEDED_YEARS,
    FROZEN_YEARS,
    SIGNS,
    Move,
    is_always_past,
    is_exceeded,
    is_raised,
    judged_years,
    moves,
    repeats,
)
from dashboard.saying import point_words
from dashboard.text import words


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
    eased = [one for one in moving for move in moved[one] if move.year == year and move.direction == EASED]
    said = f"{when}目標の値が動いた指標は{len(moving)}件{repeated(moving)}、{ways}です。"
    said += "" if when or year is None else f"{label_ja}の目標の引き下げは{len(eased)}回{repeated(eased, '回')}です。"
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


def repeated(found: Iterable[Series], counter: str = "件") -> str:
    """Return the note that a count holds the same work more than once: '（同じ取組の重複4件を含む）'; '' where it does not."""
    count = repeats(found)
    return f"（同じ取組の重複{count}{counter}を含む）" if count else ""


def move_text(move: Move, unit: str | None) -> str:
    """Return a move as sign and words: '▼ 引き下げ（緩和） R1 9回 → R2 7回'."""
    old, new = words.number_text(move.old, unit), words.number_text(move.new, unit)
    return f"{SIGNS[move.direction]} {move.direction}　{move.since} {old} → {move.label} {new}"


def sources(move: Move) -> str:
    """Return the words of both targets with the headings they are printed under; '' where none were read."""
    return " → ".join(point_words.source(read) for read in (move.old_words, move.new_words) if read is not None)


def told_late(move: Move) -> str:
    """Return which of the targets no plan states: one that is known from its evaluation alone bound nobody; '' for none."""
    targets = ((move.since, move.old_words), (move.label, move.new_words))
    late = [label for label, read in targets if read is not None and read.kind == "result"]
    return f"{'・'.join(late)}の目標は、評価にだけ書かれています。" if late else ""


def against_old(move: Move, unit: str | None) -> str:
    """Return the year's result held against the target before it was moved, or that there is none."""
    if not move.is_evaluated:
        return f"{move.label}はまだ評価がありません。"
    if move.reaches_old is None:
        return f"{move.label}の実績の数値は書かれていません。"
    result, old = words.number_text(move.result, unit), words.number_text(move.old, unit)
    return f"{move.label}の実績{result}は、前の目標{old}に{'届いています' if move.reaches_old else '届いていません'}。"
