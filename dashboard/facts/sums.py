"""A sum of targets is of all that were set: what has no number and what was not carried out is told, never left out.

A ratio of those that happen to have a number would rise when numbers go missing. Where the share that could be judged differs
much between two years, the years are not compared.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.text import words
from dashboard.text.records import Record

# In points of a hundred: shares of judged targets that differ by more are of different things.
COMPARABLE: Final = 10
# Below so many a percentage is one or two of them.
FEWEST: Final = 5
MATTERS: Final = "matters"


@dataclass(frozen=True)
class Sum:
    """The targets that were set for a year, by their states (target_state_code); `matters` counts each matter once."""

    label: str
    label_ja: str
    targets: int
    states: Mapping[str, int]
    matters: int
    matter_states: Mapping[str, int]
    doubtful: int = 0

    @property
    def parts(self) -> str:
        """The states that occur, in their order: '達成16・未達3・未実施3・数値の記載なし10'."""
        return _parts(self.states)

    @property
    def text(self) -> str:
        """The whole sum: '数値目標32件：達成16・未達3・未実施3・数値の記載なし10'."""
        return f"数値目標{self.targets}件：{self.parts}"

    @property
    def matters_text(self) -> str:
        """The sum with the same matter once: '28件：達成16…'; '' where none is listed twice."""
        return f"{self.matters}件：{_parts(self.matter_states)}" if self.matters < self.targets else ""

    @property
    def judged_share(self) -> float:
        """The share of what was set that could be judged, by numbers or by words, in percent."""
        judged = sum(self.states[code] for code in ("met", "missed", "not_carried_out"))
        return 100 * judged / self.targets if self.targets else 0.0

    @property
    def is_evaluated(self) -> bool:
        """Whether anything could have been judged yet."""
        return self.states["not_yet"] < self.targets


def read(frame: pd.DataFrame) -> dict[int, Sum]:
    """Return the sums of the frame `sums_by_year`, by year."""
    return {int(record["year"]): _sum(record) for record in frame.to_dict("records")}


def _parts(states: Mapping[str, int]) -> str:
    return "・".join(f"{word.label}{states[code]}" for code, word in words.TARGET_STATES.items() if states[code])


def _sum(record: Record) -> Sum:
    codes: Iterable[str] = tuple(words.TARGET_STATES)
    return Sum(
        label=str(record["label"]),
        label_ja=str(record["label_ja"]),
        targets=int(record["targets"]),
        states={code: int(record[code]) for code in codes},
        matters=int(record["matters"]),
        matter_states={code: int(record[f"{MATTERS}_{code}"]) for code in codes},
        doubtful=int(record["doubtful"]),
    )
