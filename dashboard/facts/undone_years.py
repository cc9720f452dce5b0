"""What is left undone is seen as a row of years: since when, how long, in which words, and whether it was planned again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, Final

import pandas as pd

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.text import basis, words
from dashboard.text.records import Record, program_of, rows_of, text_of

LONGEST, GOING_ON = "最長の連続", "続いた年数"
TAKEN_UP: Final = "翌年度の計画に記載があります"
SAME_WORDS: Final = "翌年度の計画は、この年度と同じ文です"
NOT_TAKEN_UP: Final = "翌年度の計画に記載がありません"
ENDED: Final = "翌年度の計画では終了・中断としています"


def unmet_label() -> str:
    """Return how the status 未達 is called on screen."""
    return words.STATUSES["unmet"].label


# What the next plan does with the work, for a narrow cell.
AGAIN: Final = {TAKEN_UP: "継続", SAME_WORDS: "同文", NOT_TAKEN_UP: "記載なし", ENDED: "終了"}


@dataclass(frozen=True)
class InitiativeYear:
    """What became of an initiative in a year, in its own words. `status` is None in a year without an evaluation column."""

    year: int
    label: str
    status: str | None
    is_carried_over: bool
    is_undone: bool
    reason: str | None
    plan: str
    evaluation: str
    plan_ends_work: bool = False
    missed: tuple[str, ...] = ()
    carried_rule: str = ""
    basis: str = ""
    is_doubtful: bool = False
    waits_for: str = ""

    @property
    def full_signs(self) -> tuple[str, ...]:
        """The signs, with the kind of carrying over: '✕ 未達', '↻ 繰越（見送り）'."""
        return (*self.signs[:1], words.carried_text(self.carried_rule)) if self.is_carried_over else self.signs

    @property
    def signs(self) -> tuple[str, ...]:
        """What the year came to as signs with words: '✕ 未達', '↻ 繰越'; none without an evaluation column."""
        if self.status is None:
            return ()
        carried = (words.CARRIED_OVER.text,) if self.is_carried_over else ()
        return (words.STATUSES[self.status].text, *carried)


@dataclass(frozen=True)
class Run:
    """Years in a row that were left undone."""

    years: tuple[InitiativeYear, ...]

    @property
    def length(self) -> int:
        """How many years it lasted."""
        return len(self.years)

    @property
    def said(self) -> tuple[str, str]:
        """How long, and since when: '3年', '（H30～R2）'."""
        first, last = self.years[0].label, self.years[-1].label
        return f"{self.length}年", f"（{first if first == last else f'{first}～{last}'}）"

    @property
    def since(self) -> str:
        """Since when, and how long, for a narrow cell: 'H30から3年', 'R2のみ'."""
        first = self.years[0].label
        return f"{first}から{self.length}年" if self.length > 1 else f"{first}のみ"


@dataclass(frozen=True)
class InitiativeYears:
    """An initiative with all its years, in order."""

    number: int
    goal_code: str
    program: str
    activity: str
    department: str
    years: tuple[InitiativeYear, ...]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs of undone years, in order."""
        return tuple(Run(tuple(run)) for undone, run in groupby(self.years, lambda year: year.is_undone) if undone)

    @cached_property
    def longest(self) -> Run:
        """The longest run, the latest of equal ones."""
        return max(self.runs, key=lambda run: (run.length, run.years[-1].year))

    @cached_property
    def undone(self) -> tuple[InitiativeYear, ...]:
        """The years left undone."""
        return tuple(year for year in self.years if year.is_undone)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons that the undone years give, each once; a year without one says so."""
        return tuple(dict.fromkeys(words.reason_text(year.reason) for year in self.undone))

    def at(self, year: int) -> InitiativeYear | None:
        """Return a year by its number, None outside the plan."""
        return self._by_year.get(year)

    @cached_property
    def _by_year(self) -> dict[int, InitiativeYear]:
        return {one.year: one for one in self.years}

    def run_at(self, year: int) -> Run | None:
        """Return the run that a year belongs to, None where the year was not left undone."""
        return next((run for run in self.runs if any(one.year == year for one in run.years)), None)

    def years_so_far(self, year: int) -> int:
        """Return for how many years in a row it was left undone up to a year; 0 where the year was not."""
        return self._so_far.get(year, 0)

    @cached_property
    def _so_far(self) -> dict[int, int]:
        return {one.year: at for run in self.runs for at, one in enumerate(run.years, start=1)}

    def after(self, year: InitiativeYear) -> InitiativeYear | None:
        """Return the year after, None after the plan's last."""
        return self.at(year.year + 1)


