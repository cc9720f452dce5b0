"""A target and the result that answers it often bear different labels; an indicator ties them into one series of years."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loaders.confidence import is_doubtful
from loaders.model import (
    Cell,
    Comparator,
    Direction,
    Finding,
    FindingKind,
    Indicator,
    Initiative,
    Kind,
    Quantity,
    Role,
    Severity,
)
from loaders.numbers.affixes import first_sense
from loaders.numbers.bases import in_unit
from loaders.numbers.change_targets import ANSWERING, ASKED
from loaders.numbers.frequencies import period_of
from loaders.numbers.measures import row_measures
from loaders.patterns import Pattern
from loaders.prose.earned import is_earned
from loaders.prose.eras import label_ja
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow
from loaders.series.attainment import direction_of
from loaders.series.indicator_names import name_indicators
from loaders.series.indicator_years import indicator_year
from loaders.series.series import link
from loaders.series.term_reading import holds, read_terms
from loaders.series.terms import Term, Thread


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/indicators.toml tells what each means, with examples."""

    standing_count: Pattern
    own_years: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))


def build_indicators(
    initiative: Initiative, cells: Sequence[Cell], quantities: Sequence[Quantity]
) -> tuple[tuple[Indicator, ...], tuple[Finding, ...]]:
    """Return the row's indicators in the order in which the document names them, and findings on numbers left unplaced.

    A number in a cell whose place is doubtful is in no indicator. Changes (329人増) and sub-counts (うち) are in none either.
    """
    texts = {cell.place: cell.text for cell in initiative.cells}
    unsure = [q for q in quantities if is_doubtful(_place_confidence(q, cells))]
    terms = read_terms(initiative, cells, [q for q in quantities if q not in unsure])
    threads = sorted((t for t in link(terms, texts)), key=_first_named)
    names = name_indicators(
        initiative.subject, threads, [measure.name for measure in row_measures(initiative.measure, initiative.unit).values()]
    )
    evaluated = [cell.place.year for cell in initiative.cells if cell.place.kind is Kind.RESULT and cell.place.year is not None]
    indicators = tuple(_indicator(name, thread, evaluated) for name, thread in zip(names, threads, strict=True))
    return indicators, tuple(_unplaced(initiative, q) for q in unsure if q.role in (Role.TARGET, Role.RESULT))


def _place_confidence(quantity: Quantity, cells: Sequence[Cell]) -> float:
    """Return how sure the place of the cell is that a quantity was read from; 0 where no cell holds it."""
    return max((cell.confidence for cell in cells if holds(cell, quantity)), default=0.0)


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
        years=tuple(indicator_year(thread, year, direction, unit) for year in years),
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
    return term.quantity.is_cumulative and first_sense(term.quantity.quote) != "gross"


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
