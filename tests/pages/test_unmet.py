"""未達・繰越 lists what was left undone, the longest run first, in its own words."""

import pytest

from dashboard.facts import undone_years as matrix
from tests.pages.conftest import Ask, OpenPage, words_on

PAGE = "pages/unmet.py"
UNDONE = "select count(distinct initiative_id) from initiative_year where is_undone"


def test_the_title_counts_the_year(open_page: OpenPage, ask: Ask) -> None:
    undone = ask("select count(*) from initiative_year where is_undone and year = 2020")[0][0]
    assert open_page(PAGE).title[0].value.startswith(f"令和2年度は{undone}件が未達または繰越")


def test_every_undone_initiative_has_a_line_with_a_link(open_page: OpenPage, ask: Ask) -> None:
    now, others = (table.value for table in open_page(PAGE).table)
    assert len(now) + len(others) == ask(UNDONE)[0][0]
    assert now["実施事業"].str.contains("initiative=").all()
    assert others["実施事業"].str.contains("initiative=").all()


@pytest.mark.parametrize(("label", "year"), [("R2", 2020), ("R1", 2019)])
def test_what_the_year_left_undone_comes_first_and_settled_runs_under_their_own_heading(
    open_page: OpenPage, ask: Ask, label: str, year: int
) -> None:
    count, longest = ask(f"select count(*), max(undone_run) from initiative_year where is_undone and year = {year}")[0]
    page = open_page(PAGE, {"year": label})
    assert len(page.table[0].value) == count
    assert page.table[0].value[matrix.GOING_ON].iloc[0].endswith(f"から{longest}年")
    heads = [header.value for header in page.header]
    assert heads[0].endswith(f"に未達・繰越のもの（{count}件）")
    assert "には未達・繰越でないもの" in heads[1]


def test_a_carried_year_says_its_kind_and_a_doubtful_judgement_its_rule(open_page: OpenPage) -> None:
    said = words_on(open_page(PAGE, {"undone_in": "R2", "q": "BCP"}))
    assert "↻ 繰越（未達のまま継続）" in said
    assert "判定の理由：計画した成果に触れておらず" in said


def test_what_is_left_over_is_not_told_as_planned_where_the_plan_ends_it(open_page: OpenPage) -> None:
    page = open_page(PAGE, {"year": "R3"})
    assert "件が終了・中断" in page.title[0].value
    assert "終了・中断" in set(page.table[0].value["計画の書き方"])


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
    blamed = ask("select count(distinct initiative_id) from initiative_year where is_undone and reason = 'covid'")[0][0]
    assert f"**{blamed}件**" in words_on(page)


def test_words_of_evaluation_stand_beside_the_next_years_plan(open_page: OpenPage) -> None:
    said = words_on(open_page(PAGE))
    assert "評価：" in said
    assert "の計画：" in said


def test_a_filter_that_leaves_nothing_undone_says_so(open_page: OpenPage, ask: Ask) -> None:
    clean = ask(
        "select department from initiative i join initiative_year y using (initiative_id)"
        " group by department having not bool_or(coalesce(is_undone, false)) limit 1"
    )[0][0]
    page = open_page(PAGE, {"department": str(clean)})
    assert not page.error
    assert "未達または繰越の実施事業はありません" in page.title[0].value
