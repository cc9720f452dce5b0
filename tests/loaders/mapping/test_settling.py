"""What stands beside values of years says what a column is where its heading does not."""

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.cells.evidence import look_at
from loaders.mapping.cells.values import read_values
from loaders.mapping.columns.one_column import classify
from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose


def _uses(*rows: tuple[str, ...], spans: tuple[MergedCells, ...] = ()) -> list[Use]:
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, spans=spans),))).tables
    return [column.use for column in table.columns]


def test_verdicts_behind_values_are_no_section_of_items() -> None:
    heading = ("区分", "指標", "R5目標", "R5実績", "区分")
    uses = _uses(heading, ("環境", "緑被率", "30", "31", "Ａ"), ("福祉", "相談件数", "80", "62", "Ｃ"))
    assert (uses[0], uses[-1]) == (Use.GROUP, Use.GRADE)


def test_signs_of_which_way_is_better_are_no_sections_of_items() -> None:
    heading = ("分野", "指標", "R5目標", "R5実績", "方向性")
    uses = _uses(heading, ("環境", "緑被率", "30", "31", "↑"), ("福祉", "事故の件数", "80", "62", "↓"))
    assert (uses[0], uses[-1]) == (Use.GROUP, Use.UNREAD)


def test_unit_is_read_beside_a_remark_merged_under_it() -> None:
    heading = ("指標", "単位", "R3目標", "R3実績", "R4目標", "R4実績")
    remark = ("振り返り", "3路線で業者が決まらず、翌年度に改めて募ることとした。", "", "", "", "")
    uses = _uses(heading, ("除雪車の路線", "路線", "40", "41", "44", "43"), remark, spans=(MergedCells(2, 1, 2, 5),))
    assert uses[1] is Use.UNIT


def test_words_that_likeness_takes_for_parts_name_the_items_where_nothing_else_does() -> None:
    uses = _uses(
        ("地区", "R3目標", "R3実績"), ("北地区の組織", "8", "7"), ("南地区の組織", "6", "6"), ("東地区の組織", "9", "8")
    )
    assert uses[0] is Use.NAME


def test_known_words_tell_the_rows_kinds_before_names_of_blocks_that_are_like_some() -> None:
    years = ("", "", "R4", "R5")
    block = (
        ("工程", "予定", "検討", "実施"),
        ("", "状況", "検討", "遅れ"),
        ("指標の値", "目標", "5", "6"),
        ("", "実績", "4", "7"),
    )
    uses = _uses(years, *(row for _ in range(2) for row in block))
    assert (uses[0] is Use.KIND, uses[1]) == (False, Use.KIND)


def test_sum_behind_years_that_no_word_makes_a_value_is_not_read() -> None:
    rows = (("植樹", "目標", "10", "20", "30"), ("", "実績", "9", "22", "31"))
    assert _uses(("指標", "区分", "R4", "R5", "累計"), *rows)[-1] is Use.UNREAD


def test_sum_of_a_span_of_years_is_headed_by_no_value_and_is_not_read() -> None:
    years = ("指標", "R4", "", "R5", "", "２年間の合計")
    kinds = ("", "目標", "実績", "目標", "実績", "")
    assert read_values("２年間の合計") == ()
    assert [v.value for v in read_values("２年間")] == [2]
    assert _uses(years, kinds, ("植樹", "10", "9", "20", "22", "31"), ("挿し木", "5", "6", "7", "8", "14"))[-1] is Use.UNREAD


def test_sentences_under_words_like_a_results_are_remarks_where_results_of_years_are_values() -> None:
    heading = ("指標", "R5目標", "R5実績", "やってみて")
    told = ("苗木が思ったより早く育ち、植え替えを減らした。", "窓口を移したため、来る人が少なかった。")
    assert _uses(heading, ("緑被率", "30", "31", told[0]), ("相談件数", "80", "62", told[1]))[-1] is Use.COMMENT


def test_words_like_a_results_are_remarks_where_rows_of_years_have_results() -> None:
    rows = (("令和4年度", "10", "9", ""), ("令和5年度", "12", "13", "引き続き植える。"))
    assert _uses(("年度", "目標値", "実績値", "やってみて"), *rows)[-1] is Use.COMMENT


def test_unknown_words_between_a_section_and_values_name_the_items() -> None:
    rows = [("みどり", "植樹の本数", "30", "31"), ("みどり", "花壇の面積", "80", "62"), ("水", "水路の延長", "8", "6")]
    assert _uses(("基本施策", "取り組むもの", "R4目標", "R4実績"), *rows)[:2] == [Use.GROUP, Use.NAME]


def test_unknown_words_under_an_indicators_name_are_asked_without_it() -> None:
    looks = look_at(["31", "62", "6"])
    alone, under = (classify(Seen(0, path, looks)) for path in (("実際",), ("点検箇所数", "実際")))
    assert (under.use, under.confidence) == (Use.RESULT, alone.confidence)


