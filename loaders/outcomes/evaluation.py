"""An evaluation as the rules that judge it by its words ask of it: what failed, what was done, what of it was planned."""

from dataclasses import dataclass
from functools import cached_property

from loaders.outcomes.causes import is_grade
from loaders.outcomes.failures import is_planned, stands
from loaders.outcomes.fulfilment import tells_of_an_action
from loaders.outcomes.not_due import is_not_known_yet
from loaders.outcomes.predicates import DOING, Predicate
from loaders.outcomes.statements import Statement
from loaders.outcomes.year_facts import YearFacts


@dataclass(frozen=True)
class Evaluation:
    """An evaluation with what several rules ask of it."""

    facts: YearFacts

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What its sentences say, at least one."""
        return self.facts.statements

    @cached_property
    def plan(self) -> str:
        """What was planned for the year."""
        return self.facts.plans.this

    @cached_property
    def failures(self) -> list[Statement]:
        """The failures that nothing made good."""
        return [s for s in self.statements if stands(self.facts, s) and not is_not_known_yet(s.sentence.text)]

    @cached_property
    def done(self) -> Statement | None:
        """What was done, as told last; beside a study a mere grade (順調である) tells of no work."""
        done = next((s for s in reversed(self.statements) if s.predicate in DOING and not s.is_aside), None)
        if done and is_grade(done) and any(s.predicate is Predicate.STUDIED for s in self.statements):
            return next((s for s in self.statements if s.predicate in DOING and not is_grade(s)), None)
        return done

    @cached_property
    def planned_failures(self) -> list[Statement]:
        """The failures of what was planned; where nothing tells of an act, whatever failed."""
        is_told = self.done is not None and tells_of_an_action(self.statements, self.plan)
        return [s for s in self.failures if is_planned(self.facts, s)] if is_told else self.failures

    def first(self, *predicates: Predicate) -> Statement | None:
        """Return the last statement with the first of the predicates that any statement has, None where none has one."""
        said = {s.predicate: s for s in self.statements}
        return next((said[predicate] for predicate in predicates if predicate in said), None)
