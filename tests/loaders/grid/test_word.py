"""A Word document's tables are read as its reader sees them: what is hidden, deleted or outside of it never is."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_BREAK

from loaders.errors import DocumentError
from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.grid.limits import MOST_ROWS, MOST_SHEETS
from loaders.grid.opening import read_grid
from tests.intake.word import on_every_page, put

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def part(root: str, content: str, space: str = W) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{space}" {SPACES}>{content}</w:{root}>'


def package(body: str, more: Mapping[str, str | bytes] | None = None, space: str = W) -> bytes:
    """Return a document of this body, with other parts by their names below word/."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>", space))
        for name, content in (more or {}).items():
            archive.writestr(f"word/{name}", content)
    return out.getvalue()


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def tc(content: str, properties: str = "") -> str:
    """Return a cell of a paragraph, or of what is given where that is no run."""
    inner = content if content.startswith(("<w:p>", "<w:tbl>")) else p(content if content.startswith("<") else run(content))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    made = (cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


HEAD = tr("指標", "R5目標", "R5実績")


def grid_of(body: str, more: Mapping[str, str | bytes] | None = None, space: str = W) -> Grid:
    return read_grid(package(body, more, space), "表.docx")


def cell_of(content: str, more: Mapping[str, str | bytes] | None = None) -> str:
    """Return the words of a cell that holds this."""
    return grid_of(tbl(HEAD, tr("植樹", "120", tc(content))), more).sheets[0].rows[1][2]


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


@pytest.mark.parametrize("space", [W, STRICT], ids=["transitional", "strict"])
def test_each_table_is_a_sheet(space: str) -> None:
    grid = grid_of(tbl(HEAD, tr("植樹", "120", "118")) + p(run("次の表")) + tbl(HEAD), space=space)
    assert grid.format is Format.WORD
    assert [sheet.name for sheet in grid.sheets] == ["表1", "表2"]
    assert grid.sheets[0].rows == (("指標", "R5目標", "R5実績"), ("植樹", "120", "118"))


def test_cells_are_merged_across_and_down() -> None:
    down, on = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    sheet = grid_of(
        tbl(
            tr(tc("事業", down), tc("R5", "<w:gridSpan w:val='2'/>")),
            tr(tc("", on), "目標", "実績"),
            tr(tc("植樹", down), "120", "118"),
            tr(tc("", on), "30", "31"),
        )
    ).sheets[0]
    assert sheet.rows == (("事業", "R5", ""), ("", "目標", "実績"), ("植樹", "120", "118"), ("", "30", "31"))
    assert set(sheet.spans) == {MergedCells(0, 0, 1, 0), MergedCells(0, 1, 0, 2), MergedCells(2, 0, 3, 0)}


def test_cell_that_goes_on_from_none_is_one_of_its_own() -> None:
    sheet = grid_of(tbl(HEAD, tr(tc("植樹", "<w:vMerge/>"), "120", "118"), tr("清掃", "1", "2"))).sheets[0]
    assert (sheet.rows[1][0], sheet.spans) == ("植樹", ())


def test_row_that_begins_further_right_stands_under_its_columns() -> None:
    sheet = grid_of(tbl(HEAD, tr("120", "118", properties="<w:gridBefore w:val='1'/>"))).sheets[0]
    assert sheet.rows[1] == ("", "120", "118")


def test_edges_that_a_hand_drew_a_hair_apart_are_one() -> None:
    wide = "<w:gridSpan w:val='2'/>"
    rows = (tr("指標", tc("R5目標", wide), "R5実績"), tr(tc("植樹", wide), "120", "118"))
    assert grid_of(tbl(*rows, widths=(3000, 30, 2000, 2000))).sheets[0].rows == (
        ("指標", "R5目標", "R5実績"),
        ("植樹", "120", "118"),
    )


def test_words_in_several_runs_are_one_and_breaks_are_line_ends() -> None:
    cell = p(run("１") + run("２０") + run("人", "<w:b/>") + "<w:r><w:br/></w:r>" + run("（延べ）")) + p("") + p(run("継続"))
    assert cell_of(cell) == "１２０人\n（延べ）\n\n継続"


def test_empty_paragraphs_around_words_are_not_read() -> None:
    assert cell_of(p("") + p(run("118")) + p("")) == "118"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (f"<w:ins w:id='1' w:author='係'>{run('118')}</w:ins>", "118"),
        (f"{run('118')}<w:del w:id='1' w:author='係'><w:r><w:delText>120</w:delText></w:r></w:del>", "118"),
        (f"<w:moveFrom w:id='1' w:author='係'>{run('120')}</w:moveFrom>{run('118')}", "118"),
        (p(run("令和"), "<w:rPr><w:del w:id='1' w:author='係'/></w:rPr>") + p(run("5年")), "令和5年"),
    ],
    ids=["inserted", "deleted", "moved away", "paragraph's end deleted"],
)
def test_tracked_changes_are_read_as_if_accepted_and_told(content: str, words: str) -> None:
    assert cell_of(content) == words


