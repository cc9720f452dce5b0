"""実施事業 shows one initiative in its own words, with what was read from them and why."""

import pytest

from dashboard.frame import initiative_choice, offer
from dashboard.text import words
from dashboard.text.markdown import verbatim
from tests.pages.conftest import Ask, OpenPage, pictures_on, tables_on, words_on

PAGE = "pages/initiative.py"
EVERY_YEAR = {"every_year": "true"}


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


def test_of_thousands_the_box_offers_those_around_the_open_one_and_any_number_can_be_typed(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offer, "MOST", 20)
    monkeypatch.setattr(offer, "FIRST", 10)
    page = open_page(PAGE, {"initiative": "60"})
    offered = page.selectbox(key=initiative_choice.CHOICE).options
    assert [option.split(" ")[0] for option in offered] == [f"{number}" for number in range(55, 65)]
    page.number_input(key=initiative_choice.TYPED).set_value(130).run()
    assert page.title[0].value.startswith("130 ")
    assert page.number_input(key=initiative_choice.TYPED).value is None


def test_without_a_number_the_first_of_the_filter_is_shown(open_page: OpenPage, ask: Ask) -> None:
    first = ask("select min(number) from initiative where department = '健康増進課'")[0][0]
    assert open_page(PAGE, {"department": "健康増進課"}).title[0].value.startswith(f"{first} ")


def test_an_initiative_outside_the_filter_is_shown_all_the_same(open_page: OpenPage) -> None:
    assert open_page(PAGE, {"department": "健康増進課", "initiative": "1"}).title[0].value.startswith("1 ")


def test_an_initiative_outside_the_filter_says_so_and_leads_back_into_it(open_page: OpenPage, ask: Ask) -> None:
    numbers = [n for (n,) in ask("select number from initiative where department = '市民課' order by number")]
    page = open_page(PAGE, {"department": "市民課", "initiative": "1"})
    assert f"絞り込み（担当課：市民課）に合う{len(numbers)}件には入りません" in words_on(page)
    turns = [button for button in page.button if "事業" in button.label]
    assert [button.label for button in turns] == [f"次の事業 →（番号{numbers[0]}）"]
    turns[0].click().run()
    assert page.query_params["initiative"] in (str(numbers[0]), [str(numbers[0])])
    assert "絞り込みの外" not in words_on(page)
    labels = [button.label for button in page.button if "の事業" in button.label]
    assert labels == [f"次の事業 →（番号{numbers[1]}）"]


def test_the_way_back_from_another_page_leads_to_the_one_before(open_page: OpenPage) -> None:
    page = open_page(PAGE, {"initiative": "1"})
    page.selectbox(key="chosen_initiative").set_value(130).run()
    page.switch_page("pages/overview.py").run()
    page.query_params.clear()
    page.switch_page(PAGE).run()
    assert page.title[0].value.startswith("130 ")


def test_the_chosen_year_leads(open_page: OpenPage) -> None:
    said = words_on(open_page(PAGE, {"initiative": "1", "year": "H29"}))
    assert "平成29年度は **✕ 未達" in said
    assert said.index("平成29年度は **✕ 未達") < said.index("最後に評価のある令和2年度は **● 達成** です。担当課は")


def test_the_years_words_and_figures_can_be_quoted_with_their_source(open_page: OpenPage) -> None:
    copied = [code.value for code in open_page(PAGE, {"initiative": "1", "year": "H29"}).code]
    source = "印西市「第4次情報化計画 進行管理表」1ページ、番号1「防災メールの登録の推進」（防災課）"
    assert any(line.startswith("平成29年度の評価「") and line.endswith(source) for line in copied)
    assert any("実績9,813人（達成率98%、現状からの進み64%は計算した値）" in line and source in line for line in copied)


def test_every_year_is_one_press_away_with_what_became_of_it(open_page: OpenPage, ask: Ask) -> None:
    years = ask(
        "select label, status from fiscal_year left join outcome o on o.year = fiscal_year.year and o.initiative_id = 1"
    )
    chips = pictures_on(open_page(PAGE, {"initiative": "1", "year": "H30"}))
    for label, status in years:
        assert f"&quot;filter&quot;: &quot;year&quot;, &quot;value&quot;: &quot;{label}&quot;" in chips
        assert not status or words.STATUSES[str(status)].label in chips
    assert chips.count('aria-current="true"') == 1


def test_the_year_that_is_open_has_its_plan_and_evaluation_without_another_press(open_page: OpenPage, ask: Ask) -> None:
    said = words_on(open_page(PAGE, {"initiative": "1", "year": "H30"}))
    assert "**H30 内容及び目標**" in said
    assert "**H30 評価**" in said
    assert "**H29 評価**" not in said


def test_a_goal_that_is_a_total_is_said_in_words(open_page: OpenPage) -> None:
    assert "3年間の合計の目標は11" in words_on(open_page(PAGE, {"initiative": "4"}))


def test_numbers_are_marked_where_they_stand(open_page: OpenPage) -> None:
    assert ":blue-background[**9,813人**]" in words_on(open_page(PAGE, {"initiative": "1", "year": "H29"}))


def test_moved_words_tell_where_they_are_printed(open_page: OpenPage, ask: Ask) -> None:
    number = ask("select i.number from cell c join initiative i using (initiative_id) where c.is_moved limit 1")[0][0]
    page = open_page(PAGE, {"initiative": str(number)} | EVERY_YEAR)
    assert any(caption.value.startswith("⇄ 印刷では「") for caption in page.caption)
    assert any({"印刷された欄", "正しい欄"} <= set(table.columns) for table in tables_on(page))


def test_every_judged_year_tells_the_rule_and_how_sure_it_is(open_page: OpenPage, ask: Ask) -> None:
    said = words_on(open_page(PAGE, {"initiative": "6"} | EVERY_YEAR))
    years = ask("select count(*) from outcome o join initiative i using (initiative_id) where i.number = 6")[0][0]
    assert said.count("判断の決め手：") == said.count("確かさ：") == years + 1, "the open year stands above all years"


def test_a_link_can_be_copied_and_where_nothing_may_be_corrected_the_page_says_so(open_page: OpenPage) -> None:
    page = open_page(PAGE, {"initiative": "6"})
    assert "initiative=6" in "\n".join(code.value for code in page.code)
    assert any("訂正と確認はできません" in caption.value for caption in page.caption)


def test_initiatives_all_over_the_table_draw(open_page: OpenPage, ask: Ask) -> None:
    numbers = [str(number) for (number,) in ask("select number from initiative where number % 6 = 1 order by number")]
    page = open_page(PAGE, {"initiative": numbers[0]})
    for number in numbers[1:]:
        page.query_params["initiative"] = number
        page.run()
        assert not page.exception, number
        assert page.title[0].value.startswith(f"{number} ")
