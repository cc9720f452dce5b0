"""Bodies call plan, result and indicator by words of their own: what stands together is decided together."""

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.cells.pairs import half_in
from loaders.mapping.layout.facts_above import facts_above
from loaders.mapping.model.confidence import BY_ITS_WORDS
from loaders.mapping.model.mapping import TableMapping, Use
from loaders.mapping.proposing import propose
from loaders.records.reading import read_document


def table_of(*rows: tuple[str, ...]) -> TableMapping:
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    return table


def uses(table: TableMapping) -> list[str]:
    return [column.use.value for column in table.columns]


def test_words_under_an_indicator_s_name_are_asked_without_the_name() -> None:
    table = table_of(
        ("年度", "ため池の点検箇所数（箇所）", "", "用水路の補修延長（ｍ）", ""),
        ("", "予定", "実際", "予定", "実際"),
        ("R4", "12", "11", "300", "280"),
        ("R5", "14", "14", "320", "333"),
    )
    assert uses(table) == ["year", "target", "result", "target", "result"]


def test_two_rates_of_one_year_make_no_two_indicators() -> None:
    table = table_of(
        ("課", "仕事", "R4\n実施数", "R5\n計画数", "R5\n実施数", "計画比", "前年比"),
        ("予防課", "査察", "88", "100", "94", "94", "106"),
        ("警防課", "訓練", "6", "10", "9", "90", "150"),
    )
    assert {(c.indicator, c.measure) for c in table.of(Use.TARGET, Use.RESULT)} == {(0, "")}


def test_a_hint_in_a_longer_word_makes_no_year_alone_of_a_goal() -> None:
    table = table_of(
        ("指標", "R4目標", "R4実績", "R5目標", "R5実績", "めざす到達点（R8）"),
        ("植樹", "4", "5", "6", "7", "10"),
        ("清掃", "6", "5", "7", "8", "12"),
    )
    assert uses(table)[-1] == "final_goal"


def test_rows_that_tell_plan_and_result_go_before_words_over_all_years_alike() -> None:
    table = table_of(
        ("ものさし", "内訳", "年度ごとの進み具合", ""),
        ("", "", "R4", "R5"),
        ("植樹", "めざす値", "4", "5"),
        ("", "結果", "5", "6"),
        ("清掃", "めざす値", "30", "30"),
        ("", "結果", "33", "29"),
    )
    assert uses(table)[1:] == ["kind", "value", "value"]
    rows = "指標,内訳,R4,R5", "植樹,めざす値,4,5", ",結果,5,6", "清掃,めざす値,30,30", ",結果,33,29"
    [first, _] = read_document("\n".join(rows).encode(), "a.csv").initiatives
    stated = [(v.role.value, v.year, v.value) for v in first.measures[0].stated]
    assert stated == [("target", 2022, 4), ("target", 2023, 5), ("result", 2022, 5), ("result", 2023, 6)]


def test_the_plan_s_last_goal_in_a_row_of_its_own_is_no_year_s_target() -> None:
    table = table_of(
        ("指標", "内訳", "R4", "R5"),
        ("植樹", "最終目標", "10", "10"),
        ("", "結果", "5", "6"),
        ("清掃", "最終目標", "40", "40"),
        ("", "結果", "33", "29"),
    )
    assert Use.TARGET not in {c.use for c in table.columns}


def test_state_and_aim_are_told_by_cells_and_not_by_words_that_are_like_theirs() -> None:
    rows = ("活動,R4目標,R4実績,これから", "植樹,4,5,残る5地区に声をかける", "清掃,6,5,中学校2校でも行う")
    document = read_document("\n".join(rows).encode(), "a.csv")
    assert [len(one.measures[0].stated) for one in document.initiatives] == [2, 2]


def test_words_under_each_year_are_headings_in_whatever_words_and_plan_and_result_beside_each_other() -> None:
    table = table_of(
        ("番号", "数えるもの", "単位", "R4", "", "R5", "", "係"),
        ("", "", "", "めやす", "けっか", "めやす", "けっか", ""),
        ("1", "便の利用者数", "人", "8000", "6913", "8200", "7455", "交通係"),
        ("2", "定期券の枚数", "枚", "70", "58", "75", "61", "交通係"),
    )
    assert (table.first, table.last) == (0, 1)
    assert [(c.use, c.year) for c in table.columns[3:7]] == [
        (Use.TARGET, 2022),
        (Use.RESULT, 2022),
        (Use.TARGET, 2023),
        (Use.RESULT, 2023),
    ]


