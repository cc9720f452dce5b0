"""Every row of the vocabulary, and every alternative in it, is shown by an example that reads otherwise without it."""

from dataclasses import replace
from pathlib import Path

import pytest

from loaders.model import Cell, Kind, Place
from loaders.outcomes.causes import TOLD_CAUSES, TOPICS
from loaders.outcomes.predicates import Predicate
from loaders.outcomes.reasons import find_reason
from loaders.outcomes.statements import read_statements
from loaders.outcomes.vocabulary.loading import (
    CAUSES,
    FOLDER,
    PHRASES,
    Cause,
    Phrase,
    Scope,
    load_causes,
    load_phrases,
)
from loaders.patterns import PatternError
from loaders.prose.vocabulary import FRAGMENTS_FILE, VocabularyError, load_fragments
from loaders.prose.widths import narrow
from tests.loaders.outcomes.vocabulary import read_with, written
from tests.loaders.prose.alternatives import shortened

WRITTEN = written(FOLDER)
PLACE = Place(Kind.RESULT, 2019)


def by_id(row: Phrase | Cause) -> str:
    return row.id


@pytest.mark.parametrize("phrase", PHRASES, ids=by_id)
def test_examples_are_read_by_their_phrase_and_by_no_earlier_one(phrase: Phrase) -> None:
    read = {example: read_with(PHRASES, example) for example in phrase.examples}
    assert {example: found.id if found else None for example, found in read.items()} == dict.fromkeys(
        phrase.examples, phrase.id
    )


@pytest.mark.parametrize("phrase", PHRASES, ids=by_id)
def test_an_example_says_something_else_without_its_phrase(phrase: Phrase) -> None:
    rest = [other for other in PHRASES if other is not phrase]
    found = [read_with(rest, example) for example in phrase.examples]
    assert any(other is None or other.says is not phrase.says for other in found)


@pytest.mark.parametrize("phrase", PHRASES, ids=by_id)
def test_every_alternative_of_a_phrase_is_shown_by_an_example(phrase: Phrase) -> None:
    idle = [left_out for left_out, kept in shortened(WRITTEN[phrase.id].pattern) if _reads_all(phrase, kept)]
    assert idle == []


def _reads_all(phrase: Phrase, kept: str) -> bool:
    pattern = WRITTEN[phrase.id].compiled(kept)
    return pattern is not None and all(read_with([replace(phrase, pattern=pattern)], example) for example in phrase.examples)


@pytest.mark.parametrize("phrase", [phrase for phrase in PHRASES if phrase.others], ids=by_id)
def test_look_alike_says_something_else(phrase: Phrase) -> None:
    read = [read_with(PHRASES, other) for other in phrase.others]
    assert all(found is None or found.says is not phrase.says for found in read)


def test_every_predicate_has_a_phrase() -> None:
    assert {phrase.says for phrase in PHRASES} == set(Predicate)


@pytest.mark.parametrize("cause", CAUSES, ids=by_id)
def test_examples_give_their_reason(cause: Cause) -> None:
    year = min(max(2019, cause.since), cause.until)
    given = {}
    for example in cause.examples:
        told = read_statements([Cell(PLACE, PLACE, example, 0, len(example), 1.0, "as_printed")], "管財課")
        found = find_reason(told, told[-1], year)
        given[example] = found.reason if found else None
    assert given == dict.fromkeys(cause.examples, cause.reason)


@pytest.mark.parametrize("cause", CAUSES, ids=by_id)
def test_a_cause_is_no_shadow_of_earlier_ones(cause: Cause) -> None:
    year = min(max(2019, cause.since), cause.until)
    earlier = [c for c in (TOPICS if cause.scope is Scope.TOPIC else TOLD_CAUSES) if c.since <= year <= c.until]
    first = [next(c for c in earlier if c.pattern.search(narrow(example))) for example in cause.examples]
    assert cause in first


@pytest.mark.parametrize("cause", CAUSES, ids=by_id)
def test_every_alternative_of_a_cause_is_shown_by_an_example(cause: Cause) -> None:
    examples = [narrow(example) for example in cause.examples]
    idle = []
    for left_out, kept in shortened(WRITTEN[cause.id].pattern):
        pattern = WRITTEN[cause.id].compiled(kept)
        if pattern is not None and all(pattern.search(example) for example in examples):
            idle.append(left_out)
    assert idle == []


FAULTY = {
    "no example": ("[[phrase]]\nid='a'\norder=1\nsays='ended'\nmeans='x'\npattern='a'\nexamples=[]", "at least one example"),
    "unknown fragment": (
        "[[phrase]]\nid='a'\norder=1\nsays='ended'\nmeans='x'\npattern='{b}'\nexamples=['a']",
        "no fragment is called b",
    ),
    "unknown predicate": ("[[phrase]]\nid='a'\norder=1\nsays='b'\nmeans='x'\npattern='a'\nexamples=['a']", "'b'"),
    "broken pattern": ("[[phrase]]\nid='a'\norder=1\nsays='ended'\nmeans='x'\npattern='('\nexamples=['a']", "phrase a"),
    "broken file": ("[[phrase", "words.toml"),
    "unknown field": ("[[phrase]]\nid='a'\norder=1\nsays='ended'\nmeans='x'\npattern='a'\nexamples=['a']\nmean='y'", "mean"),
}


@pytest.mark.parametrize(("text", "told"), FAULTY.values(), ids=FAULTY)
def test_a_faulty_row_is_told_with_its_file_and_id(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "fragments.toml").write_text("", encoding="utf-8")
    (tmp_path / "words.toml").write_text(text, encoding="utf-8")
    with pytest.raises((VocabularyError, PatternError), match=told):
        [phrase.pattern.search("") for phrase in load_phrases(tmp_path)]


def test_two_rows_with_one_id_or_one_place_are_told(tmp_path: Path) -> None:
    row = "[[cause]]\nid='a'\norder=1\nreason='cost'\nscope='cause'\nmeans='x'\npattern='a'\nexamples=['a']\n"
    (tmp_path / "fragments.toml").write_text("", encoding="utf-8")
    (tmp_path / "words.toml").write_text(row + row.replace("'a'\norder=1", "'b'\norder=1"), encoding="utf-8")
    with pytest.raises(VocabularyError, match="more than one cause has the order 1"):
        load_causes(tmp_path)


def test_fragments_that_name_each_other_in_a_ring_are_told(tmp_path: Path) -> None:
    ring = "[a]\nmeans='x'\npattern='{b}'\n[b]\nmeans='y'\npattern='{a}'\n"
    (tmp_path / "fragments.toml").write_text(ring, encoding="utf-8")
    with pytest.raises(VocabularyError, match="ring"):
        load_fragments(tmp_path / FRAGMENTS_FILE)
