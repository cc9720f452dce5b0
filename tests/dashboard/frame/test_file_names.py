"""Files that hold different things have different names, and every name is one that Windows takes."""

from datetime import date

import pytest

from dashboard.database import store
from dashboard.database.queries import Filter
from dashboard.files import takeaway
from dashboard.frame import file_names

DAY = date(2026, 11, 24)


def of_page(kind: str, chosen: Filter | None) -> str:
    return file_names.page_file_name(kind, chosen, DAY, "csv")


def test_a_page_download_tells_year_and_filter(open_store: store.Identity) -> None:
    chosen = Filter(year=2019, lead=True, departments=("防災課",), scope="4")
    assert of_page("未達・繰越", chosen) == "未達・繰越_R1_主担当_防災課_目標4_20261124.csv"


def test_every_filter_makes_another_name(open_store: store.Identity) -> None:
    filters = [
        Filter(year=2020),
        Filter(year=2019),
        Filter(year=2020, lead=False),
        Filter(year=2020, departments=("防災課",)),
        Filter(year=2020, departments=("防災課", "管財課", "市民課")),
        Filter(year=2020, scope="1"),
        Filter(year=2020, scope="1-①"),
        Filter(year=2020, words=("防災",)),
        Filter(year=2020, words=("研修",)),
    ]
    assert len({of_page("担当課別の状況", chosen) for chosen in filters}) == len(filters)


@pytest.mark.parametrize(("code", "said"), [("4", "目標4"), ("4-②", "施策4-②"), ("4-②-ア", "事業4-②-ア"), ("99", "99")])
def test_a_code_says_what_it_is_a_code_of(open_store: store.Identity, code: str, said: str) -> None:
    assert file_names.scope_name(code) == said


@pytest.mark.parametrize("kind", ["実施事業の状況（年度別、件数の割合）", "R3の数値目標"])
def test_a_title_that_says_its_years_needs_none(open_store: store.Identity, kind: str) -> None:
    assert of_page(kind, Filter(year=2020)) == f"{kind}_20261124.csv"


def test_a_table_of_a_year_without_evaluation_is_of_the_last_that_has_one(open_store: store.Identity) -> None:
    assert of_page("担当課別の状況", Filter(year=2021)) == "担当課別の状況_R2_20261124.csv"


def test_a_table_of_all_years_tells_its_filter_alone(open_store: store.Identity) -> None:
    said = file_names.page_file_name("検索_LINE", Filter(year=2020, scope="4"), DAY, "csv", of_year=False)
    assert said == "検索_LINE_目標4_20261124.csv"


def test_what_no_filter_narrows_tells_none(open_store: store.Identity) -> None:
    assert of_page("データ項目の一覧", None) == "データ項目の一覧_20261124.csv"


def test_signs_that_no_file_may_bear_are_left_out(open_store: store.Identity) -> None:
    said = of_page('検索_a/b "c"', Filter(year=2020, words=("x:y",)))
    assert not file_names.NOT_IN_NAMES.search(said)


def test_the_workbook_of_a_year_that_is_due_tells_both_years(open_store: store.Identity) -> None:
    names = [takeaway.meeting_file_name(Filter(year=year), DAY) for year in (2020, 2021)]
    assert names == ["進行管理_会議資料_R2_20261124.xlsx", "進行管理_会議資料_R3_実績はR2まで_20261124.xlsx"]


def test_data_files_hold_all_years_and_say_so(open_store: store.Identity) -> None:
    said = takeaway.data_file_name(Filter(year=2020, scope="4"), DAY, "データ", "xlsx")
    assert said == "進行管理_データ_全年度_目標4_20261124.xlsx"
