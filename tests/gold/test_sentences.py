"""Sentences that no phrase knows are read as the labelled ones that are like them; training gives the same weights again."""

import numpy as np
import pytest

from loaders.doubt.features import Texts
from loaders.model import Status
from loaders.outcomes.sentence_likeness import SIZE, TELLINGS, WEIGHTS, WEIGHTS_PATH, Telling, features, likely
from loaders.prose.trained import checksum, weights
from tests.gold.sentences import YEAR_WEIGHT, Sentence, lists, of_years, rarity, train

SAID = (
    Sentence("看板を立てる", "看板はまだ倉庫にある。", (Telling.FAILED,)),
    Sentence("橋を架け替える", "橋のたもとには通行止めの札がまだ下がっている。", (Telling.FAILED,)),
    Sentence("看板を立てる", "看板は3か所に立った。", (Telling.DONE,)),
    Sentence("橋を架け替える", "橋は架け替えを終え、通れるようになった。", (Telling.DONE,)),
    Sentence("窓口を設ける", "前の年は雪が多かった。", (Telling.ASIDE,)),
)


def test_training_gives_the_same_weights_again() -> None:
    assert train(SAID).tobytes() == train(SAID).tobytes()


@pytest.mark.parametrize(
    ("words", "telling"),
    [
        ("杭はまだ倉庫にある。", Telling.FAILED),
        ("杭は3か所に立った。", Telling.DONE),
        ("前の年は風が強かった。", Telling.ASIDE),
    ],
)
def test_a_sentence_tells_what_those_tell_that_are_like_it(words: str, telling: Telling) -> None:
    shares = likely(train(SAID).astype(np.float64), "杭を打つ", words)
    assert max(shares, key=lambda one: shares[one]) is telling
    assert sum(shares.values()) == pytest.approx(1)


def test_what_few_sentences_hold_tells_more_than_what_many_do() -> None:
    telling = rarity(SAID)
    assert telling[checksum("s:倉") % SIZE] > telling[checksum("s:橋") % SIZE] > telling[checksum("s:た") % SIZE]


def test_a_sentence_counts_as_much_however_rare_its_features_are() -> None:
    _, values = features("杭を打つ", "杭はまだ倉庫にある。", rarity(SAID))
    assert values @ values == pytest.approx(sum(WEIGHTS.values()))
    assert len(set(values)) > len(WEIGHTS)


def test_no_sentence_of_a_year_whose_work_was_done_tells_a_failure() -> None:
    texts = Texts("雨が続いた日もあった。訓練は2回とも行った。", "訓練を2回行う", "")
    assert of_years([(texts, (Status.MET, Status.IMPLEMENTED))]) == [
        Sentence("訓練を2回行う", "雨が続いた日もあった。", (Telling.DONE,), YEAR_WEIGHT),
        Sentence("訓練を2回行う", "訓練は2回とも行った。", (Telling.DONE,), YEAR_WEIGHT),
    ]


def test_which_of_several_sentences_tells_a_failure_is_not_known() -> None:
    texts = Texts("雨が続いた日もあった。訓練は見送った。", "訓練を2回行う", "")
    assert of_years([(texts, (Status.UNMET,))]) == []


def test_all_lists_name_kinds_that_the_reader_knows() -> None:
    assert {one.tellings[0] for sentences in lists().values() for one in sentences} == set(Telling)


def test_weights_have_a_row_for_each_telling_and_one_for_how_much_features_tell() -> None:
    assert weights(WEIGHTS_PATH).shape == (len(TELLINGS) + 1, SIZE + 1)
