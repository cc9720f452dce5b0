"""Which tables a file holds, and what each is taken for: a grid goes in, a mapping that a person can check comes out.

Tables stand under known headings, lie on their side, or have headings that nobody knows; columns/one_table.py maps each.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain

from loaders.grid.dittos import with_dittos_said
from loaders.grid.grid import Grid, Sheet
from loaders.grid.turned import turned
from loaders.mapping.columns.one_table import mapped, year_of_columns
from loaders.mapping.columns.own_words import as_known, as_printed, notes_of, told_in
from loaders.mapping.layout.facts_above import facts_above, facts_around
from loaders.mapping.layout.heading_paths import reaching_down
from loaders.mapping.layout.looking import FormsSeen, forms_seen, look_at_table
from loaders.mapping.layout.lying import lying_parts, without_parts
from loaders.mapping.layout.plain_tables import as_plan_and_result, plain_region
from loaders.mapping.layout.regions import Region, find_regions
from loaders.mapping.layout.table_titles import title_above
from loaders.mapping.model.confidence import IN_DOUBT, is_guess
from loaders.mapping.model.mapping import VALUED, ColumnUse, Mapping, TableMapping, Use, lines_taken
from loaders.mapping.words.row_kinds import is_of_money

# A form on its side has a row for each year's target and result, and a few for names.
_MOST_LYING = 100
# What says what a row is of; where none does, a year does (a table of one series).
_TELLING = frozenset({Use.NUMBER, Use.NAME, Use.GROUP, Use.MEASURE, Use.ACTIVITY, Use.YEAR})


def propose(grid: Grid, year: int | None = None) -> Mapping:
    """Return what the tables of a file are taken for; `year` is the fiscal year that a person gives where none is named."""
    # What a column is for is seen by the words that a sign stands for; rows keep the sign where it tells of a plan.
    grid = replace(grid, sheets=tuple(map(with_dittos_said, grid.sheets)))
    tables: list[TableMapping] = []
    unread = []
    notes = notes_of(grid)
    told_words = [told_in(printed, notes) for printed in grid.sheets]
    sheets = [as_known(printed, told) for printed, told in zip(grid.sheets, told_words, strict=True)]
    all_regions = [find_regions(sheet) for sheet in sheets]
    forms = forms_seen((s, region) for s, regions in zip(sheets, all_regions, strict=True) for region in regions)
    for printed, told, sheet, regions in zip(grid.sheets, told_words, sheets, all_regions, strict=True):
        lying = list(_lying_tables(grid, sheet, regions, year))
        upright = without_parts(regions, [table.part for table in lying if table.part])
        found = sorted([*_tables(grid, sheet, upright, year, forms), *lying], key=lines_taken)
        found = found or list(_turned_tables(grid, sheet, year))
        tables += [as_printed(table, printed, told) for table in found]
        if not found and sheet.rows:
            unread.append(sheet.name)
        elif not any(table.is_turned and table.part is None for table in found):
            known = {table.first for table in found if not table.is_turned}
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
    table, seen = mapped(grid, sheet, region, year, {}), look_at_table(sheet, region)
    columns = as_plan_and_result(table.columns, seen.seen, seen.rows)
    stated, reason = year_of_columns(grid, sheet, [*sheet.around, *seen.above], columns, year)
    if columns and stated is not None:
        yield replace(table, columns=tuple(columns), year=stated, year_reason=reason, confidence=IN_DOUBT)


def _tables(grid: Grid, sheet: Sheet, regions: Sequence[Region], year: int | None, forms: FormsSeen) -> Iterator[TableMapping]:
    """Yield the tables among the regions of a sheet, from above; `forms` are what those of one form note and hold."""
    for region in regions:
        table = _table(grid, sheet, region, year, forms)
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


def _lying_tables(grid: Grid, sheet: Sheet, regions: Sequence[Region], year: int | None) -> Iterator[TableMapping]:
    """Yield the tables that lie on a sheet among others, where a start or a goal of the plan stands beside their years.

    Without one, years beside numbers may be anything: how many forms were sent out.
    """
    for part in lying_parts(sheet, regions):
        lying = turned(sheet, part)
        for table in _tables(grid, lying, find_regions(lying), year, {}):
            has_years = sum(column.year is not None for column in table.of(Use.TARGET, Use.RESULT, Use.PAIR)) > 1
            if has_years and any(table.of(Use.TARGET, Use.FINAL_GOAL, Use.BASELINE)):
                yield replace(table, is_turned=True, part=part)


def table_at(grid: Grid, sheet: Sheet, headings: tuple[int, int], year: int | None = None) -> TableMapping:
    """Return what the columns below headings that a person chose (the first and the last of their rows) are taken for."""
    told = told_in(sheet, notes_of(grid))
    table = mapped(grid, as_known(sheet, told), Region(0, *headings, len(sheet.rows)), year, {})
    return as_printed(table, sheet, told)


def _table(grid: Grid, sheet: Sheet, region: Region, year: int | None, forms: FormsSeen) -> TableMapping | None:
    """Return the mapping of a table, None where nothing in it is a plan's value or nothing says what its rows are of.

    So it is of a block of a form that tells of money alone: 施策の予算額・執行額等 beside the years.
    """
    if any(is_of_money(text) for _, text in reaching_down(sheet, region.first, region.last)):
        return None
    table = mapped(grid, sheet, region, year, forms)
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
