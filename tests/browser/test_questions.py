"""Twelve questions about the plan, each answered three clicks or one search from the start page, in a real browser.

What the answer must say is asked of the store in each test. Only words of the dashboard's vocabulary are spelled.
"""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page

from dashboard.text import words
from tests.browser.conftest import Ask
from tests.browser.manager import Manager, bare, shown, spoken
from tests.browser.server import settle

pytestmark = pytest.mark.browser

LAST = "(select last_evaluated_year from plan)"
NUMBER = words.number_text


def saying(*expected: object, read: Callable[[Page], str] = shown) -> Callable[[Page], None]:
    """Return a check that a page says everything expected."""
    assert expected, "an answer that expects nothing can't fail"

    def check(page: Page) -> None:
        text = read(page)
        missing = [each for each in expected if bare(each) not in text]
        assert not missing, f"{page.url} does not say {missing}"

    return check


def label_of(ask: Ask, year: str = LAST) -> str:
    return str(ask(f"select label from fiscal_year where year = {year}")[0][0])


def test_1_which_targets_were_missed_last_year_by_how_much_and_why(manager: Manager, ask: Ask) -> None:
    missed = ask(
        f"""
        select r.name, r.result, r.target, r.unit, o.reason
        from indicator_result r join outcome o using (initiative_id, year)
        where not r.is_met and r.year = {LAST}
        """
    )
    manager.turn_to("未達・繰越")
    manager.click(manager.main.locator("summary").filter(has_text="詳しく：評価のことば"))
    expected = [f"{name} {NUMBER(result, unit)}（目標{NUMBER(target, unit)}）" for name, result, target, unit, _ in missed]
    expected += [f"理由：{words.reason_text(reason)}" for *_, reason in missed if reason]
    manager.reads(saying(*expected))


def test_2_what_has_been_put_off_year_after_year_since_when_and_in_which_words(manager: Manager, ask: Ask) -> None:
    put_off = ask(
        """
        with run as (
            select initiative_id, year as last, undone_run as length
            from initiative_year
            where initiative_id in (select initiative_id from initiative_year where is_carried_over)
            and year = (select last_evaluated_year from plan)
            qualify undone_run = max(undone_run) over () and undone_run > 1
        )
        select i.activity, run.length, since.label, until.label, list(c.text order by c.cell_id)
        from run
        join initiative i using (initiative_id)
        join fiscal_year since on since.year = run.last - run.length + 1
        join fiscal_year until on until.year = run.last
        join cell c on c.initiative_id = i.initiative_id and c.kind = 'result' and c.year between since.year and until.year
        group by all
        """
    )
    manager.turn_to("未達・繰越")
    for activity, length, since, until, evaluations in put_off:
        manager_said = [activity, f"未達・繰越が{length}年（{since}～{until}）続きました"]
        saying(*manager_said, *evaluations)(manager.page)
    manager.reads(saying(*(activity for activity, *_ in put_off)))


def years_of(ask: Ask, indicator: str) -> list[str]:
    """What a chart must say of the indicators named so: the baseline, every year's target and result, the final goal."""
    rows = ask(
        """
        select f.label, r.target, r.first_target, r.result, r.unit, r.baseline, r.final_goal
        from indicator_result r join fiscal_year f using (year)
        where contains(r.name, ?) and r.indicator_id in (select indicator_id from indicator_year where target is not null)
        """,
        indicator,
    )
    said = []
    for label, target, first, result, unit, baseline, final_goal in rows:
        aim = "目標なし" if target is None else f"目標{NUMBER(target, unit)}"
        aim += "" if first in (None, target) else f"（当初{NUMBER(first, unit)}）"
        said.append(f"{label}は{aim}、" + ("実績なし" if result is None else f"実績{NUMBER(result, unit)}"))
        said += [f"現状は{NUMBER(baseline, unit)}"] if baseline is not None else []
        said += [f"計画の最終目標は{NUMBER(final_goal, unit)}"] if final_goal is not None else []
    return said


