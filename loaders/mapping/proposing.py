"""A mapping is proposed from what headings say, what cells look like, and what the columns of a table are to each other."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain

from loaders.grid.grid import Grid, Sheet
from loaders.grid.turned import turned
from loaders.mapping.columns.aside_pairs import with_pairs_aside, with_pairs_told
from loaders.mapping.columns.columns import classify, with_eras
from loaders.mapping.columns.ends_by_years import with_ends_by_years
from loaders.mapping.columns.far_goals import with_far_goals, years_in_cells
from loaders.mapping.columns.goals_of_the_year import with_goals_of_the_year
from loaders.mapping.columns.goals_told_once import with_goals_told_once
from loaders.mapping.columns.item_names import with_counts_beside_names, with_measures
from loaders.mapping.columns.own_words import as_known, as_printed, notes_of, told_in
from loaders.mapping.columns.parts_of_items import with_parts_that_come_again, with_parts_under_one_heading
from loaders.mapping.columns.remarks_on_goals import with_reasons_of_goals
from loaders.mapping.columns.settling import settled_by_neighbours
from loaders.mapping.columns.side_by_side import named_in_the_corner, side_by_side, told_apart, with_what_headings_tell
from loaders.mapping.columns.sides import with_sides_told
from loaders.mapping.columns.starts_and_ends import with_dated_starts
from loaders.mapping.columns.title_years import with_years_of_title, years_of_kinds
from loaders.mapping.columns.year_columns import with_years_of_rows
from loaders.mapping.layout.facts_above import facts_above, facts_around, unit_told
from loaders.mapping.layout.headings import joined
from loaders.mapping.layout.line_kinds import with_cell_lines_untold, with_lines_untold
from loaders.mapping.layout.looking import NotesOfForms, TableSeen, look_at_table, notes_of_forms
from loaders.mapping.layout.plain_tables import as_plan_and_result, plain_region
from loaders.mapping.layout.regions import Region, find_regions
from loaders.mapping.layout.stacked import kind_of_title
from loaders.mapping.layout.table_titles import title_above
from loaders.mapping.model.confidence import IN_DOUBT, is_guess
from loaders.mapping.model.mapping import VALUED, YEARLY, ColumnUse, Mapping, TableMapping, Use, own_years
from loaders.mapping.words.row_kinds import with_doubt
from loaders.mapping.words.table_year import year_of_table
from loaders.mapping.words.years_of_plan import without_unknown_years
from loaders.prose.eras import RELATIVE_YEARS

# A form on its side has a row for each year's target and result, and a few for names.
_MOST_LYING = 100
# What says what a row is of; where none does, a year does (a table of one series).
_TELLING = frozenset({Use.NUMBER, Use.NAME, Use.GROUP, Use.MEASURE, Use.ACTIVITY, Use.YEAR})


def propose(grid: Grid, year: int | None = None) -> Mapping:
    """Return what the tables of a file are taken for; `year` is the fiscal year that a person gives where none is named."""
    tables: list[TableMapping] = []
    unread = []
    notes = notes_of(grid)
    told_words = [told_in(printed, notes) for printed in grid.sheets]
    sheets = [as_known(printed, told) for printed, told in zip(grid.sheets, told_words, strict=True)]
    all_regions = [find_regions(sheet) for sheet in sheets]
    of_forms = notes_of_forms((s, region) for s, regions in zip(sheets, all_regions, strict=True) for region in regions)
    for printed, told, sheet, regions in zip(grid.sheets, told_words, sheets, all_regions, strict=True):
        found = list(_tables(grid, sheet, regions, year, of_forms)) or list(_turned_tables(grid, sheet, year))
        tables += [as_printed(table, printed, told) for table in found]
        if not found and sheet.rows:
            unread.append(sheet.name)
        elif not any(table.is_turned for table in found):
            known = {table.first for table in found}
            left = [sheet.row_words(region.first) for region in regions if region.first not in known]
            unread += [f"{sheet.name} {line}からの表".strip() for line in left]
    guessed = [] if tables else [table for sheet in grid.sheets for table in _plain_table(grid, sheet, year)]
    names = {table.sheet for table in guessed}
    return Mapping((*tables, *guessed), tuple(name for name in unread if name not in names))


def _plain_table(grid: Grid, sheet: Sheet, year: int | None) -> Iterator[TableMapping]:
    """Yield the table of a sheet whose headings nobody knows, if its rows are plainly one and something tells its year."""
    region = plain_region(sheet)
    if region is None:
        return
    table, seen = _mapped(grid, sheet, region, year, {}), look_at_table(sheet, region)
    columns = as_plan_and_result(table.columns, seen.seen, seen.rows)
    stated, reason = _table_year(grid, sheet, [*sheet.around, *seen.above], columns, year)
    if columns and stated is not None:
        yield replace(table, columns=tuple(columns), year=stated, year_reason=reason, confidence=IN_DOUBT)


def _tables(
    grid: Grid, sheet: Sheet, regions: Sequence[Region], year: int | None, of_forms: NotesOfForms
) -> Iterator[TableMapping]:
    """Yield the tables among the regions of a sheet, from above; `of_forms` are the notes of the file's tables."""
    for region in regions:
        table = _table(grid, sheet, region, year, of_forms)
        if table is not None:
            yield table


