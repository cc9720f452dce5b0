"""A target and the result that answers it often bear different labels; an indicator ties them into one series of years."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.model import (
    Cell,
    Comparator,
    Direction,
    Finding,
    FindingKind,
    Indicator,
    IndicatorYear,
    Initiative,
    Kind,
    Place,
    Quantity,
    Role,
    Severity,
)
from loaders.numbers.asked_changes import ANSWERING, ASKED
from loaders.numbers.bases import base_value, in_unit
from loaders.numbers.equality import same_value
from loaders.numbers.frequencies import period_of, times_a_year
from loaders.numbers.measures import row_measures
from loaders.prose.earned import is_earned
from loaders.prose.eras import label_ja
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow
from loaders.series.attainment import attainment, direction_of, is_met
from loaders.series.count_cues import leads_to_answer
from loaders.series.indicator_names import name_indicators
from loaders.series.label_similarity import RATES, unit_class
from loaders.series.series import link
from loaders.series.terms import Term, Thread
from loaders.series.wording import Wording, read_wording


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/indicators.toml tells what each means, with examples."""

    standing_count: re.Pattern[str]
    own_years: re.Pattern[str]


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

# Below this confidence in a cell's place its numbers are kept out of charts.
SURE_PLACE = 0.5

_IN_ALL = re.compile(r"延|のべ")


def build_indicators(
    initiative: Initiative, cells: Sequence[Cell], quantities: Sequence[Quantity]
) -> tuple[tuple[Indicator, ...], tuple[Finding, ...]]:
    """Return the row's indicators in the order in which the document names them, and findings on numbers left unplaced.

    A number in a cell whose place is doubtful is in no indicator. Changes (329人増) and sub-counts (うち) are in none either.
    """
    texts = {cell.place: cell.text for cell in initiative.cells}
    unsure = [q for q in quantities if _place_confidence(q, cells) < SURE_PLACE]
    terms = read_terms(initiative, cells, [q for q in quantities if q not in unsure])
    threads = sorted((t for t in link(terms, texts)), key=_first_named)
    names = name_indicators(
        initiative.subject, threads, [measure.name for measure in row_measures(initiative.measure, initiative.unit).values()]
    )
    evaluated = [cell.place.year for cell in initiative.cells if cell.place.kind is Kind.RESULT and cell.place.year is not None]
    indicators = tuple(_indicator(name, thread, evaluated) for name, thread in zip(names, threads, strict=True))
    return indicators, tuple(_unplaced(initiative, q) for q in unsure if q.role in (Role.TARGET, Role.RESULT))


def read_terms(initiative: Initiative, cells: Sequence[Cell], quantities: Sequence[Quantity]) -> list[Term]:
    """Return a row's quantities, without changes (329人増), in the document's order with the words around them."""
    order = {cell.place: position for position, cell in enumerate(initiative.cells)}
    ranks: Counter[Place] = Counter()
    terms: list[Term] = []
    for quantity in sorted(quantities, key=lambda q: (order[q.printed], q.span_start)):
        if quantity.role is Role.CHANGE:
            continue
        wording = read_wording(*_piece(quantity, cells, quantities))
        has_own_label = not _is_of_another_unit(initiative, quantity)
        topic = _topic(wording, quantity, terms)
        is_besides = wording.is_besides and _is_next_of_its_unit(quantity, terms)
        rank = ranks[quantity.place]
        terms.append(Term(quantity, wording, len(terms), rank, has_own_label=has_own_label, topic=topic, is_besides=is_besides))
        ranks[quantity.place] += 1
    standing = [term for term in terms if _is_standing(term, terms, quantities)]
    beside = {(term.quantity.place, term.quantity.role, term.unit) for term in standing}
    return [
        replace(term, is_standing=term in standing) if (term.quantity.place, term.quantity.role, term.unit) in beside else term
        for term in terms
    ]


def _is_next_of_its_unit(quantity: Quantity, terms: Sequence[Term]) -> bool:
    """Whether a number of the same unit and role stands before it in its cell."""
    here = (quantity.printed, quantity.place, quantity.role, unit_class(quantity.unit))
    return any((t.quantity.printed, t.quantity.place, t.quantity.role, t.unit) == here for t in terms)


