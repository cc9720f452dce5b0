"""What is new since a day is what people wrote since then and what editions came: one list for the next meeting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

import pandas as pd

from dashboard.text import words
from desk.changes import Change
from desk.corrections import Saved
from desk.notes import Interim, Step

CORRECTION: Final = "訂正・確認"
STEP: Final = "次にすること"
INTERIM: Final = "途中の実績"
EDITION: Final = "資料の版"


@dataclass(frozen=True)
class News:
    """A thing that is new: on which day (in Japan), of what kind, of which initiative (None for the whole plan), by whom."""

    day: date
    kind: str
    number: int | None
    named: str
    what: str
    who: str


def written(changes: Sequence[Change], labels: Mapping[int, str]) -> list[News]:
    """Return what people wrote, in its order; `labels` are the years as they are said."""
    return [_of(change, labels) for change in changes]


def editions(frame: pd.DataFrame, since: date) -> list[News]:
    """Return the editions whose text was read from a day on."""
    found = []
    for row in frame.to_dict("records"):
        read_on = row["read_on"]
        if pd.isna(read_on) or pd.Timestamp(read_on).date() < since:
            continue
        changes = f"、前の版から{int(row['changes'])}か所が変わった" if row["changes"] else ""
        what = f"第{int(row['edition'])}版「{row['title']}」{changes}"
        found.append(News(pd.Timestamp(read_on).date(), EDITION, None, "", what, ""))
    return found


def day_of(moment: datetime) -> date:
    """Return the day in Japan of a moment in UTC."""
    return (moment + words.JAPAN_AHEAD).date()


def begin_of(day: date) -> datetime:
    """Return the moment in UTC at which a day in Japan begins."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - words.JAPAN_AHEAD


def _of(change: Change, labels: Mapping[int, str]) -> News:
    day = day_of(change.made_at)
    undone = "（元に戻した）" if change.undoes is not None else ""
    if isinstance(change, Saved):
        word = change.word
        what = "訂正を取り下げた" if word.is_withdrawn else f"{_year(word.year, labels)}{word.place}：{word.why}"
        return News(day, CORRECTION, word.number, word.named, what + undone, change.who)
    note: Step | Interim = change.note
    if isinstance(note, Step):
        return News(day, STEP, note.number, note.named, _step(note) + undone, change.who)
    what = f"{note.indicator}　{words.date_text(note.as_of)}現在 {words.number_text(note.value, note.unit)}"
    return News(day, INTERIM, note.number, note.named, what + ("（取り消し）" if note.is_withdrawn else undone), change.who)


def _step(step: Step) -> str:
    state = "（取りやめ）" if step.is_withdrawn else "（済み）" if step.is_done else ""
    due = f"（{words.date_text(step.due)}まで）" if step.due and not state else ""
    return f"{step.what}{due}{state}"


def _year(year: int | None, labels: Mapping[int, str]) -> str:
    return "" if year is None else labels.get(year, str(year))
