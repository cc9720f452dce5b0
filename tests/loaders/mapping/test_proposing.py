"""What the table as a whole says of its columns and lines."""

import pytest

from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.layout.line_kinds import kinds_of_lines
from loaders.mapping.model.mapping import TableMapping, Use
from loaders.mapping.model.written import read_written, written
from loaders.mapping.proposing import propose
from loaders.records.documents import document_of
from loaders.records.reading import read_document


def table_of(*rows: tuple[str, ...]) -> TableMapping:
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))
    [table] = propose(grid).tables
    return table


def uses(table: TableMapping) -> list[str]:
    return [column.use.value for column in table.columns]


def test_results_of_a_year_and_all_years_are_indicators_of_their_own_and_the_goal_is_of_its_own() -> None:
    table = table_of(
        ("取組", "単位", "R4単年度実績", "R4累計実績", "R4累計目標"),
        ("改修", "棟", "4", "12", "12"),
        ("補修", "橋", "6", "21", "24"),
    )
    assert [(c.measure, c.indicator) for c in table.of(Use.RESULT, Use.TARGET)] == [("単年度", 0), ("累計", 1), ("累計", 1)]


def test_results_of_one_year_that_nothing_tells_apart_are_in_doubt() -> None:
    table = table_of(("指標", "R4実績", "R4実績", "R5実績"), ("植樹", "4", "12", "12"), ("清掃", "6", "21", "24"))
    assert [column.confidence < 0.5 for column in table.of(Use.RESULT)] == [True, True, False]


def test_words_between_name_and_values_are_parts_of_the_item() -> None:
    table = table_of(
        ("指標", "区分", "R4目標", "R4実績"), ("肥満者の割合", "男性", "28.0", "29.1"), ("", "女性", "19.0", "19.8")
    )
    assert uses(table) == ["measure", "part", "target", "result"]


def test_lone_goal_behind_a_trend_from_a_start_is_the_plans() -> None:
    heads = ("指標", "基準値（H30）", "R3実績", "R4実績", "R5実績", "R6目標値")
    table = table_of(heads, ("植樹", "4", "12", "12", "13", "20"), ("清掃", "6", "21", "24", "25", "30"))
    assert uses(table) == ["measure", "baseline", "result", "result", "result", "final_goal"]
    beside_a_last_one = table_of((*heads, "最終目標"), ("植樹", "4", "12", "12", "13", "20", "40"))
    assert uses(beside_a_last_one)[-2:] == ["target", "final_goal"]


@pytest.mark.parametrize(("year", "use"), [(7, "final_goal"), (4, "target")])
def test_goal_of_no_year_is_the_plans_where_its_cells_name_years_ahead(year: int, use: str) -> None:
    goals = (f"40（令和{year}年度）", f"90（令和{year}年度）")
    table = table_of(("指標", "R3実績", "R4実績", "目標値"), ("植樹", "30", "31", goals[0]), ("清掃", "80", "62", goals[1]))
    assert uses(table)[-1] == use


def test_a_lone_goal_beyond_the_years_that_stand_beside_results_is_the_plans() -> None:
    rows = (
        ("指標", "計画策定時", "", "中間評価時の実績", "", "目標値（令和11年度）"),
        ("", "値", "年次", "値", "年次", ""),
        ("喫煙率", "29.8", "令和元年", "25.3", "令和4年", "19.0"),
        ("歩数", "6,840", "平成30年", "6,512", "令和5年", "8,000"),
    )
    spans = (MergedCells(0, 1, 0, 2), MergedCells(0, 3, 0, 4), MergedCells(0, 0, 1, 0), MergedCells(0, 5, 1, 5))
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, spans),))
    assert propose(grid).tables[0].columns[-1].use is Use.FINAL_GOAL


def test_year_of_the_row_is_told_by_items_that_come_again() -> None:
    rows = [("K1", "植樹", "2022", "4", "5"), ("K1", "植樹", "2023", "6", "5"), ("K2", "清掃", "2022", "3", "3")]
    assert uses(table_of(("指標コード", "指標名", "評価年度", "目標値", "実績値"), *rows))[2] == "year"
    once = [("K1", "植樹", "2019", "4", "5"), ("K2", "清掃", "2020", "6", "5")]
    assert uses(table_of(("指標コード", "指標名", "基準年度", "基準値", "R5実績"), *once))[2] == "own_year"


