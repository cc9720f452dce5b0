"""A target of a year that is not evaluated yet is read against the last result: how far it has still to go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.facts.series import Point, Series
from dashboard.text import words


@dataclass(frozen=True)
class Due:
    """An indicator with the target that is due, and its result in the last evaluated year; None where it has none."""

    series: Series
    point: Point
    last: Point | None

    @property
    def target(self) -> float:
        """The target that is due."""
        assert self.point.target is not None
        return self.point.target

    @property
    def result(self) -> float | None:
        """The last evaluated year's result."""
        return self.last.result if self.last else None

    @property
    def to_go(self) -> float | None:
        """How far the last result is from the target, lower-is-better turned round; 0 or less where it reaches it."""
        if self.result is None:
            return None
        return self.target - self.result if self.series.direction == "up" else self.result - self.target

    @property
    def share(self) -> float | None:
        """The last result as an attainment of the target that is due; None where there is no ratio."""
        part, whole = (self.result, self.target) if self.series.direction == "up" else (self.target, self.result)
        return part / whole if part is not None and whole else None

    @property
    def is_reached(self) -> bool:
        """Whether as much as last year would do."""
        return self.to_go is not None and self.to_go <= 0

    @property
    def rank(self) -> tuple[bool, bool, float, int]:
        """What sorts targets by how far they are: those out of reach first, those without a last result last."""
        return self.to_go is None, self.is_reached, self.share or 0.0, self.series.number


def read(every: Iterable[Series], year: int, last_evaluated: int) -> list[Due]:
    """Return what has a target in a year, the furthest from it by the last evaluated year's result first."""
    found = [
        Due(one, point, one.at(last_evaluated))
        for one in every
        if (point := one.at(year)) is not None and point.target is not None
    ]
    return sorted(found, key=lambda due: due.rank)


def answer(found: Sequence[Due], label_ja: str, last_label_ja: str) -> str:
    """Return how many targets are due and how many of them the last result does not reach, as one sentence."""
    if not found:
        return f"{label_ja}に数値目標のある指標はありません"
    short = sum(not due.is_reached and due.to_go is not None for due in found)
    unknown = sum(due.to_go is None for due in found)
    said = f"{label_ja}は目標のある指標が{len(found)}件"
    said += f"、うち{short}件は{last_label_ja}の実績のままでは届きません" if short else ""
    return f"{said}（{unknown}件は{last_label_ja}の実績の数値なし）" if unknown else said


def answer_one(due: Due, label_ja: str, last_label_ja: str) -> str:
    """Return one target that is due against the last result, as a sentence: '「登録者数」の令和3年度の目標は13,000人、…'."""
    said = f"「{due.series.name}」の{label_ja}の目標は{words.number_text(due.target, due.series.unit)}"
    if due.to_go is None:
        return f"{said}、{last_label_ja}の実績の数値はありません"
    reached = f"{last_label_ja}の実績{words.number_text(due.result, due.series.unit)}"
    return f"{said}、{reached}で届く水準です" if due.is_reached else f"{said}、{reached}から{distance(due)}"


def counts(found: Sequence[Due], last_label: str) -> str:
    """Return how many are out of reach, within reach and without a last result: 'R2の実績で届くもの8件、…'."""
    parts = {
        f"{last_label}の実績では届かないもの": sum(not due.is_reached and due.to_go is not None for due in found),
        "届くもの": sum(due.is_reached for due in found),
        f"{last_label}の実績がないもの": sum(due.to_go is None for due in found),
    }
    return "、".join(f"{name}{count}件" for name, count in parts.items() if count)


def line(due: Due, last_label: str) -> str:
    """Return a target that is due against the last result: 'R3の目標 11,000人　R2の実績 10,249人　**あと751人**'."""
    target = f"{due.point.label}の目標 {words.number_text(due.target, due.series.unit)}"
    if due.to_go is None:
        return f"{target}　{last_label}の実績なし"
    return f"{target}　{last_label}の実績 {words.number_text(due.result, due.series.unit)}　**{distance(due)}**"


def distance(due: Due) -> str:
    """Return how far the target is in words: 'あと751人', 'あと3件減らす', '届く水準です'; '－' without a last result."""
    if due.to_go is None:
        return words.NOTHING
    if due.is_reached:
        return "届く水準です"
    return f"あと{words.number_text(due.to_go, due.series.unit)}{'' if due.series.direction == 'up' else '減らす'}"


def table(found: Iterable[Due], label: str, last_label: str) -> pd.DataFrame:
    """Return one row a target that is due, for reading and saving."""
    return pd.DataFrame(
        [
            {
                "番号": due.series.number,
                "指標": due.series.name,
                "単位": due.series.unit or "",
                "担当課": due.series.department,
                f"{label}の目標": due.target,
                f"{last_label}の実績": due.result,
                "目標まで": distance(due),
                "実施内容": due.series.activity,
            }
            for due in found
        ]
    )
