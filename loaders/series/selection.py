"""Not every number of a row is a figure of its own: some are parts of another, some of what was left or fell through."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loaders.model import Kind, Role
from loaders.numbers.denominators import OF_RATE, OF_TARGET, POPULATION
from loaders.numbers.equality import same_value
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.series.count_cues import leads_to_answer
from loaders.series.label_similarity import core
from loaders.series.terms import Term


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/selection.toml tells what each means, with examples."""

    room: Pattern
    of_a_time: Pattern
    in_the_end: Pattern
    planned: Pattern
    otherwise: Pattern
    finished: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

# 月2回、年24回 is one thing, told by the month and by the year.
_FREQUENCY = Pattern(r"毎?[月週]")


def select_terms(terms: Sequence[Term]) -> list[Term]:
    """Return the terms that are figures of their own, in their order; no whole (40 of 30/40施設) or attainment is one."""
    terms = [term for term in terms if term.quantity.rule not in (POPULATION, OF_TARGET)]
    own = [
        term
        for term in terms
        if _is_what_was_completed(term)
        or (_stands_for_itself(term, terms) and not _is_passed(term, terms) and not _is_completed_in_part(term, terms))
    ]
    return [term for term in own if not _is_aside(term, own)]


def _is_what_was_completed(term: Term) -> bool:
    """Whether an evaluation tells with a part what came of the whole: 発注4橋、うち完了3橋."""
    is_finished = any(_SIGNS.finished.fullmatch(words) for words in (term.wording.phrase, term.wording.action))
    return term.wording.is_part and is_finished and term.quantity.place.kind is Kind.RESULT


def _is_completed_in_part(term: Term, terms: Sequence[Term]) -> bool:
    own = term.quantity
    return any(
        _is_what_was_completed(t)
        and t.quantity.printed == own.printed
        and t.unit == term.unit
        and t.quantity.span_start >= own.span_end
        and t.value <= term.value
        for t in terms
    )


def _is_passed(term: Term, terms: Sequence[Term]) -> bool:
    """Whether a later number of its sentence says where things stood in the end: 秋には90人ほどであったが、最後は163人."""
    own = term.quantity
    return own.role is Role.RESULT and any(
        t.quantity.place == own.place
        and t.unit == term.unit
        and t.quantity.span_start > own.span_start
        and _SIGNS.in_the_end.match(t.wording.phrase)
        and core(term.wording.phrase) == ""
        for t in terms
    )


def _stands_for_itself(term: Term, terms: Sequence[Term]) -> bool:
    """Whether a number is no part of another; of 4回中3回 an evaluation reports the part, and of 小中学校のうち7校 no whole."""
    if term.wording.is_share and term.quantity.place.kind is Kind.RESULT and term.quantity.rule != OF_RATE:
        return True
    own = term.quantity
    cell = [t for t in terms if t is not term and t.quantity.printed == own.printed and t.unit == term.unit]
    if (
        _FREQUENCY.match(own.quote)
        and not _is_asked_so_often(term, terms)
        and any(t.quantity.place == own.place and t.value > term.value for t in cell)
    ):
        return False
    gap = term.wording.from_total
    totals = [t for t in cell if gap and t.quantity.span_end == own.span_start - gap and t.quantity.role is own.role]
    is_detail = any(t.value > term.value for t in totals) and not term.wording.is_total
    is_some = _SIGNS.of_a_time.search(term.wording.phrase) is not None and own.role is Role.RESULT
    if is_some and any(t.value > term.value and t.quantity.span_end <= own.span_start for t in cell):
        return False
    if (own.part_of is not None or term.wording.is_part or is_detail) and _is_aimed_at(term, terms):
        return True
    if is_detail:
        return False
    if own.part_of is not None:
        return any(t.quantity.span_start == own.part_of and _is_no_whole(t, term, cell) for t in cell)
    if not term.wording.is_part:
        return True
    wholes = [t.value for t in cell if t.quantity.span_start < own.span_start]
    return term.wording.needs_whole and not any(same_value(value, own.value) or value > own.value for value in wholes)