def _topic(wording: Wording, quantity: Quantity, terms: Sequence[Term]) -> str:
    """Return what the sentence named before what was added or asked for, for the total or answer behind it; '' for others."""
    before = terms[-1] if terms else None
    if before is not None and before.quantity.printed == quantity.printed and leads_to_answer(before.wording.tail):
        return before.wording.phrase if before.unit == unit_class(quantity.unit) else ""
    if before is None or not (wording.is_total and before.is_increment) or wording.phrase:
        return ""
    is_one_sentence = wording.context == before.wording.context and before.quantity.place == quantity.place
    return before.wording.phrase if is_one_sentence and before.unit == unit_class(quantity.unit) else ""


def _is_of_another_unit(initiative: Initiative, quantity: Quantity) -> bool:
    """Whether a number bears the row's 指標名 (認知度, in %) but counts something else (相談カードを置いた1店舗)."""
    unit = unit_class(initiative.unit.strip(" ()（）")) if initiative.unit.strip() else None
    return bool(initiative.measure) and quantity.label == initiative.measure and unit not in (None, unit_class(quantity.unit))


def _is_standing(term: Term, terms: Sequence[Term], quantities: Sequence[Quantity]) -> bool:
    """Whether a number is how many there are by now, told beside what came or went (5手続を追加し、計17手続)."""
    own, wording = term.quantity, term.wording
    if wording.is_running:
        return True
    if any(q.printed == own.printed and q.part_of == own.span_start for q in quantities):  # 月1回(計12回)
        return False
    beside = [
        t
        for t in terms
        if t is not term
        and (t.quantity.printed, t.quantity.place, t.quantity.role) == (own.printed, own.place, own.role)
        and t.unit == term.unit
        and not t.wording.is_part
    ]
    # 3団体増の計15団体: a change is no term.
    changes = [q for q in quantities if q.role is Role.CHANGE and q.printed == own.printed and q.span_end <= own.span_start]
    if wording.is_total and any(unit_class(q.unit) == term.unit for q in changes):
        return True
    if not term.is_increment and any(t.is_increment and t.value < term.value for t in beside):
        return True
    if term.unit in RATES:
        return False
    counted = [t.value for t in beside if not (t.wording.is_total or t.wording.is_lost)]
    return wording.is_total and bool(counted) and not same_value(sum(counted), term.value)


def _place_confidence(quantity: Quantity, cells: Sequence[Cell]) -> float:
    """Return how sure the place of the cell is that a quantity was read from; 0 where no cell holds it."""
    return max((cell.confidence for cell in cells if _holds(cell, quantity)), default=0.0)


def _holds(cell: Cell, quantity: Quantity) -> bool:
    return cell.printed == quantity.printed and cell.span_start <= quantity.span_start < cell.span_end


def _piece(
    quantity: Quantity, cells: Sequence[Cell], quantities: Sequence[Quantity]
) -> tuple[str, int, int, list[tuple[int, int]]]:
    """Return the piece of text at one place that holds a quantity, the quantity's span in it, and all numbers' spans in it."""
    cell = next(cell for cell in cells if _holds(cell, quantity))
    spans = [(q.span_start - cell.span_start, q.span_end - cell.span_start) for q in quantities if _holds(cell, q)]
    return cell.text, quantity.span_start - cell.span_start, quantity.span_end - cell.span_start, spans


def _first_named(thread: Thread) -> int:
    named = [*thread.terms(), *(t for t in (thread.baseline, thread.yearly_goal, thread.final_goal) if t is not None)]
    return min(term.order for term in named)


def _indicator(name: str, thread: Thread, evaluated: Sequence[int]) -> Indicator:
    """Return the indicator of a thread."""
    stated = [*thread.terms(), *(t for t in (thread.yearly_goal, thread.final_goal) if t is not None)]
    goals = [t for t in stated if t.quantity.role in (Role.TARGET, Role.FINAL_GOAL)]
    actions = "".join(term.wording.tail.split(" ")[0] for term in stated if term.is_prose)
    course = [terms[0].value for _, terms in sorted(thread.targets.items())]
    direction = direction_of(name, [goal.wording.tail for goal in goals], actions, course)
    is_lowered = thread.baseline and thread.final_goal and thread.final_goal.value < thread.baseline.value
    is_lowered = is_lowered and not is_earned(name, course)
    is_of_what_is_left = bool(goals) and all(goal.wording.is_lost for goal in goals)  # 残り1,590件
    bounds = {goal.quantity.comparator for goal in goals}
    if Comparator.AT_LEAST in bounds and Comparator.AT_MOST not in bounds:  # 残余容量 41,000㎥以上
        direction = Direction.UP
    elif is_lowered or is_of_what_is_left or Comparator.AT_MOST in bounds:
        direction = Direction.DOWN
    if any(term.quantity.rule in (ASKED, ANSWERING) for term in thread.terms()):  # 10戸減らす, 7戸減
        direction = Direction.UP
    years = sorted({*thread.results, *thread.targets, *(evaluated if thread.yearly_goal else ())})
    unit = _written_unit(stated)
    return Indicator(
        name=name,
        unit=unit,
        baseline=in_unit(thread.baseline.quantity, unit) if thread.baseline else None,
        final_goal=in_unit(thread.final_goal.quantity, unit) if thread.final_goal else None,
        direction=direction,
        is_cumulative=_is_cumulative([*stated, *([thread.baseline] if thread.baseline else [])]),
        years=tuple(_year(thread, year, direction, unit) for year in years),
        baseline_quantity=thread.baseline.quantity if thread.baseline else None,
        final_goal_quantity=thread.final_goal.quantity if thread.final_goal else None,
    )