def test_3_how_registrations_for_disaster_mail_ran_against_target_baseline_and_final_goal(manager: Manager, ask: Ask) -> None:
    progress = ask(
        "select progress from indicator_result where contains(name, '防災メール') and target is not null and result is not null"
    )
    manager.turn_to("数値目標")
    manager.search(manager.main.get_by_label("指標を選ぶ").first, "防災メール登録者数")
    manager.reads(saying(*years_of(ask, "防災メール登録者数"), read=spoken))
    saying("現状からの進み", *(words.percent_text(share) for (share,) in progress))(manager.page)


def test_4_how_attendance_at_ict_training_ran(manager: Manager, ask: Ask) -> None:
    manager.search(manager.sidebar.get_by_label("ことばで絞り込む"), "ＩＣＴ研修")
    manager.turn_to("数値目標")
    as_charts(manager)
    manager.reads(saying(*years_of(ask, "ICT研修 参加人数"), read=spoken))


def as_charts(manager: Manager) -> None:
    """Let the indicators be shown as charts."""
    manager.click(manager.main.get_by_test_id("stButtonGroup").get_by_text("グラフ", exact=True))


def test_5_how_a_section_stands_as_lead_and_as_supporting_section_against_all_others(manager: Manager, ask: Ask) -> None:
    standing = f"""
        select
            count(*) filter (y.status not in ('closed', 'not_reported')) as judged,
            count(*) filter (y.is_undone and y.status not in ('closed', 'not_reported')) as undone
        from initiative i join initiative_year y using (initiative_id)
        where y.year = {LAST} and i.department = coalesce(?, i.department) and i.is_lead = coalesce(?, i.is_lead)
    """
    (section,) = ask(
        "select department from initiative group by 1 having count(distinct is_lead) = 2 order by count(*) desc, 1 limit 1"
    )[0]
    (_, undone), (judged, all_undone) = ask(standing, section, None)[0], ask(standing, None, None)[0]
    roles = [(words.LEADS[is_lead], *ask(standing, section, is_lead)[0]) for is_lead in words.LEADS]
    manager.turn_to("担当課")
    manager.click(manager.main.get_by_role("link", name=str(section), exact=True))
    others = [name for (name,) in ask("select distinct department from initiative")]
    share = words.percent_text(int(str(all_undone)) / int(str(judged)))
    manager.reads(
        saying(
            *(f"{role}{of}件中{count}件" for role, of, count in roles),
            f"{undone}／{sum(int(str(of)) for _, of, _ in roles)}件",
            f"全課では{share}",
            *others,
        )
    )


def test_6_what_got_worse_and_what_got_better_since_the_year_before(manager: Manager, ask: Ask) -> None:
    turned = f"""
        select distinct i.activity
        from initiative i
        left join initiative_year y on y.initiative_id = i.initiative_id and y.year = {LAST}
        left join indicator_result r on r.initiative_id = i.initiative_id and r.year = {LAST}
        where y.{{way}} or r.{{way}}
    """
    rest = re.compile("残り[0-9]+件$")
    manager.click(manager.main.locator("summary").filter(has_text="詳しく：今日話し合うこと"))
    for folded in manager.main.locator("summary").filter(has_text=rest).all():
        manager.click(folded)
    expected = [activity for way in ("is_worse", "is_better") for (activity,) in ask(turned.format(way=way))]
    saying("前年度より悪化", "前年度より改善", *expected)(manager.page)
    unfolded = shown(manager.page)
    manager.page = manager.visit(manager.page.url)
    for folded in manager.main.locator("summary").filter(has_text=rest).all():
        folded.click()
    settle(manager.page)
    assert set(re.findall("番号[0-9]+の記載を見る", shown(manager.page))) >= set(re.findall("番号[0-9]+の記載を見る", unfolded))


