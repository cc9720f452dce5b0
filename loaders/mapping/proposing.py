"""A mapping is proposed from what headings say, what cells look like, and what the columns of a table are to each other."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.grid.grid import Grid, Sheet, non_empty
from loaders.grid.turned import turned
from loaders.mapping.columns import Seen, classify, is_range, with_eras
from loaders.mapping.cues import senses, shape, without_year
from loaders.mapping.evidence import look_at
from loaders.mapping.headings import heading_paths
from loaders.mapping.mapping import VALUED, ColumnUse, Mapping, TableMapping, Use
from loaders.mapping.periods import is_part_of_year, is_whole_year
from loaders.mapping.regions import Region, find_regions, repeated_headings
from loaders.mapping.table_year import year_of_table

# Headings that count from the year of the table, and how many years away they are.
_RELATIVE = (
    (re.compile(r"前々年度?|一昨年度"), -2),
    (re.compile(r"前年度?|昨年度?|前回"), -1),
    (re.compile(r"次年度|来年度|翌年度"), 1),
)
# What says what a row is of; where none does, a year does (a table of one series).
_TELLING = frozenset({Use.NUMBER, Use.NAME, Use.GROUP, Use.MEASURE, Use.ACTIVITY, Use.YEAR})
# What a column may be taken for though it names the items: 数値目標 over 緑被率, 年度 over 介護給付費.
_MAYBE_NAMES = frozenset({Use.UNREAD, Use.ACTIVITY, Use.YEAR, Use.KIND, Use.TARGET})
_OF_YEARS = frozenset({Use.PAIR, Use.TARGET, Use.RESULT, Use.FORECAST, Use.CURRENT, Use.VALUE})
_YEARLESS = _OF_YEARS | {Use.GRADE, Use.RATE, Use.COMMENT}


def propose(grid: Grid, year: int | None = None) -> Mapping:
    """Return what the tables of a file are taken for; `year` is the fiscal year that a person gives where none is named."""
    tables: list[TableMapping] = []
    unread = []
    for sheet in grid.sheets:
        found = list(_tables(grid, sheet, year)) or list(_turned_tables(grid, sheet, year))
        tables += found
        if not found and sheet.rows:
            unread.append(sheet.name)
    return Mapping(tuple(tables), tuple(unread))


def _tables(grid: Grid, sheet: Sheet, year: int | None) -> Iterator[TableMapping]:
    """Yield the tables of a sheet, from above."""
    for region in find_regions(sheet):
        table = _table(grid, sheet, region, year)
        if table is not None:
            yield table


def _turned_tables(grid: Grid, sheet: Sheet, year: int | None) -> Iterator[TableMapping]:
    """Yield the table of a sheet that lies on its side: its first column names values of years, and no row does."""
    for table in _tables(grid, turned(sheet), year):
        if sum(column.year is not None for column in table.of(Use.TARGET, Use.RESULT, Use.PAIR)) > 1:
            yield replace(table, is_turned=True)


def _table(grid: Grid, sheet: Sheet, region: Region, year: int | None) -> TableMapping | None:
    """Return the mapping of a table, None where nothing in it is a plan's value or nothing says what its rows are of."""
    paths = heading_paths(sheet, region.first, region.last)
    skipped = set(repeated_headings(sheet, region))
    rows = [
        sheet.rows[r]
        for r in range(region.last + 1, region.end)
        if r not in skipped and len(list(non_empty(sheet.rows[r]))) > 1
    ]
    seen = [Seen(at, path, look_at([row[at] for row in rows])) for at, path in enumerate(paths)]
    columns = [classify(column) for column in seen]
    columns = with_eras(columns, paths)
    columns = _settled(columns, seen)
    if not any(c.use in VALUED for c in columns):
        return None
    columns = _side_by_side(columns, paths)
    stated, reason = _table_year(grid, sheet, region, columns, year)
    columns = list(_far_goals(list(_in_relative_years(columns, stated)), stated))
    columns = _graded_last(columns, stated)
    if not any(c.use in _TELLING or c.measure for c in columns):
        return None
    confidence = min((c.confidence for c in columns if c.use is not Use.UNREAD), default=0.0)
    return TableMapping(sheet.name, region.first, region.last, region.end, tuple(columns), stated, reason, confidence)