def test_years_of_starts_beside_blanks_below_are_none_of_the_rows() -> None:
    rows = [("がん", "男", "H25", "22", "R4", "25", "40"), ("", "女", "H25", "20", "R4", "23", "40")]
    more = [("血圧", "男", "H25", "134", "R3", "132", "129"), ("", "女", "H25", "128", "R3", "127", "124")]
    heads = ("指標名", "区分", "ベースライン値", "ベースライン値", "直近値", "直近値", "目標値")
    table = table_of(heads, ("", "", "年度", "値", "年度", "値", ""), *rows, *more)
    assert uses(table)[2:] == ["own_year", "baseline", "own_year", "current", "final_goal"]


def test_words_that_come_again_below_each_item_are_its_parts() -> None:
    table = table_of(
        ("認定区分", "項目", "区分", "R4", "R5"),
        ("１号認定", "量の見込み", "計画", "28", "29"),
        ("", "", "実績", "27", "29"),
        ("", "確保方策", "計画", "30", "30"),
        ("", "", "実績", "30", "28"),
        ("２号認定", "量の見込み", "計画", "58", "59"),
        ("", "", "実績", "57", "59"),
        ("", "確保方策", "計画", "60", "60"),
        ("", "", "実績", "60", "58"),
    )
    assert uses(table) == ["name", "part", "kind", "value", "value"]


def test_right_column_under_the_heading_of_names_is_a_part_where_the_left_has_units() -> None:
    parts = table_of(("項目", "項目", "R4目標", "R4実績"), ("喫煙率（％）", "男性", "28.0", "29.1"), ("", "女性", "8.0", "9.8"))
    assert uses(parts)[:2] == ["name", "part"]
    names = table_of(("取組", "取組", "R4目標", "R4実績"), ("緑化", "植樹", "28", "29"), ("", "剪定", "8", "9"))
    assert uses(names)[:2] == ["name", "name"]


def test_goals_that_differ_in_an_eraless_year_alone_are_of_one_form() -> None:
    heads = ("指標", "令和4年度目標", "令和4年度実績", "5年度目標", "6年度目標", "7年度目標")
    table = table_of(heads, ("植樹", "4", "5", "6", "7", "8"), ("清掃", "6", "5", "7", "8", "9"))
    assert [c.year for c in table.of(Use.TARGET)] == [2022, 2023, 2024, 2025]


def test_part_of_a_year_is_not_read_and_its_sum_is() -> None:
    months = tuple(f"{month}月" for month in (4, 5, 6))
    table = table_of(
        ("令和4年度の利用状況", "", "", "", "", ""),
        ("施設名", "年間目標", *months, "合計"),
        ("市民プール", "300", "90", "110", "95", "295"),
        ("図書館", "600", "190", "210", "195", "595"),
    )
    assert uses(table) == ["name", "target", "unread", "unread", "unread", "result"]
    assert table.year == 2022


def test_lines_of_an_item_are_what_a_note_says() -> None:
    table = table_of(
        ("（上段：目標値、下段：実績値）", "", "", ""),
        ("指標", "単位", "令和3年度", "令和4年度"),
        ("水洗化率", "％", "93.5", "93.8"),
        ("", "", "93.2", "93.9"),
    )
    assert table.line_kinds == (Use.TARGET, Use.RESULT)
    assert uses(table) == ["measure", "unit", "value", "value"]


@pytest.mark.parametrize("note", ["上段：市、下段：県", "目標と実績", "上段に進む"])
def test_other_notes_say_nothing_of_lines(note: str) -> None:
    assert kinds_of_lines([note]) == ()


def test_table_of_kinds_without_names_is_of_what_its_title_says() -> None:
    table = table_of(
        ("①　市内総生産（億円）", "", ""),
        ("年度", "令和3年度", "令和4年度"),
        ("目標値", "2440", "2460"),
        ("実績値", "2351", "2477"),
    )
    assert uses(table) == ["kind", "value", "value"]


def test_a_table_of_kinds_with_its_unit_beside_them_is_of_what_its_title_says() -> None:
    rows = (("区分", "R4", "R5", "単位"), ("目標値", "60", "70", "％"), ("実績値", "52.7", "71.8", ""))
    grid = Grid("a.html", Format.HTML, (Sheet("表1", rows, around=("担当課：学校教育課", "指標3　よく分かる授業の割合")),))
    [item] = document_of(grid, propose(grid)).initiatives
    assert [(measure.name, measure.unit) for measure in item.measures] == [("よく分かる授業の割合", "%")]


