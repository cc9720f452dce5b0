"""Work is carried over (繰越) when it was left undone and goes on: the words put it off, or the next year plans it again.

Routine that was done and goes on (引き続き周知する) is not carried over; nor is work that was done late, nor work
that the next year's plan ends.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loaders.model import Indicator
from loaders.outcomes.phrases import ASIDE, read_phrase
from loaders.outcomes.predicates import CLOSING, FAILING, Predicate
from loaders.outcomes.statements import Statement
from loaders.prose.clauses import split
from loaders.prose.eras import NEXT_YEAR, find_fiscal_year
from loaders.prose.nouns import nouns
from loaders.prose.vocabulary import load_rows, load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/carry_over.toml tells what each means, with examples."""

    continued: re.Pattern[str]
    idle: re.Pattern[str]
    not_planned: re.Pattern[str]
    left: re.Pattern[str]
    beside_figure: re.Pattern[str]
    one_off: re.Pattern[str]
    done_once: re.Pattern[str]
    no_thing: re.Pattern[str]
    end_mark: re.Pattern[str]
    another_way: re.Pattern[str]


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
# Half of the shorter plan's pairs of signs found again in the other: the same work in other words.
# With 引き続き a third is enough.
SAME_WORK = 0.5
SAME_WORK_CONTINUED = 1 / 3

# Work that a plan puts off goes on; so does work of which it tells that it was put off before.
_ENDS = frozenset(CLOSING | FAILING) - {
    Predicate.POSTPONED,
    Predicate.INCONCLUSIVE,
    Predicate.MISSED_GOAL,
    Predicate.BEHIND,
    Predicate.LATE,
}

_NEXT_YEAR = re.compile(NEXT_YEAR)
_INTENDS = frozenset({Predicate.PLANNED, Predicate.PLANNED_STUDY, Predicate.STUDIED})

# Words by which a plan takes up what the year before left.
TAKEN_UP: Final = load_rows(words_of(__file__, "taken_up"))

# A noun of so many signs names a work of its own: 基本方針, 条例改正案.
TELLING_NOUN = 4

_FIGURE = re.compile(r"\d[\d,.]*\s*(?!年|月|日|時)[^\d\s,.、。・【】()/]")


@dataclass(frozen=True)
class Plans:
    """The words of a year's plan and of the next one's, '' where there is none."""

    this: str
    next: str


def carried_rule(
    failing: Statement | None, plans: Plans, indicators: Sequence[Indicator], year: int, told: Sequence[Statement] = ()
) -> str:
    """Return the rule by which an unmet year's work is carried over, '' where it is not.

    `failing` is the statement that says that work was left undone, None where numbers alone show it; `told` is all that the
    evaluation says.
    """
    if ends(plans.next) or (failing and failing.predicate is Predicate.LATE):
        return ""
    if any(s.predicate in (Predicate.POSTPONED, Predicate.INCONCLUSIVE) for s in (failing, *told) if s):
        return "words_put_off"
    if failing and failing.for_later:
        return "prepared_for_later_year"
    if any(is_for_later_year(s, year) for s in told) or (failing and _is_later(_behind(failing), year)):
        return "announced_for_later_year"
    if _same_target_again(indicators, year):
        return "same_target_again"
    return _planned_rule(failing, plans) or _rest_of_row(plans, told)


def _planned_rule(failing: Statement | None, plans: Plans) -> str:
    """Return by what the next plan shows that it takes up the same work, '' where it doesn't."""
    if any(sign.pattern.search(narrow(plans.next)) for sign in TAKEN_UP):
        return "taken_up_again"
    if _same_figure_again(plans) or (_sets_goal(failing) and _is_goal(plans.this) and _is_goal(plans.next)):
        return "same_goal_again"
    if failing and any(noun in narrow(plans.next) for noun in nouns(failing.sentence.text)):
        return "same_object_again"
    if failing and any(
        act in narrow(plans.this) and act in narrow(plans.next) for act in _SIGNS.done_once.findall(failing.span.text)
    ):
        return "same_object_again"
    shared = nouns(plans.this) & nouns(plans.next)
    if plans_again(plans) or (failing and any(len(noun) >= TELLING_NOUN for noun in shared)):
        return "planned_again"
    return ""


def _rest_of_row(plans: Plans, told: Sequence[Statement]) -> str:
    """Return "goes_on" where a next plan names no work but the row's own: 9月に開催, 残9隻; '' where it names another.

    A row of the table is of one work: of 880 labelled years that were unmet and had a next plan that did not end it, two were
    not carried over, of which one was done late.
    """
    said = f"{plans.this} {' '.join(s.sentence.text for s in told)}"
    return "goes_on" if plans.next.strip() and not _names_another(plans.next, narrow(said)) else ""


def _names_another(plan: str, said: str) -> bool:
    """Say whether a plan is of a thing that no part of what was said names: 冊子を配る, where it was of 相談会を開く.

    What only changes how, for whom or when the work is done is no other work, whatever it names: 公募条件を改める.
    """
    if _SIGNS.another_way.search(narrow(plan)):
        return False
    named = [noun for noun in nouns(_SIGNS.idle.sub(" ", narrow(plan))) if not _SIGNS.no_thing.search(noun)]
    return bool(named) and not any(noun[i : i + 2] in said for noun in named for i in range(len(noun) - 1))