def test_words_under_each_year_that_are_like_nothing_known_are_doubtful() -> None:
    table = table_of(
        ("番号", "指標", "R4", "", "R5", ""),
        ("", "", "ぽぷら", "とんぼ", "ぽぷら", "とんぼ"),
        ("1", "植樹", "80", "69", "82", "74"),
        ("2", "清掃", "70", "58", "75", "61"),
    )
    assert (table.first, table.last) == (0, 1)
    assert all(column.confidence < 0.6 for column in table.columns[2:])


def test_two_columns_of_values_under_a_year_alone_are_read_as_neither() -> None:
    rows = (("指標", "R4", "", "R5", ""), ("植樹", "80", "69", "82", "74"), ("清掃", "70", "58", "75", "61"))
    tables = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    assert not any(c.use in (Use.TARGET, Use.RESULT) for table in tables for c in table.columns)


FORM = (
    ("取組１", "花を植える", "", ""),
    ("受け持ち", "公園係", "数えるもの", "植えた花の数"),
    ("", "R4", "R5", "R6"),
    ("計画", "40", "50", "60"),
    ("できた数", "41", "48", ""),
    ("ひとこと", "苗が届いた", "", ""),
)


def forms(*changed: dict[str, str]) -> Sheet:
    blocks = [[tuple(words.get(text, text) for text in row) for row in FORM] for words in changed]
    return Sheet("1", tuple(row for block in blocks for row in block))


SECOND = {"取組１": "取組２", "花を植える": "道を直す", "公園係": "土木係", "植えた花の数": "直した所", "40": "4", "41": "5"}


def test_labels_of_forms_are_known_by_coming_again() -> None:
    sheet = forms({}, SECOND)
    found = [list(facts_above(sheet, at + 2, at)) for at in (0, 6)]
    assert found == [
        [(Use.NAME, "花を植える"), (Use.DEPARTMENT, "公園係"), (Use.MEASURE, "植えた花の数")],
        [(Use.NAME, "道を直す"), (Use.DEPARTMENT, "土木係"), (Use.MEASURE, "直した所")],
    ]
    assert not list(facts_above(forms({}), 2))


def test_rows_of_forms_are_told_by_all_of_them_and_what_is_likened_is_doubtful() -> None:
    tables = propose(Grid("a.xlsx", Format.EXCEL, (forms({}, SECOND),))).tables
    assert [uses(table) for table in tables] == [["kind", "value", "value", "value"]] * 2
    assert all(table.columns[0].confidence < 0.6 and "できた数" in table.columns[0].reason for table in tables)


def test_headings_that_come_again_are_no_labels_with_values() -> None:
    rows = (("指標", "R4", "R5", "備考"), ("植樹", "4", "5", ""), ("清掃", "6", "5", ""), ("散水", "6", "5", ""))
    sheet = Sheet("1", (*rows, ("指標", "R4", "R6", "備考"), *rows[1:]))
    assert not any(list(facts_above(sheet, at + 1, at)) for at in range(8))


def test_a_pair_in_a_cell_in_likened_words_is_doubtful_and_a_half_alone_is_what_its_word_says() -> None:
    rows = (
        ("活動", "R3", "R4", "R5"),
        ("植樹", "めやす 20\nけっか 17", "めやす 22\nけっか 19", "めやす 24"),
        ("清掃", "めやす 80\nけっか 76", "めやす 85\nけっか 88", "めやす 90"),
    )
    table = table_of(*rows)
    assert [(c.use, c.confidence < 0.6) for c in table.columns[1:3]] == [(Use.PAIR, True)] * 2
    lines = ["指標,R3,R4", "植樹,実績 17,計画 22", "清掃,実績 76,計画 85"]
    [first, _] = read_document("\n".join(lines).encode(), "a.csv").initiatives
    assert [(v.role.value, v.year, v.value) for v in first.measures[0].stated] == [("result", 2021, 17), ("target", 2022, 22)]