def test_tracked_changes_are_told() -> None:
    grid = grid_of(tbl(HEAD, tr("植樹", "120", f"<w:ins w:id='1' w:author='係'>{run('118')}</w:ins>")))
    assert ["変更履歴" in finding.message for finding in grid.findings] == [True]


def test_deleted_row_is_not_read() -> None:
    gone = tr("清掃", "1", "2", properties="<w:del w:id='1' w:author='係'/>")
    assert len(grid_of(tbl(HEAD, gone, tr("植樹", "120", "118"))).sheets[0].rows) == 2


def test_hidden_words_are_not_read_and_told() -> None:
    styles = part("styles", "<w:style w:styleId='x'><w:rPr><w:vanish/></w:rPr></w:style>")
    hidden = run("999", "<w:vanish/>") + run("888", "<w:rStyle w:val='x'/>") + run("118", "<w:vanish w:val='0'/>")
    grid = grid_of(tbl(HEAD, tr("植樹", "120", tc(hidden))), {"styles.xml": styles})
    assert grid.sheets[0].rows[1][2] == "118"
    assert [finding.kind for finding in grid.findings] == ["hidden_not_read"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (run("238") + run("2", "<w:vertAlign w:val='superscript'/>") + run(")", "<w:vertAlign w:val='superscript'/>"), "238※2"),
        (run("千m") + run("3", "<w:vertAlign w:val='superscript'/>"), "千m3"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>しょくじゅ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>植樹</w:t></w:r></w:rubyBase>"
            "</w:ruby></w:r>",
            "植樹",
        ),
        ("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>" + run("118"), "118"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('118')}</w:sdtContent></w:sdt>", "118"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('入力')}</w:sdtContent></w:sdt>", ""),
        ("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>", "〓"),
    ],
    ids=["note", "power", "ruby", "field", "control", "placeholder", "drawn fraction"],
)
def test_what_a_paragraph_shows_is_read(content: str, words: str) -> None:
    assert cell_of(content if content.startswith("<w:r>") else p(content)) == words


def test_footnote_is_marked_and_told_below_its_table() -> None:
    notes = part("footnotes", f"<w:footnote w:id='7'>{p('<w:r><w:footnoteRef/></w:r>' + run('速報値'))}</w:footnote>")
    row = tr("植樹", "120", run("118") + "<w:r><w:footnoteReference w:id='7'/></w:r>")
    grid = grid_of(tbl(HEAD, row), {"footnotes.xml": notes})
    assert grid.sheets[0].rows[1][2] == "118※1"
    assert grid.sheets[0].below == ("※1 速報値",)


