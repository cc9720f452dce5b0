"""A table as it is looked at before anything is concluded: its rows, headings and notes, and what its columns look like."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.cells.brackets import brackets_stand_first, tells_of_brackets
from loaders.mapping.cells.evidence import SAMPLE, look_at
from loaders.mapping.cells.expected import expected_signs
from loaders.mapping.layout.forms_again import words_in_forms
from loaders.mapping.layout.heading_paths import heading_paths, joined, over_years, reaching_down
from loaders.mapping.layout.kinds_above_years import lines_told_above_years
from loaders.mapping.layout.kinds_lowest import with_kinds_lowest
from loaders.mapping.layout.line_kinds import as_shown, kinds_of_lines, kinds_of_sides
from loaders.mapping.layout.regions import Region, repeated_headings
from loaders.mapping.layout.seen import CellLines, Seen
from loaders.mapping.layout.verdict_lines import told_of_all
from loaders.mapping.model.looks import Evidence
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.formula_marks import without_marks
from loaders.mapping.words.heading_years import shape
from loaders.mapping.words.years_of_plan import plan_begins, with_years_of_plan

# The headings of a table, their years apart.
Form = tuple[str, ...]


@dataclass(frozen=True)
class FormSeen:
    """What all tables of a file under the same headings note, and their rows."""

    notes: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


FormsSeen = Mapping[Form, FormSeen]


@dataclass(frozen=True)
class TableSeen:
    """A table as it is looked at. `paths` are the headings over each column, years of the plan (2年目) as the years they are.

    `printed` are they as they stand. `begins` is the first year of the plan, `above` what stands right above the headings,
    `line_kinds` what a note says of each item's lines, `side_kinds` what of two columns under one year, `expected_signs` the
    signs of values that are only expected, `in_forms` the words of each column in all forms like the table.
    """

    printed: tuple[tuple[str, ...], ...]
    paths: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    seen: tuple[Seen, ...]
    above: tuple[str, ...]
    begins: int | None
    line_kinds: tuple[Use, ...]
    side_kinds: tuple[Use, ...]
    expected_signs: tuple[str, ...]
    in_forms: tuple[tuple[str, ...], ...]


def look_at_table(sheet: Sheet, region: Region, forms: FormsSeen | None = None) -> TableSeen:
    """Return a table of a sheet as it is looked at; what its own notes do not say those of tables of its form may.

    So do their cells of its own: a page's last rows are few, and a column is for the same on each page.
    """
    printed = heading_paths(sheet, region.first, region.last)
    begins = plan_begins(_lines_above(sheet, region))
    paths = tuple(with_kinds_lowest(with_years_of_plan(without_marks(printed), begins)))
    rows = tuple(_rows(sheet, region, paths))
    bare, kinds_above = lines_told_above_years(paths, rows)
    paths = tuple(bare)
    above = tuple(sheet.text_of(row) for row in range(region.above, region.first))
    of_form = (forms or {}).get(_form(printed), FormSeen())
    notes = [*_notes(sheet, region, printed), *of_form.notes]
    brackets_first = brackets_stand_first(rows)
    line_kinds = kinds_above or kinds_of_lines(notes, brackets_first)
    are_bracketed = any(tells_of_brackets(note) or as_shown(note, bool(brackets_first)) for note in notes)
    lines, periods = CellLines(line_kinds, are_bracketed), over_years(paths)
    in_forms = tuple(words_in_forms(sheet, region.last, at) for at in range(len(paths)))
    looks = [_in_form([row[at] for row in rows], at, words, of_form) for at, words in enumerate(in_forms)]
    seen = tuple(Seen(at, path, looks[at], lines, periods) for at, path in enumerate(paths))
    sides, signs = kinds_of_sides(notes), expected_signs(notes)
    return TableSeen(printed, paths, rows, seen, above, begins, line_kinds, sides, signs, in_forms)


def forms_seen(tables: Iterable[tuple[Sheet, Region]]) -> FormsSeen:
    """Return for the headings of tables of a file what all tables under them note and hold: a legend may stand once."""
    found: dict[Form, list[FormSeen]] = {}
    for sheet, region in tables:
        printed = heading_paths(sheet, region.first, region.last)
        rows = tuple(islice(_rows(sheet, region, printed), SAMPLE))
        found.setdefault(_form(printed), []).append(FormSeen(tuple(_notes(sheet, region, printed)), rows))
    return {
        form: FormSeen(
            tuple(dict.fromkeys(note for one in tables for note in one.notes)),
            tuple(row for one in tables for row in one.rows) if len(tables) > 1 else (),
        )
        for form, tables in found.items()
    }


def _in_form(cells: Sequence[str], column: int, words: Sequence[str], form: FormSeen) -> Evidence:
    """Return what the cells of a column look like among those of all tables of its form.

    How many they are, and how many of them differ, is their own.
    """
    own = look_at(cells, words)
    if not own.count or not form.rows:
        return own
    return replace(look_at([row[column] for row in form.rows], words), count=own.count, distinct=own.distinct)


def _form(printed: Sequence[Sequence[str]]) -> Form:
    return tuple(shape(joined(path)) for path in printed)


def _notes(sheet: Sheet, region: Region, printed: Sequence[Sequence[str]]) -> list[str]:
    """Return what stands around a table, in its headings, and in lines of one cell among and below its rows."""
    above = (sheet.text_of(row) for row in range(region.above, region.first))
    return [*sheet.around, *above, *map(joined, printed), *_lines_of_one_cell(sheet, region), *sheet.below]


def _rows(sheet: Sheet, region: Region, paths: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the rows below the headings, without those that say them again, those of one cell and what is told of all."""
    skipped = set(repeated_headings(sheet, region))
    for row in range(region.last + 1, region.end):
        if row not in skipped and len(list(non_empty(sheet.rows[row]))) > 1 and not told_of_all(sheet.rows[row]):
            yield _without_remarks(sheet, row, _cells(sheet, region, row), paths)


def _lines_above(sheet: Sheet, region: Region) -> list[str]:
    """Return the lines that say what a table is of, the nearest first: those right above it, its page's, the sheet's title."""
    near = [sheet.text_of(r) for r in range(region.first - 1, region.above - 1, -1)]
    titles = filter(None, map(sheet.only_text, range(region.above)))
    return [*near, *reversed(sheet.around), *titles]


def _cells(sheet: Sheet, region: Region, row: int) -> tuple[str, ...]:
    """Return the cells of a row, in the first below the headings with what reaches down into it from them."""
    if row != region.last + 1:
        return sheet.rows[row]
    reaching = dict(reaching_down(sheet, region.first, region.last))
    return tuple(reaching.get(column, text) for column, text in enumerate(sheet.rows[row]))


def _without_remarks(sheet: Sheet, row: int, cells: Sequence[str], paths: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the cells of a row without those merged over columns of several headings, which show what none of them holds."""
    spans = [span for column, text in non_empty(cells) if (span := sheet.span_at(row, column)) and span.left == column]
    wide = {span.left for span in spans if len({tuple(paths[c]) for c in range(span.left, span.right + 1)}) >= _SEVERAL}
    return tuple("" if column in wide else text for column, text in enumerate(cells))


_SEVERAL = 3


def _lines_of_one_cell(sheet: Sheet, region: Region) -> Iterator[str]:
    """Return the notes among and below the rows of a table."""
    return filter(None, map(sheet.only_text, range(region.last + 1, region.end)))
