"""Words of work done may tell of less than was planned: 資料の配布に代えた, 5台のうち3台, 従来の体制で運営した.

What stood in the place of the planned work, and what was a part of it, leaves the rest undone.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.outcomes.cause_likeness import LIKE_FROM, likeness
from loaders.outcomes.demand import is_on_demand
from loaders.outcomes.fulfilment import runs
from loaders.outcomes.hindrances import hindered
from loaders.outcomes.leads import is_aim, without_topic
from loaders.outcomes.left_to_later import is_for_later_year
from loaders.outcomes.predicates import DOING, FAILING, Predicate
from loaders.outcomes.statements import Statement
from loaders.patterns import Pattern
from loaders.prose.clauses import split
from loaders.prose.nouns import is_same_work, nouns
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/shortfall.toml tells what each means, with examples."""

    replaced: Pattern
    lesser: Pattern
    elsewhere: Pattern
    calls: Pattern
    none_came: Pattern
    kept: Pattern
    to_change: Pattern
    as_before: Pattern
    stopgap: Pattern
    held: Pattern
    in_want: Pattern
    some_of: Pattern
    of_all: Pattern
    lack_to_end: Pattern
    some_are: Pattern
    all: Pattern
    all_but: Pattern
    why_not_all: Pattern
    why_left: Pattern
    as_meant: Pattern
    topic: Pattern
    bound_or_goal: Pattern
    rest: Pattern
    rest_wanting: Pattern
    recovered: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))


def fall_short(statements: Sequence[Statement], plan: str, year: int) -> tuple[Statement, ...]:
    """Return the statements, those failing that tell of less than the plan of `year` holds, or leave it to a later year."""
    if not plan.strip():
        return tuple(statements)
    return tuple(_held_against(s, narrow(plan), year) for s in statements)


def _held_against(statement: Statement, plan: str, year: int) -> Statement:
    if _left_to_later(statement, plan, year):
        return replace(statement, predicate=Predicate.POSTPONED, phrase="left_to_later_year")
    if _leaves_a_rest(statement):
        return replace(statement, predicate=Predicate.FELL_SHORT, phrase="rest_told_of")
    if statement.predicate in DOING | {Predicate.NOTHING_TO_DO, None} and _in_vain(statement, plan):
        return replace(statement, predicate=Predicate.NOT_DONE, phrase="called_in_vain")
    if statement.predicate in DOING:
        undone = next((name for name, holds in _UNDONE_BESIDE.items() if holds(statement, plan)), "")
        in_part = next((name for name, holds in _DONE_IN_PART.items() if holds(statement, plan)), "")
        if undone:
            return replace(statement, predicate=Predicate.NOT_DONE, phrase=undone)
        if in_part:
            return replace(statement, predicate=Predicate.FELL_SHORT, phrase=in_part)
    return statement


def _leaves_a_rest(statement: Statement) -> bool:
    """Say whether something is wanting to the rest of the work: 残る2校は場所の工面がつかない."""
    if statement.predicate not in (Predicate.CARRIED_OUT, Predicate.STUDIED, Predicate.NOTHING_TO_DO, None):
        return False
    words = narrow(statement.sentence.text)
    is_done = statement.predicate is Predicate.CARRIED_OUT and statement.phrase not in ("under_way", "past")
    return not is_done and _SIGNS.rest.match(words) is not None and _SIGNS.rest_wanting.search(words) is not None


def _main(statement: Statement) -> str:
    """Return the words behind the clauses that lead to the last one."""
    behind = statement.causes[-1].end if statement.causes else statement.span.start
    return narrow(statement.span.text)[max(behind - statement.span.start, 0) :]


def _gave_way(statement: Statement, plan: str) -> bool:
    if statement.overruled not in FAILING - {Predicate.LATE}:
        return False
    main = _main(statement)
    led = narrow(statement.sentence.text).removesuffix(main)
    given_up = {noun for noun in nouns(led) if noun in plan}
    replaced = _SIGNS.replaced.search(main)
    if not replaced or not given_up:
        return False
    instead = {noun for noun in nouns(main[: replaced.start()]) if not _SIGNS.elsewhere.search(noun)}
    of_another_kind = any(
        new[-2:] == old[-2:] and not old.endswith(new) and not new.endswith(old) for new in instead for old in given_up
    )
    return _SIGNS.lesser.search(main) is not None or of_another_kind or not is_same_work("、".join(instead), plan)


def _replaced_for_want(statement: Statement, plan: str) -> bool:
    """Say whether a hindrance led to something else: 受入先の辞退が相次いだため、学校での講話に振り替えた."""
    main = _main(statement)
    replaced = _SIGNS.replaced.search(main)
    if replaced is None or not any(_SIGNS.why_not_all.search(narrow(cause.text)) for cause in statement.causes):
        return False
    instead = {noun for noun in nouns(main[: replaced.start()]) if not _SIGNS.elsewhere.search(noun)}
    return bool(instead) and not is_same_work("、".join(instead), plan)


def _is_kept(statement: Statement, plan: str) -> bool:
    if _SIGNS.kept.search(narrow(statement.sentence.text)) is None:
        return False
    return _SIGNS.to_change.search(plan) is not None or statement.overruled in FAILING


def _in_vain(statement: Statement, plan: str) -> bool:
    words = narrow(statement.sentence.text)
    return (
        _SIGNS.none_came.search(words) is not None and _SIGNS.calls.search(words + plan) is not None and not is_on_demand(plan)
    )


