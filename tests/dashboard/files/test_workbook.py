"""The workbook for a meeting holds the store's figures, prints on A4, and says where a repaired cell was printed."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
from openpyxl.workbook import Workbook

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.files import takeaway, workbook, workbook_due, workbook_indicators, workbook_rows, workbook_sheets
from dashboard.files.workbook_layout import PAPER_WIDTH, SIZE, line_count
from dashboard.text import words
from loaders.sheets import MeetingSheet
from loaders.store.inputs import DOCUMENT

DAY = date(2026, 4, 6)
COVER, SUMMARY, INDICATORS, UNDONE, TABLE = (
    sheet.label_ja
    for sheet in (
        MeetingSheet.COVER,
        MeetingSheet.SUMMARY,
        MeetingSheet.INDICATORS,
        MeetingSheet.UNDONE,
        MeetingSheet.TABLE,
    )
)
EVERYTHING = Filter(year=2020)
FILTERS = {
    "everything": EVERYTHING,
    "one_section": Filter(year=2019, departments=("防災課",)),
    "year_without_evaluation": Filter(year=2021, lead=True),
    "nothing": Filter(year=2020, words=("存在しない言葉",)),
}
DUE = Filter(year=2021)
Rows = Callable[[str], list[tuple[object, ...]]]


@cache
def opened(chosen: Filter = EVERYTHING) -> Workbook:
    """Return the workbook of a filter, which no test writes to."""
    return openpyxl.load_workbook(BytesIO(workbook.build(takeaway.contents(chosen, DAY))), rich_text=False)


def head_row(book: Workbook, name: str, first: str) -> int:
    return next(row for row in range(1, 12) if book[name].cell(row, 1).value == first)


@pytest.fixture
def rows(open_store: store.Identity) -> Rows:
    return lambda sql: [tuple(row) for row in store.rows(sql, {}, open_store).itertuples(index=False)]


@pytest.mark.parametrize("chosen", FILTERS.values(), ids=list(FILTERS))
def test_every_filter_makes_a_workbook_with_all_sheets(open_store: store.Identity, chosen: Filter) -> None:
    contents = takeaway.contents(chosen, DAY)
    told = workbook_sheets.told(contents.labels[contents.asked_for], contents.labels[contents.year])
    assert opened(chosen).sheetnames == [COVER, *told]


def test_the_same_contents_make_the_same_file(open_store: store.Identity) -> None:
    contents = takeaway.contents(EVERYTHING, DAY)
    assert workbook.build(contents) == workbook.build(contents)


def test_the_cover_tells_targets_without_a_result(open_store: store.Identity) -> None:
    said = {row[0].value: str(row[1].value) for row in opened()[COVER].iter_rows(max_col=2)}
    unjudged = queries.frame("targets_by_year", EVERYTHING).set_index("year").loc[EVERYTHING.year, "unjudged"]
    assert f"{unjudged}件は、実績の数値がなく判定できません" in said["比べるときの注意"]


# Two pages wide, since on one their letters were too small to read.
WIDE = (INDICATORS, UNDONE, TABLE)
# Smallest letters that people read at a meeting, in points.
READABLE = 8


def test_every_sheet_prints_on_a4_landscape_with_page_numbers(open_store: store.Identity) -> None:
    for sheet in opened():
        assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "landscape")
        assert bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage) is (
            sheet.title not in WIDE
        )
        assert sheet.print_area
        assert "&P" in sheet.oddFooter.center.text


@pytest.mark.parametrize("name", WIDE)
def test_a_wide_sheet_is_two_pages_of_readable_letters_with_its_first_columns_on_both(
    open_store: store.Identity, name: str
) -> None:
    sheet = opened()[name]
    assert SIZE * int(sheet.page_setup.scale or 100) / 100 >= READABLE
    assert len(sheet.col_breaks.brk) == 1
    assert sheet.print_title_cols


@pytest.mark.parametrize("columns", [workbook_due.DUE_COLUMNS, workbook_due.LEFT_COLUMNS], ids=["due", "left"])
def test_a_sheet_of_a_year_that_is_due_fits_one_page_in_readable_letters(columns: dict[str, float]) -> None:
    assert SIZE * PAPER_WIDTH / sum(columns.values()) >= READABLE


def test_sheets_of_a_year_that_is_due_keep_their_heads_and_print_on_a4(open_store: store.Identity) -> None:
    book = opened(DUE)
    for name in ("R3の目標", "R2から残る事業"):
        sheet = book[name]
        head = head_row(book, name, "番号")
        assert sheet.freeze_panes == f"C{head + 1}"
        assert sheet.print_title_rows == f"${head}:${head}"
        assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "landscape")


@pytest.mark.parametrize("name", [SUMMARY, INDICATORS, UNDONE, TABLE])
def test_headings_stay_in_view_and_are_repeated_on_paper(open_store: store.Identity, name: str) -> None:
    sheet = opened()[name]
    last_head = int(str(sheet.print_title_rows).split(":")[1].replace("$", ""))
    assert sheet.freeze_panes[1:] == str(last_head + 1)


def test_the_cover_says_filter_date_and_scale(open_store: store.Identity) -> None:
    said = {row[0].value: row[1].value for row in opened(FILTERS["one_section"])[COVER].iter_rows()}
    assert "担当課：防災課" in said["絞り込み"]
    assert said["作成日"] == "2026年4月6日"
    assert said["達成率の区分"] == words.scale_note()


def test_the_cover_of_a_year_that_is_due_says_so_and_what_its_counts_are_of(open_store: store.Identity) -> None:
    said = {row[0].value: str(row[1].value) for row in opened(DUE)[COVER].iter_rows(max_col=2)}
    assert said["対象年度"].startswith("令和3年度（まだ評価がないため、件数・判定・達成率は令和2年度のもの。")
    assert "令和3年度は目標のある指標が" in said["令和3年度の目標"]
    assert "令和2年度から令和3年度に残る未達・繰越は" in said["令和2年度から残る事業"]


def test_every_target_that_is_due_stands_beside_the_last_result(rows: Rows) -> None:
    head, *listed = opened(DUE)["R3の目標"].iter_rows(min_row=4, values_only=True)
    assert head[5:8] == ("R3の目標", "R2の目標", "R2の実績")
    expected = rows(
        "select i.number, y.target::double, last.result::double from store.indicator_year as y "
        "join store.indicator as n using (indicator_id) join store.initiative as i using (initiative_id) "
        "left join store.indicator_year as last on last.indicator_id = y.indicator_id and last.year = 2020 "
        "where y.year = 2021 and y.target is not null"
    )
    wanted = [(number, target, None if pd.isna(result) else result) for number, target, result in expected]
    assert Counter((row[0], row[5], row[7]) for row in listed) == Counter(wanted)


def test_what_is_left_over_stands_beside_the_next_plan(rows: Rows) -> None:
    sheet = opened(DUE)["R2から残る事業"]
    listed = [row for row in sheet.iter_rows(min_row=5, values_only=True) if isinstance(row[0], int)]
    waiting = "select 1 from store.initiative_waiting as w where (w.initiative_id, w.year) = (y.initiative_id, y.year)"
    undone = rows(
        "select count(distinct matter_id) from store.initiative_year as y join store.initiative_matter using (initiative_id) "
        f"where is_undone and year = 2020 and not exists ({waiting})"
    )
    assert len(listed) == undone[0][0]
    plans = dict(
        rows(
            "select number, string_agg(trim(text), '' order by cell_id) from store.cell join store.initiative "
            "using (initiative_id) where kind = 'plan' and year = 2021 group by 1"
        )
    )
    assert all(str(row[-1])[:10] in str(plans[row[0]]) for row in listed if row[-1] != "記載なし")


def test_counts_of_a_year_are_the_stores(rows: Rows) -> None:
    book = opened()
    sheet = book[SUMMARY]
    found = {row[0].value: [cell.value for cell in row[1:]] for row in sheet.iter_rows()}
    for label, *counts in rows(
        "select label_ja, count(*), "
        + ", ".join(f"count(*) filter (status = '{key}')" for key in words.STATUSES)
        + ", count(*) filter (is_carried_over) from store.outcome join store.fiscal_year using (year) group by all"
    ):
        assert found[label][: len(counts)] == counts


def test_targets_and_results_are_the_stores(rows: Rows) -> None:
    book = opened()
    sheet = book[INDICATORS]
    head = head_row(book, INDICATORS, "番号")
    years = len(queries.frame("years"))
    start = len(workbook_indicators.LEADING)
    numbers = [
        [cell.value for cell in row[start : start + 2 * years] if cell.value is not None]
        for row in sheet.iter_rows(min_row=head + 1)
    ]
    expected = rows("select sum(target), sum(result), count(target) + count(result) from store.indicator_year")[0]
    flat = [value for row in numbers for value in row]
    assert len(flat) == expected[2]
    assert sum(flat) == pytest.approx(float(str(expected[0])) + float(str(expected[1])))


def test_every_indicator_with_a_target_has_a_native_chart_with_words(rows: Rows) -> None:
    data = workbook.build(takeaway.contents(EVERYTHING, DAY))
    wanted = rows("select count(distinct indicator_id) from store.indicator_year where target is not null")[0][0]
    with ZipFile(BytesIO(data)) as packed:
        charts = [name for name in packed.namelist() if name.startswith("xl/charts/chart")]
        drawings = "".join(packed.read(name).decode() for name in packed.namelist() if name.startswith("xl/drawings/drawing"))
    assert len(charts) == int(str(wanted)) + 1
    assert drawings.count("descr=") == len(charts)


def test_every_undone_year_is_listed_with_its_reason(rows: Rows) -> None:
    book = opened()
    head = head_row(book, UNDONE, "番号")
    listed = list(book[UNDONE].iter_rows(min_row=head + 1, values_only=True))
    reason = list(workbook_rows.UNDONE_COLUMNS).index("理由")
    matters = (
        "select count(distinct (matter_id, year)) from store.initiative_year join store.initiative_matter using (initiative_id)"
    )
    assert len(listed) == rows(f"{matters} where is_undone")[0][0]
    covid = rows(f"{matters} where is_undone and reason = 'covid'")[0][0]
    assert sum(row[reason] == words.REASONS["covid"] for row in listed) == covid


def test_the_table_has_the_documents_own_headings(open_store: store.Identity) -> None:
    book = opened()
    printed = next(line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("番号\t")).split("\t")
    head = head_row(book, TABLE, "番号")
    assert [cell.value for cell in book[TABLE][head]] == printed


def test_the_table_holds_every_word_under_its_true_heading(rows: Rows) -> None:
    book = opened()
    head = head_row(book, TABLE, "番号")
    headings, *listed = book[TABLE].iter_rows(min_row=head, values_only=True)
    said = {(row[0], heading): str(value or "") for row in listed for heading, value in zip(headings, row, strict=True)}
    pieces = rows(
        "select number, kind, label_ja, text from store.cell join store.initiative using (initiative_id) "
        "left join store.fiscal_year using (year) where text <> ''"
    )
    assert len(headings) == 15
    for number, kind, label, text in pieces:
        heading = words.KINDS[str(kind)] if pd.isna(label) else f"{label}{words.KINDS[str(kind)]}"
        assert str(text).strip() in said[number, heading]


def test_a_moved_cell_is_filled_and_says_where_it_was_printed(rows: Rows) -> None:
    book = opened()
    marked = [cell for row in book[TABLE].iter_rows() for cell in row if cell.comment]
    moved = "select count(distinct (initiative_id, kind, year)) from store.cell where is_moved and text <> ''"
    assert len(marked) == rows(moved)[0][0]
    assert all(workbook_rows.MARK in str(cell.value) and cell.fill.patternType == "solid" for cell in marked)


def test_the_count_of_moved_words_leaves_out_empty_cells(rows: Rows) -> None:
    moved = rows("select count(*) from store.cell where is_moved and text <> ''")[0][0]
    said = [str(row[0].value) for row in opened()[TABLE].iter_rows(max_row=4)]
    assert any(f"移した文が{moved}か所あります" in line for line in said)


def test_no_cell_is_a_formula_whatever_it_begins_with(open_store: store.Identity) -> None:
    contents = takeaway.contents(EVERYTHING, DAY)
    contents.initiatives.loc[:, "activity"] = "=1+1"
    contents.initiatives.loc[:, "department_printed"] = "@SUM(A1)"
    book = openpyxl.load_workbook(BytesIO(workbook.build(contents)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s"] * len(contents.initiatives)
    assert not [cell for cell in cells if cell.data_type == "f"]


@pytest.mark.parametrize(("said", "width", "lines"), [("防災", 5, 1), ("防災メール", 5, 3), ("R1\nR2", 9, 2), ("", 9, 1)])
def test_words_take_as_many_lines_as_a_column_makes_them(said: str, width: float, lines: int) -> None:
    assert line_count(said, width) == lines
