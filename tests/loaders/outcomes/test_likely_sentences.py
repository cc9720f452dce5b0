"""What no phrase knows is read as sentences are that it is like, and told as a guess; known words and numbers come first."""

import pytest

from loaders.model import Cell, Kind, Place, Status
from loaders.outcomes import likely_sentences
from loaders.outcomes.likely_sentences import as_like_ones
from loaders.outcomes.predicates import Predicate
from loaders.outcomes.sentence_likeness import Telling
from loaders.outcomes.statements import Statement, read_statements
from tests.gold.causes import read_words


def read(words: str) -> tuple[Statement, ...]:
    place = Place(Kind.RESULT, 2020)
    return read_statements([Cell(place, place, words, 0, len(words), 1.0, "as_printed")])


def told_as(monkeypatch: pytest.MonkeyPatch, telling: Telling, share: float) -> None:
    monkeypatch.setattr(likely_sentences, "tells", lambda _plan, _sentence: {t: share * (t is telling) for t in Telling})


@pytest.mark.parametrize(
    ("telling", "plan", "predicate"),
    [
        (Telling.FAILED, "看板を立てる", Predicate.NOT_DONE),
        (Telling.STUDIED, "看板の設置を検討する", Predicate.STUDIED),
    ],
)
def test_a_sentence_without_a_known_phrase_is_read_by_likeness(
    monkeypatch: pytest.MonkeyPatch, telling: Telling, plan: str, predicate: Predicate
) -> None:
    told_as(monkeypatch, telling, 0.9)
    assert as_like_ones(read("看板は蔵の奥で眠っていた。"), plan)[0].predicate is predicate


def test_what_is_but_little_like_a_failure_stays_as_it_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    told_as(monkeypatch, Telling.FAILED, 0.79)
    said = read("看板は蔵の奥で眠っていた。")
    assert as_like_ones(said, "看板を立てる") == said


def test_work_that_was_to_be_done_is_no_study_by_likeness(monkeypatch: pytest.MonkeyPatch) -> None:
    told_as(monkeypatch, Telling.STUDIED, 0.9)
    said = read("二つの図面を見比べていた。")
    assert as_like_ones(said, "看板を立てる") == said


@pytest.mark.parametrize(
    ("words", "plan"),
    [("面会を控える施設へは、手紙で交流した。", "施設と交流する"), ("運べず、別の日に振り替えた。", "看板を立てる")],
)
def test_the_planned_act_and_what_made_a_failure_good_are_no_failure(
    monkeypatch: pytest.MonkeyPatch, words: str, plan: str
) -> None:
    told_as(monkeypatch, Telling.FAILED, 1.0)
    assert as_like_ones(read(words), plan) == read(words)


@pytest.mark.parametrize("words", ["目標の3基を達成した。", "次年度以降に行う。", "検討した。"])
def test_words_that_a_phrase_knows_are_not_read_by_likeness(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    told_as(monkeypatch, Telling.FAILED, 1.0)
    assert as_like_ones(read(words), "看板を立てる") == read(words)


def test_a_failure_by_likeness_is_unmet_and_told_as_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    told_as(monkeypatch, Telling.FAILED, 0.9)
    outcome = read_words("看板は蔵の奥で眠っていた。", plan="看板を立てる")
    assert (outcome.status, outcome.rule) == (Status.UNMET, "words_not_done.like_labelled_failures")
    assert outcome.confidence < 0.7


def test_numbers_that_reach_their_target_outweigh_a_failure_by_likeness(monkeypatch: pytest.MonkeyPatch) -> None:
    told_as(monkeypatch, Telling.FAILED, 0.9)
    assert read_words("講座を12回開き、にぎわっていた。", plan="講座を10回開く").status is Status.MET


@pytest.mark.parametrize(("share", "status"), [(0.9, Status.UNMET), (0.89, Status.IMPLEMENTED)])
def test_a_failure_of_what_the_plan_does_not_name_counts_where_the_sentence_is_like_failures_of_plans(
    monkeypatch: pytest.MonkeyPatch, share: float, status: Status
) -> None:
    words = "市街地は修正を終え、窓口での照会も早くなった。山間部は人手が足りず、3割の筆は直せなかった。"
    told_as(monkeypatch, Telling.FAILED, share)
    monkeypatch.setattr(likely_sentences, "_is_open", lambda _statement, _plan: False)
    assert read_words(words, plan="固定資産の台帳を正す").status is status


def test_a_failure_that_is_but_guessed_does_not_bear_itself_out(monkeypatch: pytest.MonkeyPatch) -> None:
    told_as(monkeypatch, Telling.FAILED, 1.0)
    [told] = read("人手が足りず、直せなかった。")
    [guessed] = as_like_ones(read("看板は蔵の奥で眠っていた。"), "看板を立てる")
    assert likely_sentences.bears_out(told, "台帳を正す")
    assert not likely_sentences.bears_out(guessed, "看板を立てる")