def test_table_on_its_side_is_turned_only_where_it_does_not_stand() -> None:
    lying = (("項目", "通行量", "空き店舗率"), ("単位", "人", "％"), ("R3目標", "8800", "13.5"), ("R3実績", "6120", "15.9"))
    standing = tuple(zip(*lying, strict=True))
    assert [table_of(*rows).is_turned for rows in (lying, standing)] == [True, False]


def test_written_mapping_says_the_same_when_it_is_read() -> None:
    grid = Grid(
        "a.xlsx",
        Format.EXCEL,
        (Sheet("1", (("上段：目標、下段：実績", "", ""), ("指標", "R3", "R4"), ("a率", "1", "2"), ("", "3", "4"))),),
    )
    proposed = propose(grid)
    assert proposed.tables[0].line_kinds
    assert read_written(written(proposed)) == proposed


def test_tables_below_each_other_are_parted_by_their_headings_and_one_that_is_no_plan_s_is_told() -> None:
    rows = (
        ("年度末", "H30", "R元", ""),
        ("認定者数（実績）", "120", "118", ""),
        ("計画の推計", "121", "123", ""),
        ("", "", "", ""),
        ("年度", "計画", "実績", "対計画比"),
        ("H30", "40", "41", "102.5%"),
        ("R元", "42", "39", "92.9%"),
        ("", "", "", ""),
        ("担当課", "備考", "更新日", ""),
        ("介護課", "本庁", "4月", ""),
    )
    mapping = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),)))
    assert [(table.first, table.end) for table in mapping.tables] == [(0, 3), (4, 7)]
    assert mapping.unread_sheets == ("1 9行目からの表",)


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("現状(H30)→最終(R10)", "89.4 → 93.0", "18.6 → 120"),
        ("出発点と行き先", "H30末 89.4、R10末 93.0", "18.6→120"),
        ("重要業績評価指標（基準値→目標値）", "水洗化率（％）　89.4→93.0", "調査延長（km）　18.6→120"),
    ],
    ids=["by its heading", "by its cells", "with the indicator that it names"],
)
def test_column_of_a_state_and_an_aim_is_read_as_such(heading: str, first: str, second: str) -> None:
    table = table_of(
        ("番号", "事業名", heading, "R1計画", "R1実績"),
        ("1", "普及", first, "89.8", "89.9"),
        ("2", "調査", second, "12", "12.4"),
    )
    assert uses(table) == ["number", "name", "state_and_aim", "target", "result"]


def test_numbered_titles_are_no_values() -> None:
    goals = ("1 新しい人の流れをつくる", "1 新しい人の流れをつくる", "2 結婚と子育ての希望をかなえる")
    table = table_of(
        ("基本目標", "事業名", "R1目標", "R1実績"),
        *((goal, name, "10", "9") for goal, name in zip(goals, ("移住相談", "空き家の紹介", "出会いの支援"), strict=True)),
    )
    assert uses(table) == ["group", "name", "target", "result"]


def test_unit_above_a_table_holds_for_values_that_name_none() -> None:
    rows = ("（単位：千円）,,", "区分,R4計画,R4実績", "給水収益,1842,1835", "有収率（％）,91.5,90.8", "職員数,5人,4人")
    document = read_document("\n".join(rows).encode(), "a.csv")
    assert [m.unit for one in document.initiatives for m in one.measures] == ["千円", "%", "人"]


def test_headings_may_name_the_section_of_each_indicator() -> None:
    rows = ("年度,緑地,,ごみ,", ",担当：公園課,,担当：環境課,", ",目標,実績,目標,実績", "R4,5,4,9,8", "R5,6,7,8,8")
    document = read_document("\n".join(rows).encode(), "a.csv")
    assert [(one.department, one.measures[0].name) for one in document.initiatives] == [("公園課", "緑地"), ("環境課", "ごみ")]


def test_tables_side_by_side_have_a_column_of_years_each() -> None:
    rows = ("指標① 植樹,,,指標② 清掃,,", "年度,目標,実績,年度,目標,実績", "R3,5,4,R4,9,8", "R4,6,7,R5,8,7")
    document = read_document("\n".join(rows).encode(), "a.csv")
    years = [sorted({value.year for value in one.measures[0].stated}) for one in document.initiatives]
    assert years == [[2021, 2022], [2022, 2023]]


