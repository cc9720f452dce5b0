"""概要 answers for the chosen year with figures that the store's tables give."""

import re
from datetime import date
from pathlib import Path

import pytest

from desk import database, notes, revisions
from desk.notes import Step
from tests.pages.conftest import Ask, OpenPage, pictures_on, said_on, tables_on, words_on

IN_WORDS = {"words": "true"}


@pytest.mark.parametrize(
    ("filters", "condition"),
    [({}, "true"), ({"lead": "主担当"}, "is_lead"), ({"scope": "1"}, "goal_code = '1'")],
    ids=["all", "leading", "goal"],
)
def test_the_title_counts_all_targets_that_were_set(
    open_page: OpenPage, ask: Ask, filters: dict[str, str], condition: str
) -> None:
    states = ask(
        f"""
        select c.label_ja, count(*) from target_outcome t join target_state_code c on c.code = t.state
        join initiative i using (initiative_id) where t.year = 2020 and {condition}
        group by all order by min(c.position)
        """
    )
    opened = open_page(None, filters | {"year": "R2"})
    parts = "・".join(f"{label}{count}" for label, count in states)
    targets = sum(int(str(count)) for _, count in states)
    assert opened.title[0].value == f"R2 目標{targets}件：{parts}".replace("数値の記載なし", "数値なし")
    assert len(opened.title[0].value) <= 30
    assert f"数値目標{targets}件：{parts}" in words_on(opened)


def test_targets_that_were_set_are_counted_whatever_became_of_them(ask: Ask) -> None:
    counted = dict(ask("select state, count(*) from target_outcome where year = 2020 group by 1"))
    assert counted == {"met": 16, "missed": 3, "not_carried_out": 3, "no_number": 10}


def test_the_same_matter_in_several_rows_is_counted_once_beside_the_rows(open_page: OpenPage, ask: Ask) -> None:
    matters = ask("select count(*) filter (is_counted) from target_outcome where year = 2020")[0][0]
    assert f"同じ取組を1つに数えると、{matters}件" in words_on(open_page(None, {"year": "R2"}))
    rows = ask(
        "select list(number order by number) from initiative_matter join initiative using (initiative_id)"
        " group by matter_id having count(*) > 1"
    )
    assert [118, 119] in [row[0] for row in rows]
    assert [122, 127] in [row[0] for row in rows]


def test_years_of_which_other_shares_were_judged_are_not_compared(open_page: OpenPage) -> None:
    assert "判定の割合91→69%：比較せず" in pictures_on(open_page(None, {"year": "R2"}))
    assert "判定の割合" not in pictures_on(open_page(None, {"year": "R1"}))


def test_what_is_carried_over_no_more_was_done_or_given_up(open_page: OpenPage, ask: Ask) -> None:
    ends = dict(ask("select carried_end, count(*) from initiative_year where year = 2020 group by 1"))
    assert f"解消{ends['resolved']}　断念・終了{ends['given_up']}" in pictures_on(open_page(None, {"year": "R2"}))


def test_four_figures_stand_with_their_years(open_page: OpenPage, ask: Ask) -> None:
    unmet = ask("select count(*) filter (status = 'unmet') from outcome where year = 2020")[0][0]
    drawn = pictures_on(open_page(None, {"year": "R2"}))
    assert drawn.count('class="tile"') == 4
    assert f"未達の事業</span><b>{unmet}<" in drawn


def test_every_matter_is_one_strip_that_leads_to_its_initiative(open_page: OpenPage, ask: Ask) -> None:
    drawn = pictures_on(open_page(None, {"year": "R2"}))
    assert drawn.count('class="strip"') == ask("select count(distinct matter_id) from initiative_matter")[0][0]
    assert 'href="initiative?initiative=1"' in drawn


def test_a_doubtful_judgement_is_hatched(open_page: OpenPage, ask: Ask) -> None:
    doubtful = ask(
        "select count(*) from initiative_year join initiative_matter using (initiative_id) where is_doubtful and is_head"
    )[0][0]
    assert pictures_on(open_page(None, {"year": "R2"})).count(" doubtful") >= int(str(doubtful))


def test_supporters_who_wait_for_the_lead_are_told_with_it(open_page: OpenPage) -> None:
    assert "待つ課：障がい福祉課・管財課・市民課・課税課" in pictures_on(open_page(None, {"year": "R1"}))


def test_the_first_thing_to_talk_about_is_what_was_left_undone_longest(open_page: OpenPage, ask: Ask) -> None:
    longest = ask("select max(undone_run) from initiative_year where year = 2020")[0][0]
    opened = open_page(None, {"year": "R2", **IN_WORDS})
    [first, *_] = re.findall(r'<div class="entry"><b>1\. .*?</div>', pictures_on(opened))
    assert f"<b>{longest}年連続</b>" in first


def test_words_stand_behind_a_press(open_page: OpenPage) -> None:
    assert 'class="entry"' not in pictures_on(open_page(None, {"year": "R2"}))


