"""An indicator is one thing measured in one unit over the years; what can be said of it is said of its series."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import Any, Final

import pandas as pd

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.text import colours, words
from dashboard.text.records import Record, known, rows_of
from dashboard.text.words import Band, Word

BETTER: Final = Word("改善", "↗", colours.NAVY, "よくなった年度の組が、悪くなった組よりはっきり多い。")
LEVEL: Final = Word("横ばい", "→", colours.SLATE, "よくなった年度の組と、悪くなった組に大きな差がない。")
WORSE: Final = Word("悪化", "↘", colours.RED, "悪くなった年度の組が、よくなった組よりはっきり多い。")
# A trend wants three results; it is clear where the pairs of years that improved outweigh the others by half of all pairs.
TREND_RESULTS: Final = 3
TREND_CLEAR: Final = 0.5


@dataclass(frozen=True)
class Words:
    """The words that a number was read from, and the heading they are printed under."""

    quote: str
    kind: str
    label: str | None


@dataclass(frozen=True)
class Point:
    """An indicator in one year. None is unknown, never 0.

    `state` is what became of its target (target_state_code), None where it has none; `is_counted` is False where another row
    states the same matter's target; `is_forecast` where the result is only expected, by which nothing is judged.
    `status` and `reason` are the initiative's: what became of its year, and why. `said` are the words that tell it: those
    around the result where its own target was missed, else the initiative's.
    """

    year: int
    label: str
    target: float | None
    result: float | None
    attainment: float | None
    is_met: bool | None
    first_target: float | None = None
    progress: float | None = None
    reason: str | None = None
    status: str | None = None
    said: str = ""
    target_words: Words | None = None
    result_words: Words | None = None
    state: str | None = None
    is_counted: bool = True
    is_doubtful: bool = False
    is_forecast: bool = False

    @property
    def band(self) -> Band | None:
        """The step of the scale, None where the year can't be judged."""
        return words.band(self.attainment, self.is_met)

    @property
    def verdict(self) -> Word:
        """How the year is said: its band, else which of the kinds of what can't be judged it is."""
        if self.band is not None:
            return self.band.word
        became = self.became
        return words.TARGET_STATES[became] if became is not None else words.NOT_JUDGED

    @property
    def gap(self) -> float | None:
        """The result less the target, whichever is better."""
        return None if self.result is None or self.target is None else self.result - self.target

    @property
    def became(self) -> str | None:
        """What became of the target, by its numbers alone where the store says nothing of it."""
        if self.state is not None or self.target is None:
            return self.state
        if self.is_forecast:
            return "forecast"
        return "no_number" if self.is_met is None else "met" if self.is_met else "missed"

    @property
    def is_outside(self) -> bool:
        """Whether the year was missed and its text blames a cause outside the office (新型コロナ, 災害)."""
        return self.is_met is False and self.reason in words.OUTSIDE_CAUSES

    @property
    def is_revised(self) -> bool:
        """Whether the target was stated otherwise at first."""
        return self.first_target is not None and self.first_target != self.target


@dataclass(frozen=True)
class Series:
    """An indicator with its points in the order of the years; `doubt` is what is told of a name that the document damaged."""

    indicator_id: int
    number: int
    activity: str
    department: str
    name: str
    unit: str | None
    direction: str
    is_cumulative: bool
    baseline: float | None
    final_goal: float | None
    points: tuple[Point, ...]
    doubt: str = ""

    @property
    def heading(self) -> str:
        """Name, unit and kind of the numbers: '防災メール登録者数（人・累計）'."""
        kind = "累計" if self.is_cumulative else "年度別"
        return f"{self.name}（{'・'.join([*([self.unit] if self.unit else []), kind])}）"

    @property
    def option(self) -> str:
        """Number, name and activity as one searchable line, stable enough for a link."""
        unit = f"（{self.unit}）" if self.unit else ""
        return f"{self.number} {self.name}{unit}｜{self.activity}"

    def __hash__(self) -> int:
        """By its number: what is kept for a series is asked for thousands of times a run, and all its points are a long key."""
        return hash(self.indicator_id)

    @property
    def has_target(self) -> bool:
        """Whether any year states a target."""
        return any(point.target is not None for point in self.points)

    @cached_property
    def is_parts_of_total(self) -> bool:
        """Whether the yearly targets add up to the plan's final goal (4 + 4 + 3 of 11 places): the goal is no year's then."""
        stated = self.stated
        if self.is_cumulative or len(stated) < 2 or self.final_goal is None:
            return False
        # 1.2 km in each of three years are 3.6 km, though not to the last binary digit.
        return math.isclose(sum(stated), self.final_goal)

    @cached_property
    def stated(self) -> list[float]:
        """The targets of the years that state one."""
        return [point.target for point in self.points if point.target is not None]

    @property
    def goal_name(self) -> str:
        """What the final goal is called: '計画の最終目標', or '3年間の合計の目標' where yearly targets are its parts."""
        return f"{len(self.stated)}年間の合計の目標" if self.is_parts_of_total else "計画の最終目標"

    def at(self, year: int) -> Point | None:
        """Return the point of a year, None where the year says nothing."""
        return next((point for point in self.points if point.year == year), None)

    def is_outside(self, year: int) -> bool:
        """Return whether a year was missed and its text blames an outside cause."""
        point = self.at(year)
        return point is not None and point.is_outside

    def gain(self, year: int) -> float | None:
        """Return how much better the result is than the year before's, as a share of it; None where one is missing."""
        now, before = self.at(year), self.at(year - 1)
        if now is None or before is None or now.result is None or not before.result:
            return None
        if now.is_forecast or before.is_forecast:
            return None
        change = (now.result - before.result) / abs(before.result)
        return change if self.direction == "up" else -change

    def results(self, year: int) -> list[Point]:
        """Return the points with a result up to a year; what is only expected has not come of any."""
        return [p for p in self.points if p.result is not None and not p.is_forecast and p.year <= year]

    def total(self, year: int) -> float:
        """Return the sum of the results up to a year."""
        return sum(point.result or 0.0 for point in self.results(year))

    def left_to_goal(self, point: Point) -> float | None:
        """Return how far a result is from the plan's final goal; 0 or less where it reaches it, None where one is missing.

        Of a total it is what all results up to then leave.
        """
        if point.result is None or self.final_goal is None:
            return None
        left = self.final_goal - (self.total(point.year) if self.is_parts_of_total else point.result)
        return left if self.direction == "up" else -left

    def trend(self, year: int) -> Word | None:
        """Return how the results ran up to a year (Kendall's tau over all pairs).

        None where the year itself has no result: what ran until an earlier year is no news of this one. None with fewer
        than three results.
        """
        known = self.results(year)
        if len(known) < TREND_RESULTS or known[-1].year != year:
            return None
        results = [point.result or 0.0 for point in known]
        pairs = list(combinations(results, 2))
        risen = sum((later > earlier) - (later < earlier) for earlier, later in pairs) / len(pairs)
        gained = risen if self.direction == "up" else -risen
        return BETTER if gained >= TREND_CLEAR else WORSE if gained <= -TREND_CLEAR else LEVEL