def test_words_with_numbers_of_other_things_beside_a_year_s_result_are_a_remark_on_it() -> None:
    heading = ("指標", "R5目標", "R5結果", "R5の様子")
    told = _uses(heading, ("成約", "22", "27", "県外から11件"), ("売上", "320", "305", "ふるさと便が62百万円"))
    assert told[2:] == [Use.RESULT, Use.COMMENT]


def test_of_two_columns_of_kinds_the_one_with_more_of_them_tells_the_rows() -> None:
    uses = _uses(
        ("年度", "", "R4", "R5"),
        ("工程", "", "検討", "実施"),
        ("委託した課", "予定", "1", "2"),
        ("", "実際", "1", "2"),
        ("令和５年度の状況", "2課で委託した。", "", ""),
        ("委託の効果", "予定", "80", "90"),
        ("", "実際", "76", "99"),
    )
    assert uses[:2] == [Use.NAME, Use.KIND]


def test_sections_name_the_items_where_no_other_words_stand_before_the_values() -> None:
    values = (("総務課", "120", "118"), ("税務課", "80", "88"))
    assert _uses(("課", "R4目標", "R4実績"), *values)[0] is Use.NAME
    assert _uses(("課", "R4目標", "R4実績", "指標"), *((*row, "件数") for row in values))[0] is Use.DEPARTMENT
    wordy = [(row[0], told, *row[1:]) for row, told in zip(values, ("木を植える", "道を清める"), strict=True)]
    assert _uses(("課", "めあて", "R4目標", "R4実績"), *wordy)[:2] == [Use.DEPARTMENT, Use.NAME]


def test_of_sections_under_one_heading_the_rightmost_names_the_items() -> None:
    rows = (("企業局", "浄水場", "9", "8"), ("", "下水処理場", "6", "7"), ("病院局", "北病院", "5", "5"))
    assert _uses(("部局", "", "R4目標", "R4実績"), *rows, spans=(MergedCells(0, 0, 0, 1),))[:2] == [Use.GROUP, Use.NAME]


def test_words_between_a_project_and_values_that_likeness_makes_a_goal_are_what_is_measured() -> None:
    rows = (
        ("配食", "配食の提供", "40食", "38食"),
        ("集い", "茶会の開催", "12回", "11回"),
        ("集い", "研修の参加", "9人", "7人"),
    )
    assert _uses(("事業名", "活動のめやす", "R4計画", "R4実績"), *rows)[1] is Use.MEASURE


def test_words_under_a_heading_that_says_nothing_are_measured_where_they_part_the_rows_of_a_project() -> None:
    heading = ("事業名", "かぞえ", "R4計画", "R4実績")
    apart = (("集い", "茶会の開催", "12", "11"), ("", "研修の参加", "9", "7"), ("配食", "配った弁当", "40", "38"))
    alone = (("集い", "市民広場", "12", "11"), ("配食", "各戸", "40", "38"), ("声かけ", "公民館", "5", "4"))
    assert [_uses(heading, *rows)[1] is Use.MEASURE for rows in (apart, alone)] == [True, False]


def test_plans_that_nothing_tells_apart_are_in_doubt_as_the_results_beside_them() -> None:
    rows = (("年度", "計画", "実績", "計画", "実績"), ("令和4年度", "5", "4", "70", "65"), ("令和5年度", "6", "7", "80", "81"))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    assert all(column.confidence < 0.5 for column in table.columns[1:])


def test_words_with_numbers_under_the_names_own_heading_are_parts() -> None:
    heading = ("指標", "", "単位", "R5目標", "R5実績")
    rows = (("持久走", "中2男子", "秒", "390", "395"), ("", "中2女子", "", "290", "288"), ("読書量", "", "冊", "5", "6"))
    spans = (MergedCells(0, 0, 0, 1), MergedCells(1, 0, 2, 0), MergedCells(1, 2, 2, 2), MergedCells(3, 0, 3, 1))
    assert _uses(heading, *rows, spans=spans)[:2] == [Use.MEASURE, Use.PART]


def test_years_under_a_period_of_a_plan_hold_what_rows_tell_and_a_lone_goal_behind_them_is_the_plans() -> None:
    heading = ("指標", "基準値（R3）", "区分", "事業計画期間", "", "目標値（R7）")
    years = ("", "", "", "R5", "R6", "")
    rows = (
        ("植樹の本数", "8", "計画", "10", "20", "30"),
        ("", "", "実績", "9", "22", ""),
        ("花壇の面積", "70", "計画", "71", "72", "80"),
        ("", "", "実績", "70", "75", ""),
    )
    merged = tuple(MergedCells(top, at, top + 1, at) for top in (2, 4) for at in (0, 1, 5))
    [table] = propose(
        Grid("a.xlsx", Format.EXCEL, (Sheet("1", (heading, years, *rows), spans=(MergedCells(0, 3, 0, 4), *merged)),))
    ).tables
    uses = [(column.use, column.year) for column in table.columns]
    assert uses[3:] == [(Use.VALUE, 2023), (Use.VALUE, 2024), (Use.FINAL_GOAL, 2025)]


