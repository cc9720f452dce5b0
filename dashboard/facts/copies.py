"""An evaluation that says last year's words, or the plan's, tells nothing of its own year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.text import words
from dashboard.text.differences import SAME, grade
from dashboard.text.records import Record, program_of, rows_of

# Evaluations that share at least this part of their characters with the year before are shown beside it.
NEARLY: Final = 0.9
FIGURES_TOO: Final = "warning"


@dataclass(frozen=True)
class Copy:
    """An evaluation beside the words it repeats: the year before's evaluation, or a plan."""

    number: int
    program: str
    activity: str
    department: str
    year: int
    label: str
    before_label: str
    before: str
    now: str
    grade: str
    status: str | None
    message: str
    is_warning: bool

    @property
    def status_text(self) -> str:
        """What the year was judged as: '○ 実施'."""
        return words.STATUSES[self.status].text if self.status else words.NOT_JUDGED.text


@dataclass(frozen=True)
class Stretch:
    """Years in a row with the same evaluation, or two years whose evaluations differ a little."""

    copies: tuple[Copy, ...]

    @property
    def is_same(self) -> bool:
        """Whether not a character differs."""
        return self.copies[0].grade == SAME

    @property
    def labels(self) -> tuple[str, ...]:
        """The years, from the first whose words were repeated."""
        return (self.copies[0].before_label, *(copy.label for copy in self.copies))

    @property
    def messages(self) -> tuple[str, ...]:
        """What is doubtful about repeating the words, each once; '' is left out."""
        return tuple(dict.fromkeys(copy.message for copy in self.copies if copy.is_warning and copy.message))


def read(frame: pd.DataFrame) -> tuple[Copy, ...]:
    """Return the copies of the frames `insight_copies` and `insight_plan_copies`, in their order."""
    return tuple(_copy(record) for record in rows_of(frame))


def narrowed(copies: Iterable[Copy], grades: Sequence[str], year: int | None) -> list[Copy]:
    """Return copies of one of the grades and of a year; nothing chosen lets all through."""
    return [copy for copy in copies if (not grades or copy.grade in grades) and (year is None or copy.year == year)]


def stretches(copies: Iterable[Copy]) -> list[list[Stretch]]:
    """Return copies as stretches of years by initiative, the longest repetition first, then by number."""
    found: dict[int, list[list[Copy]]] = {}
    for copy in copies:
        runs = found.setdefault(copy.number, [])
        last = runs[-1][-1] if runs else None
        if last and last.grade == copy.grade == SAME and last.year == copy.year - 1:
            runs[-1].append(copy)
        else:
            runs.append([copy])
    groups = [[Stretch(tuple(run)) for run in runs] for runs in found.values()]
    return sorted(groups, key=lambda group: (-_longest(group), group[0].copies[0].number))


def answer(copies: Sequence[Copy], year: int, label_ja: str, is_comparable: bool = True) -> str:
    """Return how many evaluations repeat the year before's words, how many of them in `year`, and who has done so longest.

    Of a year that can't be compared (`is_comparable`: it is evaluated, and a year was before) no number is told.
    """
    same = [copy for copy in copies if copy.grade == SAME]
    if not same:
        return "前年度と一字一句同じ評価はありません。"
    now = f"（うち{label_ja}は{sum(copy.year == year for copy in same)}件）" if is_comparable else ""
    said = f"前年度と一字一句同じ評価は{len(same)}件{now}です。"
    if is_comparable and all(copy.year == year for copy in same):
        said = f"{label_ja}の評価のうち、前年度と一字一句同じものは{len(same)}件です。"
    longest = stretches(same)[0]
    length = _longest(longest)
    first = longest[0].copies[0]
    return said + (f"最も長いのは{first.department}「{first.activity}」などの{length}年分です。" if length > 2 else "")


def plan_answer(copies: Sequence[Copy]) -> str:
    """Return how many evaluations are the plan's words, and how many of them don't say whether anything was done."""
    warned = sum(copy.is_warning for copy in copies)
    return (
        f"計画の文のままの評価は{len(copies)}件あり、うち{warned}件は実施したかどうかが書かれていません"
        f"（残る{len(copies) - warned}件は数値だけが加えられています）。"
    )


def table(copies: Iterable[Copy], repeated: str) -> pd.DataFrame:
    """Return one row a copy for taking away; `repeated` says what is repeated: '前年度の評価', '計画'."""
    return pd.DataFrame(
        [
            {
                "番号": copy.number,
                "実施事業": copy.program,
                "実施内容": copy.activity,
                "担当課": copy.department,
                "年度": copy.label,
                "文の違い": copy.grade,
                "状況": copy.status_text,
                "もとの年度": copy.before_label,
                repeated: copy.before,
                "評価": copy.now,
                "気づき": copy.message,
            }
            for copy in copies
        ]
    )


def _longest(group: Iterable[Stretch]) -> int:
    return max(len(stretch.labels) if stretch.is_same else 0 for stretch in group)


def _copy(record: Record) -> Copy:
    before, now = str(record["before"]), str(record["now"])
    return Copy(
        number=int(record["number"]),
        program=program_of(record),
        activity=str(record["activity"]),
        department=str(record["department"]),
        year=int(record["year"]),
        label=str(record["label"]),
        before_label=str(record["before_label"]),
        before=before,
        now=now,
        grade=SAME if record.get("is_copied") is True else grade(before, now),
        status=None if pd.isna(record["status"]) else str(record["status"]),
        message="" if pd.isna(record["message"]) else str(record["message"]),
        is_warning=record["severity"] == FIGURES_TOO,
    )
