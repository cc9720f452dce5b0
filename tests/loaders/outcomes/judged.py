"""Rows made of words, and what becomes of them: how tests hand a year's plan, evaluation and numbers to the judgement."""

from collections.abc import Mapping

from loaders.model import (
    Cell,
    Comparator,
    Direction,
    Finding,
    Indicator,
    IndicatorYear,
    Initiative,
    Kind,
    Outcome,
    Place,
    Quantity,
    Role,
)
from loaders.outcomes.judging import judge

YEARS = (2017, 2018, 2019, 2020)


def initiative(department: str = "管財課") -> Initiative:
    return Initiative(4, "1", "1-①", "1-①-ア", "情報発信", True, department, None, None, "周知", 10, ())


def cell(kind: Kind, year: int, text: str, *, start: int = 0, confidence: float = 1.0) -> Cell:
    place = Place(kind, year)
    return Cell(place, place, text, start, start + len(text), confidence, "as_printed")


def cells(plans: Mapping[int, str], results: Mapping[int, str]) -> list[Cell]:
    return [cell(Kind.PLAN, y, t) for y, t in plans.items()] + [cell(Kind.RESULT, y, t) for y, t in results.items()]


def judge_year(
    evaluation: str, plan: str = "", following: str = "", *indicators: Indicator, department: str = "管財課"
) -> tuple[Outcome, tuple[Finding, ...]]:
    row = cells({2019: plan, 2020: following}, {2019: evaluation})
    outcomes, findings = judge(initiative(department), row, indicators, (2019,))
    return outcomes[0], findings


def indicator(*years: tuple[int, float | None, float | None], quote: str = "", start: int = 0) -> Indicator:
    entries = []
    for year, target, result in years:
        is_met = None if target is None or result is None else result >= target
        place = Place(Kind.RESULT, year)
        quantity = (
            Quantity(
                place, place, Role.RESULT, None, result, "回", Comparator.EQUAL, None, start, start + len(quote), quote, True
            )
            if result is not None and quote
            else None
        )
        entries.append(IndicatorYear(year, target, result, None, is_met, None, quantity))
    return Indicator("周知回数", "回", None, None, Direction.UP, False, tuple(entries))
