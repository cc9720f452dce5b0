"""Columns above a row's name become the goals and policies of the plan's tree, with codes and names."""

from dataclasses import replace

import pytest

from loaders.model import Initiative
from loaders.pipeline import NAMED_BY_TABLE, read_plan
from loaders.table.document import parse_document
from loaders.table.plan_parts import read_part, with_plan_parts
from loaders.table.sidecar import Source

ROW = Initiative(1, "", "", "", "", True, "防災課", None, None, "事業", 1, ())


def placed(*groups: tuple[str, ...]) -> list[tuple[str, str, str, str]]:
    rows, _ = with_plan_parts([replace(ROW, groups=one) for one in groups])
    return [(row.goal_code, row.policy_code, row.program_code, row.program_name) for row in rows]


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("Ⅲ　学びと交流", "Ⅲ", "学びと交流"),
        ("基本目標２　しごと", "2", "しごと"),
        ("第1章 まもる", "1", "まもる"),
        ("(1)利用の拡大", "(1)", "利用の拡大"),
        ("2-(3)", "2-(3)", ""),
        ("ア 広報", "ア", "広報"),
        ("3世代の交流", "", "3世代の交流"),
        ("ITの活用", "", "ITの活用"),
        ("安全と環境", "", "安全と環境"),
    ],
)
def test_a_part_is_its_code_and_its_name(text: str, code: str, name: str) -> None:
    part = read_part(text)
    assert (part.code, part.name) == (code, name)


def test_two_columns_are_goal_and_program_whose_code_tells_both() -> None:
    assert placed(("Ⅰ まもる", "1 災害"), ("Ⅰ まもる", "2 防犯"), ("Ⅱ ひらく", "1 窓口")) == [
        ("Ⅰ", "", "Ⅰ-1", "災害"),
        ("Ⅰ", "", "Ⅰ-2", "防犯"),
        ("Ⅱ", "", "Ⅱ-1", "窓口"),
    ]


def test_a_code_that_tells_the_one_above_stays_as_it_is() -> None:
    assert placed(("1 まもる", "1-1 災害", "1-1-2 訓練"), ("1 まもる", "1-2 防犯", "1-2-1 灯")) == [
        ("1", "1-1", "1-1-2", "訓練"),
        ("1", "1-2", "1-2-1", "灯"),
    ]


def test_what_bears_no_code_is_numbered_in_the_table_s_order() -> None:
    assert placed(("安全", "防災"), ("安全", "防犯"), ("環境", "ごみ"), ("安全", "防災")) == [
        ("1", "", "1-1", "防災"),
        ("1", "", "1-2", "防犯"),
        ("2", "", "2-1", "ごみ"),
        ("1", "", "1-1", "防災"),
    ]


@pytest.mark.parametrize("groups", [(("安全",), ("安全",)), (("安全", "防災"), ("環境", "ごみ")), (("", "防災"), ("", "防災"))])
def test_no_tree_is_made_of_one_column_nor_of_names_that_nothing_shares(groups: tuple[tuple[str, ...], ...]) -> None:
    assert {codes[:3] for codes in placed(*groups)} == {("", "", "")}


def test_names_of_goals_that_the_table_gives_are_the_plan_s_unless_its_sidecar_says_others() -> None:
    rows = [f"{at}\tⅠ まもる\t{at} 災害\t訓練{at}\t防災課\t2回\t1回" for at in (1, 2)]
    text = "\n".join(["番号\t基本目標\t施策\t取組名\t担当課\tR1計画\tR1実績", *rows, ""])
    document = parse_document(text, "表.txt")
    source = Source("表.txt", "0" * 64)
    assert [row.activity for row in document.initiatives] == ["訓練1", "訓練2"]
    told = read_plan(document, source).source
    assert (dict(told.parts), told.parts_source) == ({"Ⅰ": "まもる"}, NAMED_BY_TABLE)
    named = read_plan(document, replace(source, parts={"Ⅰ": "命をまもる"}, parts_source="計画書")).source
    assert (dict(named.parts), named.parts_source) == ({"Ⅰ": "命をまもる"}, "計画書")


@pytest.mark.parametrize("above", [(), ("基本目標",)])
def test_rows_of_a_goal_each_are_called_by_their_own_name_and_not_by_their_goal(above: tuple[str, ...]) -> None:
    heads = ("番号", *above, "実施事業", "取組内容", "担当課", "R1計画", "R1実績")
    rows = [
        (str(at), *(goal for _ in above), name, "備えを固める。", "総務課", "4回開く。", "4回開いた。")
        for at, (goal, name) in enumerate((("安全", "見回り"), ("学び", "訓練")), start=1)
    ]
    document = parse_document("\n".join("\t".join(cells) for cells in (("計画",), heads, *rows)) + "\n", "表.txt")
    assert [row.subject for row in document.initiatives] == ["見回り", "訓練"]
