"""What is overdue comes first, and what became of every promise is counted."""

from dataclasses import replace

import pandas as pd

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import picture, promise_pictures, step_tables
from dashboard.facts import promises
from dashboard.facts.promises import PromiseOutcome
from dashboard.saying import step_words

ONE = PromiseOutcome(5, "検索", "情報課", 2018, "H30", "平成30年度", "検討", "平成30年度検討", "kept", 2018, False)
LABELS = {2018: "H30", 2019: "R1"}


def test_overdue_comes_before_what_is_due_and_what_was_kept() -> None:
    states = ["kept", "not_yet", "overdue", "unknown", "late"]
    found = promises.pressing([replace(ONE, state=state) for state in states])
    assert [one.state for one in found] == ["overdue", "unknown", "not_yet", "late", "kept"]


def test_sentence_counts_every_promise_and_its_doubt() -> None:
    found = [ONE, replace(ONE, state="overdue", is_doubtful=True)]
    assert step_words.promises(found) == "期限のある約束2件：期限超過1件、実現1件（うち要確認1件）。"
    assert step_words.promises([]) == "期限の年度が書かれた事業目標はありません。"


def test_late_promise_says_when_it_was_kept() -> None:
    assert step_words.came(replace(ONE, state="late", kept_year=2019), LABELS) == "◐ 遅れて実現（R1）"
    assert step_words.came(ONE, LABELS) == "● 実現"


def test_timeline_draws_each_promise_once_and_each_initiative_as_a_link() -> None:
    found = [ONE, replace(ONE, due_year=2021, due_label="R3", what="<構築>", state="not_yet")]
    markup = promise_pictures.timeline(found, LABELS, 2020)
    assert markup.count('class="due"') == 2
    assert markup.count("<a ") == 1
    assert "<構築>" not in markup


def test_shipped_document_promises_what_its_words_say() -> None:
    found = promises.read(queries.frame("promises", Filter(year=0)))
    assert found
    assert all(one.quote and one.what for one in found)
    assert isinstance(step_tables.promises(found, LABELS), pd.DataFrame)


def test_of_too_many_promises_the_most_pressing_are_drawn_and_the_others_counted() -> None:
    found = [replace(ONE, number=number) for number in range(picture.MOST_ROWS + 1)]
    markup = promise_pictures.timeline(found, LABELS, 2020)
    assert markup.count('class="due"') == picture.FIRST_ROWS
    assert f"ほか{len(found) - picture.FIRST_ROWS}件" in markup
