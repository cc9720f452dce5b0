"""What can be said of a reading is told in words, and what a correction changes as before and after."""

import pytest

from dashboard.facts import subjects
from desk.corrections import PersonsWord

LABELS = {2020: "R2"}


def ruling(
    item: str, expected: str, corrected: str, *, year: int | None = 2020, place: str = "", withdrawn: bool = False
) -> PersonsWord:
    return PersonsWord(1, 30, "研修", year, item, place, expected, corrected, "原文のとおり", withdrawn)


@pytest.mark.parametrize(
    ("item", "code", "said"),
    [
        ("status", "unmet", "✕ 未達"),
        ("status", "no_code", "no_code"),
        ("is_carried_over", "true", "繰越"),
        ("reason", "", subjects.NO_REASON),
        ("reason", "covid", "新型コロナ"),
        ("direction", "up", "多いほどよい"),
        ("target", "9813", "9,813"),
        ("target", "1,200", "1,200"),
        ("result", "", "なし"),
        ("finding", "checked", "確認済み"),
        ("confirmed", "unmet/true/cost", "このままでよい"),
        ("unit", "人", "人"),
        ("unit", "", "なし"),
    ],
)
def test_a_correction_is_said_in_words(item: str, code: str, said: str) -> None:
    assert said in subjects.value_words(item, code)


def test_a_place_is_said_as_it_is_printed_and_several_are_joined() -> None:
    one, other = subjects.value_words("cell_place", "R2_plan"), subjects.value_words("cell_place", "R2_result")
    assert one != other
    assert "R2" in one
    assert subjects.value_words("cell_place", "R2_plan+R2_result") == f"{one}と{other}"
    assert subjects.value_words("cell_place", "elsewhere") == "elsewhere"


def test_what_was_said_names_the_figure_the_year_and_what_became_of_it() -> None:
    figure = ruling("result", "9813", "9831", place="登録者数")
    assert subjects.said(figure, LABELS) == "「登録者数」のR2の実績：9,813 → 9,831"
    assert subjects.said(ruling("status", "met", "unmet"), {}).startswith("2020の")
    assert subjects.said(ruling("unit", "人", "件", year=None, place="登録者数"), LABELS).startswith(
        "「登録者数」の単位：人 → 件"
    )


def test_a_place_of_a_cell_is_no_name_of_an_indicator() -> None:
    assert "「" not in subjects.said(ruling("cell_place", "R2_plan", "R2_result", year=None, place="R2_plan"), LABELS)


def test_what_was_withdrawn_or_confirmed_is_said_so() -> None:
    assert subjects.said(ruling("status", "met", "unmet", withdrawn=True), LABELS).endswith("：取り下げ")
    assert subjects.said(ruling("confirmed", "met/false/", "met/false/"), LABELS).endswith("：このままでよい")
    assert subjects.said(ruling("finding", "1回", "checked"), LABELS).endswith("：このままでよい")
