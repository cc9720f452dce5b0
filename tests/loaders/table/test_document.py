"""A printed table is read row by row, nothing lost; what is no whole table is refused with words that help."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.errors import DocumentError
from loaders.model import Column, Kind, Place
from loaders.store.inputs import DOCUMENT
from loaders.table.document import Document, parse_document
from loaders.table.printed_headings import read_heading
from tests.tables import HEADINGS, ROW

WIDTH = HEADINGS.count("\t") + 1


def refusal(text: str) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        parse_document(text, "表.txt")
    return caught.value


def test_every_row_of_the_document_is_read_once_in_order(document: Document) -> None:
    assert [row.number for row in document.initiatives] == list(range(1, 134))
    assert document.findings == ()


def test_every_cell_of_the_document_is_kept_verbatim(document: Document) -> None:
    lines = DOCUMENT.read_text(encoding="utf-8").split("\n")
    for row in document.initiatives:
        printed = lines[row.source_line - 1].split("\t")
        read = [str(row.number), row.program_printed, row.lead_printed, row.department_printed, row.activity]
        assert read + [cell.text for cell in row.cells] == printed


def test_no_word_outside_the_rows_is_lost_but_titles_and_headings(document: Document) -> None:
    rows = {row.source_line for row in document.initiatives}
    others = {line for n, line in enumerate(DOCUMENT.read_text(encoding="utf-8").split("\n"), 1) if n not in rows}
    words = {word for line in others for word in line.split() if read_heading(word) is None}
    assert words == {"第4次情報化計画", "進行管理表", "資料2"}


def test_years_come_from_the_headings(document: Document) -> None:
    assert document.years == (2017, 2018, 2019, 2020, 2021)
    assert document.evaluated_years == (2017, 2018, 2019, 2020)
    assert document.title == "第4次情報化計画 進行管理表"


def test_pages_are_counted_by_their_headings(document: Document) -> None:
    pages = [row.source_page for row in document.initiatives]
    assert pages == sorted(pages)
    assert set(pages) == set(range(1, 14))


def test_columns_are_known_by_heading_in_any_order(small_document: str) -> None:
    order = [3, 10, 0, 7, 6, 2, 1, 9, 8, 5, 4]
    lines = [line.split("\t") for line in (HEADINGS, ROW)]
    turned = parse_document("\n".join("\t".join(cells[i] for i in order) for cells in lines) + "\n", "表.txt")
    [row], [expected] = turned.initiatives, parse_document(small_document, "表.txt").initiatives
    assert {c.place: c.text for c in row.cells} == {c.place: c.text for c in expected.cells}
    assert (row.number, row.department, row.is_lead) == (expected.number, expected.department, expected.is_lead)


def test_table_of_another_city_is_read() -> None:
    text = (
        "○○市総合計画\nNo.\t事業名\t所管課\t事業概要\t現状\t目標\tR4計画\tR4実績\t備考\n"
        "1\t広報の充実\t広報課（広報係）\t広報紙の発行\t12回\t24回\t18回\t20回\t特になし\n"
    )
    document = parse_document(text, "表.txt")
    [row] = document.initiatives
    assert [(c.place, c.text) for c in row.cells] == [
        (Place(Kind.BASELINE_GOAL, None), "12回 24回"),
        (Place(Kind.PLAN, 2022), "18回"),
        (Place(Kind.RESULT, 2022), "20回"),
    ]
    assert row.cells[0].columns == (Column("現状", "現状", 0), Column("目標", "目標", 4))
    assert (row.is_lead, row.department, row.department_unit) == (True, "広報課", "広報係")
    assert row.other == (("備考", "特になし"),)
    assert [(f.kind, f.number, f.quote) for f in document.findings] == [("unread_column", None, "特になし")]


def test_a_column_that_is_only_kept_or_missing_is_told_once_for_all_rows() -> None:
    rows = [f"{at}\t事業{at}\t18回\t20回\tメモ{at}" for at in range(1, 4)]
    document = parse_document("\n".join(["番号\t事業名\tR4計画\tR4実績\t備考", *rows, ""]), "表.txt")
    assert [row.other for row in document.initiatives] == [(("備考", f"メモ{at}"),) for at in range(1, 4)]
    assert [(f.kind, f.number) for f in document.findings] == [("department_missing", None), ("unread_column", None)]
    assert "（3件）" in document.findings[1].message


def test_heading_that_one_page_prints_damaged_is_that_of_the_page_before(rows_of_numbers: Callable[[int], list[str]]) -> None:
    first, second = rows_of_numbers(2)
    damaged = HEADINGS.replace("平成30年度評価", "平成30年度評個")
    document = parse_document(f"{HEADINGS}\n{first}\n{damaged}\n{second}\n", "表.txt")
    assert document.initiatives[0].cells == document.initiatives[1].cells
    assert [(f.kind, f.quote) for f in document.findings] == [("heading_damaged", "平成30年度評個")]


def test_missing_section_is_unknown_and_told(small_document: str) -> None:
    document = parse_document(small_document.replace("\t防災課\t", "\t\t"), "表.txt")
    assert document.initiatives[0].department == "不明"
    assert [f.kind for f in document.findings] == ["department_missing"]


def test_table_without_numbers_is_numbered_by_its_rows(rows_of_numbers: Callable[[int], list[str]]) -> None:
    lines = [HEADINGS, *rows_of_numbers(3)]
    document = parse_document("\n".join(line.split("\t", 1)[1] for line in lines) + "\n", "表.txt")
    assert [row.number for row in document.initiatives] == [1, 2, 3]


def test_short_row_has_empty_cells_at_its_end_and_a_finding() -> None:
    document = parse_document(f"{HEADINGS}\n{ROW.rsplit(chr(9), 2)[0]}\n", "表.txt")
    assert [cell.text for cell in document.initiatives[0].cells[-2:]] == ["", ""]
    assert [finding.kind for finding in document.findings] == ["short_row"]


def test_blank_cells_beyond_the_headings_are_no_matter() -> None:
    assert parse_document(f"{HEADINGS}\n{ROW}\t\t \n", "表.txt").initiatives


@pytest.mark.parametrize("line", ["第4次情報化計画 進行管理表 資料2", "資料2\t\t", "- 3 -", "3/13", "３ページ", "\t\t\t"])
def test_what_every_page_repeats_is_left_out(small_document: str, line: str) -> None:
    assert parse_document(f"{small_document}{line}\n", "表.txt") == parse_document(small_document, "表.txt")


def test_other_words_between_the_rows_are_told(small_document: str) -> None:
    document = parse_document(f"{small_document}※ 目標は見直す場合がある。\n", "表.txt")
    assert [(f.kind, f.quote) for f in document.findings] == [("unread_line", "※ 目標は見直す場合がある。")]


def test_numbers_are_read_in_full_width() -> None:
    assert parse_document(f"{HEADINGS}\n{ROW.replace('1', '１', 1)}\n", "表.txt").initiatives[0].number == 1


def test_missing_number_that_is_stated_is_no_error(rows_of_numbers: Callable[[int], list[str]]) -> None:
    rows = rows_of_numbers(5)
    text = "\n".join([HEADINGS, *rows[:2], *rows[3:]]) + "\n"
    assert len(parse_document(text, "表.txt", missing_numbers=[3]).initiatives) == 4


@pytest.mark.parametrize(
    ("text", "what", "where"),
    [
        ("番号\t氏名\t住所\n1\t山田\t印西市\n", "見出しの行が見つかりません", "表.txt"),
        (HEADINGS.replace("\t", ",") + "\n", "カンマ区切り", "表.txt"),
        ("これは進行管理表ではありません。\n", "見出しの行が見つかりません", "表.txt"),
        (f"{HEADINGS}\n", "事業の行がありません", "1行目"),
        (f"{HEADINGS}\n{ROW}\t余分\n", f"{WIDTH}欄ですが、この行には{WIDTH + 1}欄", "2行目「令和元年度内容及び目標」"),
        (f"{HEADINGS}\n{ROW}\n{ROW}\n", "番号1が2行目と重複", "3行目「番号」"),
        (f"{HEADINGS}\nア{ROW}\n", "番号が数字ではありません（「ア1」）", "2行目「番号」"),
        (f"{HEADINGS}\n{ROW.replace('1', '', 1)}\n", "番号が数字ではありません", "2行目「番号」"),
        (f"{HEADINGS}\n{ROW.replace('1', '3', 1)}\n", "番号が続いていません（ない番号: 1、2）", "2行目「番号」"),
        (f"{HEADINGS}\n{ROW[:60]}", "途中で切れています", "2行目"),
        (f"{HEADINGS}\n{ROW[:60]}\n続きの文\n", "行が途中で折れています", "3行目"),
        (f"{HEADINGS}\n{ROW}\n{HEADINGS.replace('29', '28')}\n", "前のページの見出しと違います", "3行目"),
    ],
    ids=lambda value: value if "。" not in value and len(value) < 30 else "",
)
def test_what_is_no_whole_table_is_refused(text: str, what: str, where: str) -> None:
    error = refusal(text)
    assert what in error.what
    assert where in error.where
    assert error.todo
    assert "前回のデータはそのまま" in str(error)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_document_cut_off_within_a_row_is_refused(share: float) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    cut = int(len(text) * share)
    while "\t" not in text[cut:].split("\n")[0] or "\t" not in text[:cut].split("\n")[-1]:
        cut += 1
    assert "途中で切れています" in refusal(text[:cut]).what


# Quotes around all of a cell are those of the program that wrote it, and no words of it: "" is an empty cell.
words = st.text(st.characters(exclude_characters="\t\n\r", exclude_categories=["Cs"])).filter(
    lambda text: not (len(text) > 1 and text[0] == text[-1] == '"')
)


@given(st.lists(st.lists(words, min_size=6, max_size=6), min_size=1, max_size=6))
def test_any_words_come_out_as_they_went_in_and_in_order(rows: list[list[str]]) -> None:
    lines = [ROW.split("\t")[1:5] + cells for cells in rows]
    text = "\n".join([HEADINGS, *("\t".join([str(n), *cells]) for n, cells in enumerate(lines, start=1))]) + "\n"
    read = parse_document(text, "表.txt").initiatives
    assert [[cell.text for cell in row.cells] for row in read] == rows


@pytest.mark.parametrize(("printed", "read"), [('""', ""), ('"市"', "市"), ('"', '"'), ('市の"広報"', '市の"広報"')])
def test_quotes_around_all_of_a_cell_are_no_words_of_it(printed: str, read: str) -> None:
    cells = ROW.split("\t")
    cells[4] = printed
    [row] = parse_document(f"{HEADINGS}\n" + "\t".join(cells) + "\n", "表.txt").initiatives
    assert row.activity == read


@given(words, words, words)
def test_any_program_section_and_activity_are_kept_as_printed(program: str, department: str, activity: str) -> None:
    cells = ROW.split("\t")
    cells[1], cells[3], cells[4] = program, department, activity
    [row] = parse_document(f"{HEADINGS}\n" + "\t".join(cells) + "\n", "表.txt").initiatives
    assert (row.program_printed, row.department_printed, row.activity) == (program, department, activity)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_document_that_lost_any_stretch_is_read_or_refused_and_never_fails_otherwise(data: st.DataObject) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    try:
        document = parse_document(text[:start] + text[end:], "表.txt")
    except DocumentError as refused:
        error: DocumentError | None = refused
        numbers = []
    else:
        error = None
        numbers = [row.number for row in document.initiatives]
    assert error is None or (error.what and error.where and error.todo)
    assert numbers == list(range(1, len(numbers) + 1))
