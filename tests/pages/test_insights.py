"""比較・気づき lists what the store's findings and yearly targets tell, with both sides' words."""

import re

import pytest

from tests.pages.conftest import Ask, OpenPage, pictures_on, tables_on, unfolded, words_on

PAGE = "pages/insights.py"
VIEWS = ("動いた目標", "変わらない目標", "毎年上回る目標", "前年度と同じ評価", "計画の文のままの評価", "食い違い")
FILTERS = {"all": {}, "section": {"department": "防災課"}, "leading": {"lead": "主担当"}, "year": {"year": "R3"}}


def findings(ask: Ask, kind: str, condition: str = "true") -> object:
    return ask(f"select count(*) from finding join initiative using (initiative_id) where kind = '{kind}' and {condition}")[0][
        0
    ]


def lowered_matters(ask: Ask, condition: str) -> object:
    return ask(
        "select count(distinct (matter_id, message)) from finding join initiative using (initiative_id)"
        f" join initiative_matter using (initiative_id) where kind = 'target_lowered' and {condition}"
    )[0][0]


@pytest.mark.parametrize("filters", FILTERS.values(), ids=list(FILTERS))
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_opens_under_a_filter(open_page: OpenPage, view: str, filters: dict[str, str]) -> None:
    opened = open_page(PAGE, {"insight": view, **filters})
    assert not opened.error
    assert opened.header[0].value == view


@pytest.mark.parametrize("condition", ["true", "department = '防災課'"])
def test_the_title_counts_the_chosen_year(open_page: OpenPage, ask: Ask, condition: str) -> None:
    lowered = findings(ask, "target_lowered", f"year = 2020 and {condition}")
    same = findings(ask, "copied_evaluation", f"year = 2020 and {condition}")
    filters = {"year": "R2"} | ({} if condition == "true" else {"department": "防災課"})
    matters = lowered_matters(ask, f"year = 2020 and {condition}")
    opened = open_page(PAGE, filters)
    assert opened.title[0].value == f"R2 引き下げ{matters}件・同じ評価{same}件"
    assert f"令和2年度の目標の引き下げは{lowered}回" in words_on(opened)
    assert f"、前年度と一字一句同じ評価は{same}件。" in words_on(opened)


def test_each_kind_is_a_tab_with_its_count_and_the_open_one_is_marked(open_page: OpenPage, ask: Ask) -> None:
    drawn = pictures_on(open_page(PAGE, {"insight": "計画の文のままの評価"}))
    for view in VIEWS:
        assert f"&quot;filter&quot;: &quot;insight&quot;, &quot;value&quot;: &quot;{view}&quot;" in drawn
    assert f"<b>{findings(ask, 'copied_plan_as_result')}<small>件" in drawn
    assert re.search(r'class="tile chosen"[^>]*aria-current="true"><span class="name">計画の文のままの評価', drawn)


def test_a_target_that_stands_in_two_rows_is_one_matter_of_both_sections(open_page: OpenPage, ask: Ask) -> None:
    twice = ask(
        """
        with told as (
            select name, unit, list((year, target, result) order by year) as years, any_value(department) as department
            from indicator_result join initiative using (initiative_id) where target is not null
            group by indicator_id, name, unit having count(*) >= 3 and count(distinct target) = 1
        )
        select string_agg(distinct department, '・' order by department) from told
        group by name, unit, years having count(distinct department) > 1
        """
    )
    drawn = pictures_on(open_page(PAGE, {"insight": "変わらない目標"}))
    assert all(str(sections) in drawn or "・".join(reversed(str(sections).split("・"))) in drawn for (sections,) in twice)


def test_what_was_eased_is_a_slope_from_the_first_to_the_present_target(open_page: OpenPage) -> None:
    drawn = pictures_on(open_page(PAGE))
    assert "▼" in drawn
    assert "<polyline" in drawn


def test_a_first_year_is_said_to_have_none_before_it(open_page: OpenPage) -> None:
    opened = open_page(PAGE, {"year": "H29"})
    assert opened.title[0].value == "H29は最初の年度で比べられません"
    assert "平成29年度は計画の最初の年度で、目標の引き下げも評価の文も、前年度と比べられません" in words_on(opened)
    assert "平成29年度の目標の引き下げは" not in words_on(opened)
    copied = words_on(open_page(PAGE, {"year": "H29", "insight": "前年度と同じ評価"}))
    assert "平成29年度は計画の最初の年度のため、前年度の評価と比べられません。" in copied
    assert "うち平成29年度" not in copied


@pytest.mark.parametrize("view", ["前年度と同じ評価", "計画の文のままの評価", "食い違い"])
def test_a_year_without_evaluation_has_no_evaluation_that_is_odd(open_page: OpenPage, ask: Ask, view: str) -> None:
    opened = open_page(PAGE, {"year": "R3", "insight": view})
    lowered = findings(ask, "target_lowered", "year = 2021")
    assert opened.title[0].value == f"R3 引き下げ{lowered_matters(ask, 'year = 2021')}件・評価はまだ"
    assert f"令和3年度の目標の引き下げは{lowered}回" in words_on(opened)
    opened.toggle(key="insight_this_year").set_value(True).run()
    said = words_on(opened)
    assert "令和3年度の評価はまだありません。" in said
    assert "同じ評価はありません" not in said