def test_what_stands_between_tables_is_around_the_next_and_notes_below() -> None:
    styles = part(
        "styles", "<w:style w:styleId='1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
    )
    heading = "<w:pStyle w:val='1'/>"
    body = (
        p(run("緑の計画"), heading),
        p(run("令和5年度")),
        p(run("植える"), "<w:outlineLvl w:val='1'/>"),
        tbl(HEAD),
        p(run("※速報値")),
        p(run("守る"), "<w:outlineLvl w:val='1'/>"),
        tbl(HEAD),
    )
    sheets = grid_of("".join(body), {"styles.xml": styles}).sheets
    assert [sheet.around for sheet in sheets] == [
        ("緑の計画", "令和5年度", "植える"),
        ("緑の計画", "令和5年度", "※速報値", "守る"),
    ]
    assert sheets[0].below == ("※速報値",)


def test_header_of_the_pages_is_the_title_where_the_text_has_none() -> None:
    header = {"header1.xml": part("hdr", p(run("緑の計画　令和5年度")) + p(run("- 1 -")))}
    assert grid_of(tbl(HEAD), header).sheets[0].around == ("緑の計画　令和5年度",)
    assert grid_of(p(run("水の計画")) + tbl(HEAD), header).sheets[0].around == ("水の計画",)


def test_frame_of_one_cell_stands_between_the_tables() -> None:
    grid = grid_of(tbl(tr(tc(p(run("令和5年度の実績")) + tbl(HEAD)))))
    assert [(sheet.rows, sheet.around) for sheet in grid.sheets] == [((("指標", "R5目標", "R5実績"),), ("令和5年度の実績",))]


def test_text_box_between_tables_is_a_line_and_over_a_cell_is_told() -> None:
    drawn = f"<w:txbxContent>{p(run('令和5年度'))}</w:txbxContent>"
    twice = f"<mc:Choice>{drawn}</mc:Choice><mc:Fallback>{drawn}</mc:Fallback>"
    box = f"<w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r>"
    grid = grid_of(p(box) + tbl(HEAD, tr("植樹", "120", tc(p(run("118") + box)))))
    assert (grid.sheets[0].around, grid.sheets[0].rows[1][2]) == (("令和5年度",), "118")
    assert [finding.kind for finding in grid.findings] == ["unread_line"]


def test_table_in_a_cell_is_lines_of_its_words() -> None:
    assert cell_of(p(run("内訳")) + tbl(tr("市", "100"), tr("県", "18")) + p("")) == "内訳\n市 100\n県 18"


def test_table_right_behind_another_of_its_columns_goes_on_with_it() -> None:
    sheets = grid_of(tbl(HEAD, tr("植樹", "120", "118")) + tbl(tr("清掃", "30", "31")) + p("") + tbl(HEAD)).sheets
    assert [len(sheet.rows) for sheet in sheets] == [3, 1]


def test_table_that_was_split_goes_on_where_the_first_part_alone_has_rows_for_every_page() -> None:
    head = tr("指標", "R5目標", "R5実績", properties="<w:tblHeader/>")
    rest, page = tr("清掃", "30", "31"), p("<w:r><w:br w:type='page'/></w:r>")
    counts = [
        [len(sheet.rows) for sheet in grid_of(tbl(first, rest) + between + tbl(second, rest)).sheets]
        for first, between, second in ((head, page, rest), (head, p(run("表2")), rest), (head, page, head), (HEAD, page, rest))
    ]
    assert counts == [[4], [2, 2], [2, 2], [2, 2]]


def test_heading_repeated_on_every_page_stands_once_and_cells_go_over_pages() -> None:
    document = Document()
    table = document.add_table(60, 3)
    for at, words in enumerate(("指標", "R5目標", "R5実績")):
        table.cell(0, at).text = words
    on_every_page(table.rows[0])
    for at in range(1, 60):
        put(table.cell(at, 1), f"１{at}")
    table.cell(20, 0).merge(table.cell(45, 0)).text = "植樹"
    table.cell(30, 2).paragraphs[0].add_run().add_break(WD_BREAK.PAGE)
    sheet = read_grid(saved(document), "表.docx").sheets[0]
    assert [row for row in sheet.rows if row[0] == "指標"] == [("指標", "R5目標", "R5実績")]
    assert (sheet.shown(45, 0), sheet.rows[45][1], sheet.rows[30][2]) == ("植樹", "１45", "")


