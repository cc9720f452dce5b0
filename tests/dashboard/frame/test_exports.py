"""A saved file opens rightly in a Japanese office: BOM, CRLF, frozen head, and no cell that runs as a formula."""

from io import BytesIO

import openpyxl
import pandas as pd
import pytest

from dashboard.frame import exports

FRAME = pd.DataFrame({"番号": [1, 2], "文": ["防災、メール", "=1+1"], "実績": [9813.0, None]})


def test_csv_starts_with_a_bom_and_ends_lines_as_windows_does() -> None:
    data = exports.csv_bytes(FRAME)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 3


def test_csv_writes_whole_numbers_without_a_point_though_their_column_has_gaps() -> None:
    frame = pd.DataFrame({"年度西暦": [2017, 2018], "目標": [10000.0, None], "比": [0.5, 1.0]})
    assert exports.csv_bytes(frame).decode("utf-8-sig").splitlines() == ["年度西暦,目標,比", "2017,10000,0.5", "2018,,1"]


def test_csv_of_no_rows_has_its_headings() -> None:
    assert exports.csv_bytes(FRAME.head(0)).decode("utf-8-sig") == "番号,文,実績\r\n"


@pytest.mark.parametrize("head", ["=", "+", "@", "-", "\t="])
def test_csv_never_holds_a_formula(head: str) -> None:
    data = exports.csv_bytes(pd.DataFrame({"文": [f"{head}SUM(A1)"]})).decode("utf-8-sig")
    assert data.splitlines()[1] == f"'{head}SUM(A1)"


@pytest.mark.parametrize(
    "said", ["-A1", "-$A$1", "-講座", "＝1+1", "＋1", "＠SUM(1)", "－Ａ１", "\n=1+1", "\r\n+1", " =1+1", "\n1"]
)
def test_csv_never_holds_what_some_program_runs(said: str) -> None:
    frame = pd.DataFrame({"文": [said]})
    [row] = pd.read_csv(BytesIO(exports.csv_bytes(frame)), dtype=str, lineterminator=None, skip_blank_lines=False).to_numpy()
    assert str(row[0]).replace("\r\n", "\n") == f"'{said}".replace("\r\n", "\n")


def test_csv_headings_are_held_to_it_too() -> None:
    assert exports.csv_bytes(pd.DataFrame({"=1+1": [1]})).decode("utf-8-sig").splitlines()[0] == "'=1+1"


@pytest.mark.parametrize("said", ["-6件", "-0.5", "△3", "- 6", "-", "－", "1-①-ア"])
def test_csv_leaves_signs_that_make_no_formula(said: str) -> None:
    assert exports.csv_bytes(pd.DataFrame({"文": [said]})).decode("utf-8-sig").splitlines()[1] == said


def test_excel_keeps_numbers_as_numbers_and_words_as_words() -> None:
    sheet = openpyxl.load_workbook(BytesIO(exports.excel_bytes(FRAME, "指標")))["指標"]
    assert [cell.value for cell in sheet[1]] == ["番号", "文", "実績"]
    assert sheet["C2"].value == 9813
    assert sheet["C3"].value is None
    assert (sheet["B3"].value, sheet["B3"].data_type) == ("=1+1", "s")


def test_excel_has_a_head_that_stays_and_prints_on_a4_landscape() -> None:
    sheet = openpyxl.load_workbook(BytesIO(exports.excel_bytes(FRAME, "指標")))["指標"]
    assert sheet.freeze_panes == "A2"
    assert sheet.page_setup.orientation == "landscape"
    assert int(sheet.page_setup.paperSize) == 9


@pytest.mark.parametrize(
    "name", ["目標別の状況（件数の割合）／令和2年度", "a[b]c:d*e?f", "長" * 40, "検索_'", "'" * 3, "長" * 30 + "'長"]
)
def test_any_title_makes_a_sheet(name: str) -> None:
    assert openpyxl.load_workbook(BytesIO(exports.excel_bytes(FRAME, name))).sheetnames
