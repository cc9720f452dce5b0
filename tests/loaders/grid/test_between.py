"""Words between a page's tables tell of the one that they stand with: a caption of its own, a label behind each of the one
above."""

from loaders.grid.html import read_html
from loaders.records.reading import read_document
from loaders.table.document import Document

HEAD = "<tr><th></th><th>当初値（R2）</th><th>令和3年度</th><th>令和4年度</th></tr>"
ROWS = "<tr><th>目標値</th><td></td><td>30</td><td>40</td></tr><tr><th>実績値</th><td>21</td><td>28</td><td>41</td></tr>"


def _table(caption: str) -> str:
    return f"<table><caption>{caption}</caption>{HEAD}{ROWS}</table>"


def _page(*parts: str) -> bytes:
    return f"<html><head><title>読書の計画</title></head><body>{''.join(parts)}</body></html>".encode()


def _document(*parts: str) -> Document:
    return read_document(_page(*parts), "a.html")


def test_caption_names_what_its_table_is_of_and_tells_the_unit() -> None:
    tables = [_table(f"指標{at}　{name}（単位：冊）") for at, name in enumerate(("借りた本", "読んだ本"), start=1)]
    document = _document("<h2>Ⅰ　本にしたしむ</h2>", *tables)
    measures = [measure for one in document.initiatives for measure in one.measures]
    assert [(measure.name, measure.unit) for measure in measures] == [("借りた本", "冊"), ("読んだ本", "冊")]


def test_label_behind_each_table_is_of_the_table_above() -> None:
    parts = (_table("借りた本"), "<p>所管：図書課</p>", "<h2>Ⅱ</h2>", _table("読んだ本"), "<p>所管：学校課</p>")
    assert [one.department for one in _document(*parts).initiatives] == ["図書課", "学校課"]


def test_label_before_each_table_is_of_the_table_below_whatever_stands_behind_all() -> None:
    parts = ("<p>所管：図書課</p>", _table("借りた本"), "<p>所管：学校課</p>", _table("読んだ本"), "<p>所管：広報課</p>")
    assert [one.department for one in _document(*parts).initiatives] == ["図書課", "学校課"]


def test_notes_behind_a_table_are_kept_with_it() -> None:
    parts = (_table("借りた本"), "<p>※貸出の冊数</p><p>次の表</p>", _table("読んだ本"), "<p>※聞き取り</p>")
    sheets = read_html(_page(*parts), "a.html").sheets
    assert [sheet.below for sheet in sheets] == [("※貸出の冊数",), ("※聞き取り",)]


def test_tables_of_one_caption_are_told_apart_by_their_number() -> None:
    turned = "<tr><th>年度</th><th>目標値</th></tr><tr><td>令和3年度</td><td>30</td></tr>"
    sheets = read_html(_page(_table("単位：冊"), f"<table><caption>単位：冊</caption>{turned}</table>"), "a.html").sheets
    assert [sheet.name for sheet in sheets] == ["単位：冊", "単位：冊（表2）"]


def test_lines_of_a_heading_before_its_sub_headings_are_of_all_tables_below_them() -> None:
    by_school = ("<h2>Ⅰ　学力</h2>", "<p>担当課：学校課</p>", "<h3>借りた本</h3>", _table(""), "<h3>読んだ本</h3>", _table(""))
    by_sports = ("<h2>Ⅱ　体力</h2>", "<h3>走った距離</h3>", _table(""))
    assert [one.department for one in _document(*by_school, *by_sports).initiatives] == ["学校課", "学校課", "不明"]


def test_lines_right_before_a_table_are_of_it_alone() -> None:
    parts = ("<h2>Ⅰ　学力</h2>", "<p>担当課：学校課</p>", _table("借りた本"), "<h3>読んだ本</h3>", _table(""))
    assert [one.department for one in _document(*parts).initiatives] == ["学校課", "不明"]
