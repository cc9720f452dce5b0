"""未達・繰越 lists what was left undone, the longest run first, in its own words."""

import pytest

from tests.pages.conftest import Ask, OpenPage, pictures_on, tables_on, words_on

PAGE = "pages/unmet.py"
ALL_WORDS = {"all_words": "true"}
MATTERS = "select count(distinct matter_id) from initiative_year join initiative_matter using (initiative_id) where is_undone"


def test_the_title_counts_the_matters_of_the_year(open_page: OpenPage, ask: Ask) -> None:
    undone = ask(f"{MATTERS} and year = 2020")[0][0]
    page = open_page(PAGE)
    assert page.title[0].value.startswith(f"R2 未達・繰越{undone}件")
    assert f"令和2年度は{undone}件が未達または繰越" in words_on(page)


def test_every_matter_left_undone_is_one_row_that_can_be_chosen(open_page: OpenPage, ask: Ask) -> None:
    drawn = pictures_on(open_page(PAGE))
    assert drawn.count('class="what"') == ask(MATTERS)[0][0]
    assert "row=130" in drawn


@pytest.mark.parametrize(("label", "year"), [("R2", 2020), ("R1", 2019)])
def test_what_the_year_left_undone_comes_first_and_settled_runs_under_their_own_heading(
    open_page: OpenPage, ask: Ask, label: str, year: int
) -> None:
    count = ask(f"{MATTERS} and year = {year}")[0][0]
    drawn = pictures_on(open_page(PAGE, {"year": label}))
    heads = [f"{label}に未達・繰越のもの（{count}件）", f"{label}には未達・繰越でないもの"]
    assert 0 < drawn.index(heads[0]) < drawn.index(heads[1])


def test_the_words_of_the_chosen_row_stand_beside_the_matrix(open_page: OpenPage, ask: Ask) -> None:
    said = words_on(open_page(PAGE, {"row": "78"}))
    activity = ask("select activity from initiative where number = 78")[0][0]
    assert f"**{activity}**" in said
    assert said.count("評価：") == ask("select count(*) from initiative_year where is_undone and initiative_id = 78")[0][0]


def test_a_reason_is_a_bar_that_narrows(open_page: OpenPage, ask: Ask) -> None:
    blamed = ask(f"{MATTERS} and year = 2020 and reason = 'covid'")[0][0]
    drawn = pictures_on(open_page(PAGE))
    bar = drawn[drawn.index('<span class="name">新型コロナ') :]
    assert bar.partition('class="num">')[2].startswith(f"{blamed}件")


def test_a_carried_year_says_its_kind_and_a_doubtful_judgement_its_rule(open_page: OpenPage) -> None:
    said = words_on(open_page(PAGE, {"undone_in": "R2", "q": "BCP", **ALL_WORDS}))
    assert "↻ 繰越（未達のまま継続）" in said
    assert "判定の理由：計画した成果に触れておらず" in said


def test_what_is_left_over_is_not_told_as_planned_where_the_plan_ends_it(open_page: OpenPage) -> None:
    page = open_page(PAGE, {"year": "R3"})
    assert "件が終了・中断" in words_on(page)
    assert "終了・中断" in set(tables_on(page)[0]["計画の書き方"])


@pytest.mark.parametrize(
    "filters",
    [{}, {"department": "防災課"}, {"lead": "主担当"}, {"scope": "1-①"}, {"q": "システム"}, {"year": "H30"}],
    ids=["all", "section", "lead", "policy", "word", "year"],
)
@pytest.mark.parametrize("group", ["まとめない", "担当課", "目標"])
def test_every_filter_draws_without_an_error(open_page: OpenPage, filters: dict[str, str], group: str) -> None:
    page = open_page(PAGE, filters | {"group": group})
    assert not page.error
    assert page.title[0].value


def test_a_reason_narrows_the_list(open_page: OpenPage, ask: Ask) -> None:
    page = open_page(PAGE)
    page.get_by_key("reason").set_value(["新型コロナ"]).run()
    blamed = ask(f"{MATTERS} and reason = 'covid'")[0][0]
    assert f"{blamed}件（全" in words_on(page)
    assert pictures_on(page).count('class="what"') == blamed


def test_words_of_evaluation_stand_beside_the_next_years_plan(open_page: OpenPage) -> None:
    said = words_on(open_page(PAGE, ALL_WORDS))
    assert "評価：" in said
    assert "の計画：" in said


def test_a_filter_that_leaves_nothing_undone_says_so(open_page: OpenPage, ask: Ask) -> None:
    clean = ask(
        "select department from initiative i join initiative_year y using (initiative_id)"
        " group by department having not bool_or(coalesce(is_undone, false)) limit 1"
    )[0][0]
    page = open_page(PAGE, {"department": str(clean)})
    assert not page.error
    assert page.title[0].value == "R2 未達・繰越の記載はありません"
