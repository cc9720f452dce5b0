"""実施事業 shows one initiative in its own words, with what was read from them and why."""

import pytest

from dashboard.markdown import verbatim
from tests.pages.conftest import Ask, OpenPage, words_on

PAGE = "pages/initiative.py"


def test_the_number_of_the_address_is_shown(open_page: OpenPage, ask: Ask) -> None:
    activity = ask("select activity from initiative where number = 11")[0][0]
    assert open_page(PAGE, {"initiative": "11"}).title[0].value == f"11 {verbatim(str(activity))}"


@pytest.mark.parametrize("number", ["999", "0", "防災", "-1", "1.5", "²"])
def test_a_wrong_number_is_told_and_others_offered(open_page: OpenPage, number: str) -> None:
    page = open_page(PAGE, {"initiative": number})
    assert not page.exception
    assert page.title[0].value == "この番号の実施事業はありません"
    assert page.selectbox(key="chosen_initiative").options


def test_choosing_another_one_shows_it_and_puts_it_into_the_address(open_page: OpenPage) -> None:
    page = open_page(PAGE, {"initiative": "1"})
    page.selectbox(key="chosen_initiative").set_value(4).run()
    assert page.title[0].value.startswith("4 ")
    assert page.query_params["initiative"] == "4"


def test_without_a_number_the_first_of_the_filter_is_shown(open_page: OpenPage, ask: Ask) -> None:
    first = ask("select min(number) from initiative where department = '健康増進課'")[0][0]
    assert open_page(PAGE, {"department": "健康増進課"}).title[0].value.startswith(f"{first} ")


def test_an_initiative_outside_the_filter_is_shown_all_the_same(open_page: OpenPage) -> None:
    assert open_page(PAGE, {"department": "健康増進課", "initiative": "1"}).title[0].value.startswith("1 ")


def test_numbers_are_marked_where_they_stand(open_page: OpenPage) -> None:
    assert ":blue-background[**9,813人**]" in words_on(open_page(PAGE, {"initiative": "1"}))


def test_moved_words_tell_where_they_are_printed(open_page: OpenPage, ask: Ask) -> None:
    number = ask("select i.number from cell c join initiative i using (initiative_id) where c.is_moved limit 1")[0][0]
    page = open_page(PAGE, {"initiative": str(number)})
    assert any(caption.value.startswith("⇄ 印刷では「") for caption in page.caption)
    assert any({"印刷された欄", "正しい欄"} <= set(table.value.columns) for table in page.table)


def test_every_judged_year_tells_the_rule_and_how_sure_it_is(open_page: OpenPage, ask: Ask) -> None:
    said = words_on(open_page(PAGE, {"initiative": "6"}))
    years = ask("select count(*) from outcome o join initiative i using (initiative_id) where i.number = 6")[0][0]
    assert said.count("判断の決め手：") == said.count("確かさ：") == years


def test_a_line_to_correct_the_reading_and_a_link_can_be_copied(open_page: OpenPage) -> None:
    copied = "\n".join(code.value for code in open_page(PAGE, {"initiative": "6"}).code)
    assert "number,year,item,place,expected,corrected,why,who,corrected_on" in copied
    assert "initiative=6" in copied


def test_initiatives_all_over_the_table_draw(open_page: OpenPage, ask: Ask) -> None:
    numbers = [str(number) for (number,) in ask("select number from initiative where number % 6 = 1 order by number")]
    page = open_page(PAGE, {"initiative": numbers[0]})
    for number in numbers[1:]:
        page.query_params["initiative"] = number
        page.run()
        assert not page.exception, number
        assert page.title[0].value.startswith(f"{number} ")