def test_7_which_goals_of_the_plan_are_in_trouble(manager: Manager, ask: Ask) -> None:
    goals = ask(
        f"""
        select i.goal_code, count(*) filter (y.is_undone) as undone, count(*) as judged,
            count(distinct matter_id) filter (y.is_undone) as matters
        from initiative i join initiative_year y using (initiative_id) join initiative_matter using (initiative_id)
        where y.year = {LAST} and y.status not in ('closed', 'not_reported')
        group by 1
        """
    )
    shares = {str(code): int(str(undone)) / int(str(judged)) for code, undone, judged, _ in goals}
    worst = max(shares, key=lambda code: shares[code])
    manager.turn_to("目標体系")
    # Rows that tell the same matter are a running count.
    counts = {code: "" if undone == matters else "延べ" for code, undone, _, matters in goals}
    figures = [f"目標{code} 未達・繰越{counts[code]}{undone}／{judged}件" for code, undone, judged, _ in goals]
    policies = [f"施策{code}" for (code,) in ask("select distinct policy_code from initiative")]
    manager.reads(saying(f"割合が最も高いのは、目標{worst}", *figures, *policies))


def test_8_which_misses_the_text_blames_on_covid_and_how_it_looks_without(manager: Manager, ask: Ask) -> None:
    covid = words.REASONS["covid"]
    blamed = ask(
        """
        select distinct i.activity from initiative_year y join initiative i using (initiative_id)
        join initiative_matter using (initiative_id)
        where is_head and y.is_undone and y.reason = 'covid'
        """
    )
    undone, without = ask(
        f"""
        select count(distinct matter_id), count(distinct matter_id) filter (reason is distinct from 'covid')
        from initiative_year join initiative_matter using (initiative_id)
        where is_undone and year = {LAST}
        """
    )[0]
    manager.turn_to("未達・繰越")
    manager.click(manager.main.get_by_role("link", name=re.compile(f"^{covid}")))
    manager.reads(saying(*(activity for (activity,) in blamed), f"未達・繰越{undone}件のうち", f"除くと{without}件"))


KINDS = {
    "動いた目標": """
        select distinct department from indicator_result
        join initiative using (initiative_id)
        where target is not null
        qualify target < lag(target) over (partition by indicator_id order by year) and direction = 'up'
    """,
    "変わらない目標": """
        select any_value(department) from indicator_result
        join initiative using (initiative_id) left join quantity q on q.quantity_id = target_quantity_id
        where target is not null
        group by indicator_id
        having count(*) >= 3 and count(distinct target) = 1 and bool_or(q.printed_year is not null)
    """,
    "毎年上回る目標": """
        select any_value(department) from indicator_result join initiative using (initiative_id)
        where is_met is not null
        group by indicator_id
        having count(*) >= 3 and min(target) = max(target)
        and bool_and(case direction when 'up' then result > target else result < target end)
    """,
    "前年度と同じ評価": """
        with said as (
            select initiative_id, year, string_agg(search_text, '' order by cell_id) as words
            from cell where kind = 'result' and search_text <> '' group by all
        )
        select department from said now
        join said before on before.initiative_id = now.initiative_id and before.year = now.year - 1 and before.words = now.words
        join initiative i on i.initiative_id = now.initiative_id
    """,
}


def test_9_whose_targets_were_lowered_never_changed_or_always_passed_and_whose_words_are_the_same(
    manager: Manager, ask: Ask
) -> None:
    manager.turn_to("比較・気づき")
    for folded in manager.main.locator("summary").filter(has_text=re.compile("残り[0-9]+件を見る")).all():
        manager.click(folded)
    found: dict[str, dict[str, str]] = {}
    for table in manager.main.get_by_label(re.compile("^担当課別の気づきの件数")).all():
        headings = [bare(cell) for cell in table.locator("th").all_inner_texts()]
        for line in table.locator("tbody tr").all():
            cells = [bare(cell) for cell in line.locator("td").all_inner_texts()]
            found[cells[0]] = dict(zip(headings, cells, strict=True))
    for kind, sql in KINDS.items():
        for (department,) in ask(sql):
            assert int(found[str(department)][kind]) > 0, f"{department} is not told under {kind}"
    manager.reads(saying("担当課別の件数", *KINDS))


