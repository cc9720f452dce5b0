"""The table of indicators begins with the year in question; that of one indicator leaves no evaluated year out."""

from dashboard import indicator_tables
from dashboard.series import Words
from tests.dashboard.test_series import MAIL, YEARS, indicator, point


def test_target_result_gap_judgement_and_reason_of_the_year_stand_before_the_other_years() -> None:
    miss = indicator(point(2019, 15000, 15000), point(2020, 15000, 13194, reason="covid"))
    table = indicator_tables.of_all([miss, MAIL], YEARS, 2020)
    heads = ["番号", "指標", "単位", "R2目標", "R2実績", "目標との差", "判定", "達成率", "理由"]
    assert list(table.columns[: len(heads)]) == heads
    assert table.loc[0, ["目標との差", "達成率", "理由"]].tolist() == [-1806, 0.88, "新型コロナ"]
    assert table.loc[1, "理由"] == ""
    assert table.columns.is_unique


def test_what_is_left_out_of_the_count_is_marked_in_its_row() -> None:
    miss = indicator(point(2020, 2, 0, reason="covid"))
    assert indicator_tables.of_all([miss], YEARS, 2020, without_outside=True).loc[0, "判定"].startswith("集計から除外")
    assert "集計から除外" not in indicator_tables.of_all([miss], YEARS, 2020).loc[0, "判定"]


def test_a_year_without_a_figure_has_its_row_and_its_words() -> None:
    one = indicator(point(2019, None, 175, result_words=Words("175人", "result", "R1")), point(2021, 100, None))
    table = indicator_tables.of_one(one, YEARS, {2019: "175人参加した。", 2020: "リモート研修を\n実施した。"})
    assert table["年度"].tolist() == ["R1", "R2", "R3"]
    assert table["実績の出典"].tolist() == [
        "R1 評価「175人」",
        "実績の数値なし：R2 評価「リモート研修を 実施した。」",
        "－",
    ]
