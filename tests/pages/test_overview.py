"""概要 answers for the chosen year with figures that the store's tables give."""

import pytest

from tests.pages.conftest import Ask, OpenPage, words_on


def met_of_judged(ask: Ask, year: int, condition: str = "true") -> tuple[object, ...]:
    return ask(
        f"""
        select count(*) filter (is_met), count(*)
        from indicator_year join indicator using (indicator_id) join initiative using (initiative_id)
        where year = {year} and is_met is not null and {condition}
        """
    )[0]


@pytest.mark.parametrize(
    ("filters", "condition"),
    [({}, "true"), ({"lead": "主担当"}, "is_lead"), ({"scope": "1"}, "goal_code = '1'")],
    ids=["all", "leading", "goal"],
)
def test_the_title_is_the_answer_for_the_year(open_page: OpenPage, ask: Ask, filters: dict[str, str], condition: str) -> None:
    met, judged = met_of_judged(ask, 2020, condition)
    assert f"令和2年度は数値目標{judged}件中{met}件を達成" in open_page(None, filters | {"year": "R2"}).title[0].value


def test_four_figures_are_compared_with_the_year_before(open_page: OpenPage, ask: Ask) -> None:
    (unmet, judged), (before, judged_before) = (
        ask(
            "select count(*) filter (status = 'unmet'), count(*) filter (status not in ('closed', 'not_reported'))"
            f" from outcome where year = {year}"
        )[0]
        for year in (2020, 2019)
    )
    figures = {figure.label: figure for figure in open_page(None, {"year": "R2"}).metric}
    assert len(figures) == 4
    assert figures["R2の未達の事業"].value == f"{unmet}/{judged}件"
    shares = [int(str(part)) / int(str(whole)) for part, whole in ((before, judged_before), (unmet, judged))]
    assert judged != judged_before
    assert figures["R2の未達の事業"].delta == " → ".join(f"{share:.0%}" for share in shares)


def test_the_first_thing_to_talk_about_is_what_was_left_undone_longest(open_page: OpenPage, ask: Ask) -> None:
    longest = ask("select max(undone_run) from initiative_year where year = 2020")[0][0]
    notes = [str(element.value) for element in open_page(None, {"year": "R2"}).markdown if "**1\\." in str(element.value)]
    assert len(notes) == 1
    assert f"**{longest}年連続**" in notes[0]


def test_a_year_without_evaluation_tells_its_targets_and_shows_the_last_evaluated_year(open_page: OpenPage, ask: Ask) -> None:
    targets = ask("select count(*) from indicator_year where year = 2021 and target is not null")[0][0]
    opened = open_page(None, {"year": "R3"})
    left_over = ask("select count(*) from initiative_year where year = 2020 and is_undone")[0][0]
    assert opened.title[0].value == (
        f"令和3年度はまだ評価がありません。令和3年度の数値目標は{targets}件です。令和2年度から残る未達・繰越は{left_over}件です"
    )
    assert "以下は、評価のある最後の年度（令和2年度）の状況です。" in words_on(opened)


def test_a_year_without_evaluation_shows_what_was_left_over_beside_its_plan(open_page: OpenPage, ask: Ask) -> None:
    plan = ask(
        """
        select trim(c.text) from initiative_year as y
        join cell as c on c.initiative_id = y.initiative_id and c.kind = 'plan' and c.year = 2021
        where y.year = 2020 and y.is_undone order by y.undone_run desc limit 1
        """
    )[0][0]
    opened = open_page(None, {"year": "R3"})
    assert "令和2年度から残っていること" in [header.value for header in opened.header]
    assert any(f"令和3年度の計画：{' '.join(str(plan).split())}" in said.value.replace("\\", "") for said in opened.markdown)


def test_targets_without_a_result_are_told_below_the_title(open_page: OpenPage, ask: Ask) -> None:
    targets, unjudged, unmet = ask(
        """
        select count(*), count(*) filter (r.is_met is null), count(*) filter (r.is_met is null and o.status = 'unmet')
        from indicator_result r join outcome o using (initiative_id, year)
        where r.year = 2020 and r.target is not null
        """
    )[0]
    said = words_on(open_page(None, {"year": "R2"}))
    assert f"令和2年度の数値目標{targets}件のうち{unjudged}件は、実績の数値がなく" in said
    assert f"（うち{unmet}件は事業が未達）" in said


def test_what_the_next_plan_ends_is_not_told_as_planned(open_page: OpenPage) -> None:
    assert "件が終了・中断" in words_on(open_page(None, {"year": "R3"}))


def test_a_section_without_targets_draws_no_empty_chart_of_them(open_page: OpenPage, ask: Ask) -> None:
    section = ask(
        "select department from initiative i left join indicator n using (initiative_id)"
        " left join indicator_year y using (indicator_id) join outcome o using (initiative_id)"
        " group by 1 having count(y.target) = 0 and bool_or(o.status <> 'not_reported') order by 1 limit 1"
    )[0][0]
    opened = open_page(None, {"department": str(section)})
    assert not opened.error
    assert "数値目標はありません" in words_on(opened)
    assert len(opened.get("plotly_chart")) == 2
    assert "0/0" not in "".join(str(figure.value) for figure in opened.metric)


def test_a_number_that_turned_tells_the_longer_run_of_its_initiative(open_page: OpenPage, ask: Ask) -> None:
    runs = ask(
        """
        select y.undone_run from indicator_result r join initiative_year y using (initiative_id, year)
        where r.year = 2020 and r.is_worse and y.undone_run > 1
        """
    )
    assert runs
    said = words_on(open_page(None, {"year": "R2"}))
    assert all(f"（事業としては{run}年連続の未達・繰越）" in said for (run,) in runs)


def test_the_guide_is_one_click_away(open_page: OpenPage) -> None:
    assert any("使い方" in link.proto.label for link in open_page(None).get("page_link"))


def test_every_chart_has_words_for_those_who_do_not_see_it(open_page: OpenPage, ask: Ask) -> None:
    charts = open_page(None, {"year": "R2"}).get("plotly_chart")
    unmet = ask("select count(*) from outcome where year = 2020 and status = 'unmet'")[0][0]
    assert len(charts) == 3
    assert f"未達{unmet}件" in charts[0].proto.alt
    assert all(chart.proto.alt for chart in charts)


def test_every_listed_initiative_has_a_link(open_page: OpenPage) -> None:
    opened = open_page(None, {"year": "R2"})
    labels = [link.proto.label for link in opened.get("page_link")]
    assert len([label for label in labels if "の記載を見る" in label]) >= 8


def test_sections_are_ordered_by_misses(open_page: OpenPage) -> None:
    tables = [table.value for table in open_page(None, {"year": "R2"}).table if "担当課" in table.value.columns]
    misses = list(tables[0]["✕ 未達"])
    assert misses == sorted(misses, reverse=True)
