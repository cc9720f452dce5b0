"""A row states one thing several times: as this year's plan, as the denominator of its evaluation, as a goal for every year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.model import Kind, Place, Role
from loaders.numbers.roles import FORMER_TARGET
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.series.answering import attach_targets, join_by_target
from loaders.series.base_terms import attach_base
from loaders.series.chaining import chain_results
from loaders.series.last_word import holding_target
from loaders.series.leftovers import join_leftovers
from loaders.series.restatements import attach_restatements, restatements
from loaders.series.selection import select_terms
from loaders.series.terms import Term, Thread, year_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/series.toml tells what each means, with examples."""

    as_before: Pattern
    target_behind: Pattern
    result_behind: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))


def link(terms: Sequence[Term], texts: Mapping[Place, str]) -> list[Thread]:
    """Return the threads that tie a row's targets to its results; `texts` are the printed cells' words.

    Every result and target of a year is in one thread, sub-counts (うち) in none: they belong to their total.
    """
    terms, former = _without_former(select_terms(terms))
    yearly = [term for term in terms if term.quantity.place.year is not None]
    results, targets = _of(yearly, Role.RESULT), _of(yearly, Role.TARGET)
    twins = {**restatements(results), **restatements(targets)}
    threads = chain_results([term for term in results if term not in twins])
    thread_of = {id(term): thread for thread in threads for term in thread.results.values()}
    open_targets = []
    for target in targets:
        numerator = numerator_of(target, results, texts)
        thread = thread_of.get(id(twins.get(numerator, numerator))) if numerator else None
        if thread is None:
            open_targets.append(target)
        else:
            thread.targets.setdefault(year_of(target), []).append(target)
            twins.pop(target, None)
    attach_targets(threads, [target for target in open_targets if target not in twins])
    join_by_target(threads)
    join_leftovers(threads)
    attach_restatements(threads, twins)
    _put_back_former(threads, former)
    attach_base(threads, terms, texts)
    _repeat_targets(threads, texts)
    return threads


def _without_former(terms: Sequence[Term]) -> tuple[list[Term], list[tuple[Term, Term]]]:
    """Return the terms without the targets that their own plan sets anew, and each of those with the one that replaced it."""
    former = []
    for term in terms:
        if term.quantity.rule != FORMER_TARGET:
            continue
        place = term.quantity.place
        others = [
            t
            for t in terms
            if t.quantity.place == place
            and t.quantity.role is Role.TARGET
            and t.quantity.rule != FORMER_TARGET
            and _may_be_one_unit(term, t)
        ]
        if others:
            former.append((term, min(others, key=lambda t: abs(t.order - term.order))))
    gone = [term for term, _ in former]
    return [term for term in terms if term not in gone], former


def _put_back_former(threads: Sequence[Thread], former: Sequence[tuple[Term, Term]]) -> None:
    """Put each target that was set anew before the one that replaced it."""
    for term, later in former:
        year = year_of(term)
        for thread in threads:
            if any(stated is later for stated in thread.targets.get(year, ())):
                thread.targets[year].insert(0, term)


def _repeat_targets(threads: Sequence[Thread], texts: Mapping[Place, str]) -> None:
    """Give a year whose plan says no more than 同左 the targets of the year before."""
    plans = {place.year: text for place, text in texts.items() if place.kind is Kind.PLAN and place.year is not None}
    for year in sorted(plans):
        if not _SIGNS.as_before.fullmatch(plans[year].strip()):
            continue
        for thread in threads:
            stated = thread.targets.get(year - 1)
            if stated and year not in thread.targets:
                thread.targets[year] = [holding_target(stated)]


def _of(terms: Sequence[Term], role: Role) -> list[Term]:
    return [term for term in terms if term.quantity.role is role]


def numerator_of(target: Term, results: Sequence[Term], texts: Mapping[Place, str]) -> Term | None:
    """Return the result that is stated with a target, as 9,813人/10,000人 or in words; None where it stands alone."""
    own, text = target.quantity, texts[target.quantity.printed]
    beside = [result for result in results if result.quantity.printed == own.printed and _may_be_one_unit(target, result)]
    behind = [result for result in beside if result.quantity.span_start > own.span_start]
    before = [result for result in beside if result not in behind]
    for result in behind:
        if _SIGNS.result_behind.fullmatch(text[own.span_end : result.quantity.span_start]):
            return result
    for result in before:
        end = result.quantity.span_end
        if end > own.span_start or _SIGNS.target_behind.fullmatch(text[end : own.span_start]):
            return result
    return None


def _may_be_one_unit(target: Term, result: Term) -> bool:
    """Whether a target and a result that stand side by side count in one unit, as far as both state one."""
    return target.unit == result.unit or None in (target.unit, result.unit)