def test_10_where_a_word_is_mentioned(manager: Manager, ask: Ask) -> None:
    query = "LINE"
    places, initiatives = ask(
        "select count(*), count(distinct initiative_id) from search_place where contains(search_text, lower(?))", query
    )[0]
    by_year = ask(
        """
        select f.label, count(*) from search_place join fiscal_year f using (year)
        where contains(search_place.search_text, lower(?)) group by 1 order by 2 desc
        """,
        query,
    )
    sections = ask(
        """
        select distinct department from search_place join initiative using (initiative_id)
        where contains(search_place.search_text, lower(?))
        """,
        query,
    )
    manager.turn_to("検索")
    manager.search(manager.main.get_by_role("textbox", name="探すことば", exact=True), query)
    manager.reads(
        saying(
            f"「{query}」は実施事業{initiatives}件の{places}か所に書かれています",
            f"最も多い年度は{by_year[0][0]}（{by_year[0][1]}か所）",
            *(department for (department,) in sections),
        )
    )
    marks = manager.main.locator("strong").filter(has_text=re.compile(query, re.IGNORECASE))
    assert marks.count() >= int(str(initiatives)), "the hits are not marked"


def test_11_what_is_due_this_year_and_what_was_left_over(manager: Manager, ask: Ask) -> None:
    last_year = "(select last_year from plan)"
    targets = ask(
        f"""
        select r.target, r.unit
        from indicator_result r
        where r.year = {last_year} and r.target is not null
        """
    )
    left_over = ask(
        f"""
        select i.activity, string_agg(c.text, ' ' order by c.cell_id)
        from initiative_year y
        join initiative i using (initiative_id)
        join initiative_matter m using (initiative_id)
        left join cell c on c.initiative_id = i.initiative_id and c.kind = 'plan' and c.year = y.year + 1 and c.text <> ''
        where m.is_head and y.is_undone and y.year = {LAST}
        group by i.initiative_id, i.activity
        """
    )
    this_year = label_of(ask, last_year)
    manager.click(manager.sidebar.get_by_text(this_year, exact=True))
    manager.turn_to("未達・繰越")
    manager.reads(saying(f"残る{len(left_over)}件", *(said for row in left_over for said in row if said)))

    manager.start_again()
    manager.click(manager.sidebar.get_by_text(this_year, exact=True))
    manager.turn_to("数値目標")
    manager.reads(
        saying(f"{this_year}の数値目標{len(targets)}件", *(f"→目標{NUMBER(target, unit)}" for target, unit in targets))
    )
    assert shown(manager.page).count("→目標") == len(targets)


def test_12_the_answer_can_be_taken_away_as_a_file(manager: Manager, ask: Ask, tmp_path: Path) -> None:
    numbers = {number for (number,) in ask("select number from initiative")}
    manager.turn_to("資料・ダウンロード")
    with manager.page.expect_download() as download:
        manager.click(manager.main.get_by_role("button", name="会議用のExcelを保存"))
    download.value.save_as(tmp_path / "meeting.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "meeting.xlsx")
    held = {cell for sheet in workbook for row in sheet.iter_rows(max_col=1, values_only=True) for cell in row}
    assert numbers <= held, "the city's own table is not in the workbook"
    with zipfile.ZipFile(BytesIO((tmp_path / "meeting.xlsx").read_bytes())) as parts:
        assert any(name.startswith("xl/charts/") for name in parts.namelist()), "the charts are not native ones"
    printed = manager.page.pdf(prefer_css_page_size=True)
    assert re.search(rb"/MediaBox \[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]", printed), "the page is not printed on A4"
    manager.reads(saying(f"実施事業{len(numbers)}件"))
