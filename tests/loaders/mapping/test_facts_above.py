"""Lines above a table say whose it is."""

from loaders.grid.grid import Sheet
from loaders.mapping.layout.facts_above import facts_above, head_above, unit_told
from loaders.mapping.layout.labelled_cells import labelled
from loaders.mapping.layout.labelled_lines import is_facts
from loaders.mapping.model.mapping import Use

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
    assert not is_facts(("事業名", "区分・単位", "年度", "量の見込み（計画値）", "確保実績"))


def test_cell_may_hold_a_label_and_its_words() -> None:
    assert labelled("担当課：公園課") == (Use.DEPARTMENT, "公園課")
    assert labelled("目標：80人") is None
    assert list(facts_above(Sheet("1", (("【所管】公園課", ""), ("指標", "R4実績"))), 1)) == [(Use.DEPARTMENT, "公園課")]


def test_what_tells_of_an_indicator_is_no_heading() -> None:
    assert is_facts(("指標1", "移住相談の件数", "", "単位", "件"))
    assert is_facts(("指標の定義", "窓口と電話の延べ件数", "", "", ""))


def test_who_answers_for_a_section_stands_behind_it_and_ends_are_told_by_years() -> None:
    head = ("事業開始年度", "平成30年度", "事業終了\n（予定）年度", "令和７年度", "担当課室", "地域交通課", "課長　見本　太郎")
    assert list(facts_above(Sheet("1", (head,)), 1)) == [(Use.DEPARTMENT, "地域交通課")]
    made = ("担当課", "担い手支援課", "作成責任者", "課長　架空　二郎")
    assert list(facts_above(Sheet("1", (made,)), 1)) == [(Use.DEPARTMENT, "担い手支援課")]
    assert not is_facts(("年度", "令和4年度", "令和5年度"))
    assert not is_facts(("担当課", "公園課", "道路課"))


def test_head_of_a_form_names_a_project() -> None:
    assert (Use.DEPARTMENT, "健康増進課") in head_above(FORM, 3)
    assert head_above(Sheet("1", (("担当課", "公園課", "目的", "緑化"),)), 1) == ()


def test_unit_of_a_table_is_one() -> None:
    assert unit_told(["経営戦略", "（単位：千円、税抜）"]) == "千円"
    assert unit_told(["（単位：人・件）"]) == ""


def test_unknown_label_is_one_beside_a_day_a_period_a_sum_or_a_sign() -> None:
    assert is_facts(("整理番号", "1-1-2", "", "作成日", "令和7年8月19日"))
    assert is_facts(("単位", "人", "目指す方向", "↓", "担当課", "保育課"))
    assert is_facts(("計画期間", "令和4年度～令和6年度", "総事業費", "36,900千円", "交付率", "1/2"))
    assert not is_facts(("区分", "KPI", "単位", "申請時", "1年目", "", "2年目", "", "効果"))
    assert not is_facts(("有収率", "88.5", "89.1"))


def test_figures_behind_the_labels_of_forms_name_no_project() -> None:
    years = (("", "R4", "R5", ""), ("予定", "1", "2", ""))
    first, second = (("受け持ち", "総務課", "約束１", "12件"), ("受け持ち", "会計課", "約束２", "8件"))
    forms = Sheet("01", (first, *years, second, *years))
    assert list(facts_above(forms, 1)) == [(Use.DEPARTMENT, "総務課")]


def test_section_alone_in_brackets_above_a_table_says_whose_it_is() -> None:
    def told(text: str) -> list[tuple[Use, str]]:
        return list(facts_above(Sheet("1", ((text, "", "R7.3.31現在"), ("指標", "R4目標", "R4実績"))), 1))

    assert told("【農林水産部】") == told("［農林水産部］") == [(Use.DEPARTMENT, "農林水産部")]
    assert told("【各部局】") == told("【重点施策】") == told("農林水産部") == []


def test_labels_in_brackets_in_one_line_are_told_each() -> None:
    sheet = Sheet("1", (("【単位】㎡　【所管】公園課", ""), ("年度", "実績")))
    assert list(facts_above(sheet, 1)) == [(Use.UNIT, "㎡"), (Use.DEPARTMENT, "公園課")]


def test_a_title_may_stand_before_the_section_of_what_is_below_it() -> None:
    assert list(facts_above(Sheet("1", (("約束１　まちの安心", "", "所管", "危機管理課"),)), 1)) == [
        (Use.DEPARTMENT, "危機管理課")
    ]
    assert not is_facts(("めあて", "所管", "できばえ"))
