"""A line above a table names the section of its rows; what it names of something else is left in the title."""

import pytest

from loaders.grid.grid import Sheet
from loaders.mapping.layout.facts_above import facts_above, facts_around
from loaders.mapping.layout.labelled_lines import tells_facts
from loaders.mapping.layout.sections_in_titles import departments_in, without_departments
from loaders.mapping.layout.table_titles import title_above
from loaders.mapping.model.mapping import Use
from loaders.records.reading import read_document


@pytest.mark.parametrize(
    ("line", "section", "title"),
    [
        ("（２）一時預かり事業　　担当：保育課", "保育課", "（２）一時預かり事業"),
        ("２　たべもの　（所管：保健課、単位：回）", "保健課", "２ たべもの"),
        ("延長保育事業【保育課】", "保育課", "延長保育事業"),
        ("食育の推進（受け持ち：保健課）", "保健課", "食育の推進"),
        ("単位：万人／担当：保健課", "保健課", "単位：万人／担当：保健課"),
        ("食育の推進（資料：保健課）", "", "食育の推進（資料：保健課）"),
        ("公民館（中央館）", "", "公民館（中央館）"),
        ("担当：保健課が、毎年の数をまとめたものを示す。", "", "担当：保健課が、毎年の数をまとめたものを示す。"),
    ],
)
def test_section_is_told_apart_from_its_title(line: str, section: str, title: str) -> None:
    assert departments_in(line) == ((section,) if section else ())
    assert without_departments(line) == title


def test_section_above_each_block_is_of_its_rows() -> None:
    sheet = Sheet("1", (("１ からだ（所管：健康課、単位：人）", ""), ("指標", "R4"), ("健診", "30")))
    assert tells_facts(sheet, 0)
    assert list(facts_above(sheet, 1)) == [(Use.DEPARTMENT, "健康課")]
    assert title_above(sheet, 1) == "１ からだ"


def test_title_stands_above_the_line_of_the_unit() -> None:
    assert title_above(Sheet("1", (("延長保育【保育課】", ""), ("（単位：人）", ""), ("区分", "R4"))), 2) == "延長保育"
    around = Sheet("1", (("区分", "R4"),), around=("延長保育【保育課】", "（単位：人）"))
    assert (title_above(around, 0), list(facts_around(around))) == ("延長保育", [(Use.DEPARTMENT, "保育課")])


def test_a_page_s_lines_of_a_label_a_blank_and_its_section_or_unit_tell_them() -> None:
    page = "<h2>{}</h2><p>担当　{}</p><p>単位　{}</p><table><tr><th>年度</th><th>目標</th><th>実績</th></tr>"
    row = "<tr><td>R4</td><td>40</td><td>38</td></tr></table>"
    blocks = [page.format(*told) + row for told in (("花を植える", "公園課", "本"), ("道を直す", "土木係", "箇所"))]
    found = read_document(f"<html><body>{''.join(blocks)}</body></html>".encode(), "a.html").initiatives
    told = [(one.department, [(measure.name, measure.unit) for measure in one.measures]) for one in found]
    assert told == [("公園課", [("花を植える", "本")]), ("土木係", [("道を直す", "箇所")])]
