"""How a part of the plan stands in a year is a count of what is left undone (未達 or 繰越) out of what could be judged.

An initiative that ended (終了) or reports nothing (記載なし) can't be judged: it is outside the denominator, and counted
beside it. Parts of different size are compared by the share; below a handful the share says little, so small parts are
told after larger ones.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from dashboard.text import words
from dashboard.text.records import Record

UNDONE: Final = "未達・繰越"
# One initiative more or less moves the share of a smaller part by a third or more.
FEWEST: Final = 3
# Below so many a share is one or two of them: no percentage, only the counts.
FEWEST_FOR_SHARE: Final = 5
RANK_NOTE: Final = (
    f"{UNDONE}の割合（{UNDONE}の件数 / 判定した件数）の高い順です。"
    f"判定が{FEWEST}件未満のものは、1件で割合が大きく動くため、その後ろに置いています。"
)
JUDGED_NOTE: Final = "「終了」と「記載なし」は判定した件数に含めず、「判定外」として数えています。"
NOTHING_JUDGED: Final = "判定できる事業はありません"
NO_TARGET_JUDGED: Final = "判定できる数値目標はありません"
NO_EVALUATION: Final = (
    "評価が書かれた進行管理表を読み込むと、ここに件数が並びます。年度ごとの計画と目標は「数値目標」と「実施事業」で見られます。"
)


def cell_note() -> str:
    """Return what a cell of counts says: its signs, and what they are counted over."""
    signs_said = f"{words.STATUSES['unmet'].text}と{words.CARRIED_OVER.text}"
    return f"{signs_said}の件数（両方に当たる事業はどちらにも数えます） / 判定した件数です。"


# In rem, for the column that `share_heading` names.
SHARE_WIDTH: Final = 4.5


def signs() -> tuple[str, str]:
    """Return the signs of 未達 and 繰越, in the order in which a cell holds them."""
    return words.STATUSES["unmet"].symbol, words.CARRIED_OVER.symbol


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
    doubtful: int = 0

    @property
    def unjudged(self) -> int:
        """How many initiatives ended or report nothing."""
        return self.initiatives - self.judged

    @property
    def share(self) -> float | None:
        """The share left undone of what was judged; None where nothing was."""
        return self.undone / self.judged if self.judged else None

    @property
    def tells_share(self) -> bool:
        """Whether enough was judged for a percentage to say something."""
        return self.judged >= FEWEST_FOR_SHARE

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


def worst(parts: Mapping[str, Standing]) -> tuple[str, ...]:
    """Return the names of the parts with the largest share left undone, of small parts only where no larger has any."""
    troubled = sorted((name for name in parts if parts[name].undone), key=lambda name: parts[name].rank)
    return tuple(name for name in troubled if parts[name].rank[:3] == parts[troubled[0]].rank[:3])


def worst_text(parts: Mapping[str, Standing]) -> str:
    """Return the parts with the largest share left undone as a sentence names them; '' where nothing is.

    Small parts whose share is larger still are passed over, and that is said.

    >>> worst_text({"防災課": Standing(8, 8, 2, 0, 2), "市民課": Standing(12, 12, 3, 0, 3), "総務課": Standing(1, 1, 1, 0, 1)})
    '判定3件以上の中では市民課（12件中3件）と防災課（8件中2件）の25%'
    """
    names = worst(parts)
    if not names:
        return ""
    top = parts[names[0]]
    is_passed_over = any(
        part.judged < FEWEST <= top.judged and (part.share or 0) >= (top.share or 0) for part in parts.values()
    )
    among = f"判定{FEWEST}件以上の中では" if is_passed_over else ""
    if len(names) == 1:
        return f"{among}{names[0]}の{part_text(top)}"
    said = "と".join(f"{name}（{parts[name].judged}件中{parts[name].undone}件）" for name in names)
    return f"{among}{said}" + (f"の{words.percent_text(top.share)}" if all(parts[name].tells_share for name in names) else "")


def part_text(standing: Standing) -> str:
    """Return the undone of the judged as a sentence says it, of few without a percentage.

    >>> part_text(Standing(initiatives=8, judged=7, undone=3)), part_text(Standing(initiatives=1, judged=1, undone=1))
    ('7件中3件（43%）', '1件中1件')
    """
    if standing.share is None:
        return "判定できる事業なし"
    share = f"（{words.percent_text(standing.share)}）" if standing.tells_share else ""
    return f"{standing.judged}件中{standing.undone}件{share}"


def share_text(standing: Standing) -> str:
    """Return the share left undone, of few the counts: '15%', '3件中1件'."""
    return words.percent_text(standing.share) if standing.tells_share or not standing.judged else part_text(standing)


def share_heading(label: str) -> str:
    """Return the heading of the column that holds the share left undone in a year."""
    return f"{label}の{UNDONE}の割合"


def newest_first(labels: Mapping[int, str]) -> dict[int, str]:
    """Return the years with the latest first: on a phone the columns behind it are scrolled to."""
    return dict(sorted(labels.items(), reverse=True))


def cell(standing: Standing) -> str:
    """Return a year of a part for a table, signs before counts: '✕2 ↻1 / 7'; '－' where nothing was judged."""
    if not standing.judged:
        return words.NOTHING
    counts = ((words.STATUSES["unmet"], standing.unmet), (words.CARRIED_OVER, standing.carried_over))
    said = " ".join(f"{word.symbol}{count}" for word, count in counts if count)
    return f"{said or '0'} / {standing.judged}"


def marked(text: str) -> str:
    """Return a cell as Markdown in which what is left undone stands out.

    >>> marked("✕2 ↻1 / 7"), marked("0 / 7")
    (':red[**✕2 ↻1**] / 7', '0 / 7')
    """
    head, slash, rest = text.partition(" / ")
    return f":red[**{head}**]{slash}{rest}" if head.startswith(signs()) else text


def change_text(now: Standing, before: Standing) -> str:
    """Return how the number left undone changed since the year before; '－' where there is nothing to compare."""
    if not (now.judged and before.judged):
        return words.NOTHING
    return words.change_text(now.undone - before.undone)


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