def _table_year(
    grid: Grid, sheet: Sheet, region: Region, columns: Sequence[ColumnUse], year: int | None
) -> tuple[int | None, str]:
    """Return the year of columns that name none, and where it was found."""
    has_years = any(c.use is Use.YEAR for c in columns) or not any(c.use in _YEARLESS and c.year is None for c in columns)
    if has_years:
        return None, ""
    if year is not None:
        return year, "指定された年度"
    above = [" ".join(text for _, text in non_empty(sheet.rows[r])) for r in range(region.above, region.first)]
    return year_of_table([*sheet.around, *above], sheet.name, grid.file_name)


def _in_relative_years(columns: Sequence[ColumnUse], stated: int | None) -> Iterator[ColumnUse]:
    """Yield the columns, those that count from the table's year (前年度実績, 次年度目標) with the year that they mean."""
    for column in columns:
        away = next((years for words, years in _RELATIVE if words.search(column.heading)), None)
        if column.use in VALUED and column.year is None and away is not None and stated is not None:
            yield replace(column, year=stated + away, reason=f"{column.reason}（表の年度から数えて）")
        else:
            yield column


def _graded_last(columns: Sequence[ColumnUse], stated: int | None) -> list[ColumnUse]:
    """Return the columns, verdicts and comments of no year as of the last year with results: a table is judged as it stands."""
    years = [c.year for c in columns if c.use in (Use.RESULT, Use.CURRENT, Use.VALUE, Use.PAIR) and c.year is not None]
    if stated is not None or not years or any(c.use is Use.YEAR for c in columns):
        return list(columns)
    reason = "（年度がないため、実績のある最後の年度のものとみました）"
    return [
        replace(c, year=max(years), reason=f"{c.reason}{reason}", confidence=min(c.confidence, 0.7))
        if c.use in (Use.GRADE, Use.COMMENT) and c.year is None
        else c
        for c in columns
    ]


