"""How a part of the plan stands in a year is a count of what is left undone (未達 or 繰越) out of what could be judged.

An initiative that ended (終了) or reports nothing (記載なし) can't be judged: it is outside the denominator, and counted
beside it. Parts of different size are compared by the share; below a handful the share says little, so small parts are
told after larger ones.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from dashboard import words
from dashboard.figures import Figure
from dashboard.matrix import unbroken

UNDONE: Final = "未達・繰越"
TARGETS: Final = "数値目標の達成"
# One initiative more or less moves the share of a smaller part by a third or more.
FEWEST: Final = 3
RANK_NOTE: Final = (
    f"{UNDONE}の割合（{UNDONE}の件数 / 判定した件数）の高い順です。"
    f"判定が{FEWEST}件未満のものは、1件で割合が大きく動くため、その後ろに置いています。"
)
JUDGED_NOTE: Final = "「終了」と「記載なし」は判定した件数に含めず、「判定外」として数えています。"
CELL_NOTE: Final = f"{words.STATUSES['unmet'].text}・{words.CARRIED_OVER.text}の件数 / 判定した件数です。"

SIGNS: Final = (words.STATUSES["unmet"].symbol, words.CARRIED_OVER.symbol)

Record = Mapping[Hashable, Any]


@dataclass(frozen=True)
class Standing:
    """Counts of a part of the plan in one year. `undone` is unmet or carried over, each initiative once."""

    initiatives: int = 0
    judged: int = 0
    unmet: int = 0
    carried_over: int = 0
    undone: int = 0
    targets_judged: int = 0
    targets_met: int = 0

    @property
    def unjudged(self) -> int:
        """How many initiatives ended or report nothing."""
        return self.initiatives - self.judged

    @property
    def share(self) -> float | None:
        """The share left undone of what was judged; None where nothing was."""
        return self.undone / self.judged if self.judged else None

    @property
    def rank(self) -> tuple[bool, bool, float, int, int]:
        """What sorts parts by trouble: those with any first, larger parts before small ones, then share and count."""
        return (not self.undone, self.judged < FEWEST, -(self.share or 0.0), -self.undone, -self.judged)


ABSENT: Final = Standing()


def read(record: Record) -> Standing:
    """Return the counts that a row of a frame holds in columns of the same names."""
    return Standing(**{name: int(record[name]) for name in Standing.__dataclass_fields__})


def by_year(frame: pd.DataFrame) -> dict[int, Standing]:
    """Return the counts of each year of a frame that has one row a year."""
    return {int(record["year"]): read(record) for record in frame.to_dict("records")}


def worst(parts: Mapping[str, Standing]) -> str | None:
    """Return the name of the part with the most trouble; None where nothing is left undone."""
    troubled = {name: standing for name, standing in parts.items() if standing.undone}
    return min(troubled, key=lambda name: troubled[name].rank) if troubled else None


def part_text(standing: Standing) -> str:
    """Return the undone of the judged as a sentence says it.

    >>> part_text(Standing(initiatives=8, judged=7, undone=3))
    '7件中3件（43%）'
    """
    if standing.share is None:
        return "判定できる事業なし"
    return f"{standing.judged}件中{standing.undone}件（{words.percent_text(standing.share)}）"


def ratio_text(standing: Standing) -> str:
    """Return the undone of the judged for a narrow cell: '3 / 7件'; '－' where nothing was judged."""
    return f"{standing.undone} / {standing.judged}件" if standing.judged else "－"


def cell(standing: Standing) -> str:
    """Return a year of a part for a table, signs before counts: '✕2 ↻1 / 7'; '－' where nothing was judged."""
    if not standing.judged:
        return "－"
    counts = ((words.STATUSES["unmet"], standing.unmet), (words.CARRIED_OVER, standing.carried_over))
    said = " ".join(f"{word.symbol}{count}" for word, count in counts if count)
    return f"{said or '0'} / {standing.judged}"


def marked(text: str) -> str:
    """Return a cell as Markdown in which what is left undone stands out, on one line of its table."""
    head, slash, rest = text.partition(" / ")
    if not head.startswith(SIGNS):
        return unbroken(text)
    return f":red[**{unbroken(head)}**]{unbroken(slash + rest)}"


def change_text(now: Standing, before: Standing) -> str:
    """Return how the number left undone changed since the year before; '－' where there is nothing to compare."""
    if not (now.judged and before.judged):
        return "－"
    return words.change_text(now.undone - before.undone)


def figure(label: str, now: Standing, before: Standing, whole: str | None = None) -> Figure:
    """Return the undone of the judged against the year before, and where given against the whole: '全課 18%'."""
    compared = [f"前年度 {before.undone}/{before.judged}"] if before.judged else []
    difference = now.undone - before.undone
    change: str | int | None = (f"{difference:+d}件" if difference else 0) if before.judged else None
    return Figure(label, ratio_text(now), change, "、".join([*compared, *([whole] if whole else [])]) or None, "inverse")


def targets_figure(now: Standing, before: Standing, whole: str) -> Figure:
    """Return the numeric targets that were met, of those that could be judged."""

    if not now.targets_judged:
        return Figure(TARGETS, "－", None, whole, "normal")
    value = f"{now.targets_met} / {now.targets_judged}件"
    if not before.targets_judged:
        return Figure(TARGETS, value, None, whole, "normal")
    difference = now.targets_met - before.targets_met
    compared = f"前年度 {before.targets_met}/{before.targets_judged}、{whole}"
    return Figure(TARGETS, value, f"{difference:+d}件" if difference else 0, compared, "normal")


def compared_bars(
    part: pd.DataFrame, whole: pd.DataFrame, part_name: str, whole_name: str, labels: Mapping[int, str]
) -> pd.DataFrame:
    """Return one row a bar, year by year the part and then the whole, with the bar's label and n in the column `bar`."""
    rows: list[dict[Hashable, Any]] = []
    for year, label in labels.items():
        for name, frame in ((part_name, part), (whole_name, whole)):
            found: Iterable[dict[Hashable, Any]] = frame[frame["year"] == year].to_dict("records")
            rows += [record | {"bar": f"{label} {name}<br>{record['initiatives']}件"} for record in found]
    return pd.DataFrame(rows)
