"""The table of indicators begins with the year in question; that of one indicator leaves no evaluated year out."""

from dashboard.drawing import indicator_tables
from dashboard.facts.series import Words
from tests.dashboard.facts.test_series import MAIL, YEARS, indicator, point


def test_target_result_gap_judgement_and_reason_of_the_year_stand_before_the_other_years() -> None:
    miss = indicator(point(2019, 15000, 15000), point(2020, 15000, 13194, reason="covid", progress=0.64))
    table = indicator_tables.of_all([miss, MAIL], YEARS, 2020)
    heads = ["番号", "指標", "単位", "R2目標", "R2実績", "目標との差", "判定", "達成率", "現状からの進み", "理由"]
    assert list(table.columns[: len(heads)]) == heads
    expected = [-1806, "◐ B 概ね達成", 0.88, 0.64, "新型コロナ（外的要因）"]
    assert table.loc[0, ["目標との差", "判定", "達成率", "現状からの進み", "理由"]].tolist() == expected
    assert table.loc[1, "理由"] == ""
    assert table.columns.is_unique


def test_what_is_left_out_of_the_count_is_marked_in_its_row() -> None:
    miss = indicator(point(2020, 2, 0, reason="covid"))
    assert indicator_tables.of_all([miss], YEARS, 2020, without_outside=True).loc[0, "理由"].startswith("集計から除外")
    assert "集計から除外" not in indicator_tables.of_all([miss], YEARS, 2020).loc[0, "理由"]


def test_a_target_without_a_result_has_the_reason_of_its_unmet_initiative() -> None:
    hidden = indicator(point(2020, 11, None, status="unmet", reason="covid"))
    unsaid = indicator(point(2020, 11, None, status="unmet"))
    others = [indicator(point(2020, 11, None, status="implemented")), indicator(point(2020, None, 3, status="unmet"))]
    table = indicator_tables.of_all([hidden, unsaid, *others], YEARS, 2020)
    assert table["理由"].tolist() == ["新型コロナ（外的要因）", "理由の記載なし", "", ""]


def test_numbers_of_a_scrolling_table_stand_with_thousands_apart_and_reasons_are_not_cut() -> None:
    table = indicator_tables.of_all([MAIL], YEARS, 2020)
    shown = indicator_tables.columns(table)
    formats = {name: column["type_config"].get("format") for name, column in shown.items()}
    assert {formats[name] for name in ("R2目標", "R2実績", "目標との差", "最終目標")} == {"localized"}
    assert {formats[name] for name in ("達成率", "現状からの進み")} == {"percent"}
    assert shown["理由"]["width"] > 150
    assert "番号" not in shown


def test_what_is_compared_stands_in_one_table_as_numbers_and_as_words() -> None:
    other = indicator(point(2020, 2, 1), number=2, name="講習会 回数", unit="回")
    numbers = indicator_tables.of_several([MAIL, other], YEARS)
    assert len(numbers) == len(MAIL.points) + 1
    assert numbers.loc[0, ["指標", "年度", "目標", "実績"]].tolist() == ["防災メール登録者数", "H29", 10000, 9813]
    said = indicator_tables.said(numbers)
    assert list(said.columns) == ["指標", "年度", "目標", "実績", "達成率", "現状からの進み", "判定"]
    assert said.iloc[0].tolist() == ["防災メール登録者数", "H29", "10,000人", "9,813人", "98%", "－", "◐ B 概ね達成"]
    assert said.iloc[-1].tolist() == ["講習会 回数", "R2", "2回", "1回", "50%", "－", "▲ C 一部達成"]


def test_a_year_without_a_figure_has_its_row_and_its_words() -> None:
    one = indicator(point(2019, None, 175, result_words=Words("175人", "result", "R1")), point(2021, 100, None))
    table = indicator_tables.of_one(one, YEARS, {2019: "175人参加した。", 2020: "リモート研修を\n実施した。"})
    assert table["年度"].tolist() == ["R1", "R2", "R3"]
    assert table["実績の出典"].tolist() == [
        "R1 評価「175人」",
        "実績の数値なし：R2 評価「リモート研修を 実施した。」",
        "－",
    ]
