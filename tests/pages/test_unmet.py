"""未達・繰越 lists what was left undone, the longest run first, in its own words."""

import pytest

from dashboard import matrix
from tests.pages.conftest import Ask, OpenPage, words_on

PAGE = "pages/unmet.py"
UNDONE = "select count(distinct initiative_id) from initiative_year where is_undone"


def test_the_title_counts_the_year(open_page: OpenPage, ask: Ask) -> None:
    undone = ask("select count(*) from initiative_year where is_undone and year = 2020")[0][0]
    assert open_page(PAGE).title[0].value.startswith(f"令和2年度は{undone}件が未達または繰越")


def test_every_undone_initiative_has_a_line_with_a_link(open_page: OpenPage, ask: Ask) -> None:
    table = open_page(PAGE).table[0].value
    assert len(table) == ask(UNDONE)[0][0]
    assert table["実施事業"].str.contains("initiative=").all()


def test_the_longest_run_comes_first(open_page: OpenPage, ask: Ask) -> None:
    longest = ask("select max(undone_run) from initiative_year where is_undone")[0][0]
    first = open_page(PAGE).table[0].value["最長の連続"].iloc[0].replace(matrix.WORD_JOINER, "")
    assert first.startswith(f"{longest}年")


@pytest.mark.parametrize(
    "filters",
    [{}, {"department": "防災課"}, {"lead": "主担当"}, {"scope": "1-①"}, {"q": "システム"}, {"year": "H30"}],
    ids=["all", "section", "lead", "policy", "word", "year"],
)
@pytest.mark.parametrize("group", ["まとめない", "担当課", "目標"])
def test_every_filter_draws_without_an_error(open_page: OpenPage, filters: dict[str, str], group: str) -> None:
    page = open_page(PAGE, filters | {"group": group})
    assert not page.exception
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
    assert not page.exception
    assert "未達または繰越の実施事業はありません" in page.title[0].value