def _written_unit(terms: Sequence[Term]) -> str | None:
    """Return the unit as the series most often writes it (名, 店舗), None where none is written; 回/年 is 回.

    So is 回/月, unless no number of the series is told otherwise.
    """
    units = [narrow(t.quantity.unit).removesuffix("/年") for t in terms if t.quantity.unit]
    by_year = [unit for unit in units if not period_of(unit)]
    written = Counter(by_year or units)
    return written.most_common(1)[0][0] if written else None


def _is_cumulative(terms: Sequence[Term]) -> bool:
    """Whether the values are a standing count rather than each year's own."""
    if all(term.is_increment for term in terms):
        return False
    # Years' own counts may have a goal for their sum: 累計90件.
    own = [t for t in terms if t.quantity.role is not Role.FINAL_GOAL]
    terms = terms if any(_is_running(t) for t in own) else [t for t in terms if not _is_running(t)]
    words = "".join(term.wording.tag + term.wording.phrase for term in terms)
    labels = "".join(term.quantity.label or "" for term in terms if term.is_named_by_row)
    if _SIGNS.own_years.search(words + labels) or any((term.quantity.unit or "").endswith("/年") for term in terms):
        return False
    by_words = bool(_SIGNS.standing_count.search(words))
    return by_words or any(_is_running(term) or term.quantity.as_of is not None for term in terms)


def _is_running(term: Term) -> bool:
    """Whether a number counts on from year to year; 延べ24回 counts all that took part in one."""
    return term.quantity.is_cumulative and not _IN_ALL.match(term.quantity.quote)


def _year(thread: Thread, year: int, direction: Direction, unit: str | None) -> IndicatorYear:
    """Return target and result of one year in the series' unit; the target is the last stated one, the first is kept too."""
    stated = [term.quantity for term in thread.targets.get(year, ())]
    if not stated and thread.yearly_goal:
        stated = [thread.yearly_goal.quantity]
    result = thread.results[year].quantity if year in thread.results else None
    known = [*stated, *([result] if result else [])]
    # 月1回 planned and 11回 done are held against each other as 12 and 11.
    is_by_year = len({period_of(quantity.unit) for quantity in known}) > 1

    def times(quantity: Quantity) -> float:
        return (times_a_year(quantity.unit) or 1.0) if is_by_year else 1.0

    values = [in_unit(quantity, unit) * times(quantity) for quantity in stated]
    goal = values[-1] if values else None
    first = values[0] if goal is not None and not same_value(values[0], goal) else None
    target = next((q for q, value in zip(stated, values, strict=True) if goal is not None and same_value(value, goal)), None)
    reached = in_unit(result, unit) * times(result) if result else None
    # 7分40秒 is held against 8分 to the second.
    judged = (
        base_value(target) * times(target) if target else None,
        base_value(result) * times(result) if result else None,
        direction,
    )
    return IndicatorYear(
        year=year,
        target=goal,
        result=reached,
        attainment=attainment(*judged),
        is_met=is_met(*judged, target.comparator if target else Comparator.EQUAL),
        target_quantity=target,
        result_quantity=result,
        first_target=first,
        first_target_quantity=stated[0] if first is not None else None,
    )


def _unplaced(initiative: Initiative, quantity: Quantity) -> Finding:
    """Say that a number is kept out of the charts."""
    year = quantity.place.year
    where = f"{label_ja(year)}の" if year is not None else ""
    return Finding(
        kind=FindingKind.UNPLACED_NUMBER,
        severity=Severity.WARNING,
        message=f"{where}「{quantity.quote}」は、欄の位置が確かでないため、指標のグラフに使っていません。",
        quote=quantity.quote,
        number=initiative.number,
        year=year,
    )
