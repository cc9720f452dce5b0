"""A chart's buttons name the chart whose picture they save, as Streamlit marks it, and never break out of their attributes."""

from datetime import date

import pytest

from dashboard.browser import images
from dashboard.database import store
from dashboard.database.queries import Filter

DAY = date(2026, 11, 24)


@pytest.mark.parametrize("kind", images.KINDS)
def test_a_button_names_its_chart_and_its_file(kind: str) -> None:
    made = images.buttons("chart_bands", "達成の区分")
    assert f'data-picture-of="chart_bands" data-kind="{kind}" data-name="達成の区分"' in made
    assert images.KINDS[kind] in made


def test_words_of_the_document_stay_words() -> None:
    assert "<b>" not in images.buttons("chart_1", 'a"><b>')


def test_a_picture_takes_the_key_of_its_marks_along() -> None:
    assert 'data-marks="● 実績　━ その年度の目標"' in images.buttons("chart_1", "研修", ["● 実績", "━ その年度の目標"])


def test_nothing_is_asked_of_another_host() -> None:
    addresses = [word for word in images.SCRIPT.split('"') if word.startswith("http")]
    assert set(addresses) == {"http://www.w3.org/2000/svg"}


def test_a_picture_says_its_plan_year_filter_and_day(open_store: store.Identity) -> None:
    said = images.note("目標別の状況", Filter(year=2019, departments=("防災課",)), DAY)
    assert said == "印西市 第4次情報化計画　R1　絞り込み：担当課：防災課　2026年11月24日作成"


def test_a_picture_of_all_years_tells_none_and_one_that_no_filter_changes_no_filter(open_store: store.Identity) -> None:
    assert "R2" not in images.note("実施事業の状況（年度別）", Filter(year=2020), DAY)
    assert "絞り込み" not in images.note("防災メール登録者数", None, DAY)


def test_a_buttons_file_bears_the_filter() -> None:
    files = {kind: f"目標別の状況_R1_防災課.{kind}" for kind in images.KINDS}
    made = images.buttons("chart_1", "目標別の状況", files=files)
    assert all(f'data-file="{name}"' in made for name in files.values())