def read(frame: pd.DataFrame) -> tuple[InitiativeYears, ...]:
    """Return the rows of the frame `undone_years`, in its order."""
    found: dict[int, list[Record]] = {}
    for record in rows_of(frame):
        found.setdefault(int(record["number"]), []).append(record)
    return tuple(_row(records) for records in found.values())


@dataclass(frozen=True)
class Choice:
    """Which undone years are looked for: of one of the labels, states and reasons. Nothing chosen lets all through."""

    labels: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    def fits(self, year: InitiativeYear | None) -> bool:
        """Return whether a year was left undone, and as is looked for."""
        if year is None or not year.is_undone:
            return False
        if self == EVERYTHING:
            return True
        state = (unmet_label() in self.states and year.status == "unmet") or (
            words.CARRIED_OVER.label in self.states and year.is_carried_over
        )
        return (
            (not self.labels or year.label in self.labels)
            and (not self.states or state)
            and (not self.reasons or words.reason_text(year.reason) in self.reasons)
        )

    @property
    def said(self) -> str:
        """What is looked for, in words; '' where nothing was chosen."""
        reasons = [f"理由が{'・'.join(self.reasons)}"] if self.reasons else []
        return "、".join(["・".join(part) for part in (self.labels, self.states) if part] + reasons)


EVERYTHING: Final = Choice()


def narrowed(rows: Iterable[InitiativeYears], choice: Choice) -> list[InitiativeYears]:
    """Return rows with a year that is looked for."""
    return [row for row in rows if any(choice.fits(year) for year in row.years)]


def ordered(rows: Iterable[InitiativeYears]) -> list[InitiativeYears]:
    """Return rows by their longest run; of equal ones the latest first, then by number."""
    return sorted(rows, key=lambda row: (-row.longest.length, -row.longest.years[-1].year, row.number))


def parted(
    rows: Iterable[InitiativeYears], year: int, choice: Choice = EVERYTHING
) -> tuple[list[InitiativeYears], list[InitiativeYears]]:
    """Return rows whose year is looked for, the longest run up to it first, and apart from them those of other years only."""
    now: list[InitiativeYears] = []
    others: list[InitiativeYears] = []
    for row in rows:
        (now if choice.fits(row.at(year)) else others).append(row)
    return sorted(now, key=lambda row: (-row.years_so_far(year), row.number)), ordered(others)