def left_by(plan: str, year: int) -> re.Match[str] | None:
    """Return the words by which the next year's plan tells that work of `year` was left undone.

    >>> left_by("令和2年度に新設できなかった1箇所を整備する。", 2020)[0]
    '令和2年度に新設できなかった'
    """
    match = _SIGNS.left.search(narrow(plan))
    named = find_fiscal_year(match[0]) if match else None
    return match if named in (None, year) else None


def is_for_later_year(statement: Statement, year: int) -> bool:
    """Say whether a sentence leaves work to a later year: 残りは令和3年度に行う, 次年度に改めて公募する."""
    if statement.predicate not in _INTENDS:
        return False
    return _is_later(narrow(statement.sentence.text), year)


def _is_later(words: str, year: int) -> bool:
    named = find_fiscal_year(words)
    return _NEXT_YEAR.search(words) is not None or (named is not None and named > year)


def _behind(failing: Statement) -> str:
    """Return what a sentence says after its failure: 着手できず、R5に行う."""
    return narrow(failing.sentence.text[failing.span.end - failing.sentence.start :])


def plans_again(plans: Plans) -> bool:
    """Say whether two years plan the same work.

    >>> plans_again(Plans("システムを導入する。", "引き続き、システムの導入を進める。"))
    True
    """
    this, following = _pairs(plans.this), _pairs(plans.next)
    shorter = min(this.total(), following.total())
    if not shorter:
        return False
    share = (this & following).total() / shorter
    return share >= (SAME_WORK_CONTINUED if _SIGNS.continued.search(plans.next) else SAME_WORK)


def promises_undone(plans: Plans, evaluation: str) -> str:
    """Return what both plans promise to bring about once and the evaluation does not name, '' where there is no such.

    >>> promises_undone(Plans("BCPを策定する。", "BCPの策定をする。"), "パソコン等の選定を実施した。")
    'BCPを策定する'
    """
    later = narrow(plans.next)
    for match in _SIGNS.one_off.finditer(narrow(plans.this)):
        act = match[2]
        again = any(act == m[2] for m in _SIGNS.one_off.finditer(later))
        if again and act not in narrow(evaluation):
            return match[0]
    return ""


def ends(plan: str) -> bool:
    """Say whether a plan ends the work: ITボランティアの解散により事業終了.

    What comes after an ending is planned in its place, so that only the last sentence can end the work.

    >>> ends("国が講座を実施する予定であるため、公民館事業としては実施しない。"), ends("広報紙は廃止した。SNSで周知する。")
    (True, False)
    >>> ends("-（統合により終了）"), ends("令和3年度中に整備を終了する。")
    (True, False)
    """
    last = last_told(plan)
    clause = split(last)[-1].clauses[-1] if last else None
    phrase = read_phrase(last[clause.start : clause.body_end]) if clause else None
    if bool(phrase and phrase.says in _ENDS) or _SIGNS.not_planned.search(narrow(last)) is not None:
        return True
    return is_end_mark(last or plan)


def is_end_mark(plan: str) -> bool:
    """Say whether a plan is but a mark, or ends with the words, that there is no more of it: (削除), 大会は終了とする."""
    return _SIGNS.end_mark.search(narrow(plan).rstrip("。 ")) is not None


def last_told(plan: str) -> str:
    """Return the last sentence of a plan that tells something, labels, remarks and bare figures after it aside.

    >>> last_told("利用が少ないため廃止する。 【目標】0回 ※令和元年度は2回")
    '利用が少ないため廃止する。'
    """
    sentences = [plan[s.start : s.end] for s in split(plan)]
    telling = [
        s for s in sentences if not s.startswith("【") and not ASIDE.match(s) and (read_phrase(s) or not re.search(r"\d", s))
    ]
    return telling[-1] if telling else ""


def _same_figure_again(plans: Plans) -> bool:
    """Say whether both plans are but figures of one row, or state the same one: 年6回."""
    this, following = narrow(plans.this), narrow(plans.next)
    if is_mere_figure(this) and is_mere_figure(following):
        return True
    return bool(set(_FIGURE.findall(this)) & set(_FIGURE.findall(following)))


def is_mere_figure(plan: str) -> bool:
    """Say whether a plan is no more than figures: 3回/100人."""
    return re.search(r"\d", plan) is not None and len(_SIGNS.beside_figure.sub("", plan)) <= 2


def _sets_goal(failing: Statement | None) -> bool:
    """Say whether it is a goal that was missed, in words or (None) in numbers."""
    return failing is None or failing.predicate is Predicate.MISSED_GOAL


def _is_goal(plan: str) -> bool:
    return re.search(r"目標[^。]*\d", narrow(plan)) is not None


def _same_target_again(indicators: Sequence[Indicator], year: int) -> bool:
    for indicator in indicators:
        by_year = {entry.year: entry for entry in indicator.years}
        entry, following = by_year.get(year), by_year.get(year + 1)
        if entry and entry.target is not None and not entry.is_met and following and following.target is not None:
            return True
    return False


def _pairs(plan: str) -> Counter[str]:
    bare = _SIGNS.idle.sub("", narrow(plan))
    return Counter(bare[i : i + 2] for i in range(len(bare) - 1))
