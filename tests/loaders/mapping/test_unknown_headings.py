"""A heading that no cue knows is read as like headings of labelled lists would have it, and never as surely as one that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.mapping.cells.evidence import look_at
from loaders.mapping.columns.one_column import classify
from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.looks import Evidence
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_senses import senses
from loaders.mapping.words.unknown_headings import SIZE, USES, WEIGHTS_PATH, likely_uses
from loaders.prose.trained import weights

SENTENCES = ("講座を3回開き、40人が参加した。", "参加者は28人にとどまった。")


def test_the_weights_are_a_small_file_for_every_use() -> None:
    assert weights(WEIGHTS_PATH).shape == (len(USES), SIZE + 1)
    assert WEIGHTS_PATH.stat().st_size <= 500_000


@given(st.text(max_size=80))
def test_any_heading_makes_likelihoods_that_add_up_to_one_or_none(heading: str) -> None:
    uses = likely_uses(heading, Evidence(0))
    assert uses == {} or sum(uses.values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("heading", "cells", "use"),
    [
        ("R5に成しとげたこと", SENTENCES, Use.RESULT),
        ("R5に行うつもりのこと", ("講座を3回開く。", "参加者を増やす。"), Use.TARGET),
        ("この事業のあらまし", ("高齢者の家を訪ねる。", "用水路を直す。"), Use.ACTIVITY),
    ],
)
def test_words_that_no_cue_knows_are_read_in_doubt(heading: str, cells: tuple[str, ...], use: Use) -> None:
    column = classify(Seen(0, (heading,), look_at(cells)))
    assert column.use is use
    assert column.confidence < 0.8
    assert "似た見出し" in column.reason


@pytest.mark.parametrize("heading", ["R5実績", "担当課", "R5目標値"])
def test_words_that_a_cue_knows_need_no_likeness(heading: str) -> None:
    column = classify(Seen(0, (heading,), look_at(("12", "40"))))
    assert column.use is max(senses(heading), key=lambda use: senses(heading)[use])
    assert "似た見出し" not in column.reason


def test_what_says_nothing_of_its_column_stays_unread() -> None:
    assert classify(Seen(0, ("値",), look_at(("12", "40")))).use is Use.UNREAD
    assert classify(Seen(0, ("",), look_at(("12", "40")))).use is Use.UNREAD