def test_of_words_below_each_other_the_one_that_is_like_the_other_half_is_it_and_others_are_neither() -> None:
    rows = (
        "指標,,R3,R4",
        "植樹,めやす,80,82",
        ",けっか,69,74",
        ",ちがい,-11,-8",
        "清掃,めやす,7,8",
        ",けっか,8,9",
        ",ちがい,1,1",
    )
    [first, _] = read_document("\n".join(rows).encode(), "a.csv").initiatives
    stated = [(v.role.value, v.year, v.value) for v in first.measures[0].stated]
    assert stated == [("target", 2021, 80), ("target", 2022, 82), ("result", 2021, 69), ("result", 2022, 74)]


def test_a_line_that_holds_plan_and_result_in_own_words_is_one_of_headings() -> None:
    heads = ("番号", "数えるもの", "単位", "めやす", "けっか", "ひとこと", "係")
    rows = (("1", "植樹", "本", "80", "69", "雨が続いた", "公園係"), ("2", "清掃", "回", "7", "8", "", "公園係"))
    table = table_of(("令和5年度", *[""] * 6), heads, *rows)
    assert uses(table) == ["number", "measure", "unit", "target", "result", "comment", "department"]
    assert table.year == 2023


def test_years_may_go_down_in_forms_and_a_result_in_own_words_is_no_name() -> None:
    form = [
        "約束{0},花を植える{0}",
        "受け持ち,係{0},数えるもの,花の数{0}",
        "年度,計画,できた数,ひとこと",
        "R3,40,41,",
        "R4,50,48,苗が届いた",
    ]
    lines = [line.format(at) for at in ("１", "２") for line in [*form, ",,,"]]
    found = read_document("\n".join(lines).encode(), "a.csv").initiatives
    assert [(one.measures[0].name, len(one.measures[0].stated)) for one in found] == [("花の数１", 4), ("花の数２", 4)]


def test_a_word_that_says_how_a_number_counts_is_no_label_of_its_half() -> None:
    assert [half_in(text) for text in ("累計13件", "延べ 40人", "計 13件", "約13件")] == [None] * 4
    assert half_in("実績 13件") == (Use.RESULT, "13件")


PAIRED = ("R4段取り", "R4てんまつ", "R5段取り", "R5てんまつ")
TOLD = ("6校で開く。", "5校で開いた。1校は雨で中止した。", "6校で開く。", "6校で開き、82人が学んだ。")


def halves(*headings: str, cells: tuple[str, ...]) -> list[str]:
    rows = [(f"取組{at}", *cells) for at in range(4)]
    table = table_of(("取組名", *headings), *rows)
    assert all(column.confidence < BY_ITS_WORDS for column in table.columns[1:])
    return uses(table)[1:]


def test_of_two_unknown_words_of_each_year_the_plan_stands_first() -> None:
    assert halves(*PAIRED, cells=("6", "5", "6", "7")) == ["target", "result", "target", "result"]


def test_of_two_unknown_words_the_one_that_is_told_in_the_past_is_the_result_though_it_stands_first() -> None:
    swapped = tuple(PAIRED[at] for at in (1, 0, 3, 2))
    assert halves(*swapped, cells=tuple(TOLD[at] for at in (1, 0, 3, 2))) == ["result", "target", "result", "target"]


def test_of_two_unknown_words_the_one_that_the_last_year_has_alone_is_the_plan() -> None:
    swapped = ("R4てんまつ", "R4段取り", "R5てんまつ", "R5段取り", "R6段取り")
    assert halves(*swapped, cells=("5", "6", "7", "6", "8")) == ["result", "target", "result", "target", "target"]


def test_a_legend_of_verdicts_that_speaks_of_the_target_makes_no_plan_of_them() -> None:
    table = table_of(
        ("◎：目標達成　×：目標の8割未満", *[""] * 6),
        ("指標", "R4目標", "R4実績", "R4評価", "R5目標", "R5実績", "R5評価"),
        ("通学の時間", "30", "41", "×", "30", "29", "◎"),
        ("空き区画", "12", "17", "×", "11", "10", "◎"),
    )
    assert uses(table) == ["measure", *["target", "result", "grade"] * 2]
