"""A note explains a body's own words: it goes before place and likeness, and what explains no two halves is no key."""

import pytest

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.columns.own_words import EXAMPLES, words_told
from loaders.mapping.model.confidence import BY_ITS_WORDS
from loaders.mapping.model.mapping import Mapping, TableMapping, Use
from loaders.mapping.model.written import read_written, written
from loaders.mapping.proposing import propose
from loaders.records.reading import read_document

HEADING = ("指標", "R4波", "R4凪", "R5波", "R5凪")
ROWS = (("受診した人", "288", "300", "341", "320"), ("教室に来た人", "77", "80", "88", "90"))


def _table(*rows: tuple[str, ...], below: tuple[str, ...] = (), beside: tuple[Sheet, ...] = ()) -> TableMapping:
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows, below=below), *beside))).tables
    return table


@pytest.mark.parametrize(("told", "uses"), EXAMPLES.items())
def test_note_says_which_word_is_the_plan(told: tuple[str, str, str], uses: tuple[Use, Use | None] | None) -> None:
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


def test_beside_known_words_for_both_a_meaning_that_begins_like_a_plan_makes_none() -> None:
    note = "※効果額は、取組を行わなかった場合との比較による。"
    assert words_told([note], ["目標", "実績", "効果額"]) == {}
    heading = ("指標", "R4目標", "R4実績", "R4効果額", "R5目標", "R5実績", "R5効果額")
    rows = (("売れた区画", "3", "4", "18,420", "3", "調整中", "3,960"), ("集約した館", "2", "2", "0", "5", "4", "6,700"))
    uses = [c.use for c in _table(heading, *rows, below=(note,)).columns[1:]]
    assert uses == [Use.TARGET, Use.RESULT, Use.UNREAD] * 2


def test_what_a_note_denies_to_be_a_plan_is_none_in_rows() -> None:
    note = "※「量の見込み」は利用者の推計であり、市の目標ではない。"
    rows = [f"{word},{values}" for word, values in (("量の見込み", "42,43"), ("確保方策", "45,46"), ("実績", "39,41"))]
    lines = [note, "事業,区分,R4,R5", *(f"{name},{row}" for name in ("預かり", "送迎") for row in rows)]
    [first, _] = read_document("\n".join(lines).encode(), "a.csv").initiatives
    [measure] = first.measures
    stated = sorted((v.role.value, v.year, v.value) for v in measure.stated)
    assert stated == [("result", 2022, 39), ("result", 2023, 41), ("target", 2022, 45), ("target", 2023, 46)]


def test_what_a_note_denies_to_be_a_plan_is_none_in_columns() -> None:
    heading = ("事業", *(f"{year}{word}" for year in ("R4", "R5") for word in ("量の見込み", "確保方策", "実績")))
    rows = (("預かり", "42", "45", "39", "43", "45", "40"), ("送迎", "64", "70", "51", "65", "70", "52"))
    table = _table(heading, *rows, below=("「量の見込み」は推計であり、目標ではない。",))
    assert [(c.use, c.indicator) for c in table.columns[1:]] == [(Use.UNREAD, 0), (Use.TARGET, 0), (Use.RESULT, 0)] * 2
    assert "目標や計画ではないとある" in table.columns[1].reason
