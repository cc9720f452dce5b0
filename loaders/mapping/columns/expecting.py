"""What is expected (見込) is what was planned where nothing else plans; where something else does, it is a forecast.

A result that is being counted (実績見込, 決算見込, 年度末見込) is a forecast whatever stands beside it. How the words are
written stands in table/heading_words.py.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from loaders.mapping.layout.title_kinds import TitleKind
from loaders.mapping.model.mapping import ColumnUse, Use
from loaders.patterns import Pattern
from loaders.table.heading_words import EXPECTED

_EXPECTED = Pattern(EXPECTED)
_COUNTED = Pattern(rf"実績|(?:決算|年度末)(?={EXPECTED})")


def with_forecasts(columns: Sequence[ColumnUse], of_title: TitleKind | None) -> list[ColumnUse]:
    """Return 見込 as what was planned where its years have no other target, as in plans of care insurance; else as a forecast.

    A goal of the plan's end beside them is none of their years'; where goals are told apart from 見込 and nothing has come of
    its years yet, it is what is expected to come of them. 実績見込 is a forecast of the result, whatever stands beside, and so
    is 見込 in a table whose title says that its values are results.
    """
    planned = {c.year for c in columns if c.use is Use.TARGET and not _is_expected(c) and not c.indicator}
    expected = {c.year for c in columns if c.use in (Use.FORECAST, Use.TARGET) and _is_expected(c) and not c.indicator}
    if _goes_on_to(expected, columns):
        planned |= expected
    is_plan = bool(expected) and not expected & (planned - {None}) and not (of_title and of_title.use is Use.RESULT)
    is_plan = is_plan and (not planned or any(c.use is Use.RESULT and c.year in expected for c in columns))
    settled = []
    for column in columns:
        if _is_expected(column) and column.use is Use.FORECAST and is_plan:
            reason = f"見出し「{column.heading}」のほかに、その年度の目標・計画の列がないため"
            column = replace(column, use=Use.TARGET, reason=reason, confidence=0.6)
        elif _is_expected(column) and column.use is Use.TARGET and not is_plan and not column.indicator:
            column = replace(column, use=Use.FORECAST, confidence=0.7)
        settled.append(column)
    return settled


def _goes_on_to(expected: Collection[int | None], columns: Sequence[ColumnUse]) -> bool:
    """Return whether 見込 is the last of the years' results: of the one year after them, in a table with a goal of its own."""
    results = {c.year for c in columns if c.use is Use.RESULT and c.year is not None}
    is_next = len(results) > 1 and set(expected) == {max(results) + 1}
    return is_next and any(c.use is Use.FINAL_GOAL for c in columns)


def planned_by_expecting(kinds: Mapping[str, Use]) -> dict[str, Use]:
    """Return the words of rows that say 見込 and are of what was planned: 量の見込み beside 実績 where no row says 目標."""
    if Use.TARGET in kinds.values() or Use.RESULT not in kinds.values():
        return {}
    return {word: Use.TARGET for word, kind in kinds.items() if kind is Use.FORECAST and not _is_counted(word)}


def _is_expected(column: ColumnUse) -> bool:
    """Return whether a heading says 見込 of what is to come."""
    return _EXPECTED.search(column.heading) is not None and not _is_counted(column.heading)


def _is_counted(words: str) -> bool:
    """Return whether words are of a result that is being counted: 実績見込, 決算見込, 年度末見込."""
    return _COUNTED.search(words) is not None