def test_words_that_are_guessed_to_be_kinds_are_none_where_headings_tell_plan_and_result() -> None:
    heading = (("指標", "種別", "目標値", "実績値", ""), ("", "", "", "R4", "R5"))
    rows = (("植樹", "予定", "50", "10", "20"), ("挿し木", "経過", "30", "5", "7"))
    more = (("草刈り", "予定", "40", "12", "21"), ("水やり", "経過", "80", "35", "47"))
    assert [_uses(*heading, *rows, *more)[at] for at in (1, 3, 4)] == [Use.UNREAD, Use.RESULT, Use.RESULT]


def test_years_far_apart_are_no_results_over_the_years() -> None:
    def uses_under(*years: str) -> set[Use]:
        rows = (("学校", *years), ("北小学校", "40", "35", "30"), ("南小学校", "55", "60", "70"))
        found = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
        return {column.use for table in found for column in table.columns[1:]}

    assert uses_under("H29", "R4", "R5") == {Use.RESULT}
    assert not uses_under("S52", "S61", "H3")


def uses_of(*rows: tuple[str, ...], spans: tuple[MergedCells, ...] = ()) -> list[Use]:
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("令和5年度", rows, spans),))).tables
    return [column.use for column in table.columns]


def test_units_right_of_values_under_one_heading_are_theirs_and_are_read_once() -> None:
    rows = (
        ("指標", "計画値", "", "到達値", ""),
        ("公園の面積", "414", "㎡", "415", "㎡"),
        ("会員の数", "9.0", "人", "8.7", "人"),
        ("助成の件数", "25", "件", "19", "件"),
    )
    spans = (MergedCells(0, 1, 0, 2), MergedCells(0, 3, 0, 4))
    assert uses_of(*rows, spans=spans)[1:] == [Use.TARGET, Use.UNIT, Use.RESULT, Use.UNREAD]


def test_words_behind_results_are_remarks_though_they_tell_a_number_and_no_heading_names_a_year() -> None:
    rows = (
        ("指標", "計画値", "到達値", "年度内の主な動き"),
        ("公園の面積", "414", "415", "２園を改修"),
        ("会員の数", "9.0", "8.7", "６月に配信を開始"),
    )
    assert uses_of(*rows)[1:] == [Use.TARGET, Use.RESULT, Use.COMMENT]


def test_a_goal_of_the_middle_under_one_heading_with_the_last_is_its_year_s_target() -> None:
    rows = (
        ("指標", "単位", "値の推移", "", "めざそう値", "", "担当課"),
        ("", "", "令和5年度", "令和6年度", "令和7年度（中間）", "令和12年度（最終）", ""),
        ("広場の利用者", "人", "51", "53", "56", "62", "子育て課"),
        ("図書の貸出", "冊", "81", "83", "88", "92", "図書課"),
    )
    spans = (*(MergedCells(0, at, 1, at) for at in (0, 1, 6)), MergedCells(0, 2, 0, 3), MergedCells(0, 4, 0, 5))
    assert uses_of(*rows, spans=spans)[2:6] == [Use.RESULT, Use.RESULT, Use.TARGET, Use.FINAL_GOAL]


def test_a_column_of_directions_is_read_where_its_heading_says_that_it_is_of_what_is_wanted() -> None:
    heading = ("指標", "望ましい⏎方向".replace("⏎", "\n"), "R4計画", "R4実績")
    assert _uses(heading, ("施設の利用率", "↑", "58", "57"), ("給水原価", "↓", "170", "168"))[1] is Use.DIRECTION
    assert _uses(heading, ("施設の利用率", "要検討", "58", "57"), ("給水原価", "現状維持", "170", "168"))[1] is Use.UNREAD


def test_a_days_count_is_the_years_where_nothing_else_is_of_that_year() -> None:
    rows = (("児童", "820", "806"), ("生徒", "411", "402"))
    assert _uses(("区分", "R4年5月1日現在の実績", "R5年5月1日現在の実績"), *rows)[1:] == [Use.RESULT, Use.RESULT]


def test_expected_need_of_coming_years_stays_the_plan() -> None:
    heading = ("サービス", "R4実績", "R5実績", "R6見込み", "R7見込み", "R8見込み")
    uses = _uses(heading, ("訪問介護", "820", "806", "830", "840", "850"), ("通所介護", "411", "402", "420", "430", "440"))
    assert uses[3:] == [Use.TARGET, Use.TARGET, Use.TARGET]