def _settled(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns with what the table as a whole says of them."""
    columns = _one_of_a_kind(columns, seen)
    columns = _with_names(columns, seen)
    columns = _with_values(columns, seen)
    columns = _with_results_and_remarks(columns)
    columns = _with_forecasts(columns)
    columns = _with_baselines(columns, seen)
    return _with_the_other_half(columns, seen)


def _one_of_a_kind(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns with one for the rows' kind, one for their year and one for their number at most: the surest."""
    settled = list(columns)
    for use in (Use.KIND, Use.YEAR, Use.NUMBER, Use.LEAD):
        same = sorted((c for c in settled if c.use is use), key=lambda c: (-c.confidence, c.column))
        for column in same[1:]:
            other = Use.UNREAD if use is not Use.KIND else Use.NAME
            settled[column.column] = replace(column, use=other, reason="同じ役割の列が左にあるため", confidence=0.4)
    return settled


def _with_names(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns with a name for the items: where no heading tells it, the first wordy column before the values."""
    if any(c.use in (Use.NAME, Use.MEASURE) for c in columns):
        return list(columns)
    settled = list(columns)
    first_value = min((c.column for c in columns if c.use in VALUED and not _is_wordy(seen[c.column])), default=len(columns))
    groups = [c for c in columns if c.use is Use.GROUP]
    if groups:
        last = groups[-1]
        settled[last.column] = replace(
            last, use=Use.NAME, reason=f"{last.reason}（事業名の列がほかにないため、項目の名前とみました）"
        )
        return settled
    wordy = [c for c in columns if c.column < first_value and c.use in _MAYBE_NAMES and _is_wordy(seen[c.column])]
    wordy = [
        c for c in wordy if c.use is not Use.YEAR or seen[c.column].evidence.years + seen[c.column].evidence.bare_years < 0.5
    ]
    if wordy and wordy[0].use is not Use.ACTIVITY:
        *above, chosen = _under_one_heading(wordy, seen)
        settled[chosen.column] = replace(
            chosen, use=Use.NAME, year=None, reason="値の左にある言葉の列のため、項目の名前とみました", confidence=0.55
        )
        for column in above:
            reason = f"見出し「{column.heading}」の下に並ぶ列の左にあるため、上位の区分とみました"
            settled[column.column] = replace(column, use=Use.GROUP, year=None, reason=reason, confidence=0.55)
    return settled


def _under_one_heading(wordy: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the first of wordy columns and those right of it under its heading: 種別 over 居宅サービス and 訪問介護."""
    found = [wordy[0]]
    for column in wordy[1:]:
        if column.column == found[-1].column + 1 and seen[column.column].path in ((), seen[found[0].column].path):
            found.append(column)
    return found


def _is_wordy(seen: Seen) -> bool:
    return seen.evidence.count > 0 and seen.evidence.values < 0.3 and seen.evidence.kinds < 0.8


def _with_values(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns that a year alone heads as the values of the rows' kinds, else as results over the years.

    A column of values that no word heads is that of the rows' kinds and years.
    """
    has_kinds = any(c.use is Use.KIND for c in columns) or _names_bear_kinds(columns, seen)
    has_parts = any(is_part_of_year(part) for column in seen for part in column.path)
    settled = []
    for column in columns:
        if column.use is Use.VALUE and not has_kinds:
            others = {c.year: c.use for c in columns if c.use in (Use.TARGET, Use.RESULT)}
            use = Use.TARGET if others.get(column.year) is Use.RESULT else Use.RESULT
            column = replace(
                column, use=use, reason=f"見出し「{column.heading}」が年度だけのため、実績の推移とみました", confidence=0.55
            )
        elif has_kinds and column.use in (Use.TARGET, Use.RESULT) and column.year is not None and _is_year_alone(column):
            column = replace(column, use=Use.VALUE)
        elif has_kinds and column.use is Use.UNREAD and seen[column.column].evidence.values >= 0.7 and not column.heading:
            column = replace(column, use=Use.VALUE, confidence=0.5)
        elif has_parts and column.use is not Use.VALUE and _is_sum_of_year(column, seen):
            reason = f"年度の一部の列の右にある「{column.heading}」のため、年度の値とみました"
            column = replace(column, use=Use.VALUE if has_kinds else Use.RESULT, reason=reason, confidence=0.7)
        elif has_kinds and column.use in (Use.UNREAD, Use.TARGET) and without_year(column.heading) in ("値", "数値", "量"):
            column = replace(column, use=Use.VALUE, confidence=0.6)
        settled.append(column)
    return settled


def _is_sum_of_year(column: ColumnUse, seen: Sequence[Seen]) -> bool:
    """Return whether a column of values is the sum of a year's parts, and no word tells it to be something else."""
    own = seen[column.column]
    return own.evidence.values >= 0.5 and bool(own.path) and is_whole_year(own.path[-1])


def _is_year_alone(column: ColumnUse) -> bool:
    return not without_year(column.heading)


def _names_bear_kinds(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> bool:
    """Return whether the items' names tell which rows are targets and which results: 認定者数（実績）, 計画の推計."""
    return any(c.use in (Use.NAME, Use.MEASURE) and seen[c.column].evidence.suffixed >= 0.4 for c in columns)


_COUNTED = re.compile("実績|結果|達成")


def _with_results_and_remarks(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return a year's only column of 実績・所見 as its result: what is remarked stands behind what was counted."""
    counted = {c.year for c in columns if c.use in (Use.RESULT, Use.VALUE)}
    return [
        replace(c, use=Use.RESULT, reason=f"見出し「{c.heading}」のほかに、その年度の実績の列がないため", confidence=0.7)
        if c.use is Use.COMMENT and c.year is not None and c.year not in counted and _COUNTED.search(c.heading)
        else c
        for c in columns
    ]


def _with_forecasts(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Return 見込 as what was planned where its years have no other target, as in plans of care insurance; else as a forecast.

    A goal of the plan's end beside them is none of their years'. 実績見込 is a forecast of the result, whatever stands beside.
    """
    planned = {c.year for c in columns if c.use is Use.TARGET and "見込" not in c.heading}
    expected = {c.year for c in columns if c.use in (Use.FORECAST, Use.TARGET) and _is_expected(c)}
    is_plan = bool(expected) and not expected & (planned - {None})
    is_plan = is_plan and (None not in planned or any(c.use is Use.RESULT and c.year in expected for c in columns))
    settled = []
    for column in columns:
        if _is_expected(column) and column.use is Use.FORECAST and is_plan:
            reason = f"見出し「{column.heading}」のほかに、その年度の目標・計画の列がないため"
            column = replace(column, use=Use.TARGET, reason=reason, confidence=0.6)
        elif _is_expected(column) and column.use is Use.TARGET and not is_plan:
            column = replace(column, use=Use.FORECAST, confidence=0.7)
        settled.append(column)
    return settled


def _is_expected(column: ColumnUse) -> bool:
    """Return whether a heading says 見込 of what is to come, not of a result that is being counted (実績見込, 決算見込)."""
    return re.search(r"(?<!実績)(?<!決算)見込", column.heading) is not None and "実績" not in column.heading


def _with_baselines(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return 現状値 as what the plan starts from where no 基準値 stands beside it, or where it is older than all results."""
    has_baseline = any(c.use is Use.BASELINE for c in columns)
    results = [c.year for c in columns if c.use in (Use.RESULT, Use.FORECAST, Use.TARGET, Use.PAIR) and c.year is not None]
    settled = []
    for column in columns:
        left = columns[column.column - 1] if column.column else column
        names_years = column.year is None and (seen[column.column].evidence.dated >= 0.5 or left.use is Use.OWN_YEAR)
        if column.use is Use.CURRENT and not has_baseline and not names_years:
            is_first = column.year is None or not results or column.year < max(results)
            if is_first:
                column = replace(
                    column, use=Use.BASELINE, reason=f"{column.reason}（基準値の列がほかにないため）", confidence=0.7
                )
        elif column.use is Use.CURRENT and column.year is None and not names_years:
            column = replace(column, confidence=0.5)
        settled.append(column)
    return settled


def _with_the_other_half(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns with those taken for results that stand beside each year's plan under one unknown wording."""
    planned = {c.year for c in columns if c.use is Use.TARGET and c.year is not None}
    if any(c.use is Use.RESULT for c in columns) or not planned:
        return list(columns)
    unknown = [c for c in columns if c.use is Use.UNREAD and c.year in planned and not senses(c.heading)]
    wordings = {without_year(c.heading) for c in unknown}
    if len(wordings) != 1 or len({c.year for c in unknown}) != len(unknown):
        return list(columns)
    reason = f"計画の列と並んでいるため、評価の列とみました（見出し「{unknown[0].heading}」）"
    at = {c.column for c in unknown}
    return [replace(c, use=Use.RESULT, reason=reason, confidence=0.5) if c.column in at else c for c in columns]


def _side_by_side(columns: Sequence[ColumnUse], paths: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns with the indicator that each belongs to, where several stand side by side.

    Each column of names (指標名) begins one; where there are no such columns, headings above the kinds and years name them.
    """
    settled = list(columns)
    named = [c.column for c in columns if c.use is Use.MEASURE]
    values = [c for c in columns if c.use in VALUED or c.use in (Use.UNIT, Use.RATE, Use.GRADE, Use.COMMENT)]
    if len(named) > 1:
        if _are_interleaved(named, [c.column for c in columns if c.use in VALUED]):
            for column in values + [c for c in columns if c.use is Use.MEASURE]:
                order = max((at for at, start in enumerate(named) if start <= column.column), default=0)
                settled[column.column] = replace(column, indicator=order)
        return settled
    if named:
        return settled
    words = {
        c.column: _own_words(paths[c.column])
        for c in columns
        if (c.use in VALUED and c.use is not Use.VALUE) or c.use is Use.RATE
    }
    distinct = list(dict.fromkeys(filter(None, words.values())))
    places = Counter((c.use, c.year) for c in columns if c.column in words)
    is_repeated = any(count > 1 for count in places.values())
    has_items = any(c.use in (Use.NAME, Use.GROUP, Use.ACTIVITY, Use.NUMBER) for c in columns)
    if not distinct or (has_items and not (is_repeated and len(distinct) > 1)) or (not has_items and not distinct):
        return settled
    for at, word in words.items():
        if word:
            settled[at] = replace(settled[at], indicator=distinct.index(word), measure=word)
    return settled


def _are_interleaved(named: Sequence[int], values: Sequence[int]) -> bool:
    """Return whether values stand behind each of the columns of names."""
    ends = [*named[1:], 10**6]
    return all(any(start < value < end for value in values) for start, end in zip(named, ends, strict=True))


def _own_words(path: Sequence[str]) -> str:
    """Return the words of a column's headings that name what is measured: not the kind, not the year."""
    for part in path[:-1] if len(path) > 1 else path:
        bare = without_year(part)
        if bare and max(senses(part).values(), default=0.0) < 0.5:
            return " ".join(part.split())
    if len(path) == 1:
        return ""
    return ""


def _is_worded_apart(column: ColumnUse, columns: Sequence[ColumnUse], reached: Sequence[int]) -> bool:
    """Return whether a goal that closes the table is worded otherwise than yearly ones: 目標値（R7） after R6目標."""
    others = [c for c in columns if c.use is Use.TARGET and c is not column]
    is_last = column.year is not None and bool(reached) and column.year > max(reached)
    wordings = {shape(c.heading) for c in others}
    return is_last and len(others) > 1 and len(wordings) == 1 and shape(column.heading) not in wordings


def _far_goals(columns: Sequence[ColumnUse], stated: int | None) -> Iterator[ColumnUse]:
    """Yield the columns, a lone goal of a year far beyond the others, or of no year beside them, as the plan's final goal."""
    told = [c for c in columns if c.use in _OF_YEARS and c.year is not None]
    reached = [c.year for c in told if c.use is not Use.TARGET and c.year is not None] + ([stated] if stated else [])
    later = sorted(
        {c.year for c in told if c.use is Use.TARGET and c.year is not None and reached and c.year > max(reached) + 1}
    )
    next_year = any(c.use is Use.TARGET and reached and c.year == max(reached) + 1 for c in told)
    has_years = any(
        c.year is not None for c in columns if c.use in (Use.TARGET, Use.RESULT, Use.CURRENT, Use.BASELINE, Use.VALUE, Use.PAIR)
    )
    yearly = [c for c in columns if c.use in (Use.RESULT, Use.FORECAST, Use.VALUE, Use.PAIR) and c.year is not None]
    has_answer = any(c.use in (Use.RESULT, Use.FORECAST, Use.PAIR) and c.year in (None, stated) for c in columns)
    has_current = any(c.use is Use.CURRENT for c in columns)
    for column in columns:
        is_lone = column.use is Use.TARGET and len(later) == 1 and column.year == later[0] and not next_year
        is_far = is_lone and (len(yearly) == 0 or (reached and later[0] > max(reached) + 1))
        is_apart = column.use is Use.TARGET and column.year is not None and _is_worded_apart(column, columns, reached)
        is_yearless = (
            column.use is Use.TARGET and column.year is None and (not has_answer if stated else has_years or has_current)
        )
        has_year_column = any(c.use is Use.YEAR for c in columns)
        if is_far or is_apart or (is_range(column) and column.use is Use.TARGET):
            yield replace(
                column, use=Use.FINAL_GOAL, reason=f"{column.reason}（ほかの年度から離れた目標のため、最終目標とみました）"
            )
        elif is_yearless and not has_year_column:
            yield replace(column, use=Use.FINAL_GOAL, reason=f"{column.reason}（年度のない目標のため、最終目標とみました）")
        else:
            yield column
