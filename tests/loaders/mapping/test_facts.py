"""Lines above a table say whose it is."""

from loaders.grid.grid import Sheet
from loaders.mapping.facts import facts_above, is_facts
from loaders.mapping.mapping import Use

FORM = Sheet(
    "01",
    (
        ("令和4年度　事務事業評価シート", "", "", "", ""),
        ("事務事業名", "がん検診推進事業", "", "担当課", "健康増進課"),
        ("施策名", "健康づくり", "", "事業開始年度", "平成20年度"),
        ("指標名", "単位", "区分", "令和3年度", "令和4年度"),
    ),
)


def test_values_beside_labels_are_told_of_the_table_below() -> None:
    assert list(facts_above(FORM, 3)) == [
        (Use.NAME, "がん検診推進事業"),
        (Use.DEPARTMENT, "健康増進課"),
        (Use.GROUP, "健康づくり"),
    ]


def test_headings_are_no_facts() -> None:
    assert [is_facts(row) for row in FORM.rows] == [False, True, True, False]
    assert not is_facts(("施策番号", "施策・取組", "", "指標", "", "令和4年度", "", "令和5年度"))


def test_headings_that_look_like_labels_and_values_are_none() -> None:
    assert not is_facts(("番号", "事業名", "担当課", "成果指標", "", "数値目標の進捗", "", ""))
