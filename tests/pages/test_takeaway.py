"""資料・ダウンロード says what each file holds under the filter in force, and how large it is."""

import re

from dashboard.files import workbook_sheets
from dashboard.files.datafile_columns import TABLES
from dashboard.saying.tour import HOME
from tests.pages.conftest import APP, Ask, OpenPage, words_on

PAGE = "pages/takeaway.py"


def test_the_title_counts_what_the_files_hold(open_page: OpenPage, ask: Ask) -> None:
    count = ask("select count(*) from initiative where department = '防災課'")[0][0]
    opened = open_page(PAGE, {"department": "防災課", "year": "R1"})
    assert not opened.error
    assert opened.title[0].value == f"R1 実施事業{count}件を持ち帰る"
    assert f"令和元年度の実施事業{count}件" in words_on(opened)
    assert "担当課：防災課" in words_on(opened)


def test_each_file_has_a_button_and_a_size(open_page: OpenPage) -> None:
    opened = open_page(PAGE)
    labels = [button.proto.label for button in opened.get("download_button")]
    sizes = [caption.value for caption in opened.caption if caption.value.startswith("大きさ：約")]
    assert [label for label in labels if label.endswith("を保存")] == [
        "会議用のExcelを保存",
        "データのExcelを保存",
        "データのCSVを保存",
        "データベースを保存",
        "令和3年度の様式を保存",
    ]
    assert len(sizes) == 4


def test_every_sheet_of_the_workbook_is_told(open_page: OpenPage) -> None:
    said = words_on(open_page(PAGE))
    assert all(name in said and what in said for name, what in workbook_sheets.told("R2", "R2").items())


def test_a_year_that_is_due_says_what_its_workbook_holds(open_page: OpenPage) -> None:
    opened = open_page(PAGE, {"year": "R3"})
    said = words_on(opened)
    assert "令和3年度の実施事業" in said
    assert "令和3年度はまだ評価がありません" in said
    assert all(name in said for name in ("R3の目標：", "R2から残る事業：", "未達・繰越："))


def test_every_table_can_be_taken_alone_with_its_query(open_page: OpenPage) -> None:
    for table in TABLES:
        opened = open_page(PAGE, {"table": table.name, "sql_one_table": "true"})
        assert opened.selectbox(key="table").value == table.name
        assert not opened.error
        assert any("attach 'plan.duckdb'" in code.value for code in opened.code)


def test_every_page_that_is_offered_for_print_is_one(open_page: OpenPage) -> None:
    paths = re.findall(r"\(([^()?]+)\?print=1", words_on(open_page(PAGE)))
    source = APP.read_text(encoding="utf-8")
    # The sidebar offers the page that is open.
    assert len(set(paths) - {"takeaway"}) == 6
    assert [path for path in paths if path != HOME and f'url_path="{path}"' not in source] == []


def test_the_pages_for_print_open_in_the_light_theme_with_the_filter(open_page: OpenPage) -> None:
    said = words_on(open_page(PAGE, {"department": "防災課"}))
    assert "departments?print=1&embed=true&embed_options=light_theme&department=" in said
