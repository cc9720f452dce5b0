"""What a row measures is told by its own words where no column says it."""

import pytest

from loaders.numbers.prose_measures import ProseMeasure, prose_measure

YEARS = ["60", "71 出展は3回"]


@pytest.mark.parametrize(
    ("aims", "about", "name", "unit"),
    [
        ("KPI：移住相談件数(件)　基準値(H28) 42　目標値(R3) 120", "窓口で相談に応じる。", "移住相談件数", "件"),
        ("【KPI】社会増減（人）　【基準値】H28 △112　【目標値】R3 △50", "", "社会増減", "人"),
        ("定住世帯数（世帯）　現状 8　目標 15", "", "定住世帯数", "世帯"),
        ("18.6（H30まで）→ 累計120", "調査延長 単位km。（ ）は累計", "", "km"),
        ("89.4 → 93.0", "水洗化率（％）＝水洗便所設置済人口÷処理区域内人口", "水洗化率", "%"),
        ("0（未設置）→1,150", "年間発電量 MWh", "", "MWh"),
        ("41.0％（R10 60.0％）", "重要な管路を優先", "", "%"),
        ("①視察受入数（社）　2→12　②進出企業数（社・累計）　0→4", "", "①視察受入数(社) ②進出企業数(社・累計)", ""),
    ],
)
def test_words_of_a_row_say_what_its_bare_numbers_count(aims: str, about: str, name: str, unit: str) -> None:
    assert prose_measure(aims, [about], YEARS) == ProseMeasure(name, unit)


def test_of_several_units_none_is_taken() -> None:
    assert prose_measure("施設（箇所）と参加（人） 3 → 40", [], YEARS).unit == ""
    assert prose_measure("85件、3か所", [], YEARS).unit == ""


def test_nothing_is_looked_for_where_all_numbers_bear_their_units() -> None:
    assert prose_measure("移住相談件数（件） 42 → 120", [], ["60件", "71件に応じた。"]) == ProseMeasure()
