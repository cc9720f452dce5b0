"""A failure that an evaluation tells of counts where the plan holds what failed and nothing made it good."""

import re
from dataclasses import dataclass
from typing import Final

from loaders.model import Reason
from loaders.outcomes.causes import told_by_vocabulary
from loaders.outcomes.fulfilment import runs
from loaders.outcomes.likely_sentences import bears_out
from loaders.outcomes.plans import is_mere_figure
from loaders.outcomes.predicates import DOING, FAILING, Predicate
from loaders.outcomes.statements import Statement
from loaders.outcomes.year_facts import YearFacts
from loaders.patterns import Pattern
from loaders.prose.clauses import split
from loaders.prose.nouns import is_same_work, nouns
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/failures.toml tells what each means, with examples."""

    called_off: Pattern
    another: Pattern
    opening_topic: Pattern
    the_rest: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

# What was put off or cancelled without being named is what was planned: 2年続けての中止とした.
_OF_THE_PLAN = frozenset({Predicate.CANCELLED, Predicate.POSTPONED})
# What a clause says something of, and what is no thing but a time.
_THING, _WHEN = Pattern(r"([^、。はがをも]{1,20})(?:は|が|を|も)"), Pattern(r"(?:年度?|段階|時点|当初)$")
# A shorter sentence names nothing but that it failed.
_BARE = 10
_COUNT = Pattern(r"\d+[一-鿿]")


def stands(facts: YearFacts, statement: Statement) -> bool:
    """Say whether a statement tells of a failure that no later sentence makes good by the same work done instead.

    Another work in its stead (代替として物産展を実施した) leaves what was meant undone.
    """
    if statement.predicate not in FAILING:
        return False
    later = facts.statements[facts.statements.index(statement) + 1 :]
    meant = f"{facts.plans.this} {statement.sentence.text}"
    return not any(s.is_instead and s.predicate in DOING and _makes_good(s.sentence.text.split("【")[0], meant) for s in later)


def _makes_good(instead: str, meant: str) -> bool:
    """Say whether what was done instead is all that was meant: 代わりに花火のみ打ち上げた is not."""
    return is_same_work(instead, meant) and not re.search(r"のみ|だけ", instead)


def is_other_work(facts: YearFacts, failing: Statement) -> bool:
    """Say whether what failed is planned in a sentence of its own, beside those that set the targets with results."""
    quotes = {e.target_quantity.quote for e in facts.entries if e.target_quantity and e.is_met is not None}
    sentences = [words for c in facts.plan for s in split(c.text) for words in _SIGNS.another.split(c.text[s.start : s.end])]
    counted = " ".join(words for words in sentences if any(quote in words for quote in quotes))
    others = " ".join(words for words in sentences if not any(quote in words for quote in quotes))
    named = nouns(failing.sentence.text)
    return any(noun not in counted and re.search(rf"{re.escape(noun)}(?![一-鿿ァ-ヶ])", others) for noun in named)


def is_planned(facts: YearFacts, failing: Statement) -> bool:
    """Say whether the plan holds what failed, so that it isn't a remark beside the work: サイトの構築検討は行っていない."""
    if failing.predicate is Predicate.MISSED_GOAL or is_mere_figure(facts.plans.this):
        return True
    if _SIGNS.the_rest.match(narrow(failing.sentence.text)):
        return True
    if failing.is_aside or lacks_demand(failing, facts.year):
        return False
    if bears_out(failing, facts.plans.this):  # It may name nothing of the plan: 山間部の筆は直せなかった.
        return True
    predicate = _COUNT.sub("", narrow(failing.span.text.rstrip("。、 ").rsplit("、", 1)[-1]))
    is_bare = failing.predicate in _OF_THE_PLAN or len(failing.sentence.text) < _BARE
    if is_bare and not nouns(predicate):
        words = {run for run in runs(predicate) if not _SIGNS.called_off.search(run)}
        if not words or any(run in facts.plans.this for run in words):
            return True
    if failing.predicate in _OF_THE_PLAN and not _names_another(predicate, facts.plans.this):
        return True
    named = nouns(failing.span.text) or nouns(failing.sentence.text)
    plan = facts.plans.this
    topic = _SIGNS.opening_topic.match(narrow(failing.sentence.text))
    is_numbered = topic is not None and re.search(r"\d", topic[1]) is not None and topic[1] in narrow(plan)
    is_topic_planned = is_numbered or (topic is not None and bool(nouns(topic[1])) and is_same_work(topic[1], plan))
    return not plan or is_topic_planned or any(noun in plan for noun in named)


def _names_another(clause: str, plan: str) -> bool:
    """Say whether a clause names a thing of its own that was called off: 実行委員会は見送った; not 今年度の開催は断念した."""
    things = [thing for thing in _THING.findall(clause) if not _SIGNS.called_off.search(thing) and not _WHEN.search(thing)]
    return any(not nouns(thing) or any(noun not in plan for noun in nouns(thing)) for thing in things)


def lacks_demand(statement: Statement, year: int) -> bool:
    """Say whether a statement tells that nobody wanted the work."""
    found = told_by_vocabulary((statement,), statement, year)
    return found is not None and found[0] is Reason.NO_DEMAND
