"""Whether a number is a target or a result follows the words, and the place of the cell where the words leave it open."""

from dataclasses import dataclass
from typing import Final

from loaders.model import Kind, Place, Role
from loaders.numbers.base_goals import base_role
from loaders.numbers.denominators import LABELLED_PAIR, PAIR, POPULATION
from loaders.numbers.giving_way import gives_way, has_arrow_behind, is_former, side_of_arrow
from loaders.numbers.labels import declares_figure, roles
from loaders.numbers.readings import ReadAmount, fell_through, is_left_over
from loaders.patterns import Pattern
from loaders.prose.eras import find_fiscal_year
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/roles.toml tells what each means, with examples."""

    target_before: Pattern
    result_before: Pattern
    planned_before: Pattern
    expected_before: Pattern
    earlier_before: Pattern
    planned_then: Pattern
    planned_ahead: Pattern
    plan_ahead: Pattern
    all_done: Pattern
    not_done: Pattern
    kept_up: Pattern
    held_against: Pattern
    year_before: Pattern
    put_right: Pattern
    balance: Pattern
    compared: Pattern
    done: Pattern
    attainment: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
# The rule of a target that the same plan sets anew (4.8→4.5km): the year's first one.
FORMER_TARGET = "former_target"
# The rule of a number whose label says its role.
LABEL = "label"
# What a figure of a cell is, where a label says no more than that it is the figure (KPI).
_OWN_ROLE: Final = {Kind.PLAN: Role.TARGET, Kind.RESULT: Role.RESULT}
# Words right before a number that say what it is: in any year's cell, and in an evaluation alone, where they tell what was
# planned and what was counted in another year. The first that fits decides.
_BEFORE = ((_SIGNS.target_before, Role.TARGET), (_SIGNS.result_before, Role.RESULT))
_BEFORE_IN_RESULT = (
    (_SIGNS.planned_before, Role.TARGET),
    (_SIGNS.expected_before, Role.TARGET),
    (_SIGNS.earlier_before, Role.BASELINE),
)


def role_of(reading: ReadAmount, place: Place, measure: str = "") -> tuple[Role, str]:
    """Return a number's role in a cell that belongs at `place`, and the name of the rule that decided it.

    `measure` is what the row's own indicator says that the number counts, '' where it says nothing.
    """
    kind = place.kind
    if reading.amount.change and not _is_level_below_zero(reading, measure):
        return Role.CHANGE, "change"
    named = _named(reading, kind)
    if reading.size == 2 and kind is Kind.BASELINE_GOAL and len(named) < 2:
        # 小学校4校/14校: how many of how many there are.
        return Role.BASELINE, POPULATION if reading.position else PAIR
    if reading.size == 2:
        pair = named if len(named) == 2 else (Role.RESULT, Role.TARGET)
        return pair[reading.position], LABELLED_PAIR if len(named) == 2 else PAIR
    if kind is Kind.BASELINE_GOAL:
        return base_role(reading, named)
    if len(named) == 2 and (side := side_of_arrow(reading)) is not None:
        return named[side], LABEL
    if kind is Kind.PLAN and is_former(reading):
        return Role.TARGET, FORMER_TARGET
    if gives_way(reading):
        return Role.BASELINE, "became"
    if place.year is not None and _is_of_year_before(reading, place.year, kind):
        is_kept_up = kind is Kind.PLAN and _SIGNS.kept_up.match(reading.text, reading.group_end)
        return (Role.TARGET if is_kept_up else Role.BASELINE), "year_before"
    if kind is Kind.RESULT and is_left_over(reading):
        return Role.RESULT, "left_over"
    if kind is Kind.RESULT and fell_through(reading):
        return Role.RESULT, "fell_through"
    for pattern, role in (*_BEFORE, *(_BEFORE_IN_RESULT if kind is Kind.RESULT else ())):
        if pattern.search(reading.before):
            return (Role.RESULT, "all_done") if _is_all_done(reading) else (role, "words_before")
    if kind is Kind.RESULT and _was_planned(reading):
        return Role.TARGET, "planned_then"
    if has_arrow_behind(reading):
        return Role.BASELINE, "became"
    if named:
        return named[0], LABEL
    if kind is Kind.RESULT:
        return Role.RESULT, "place"
    return (Role.RESULT, "done") if _is_done(reading) else (Role.TARGET, "place")


def _named(reading: ReadAmount, kind: Kind) -> tuple[Role, ...]:
    """Return the roles that the label of a number names; none for how far a target was attained: 目標：450台（達成率100%）."""
    words = reading.segment.tag.words if reading.segment.tag else ""
    if kind in _OWN_ROLE and declares_figure(words):
        return (_OWN_ROLE[kind],)
    return roles(words, kind) if words and not _SIGNS.attainment.search(reading.before) else ()


def _is_level_below_zero(reading: ReadAmount, measure: str) -> bool:
    """Tell whether a sign says that a balance is below zero, rather than by how much something fell: 経常収支▲12百万円.

    So does the sign of a figure that a cell begins with in its row's own unit: △118 進学期の転出が多い.
    """
    if reading.is_in_unit_of_row:
        return True
    quote = reading.text[reading.amount.start : reading.amount.end]
    words = f"{reading.before}{reading.segment.tag.words if reading.segment.tag else ''}{measure}"
    return quote[0] in "▲△-−" and _SIGNS.balance.search(words) is not None and not _SIGNS.compared.search(reading.before)


def _was_planned(reading: ReadAmount) -> bool:
    """Tell whether an evaluation's words around a number say that it was planned: 15回を予定し, 計画の3.0kmに対し."""
    is_plan = _SIGNS.plan_ahead.search(reading.before) and _SIGNS.held_against.match(reading.behind)
    return bool(is_plan) or _SIGNS.planned_then.match(reading.behind) is not None


def _is_all_done(reading: ReadAmount) -> bool:
    """Tell whether what was planned was done to the last one: 予定していた10か所に設置した; not 予定した10か所のうち8か所に."""
    done = _SIGNS.all_done.match(reading.behind) if _SIGNS.planned_ahead.search(reading.before) else None
    return done is not None and _SIGNS.not_done.search(done[0]) is None


def _is_of_year_before(reading: ReadAmount, year: int, kind: Kind) -> bool:
    """Tell whether words right before a number name a year before the cell's: 120人(H30:98人).

    In a plan, only its 実績 or a note does (前年度の3件を含む5件 is planned). In an evaluation the sentence before may do it,
    where it puts a figure right: ※H30は集計誤り。正しくは254世帯.
    """
    own = reading.text[reading.sentence_start : reading.group_start]
    named = _SIGNS.year_before.search(own)
    if named is None and (told := _SIGNS.put_right.search(reading.text[reading.segment.start : reading.group_start])):
        then = find_fiscal_year(told["year"]) if told["year"] else year - 1
        return kind is Kind.RESULT and then is not None and then < year
    if named is None or (kind is Kind.PLAN and not named["report"] and not named["note"]):
        return False
    then = find_fiscal_year(named["year"]) if named["year"] else year - 1
    return then is not None and then < year


def _is_done(reading: ReadAmount) -> bool:
    """Tell whether the words report what was done: 129台導入した, or a past sentence before the label (努めた。【回数】1回)."""
    if reading.is_tagged and reading.segment.tag:
        sentence = reading.text[: reading.segment.tag.start].rstrip()
        return sentence.endswith("。") and _SIGNS.done.search(sentence[:-1]) is not None
    sentence, stop, _ = reading.behind.partition("。")
    return bool(stop) and _SIGNS.done.search(sentence) is not None
