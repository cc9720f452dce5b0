"""Whatever the width, case and blanks of a text, a word is found in it and marked where it stands."""

import unicodedata

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.database import store
from dashboard.text.folding import TextSpan, fold, folded_words, merged, occurrences

# Characters whose folding changes length or depends on the neighbour: marks that join, ligatures, squares, blanks.
AWKWARD = "かがガｶﾞﾞ゛゙ﾊﾟ゚㎡㈱①ﬁßİ…　 \n\tＡaÅ각ᄀ\u1161\u0301\u0327ΐ¨2②"
TEXTS = st.text(st.one_of(st.sampled_from(AWKWARD), st.characters(exclude_categories=["Cs"])), max_size=40)
FULL_WIDTH = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
BLANKS = st.lists(st.sampled_from(["", "", " ", "　", "\n"]), min_size=3, max_size=3)


def as_the_store_folds(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@given(TEXTS)
def test_a_text_is_folded_as_a_whole_and_piece_by_piece_alike(text: str) -> None:
    assert fold(text).characters == as_the_store_folds(text)


@given(TEXTS)
def test_every_folded_character_came_from_a_stretch_that_folds_to_it(text: str) -> None:
    folded = fold(text)
    assert len(folded.sources) == len(folded.characters)
    assert list(folded.sources) == sorted(folded.sources)
    for character, source in zip(folded.characters, folded.sources, strict=True):
        assert character in as_the_store_folds(text[source.start : source.end])


@given(TEXTS, st.data())
def test_a_piece_of_a_text_is_found_in_it_and_every_mark_holds_a_word(text: str, data: st.DataObject) -> None:
    folded = fold(text).characters
    start = data.draw(st.integers(0, max(len(folded) - 1, 0)))
    word = folded[start : start + data.draw(st.integers(1, 5))]
    found = occurrences(text, [word])
    assert bool(found) == bool(word)
    for span in found:
        assert word in as_the_store_folds(text[span.start : span.end])


@given(
    st.text("abcXYZ0129", min_size=1, max_size=6),
    st.text("市民課の、。", max_size=6),
    BLANKS,
    st.lists(st.booleans(), min_size=6, max_size=6),
)
def test_a_word_is_marked_from_its_first_to_its_last_character(
    word: str, around: str, blanks: list[str], wide: list[bool]
) -> None:
    drawn = [FULL_WIDTH[sign].swapcase() if is_wide else sign for sign, is_wide in zip(word, wide, strict=False)]
    written = blanks[0].join(drawn)
    text = f"{around}{blanks[1]}{written}{blanks[2]}{around}"
    first = len(around) + len(blanks[1])
    assert occurrences(text, folded_words(word)) == (TextSpan(first, first + len(written)),)


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("防災メール登録者数", ["防災メール"], ["防災メール"]),
        ("ＩＣＴ　研修とICT研修", ["ict研修"], ["ＩＣＴ　研修", "ICT研修"]),
        ("ICT研修", ["研修", "ict"], ["ICT研修"]),
        ("ﾎｰﾑﾍﾟｰｼﾞに掲載", ["ホームページ"], ["ﾎｰﾑﾍﾟｰｼﾞ"]),
        ("約5㎡の掲示", ["5m"], ["5㎡"]),
        ("ＬＩＮＥ、line、Line", ["line"], ["ＬＩＮＥ", "line", "Line"]),
        ("回回回", ["回回"], ["回回回"]),
        ("防災", ["消防"], []),
        ("", ["防災"], []),
    ],
)
def test_marks_stand_on_the_verbatim_words(text: str, words: list[str], marked: list[str]) -> None:
    assert [text[span.start : span.end] for span in occurrences(text, words)] == marked


def test_words_of_a_query_are_parted_at_blanks_of_any_width_and_told_once() -> None:
    assert folded_words("　ＩＣＴ 研修\tict　") == ("ict", "研修")
    assert folded_words(" 　") == ()


def test_spans_that_touch_are_one() -> None:
    assert merged([TextSpan(4, 6), TextSpan(0, 2), TextSpan(2, 3), TextSpan(5, 9)]) == (TextSpan(0, 3), TextSpan(4, 9))


def test_a_text_is_folded_as_the_store_folds_it(open_store: store.Identity) -> None:
    with duckdb.connect(open_store.address.text, read_only=True) as connection:
        cells = connection.execute("select text, search_text from cell where text <> ''").fetchall()
    assert cells
    assert [fold(text).characters for text, _ in cells] == [folded for _, folded in cells]
