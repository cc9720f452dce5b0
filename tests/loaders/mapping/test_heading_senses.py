"""What a heading's words say."""

import pytest

from loaders.mapping.cells.sections import EXAMPLES, read_sections
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.cues import CUES, Cue
from loaders.mapping.words.heading_senses import is_year_heading, senses
from loaders.mapping.words.heading_units import unit_in
from loaders.mapping.words.heading_years import year_in
from loaders.mapping.words.legend import read_legend
from loaders.mapping.words.table_year import year_of_table


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: f"{cue.use.value} {cue.example}")
def test_every_cue_is_said_by_its_example(cue: Cue) -> None:
    assert senses(cue.example).get(cue.use, 0.0) >= 0.3


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("R5目標", 2023),
        ("2022年度(R4)", 2022),
        ("令和6年3月末現在", 2023),
        ("令和4～8年度", None),
        ("目標値（R7年度末）", 2025),
    ],
)
def test_heading_names_the_year_that_its_day_falls_in(text: str, year: int | None) -> None:
    assert year_in(text) == year


def test_year_of_a_plan_s_making_heads_no_column() -> None:
    assert not is_year_heading("第7期（平成30年3月策定）")


@pytest.mark.parametrize(
    ("text", "unit"), [("受診率（％）", "%"), ("改修率（累計施設数/施設数）", ""), ("死亡率（人口10万対）", "人口10万対")]
)
def test_unit_is_told_from_what_else_stands_in_brackets(text: str, unit: str) -> None:
    assert unit_in(text) == unit


@pytest.mark.parametrize(("cells", "sections"), EXAMPLES.items())
def test_sections_of_a_cell(cells: tuple[str, ...], sections: tuple[str, ...]) -> None:
    assert read_sections(cells) == sections


def test_legend_says_what_letters_mean_and_a_lone_one_is_none() -> None:
    assert read_legend(["◎：目標以上　△：目標未満"]) == {"◎": "目標以上", "△": "目標未満"}
    assert read_legend(["A：達成"]) == {}


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["計画（令和4年度〜令和8年度） 進捗（令和5年度）"], 2023),
        (["令和6年5月31日現在", "令和5年度 実績"], 2023),
        (["みどり計画"], None),
    ],
)
def test_title_tells_the_year_that_is_reported(lines: list[str], year: int | None) -> None:
    assert year_of_table(lines, "Sheet1", "表.xlsx")[0] == year


def test_heading_is_known_by_its_end_though_other_words_of_the_cue_end_within_it() -> None:
    assert senses("次年度計画値")[Use.TARGET] >= 0.85
    assert senses("事業計画量")[Use.TARGET] >= 0.85
