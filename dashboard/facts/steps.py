"""A next step is due by a day: what is overdue comes first, then what is due soon; a step that is done is out of the way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

import pandas as pd

from dashboard.text import colours
from dashboard.text.words import Word
from desk.notes import Kept, Step

SOON_DAYS: Final = 30
OVERDUE: Final = Word("期限切れ", "✕", colours.RED, "期限の日を過ぎていて、済みになっていない。")
SOON: Final = Word("まもなく", "▲", colours.OCHRE, f"期限まで{SOON_DAYS}日以内。")
LATER: Final = Word("これから", "○", colours.NAVY, "期限はまだ先。")
UNDATED: Final = Word("期限なし", "－", colours.SLATE, "期限の日が書かれていない。")
DONE: Final = Word("済み", "●", colours.SLATE, "済みにした。")
ORDER: Final = (OVERDUE, SOON, LATER, UNDATED, DONE)
NOBODY: Final = "担当未定"
GONE: Final = "いまの計画にない事業"


@dataclass(frozen=True)
class Listed:
    """A step with the initiative that it belongs to today, and how it stands today.

    `number` is None where the plan has that initiative no more, or the filter does not let it through.
    """

    kept: Kept[Step]
    number: int | None
    department: str
    state: Word

    @property
    def step(self) -> Step:
        """What is to be done."""
        return self.kept.note

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state is not DONE

    @property
    def rank(self) -> tuple[int, date, int]:
        """What sorts steps: the longest overdue first."""
        return ORDER.index(self.state), self.step.due or date.max, self.step.number


def state_of(step: Step, today: date) -> Word:
    """Return how a step stands on a day.

    >>> due = date(2026, 11, 30)
    >>> state_of(Step("a", 1, 1, "周知", 2025, "決める", due=due), date(2026, 12, 1)).label
    '期限切れ'
    """
    if step.is_done:
        return DONE
    if step.due is None:
        return UNDATED
    if step.due < today:
        return OVERDUE
    return SOON if step.due <= today + timedelta(days=SOON_DAYS) else LATER


def listed(kept: Iterable[Kept[Step]], initiatives: pd.DataFrame, today: date) -> list[Listed]:
    """Return steps in the order in which they press, each with its initiative of today.

    An initiative is found by its number and, where a later edition numbers it otherwise, by what it was called then.
    """
    steps = tuple(kept)
    if not steps:
        return []
    sections = {
        int(number): (str(activity), str(department))
        for number, activity, department in initiatives[["number", "activity", "department"]].to_numpy()
    }
    by_name: dict[str, list[int]] = {}
    for number, (activity, _) in sections.items():
        by_name.setdefault(activity, []).append(number)
    found = []
    for one in steps:
        at = _today(one.note, sections, by_name)
        department = sections[at][1] if at is not None else GONE
        found.append(Listed(one, at, department, state_of(one.note, today)))
    return sorted(found, key=lambda one: one.rank)


def _today(step: Step, sections: Mapping[int, tuple[str, str]], by_name: Mapping[str, Sequence[int]]) -> int | None:
    if step.number in sections and sections[step.number][0] == step.named:
        return step.number
    named = by_name.get(step.named, ())
    return named[0] if len(named) == 1 else None


def by_section(found: Sequence[Listed]) -> list[tuple[str, list[Listed]]]:
    """Return steps by section, the section with the most pressing step first."""
    order = list(dict.fromkeys(one.department for one in found))
    parted = sorted(found, key=lambda one: order.index(one.department))
    return [(name, list(group)) for name, group in groupby(parted, key=lambda one: one.department)]
