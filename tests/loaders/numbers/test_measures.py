"""A row's own indicator gives its bare numbers their name and unit, each mark (①, ②) its own."""

from dataclasses import replace

import pytest

from loaders.initiative import read_initiative
from loaders.numbers.measures import unit_in_name
from tests.series import cells_of, row


def series(measure: str, unit: str, plan: str, result: str) -> list[tuple[str | None, float | None, float | None]]:
    """Unit, target and result of each series of a measured row's only year."""
    initiative = replace(row(r1_plan=plan, r1_result=result), measure=measure, unit=unit)
    reading = read_initiative(initiative, cells_of(initiative), [2019])
    return [(i.unit, year.target, year.result) for i in reading.indicators for year in i.years if year.year == 2019]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("有収率（％）", "%"),
        ("給水原価（円/㎥）", "円/m3"),
        ("企業債残高　水道（億円）", "億円"),
        ("修繕に要する時間（単位：分）", "分"),
        ("来訪者（千人）", "千人"),
        ("下水道の接続（公共）", ""),
        ("講座（仮称）の開催", ""),
        ("鉛管（％）の解消", ""),
    ],
)
def test_unit_stands_in_the_brackets_that_end_a_name(name: str, unit: str) -> None:
    assert unit_in_name(name).replace("㎥", "m3") == unit


@pytest.mark.parametrize(
    ("measure", "unit", "plan", "result", "wanted"),
    [
        ("①稼働率 ②平均待ち時間", "％、分", "①85％ ②15分", "①81.0％ ②14分", [("%", 85, 81), ("分", 15, 14)]),
        ("①開催回数（回） ②参加者数（人）", "", "①12 ②340", "①11 ②352", [("回", 12, 11), ("人", 340, 352)]),
        ("①相談②訪問", "件", "①300②50", "①312②41", [("件", 300, 312), ("件", 50, 41)]),
    ],
)
def test_each_mark_is_a_series_of_its_own(measure: str, unit: str, plan: str, result: str, wanted: object) -> None:
    assert series(measure, unit, plan, result) == wanted


def test_which_way_a_measure_improves_is_told_by_its_own_name() -> None:
    initiative = replace(row(r1_plan="①85 ②15", r1_result="①86 ②14"), measure="①稼働率（％） ②平均待ち時間（分）")
    reading = read_initiative(initiative, cells_of(initiative), [2019])
    assert [year.is_met for i in reading.indicators for year in i.years] == [True, True]


def test_length_of_time_in_the_unit_of_the_row_is_its_value() -> None:
    assert ("分", 42, 41.3) in series("到着までの時間", "分", "42分まで縮める（委託班の試行）", "通報341件で平均41.3分")


@pytest.mark.parametrize(
    ("plan", "result", "wanted"),
    [
        ("△100", "△118　転出が多く、悪化した。", [("人", -100, -118)]),
        ("△ 100", "△ 118　転出が多く、悪化した。", [("人", -100, -118)]),
        ("2万", "18,963　町民ライターの記事を24本公開した。", [("人", 20_000, 18_963)]),
        ("280", "開始は2月末。96。輸入が遅れたため。", [("人", 280, 96)]),
        ("× 90", "○ 94.5 7月に全数を更新", [("人", 90, 94.5)]),
    ],
    ids=["below zero", "below zero behind a blank", "scaled", "a sentence of its own", "behind a mark"],
)
def test_first_figure_of_a_cell_is_the_rows_own(plan: str, result: str, wanted: list[tuple[str, float, float]]) -> None:
    assert wanted[0] in series("利用者", "人", plan, result)


@pytest.mark.parametrize(
    ("words", "baseline", "goal"),
    [
        ("H30末14,820　R10末11,500以下", 14_820, 11_500),
        ("基準値(H28) 42　目標値(R3) 120", 42, 120),
        ("Ｈ28：12,400　Ｒ3：50,000", 12_400, 50_000),
        ("76.2→80以上", 76.2, 80),
        ("【基準値】H28 △112　【目標値】R3 △50", -112, -50),
    ],
)
def test_state_and_aim_without_units_are_in_the_rows(words: str, baseline: float, goal: float) -> None:
    initiative = replace(row(base=words, r1_plan=f"{goal}", r1_result=f"{baseline}"), measure="相談", unit="件")
    [indicator] = read_initiative(initiative, cells_of(initiative), [2019]).indicators
    assert (indicator.baseline, indicator.final_goal, indicator.unit) == (baseline, goal, "件")


@pytest.mark.parametrize(
    ("others", "expected"), [(("○ 78.0", "× 74.5"), [78.0, 74.5, 76.9]), (("78.0", "▲74.5"), [78.0, -74.5, -76.9])]
)
def test_a_triangle_is_a_grade_where_other_years_bear_one(others: tuple[str, str], expected: list[float]) -> None:
    initiative = replace(row(h29_result=others[0], h30_result=others[1], r1_result="△ 76.9"), measure="有収率", unit="%")
    assert [quantity.value for quantity in read_initiative(initiative, cells_of(initiative), ()).quantities] == expected
