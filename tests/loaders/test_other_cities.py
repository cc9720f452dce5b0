"""Other cities word, order and count their progress tables otherwise; what a careful reader concludes of them is held here.

The tables in samples/ are invented, their cities too: a 行政改革実施計画, a 環境基本計画, a 地域福祉計画, a 事業評価 of
one year and a 事務事業進捗管理 with grades.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from loaders.model import Direction, Indicator, Reading, Reason, Status
from loaders.pipeline import PlanReading, read_plan
from loaders.series.label_similarity import unit_class
from loaders.table.document import parse_document
from loaders.table.sidecar import Source

SAMPLES = Path(__file__).parent / "samples"
STATUS = {
    "M": Status.MET,
    "U": Status.UNMET,
    "I": Status.IMPLEMENTED,
    "S": Status.UNDER_STUDY,
    "C": Status.CLOSED,
    "N": Status.NOT_REPORTED,
}
Values = list[tuple[float | None, float | None]]


@dataclass(frozen=True)
class Expected:
    """What a row says: a letter of STATUS a year ('I|S' where either may be defended), (target, result) a year by unit."""

    statuses: str
    series: Mapping[str, Values] = field(default_factory=dict)
    carried: tuple[int, ...] = ()
    reasons: Mapping[int, Reason] = field(default_factory=dict)
    baseline: float | None = None
    final_goal: float | None = None
    is_down: bool = False


COVID, DISASTER, COST = Reason.COVID, Reason.DISASTER, Reason.COST
KITAHAMA = {
    1: Expected("M M U", {"%": [(98.4, 98.5), (98.6, 98.9), (98.8, 98.7)]}, baseline=98.2, final_goal=99.0),
    2: Expected("M U M", {"分": [(16, 15), (14, 15), (12, 11)]}, baseline=18, final_goal=10, is_down=True),
    3: Expected(
        "M U M",
        {"千円": [(118_000, 117_250), (108_000, 112_300), (99_000, 98_100)]},
        baseline=125_400,
        final_goal=90_000,
        is_down=True,
    ),
    4: Expected(
        "U M U",
        {"千円": [(1500, 1320), (1500, 1610), (1800, 905)]},
        reasons={2020: COVID},
        baseline=1200,
        final_goal=2000,
    ),
    5: Expected("I|S U M|I", carried=(2019,)),
    6: Expected("M U M", {"手続き": [(20, 20), (30, 28), (40, 45)]}, baseline=12, final_goal=40),
    7: Expected("M U U", {"件": [(30, 34), (35, 29), (40, None)]}, final_goal=50),
}
AOBA = {
    1: Expected("U U M", {"g": [(670, 675), (660, 668), (650, 645)]}, baseline=682, final_goal=620, is_down=True),
    2: Expected("M U M", {"%": [(23, 23.4), (24, 23.1), (25, 25.6)]}, baseline=22.1, final_goal=28),
    3: Expected("U U U", {"千人": [(215, 212), (215, 131), (180, 166)]}, baseline=210, final_goal=220),
    4: Expected("M M N", {"件": [(50, 62), (50, 50), (50, None)]}, baseline=45, final_goal=50),
    5: Expected("M U U", {"人": [(350, 361), (350, 0), (350, 128)]}, reasons={2020: COVID}, baseline=320, final_goal=400),
    6: Expected(
        "U M U",
        {"t-CO2": [(12_200, 12_310), (11_900, 11_600), (11_600, 11_650)]},
        baseline=12_500,
        final_goal=10_800,
        is_down=True,
    ),
    7: Expected("M M U", {"m2/人": [(8.2, 8.2), (8.3, 8.3), (8.4, 8.3)]}, baseline=8.1, final_goal=9.0),
}
SHIRASAGI = {
    1: Expected("M U M", {"事業所": [(30, 32), (35, 33), (38, 38), (40, None)]}, carried=(2016,)),
    2: Expected(
        "M U M",
        {"回": [(12, 12), (12, 10), (12, 12), (12, None)], "人": [(600, 641), (600, 582), (600, 605), (600, None)]},
        carried=(2016,),
    ),
    3: Expected("I I I"),
    4: Expected("U U I|M", carried=(2015, 2016)),
    5: Expected("I C C", reasons={2016: Reason.NO_DEMAND}),
    6: Expected("I|S M U", {"人": [(1000, 1120), (1100, 1075), (1100, None)]}, carried=(2017,)),
}
MINASE = {
    1: Expected("U", {"冊": [(250_000, 241_300)]}),
    2: Expected("M", {"校": [(20, 20)]}),
    3: Expected("S"),
    4: Expected("M", {"点": [(500, 523)]}),
    5: Expected("U", {"部": [(700, None)]}, carried=(2022,)),
    6: Expected("U", {"箇所": [(45, 45)], "人": [(3000, 2480)]}),
    7: Expected("C"),
    8: Expected("I|U"),
    9: Expected("I"),
}
TAKAMINE = {
    1: Expected("M U M", {"件": [(100, 112), (120, 98), (120, 125)]}, carried=(2020,)),
    2: Expected("M U M", {"km": [(2.5, 2.6), (2.5, 1.9), (2.5, 2.5)]}, carried=(2020,)),
    3: Expected("M U M", {"橋": [(15, 15), (15, 12), (18, 18)]}, carried=(2020,), reasons={2020: DISASTER}),
    4: Expected("M M U", {"ha": [(35, 38), (40, 40), (45, 44.2)]}),
    5: Expected("U U M", {"人": [(1_200_000, 1_180_000), (1_200_000, 640_000), (800_000, 880_000)]}, carried=(2019, 2020)),
    6: Expected("M U U", {"本": [(200, 200), (200, None), (200, 150)]}, carried=(2020,), reasons={2021: COST}),
    7: Expected("I U M", {"件": [(10, 6), (10, 13)]}, carried=(2020,)),
    8: Expected("M M U", {"億円": [(3, 3.2), (3.5, 4.1), (4, 3.9)]}),
    9: Expected("I U I"),
}
TABLES = {
    "kitahama_reform": KITAHAMA,
    "aoba_environment": AOBA,
    "shirasagi_welfare": SHIRASAGI,
    "minase_library": MINASE,
    "takamine_policy": TAKAMINE,
}
ROWS = [pytest.param(name, number, id=f"{name}-{number}") for name, rows in TABLES.items() for number in rows]


@cache
def plan(name: str) -> PlanReading:
    path = SAMPLES / f"{name}.txt"
    return read_plan(parse_document(path.read_bytes().decode(), path.name), Source(path.name, "0" * 64))


def read(name: str, number: int) -> tuple[Reading, Expected]:
    return next(r for r in plan(name).readings if r.initiative.number == number), TABLES[name][number]


def charted(reading: Reading, unit: str) -> list[Indicator]:
    return [
        i for i in reading.indicators if unit_class(i.unit) == unit_class(unit) and any(y.target is not None for y in i.years)
    ]


@pytest.mark.parametrize(("name", "number"), ROWS)
def test_every_year_has_the_status_of_a_careful_reader(name: str, number: int) -> None:
    reading, expected = read(name, number)
    accepted = [{STATUS[letter] for letter in letters.split("|")} for letters in expected.statuses.split()]
    found = [outcome.status for outcome in reading.outcomes]
    assert all(status in defended for status, defended in zip(found, accepted, strict=True)), found


@pytest.mark.parametrize(("name", "number"), ROWS)
def test_targets_and_results_are_one_series(name: str, number: int) -> None:
    reading, expected = read(name, number)
    for unit, values in expected.series.items():
        found = charted(reading, unit)
        assert len(found) == 1, reading.indicators
        assert [(year.target, year.result) for year in found[0].years] == values


@pytest.mark.parametrize(("name", "number"), ROWS)
def test_baseline_goal_and_direction_stand_with_the_series(name: str, number: int) -> None:
    reading, expected = read(name, number)
    for unit in expected.series:
        [indicator] = charted(reading, unit)
        assert (indicator.baseline, indicator.final_goal) == (expected.baseline, expected.final_goal)
        assert (indicator.direction is Direction.DOWN) is expected.is_down


@pytest.mark.parametrize(("name", "number"), ROWS)
def test_work_left_undone_is_carried_over_and_says_why(name: str, number: int) -> None:
    reading, expected = read(name, number)
    carried = {outcome.year for outcome in reading.outcomes if outcome.is_carried_over}
    assert set(expected.carried) <= carried
    assert carried <= {outcome.year for outcome in reading.outcomes if outcome.status is Status.UNMET}
    told = {outcome.year: outcome.reason for outcome in reading.outcomes}
    assert {year: told[year] for year in expected.reasons} == expected.reasons


def small(*rows: str) -> PlanReading:
    text = "\r\n".join(rows).replace(" ", "\t") + "\r\n"
    return read_plan(parse_document(text, "表.txt"), Source("表.txt", "0" * 64))


def test_rows_that_bear_codes_are_numbered_in_order_and_keep_their_codes() -> None:
    plan = small("No. 事業名 担当課 R2計画 R2実績", "1-1 訓練 防災課 2回 2回", "1-2 啓発 防災課 啓発する。 啓発した。")
    rows = [r.initiative for r in plan.readings]
    assert [(row.number, row.program_code, row.program_name) for row in rows] == [(1, "1-1", "訓練"), (2, "1-2", "啓発")]


def test_indicator_without_an_activity_is_named_by_the_program() -> None:
    [reading] = small("No. 事業名 担当課 R2目標 R2実績", "1 健診の受診率 健康課 40% 38.6%").readings
    assert [indicator.name for indicator in reading.indicators] == ["健診の受診率"]


def test_words_of_a_lost_cell_stand_at_their_years_again() -> None:
    reading, _ = read("shirasagi_welfare", 6)
    assert [cell.place.year for cell in reading.cells if cell.is_moved] == [2015, 2016, 2016, 2017, 2017, 2018]
