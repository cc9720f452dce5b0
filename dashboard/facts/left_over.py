"""What a year leaves undone is owed by the next one: each initiative left over stands beside the next year's plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.facts import undone_years
from dashboard.facts.undone_years import InitiativeYear, InitiativeYears
from dashboard.text import words

AGAIN: Final[dict[str, str]] = {
    undone_years.TAKEN_UP: "記載あり",
    undone_years.SAME_WORDS: "前年度と同じ文",
    undone_years.NOT_TAKEN_UP: "記載なし",
    undone_years.ENDED: "終了・中断",
    "": "",
}


@dataclass(frozen=True)
class LeftOver:
    """An initiative that a year left undone, for how many years in a row so far, and the year after."""

    row: InitiativeYears
    year: InitiativeYear
    years: int
    after: InitiativeYear | None

    @property
    def again(self) -> str:
        """Whether the year after plans it again, in words."""
        return undone_years.again(self.year, self.after)


def read(rows: Sequence[InitiativeYears], year: int) -> list[LeftOver]:
    """Return what a year left undone, the longest run up to it first."""
    return [
        LeftOver(row, undone, row.years_so_far(year), row.after(undone))
        for row in undone_years.parted(rows, year)[0]
        for undone in row.undone
        if undone.year == year
    ]


def answer(found: Sequence[LeftOver], label_ja: str, next_ja: str) -> str:
    """Return how much a year leaves to the next, and how much of it the next one ends, says nothing of, or plans again."""
    if not found:
        return f"{label_ja}から{next_ja}に残る未達・繰越の事業はありません"
    return f"{label_ja}から{next_ja}に残る未達・繰越は{len(found)}件、{planned(found, next_ja)}"


def planned(found: Sequence[LeftOver], next_ja: str) -> str:
    """Return how many of them the next year's plan ends, leaves out or takes up, as part of a sentence."""
    ended, untold = (sum(one.again == way for one in found) for way in (undone_years.ENDED, undone_years.NOT_TAKEN_UP))
    if not (ended or untold):
        return f"すべて{next_ja}の計画に記載があります"
    parts = {"終了・中断": ended, "計画に記載なし": untold, "計画あり": len(found) - ended - untold}
    return f"{next_ja}は" + "、".join(f"{count}件が{way}" for way, count in parts.items() if count)


def table(found: Sequence[LeftOver], label: str, next_label: str) -> pd.DataFrame:
    """Return one row an initiative left over, with what is planned for it."""
    return pd.DataFrame(
        [
            {
                "番号": one.row.number,
                "実施内容": one.row.activity,
                "担当課": one.row.department,
                f"{label}の状況": " ".join(one.year.full_signs),
                "続いた年数": one.years,
                "理由": words.reason_text(one.year.reason),
                "判定の理由": one.year.basis,
                "計画の書き方": AGAIN[one.again],
                f"{next_label}の計画": one.after.plan.strip() if one.after and one.after.plan.strip() else "記載なし",
            }
            for one in found
        ]
    )
