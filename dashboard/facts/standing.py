"""How a part of the plan stands in a year is a count of what is left undone (未達 or 繰越) out of what could be judged.

An initiative that ended (終了) or reports nothing (記載なし) can't be judged: it is outside the denominator, and counted
beside it. Parts of different size are compared by the share; below a handful the share says little, so small parts are
told after larger ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.text import words
from dashboard.text.records import Record

UNDONE: Final = "未達・繰越"
# One initiative more or less moves the share of a smaller part by a third or more.
FEWEST: Final = 3
# Below so many a share is one or two of them: no percentage, only the counts.
FEWEST_FOR_SHARE: Final = 5


def signs() -> tuple[str, str]:
    """Return the signs of 未達 and 繰越, in the order in which a cell holds them."""
    return words.STATUSES["unmet"].symbol, words.CARRIED_OVER.symbol


@dataclass(frozen=True)
class Standing:
    """Counts of a part of the plan in one year. `undone` is unmet or carried over, each initiative once.

    `repeated` of these are further rows of a matter that another row of the part tells.
    """

    initiatives: int = 0
    judged: int = 0
    unmet: int = 0
    carried_over: int = 0
    undone: int = 0
    targets_judged: int = 0
    targets_met: int = 0
    doubtful: int = 0
    repeated: int = 0

    @property
    def undone_matters(self) -> int:
        """How many matters were left undone, one that stands in several rows once."""
        return self.undone - self.repeated

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


def cell(standing: Standing) -> str:
    """Return a year of a part for a table, signs before counts: '✕2 ↻1 / 7'; '－' where nothing was judged."""
    if not standing.judged:
        return words.NOTHING
    counts = ((words.STATUSES["unmet"], standing.unmet), (words.CARRIED_OVER, standing.carried_over))
    said = " ".join(f"{word.symbol}{count}" for word, count in counts if count)
    return f"{said or '0'} / {standing.judged}"