def _went_on_as_before(statement: Statement, plan: str) -> bool:
    match = _SIGNS.as_before.search(_main(statement)) or _SIGNS.stopgap.search(_main(statement))
    led_by_want = any(_SIGNS.in_want.search(narrow(cause.text)) for cause in statement.causes)
    return match is not None and led_by_want and not any(run in plan for run in re.findall(r"[一-鿿]+", match["act"]))


def _is_hindered(statement: Statement, plan: str) -> bool:
    """Say whether a want led to the mere past of a verb, which names no deed: 県の大会がなくなり、市の大会もそれにならった.

    Of 13 labelled years that tell of no more than this, 10 were unmet: a guess, and as such in doubt.
    """
    if statement.phrase != "past" or not statement.causes:
        return False
    led = without_topic(statement.causes[-1])
    if is_aim(led) or _SIGNS.recovered.search(narrow(statement.causes[-1].text)):
        return False
    seen = likeness(led.text)
    return bool(hindered([led])) and seen.reason is not None and seen.share >= LIKE_FROM


def _still_waiting(statement: Statement, plan: str) -> bool:
    """Say whether some are left of what the plan means to make an end of: 待機児童は14人であった, なお31人が待っている."""
    return _SIGNS.lack_to_end.search(plan) is not None and _SIGNS.some_are.search(narrow(statement.sentence.text)) is not None


def _made_do(statement: Statement, plan: str) -> bool:
    """Say whether a want led to something that the plan doesn't name: 端末が対応しておらず、紙の券を続けて使っている."""
    if statement.overruled not in FAILING - {Predicate.LATE} or not statement.causes:
        return False
    main = _main(statement)
    is_want = _SIGNS.in_want.search(narrow(statement.causes[-1].text)) is not None
    is_stopgap = "を" in main and _SIGNS.held.search(main) is None
    return is_want and is_stopgap and not nouns(main) & nouns(plan) and not any(run in plan for run in runs(main))


def _called_off_beside(statement: Statement, plan: str) -> bool:
    """Say whether a sentence calls the work off and tells of something else: 集いは見合わせ、対象の方には祝いの品を郵送した.

    What others called off, for which the office did something, is told as a cause: 県が大会を中止したため、周知を行った.
    """
    if statement.overruled not in (Predicate.CANCELLED, Predicate.POSTPONED) or not statement.causes:
        return False
    if _SIGNS.why_left.search(narrow(statement.causes[-1].text)):
        return False
    main = _main(statement)
    things = {noun for noun in nouns(main) if not _SIGNS.elsewhere.search(noun)}
    is_it = bool(things) and is_same_work("、".join(things), plan)
    return not is_it and not any(run in plan for run in runs(main))


def _some_of_all(words: str) -> bool:
    """Say whether words tell of some of all there are: 全12地区のうち8地区, 定数420人に対し実員398人."""
    match = _SIGNS.of_all.search(words)
    if match is None:
        return False
    of_all = next(which for which in ("", "2", "3", "4") if match[f"all{which}"])
    return _amount(match[f"some{of_all}"]) < _amount(match[f"all{of_all}"])


def _amount(digits: str) -> float:
    return float(digits.replace(",", ""))


def _some_of_it(statement: Statement, plan: str) -> bool:
    words = narrow(statement.sentence.text)
    match = _SIGNS.some_of.search(words)
    if match and _SIGNS.all.search(plan) and float(match["some"]) < float(match["all"]):
        return True
    if _some_of_all(words) and not _SIGNS.bound_or_goal.search(words):
        return True
    if not match or float(match["some"]) >= float(match["all"]) or match["some"] + match["unit"] in plan:
        return False
    of_it = [plan[s.start : s.end] for s in split(plan) if re.search(rf"(?<!\d){match['all']}{re.escape(match['unit'])}", plan)]
    return any(run in sentence for sentence in of_it for run in runs(words[match.end() :]))


def _all_but(statement: Statement, plan: str) -> bool:
    words = narrow(statement.sentence.text)
    match = _SIGNS.all_but.search(words)
    if not match or not _SIGNS.all.search(plan) or _SIGNS.all.search(words[match.end() :]):
        return False
    return _SIGNS.why_not_all.search(match["what"]) is not None


def _left_to_later(statement: Statement, plan: str, year: int) -> bool:
    """Say whether a part of the plan is left to a later year for a cause: 西公民館は、…が安価となるため、令和2年度に行う."""
    if statement.predicate not in (Predicate.PLANNED, Predicate.PLANNED_STUDY) or statement.is_aside:
        return False
    words = narrow(statement.sentence.text)
    topic = _SIGNS.topic.match(words)
    if not topic or not _SIGNS.why_left.search(words) or _SIGNS.as_meant.search(words):
        return False
    return is_for_later_year(statement, year) and is_same_work(topic[1], plan)


# By the rule: what stood in the place of what was planned, and what was a part of it.
_Holds = Callable[[Statement, str], bool]
_UNDONE_BESIDE: dict[str, _Holds] = {
    "kept_as_it_was": _is_kept,
    "gave_way": _gave_way,
    "replaced_for_want": _replaced_for_want,
    "went_on_as_before": _went_on_as_before,
    "made_do": _made_do,
    "called_off_beside": _called_off_beside,
    "hindered": _is_hindered,
}
_DONE_IN_PART: dict[str, _Holds] = {"still_waiting": _still_waiting, "some_of_it": _some_of_it, "all_but_some": _all_but}