def _turned_tables(grid: Grid, sheet: Sheet, year: int | None) -> Iterator[TableMapping]:
    """Yield the table of a sheet that lies on its side: its first column names values of years, and no row does.

    A list of hundreds of rows is no row of headings.
    """
    if len(sheet.rows) > _MOST_LYING:
        return
    lying = turned(sheet)
    for table in _tables(grid, lying, find_regions(lying), year, {}):
        if sum(column.year is not None for column in table.of(Use.TARGET, Use.RESULT, Use.PAIR)) > 1:
            yield replace(table, is_turned=True)


def table_at(grid: Grid, sheet: Sheet, headings: tuple[int, int], year: int | None = None) -> TableMapping:
    """Return what the columns below headings that a person chose (the first and the last of their rows) are taken for."""
    told = told_in(sheet, notes_of(grid))
    mapped = _mapped(grid, as_known(sheet, told), Region(0, *headings, len(sheet.rows)), year, {})
    return as_printed(mapped, sheet, told)


def _table(grid: Grid, sheet: Sheet, region: Region, year: int | None, of_forms: NotesOfForms) -> TableMapping | None:
    """Return the mapping of a table, None where nothing in it is a plan's value or nothing says what its rows are of."""
    table = _mapped(grid, sheet, region, year, of_forms)
    told = {use for use, _ in chain(facts_around(sheet), facts_above(sheet, region.first, region.above))}
    table = replace(table, columns=tuple(_named_above(table.columns, told)))
    is_titled = any(table.of(Use.KIND)) and title_above(sheet, region.first)
    is_telling = is_titled or bool(told & _TELLING) or any(c.use in _TELLING or c.measure for c in table.columns)
    return table if is_telling and any(c.use in VALUED for c in table.columns) else None


def _named_above(columns: Sequence[ColumnUse], told: AbstractSet[Use]) -> Iterator[ColumnUse]:
    """Yield the columns, one that is but guessed to name projects as what it is where the form's head names them.

    It tells what is measured, or, where something else does, the sections of the form.
    """
    has_measure = Use.MEASURE in told or any(c.use is Use.MEASURE for c in columns)
    use = Use.GROUP if has_measure else Use.MEASURE
    reason = f"取組や事業の名前が表の上にあるため、{'上位の区分' if has_measure else '指標の名前'}とみました"
    for column in columns:
        is_other = Use.NAME in told and column.use is Use.NAME and is_guess(column)
        yield replace(column, use=use, reason=reason) if is_other else column


def _mapped(grid: Grid, sheet: Sheet, region: Region, year: int | None, of_forms: NotesOfForms) -> TableMapping:
    """Return what the columns of a table are taken for."""
    table = look_at_table(sheet, region, of_forms)
    columns, line_kinds = _settled(grid, sheet, region, table)
    lines = [*sheet.around, *table.above]
    columns = columns if year is not None else with_years_of_title(columns, lines)
    stated, reason = _table_year(grid, sheet, lines, columns, year)
    columns = told_apart(list(_in_relative_years(columns, stated)), table.seen)
    columns = with_goals_of_the_year(columns, grid, sheet, (region.last, region.end), stated)
    columns = with_goals_told_once(columns, table.rows)
    columns = list(with_far_goals(columns, stated, years_in_cells(columns, table.seen, table.rows)))
    columns = list(with_reasons_of_goals(columns))
    columns = [with_doubt(c, table.in_forms[c.column] or [row[c.column] for row in table.rows]) for c in columns]
    columns = [replace(c, heading=joined(table.printed[c.column])) for c in _graded_last(columns, stated)]
    confidence = min((c.confidence for c in columns if c.use is not Use.UNREAD), default=0.0)
    return TableMapping(
        sheet=sheet.name,
        first=region.first,
        last=region.last,
        end=region.end,
        columns=tuple(columns),
        year=stated,
        year_reason=reason,
        confidence=confidence,
        begins=table.begins if any(c.use is Use.YEAR for c in columns) else None,
        expected_signs=table.expected_signs,
        line_kinds=line_kinds if any(c.use in (Use.VALUE, Use.PAIR) for c in columns) else (),
        unit=""
        if any(c.use is Use.UNIT for c in columns)
        else unit_told([*sheet.around, *table.above, *_corner(columns), *_unit_below(sheet, region)]),
    )


