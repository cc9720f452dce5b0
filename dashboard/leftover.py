"""What a year leaves undone is owed by the next one: each initiative left over stands beside the next year's plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard import matrix, words
from dashboard.matrix import Row, Year

AGAIN: Final[dict[str, str]] = {
    matrix.TAKEN_UP: "記載あり",
    matrix.SAME_WORDS: "前年度と同じ文",
    matrix.NOT_TAKEN_UP: "記載なし",
    "": "",
}


@dataclass(frozen=True)
class LeftOver:
    """An initiative that a year left undone, for how many years in a row so far, and the year after."""

    row: Row
    year: Year
    years: int
    after: Year | None

    @property
    def again(self) -> str:
        """Whether the year after plans it again, in words."""
        return matrix.again(self.year, self.after)


def read(rows: Sequence[Row], year: int) -> list[LeftOver]:
    """Return what a year left undone, the longest run up to it first."""
    found = [
        LeftOver(row, undone, sum(each.year <= year for each in run.years), row.after(undone))
        for row in rows
        for run in row.runs
        for undone in run.years
        if undone.year == year
    ]
    return sorted(found, key=lambda one: (-one.years, one.row.number))


def answer(found: Sequence[LeftOver], label_ja: str, next_ja: str) -> str:
    """Return how much a year leaves to the next, and how much of it the next one's plan says nothing of."""
    if not found:
        return f"{label_ja}から{next_ja}に残る未達・繰越の事業はありません"
    return f"{label_ja}から{next_ja}に残る未達・繰越は{len(found)}件、{planned(found, next_ja)}"


def planned(found: Sequence[LeftOver], next_ja: str) -> str:
    """Return how many of them the next year's plan takes up, as part of a sentence."""
    taken = sum(one.again in (matrix.TAKEN_UP, matrix.SAME_WORDS) for one in found)
    if taken == len(found):
        return f"すべて{next_ja}の計画に記載があります"
    return f"うち{len(found) - taken}件は{next_ja}の計画に記載がありません"


def table(found: Sequence[LeftOver], label: str, next_label: str) -> pd.DataFrame:
    """Return one row an initiative left over, with what is planned for it."""
    return pd.DataFrame(
        [
            {
                "番号": one.row.number,
                "実施内容": one.row.activity,
                "担当課": one.row.department,
                f"{label}の状況": " ".join(one.year.signs),
                "続いた年数": one.years,
                "理由": words.reason_text(one.year.reason),
                f"{next_label}の計画": one.after.plan.strip() if one.after and one.after.plan.strip() else "記載なし",
                "計画の書き方": AGAIN[one.again],
            }
            for one in found
        ]
    )
