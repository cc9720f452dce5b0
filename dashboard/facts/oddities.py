"""What is odd under a filter: targets moved, frozen or always exceeded; evaluations that repeat words; contradictions."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.facts import contradictions, copies, target_moves
from dashboard.facts.contradictions import Contradiction
from dashboard.facts.copies import Copy
from dashboard.facts.series import Series
from dashboard.frame import filters, shared
from dashboard.frame.shown_query import Query
from dashboard.text import differences

MOVED: Final = "動いた目標"
FROZEN: Final = "変わらない目標"
EXCEEDED: Final = "毎年上回る目標"
COPIED: Final = "前年度と同じ評価"
PLAN_COPIED: Final = "計画の文のままの評価"
CONTRADICTED: Final = "食い違い"
# Kinds that only several years make: one year alone has none of them.
OF_SEVERAL_YEARS: Final = (FROZEN, EXCEEDED)


@dataclass(frozen=True)
class Oddities:
    """What is odd under the filter, each kind with the query it was asked with; `only_year` narrows to one year."""

    kinds: target_moves.Kinds
    same: tuple[Copy, ...]
    plans: tuple[Copy, ...]
    odd: tuple[Contradiction, ...]
    by_series: Query
    by_copy: Query
    by_plan: Query
    by_contradiction: Query
    labels: list[str]
    first_year: int
    last_year: int
    last_evaluated: int
    year: int
    only_year: int | None = None

    @property
    def year_ja(self) -> str:
        """How the chosen year is called."""
        return filters.year_label(self.year, "label_ja")

    @property
    def is_first(self) -> bool:
        """Whether the chosen year has none before it to be compared with."""
        return self.year == self.first_year

    @property
    def is_evaluated(self) -> bool:
        """Whether the chosen year has an evaluation yet."""
        return self.year <= self.last_evaluated

    @property
    def not_yet(self) -> str:
        """Why the chosen year's evaluations can't be told to be odd, '' where they can."""
        return "" if self.is_evaluated else f"{self.year_ja}の評価はまだありません。"

    @property
    def evaluated(self) -> list[str]:
        """The labels of the years that have an evaluation."""
        return self.labels[: self.last_evaluated - self.first_year + 1]

    @cached_property
    def eased(self) -> list[Series]:
        """The indicators whose target the chosen year eased."""
        return [one for one, move in target_moves.eased(self.kinds.movable, self.last_year) if move.year == self.year]

    @cached_property
    def moving(self) -> dict[Series, list[target_moves.Move]]:
        """The indicators whose target was moved, each with how, in the one year where only one is looked at."""
        return {one: moves for one in self.kinds.movable if (moves := self.moves(one))}

    @cached_property
    def repeated(self) -> int:
        """How many evaluations of the chosen year are those of the year before, word for word."""
        return sum(copy.year == self.year and copy.grade == differences.SAME for copy in self.same)

    @cached_property
    def contradictions(self) -> list[Contradiction]:
        """What does not fit together, in the one year where only one is looked at."""
        return [one for one in self.odd if self.only_year in (None, one.year)]

    @cached_property
    def sections(self) -> dict[str, list[str]]:
        """The sections of each kind, one for each thing found; of one year alone what several years make is left out."""
        narrowed = self.only_year
        whole = {
            FROZEN: [one.department for one in self.kinds.frozen],
            EXCEEDED: [one.department for one in self.kinds.exceeded],
        }
        return {
            MOVED: [one.department for one in self.moving],
            **(whole if narrowed is None else {}),
            COPIED: [copy.department for copy in copies.narrowed(self.same, (differences.SAME,), narrowed)],
            PLAN_COPIED: [copy.department for copy in copies.narrowed(self.plans, (), narrowed)],
            CONTRADICTED: [one.department for one in self.contradictions],
        }

    def by_year(self, kind: str) -> dict[str, int]:
        """How many of a kind there are each year of the plan; each matter's move is one, as in the list of its rows."""
        found = {
            MOVED: [move.label for same in target_moves.matters(self.moving) for move in self.moving[same[0]]],
            COPIED: [copy.label for copy in copies.narrowed(self.same, (differences.SAME,), None)],
            PLAN_COPIED: [copy.label for copy in copies.narrowed(self.plans, (), None)],
            CONTRADICTED: [one.label for one in self.odd],
        }[kind]
        return {label: found.count(label) for label in self.labels}

    def moves(self, one: Series) -> list[target_moves.Move]:
        """How an indicator's target was moved, in the one year where only one is looked at."""
        return [move for move in target_moves.moves(one, self.last_year) if self.only_year in (None, move.year)]


def asked(chosen: Filter, only_year: int | None) -> Oddities:
    """Return what is odd of what the filter lets through."""
    everything = filters.without_year(chosen)
    years = queries.frame("years")
    by_series, by_plan = Query("indicator_series", everything), Query("insight_plan_copies", everything)
    by_copy = Query("insight_copies", everything, {"nearly": copies.NEARLY})
    by_contradiction = Query("insight_contradictions", everything)
    queries.ahead((by_copy.name, everything), **by_copy.more)
    queries.ahead((by_plan.name, everything), (by_contradiction.name, everything))
    return Oddities(
        shared.told(target_moves.asked, everything),
        queries.read(copies.read, by_copy.name, everything, **by_copy.more),
        queries.read(copies.read, by_plan.name, everything),
        queries.read(contradictions.read, by_contradiction.name, everything),
        by_series,
        by_copy,
        by_plan,
        by_contradiction,
        labels=[str(label) for label in years["label"]],
        first_year=int(years["year"].iloc[0]),
        last_year=int(years["year"].iloc[-1]),
        last_evaluated=filters.last_evaluated(),
        year=chosen.year,
        only_year=only_year,
    )