def _settled(grid: Grid, sheet: Sheet, region: Region, table: TableSeen) -> tuple[list[ColumnUse], tuple[Use, ...]]:
    """Return what the columns of a table are taken for, each alone, then together, and what the lines of its items are."""
    paths, seen, rows = table.paths, table.seen, table.rows
    columns = with_pairs_told([classify(column) for column in seen], seen)
    columns = with_eras(_with_names_beside(columns, sheet, region), paths)
    columns = with_pairs_aside(without_unknown_years(columns, paths), rows)
    sides = with_sides_told(columns, seen, table.side_kinds)
    line_kinds, columns = table.line_kinds if sides == columns else (), sides
    columns = with_counts_beside_names(columns, seen, rows)
    columns = with_parts_under_one_heading(with_parts_that_come_again(columns, seen, rows), seen, rows)
    has_line_kinds = bool(line_kinds) and not any(c.use is Use.PAIR for c in columns)
    of_title = kind_of_title(grid, sheet, region.first, region.last) if any(c.use is Use.VALUE for c in columns) else None
    columns = settled_by_neighbours(columns, seen, has_line_kinds, of_title)
    columns = with_dated_starts(columns, years_in_cells(columns, seen, rows))
    columns = with_measures(columns, seen, rows)
    columns = with_ends_by_years(with_years_of_rows(columns, seen, rows), seen, rows)
    if not line_kinds:
        columns, line_kinds = with_cell_lines_untold(columns, rows)
    if not line_kinds:
        columns, line_kinds = with_lines_untold(columns, rows, are_told=any(s.lines.are_bracketed for s in seen))
    return with_what_headings_tell(named_in_the_corner(side_by_side(columns, paths)), paths), line_kinds


def _with_names_beside(columns: Sequence[ColumnUse], sheet: Sheet, region: Region) -> list[ColumnUse]:
    """Return the columns, one without a heading as the indicator's name where its words reach from the headings' first line.

    Beside names under headings of their own it says what the block is.
    """
    if any(c.heading and c.use in (Use.NAME, Use.MEASURE) for c in columns):
        return list(columns)
    names = {s.left for s in sheet.spans if s.top == region.first and region.last < s.bottom}
    reason = "見出しの行から中身の行まで続く欄のため、指標の名前とみました"
    return [
        replace(c, use=Use.MEASURE, year=None, reason=reason, confidence=0.8)
        if c.column in names and not c.heading and c.use in (Use.UNREAD, Use.NAME)
        else c
        for c in columns
    ]


def _unit_below(sheet: Sheet, region: Region) -> Iterator[str]:
    """Yield the line of a unit alone that stands between headings and values: （単位：千円）."""
    below = sheet.only_text(region.last + 1) if region.last + 1 < len(sheet.rows) else ""
    if re.fullmatch(r"[(（\[［]\s*単位[^()（）]*[)）\]］]", below.strip()):
        yield below


def _corner(columns: Sequence[ColumnUse]) -> Iterator[str]:
    """Yield the headings of what the items are called, where a unit of all values may stand: 区分（単位：千円）."""
    return (c.heading for c in columns if c.use in (Use.NAME, Use.MEASURE, Use.GROUP))


def _table_year(
    grid: Grid, sheet: Sheet, lines: Sequence[str], columns: Sequence[ColumnUse], year: int | None
) -> tuple[int | None, str]:
    """Return the year of columns that name none, and where it was found."""
    own = own_years(columns)
    without = [c for c in columns if c.use in YEARLY and c.year is None and c.column not in own]
    has_years = any(c.use is Use.YEAR for c in columns) or not without
    if has_years:
        return None, ""
    if year is not None:
        return year, "指定された年度"
    stated, reason = year_of_table(lines, sheet.name, grid.file_name)
    reported = years_of_kinds(lines).get(Use.RESULT) if stated is None else None
    return (reported, "表題の実績の年度") if reported else (stated, reason)


def _in_relative_years(columns: Sequence[ColumnUse], stated: int | None) -> Iterator[ColumnUse]:
    """Yield the columns, those that count from the table's year (前年度実績, 次年度目標) with the year that they mean."""
    for column in columns:
        away = next((years for words, years in RELATIVE_YEARS if words.search(column.heading)), None)
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
