"""A note explains a body's own words: it goes before place and likeness, and what explains no two halves is no key."""

import pytest

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.confidence import BY_ITS_WORDS
from loaders.mapping.mapping import Mapping, TableMapping, Use
from loaders.mapping.own_words import EXAMPLES, words_told
from loaders.mapping.proposing import propose
from loaders.mapping.written import read_written, written

HEADING = ("指標", "R4波", "R4凪", "R5波", "R5凪")
ROWS = (("受診した人", "288", "300", "341", "320"), ("教室に来た人", "77", "80", "88", "90"))


def _table(*rows: tuple[str, ...], below: tuple[str, ...] = (), beside: tuple[Sheet, ...] = ()) -> TableMapping:
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, below=below), *beside))).tables
    return table


@pytest.mark.parametrize(("told", "uses"), EXAMPLES.items())
def test_note_says_which_word_is_the_plan(told: tuple[str, str, str], uses: tuple[Use, Use] | None) -> None:
    note, *words = told
    found = words_told([note], words)
    assert tuple(found.get(word) for word in words) == (uses or (None, None))


def test_note_goes_before_place_and_headings_stay_as_printed() -> None:
    table = _table(HEADING, *ROWS, below=("※凪は目標、波は実績",))
    assert [c.use for c in table.columns[1:]] == [Use.RESULT, Use.TARGET] * 2
    assert [c.heading for c in table.columns] == list(HEADING)
    assert table.confidence >= BY_ITS_WORDS
    assert "注記に、「凪」は「目標・計画」とある" in table.columns[2].reason


def test_key_on_a_sheet_of_its_own_explains_the_others() -> None:
    key = Sheet("凡例", (("凪", "凪は計画した値"), ("波", "波は実際の値")))
    assert [c.use for c in _table(HEADING, *ROWS, beside=(key,)).columns[1:]] == [Use.RESULT, Use.TARGET] * 2


def test_words_beside_rows_are_kept_with_the_mapping() -> None:
    rows = (("指標", "印", "R4", "R5"), ("植樹", "◇", "38", "42"), ("", "◆", "40", "44"), ("清掃", "◇", "9", "8"))
    table = _table(*rows, ("", "◆", "10", "10"), below=("◆は目標、◇は実績",))
    assert table.row_kinds == (("◆", Use.TARGET), ("◇", Use.RESULT))
    assert read_written(written(Mapping((table,)))).tables == (table,)


def test_known_words_are_not_explained_away() -> None:
    heading = ("指標", "R4目標", "R4実績", "R5目標", "R5実績")
    table = _table(heading, *ROWS, below=("※指標は実績、目標は前年度の実績",))
    assert [c.use for c in table.columns] == [Use.MEASURE, *[Use.TARGET, Use.RESULT] * 2]
