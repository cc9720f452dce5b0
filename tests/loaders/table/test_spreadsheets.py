"""Tables that come out of a spreadsheet: headings of two lines, merged cells, sums, numbers with leading zeros."""

import pytest

from loaders.errors import DocumentError
from loaders.model import Kind, Place
from loaders.table.document import Document, parse_document
from loaders.table.printed import Preamble, is_total

HEADINGS = "番号\t事業名\t担当課\tR1計画\tR1実績\tR2計画\tR2実績"


def read(*lines: str) -> Document:
    return parse_document("\n".join(lines) + "\n", "表.txt")


def test_years_above_their_plans_and_results_are_one_heading() -> None:
    upper, lower = "番号\t事業名\t担当課\t令和元年度\t\t令和2年度\t", "\t\t\t計画\t実績\t計画\t実績"
    row = "1\t訓練\t防災課\t2回\t1回\t3回\t3回"
    document = read("行政改革", upper, lower, row, upper, lower, row.replace("1", "2", 1))
    assert document.places == tuple(Place(kind, year) for year in (2019, 2020) for kind in (Kind.PLAN, Kind.RESULT))
    assert [[cell.text for cell in row.cells] for row in document.initiatives] == [["2回", "1回", "3回", "3回"]] * 2
    assert (document.title, document.initiatives[1].source_page) == ("行政改革", 2)


def test_line_of_years_that_heads_nothing_is_a_line_as_any_other() -> None:
    document = read("令和元年度\t\t令和2年度\t", "資料1", HEADINGS, "1\t訓練\t防災課\t2回\t1回\t3回\t3回")
    assert document.title == "令和元年度 令和2年度"


def test_row_under_a_merged_cell_belongs_to_the_program_above() -> None:
    document = read(
        HEADINGS, "1\t訓練\t防災課\t2回\t1回\t3回\t3回", "\t\t消防課\t1回\t1回\t1回\t1回", "2\t啓発\t広報課\t4回\t4回\t4回\t4回"
    )
    assert [(row.number, row.program_name, row.department) for row in document.initiatives] == [
        (1, "訓練", "防災課"),
        (2, "訓練", "消防課"),
        (3, "啓発", "広報課"),
    ]
    assert [finding.kind for finding in document.findings] == ["merged_above"]


def test_row_of_sums_is_told_and_left_out() -> None:
    document = read(HEADINGS, "1\t訓練\t防災課\t2回\t1回\t3回\t3回", "\t合計\t\t2回\t1回\t3回\t3回")
    assert [row.number for row in document.initiatives] == [1]
    assert [finding.kind for finding in document.findings] == ["unread_line"]


def test_number_with_leading_zeros_is_that_number() -> None:
    document = read(HEADINGS, "001\t訓練\t防災課\t2回\t1回\t3回\t3回", "002\t啓発\t広報課\t4回\t4回\t4回\t4回")
    assert [row.number for row in document.initiatives] == [1, 2]


def test_several_columns_of_names_are_program_and_activity() -> None:
    [row] = read(
        "番号\t施策\t取組\t担当課\tR1計画\tR1実績", "1\t1-(1) 手続のデジタル化\tオンライン化\tデジタル課\t30手続\t32手続"
    ).initiatives
    assert (row.program_code, row.program_name, row.activity) == ("1-(1)", "手続のデジタル化", "オンライン化")


@pytest.mark.parametrize(
    ("line", "expected"), [("第1次計画 進行管理表 資料2", True), ("資料2", True), ("計画 資料", False), ("防災", False)]
)
def test_line_repeats_whole_lines_alone(line: str, expected: bool) -> None:
    assert Preamble(["防災 広報 一覧", "第1次計画 進行管理表", "資料2"]).repeats(line) is expected


@pytest.mark.parametrize(("text", "expected"), [("合計", True), ("小　計", True), ("計画の策定", False), ("", False)])
def test_sum_is_told_from_a_name(text: str, expected: bool) -> None:
    assert is_total(text) is expected


def test_what_is_done_is_the_last_name_and_other_words_are_told() -> None:
    document = read(
        "番号\t施策の柱\t取組名\t取組の概要\t担当課\t協力課\tR1計画\tR1実績",
        "1\t働く場\t創業塾\t連続講座を開く。\t商工課\t企画課\t1回\t1回",
    )
    [row] = document.initiatives
    assert (row.program_name, row.activity, row.department) == ("働く場", "創業塾", "商工課")
    assert [(finding.kind, finding.quote) for finding in document.findings] == [
        ("unread_column", "連続講座を開く。"),
        ("unread_column", "企画課"),
    ]


def test_of_two_columns_of_a_year_in_words_of_its_own_the_second_is_its_evaluation_and_told_as_a_guess() -> None:
    headings = "番号\t事業名\t担当課\tR1計画\tR1のあゆみ\tR2計画\tR2のまとめ"
    document = read(headings, "1\t訓練\t防災課\t2回\t1回\t3回\t3回")
    assert document.evaluated_years == (2019, 2020)
    assert [(f.kind, f.quote) for f in document.findings] == [
        ("heading_guessed", "R1のあゆみ"),
        ("heading_guessed", "R2のまとめ"),
    ]


def test_table_whose_evaluations_nobody_can_tell_is_refused() -> None:
    headings = "番号\t事業名\t担当課\tR1計画\tR1のあゆみ\tR1のまとめ"
    with pytest.raises(DocumentError, match="「R1のあゆみ」「R1のまとめ」の意味が分かりません"):
        read(headings, "1\t訓練\t防災課\t2回\t1回\t3回")


def test_headings_of_a_city_s_own_are_told_by_their_last_nouns() -> None:
    headings = (
        "計画事業№\t計画事業名\t主管の係\t令和２年度の予定\t令和２年度の取組と評価\t令和３年度の予定\t令和３年度の取組と評価"
    )
    document = read(headings, "1\t訓練\t防災係\t2回\t1回\t3回\t3回")
    [row] = document.initiatives
    assert (row.number, row.program_name, row.department) == (1, "訓練", "防災係")
    assert document.evaluated_years == (2020, 2021)


def test_tabs_with_commas_in_their_words_are_no_file_of_commas() -> None:
    with pytest.raises(DocumentError, match="別のファイルのようです"):
        read("あ\tい\tう\tえ\tお\tか\tき,1,2,3,4,5,6,7")


def test_plan_that_nobody_has_evaluated_yet_is_read() -> None:
    assert read("番号\t事業名\t担当課\tR1計画\t備考", "1\t訓練\t防災課\t2回\t").initiatives[0].number == 1