def test_what_is_expected_beside_a_goal_of_a_later_year_is_a_forecast() -> None:
    table = table_of(
        ("指標", "実績値", "", "", "見込", "目標値"),
        ("", "R3", "R4", "R5", "R6", "R7"),
        ("移住世帯数", "5", "7", "3", "6", "8"),
        ("就農者数", "1", "2", "4", "6", "9"),
    )
    assert uses(table) == ["measure", "result", "result", "result", "forecast", "final_goal"]


def test_year_beside_a_value_under_its_heading_is_its_own() -> None:
    rows = ("指標,策定時,,最新値,,目標,", ",値,年度,値,年度,値,年度", "病床数,41,H29,47,R4,55,R5", "医師数,9,H28,12,R3,15,R5")
    document = read_document("\n".join(rows).encode(), "a.csv")
    stated = [[(v.role.value, v.year, v.value) for v in one.measures[0].stated] for one in document.initiatives]
    assert stated[0] == [("baseline", None, 41), ("result", 2022, 47), ("final_goal", None, 55)]
    assert stated[1][1] == ("result", 2021, 12)


def test_the_same_headings_below_another_year_begin_another_table() -> None:
    rows = (
        "■ 令和4年度,,",
        "路線,計画,実績",
        "駅前,40,38",
        "城下,25,30",
        ",,",
        "■ 令和5年度,,",
        "路線,計画,実績",
        "駅前,50,44",
        "城下,30,30",
    )
    document = read_document("\n".join(rows).encode(), "a.csv")
    years = [[(v.year, v.value) for v in one.measures[0].stated] for one in document.initiatives]
    assert years == [[(2022, 40), (2022, 38), (2023, 50), (2023, 44)], [(2022, 25), (2022, 30), (2023, 30), (2023, 30)]]


def test_heading_over_several_years_parts_the_time_where_names_stand_in_cells() -> None:
    table = table_of(
        ("指標", "区分", "前期", "", "後期"),
        ("", "", "R4年度", "R5年度", "R6年度"),
        ("植樹", "計画", "4", "5", "6"),
        ("", "実績", "4", "5", "7"),
    )
    assert [(c.use, c.year) for c in table.columns[2:]] == [(Use.VALUE, 2022), (Use.VALUE, 2023), (Use.VALUE, 2024)]


def test_kinds_of_rows_are_told_though_some_rows_say_other_things() -> None:
    table = table_of(
        ("指標名", "植樹の本数", ""),
        ("区分", "R4", "R5"),
        ("目標値", "4", "5"),
        ("実績値", "5", "6"),
        ("今後の進め方", "続ける", "続ける"),
    )
    assert uses(table) == ["kind", "value", "value"]


def test_headings_that_say_the_same_of_one_year_and_of_another_are_headings_in_any_words() -> None:
    table = table_of(
        ("取組", "R3にめざそう", "R3のあしあと", "R4にめざそう", "R4のあしあと"),
        ("植樹", "120", "118", "125", "130"),
        ("清掃", "30", "33", "30", "29"),
    )
    assert uses(table) == ["name", "target", "result", "target", "result"]


def test_two_columns_of_each_year_are_its_plan_and_its_result_where_words_tell_only_one() -> None:
    table = table_of(
        ("事業名", "R3計画", "R3とんぼ", "R4計画", "R4とんぼ", "R5計画"),
        ("植樹", "120", "118", "125", "130", "140"),
        ("清掃", "30", "33", "30", "29", "30"),
    )
    assert uses(table) == ["name", "target", "result", "target", "result", "target"]
    assert all(column.confidence < 0.6 for column in table.columns if column.use is Use.RESULT)


def test_remarks_behind_what_was_counted_make_it_no_column_of_remarks() -> None:
    table = table_of(
        ("事業名", "R3見込み", "R3結果・備考"),
        ("植樹", "120", "118　苗木の寄付を含む"),
        ("清掃", "30", "33"),
    )
    assert uses(table) == ["name", "target", "result"]


def test_cells_that_go_from_a_number_to_another_tell_a_state_and_an_aim_whatever_the_heading_calls_it() -> None:
    table = table_of(
        ("番号", "事業名", "令和7年度に目指す値", "R3計画", "R3実績"),
        ("1", "訪問", "97.4 → 100", "98", "98.6"),
        ("2", "相談", "12→30件", "15", "14"),
    )
    assert uses(table) == ["number", "name", "state_and_aim", "target", "result"]


