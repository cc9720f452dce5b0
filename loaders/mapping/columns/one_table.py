"""What the columns of one table are taken for: each alone, then together, then by the title and the lines above it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from loaders.grid.grid import Grid, Sheet
from loaders.mapping.columns.aside_pairs import with_pairs_aside, with_pairs_told
from loaders.mapping.columns.counted_contents import with_counted_contents
from loaders.mapping.columns.differences import with_halves_of_differences
from loaders.mapping.columns.ends_by_years import with_ends_by_years
from loaders.mapping.columns.far_goals import with_far_goals, years_in_cells
from loaders.mapping.columns.goals_of_the_year import with_goals_of_the_year
from loaders.mapping.columns.goals_told_once import with_goals_told_each_year, with_goals_told_once
from loaders.mapping.columns.item_names import with_counts_beside_names, with_measures
from loaders.mapping.columns.one_column import classify, with_eras
from loaders.mapping.columns.parts_of_items import (
    with_levels_under_one_heading,
    with_parts_that_come_again,
    with_parts_under_one_heading,
)
from loaders.mapping.columns.remarks_on_goals import with_reasons_of_goals
from loaders.mapping.columns.settling import BY_NEIGHBOURS
from loaders.mapping.columns.side_by_side import named_in_the_corner, side_by_side, told_apart, with_what_headings_tell
from loaders.mapping.columns.sides import with_sides_told
from loaders.mapping.columns.starts_and_ends import with_dated_starts
from loaders.mapping.columns.steps import Around, Columns, Step, taken
from loaders.mapping.columns.title_years import with_doubt_of_the_head, with_years_of_title, years_of_kinds
from loaders.mapping.columns.year_columns import with_years_of_rows
from loaders.mapping.layout.facts_above import unit_told
from loaders.mapping.layout.heading_paths import joined
from loaders.mapping.layout.line_kinds import with_cell_lines_untold, with_lines_untold
from loaders.mapping.layout.looking import FormsSeen, TableSeen, look_at_table
from loaders.mapping.layout.regions import Region
from loaders.mapping.layout.sheet_heads import head_of_sheet
from loaders.mapping.layout.stacked import kind_of_title
from loaders.mapping.model.confidence import SUREST
from loaders.mapping.model.mapping import VALUED, YEARLY, ColumnUse, TableMapping, Use, own_years
from loaders.mapping.words.heading_senses import names_item
from loaders.mapping.words.row_kinds import with_doubt
from loaders.mapping.words.table_year import year_of_table
from loaders.mapping.words.years_of_plan import without_unknown_years
from loaders.patterns import Pattern
from loaders.prose.eras import RELATIVE_YEARS


def mapped(grid: Grid, sheet: Sheet, region: Region, year: int | None, forms: FormsSeen) -> TableMapping:
    """Return what the columns of a table are taken for."""
    table = look_at_table(sheet, region, forms)
    columns, line_kinds = _settled(Around(grid, sheet, region, table))
    lines = [*sheet.around, *table.above]
    head = head_of_sheet(sheet, region.above)
    columns = columns if year is not None else with_years_of_title(columns, lines)
    stated, reason = year_of_columns(grid, sheet, [*head, *lines], columns, year)
    columns = with_doubt_of_the_head(columns) if reason in head else columns
    columns = taken(columns, OF_THE_YEAR, Around(grid, sheet, region, table, stated=stated))
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
        else unit_told([*sheet.around, *table.above, *_lines_of_units(sheet, region), *_corner(columns)]),
    )


def _settled(around: Around) -> tuple[list[ColumnUse], tuple[Use, ...]]:
    """Return what the columns of a table are taken for, each alone, then together, and what the lines of its items are."""
    grid, sheet, region, table = around.grid, around.sheet, around.region, around.table
    columns = taken([classify(column) for column in table.seen], EACH_ALONE, around)
    sides = with_sides_told(columns, table.seen, table.side_kinds)
    line_kinds, columns = table.line_kinds if sides == columns else (), sides
    columns = taken(columns, BESIDE_EACH_OTHER, around)
    around = replace(
        around,
        has_line_kinds=bool(line_kinds) and not any(c.use is Use.PAIR for c in columns),
        of_title=kind_of_title(grid, sheet, region.first, region.last) if any(c.use is Use.VALUE for c in columns) else None,
    )
    columns = taken(columns, (*BY_NEIGHBOURS, *BY_CELLS), around)
    if not line_kinds:
        columns, line_kinds = with_cell_lines_untold(columns, table.rows)
    if not line_kinds:
        columns, line_kinds = with_lines_untold(columns, table.rows, are_told=any(s.lines.are_bracketed for s in table.seen))
    return taken(columns, WHAT_HEADINGS_NAME, around), line_kinds


def _with_names_beside(columns: Sequence[ColumnUse], sheet: Sheet, region: Region) -> list[ColumnUse]:
    """Return the columns, one without a heading as the indicator's name where its words reach from the headings' first line.

    Beside names under headings of their own it says what the block is. So does a heading's word that reaches down itself, left
    of such a name: 測定指標 | 1 拠点の数 beside 基準値 and 実績値.
    """
    reaching = [s for s in sheet.spans if s.top <= region.first and region.last < s.bottom]
    labels = {s.left for s in reaching if _heads_items(sheet.rows[s.top][s.left])}
    names = {s.left for s in reaching if s.top == region.first} - labels
    of_names = [c for c in columns if c.heading and c.use in (Use.NAME, Use.MEASURE)]
    if not names or any(c.column not in labels for c in of_names):
        return list(columns)
    reason, beside = "見出しの行から中身の行まで続く欄のため、指標の名前とみました", "指標の名前の左にある見出しのため"
    settled = [replace(c, use=Use.UNREAD, reason=beside) if c in of_names else c for c in columns]
    return [
        replace(c, use=Use.MEASURE, year=None, reason=reason, confidence=0.8)
        if c.column in names and not c.heading and c.use in (Use.UNREAD, Use.NAME)
        else c
        for c in settled
    ]


def _heads_items(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and names_item(text)


# A longer word that ends as a heading does may be a name.
_LONGEST_LABEL = 6


def _lines_of_units(sheet: Sheet, region: Region) -> Iterator[str]:
    """Yield the lines of a unit alone that stand in headings, or between them and values: 単位：千円 over the last column."""
    for row in range(region.first, min(region.last + 2, len(sheet.rows))):
        line = sheet.only_text(row).strip()
        if _UNIT_ALONE.fullmatch(line):
            yield line


# Nothing else may stand in such a line: （単位：千円）, 単位：千円.
_UNIT_ALONE = Pattern(r"[(（\[［]\s*単位[^()（）]*[)）\]］]|単位\s*[:：]\s*\S{1,8}")


def _corner(columns: Sequence[ColumnUse]) -> Iterator[str]:
    """Yield the headings of what the items are called, where a unit of all values may stand: 区分（単位：千円）."""
    return (c.heading for c in columns if c.use in (Use.NAME, Use.MEASURE, Use.GROUP))


def year_of_columns(
    grid: Grid, sheet: Sheet, lines: Sequence[str], columns: Sequence[ColumnUse], year: int | None
) -> tuple[int | None, str]:
    """Return the year of columns that name none, and where it was found; a rate, which is reckoned anew, asks for none."""
    own = own_years(columns)
    without = [c for c in columns if c.use in YEARLY - {Use.RATE} and c.year is None and c.column not in own]
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


def _with_doubt_of_cells(columns: Columns, table: TableSeen) -> list[ColumnUse]:
    """Return the columns, those whose cells tell of another use than their headings as in doubt."""
    return [with_doubt(c, table.in_forms[c.column] or [row[c.column] for row in table.rows]) for c in columns]


def _as_printed(columns: Columns, table: TableSeen) -> list[ColumnUse]:
    """Return the columns with their headings as they are printed."""
    return [replace(c, heading=joined(table.printed[c.column])) for c in columns]


def _without_inputs(columns: Columns, table: TableSeen) -> list[ColumnUse]:
    """Return the columns, those under a heading of what was put in as not read: money and people beside what came of them.

    Such a block has names of its own in its first column, and tells nothing of the items left of it.
    """
    blocks = {part for path in table.paths for part in path[:-1] if _INPUTS.search(part)}
    inputs = {at for at, path in enumerate(table.paths) if blocks & set(path)}
    if inputs == set(range(len(columns))):
        return list(columns)
    reason = "投入した予算や人員の欄で、左の指標の値ではないため"
    return [replace(c, use=Use.UNREAD, reason=reason, confidence=SUREST) if c.column in inputs else c for c in columns]


_INPUTS = Pattern(r"インプット|財務情報|投入(?:資源|量|コスト|した)")
# What a note says of cells, and what headings alone say, once each column has been looked at by itself.
EACH_ALONE: Final[tuple[Step, ...]] = (
    Step("what was put in is none of what came of it", lambda c, t: _without_inputs(c, t.table)),
    Step("a note tells the halves of cells apart", lambda c, t: with_pairs_told(c, t.seen)),
    Step("beside a heading of two lines a name may have none", lambda c, t: _with_names_beside(c, t.sheet, t.region)),
    Step("a heading names an era whose years stand in another (令和 over 5, 6)", lambda c, t: with_eras(c, t.paths)),
    Step("a year that is none of the plan's heads nothing", lambda c, t: without_unknown_years(c, t.paths)),
    Step("a heading tells what stands in brackets: R3（計画） over 81.2（82.0）", lambda c, t: with_pairs_aside(c, t.rows)),
)
# What two columns beside each other tell of each other, before any column is settled by the whole table.
BESIDE_EACH_OTHER: Final[tuple[Step, ...]] = (
    Step(
        "a difference tells the two that it lies between",
        lambda c, t: with_halves_of_differences(c, t.seen, t.rows),
    ),
    Step("a column under the names' heading may only count them", lambda c, t: with_counts_beside_names(c, t.seen, t.rows)),
    Step("names that are set in are parts of those above", lambda c, t: with_levels_under_one_heading(c, t.seen, t.rows)),
    Step("words that come again below each item are its parts", lambda c, t: with_parts_that_come_again(c, t.seen, t.rows)),
    Step(
        "of two under one heading the right one has parts",
        lambda c, t: with_parts_under_one_heading(c, t.seen, t.rows),
    ),
)
# What cells say once it is settled which columns hold values.
BY_CELLS: Final[tuple[Step, ...]] = (
    Step("a state before the plan's years is its start", lambda c, t: with_dated_starts(c, years_in_cells(c, t.seen, t.rows))),
    Step("words between names and values are what is measured", lambda c, t: with_measures(c, t.seen, t.rows)),
    Step("contents with units behind them are what is measured", lambda c, t: with_counted_contents(c, t.seen, t.rows)),
    Step("a column of years tells the rows' year", lambda c, t: with_years_of_rows(c, t.seen, t.rows)),
    Step("values before and behind all years are start and end", lambda c, t: with_ends_by_years(c, t.seen, t.rows)),
)
# What headings name beside what they head.
WHAT_HEADINGS_NAME: Final[tuple[Step, ...]] = (
    Step("indicators may stand side by side", lambda c, t: side_by_side(c, t.paths)),
    Step("the one thing of a table is named over its kinds", lambda c, _: named_in_the_corner(c)),
    Step("a heading may name a unit or a section", lambda c, t: with_what_headings_tell(c, t.paths)),
)
# What the year that the whole table is of says of columns, and what of them is in doubt at last.
OF_THE_YEAR: Final[tuple[Step, ...]] = (
    Step("前年度 and 次年度 count from the table's year", lambda c, t: list(_in_relative_years(c, t.stated))),
    Step("two results of a year are two indicators", lambda c, t: told_apart(c, t.seen)),
    Step(
        "a goal without a year may be the table's year's",
        lambda c, t: with_goals_of_the_year(c, t.grid, t.sheet, (t.region.last, t.region.end), t.stated),
    ),
    Step("a goal that changes from row to row is each year's", lambda c, t: with_goals_told_each_year(c, t.rows)),
    Step("a goal that is told once for all years of an item is the plan's", lambda c, t: with_goals_told_once(c, t.rows)),
    Step(
        "a lone goal far beyond the years is the plan's",
        lambda c, t: list(with_far_goals(c, t.stated, years_in_cells(c, t.seen, t.rows))),
    ),
    Step("why a goal is what it is tells nothing of a year", lambda c, _: list(with_reasons_of_goals(c))),
    Step("cells may speak against their heading", lambda c, t: _with_doubt_of_cells(c, t.table)),
    Step("a table is judged as it stands, in its last year", lambda c, t: _graded_last(c, t.stated)),
    Step(
        "a person is shown headings as printed", lambda c, t: [replace(x, heading=joined(t.table.printed[x.column])) for x in c]
    ),
)
