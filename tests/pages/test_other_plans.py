"""Every page opens for plans of another shape: without codes, without a single evaluation, of one row or one year."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.database import store
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs
from tests.pages.conftest import APP, open_app, pictures_on, said_on, tables_on, unfolded, words_on

SAMPLES = Path(__file__).parents[1] / "loaders" / "samples"
INPUTS = Path(__file__).parents[1] / "loaders" / "inputs"
OTHERS = Path(__file__).parents[1] / "gold" / "others"
PAGES = sorted(f"pages/{path.name}" for path in (APP.parent / "pages").glob("*.py"))
WITHOUT_EVALUATION = """行政改革計画 進行管理表

番号\t実施事業\t主担当\t担当課\t実施内容\t現状及び事業目標\t平成29年度内容及び目標\t平成30年度内容及び目標
1\t1-①-ア. 窓口の改善\t○\t市民課\t案内の充実\t案内が少ない。\t案内を増やす。【目標】10回\t案内を増やす。【目標】12回
"""
PLANS = {
    **{path.stem: path for path in sorted(SAMPLES.glob("*.txt"))},
    "without_evaluation": WITHOUT_EVALUATION,
    "two_steps": OTHERS / "senoura_reform.txt",
    "names_alone": OTHERS / "ashinose_equality.txt",
    # One row, one year, its 実施事業 alone for a name; then rows that name no section.
    "one_row": INPUTS / "merged-section.xlsx",
    "nothing_judged": INPUTS / "forecast-is-no-target.xlsx",
    "without_sections": INPUTS / "item-is-indicator.xlsx",
}

UsePlan = Callable[[str], None]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A store of each plan, built when it is first asked for."""
    folder = tmp_path_factory.mktemp("plans")

    def built(plan: str) -> Path:
        document = PLANS[plan]
        if isinstance(document, str):
            path = folder / f"{plan}.txt"
            path.write_text(document, encoding="utf-8")
            document = path
        place = folder / f"{plan}.duckdb"
        ensure_current(place, Inputs(document, folder / "corrections.csv"))
        return place

    return built


