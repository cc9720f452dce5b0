"""A clause is read by its predicate: folded and made plain first, and by the phrase that it ends in."""

import pytest

from loaders.outcomes.phrases import ASIDE, BESIDE_FAILURE, INSTEAD, LATER_YEAR, POLITE, is_blank, read_phrase
from loaders.outcomes.predicates import CLOSING, DOING, FAILING
from loaders.outcomes.vocabulary.loading import PHRASES
from loaders.prose.widths import narrow
from tests.loaders.outcomes.vocabulary import main_clause


def test_no_predicate_both_fails_and_succeeds() -> None:
    assert not CLOSING & FAILING
    assert not DOING & (CLOSING | FAILING)


@pytest.mark.parametrize("example", [example for row in BESIDE_FAILURE for example in row.examples])
def test_words_of_failure_may_be_denied_or_name_something_else(example: str) -> None:
    found = read_phrase(main_clause(example))
    assert found is not None
    assert found.says in DOING


@pytest.mark.parametrize(
    "words", ["中止とせざるを得なかった", "中止を余儀なくされた", "中止せざるを得なかった", "延期する予定である"]
)
def test_failure_that_could_not_be_helped_is_one(words: str) -> None:
    found = read_phrase(words)
    assert found is not None
    assert found.says in FAILING


@pytest.mark.parametrize("mark", ["", "　", "－", "―", "なし", "該当なし", "特になし。"])
def test_mark_alone_reports_nothing(mark: str) -> None:
    assert is_blank(narrow(mark))


@pytest.mark.parametrize("words", ["未実施", "開催実績なし", "特段、対応することはなかった。", "0件"])
def test_words_are_no_blank_mark(words: str) -> None:
    assert not is_blank(words)


@pytest.mark.parametrize(
    "words", ["なお、サイトの構築検討は行っていない。", "※2回分は台風の影響で中止", "(例)ある地区で発生した"]
)
def test_remark_beside_the_point_is_known_by_its_opening(words: str) -> None:
    assert ASIDE.match(words)


def test_alternative_is_known_by_its_words() -> None:
    assert INSTEAD.search("代わりに動画を配信した。")
    assert not INSTEAD.search("担当者が替わった。")


def test_preparation_for_a_later_year_is_known() -> None:
    assert LATER_YEAR.search("令和3年度導入に向けて準備を行った")
    assert not LATER_YEAR.search("自動応答に向け準備した")


@pytest.mark.parametrize(("polite", "plain"), POLITE)
def test_polite_ending_says_the_same_as_the_plain_one(polite: str, plain: str) -> None:
    stem = (
        "検討し"
        if plain.startswith(("て", "た"))
        else "開催でき"
        if plain.startswith("な")
        else "未実施"
        if plain.startswith("で")
        else "検討"
    )
    assert read_phrase(stem + polite) == read_phrase(stem + plain)
    assert read_phrase(stem + plain) is not None


@pytest.mark.parametrize("figures", ["135", "1,200", "-3.5", "12.3%", "3/4", "▲3", "(3)"])
def test_figures_alone_say_nothing_and_no_phrase_is_looked_for(figures: str) -> None:
    assert read_phrase(figures) is None
    assert not [phrase.id for phrase in PHRASES if phrase.pattern.search(figures)]
