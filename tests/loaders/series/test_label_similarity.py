"""When two labels name one thing."""

import pytest

from loaders.prose.vocabulary import load_rows, words_of
from loaders.series import label_similarity
from loaders.series.label_similarity import ALIKE, SAME_WORD, core, is_told_in, normal, similarity, unit_class

EXAMPLES = {row.pattern.pattern: row.examples for row in load_rows(words_of(label_similarity.__file__))}
ONE_THING = [
    ("広報紙での周知", "広報誌での周知"),
    ("印西市環境審議会", "環境審議会"),
    ("認知症・初期集中支援チーム検討委員会", "認知症初期集中支援チーム検討委員会"),
    ("小中学校通学区区域審議会", "通学区区域審議会"),
    ("参加人数", "参加者"),
    ("参加者数", "参加人数"),
    ("ホームページ", "HP"),
    ("広報", "広報紙"),
    ("環境白書2017のホームページへの掲載", "環境白書2020のホームページへの掲載"),
    ("講座回数", "市民向けのSNS講座"),
]
TWO_THINGS = [
    ("広報紙での周知", "出前講座での周知"),
    ("小・中学校", "中学校"),
    ("小学校", "中学校"),
    ("ホームページ", "広報紙"),
    ("景観審議会", "都市計画審議会"),
    ("市公式", "いんざい君"),
    ("アクセス件数", "交渉成立件数"),
]


@pytest.mark.parametrize(("one", "other"), ONE_THING)
def test_labels_of_one_thing_are_alike(one: str, other: str) -> None:
    assert similarity(one, other) >= ALIKE
    assert similarity(other, one) == similarity(one, other)


@pytest.mark.parametrize(("one", "other"), TWO_THINGS)
def test_labels_of_two_things_are_not_alike(one: str, other: str) -> None:
    assert similarity(one, other) < ALIKE


@pytest.mark.parametrize(
    ("word", "example"), [(word, example) for writing, word in SAME_WORD for example in EXAMPLES[writing.pattern]]
)
def test_every_writing_of_a_word_is_read_as_the_word(word: str, example: str) -> None:
    assert word in normal(example)
    assert normal(example) != example.lower()


@pytest.mark.parametrize("label", ["目標", "結果/目標", "回数", "内容", "台数", "事業目標", "場所", "件数"])
def test_bare_labels_say_nothing_of_the_thing(label: str) -> None:
    assert core(label) == ""


@pytest.mark.parametrize(("label", "thing"), [("参加人数", "参加"), ("公開手続数", "公開手続"), ("発行冊数", "発行")])
def test_core_of_a_label_is_the_thing_without_the_word_for_counting(label: str, thing: str) -> None:
    assert core(label) == thing


@pytest.mark.parametrize(("one", "other"), [("カ所", "箇所"), ("名", "人"), ("回/年", "回"), ("％", "%"), ("手続", "手続き")])
def test_writings_of_one_unit_are_one_unit(one: str, other: str) -> None:
    assert unit_class(one) == unit_class(other)


@pytest.mark.parametrize(("one", "other"), [("校", "箇所"), ("回", "人"), ("件", "回"), ("回", None)])
def test_other_units_differ(one: str, other: str | None) -> None:
    assert unit_class(one) != unit_class(other)


def test_a_label_is_told_in_the_sentence_that_uses_its_words() -> None:
    sentence = "引き続き広報紙等で周知を図る。"
    assert is_told_in("広報紙での周知", sentence) > is_told_in("出前講座での周知", sentence)
