"""A promise with a date is due in its year: which are overdue, which were kept late, which come next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.text import words
from dashboard.text.records import known, rows_of

# What a reader has to act on comes first.
ORDER: Final = ("overdue", "unknown", "not_yet", "late", "kept", "closed")


@dataclass(frozen=True)
class PromiseOutcome:
    """What an initiative promises by a year, and what became of it (promise_state_code)."""

    number: int
    activity: str
    department: str
    due_year: int
    due_label: str
    due_label_ja: str
    what: str
    quote: str
    state: str
    kept_year: int | None
    is_doubtful: bool


def read(frame: pd.DataFrame) -> tuple[PromiseOutcome, ...]:
    """Return the promises of a frame, in its order."""
    return tuple(
        PromiseOutcome(
            int(row["number"]),
            str(row["activity"]),
            str(row["department"]),
            int(row["due_year"]),
            str(row["due_label"]),
            str(row["due_label_ja"]),
            str(row["what"]),
            str(row["quote"]),
            str(row["state"]),
            None if (kept := known(row["kept_year"])) is None else int(kept),
            bool(row["is_doubtful"]),
        )
        for row in rows_of(frame)
    )


def pressing(found: Sequence[PromiseOutcome]) -> list[PromiseOutcome]:
    """Return promises as they press: overdue first, then what can't be told, then what is due, the earliest first."""
    return sorted(found, key=lambda one: (ORDER.index(one.state), one.due_year, one.number))


def answer(found: Sequence[PromiseOutcome]) -> str:
    """Return what became of the promises, counted, as a sentence: '期限のある約束16件：期限超過2件、…'."""
    if not found:
        return "期限の年度が書かれた事業目標はありません。"
    counts = {state: sum(one.state == state for one in found) for state in ORDER}
    said = "、".join(f"{words.PROMISE_STATES[state].label}{count}件" for state, count in counts.items() if count)
    doubtful = sum(one.is_doubtful for one in found)
    return f"期限のある約束{len(found)}件：{said}" + (f"（うち{words.DOUBTFUL.label}{doubtful}件）" if doubtful else "") + "。"


def came(one: PromiseOutcome, labels: Mapping[int, str]) -> str:
    """Return what became of a promise in words: '◐ 遅れて実現（R1）'."""
    text = words.PROMISE_STATES[one.state].text
    year = f"（{labels.get(one.kept_year, str(one.kept_year))}）" if one.kept_year and one.state == "late" else ""
    return f"{text}{year}" + (f"　{words.DOUBTFUL.text}" if one.is_doubtful else "")


def table(found: Sequence[PromiseOutcome], labels: Mapping[int, str]) -> pd.DataFrame:
    """Return one row a promise, for reading and saving."""
    headings = ["番号", "実施内容", "担当課", "期限", "約束", "状況", "もとのことば"]
    rows = [
        [one.number, one.activity, one.department, one.due_label_ja, one.what, came(one, labels), one.quote] for one in found
    ]
    return pd.DataFrame(rows, columns=headings)