def test_a_year_without_evaluation_tells_its_targets_and_shows_the_last_evaluated_year(open_page: OpenPage, ask: Ask) -> None:
    targets = ask("select count(*) from indicator_year where year = 2021 and target is not null")[0][0]
    opened = open_page(None, {"year": "R3"})
    assert opened.title[0].value == f"R3の数値目標{targets}件は評価前です"
    assert "以下は、評価のある最後の年度（令和2年度）の状況です。" in words_on(opened)


def test_a_year_without_evaluation_shows_what_was_left_over_beside_its_plan(open_page: OpenPage, ask: Ask) -> None:
    plan = ask(
        """
        select trim(c.text) from initiative_year as y
        join cell as c on c.initiative_id = y.initiative_id and c.kind = 'plan' and c.year = 2021
        where y.year = 2020 and y.is_undone order by y.undone_run desc limit 1
        """
    )[0][0]
    opened = open_page(None, {"year": "R3", **IN_WORDS})
    assert "令和2年度から残っていること" in [header.value for header in opened.header]
    assert f"令和3年度の計画：{' '.join(str(plan).split())}" in said_on(opened)


def test_what_the_next_plan_ends_is_not_told_as_planned(open_page: OpenPage) -> None:
    assert "件が終了・中断" in words_on(open_page(None, {"year": "R3", **IN_WORDS}))


def test_a_section_without_targets_draws_no_empty_chart_of_them(open_page: OpenPage, ask: Ask) -> None:
    section = ask(
        "select department from initiative i left join indicator n using (initiative_id)"
        " left join indicator_year y using (indicator_id) join outcome o using (initiative_id)"
        " group by 1 having count(y.target) = 0 and bool_or(o.status <> 'not_reported') order by 1 limit 1"
    )[0][0]
    opened = open_page(None, {"department": str(section), "shares": "true"})
    assert not opened.error
    assert "数値目標はありません" in words_on(opened)
    assert len(opened.get("plotly_chart")) == 2
    assert "／0件" not in pictures_on(opened)


def test_a_number_that_turned_tells_the_longer_run_of_its_initiative(open_page: OpenPage, ask: Ask) -> None:
    runs = ask(
        """
        select y.undone_run from indicator_result r join initiative_year y using (initiative_id, year)
        where r.year = 2020 and r.is_worse and y.undone_run > 1
        """
    )
    assert runs
    said = said_on(open_page(None, {"year": "R2", **IN_WORDS}))
    assert all(f"（事業としては{run}年連続の未達・繰越）" in said for (run,) in runs)


def test_every_chart_has_words_for_those_who_do_not_see_it(open_page: OpenPage, ask: Ask) -> None:
    charts = open_page(None, {"year": "R2", "shares": "true"}).get("plotly_chart")
    unmet = ask("select count(*) from outcome where year = 2020 and status = 'unmet'")[0][0]
    assert len(charts) == 3
    assert f"未達{unmet}件" in charts[0].proto.alt
    assert all(chart.proto.alt for chart in charts)


def test_every_listed_initiative_has_a_link(open_page: OpenPage) -> None:
    opened = open_page(None, {"year": "R2", **IN_WORDS})
    drawn = pictures_on(opened)
    assert drawn.count('class="entry"') >= 8
    assert len(re.findall(r'<a [^>]*data-go="[^"]*initiative[^>]*>番号\d+の記載を見る', drawn)) == drawn.count('class="entry"')


def test_sections_are_ordered_by_misses(open_page: OpenPage) -> None:
    tables = [table for table in tables_on(open_page(None, {"year": "R2"})) if "担当課" in table.columns]
    misses = list(tables[0]["✕ 未達"])
    assert misses == sorted(misses, reverse=True)


def test_what_is_to_be_checked_can_be_shown_alone(open_page: OpenPage, ask: Ask) -> None:
    doubtful = ask(
        "select count(*) from initiative where initiative_id in (select initiative_id from initiative_year where is_doubtful)"
        " or initiative_id in (select initiative_id from indicator_result where is_doubtful)"
    )[0][0]
    assert f"要確認のある事業だけ → 実施事業 **{doubtful}件**" in words_on(open_page(None, {"doubt": "true"}))


def test_the_steps_that_press_most_are_listed_each_with_the_way_to_its_initiative(
    open_page: OpenPage, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(database.SETTING, str(tmp_path))
    [(named,)] = ask("select activity from initiative where number = 1")
    days = [None, date(2020, 1, 31), date(2019, 1, 31), date(2020, 3, 31)]
    written = [Step(str(at), 1, 1, str(named), 2020, f"第{at}の手順", "係", day) for at, day in enumerate(days)]
    notes.save(database.path(), written, "係", revisions.NONE)
    told = next(str(one.value) for one in open_page(None, {}).markdown if "第2の手順" in str(one.value))
    assert [line.split("[")[1][:5] for line in told.splitlines()] == ["第2の手順", "第1の手順", "第3の手順"]
    assert all("**✕ 期限切れ**" in line and "initiative=1" in line for line in told.splitlines())
