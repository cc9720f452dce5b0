"""What is saved in the browser tells by its name what it is of, and a picture says so on itself."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/?year=R1&scope=4", "担当課別の状況_R1_目標4_"),
        ("/search?find=LINE&department=防災課", "検索_LINE_防災課_"),
        ("/unmet?year=R1", "未達・繰越（年度別）_2"),
    ],
)
def test_a_table_is_saved_under_a_name_that_tells_year_and_filter(visit: Visit, path: str, name: str) -> None:
    page = visit(path)
    button = page.get_by_role("button", name="CSVで保存").last
    expect(button).to_be_visible()
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename.startswith(name)
    assert download.value.suggested_filename.endswith(".csv")


def test_a_table_that_is_read_when_it_is_saved_holds_all_rows_that_the_page_tells(visit: Visit) -> None:
    page = visit("/takeaway?department=防災課&table=年度別の状況")
    button = page.get_by_role("button", name="CSVで保存").last
    expect(button).to_be_visible()
    with page.expect_download() as download:
        button.click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    rows = page.get_by_text(re.compile(r"1行が.*\d行、")).last.inner_text()
    assert f"{len(lines) - 1:,}行" in rows


@pytest.mark.parametrize(
    ("path", "chart"), [("/indicators?department=防災課&view=グラフ", "small_"), ("/initiative?initiative=130", "chart_")]
)
def test_a_chart_among_many_is_saved_as_a_picture_that_says_its_plan_and_day(visit: Visit, path: str, chart: str) -> None:
    page = visit(path)
    expect(page.locator(".js-plotly-plot svg.main-svg").first).to_be_visible()
    page.locator("summary", has_text="画像で保存").first.click()
    with page.expect_download() as download:
        page.locator(f"[data-picture-of^={chart}][data-kind=svg]").first.click()
    drawn = download.value.path().read_text(encoding="utf-8")
    assert "第4次情報化計画" in drawn
    assert "日作成" in drawn
    assert download.value.suggested_filename.endswith(".svg")