def test_one_year_alone_is_kept_in_the_sentence_and_in_the_sections(open_page: OpenPage, ask: Ask) -> None:
    opened = open_page(PAGE, {"year": "R2"})
    opened.toggle(key="insight_this_year").set_value(True).run()
    lowered, same = findings(ask, "target_lowered", "year = 2020"), findings(ask, "copied_evaluation", "year = 2020")
    assert f"引き下げ（緩和）が{lowered}回" in words_on(opened)
    assert "令和2年度に目標の値が動いた指標は" in words_on(opened)
    assert opened.header[1].value == "担当課別の件数（令和2年度）"
    opened = unfolded(opened)
    tables = [table for table in tables_on(opened) if "担当課" in table.columns and "計" in table.columns]
    assert sum(table["前年度と同じ評価"].sum() for table in tables) == same
    assert all("変わらない目標" not in table.columns for table in tables)


def test_every_eased_target_is_counted(open_page: OpenPage, ask: Ask) -> None:
    lowered = findings(ask, "target_lowered")
    assert f"引き下げ（緩和）が{lowered}回" in words_on(open_page(PAGE))


def test_work_that_stands_under_two_numbers_is_told(open_page: OpenPage) -> None:
    opened = open_page(PAGE, {"year": "R2"})
    assert "（同じ取組の重複" in words_on(opened)
    assert "（同じ取組の重複" in words_on(open_page(PAGE, {"insight": "変わらない目標"}))


def test_a_matter_of_several_rows_is_one_card_that_leads_to_each(open_page: OpenPage) -> None:
    cards = pictures_on(open_page(PAGE)).split('<div class="cards">')[1].split('<div class="entry">')[1:]
    joined = [card for card in cards if "同じ取組：" in card]
    assert joined
    told = [re.search(r"<b>(.*?)</b>.*?<table.*?</table>", card, re.DOTALL) for card in cards]
    assert len({match[0] for match in told if match}) == len(cards)
    for card in joined:
        assert len(set(re.findall(r'href="[^"]*initiative\?[^"]*initiative=(\d+)', card))) == 1 + card.count("同じ取組：")


def test_a_table_of_years_holds_a_link_that_the_keyboard_reaches(open_page: OpenPage) -> None:
    cards = re.findall(r'<div class="entry">.*?</table>', pictures_on(open_page(PAGE)), re.DOTALL)
    assert cards
    assert all('href="initiative?' in card and 'class="listing' in card for card in cards)


def test_a_damaged_name_is_told_to_be_so(open_page: OpenPage) -> None:
    captions = [caption.value for caption in open_page(PAGE, {"insight": "変わらない目標", "q": "環境白書"}).caption]
    assert any("文字が壊れたもの" in caption for caption in captions)


def test_targets_that_never_change_are_all_listed_with_links(open_page: OpenPage, ask: Ask) -> None:
    opened = unfolded(open_page(PAGE, {"insight": "変わらない目標"}))
    rows = [row for table in tables_on(opened) if "指標" in table.columns for row in table["番号"]]
    assert len(rows) == findings(ask, "frozen_target") + findings(ask, "always_exceeded")
    assert all("(initiative?initiative=" in row for row in rows)


def test_copied_evaluations_are_counted_and_told_by_year(open_page: OpenPage, ask: Ask) -> None:
    every, now = findings(ask, "copied_evaluation"), findings(ask, "copied_evaluation", "year = 2020")
    opened = open_page(PAGE, {"insight": "前年度と同じ評価", "year": "R2"})
    assert f"前年度と一字一句同じ評価は{every}件（うち令和2年度は{now}件）です。" in words_on(opened)
    opened.toggle(key="insight_this_year").set_value(True).run()
    assert f"令和2年度の評価のうち、前年度と一字一句同じものは{now}件です。" in words_on(opened)


def test_what_differs_is_marked_in_both_texts(open_page: OpenPage) -> None:
    drawn = pictures_on(open_page(PAGE, {"insight": "前年度と同じ評価", "copy_grade": "数値だけ違う"}))
    assert "≒ 数値だけ違う" in drawn
    assert "＝ 一字一句同じ" not in drawn
    assert '<span class="orange-background"><s>' in drawn
    assert '<span class="blue-background"><b>' in drawn


def test_plans_told_as_evaluations_are_all_counted(open_page: OpenPage, ask: Ask) -> None:
    said = words_on(open_page(PAGE, {"insight": "計画の文のままの評価"}))
    assert f"計画の文のままの評価は{findings(ask, 'copied_plan_as_result')}件あり" in said


def test_contradictions_stand_with_their_message(open_page: OpenPage, ask: Ask) -> None:
    kinds = ("words_contradict_numbers", "target_contradicts", "sum_mismatch", "cumulative_falls")
    messages = ask(f"select message from finding where kind in {kinds}")
    said = words_on(open_page(PAGE, {"insight": "食い違い"}))
    assert ("見つかりませんでした" in said) == (not messages)
    assert not messages or f"食い違いは{len(messages)}件です" in said


def test_sections_add_up_and_lead_to_their_own(open_page: OpenPage, ask: Ask) -> None:
    opened = unfolded(open_page(PAGE, {"insight": "前年度と同じ評価"}))
    tables = [table for table in tables_on(opened) if "担当課" in table.columns and "計" in table.columns]
    assert sum(table["前年度と同じ評価"].sum() for table in tables) == findings(ask, "copied_evaluation")
    assert all("insights?insight=" in name and "department=" in name for table in tables for name in table["担当課"])
