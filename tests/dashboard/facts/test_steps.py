"""Steps stand in the order in which they press, with the initiative that they belong to today."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from dashboard.drawing import step_tables
from dashboard.facts import steps
from dashboard.saying import step_words
from desk.notes import Kept, Step

TODAY = date(2026, 11, 29)
INITIATIVES = pd.DataFrame(
    {"number": [1, 2, 3], "activity": ["防災メール", "GIS", "講座"], "department": ["防災課", "情報課", "防災課"]}
)
STEP = Step("a", 1, 1, "防災メール", 2025, "登録を呼びかける")


def kept(*found: Step) -> list[Kept[Step]]:
    return [Kept(one, at, datetime(2026, 11, 1, tzinfo=UTC), "係") for at, one in enumerate(found, 1)]


@pytest.mark.parametrize(
    ("due", "is_done", "word"),
    [
        (date(2026, 11, 28), False, steps.OVERDUE),
        (TODAY, False, steps.SOON),
        (date(2026, 12, 29), False, steps.SOON),
        (date(2026, 12, 30), False, steps.LATER),
        (None, False, steps.UNDATED),
        (date(2026, 11, 28), True, steps.DONE),
    ],
)
def test_step_stands_by_its_day_and_whether_it_is_done(due: date | None, is_done: bool, word: object) -> None:
    assert steps.state_of(replace(STEP, due=due, is_done=is_done), TODAY) is word


def test_longest_overdue_comes_first_and_done_last() -> None:
    found = kept(
        replace(STEP, step="done", is_done=True),
        replace(STEP, step="none"),
        replace(STEP, step="late", due=date(2026, 11, 1)),
        replace(STEP, step="latest", due=date(2025, 11, 1)),
        replace(STEP, step="soon", due=date(2026, 12, 1)),
    )
    assert [one.step.step for one in steps.listed(found, INITIATIVES, TODAY)] == ["latest", "late", "soon", "none", "done"]


def test_initiative_that_was_renumbered_is_found_by_its_name() -> None:
    [one] = steps.listed(kept(replace(STEP, number=9)), INITIATIVES, TODAY)
    assert (one.number, one.department) == (1, "防災課")


def test_number_that_means_another_initiative_now_is_not_taken_for_it() -> None:
    [one] = steps.listed(kept(replace(STEP, named="廃止された事業")), INITIATIVES, TODAY)
    assert (one.number, one.department) == (None, steps.GONE)


def test_name_that_two_bear_tells_neither() -> None:
    twice = pd.concat([INITIATIVES, INITIATIVES.assign(number=[4, 5, 6])])
    assert steps.listed(kept(replace(STEP, number=9)), twice, TODAY)[0].number is None


def test_title_counts_what_presses() -> None:
    found = steps.listed(kept(replace(STEP, due=date(2026, 11, 1)), replace(STEP, step="b")), INITIATIVES, TODAY)
    assert step_words.steps(found) == "次にすること2件：期限切れ1件"
    assert step_words.steps(found[1:]) == "次にすること1件：期限切れはありません"
    assert step_words.steps([]) == "次にすることは、まだ書かれていません"


def test_section_with_the_most_pressing_step_comes_first_and_each_stands_once() -> None:
    found = steps.listed(
        kept(STEP, replace(STEP, step="b", number=2, named="GIS", due=date(2026, 11, 1)), replace(STEP, step="c")),
        INITIATIVES,
        TODAY,
    )
    assert [(name, len(its)) for name, its in steps.by_section(found)] == [("情報課", 1), ("防災課", 2)]


def test_day_is_told_with_how_long_it_is_past() -> None:
    assert step_words.when(replace(STEP, due=date(2026, 11, 19)), TODAY) == "11月19日まで（10日超過）"
    assert step_words.when(replace(STEP, due=date(2027, 1, 31)), TODAY) == "2027年1月31日まで"


def test_table_holds_every_step() -> None:
    found = steps.listed(kept(STEP, replace(STEP, step="b", due=TODAY)), INITIATIVES, TODAY)
    assert list(step_tables.steps(found, {2025: "R7"})["期限"]) == ["2026-11-29", ""]