LEVEL = "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"
LISTED = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"


@pytest.mark.parametrize(
    ("form", "text", "shown"),
    [
        ("decimal", "%1", ["1", "2"]),
        ("decimalEnclosedCircle", "%1", ["①", "②"]),
        ("japaneseCounting", "第%1章", ["第一章", "第二章"]),
        ("aiueoFullWidth", "(%1)", ["(ア)", "(イ)"]),
        ("bullet", "\uf06c", ["・", "・"]),
    ],
)
def test_numbers_of_a_list_are_read_as_they_are_shown(form: str, text: str, shown: list[str]) -> None:
    kind = f"<w:abstractNum w:abstractNumId='0'>{LEVEL.format(form=form, text=text)}</w:abstractNum>"
    numbering = part("numbering", f"{kind}<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>")
    rows = [tr(tc(p("", LISTED)), "植樹", "118"), tr(tc(p("", LISTED)), "清掃", "30")]
    sheet = grid_of(tbl(tr("番号", "指標", "R5実績"), *rows), {"numbering.xml": numbering}).sheets[0]
    assert [row[0] for row in sheet.rows[1:]] == shown


def test_macros_links_and_workbooks_within_are_told_and_never_opened() -> None:
    link = '<Relationship Type="x/subDocument" Target="http://a.example/b.docx" TargetMode="External"/>'
    links = f"<Relationships>{link}</Relationships>"
    more = {"vbaProject.bin": b"x", "_rels/document.xml.rels": links, "embeddings/Book1.xlsx": b"no workbook"}
    sheet = "<w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r>"
    grid = read_grid(package(tbl(HEAD) + p(sheet), more), "表.docm")
    assert [finding.kind for finding in grid.findings] == ["macros_not_run", "links_not_followed", "unread_sheet"]


def old_document() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "WordDocument".encode("utf-16-le") + b"\x00" * 600


def with_entities() -> bytes:
    declared = '<!DOCTYPE w:document [<!ENTITY a "999"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    text = part("document", f"<w:body>{tbl(HEAD, tr('植樹', '&a;', '&b;'))}</w:body>").replace("?>", f"?>{declared}", 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (old_document(), r"Word 文書（\.docx）」で保存し直して"),
        (with_entities(), "Word の文書として開けません"),
        (package(p(run("表のない文書"))), "表がありません"),
        (package("", {"styles.xml": "<w:styles"}), "Word の文書として開けません"),
        (package(tbl(HEAD), {"media/a.xml": b"0" * 30 * 2**20}), "安全のために開いていません"),
        (package(tbl(HEAD), {"a.zip": b"PK"}), "安全のために開いていません"),
        (package("<w:p/>".join([tbl(HEAD)] * (MOST_SHEETS + 1))), "表）が多すぎます"),
        (package(tbl(*[HEAD] * (MOST_ROWS + 1))), "行が多すぎます"),
        (package(tbl(tr(*[tc("1", "<w:gridSpan w:val='999999999'/>")] * 3))), "列が多すぎます"),
    ],
    ids=["old", "entities", "no table", "torn", "bomb", "packed within", "tables", "rows", "columns"],
)
def test_what_does_harm_or_is_no_table_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(DocumentError) as error:
        read_grid(data, "表.docx")
    assert re.search(said, str(error.value))


def test_document_of_deep_nesting_is_refused_or_read_without_a_fault() -> None:
    deep = HEAD
    for _ in range(40):
        deep = tr(tc(tbl(deep) + p("")), "1")
    assert isinstance(read_grid(package(tbl(deep)), "表.docx").sheets[0], Sheet)


def test_workbook_that_holds_a_word_document_is_a_workbook(tmp_path: Path) -> None:
    import xlwt

    book = xlwt.Workbook()
    book.add_sheet("表").write(0, 0, "WordDocument 指標")
    book.save(str(tmp_path / "a.xls"))
    assert read_grid((tmp_path / "a.xls").read_bytes(), "a.xls").format is Format.EXCEL
