"""Text comes out as it is split at tabs and line ends, but for the quotes that Excel puts around a cell."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from loaders.store.inputs import DOCUMENT
from loaders.table.lines import rows_of

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))
QUOTED = {
    '"【目標】1,000人、""広報"""': '【目標】1,000人、"広報"',
    '"一行目\n二行目"': "一行目 二行目",
    '"一行目\r\n\r\n二行目"': "一行目 二行目",
    '"一行目\r二行目"': "一行目 二行目",
    '"広報紙に掲載した。\n"': "広報紙に掲載した。",
    '""': "",
    '"""広報"""': '"広報"',
}
# Cells that only look as if they were in quotes: their words stay as they are.
VERBATIM = (
    '"閉じない',
    '閉じるだけ"',
    '文の中の"広報"です',
    '"広報"と"周知"',
    '"広報" ',
    ' "広報"',
    '"広報""',
    '"',
    '"""',
    "U+2028\u2028と改ページ\x0cと\x0bと\x85",
)


def split(text: str) -> list[tuple[int, list[str]]]:
    """The rows of a text without cells in quotes."""
    return [(number, line.removesuffix("\r").split("\t")) for number, line in enumerate(text.split("\n"), start=1)]


@pytest.mark.parametrize(("printed", "words"), QUOTED.items(), ids=map(repr, QUOTED))
@pytest.mark.parametrize("at", range(3))
def test_quotes_around_a_cell_are_taken_off(printed: str, words: str, at: int) -> None:
    cells, expected = ["前", "中", "後"], ["前", "中", "後"]
    cells[at], expected[at] = printed, words
    rows = list(rows_of("\t".join(cells) + "\n次の行"))
    assert [row for _, row in rows] == [expected, ["次の行"]]


@pytest.mark.parametrize("cell", VERBATIM)
@pytest.mark.parametrize("at", range(3))
def test_stray_quote_is_a_word_like_any_other(cell: str, at: int) -> None:
    cells = ["前", "中", "後"]
    cells[at] = cell
    text = "\t".join(cells) + "\n次の行\t次\n"
    assert list(rows_of(text)) == split(text)


def test_quote_that_is_never_closed_takes_no_other_cell_along() -> None:
    text = '1\t"閉じない\t閉じるだけ"\n2\t次\n'
    assert list(rows_of(text)) == split(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
def test_lines_end_as_each_system_ends_them(end: str) -> None:
    assert list(rows_of(end.join(["a\tb", "", "c\t", ""]))) == [(1, ["a", "b"]), (2, [""]), (3, ["c", ""]), (4, [""])]


def test_row_is_at_the_line_on_which_it_begins() -> None:
    text = '1\t"一\r\n二\n三"\t"四\r五"\r\n2\tb\n'
    assert [(number, row[0]) for number, row in rows_of(text)] == [(1, "1"), (5, "2"), (6, "")]


def test_byte_order_mark_before_a_quote_is_no_matter() -> None:
    assert list(rows_of('\ufeff"a,b"\tc')) == [(1, ["a,b", "c"])]


def test_empty_text_is_one_empty_line() -> None:
    assert list(rows_of("")) == [(1, [""])]


@pytest.mark.parametrize("path", [DOCUMENT, *SAMPLES], ids=lambda path: path.name)
def test_documents_come_out_as_they_are_split(path: Path) -> None:
    text = path.read_bytes().decode()
    assert list(rows_of(text)) == split(text)


@given(st.text(alphabet='ab"\t\n\u2028\x0c 、'))
@example('a"\t"b"c"\n"')
def test_no_character_but_quotes_and_breaks_in_quotes_is_lost(text: str) -> None:
    kept = "\n".join("\t".join(row) for _, row in rows_of(text))
    assert [sign for sign in kept if sign not in '"\n '] == [sign for sign in text if sign not in '"\n ']


@given(st.text(alphabet="ab\t\n\u2028\x0c 、"))
def test_text_without_quotes_comes_out_as_it_is_split(text: str) -> None:
    assert list(rows_of(text)) == split(text)


@given(st.lists(st.lists(st.text(alphabet='ab",、 \u2028'), min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_a_spreadsheet_writes_is_read_back(table: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, "excel-tab").writerows(table)
    assert [row for _, row in rows_of(written.getvalue())] == [*table, [""]]