def test_rows_below_each_other_are_plan_and_result_in_words_that_no_cue_knows() -> None:
    table = table_of(
        ("指標", "区分", "R4", "R5"),
        ("植樹", "見込んだ水準", "4", "5"),
        ("", "到達した水準", "5", "6"),
        ("清掃", "見込んだ水準", "30", "30"),
        ("", "到達した水準", "33", "29"),
    )
    assert uses(table) == ["measure", "kind", "value", "value"]


def test_a_goal_of_a_year_on_the_way_is_that_year_s_target() -> None:
    table = table_of(
        ("指標", "R4", "R5", "めざそう値 5年後（R5）", "めざそう値 10年後（R10）"),
        ("植樹", "100", "118", "120", "150"),
        ("清掃", "30", "33", "30", "40"),
    )
    assert [(c.use, c.year) for c in table.columns[3:]] == [(Use.TARGET, 2023), (Use.FINAL_GOAL, 2028)]


def test_a_year_of_a_budget_goes_on_with_the_years_whose_rows_tell_plan_and_result() -> None:
    table = table_of(
        ("指標", "項目", "5年度（決算）", "6年度（予算）"),
        ("植樹", "計画", "4", "5"),
        ("", "結果", "5", ""),
        ("清掃", "計画", "30", "30"),
        ("", "結果", "33", ""),
    )
    assert uses(table) == ["measure", "kind", "value", "value"]


def test_whose_it_is_says_the_column_whose_heading_is_known() -> None:
    table = table_of(
        ("指標", "R5計画", "R5実績", "取組主体", "所管課"),
        ("利用者数", "100", "118", "バス事業者", "交通課"),
        ("満足度", "30", "33", "市", "交通課"),
    )
    assert uses(table) == ["measure", "target", "result", "unread", "department"]


def test_a_division_and_its_section_beside_it_both_tell_whose_it_is() -> None:
    table = table_of(
        ("部局", "課", "事業名", "R4目標", "R4実績"),
        ("農政部", "担い手育成課", "就農の相談", "10", "11"),
        ("土木部", "河川課", "河道の掘削", "3", "4"),
    )
    assert uses(table)[:3] == ["department", "department", "name"]


def test_a_heading_over_the_years_tells_the_lines_of_each_item_apart() -> None:
    table = table_of(
        ("指標", "上段：目標値　／　下段：実績値", ""),
        ("", "2021", "2022"),
        ("医師数", "238", "242"),
        ("", "239", "241"),
        ("職員数", "100", "110"),
        ("", "98", "112"),
    )
    assert uses(table) == ["measure", "value", "value"]
    assert table.line_kinds == (Use.TARGET, Use.RESULT)


def test_a_title_with_its_section_and_unit_begins_a_table_whose_rows_are_kinds() -> None:
    rows = (
        ("（1）延長保育事業", "所管：保育課", "単位：人"),
        ("", "令和2年度", "令和3年度"),
        ("①量の見込み", "820", "815"),
        ("②確保方策", "820", "820"),
        ("③利用実績", "702", "688"),
        ("過不足（②－①）", "0", "5"),
        ("", "", ""),
        ("（2）病児保育事業", "所管：保育課", "単位：人"),
        ("", "令和2年度", "令和3年度"),
        ("①量の見込み", "60", "62"),
        ("②確保方策", "60", "60"),
        ("③利用実績", "28", "35"),
        ("過不足（②－①）", "0", "-2"),
    )
    mapping = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),)))
    assert [uses(table) for table in mapping.tables] == [["kind", "value", "value"]] * 2


def test_words_below_a_head_that_names_its_project_are_what_is_measured() -> None:
    head, years = ("取組名", "広告をのせる", "所管課", "会計課"), ("年度", "", "R4", "R5")
    rows = (("活動量", "計画", "4", "5"), ("", "実績", "3", "5"), ("効果額", "計画", "40", "45"), ("", "実績", "38", "47"))
    table = table_of(head, years, *rows)
    assert [column.use for column in table.columns[:2]] == [Use.MEASURE, Use.KIND]


@pytest.mark.parametrize(("remarks", "is_told"), [(("会員２社減", "自治会の返事待ち"), True), (("12", "8"), False)])
def test_remarks_that_tell_a_number_in_words_are_no_values(remarks: tuple[str, str], is_told: bool) -> None:
    table = table_of(
        ("指標", "R4計画", "R4実績", "特記事項"), ("会員", "40", "38", remarks[0]), ("会費", "500", "480", remarks[1])
    )
    assert (table.columns[-1].use is Use.COMMENT) is is_told
