"""数値目標 shows the indicators that the filter lets through, the furthest from its target first."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.frame import offer
from dashboard.text import words
from tests.pages.conftest import Ask, OpenPage, pictures_on, tables_on, words_on

PAGE = "pages/indicators.py"
JUDGED = """
    select count(*) filter (r.is_met), count(*)
    from indicator_result r join initiative i using (initiative_id) left join outcome o using (initiative_id, year)
    where r.is_met is not null and r.year = 2020
"""


CARDS = {"view": "グラフ"}


def test_the_title_counts_all_targets_of_the_chosen_year(open_page: OpenPage, ask: Ask) -> None:
    targets = ask("select count(*) from target_outcome where year = 2020")[0][0]
    title = open_page(PAGE).title[0].value
    assert title.startswith(f"R2 目標{targets}件：達成")
    assert len(title) <= 30


def test_every_target_of_the_year_is_one_row_and_the_same_matter_once(open_page: OpenPage, ask: Ask) -> None:
    counted = ask("select count(*) from target_outcome where year = 2020 and is_counted")[0][0]
    assert pictures_on(open_page(PAGE)).count('class="row"') == counted


def test_what_has_no_number_stands_apart_from_what_was_missed(open_page: OpenPage) -> None:
    drawn = pictures_on(open_page(PAGE))
    bands = [drawn.index(f"{word.label} ") for word in words.TARGET_STATES.values() if f"{word.label} " in drawn]
    assert len(bands) == 4
    assert drawn.index("未達 3件") < drawn.index("未実施 2件") < drawn.index("達成 16件") < drawn.index("数値の記載なし 7件")


def test_flagships_are_large_where_nothing_is_filtered(open_page: OpenPage) -> None:
    names = [chart.proto.alt for chart in open_page(PAGE).get("plotly_chart")]
    assert [name.partition("（")[0] for name in names] == ["防災メール登録者数", "ICT研修 回数"]
    assert not open_page(PAGE, {"lead": "主担当"}).get("plotly_chart")


def test_a_year_without_evaluation_tells_its_targets_against_the_last_result(open_page: OpenPage, ask: Ask) -> None:
    targets, short, unknown = ask(
        """
        select
            count(*),
            count(*) filter (if(direction = 'up', last.result < due.target, last.result > due.target)),
            count(*) filter (last.result is null)
        from indicator_year as due join indicator using (indicator_id)
        left join indicator_year as last on last.indicator_id = due.indicator_id and last.year = 2020
        where due.year = 2021 and due.target is not null
        """
    )[0]
    page = open_page(PAGE, {"year": "R3"})
    assert page.title[0].value == f"R3の数値目標{targets}件は評価前です"
    assert (
        f"令和3年度は目標のある指標が{targets}件、うち{short}件は令和2年度の実績のままでは届きません"
        f"（{unknown}件は令和2年度の実績の数値なし）"
    ) in words_on(page)
    page = open_page(PAGE, {"year": "R3", **CARDS})
    assert f"R3に目標のある指標{targets}件を" in words_on(page)
    assert words_on(page).count("R3の目標 ") == min(12, int(str(targets)))
    assert len(open_page(PAGE, {"year": "R3", "view": "表"}).dataframe[0].value) == targets


@pytest.mark.parametrize(
    "filters",
    [{}, {"department": "防災課"}, {"lead": "主担当以外"}, {"scope": "4"}, {"q": "研修"}, {"year": "H29"}],
    ids=["all", "section", "not lead", "goal", "word", "year"],
)
@pytest.mark.parametrize("view", ["一覧", "グラフ", "表"])
def test_every_filter_draws_without_an_error(open_page: OpenPage, filters: dict[str, str], view: str) -> None:
    page = open_page(PAGE, filters | {"view": view})
    assert not page.error
    assert page.title[0].value


def test_a_page_of_cards_draws_no_more_than_twelve_charts_and_the_bands(open_page: OpenPage) -> None:
    assert len(open_page(PAGE, CARDS | {"bands_open": "true"}).get("plotly_chart")) == 13


def test_indicators_without_a_target_are_told_and_shown_on_request(open_page: OpenPage, ask: Ask) -> None:
    every = ask("select count(*) from indicator")[0][0]
    with_target = ask("select count(distinct indicator_id) from indicator_year where target is not null")[0][0]
    page = open_page(PAGE, CARDS)
    assert f"目標のある指標{with_target}件" in words_on(page)
    page.toggle(key="with_all").set_value(True).run()
    assert f"指標{every}件を" in words_on(page)


def test_mail_registrations_are_found_by_the_search_of_the_sidebar(open_page: OpenPage) -> None:
    assert "防災メール登録者数（人・累計）" in words_on(open_page(PAGE, {"q": "防災メール", **CARDS}))


def choose(page: AppTest, *names: str) -> AppTest:
    box = page.multiselect(key="indicator")
    for name in names:
        box.select(next(option for option in box.options if name in option))
    return box.run()


def test_a_chosen_indicator_shows_ratio_progress_trend_and_final_goal_with_its_source_words(open_page: OpenPage) -> None:
    page = choose(open_page(PAGE), "防災メール登録者数")
    assert not page.error
    assert [metric.label for metric in page.metric] == ["R2の達成率", "現状からの進み", "傾向", "計画の最終目標"]
    table = tables_on(page)[0]
    assert {"目標", "実績", "達成率", "現状からの進み", "判定", "目標の出典", "実績の出典"} <= set(table.columns)
    assert any("「" in said for said in table["実績の出典"])


def test_the_title_answers_for_the_chosen_indicator(open_page: OpenPage, ask: Ask) -> None:
    result, target = ask(
        "select result, target from indicator_result where name = '防災メール登録者数' and year = 2020 and target is not null"
    )[0]
    page = choose(open_page(PAGE), "防災メール登録者数")
    expected = f"「防災メール登録者数」の令和2年度の実績は{words.number_text(result)}人、目標{words.number_text(target)}人を"
    assert page.title[0].value == "防災メール登録者数（人・累計）"
    assert expected in words_on(page)


def test_a_year_without_a_figure_keeps_its_row_and_shows_its_evaluation(open_page: OpenPage, ask: Ask) -> None:
    said = ask(
        "select c.text from cell c join initiative using (initiative_id) where number = 118 and year = 2020 and kind = 'result'"
    )
    page = choose(open_page(PAGE), "118 ICT研修 参加人数")
    assert f"R2の評価：{said[0][0]}" in words_on(page)
    table = tables_on(page)[0]
    row = table[table["年度"].str.contains("R2")].iloc[0]
    assert row["実績"] == "－"
    assert row["実績の出典"].startswith("実績の数値なし：R2 評価「")


def test_several_chosen_indicators_stand_side_by_side_before_their_details(open_page: OpenPage) -> None:
    page = choose(open_page(PAGE), "防災メール登録者数", "118 ICT研修 参加人数")
    assert page.title[0].value == "選んだ指標2件"
    assert "選んだ2件の令和2年度は、達成1件、判定できないもの1件" in words_on(page)
    assert [expander.label.endswith("の数値と出典") for expander in page.expander if "の数値" in expander.label] == [True, True]
    assert len(page.get("plotly_chart")) == 4
    due = choose(open_page(PAGE, {"year": "R3"}), "防災メール登録者数")
    assert "「防災メール登録者数」の令和3年度の目標は" in words_on(due)


def test_several_chosen_indicators_stand_in_one_table(open_page: OpenPage) -> None:
    page = choose(open_page(PAGE), "防災メール登録者数", "78 ふれあいバス アクセス件数")
    table = tables_on(page)[0]
    assert list(table.columns) == ["指標", "年度", "目標", "実績", "達成率", "現状からの進み", "判定"]
    first = table[table["年度"] == "H29"].iloc[0]
    assert first[["目標", "実績", "達成率", "現状からの進み"]].tolist() == ["10,000人", "9,813人", "98%", "64%"]
    assert table["指標"].str.contains("アクセス件数").any()


def test_controls_of_the_list_are_gone_while_indicators_are_chosen(open_page: OpenPage) -> None:
    page = open_page(PAGE, CARDS)
    assert [toggle.key for toggle in page.main.toggle] == ["with_all", "without_outside"]
    assert len(page.button_group) == 2
    choose(page, "防災メール登録者数")
    assert (len(page.main.toggle), len(page.button_group)) == (0, 0)
    page.multiselect(key="indicator").set_value([]).run()
    assert len(page.main.toggle) == 2


def test_a_card_shows_the_way_from_the_baseline_beside_the_ratio(open_page: OpenPage) -> None:
    assert "98%（現状からの進み64%）" in words_on(open_page(PAGE, {"year": "H29", "q": "防災メール", **CARDS}))


def test_a_card_quotes_the_words_of_its_own_result_with_the_cause(open_page: OpenPage) -> None:
    said = words_on(open_page(PAGE, {"q": "ICTリテラシー", **CARDS}))
    assert "感染防止の観点から、…【参加人数】0人" in said
    assert "感染防止の観点から、…【回数】0回" in said


def test_a_first_year_says_that_it_can_not_be_sorted_by_change(open_page: OpenPage) -> None:
    page = open_page(PAGE, {"year": "H29", "order": "前年度より悪い順", **CARDS})
    assert "前年度がないため、番号順に並べています。" in words_on(page)
    assert "前年度より悪い順に並べています。" in words_on(open_page(PAGE, {"year": "R2", "order": "前年度より悪い順", **CARDS}))


def test_the_table_tells_the_reason_of_an_unmet_initiative_without_a_result(open_page: OpenPage) -> None:
    table = open_page(PAGE, {"view": "表"}).dataframe[0].value
    asked = table[table["番号"].isin((122, 127, 131)) & table["R2目標"].notna() & table["R2実績"].isna()]
    assert asked["理由"].tolist() == ["新型コロナ（外的要因）"] * 3


def test_a_section_without_targets_is_told_where_its_numbers_are(open_page: OpenPage, ask: Ask) -> None:
    section, count = ask(
        "select department, count(distinct indicator_id) from initiative join indicator using (initiative_id)"
        " left join indicator_year y using (indicator_id) group by 1 having count(y.target) = 0 order by 1 limit 1"
    )[0]
    said = words_on(open_page(PAGE, {"department": str(section), **CARDS}))
    assert f"目標のある指標はありません。目標のない指標が{count}件あり" in said
    assert "指標0件" not in said


def test_the_table_begins_with_the_year_in_question(open_page: OpenPage) -> None:
    table = open_page(PAGE, {"view": "表"}).dataframe[0].value
    assert list(table.columns[1:8]) == ["指標", "単位", "R2目標", "R2実績", "目標との差", "判定", "達成率"]
    assert table.columns[8] == "現状からの進み"


def test_a_name_that_the_document_damaged_is_told_to_be_so(open_page: OpenPage, ask: Ask) -> None:
    message = ask(
        "select f.message from finding f join indicator n on n.initiative_id = f.initiative_id and contains(n.name, f.quote)"
        " where f.kind = 'misspelt_name'"
    )[0][0]
    assert str(message) in words_on(open_page(PAGE, {"q": "環境白書", **CARDS}))


def test_outside_causes_leave_the_count_on_request(open_page: OpenPage, ask: Ask) -> None:
    outside = "', '".join(words.OUTSIDE_CAUSES)
    met, judged = ask(JUDGED + f" and not (not r.is_met and coalesce(o.reason in ('{outside}'), false))")[0]
    page = open_page(PAGE)
    page.toggle(key="without_outside").set_value(True).run()
    left_out = int(str(ask(JUDGED)[0][1])) - int(str(judged))
    assert left_out
    assert judged == met
    silent, held = ask(
        "select count(*), count(*) filter (state = 'not_carried_out') from target_outcome where year = 2020 and result is null"
    )[0]
    assert f"判定{judged}件すべて達成、ほか{silent}件は実績の数値なし（うち{held}件は未実施）" in words_on(page)


def test_the_scale_in_force_is_told(open_page: OpenPage) -> None:
    assert any(words.scale_note() in caption.value for caption in open_page(PAGE, {"bands_open": "true"}).caption)


def test_a_filter_without_any_number_says_so(open_page: OpenPage, ask: Ask) -> None:
    department = ask(
        "select department from initiative i left join indicator n using (initiative_id)"
        " group by department having count(indicator_id) = 0 order by department limit 1"
    )[0][0]
    page = open_page(PAGE, {"department": str(department)})
    assert not page.error
    assert page.title[0].value == "条件に合う数値目標はありません"


def test_of_thousands_the_list_offers_the_first_and_what_a_link_names(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = open_page(PAGE).multiselect(key="indicator").options[-1]
    monkeypatch.setattr(offer, "MOST", 20)
    monkeypatch.setattr(offer, "FIRST", 10)
    page = open_page(PAGE, {"indicator": last})
    assert page.multiselect(key="indicator").value == [last]
    assert page.multiselect(key="indicator").options[10:] == [last]
    assert offer.REST in page.multiselect(key="indicator").placeholder