def _is_asked_so_often(term: Term, terms: Sequence[Term]) -> bool:
    """Whether a plan asks for so many a week or month, as an evaluation reports (月2回開く, then 月2回（計23回）開いた)."""
    own = term.quantity
    asked = [
        t for t in terms if t.quantity.role is Role.TARGET and t.quantity.place.year == own.place.year and t.unit == term.unit
    ]
    return own.place.kind is Kind.RESULT and any(_FREQUENCY.match(t.quantity.quote) for t in asked)


def _is_no_whole(total: Term, part: Term, cell: Sequence[Term]) -> bool:
    """Whether what a number seems to be a part of is not its whole: what is left, or in brackets how many there are by now."""
    if total.wording.is_lost:
        return True
    parts = [part, *(t for t in cell if t.quantity.part_of == part.quantity.part_of and not t.wording.is_lost)]
    return total.wording.from_total is not None and not same_value(sum(t.value for t in parts), total.value)


def _is_aimed_at(part: Term, terms: Sequence[Term]) -> bool:
    """Whether a part bears the name of something that a plan asks for by itself: 登録23件、うち成約は8件, after 成約10件."""
    names = {core(part.wording.phrase), core(part.wording.action)} - {""}
    aims = [t for t in terms if t.quantity.role is Role.TARGET and t.quantity.place.kind is Kind.PLAN and t.unit == part.unit]
    return any(core(t.wording.phrase) in names and not t.wording.is_part for t in aims)


def _is_held_against(term: Term, terms: Sequence[Term]) -> bool:
    """Whether a number says for how many something was asked, before how many there were: 13件の申請に対し10件を交付."""
    own = term.quantity
    if not leads_to_answer(term.wording.tail):
        return False
    behind = [t for t in terms if t.quantity.printed == own.printed and t.quantity.span_start >= own.span_end]
    return bool(behind) and behind[0].unit == term.unit and behind[0].quantity.role is own.role


def _is_aside(term: Term, terms: Sequence[Term]) -> bool:
    """Whether a number of an evaluation is not of what was done, beside one that is, or beside the target that it missed.

    It says for how many there was room (定員60組のところ67組), what is left (残り3か所), what fell through (2回は中止), or what
    another way of counting would make of it (従前の算定なら80.1%).
    """
    own = term.quantity
    is_room = _SIGNS.room.search(term.wording.phrase) is not None and not term.is_increment
    if is_room and any(_SIGNS.room.search(t.wording.phrase) for t in terms if t.quantity.role is Role.TARGET):
        return False
    if own.role is Role.RESULT and own.place.kind is Kind.RESULT and _is_held_against(term, terms):
        return True
    is_plan = own.role is Role.RESULT and _SIGNS.planned.match(term.wording.tail) is not None
    is_otherwise = own.role is Role.RESULT and _SIGNS.otherwise.search(term.wording.phrase) is not None
    if own.place.kind is not Kind.RESULT or not (term.wording.is_lost or is_room or is_plan or is_otherwise):
        return False
    aims = [
        t for t in terms if t.quantity.role is Role.TARGET and t.quantity.place.year == own.place.year and t.unit == term.unit
    ]
    if term.wording.is_lost and any(
        t.wording.is_lost and t.quantity.place.kind is Kind.PLAN for t in aims
    ):  # 残り1,590件に減らす
        return False
    if term.wording.action and any(
        t.wording.action == term.wording.action for t in aims
    ):  # 3校を閉校する was what the plan asked for
        return False
    others = [t for t in terms if t is not term and t.unit == term.unit and t.quantity.place.year == own.place.year]
    beside = [t for t in others if t.quantity.place == own.place and not t.wording.is_lost]
    return bool(beside) or (term.wording.is_lost and any(t.quantity.place.kind is Kind.PLAN for t in others))
