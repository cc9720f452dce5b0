"""Small tables with their right values, each of one difficulty: inputs/right.json says what is right."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from loaders.pipeline import read_plan
from loaders.records.reading import read_document
from loaders.table.sidecar import Source

INPUTS = Path(__file__).parents[1] / "inputs"
ENTRIES = json.loads((INPUTS / "right.json").read_text(encoding="utf-8"))
CASES = [pytest.param(entry, name, id=name) for entry in ENTRIES for name in entry["files"]]


@cache
def read(name: str) -> Any:
    path = INPUTS / name
    return read_plan(read_document(path.read_bytes(), name), Source(name, "0" * 64))


def series_of(name: str, item: str) -> list[Any]:
    found = [(r.initiative, i) for r in read(name).readings for i in r.indicators]
    named = [i for _, i in found if item in i.name]
    return named or [i for row, i in found if item in f"{row.activity} {row.program_name}"]


@pytest.mark.parametrize(("entry", "name"), CASES)
def test_every_value_stands_in_its_year_and_role(entry: dict[str, Any], name: str) -> None:
    for item, year, target, result in entry.get("right", []):
        values = [(y.target, y.result) for i in series_of(name, item) for y in i.years if y.year == year] or [(None, None)]
        assert (target, result) in values, (item, year)
    for item, value in entry.get("base", {}).items():
        assert value in {i.baseline for i in series_of(name, item)}, item
    for item, value in entry.get("final", {}).items():
        assert value in {i.final_goal for i in series_of(name, item)}, item


@pytest.mark.parametrize(("entry", "name"), [case for case in CASES if "met" in case.values[0]])  # type: ignore[operator]
def test_target_is_judged_by_the_thing_itself(entry: dict[str, Any], name: str) -> None:
    for item, year, met in entry["met"]:
        assert {y.is_met for i in series_of(name, item) for y in i.years if y.year == year} <= {met}, item


def test_forecast_is_shown_as_one_and_judges_nothing() -> None:
    years = [y for i in series_of("forecast-is-no-target.xlsx", "本数") for y in i.years if y.year == 2023]
    assert [(y.target, y.result, y.is_forecast, y.is_met) for y in years] == [(60, 66, True, None)]


def test_body_s_own_grade_is_kept_beside_ours() -> None:
    grades = [g.words for r in read("grade-beside-number.xlsx").readings for g in r.initiative.grades]
    assert grades == ["A", "D"]


def test_number_is_kept_as_printed_and_unique() -> None:
    rows = [r.initiative for r in read("number-with-mark.xlsx").readings]
    assert [(row.number, row.number_printed) for row in rows] == [(1, "0001"), (2, "新-0002"), (3, "拡7")]


def test_indicators_of_one_number_are_one_initiative() -> None:
    found = {r.initiative.number: [i.name for i in r.indicators] for r in read("number-twice.xlsx").readings}
    assert found == {1: ["本数"], 2: ["回数", "参加者数"], 3: ["基数"]}


def csv(*lines: str) -> Any:
    return read_plan(read_document("\n".join(lines).encode(), "表.csv"), Source("表.csv", "0" * 64))


def test_year_beside_a_value_is_that_value_s_year_and_no_other_s() -> None:
    plan = csv(
        "指標,基準年度,基準値,目標年度,目標値,R4実績,R5実績",
        "参加者数,2019,1200,2026,1500,1250,1301",
        "満足度,2020,55,2026,65,56,57",
    )
    indicator = plan.readings[0].indicators[0]
    assert (indicator.baseline, indicator.final_goal) == (1200, 1500)
    assert [(y.year, y.target, y.result) for y in indicator.years] == [(2022, None, 1250), (2023, None, 1301)]


def test_next_year_counts_from_the_year_of_the_title() -> None:
    plan = csv("令和5年度 KPI一覧", "指標,前年度実績,目標,実績,次年度目標", "本数,118,125,130,140", "回数,33,30,29,31")
    years = plan.readings[0].indicators[0].years
    assert [(y.year, y.target, y.result) for y in years] == [(2022, None, 118), (2023, 125, 130), (2024, 140, None)]