def grouped(
    rows: Sequence[InitiativeYears], key: Callable[[InitiativeYears], str] | None
) -> list[tuple[str, list[InitiativeYears]]]:
    """Return rows in groups, the largest first, each in the order given; one nameless group without a key."""
    if key is None:
        return [("", list(rows))]
    groups: dict[str, list[InitiativeYears]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def again(year: InitiativeYear, after: InitiativeYear | None) -> str:
    """Return whether the year after plans the work again or ends it; '' after the plan's last year: nothing is known."""
    if after is None:
        return ""
    if not after.plan.strip():
        return NOT_TAKEN_UP
    if after.plan_ends_work:
        return ENDED
    return SAME_WORDS if after.plan.strip() == year.plan.strip() else TAKEN_UP


def title(rows: Sequence[InitiativeYears], year: int, label: str) -> str:
    """Return the year as a title: 'R2 未達・繰越14件、最長3年'; how long is told where any went on."""
    so_far = [row.years_so_far(year) for row in rows if row.years_so_far(year)]
    if not so_far:
        return f"{label} 未達・繰越の記載はありません"
    longest = f"、最長{max(so_far)}年" if max(so_far) > 1 else ""
    return f"{label} 未達・繰越{len(so_far)}件{longest}"


def answer(rows: Sequence[InitiativeYears], year: int, label_ja: str) -> str:
    """Return the year in one sentence: how many are undone, and since when the longest has been."""
    now, _ = parted(rows, year)
    if not now:
        return f"{label_ja}に未達または繰越の実施事業はありません"
    carried = sum(one.is_carried_over for row in now for one in row.undone if one.year == year)
    so_far = [row.years_so_far(year) for row in now]
    longest = max(so_far)
    said = f"{label_ja}は{len(now)}件が未達または繰越（うち繰越{carried}件）"
    return f"{said}、{so_far.count(longest)}件は{longest}年続いています" if longest > 1 else said


def table(rows: Sequence[InitiativeYears], name: Callable[[InitiativeYears], str], year: int | None = None) -> pd.DataFrame:
    """Return the matrix: one row an initiative, a column a year with sign and word. `name` says how an initiative is named.

    The latest year stands first, where a phone shows it. The run told is that of `year`, where one is given and was left
    undone, else the longest.
    """
    heading = LONGEST if year is None else GOING_ON
    return pd.DataFrame(
        [
            {"実施事業": name(row), heading: run_told(row, year).since}
            | {each.label: " ".join(each.signs) for each in reversed(row.years) if each.status is not None}
            | {"担当課": row.department, "理由": "、".join(row.reasons)}
            for row in rows
        ]
    )


def run_told(row: InitiativeYears, year: int | None) -> Run:
    """Return the run that a year belongs to, the longest where there is none."""
    return (None if year is None else row.run_at(year)) or row.longest


def long_table(rows: Sequence[InitiativeYears]) -> pd.DataFrame:
    """Return one row an undone year, with its words and the next year's plan: what a meeting takes away."""
    return pd.DataFrame(
        [
            {
                "番号": row.number,
                "実施事業": row.program,
                "実施内容": row.activity,
                "担当課": row.department,
                "年度": year.label,
                "状況": words.STATUSES[year.status].label if year.status else "",
                "繰越": words.CARRIED_OVER.label if year.is_carried_over else "",
                "繰越の種類": words.CARRIED_KINDS.get(year.carried_rule, ""),
                "最長の連続年数": row.longest.length,
                "理由": words.reason_text(year.reason),
                "届かなかった目標": "、".join(year.missed),
                "内容及び目標": year.plan,
                "評価": year.evaluation,
                "判定の理由": year.basis,
                "翌年度の内容及び目標": after.plan if (after := row.after(year)) else "",
                "翌年度の状況": words.STATUSES[after.status].label if after and after.status else "",
            }
            for row in rows
            for year in row.undone
        ]
    )


def asked(chosen: Filter) -> tuple[InitiativeYears, ...]:
    """Return the rows that the filter lets through."""
    return queries.read(read, "undone_years", chosen)


@dataclass(frozen=True)
class Said:
    """A year as a title and as a sentence."""

    title: str
    answer: str


def asked_words(chosen: Filter, year: int, label: str, label_ja: str) -> Said:
    """Return what is said of a year, of what the filter lets through."""
    rows = asked(chosen)
    return Said(title(rows, year, label), answer(rows, year, label_ja))


def asked_reasons(chosen: Filter) -> frozenset[str]:
    """Return the reasons that occur."""
    return frozenset(words.reason_text(year.reason) for row in asked(chosen) for year in row.undone)


@dataclass(frozen=True)
class Found:
    """Rows with a year that is looked for: those of the year in question, and those of other years only."""

    now: tuple[InitiativeYears, ...]
    others: tuple[InitiativeYears, ...]

    @property
    def every(self) -> tuple[InitiativeYears, ...]:
        """All of them, those of the year first."""
        return (*self.now, *self.others)


def asked_parted(chosen: Filter, year: int, choice: Choice) -> Found:
    """Return the rows that are looked for, of what the filter lets through."""
    now, others = parted(narrowed(asked(chosen), choice), year, choice)
    return Found(tuple(now), tuple(others))


def _row(records: Sequence[Record]) -> InitiativeYears:
    head = records[0]
    return InitiativeYears(
        number=int(head["number"]),
        goal_code=str(head["goal_code"]),
        program=program_of(head),
        activity=str(head["activity"]),
        department=str(head["department"]),
        years=tuple(_year(record) for record in records),
    )


def _year(record: Record) -> InitiativeYear:
    return InitiativeYear(
        year=int(record["year"]),
        label=str(record["label"]),
        status=text_of(record["status"]) or None,
        is_carried_over=record["is_carried_over"] is True or text_of(record["is_carried_over"]) == "True",
        is_undone=bool(record["is_undone"]),
        reason=text_of(record["reason"]) or None,
        plan=text_of(record["plan"]),
        evaluation=text_of(record["evaluation"]),
        plan_ends_work=bool(record["plan_ends_work"]),
        missed=_missed(record["missed"]),
        carried_rule=text_of(record["carried_rule"]),
        basis=basis.note(str(record["rule"]), float(record["confidence"])) if record["is_undone"] else "",
        is_doubtful=record.get("is_doubtful") is True,
        waits_for=text_of(record.get("waits_for")),
    )


def _missed(targets: Any) -> tuple[str, ...]:
    """Return each missed target as 'name 46人（目標70人）24人不足'."""
    if not isinstance(targets, Iterable):
        return ()
    return tuple(
        f"{one['name']} {words.number_text(one['result'], one['unit'])}（目標{words.number_text(one['target'], one['unit'])}）"
        + words.missed_by_text(one["result"], one["target"], one["unit"])
        for one in targets
    )
