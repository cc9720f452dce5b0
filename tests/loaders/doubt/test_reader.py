"""The second reader has learnt from labelled years alone, and casts doubt where it would have read otherwise."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.doubt.features import PIECES, SENTENCES_PATH, SENTENCES_SIZE, SIZE, WEIGHTS, Texts, features
from loaders.doubt.reader import ROWS, STATUSES, WEIGHTS_PATH, read
from loaders.initiative import read_initiative
from loaders.model import Status
from loaders.outcomes.sentence_likeness import TELLINGS, Telling
from loaders.prose.trained import weights
from tests.series import cells_of, row

CALLED_OFF = Texts("新型コロナウイルス感染症の影響により中止した。", "講座を開催する。", "講座を開催する。")


def test_the_weights_are_a_small_file_for_every_status_and_carry_over() -> None:
    assert weights(WEIGHTS_PATH).shape == (ROWS, SIZE + 1)
    assert WEIGHTS_PATH.stat().st_size <= 2_000_000


def test_its_reader_of_sentences_is_a_small_file_with_a_row_for_each_telling_and_one_for_rarity() -> None:
    assert weights(SENTENCES_PATH).shape == (len(TELLINGS) + 1, SENTENCES_SIZE + 1)
    assert SENTENCES_PATH.stat().st_size <= 2_000_000


@pytest.mark.parametrize(
    ("texts", "likeliest"),
    [
        (CALLED_OFF, Status.UNMET),
        (Texts("講座を開催した。", "講座を開催する。", "引き続き講座を開催する。"), Status.IMPLEMENTED),
        (Texts("導入について検討した。", "導入を検討する。", "引き続き検討する。"), Status.UNDER_STUDY),
        (Texts("", "講座を開催する。", ""), Status.NOT_REPORTED),
        (Texts("【結果】12回", "【目標】10回", "【目標】10回"), Status.MET),
        (Texts("【結果】8回にとどまった。", "【目標】10回", "【目標】10回"), Status.UNMET),
    ],
)
def test_it_reads_what_every_table_words_alike(texts: Texts, likeliest: Status) -> None:
    assert read(texts).likeliest is likeliest


def test_work_that_was_called_off_and_is_planned_again_was_carried_over_rather_than_work_that_was_done() -> None:
    done = Texts("講座を開催した。", CALLED_OFF.plan, CALLED_OFF.next_plan)
    assert read(CALLED_OFF).carried_over > read(done).carried_over


@given(st.builds(Texts, st.text(max_size=40), st.text(max_size=40), st.text(max_size=40)))
def test_any_words_make_likelihoods_that_add_up_to_one(texts: Texts) -> None:
    seen = read(texts)
    assert set(seen.statuses) == set(STATUSES)
    assert sum(seen.statuses.values()) == pytest.approx(1.0)
    assert 0 <= seen.carried_over <= 1


@given(st.text(max_size=60))
def test_a_block_of_texts_weighs_the_same_however_long(evaluation: str) -> None:
    places, values = features(Texts(evaluation, "", ""))
    assert np.square(values[places < PIECES]).sum() == pytest.approx(sum(WEIGHTS.values()))


def test_what_the_sentences_tell_stands_behind_the_pieces_of_the_texts() -> None:
    def told(evaluation: str) -> np.ndarray:
        return features(Texts(evaluation, "看板を10基設ける。", ""))[1][-(SIZE - PIECES) :]

    done, waits = told("看板を10基とも設けた。"), told("看板はまだ倉庫にある。")
    assert TELLINGS[int(done[: len(TELLINGS)].argmax())] is Telling.DONE
    assert TELLINGS[int(waits[: len(TELLINGS)].argmax())] is Telling.FAILED
    assert not told("").any()


def test_years_and_numbers_are_no_words() -> None:
    told = (("令和２年度", "12"), ("H30", "1,204"))
    one, other = (Texts(f"{year}に{count}回開いた。", "", "").folded for year, count in told)
    assert one == other


def outcome_of(plan: str, evaluation: str) -> tuple[Status, float, list[tuple[str, str]]]:
    """Return what 2017 of a row of these words is read as, how surely, and the second reader's doubts."""
    initiative = row(h29_plan=plan, h29_result=evaluation)
    reading = read_initiative(initiative, cells_of(initiative), [2017])
    [outcome] = reading.outcomes
    return outcome.status, outcome.confidence, [(f.kind, f.message) for f in reading.findings if f.kind == "readers_disagree"]


def test_where_it_agrees_nothing_is_said() -> None:
    assert outcome_of("講座を開催する。", "新型コロナウイルス感染症の影響により中止した。")[2] == []