def read(frame: pd.DataFrame) -> tuple[Series, ...]:
    """Return the series of the frame `indicator_series`, in its order; names that occur twice in a row are numbered."""
    found: dict[int, list[Record]] = {}
    for record in rows_of(frame):
        found.setdefault(int(record["indicator_id"]), []).append(record)
    return _told_apart(_series(records) for records in found.values())


def by_option(chosen: Filter) -> dict[str, Series]:
    """Return the series that the filter lets through, each by what a list to choose from calls it."""
    return {one.option: one for one in queries.read(read, "indicator_series", chosen)}


def leads_on(baseline: float | None, target: float | None, direction: str) -> bool:
    """Return whether a target asks for more than the baseline."""
    if target is None or baseline is None:
        return False
    return target > baseline if direction == "up" else target < baseline


def _series(records: Sequence[Record]) -> Series:
    head = records[0]
    return Series(
        indicator_id=int(head["indicator_id"]),
        number=int(head["number"]),
        activity=str(head["activity"]),
        department=str(head["department"]),
        name=str(head["name"]),
        unit=known(head["unit"]),
        direction=str(head["direction"]),
        is_cumulative=bool(head["is_cumulative"]),
        baseline=_number(head["baseline"]),
        final_goal=_number(head["final_goal"]),
        points=tuple(_point(record) for record in records),
        doubt=known(head["doubt"]) or "",
    )


def _point(record: Record) -> Point:
    met = known(record["is_met"])
    return Point(
        year=int(record["year"]),
        label=str(record["label"]),
        target=_number(record["target"]),
        result=_number(record["result"]),
        attainment=_number(record["attainment"]),
        is_met=None if met is None else bool(met),
        first_target=_number(record["first_target"]),
        progress=_progress(record),
        reason=known(record["reason"]),
        status=known(record["status"]),
        said=known(record["said"]) or "",
        target_words=_words(record, "target"),
        result_words=_words(record, "result"),
        state=known(record.get("state")),
        is_counted=record.get("is_counted") is not False,
        is_doubtful=record.get("is_doubtful") is True,
        is_forecast=record.get("is_forecast") is True,
    )


def _progress(record: Record) -> float | None:
    """The way from the baseline; none where the year asks for no more than the baseline: its 139 % would be a loss."""
    target, baseline = _number(record["target"]), _number(record["baseline"])
    return _number(record["progress"]) if leads_on(baseline, target, record["direction"]) else None


def _words(record: Record, role: str) -> Words | None:
    quote = known(record[f"{role}_quote"])
    return Words(quote, record[f"{role}_kind"], known(record[f"{role}_label"])) if quote else None


def _told_apart(every: Iterable[Series]) -> tuple[Series, ...]:
    """Number the names that one row gives to several indicators of one unit, so that each can be chosen."""
    told: list[Series] = []
    seen: dict[str, int] = {}
    for one in every:
        seen[one.option] = seen.get(one.option, 0) + 1
        again = seen[one.option]
        told.append(one if again == 1 else replace(one, name=f"{one.name} {again}"))
    return tuple(told)


def _number(value: Any) -> float | None:
    found = known(value)
    return None if found is None else float(found)