@pytest.fixture
def use_plan(stores: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> UsePlan:
    return lambda plan: monkeypatch.setenv(store.SETTING, str(stores(plan)))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("plan", PLANS)
def test_a_page_opens_for_another_plan(use_plan: UsePlan, plan: str, page: str) -> None:
    use_plan(plan)
    opened = open_app(page)
    assert opened.title or opened.subheader


def test_a_plan_without_codes_is_listed_without_a_tree(use_plan: UsePlan) -> None:
    use_plan("aoba_environment")
    opened = unfolded(open_app("pages/goals.py", {"tree": "true"}))
    assert "そのまま並べています" in words_on(opened)
    assert len(tables_on(opened)[0]) == len({row for row in tables_on(opened)[0].iloc[:, 0] if "番号" in row})
    assert not [box for box in opened.selectbox if box.key == "scope"]


def test_codes_of_two_steps_are_programs_right_under_their_goal(use_plan: UsePlan) -> None:
    use_plan("two_steps")
    opened = unfolded(open_app("pages/goals.py", {"tree": "true"}))
    assert opened.segmented_control(key="level").options == ["目標", "事業", "実施内容"]
    names = list(tables_on(opened)[0].iloc[:, 0])
    # One code that stands for two programs bears both names.
    assert any("外国人観光客の受入れ／観光の振興" in name for name in names)
    narrowed = open_app("pages/goals.py", {"scope": "1-(1) 窓口サービスの向上", "level": "実施内容", "tree": "true"})
    assert "1-(1)" in words_on(narrowed)
    assert len(tables_on(narrowed)[0]) < len(names)


def test_names_that_hold_several_initiatives_are_parts_of_a_plan_without_codes(use_plan: UsePlan) -> None:
    use_plan("names_alone")
    opened = open_app("pages/goals.py", {"tree": "true"})
    assert opened.segmented_control(key="level").options == ["事業", "実施内容"]
    name = "Ⅱ 安心して産み育てるまち"
    narrowed = open_app("pages/goals.py", {"scope": name})
    assert narrowed.selectbox(key="scope").value == name
    assert f"**絞り込み** {name}" in words_on(narrowed)


@pytest.mark.parametrize("page", ["pages/departments.py", "pages/goals.py"])
def test_a_plan_without_an_evaluation_says_so(use_plan: UsePlan, page: str) -> None:
    use_plan("without_evaluation")
    assert "まだ評価がな" in open_app(page).title[0].value


def test_what_a_plan_does_not_tell_apart_is_not_asked(use_plan: UsePlan) -> None:
    use_plan("aoba_environment")
    overview = open_app("pages/overview.py")
    assert not [box for box in overview.radio if box.key == "lead"]
    assert not [heading for heading in overview.header if "目標別" in heading.value]
    initiative = open_app("pages/initiative.py")
    assert not {"担当の別", "目標 › 施策 › 事業"} & set(tables_on(initiative)[0].iloc[:, 0])
    assert list(tables_on(open_app("pages/goals.py", {"tree": "true"}))[0].columns)[:2] == ["実施内容", "R3"]


def test_a_row_without_an_activity_is_called_by_its_program(use_plan: UsePlan) -> None:
    use_plan("one_row")
    assert open_app("pages/initiative.py").title[0].value == "1 植樹"
    assert "1 植樹" in said_on(open_app("pages/overview.py"))
    # Where its program stands beside it too it is said once.
    assert words_on(open_app("pages/unmet.py")).count("植樹") == 1


def test_of_one_year_and_one_section_nothing_is_compared(use_plan: UsePlan) -> None:
    use_plan("one_row")
    overview = words_on(open_app("pages/overview.py"))
    assert "× R5**" in overview
    assert "最長" not in open_app("pages/unmet.py").title[0].value
    sections = open_app("pages/departments.py")
    assert sections.title[0].value.endswith("：公園課")
    assert "この計画の担当課は公園課だけです" in words_on(sections)
    assert "推移" not in said_on(sections)
    assert "100%" not in words_on(sections) + said_on(sections)


@pytest.mark.parametrize("page", ["pages/insights.py", "pages/review.py", "pages/goals.py", "pages/data.py"])
def test_where_there_is_nothing_to_count_no_chart_is_drawn(use_plan: UsePlan, page: str) -> None:
    use_plan("one_row")
    opened = open_app(page)
    assert not opened.get("plotly_chart")
    assert "<text" not in pictures_on(opened)


def test_nothing_is_offered_to_narrow_what_is_not_there(use_plan: UsePlan) -> None:
    use_plan("one_row")
    assert not open_app("pages/insights.py").get("button_group")
    assert not [one for one in open_app("pages/indicators.py").toggle if one.key == "without_outside"]
    assert "よく出てくることばから探す" not in [one.value for one in open_app("pages/search.py").header]


def test_a_plan_that_names_no_section_is_not_told_by_sections(use_plan: UsePlan) -> None:
    use_plan("without_sections")
    for page in PAGES:
        opened = open_app(page)
        assert not [box for box in opened.multiselect if box.key == "department"]
        if page not in ("pages/data.py", "pages/takeaway.py", "pages/review.py"):
            assert "不明" not in words_on(opened) + said_on(opened), page
    assert "担当課の書かれていない" in open_app("pages/departments.py").title[0].value


@pytest.mark.parametrize("plan", ["one_row", "without_sections", "minase_library"])
def test_the_guide_asks_a_plan_only_what_it_tells(use_plan: UsePlan, plan: str) -> None:
    use_plan(plan)
    asked = " ".join(one.value for one in open_app("pages/guide.py").subheader)
    assert not {"防災メール", "ICT研修", "新型コロナ", "前年度より悪くなった"} & {
        word for word in ("防災メール", "ICT研修", "新型コロナ", "前年度より悪くなった") if word in asked
    }
    assert ("ほかの課と比べて" in asked) == (plan != "without_sections")


def test_a_year_that_judged_nothing_is_no_better_and_no_worse(use_plan: UsePlan) -> None:
    use_plan("nothing_judged")
    overview = said_on(open_app("pages/overview.py"))
    assert "判定できる事業はありません" in overview
    assert not re.search("▲|▼", overview)
    assert "0件中0件" not in overview
    for page in ("pages/departments.py", "pages/goals.py"):
        assert "判定できる事業はありません" in words_on(open_app(page))
    assert "絞り込み" not in words_on(open_app("pages/unmet.py"))


def test_a_target_whose_result_is_only_expected_is_told_as_such_and_not_as_one_without_a_number(use_plan: UsePlan) -> None:
    use_plan("nothing_judged")
    overview = open_app("pages/overview.py")
    assert overview.title[0].value == "R5 目標2件：見込2"
    assert "判定できる数値目標はありません" in said_on(overview)
    drawn = said_on(open_app("pages/indicators.py"))
    assert "見込（未確定） 2件" in drawn
    assert "数値の記載なし" not in drawn
