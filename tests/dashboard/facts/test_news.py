"""What is new since a day is told in Japan's days, whoever wrote it and of whatever kind."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from dashboard.drawing import change_tables
from dashboard.facts import news
from dashboard.saying import change_words
from desk import changes, corrections, notes, revisions
from desk.corrections import PersonsWord, Saved
from desk.notes import Interim, Kept, Step

WORD = PersonsWord(1, 30, "周知", 2019, "status", "", "unmet", "closed", "見送ると決めた")
STEP = Step("a", 1, 11, "防災メール", 2020, "呼びかける", due=date(2026, 12, 1))
INTERIM = Interim(1, 11, "防災メール", 2021, "登録者数", "人", date(2021, 9, 30), 12_800.0)
EVENING = datetime(2026, 11, 28, 16, 0, tzinfo=UTC)


def test_day_is_japans_and_begins_at_its_midnight() -> None:
    assert news.day_of(EVENING) == date(2026, 11, 29)
    assert news.begin_of(date(2026, 11, 29)) == datetime(2026, 11, 28, 15, 0, tzinfo=UTC)


def test_all_that_was_written_of_the_plan_is_told_the_latest_first(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    first = corrections.save(file, [WORD], "係", revisions.NONE)
    notes.save(file, [STEP, replace(STEP, plan_id=2, step="b")], "課", first)
    notes.save(file, [INTERIM], "課", first)
    found = changes.since(file, 1, datetime(2000, 1, 1, tzinfo=UTC))
    assert [one.kind for one in news.written(found, {2019: "R1"})] == [news.INTERIM, news.STEP, news.CORRECTION]
    assert changes.since(file, 1, datetime(2200, 1, 1, tzinfo=UTC)) == ()


def test_each_kind_says_what_changed() -> None:
    said = [
        news.written([one], {2019: "R1"})[0].what
        for one in (
            Saved(WORD, 1, EVENING, "係"),
            Kept(STEP, 2, EVENING, "係"),
            Kept(replace(STEP, is_done=True), 3, EVENING, "係"),
            Kept(INTERIM, 4, EVENING, "係"),
            Kept(replace(STEP, is_withdrawn=True), 5, EVENING, "係", undoes=2),
        )
    ]
    assert said == [
        "R1：見送ると決めた",
        "呼びかける（2026年12月1日まで）",
        "呼びかける（済み）",
        "登録者数　2021年9月30日現在 12,800人",
        "呼びかける（取りやめ）（元に戻した）",
    ]


def test_edition_is_new_where_it_was_read_since() -> None:
    frame = pd.DataFrame(
        {"edition": [2, 1], "title": ["表", "表"], "read_on": [date(2026, 11, 29), date(2025, 1, 1)], "changes": [3, 0]}
    )
    [one] = news.editions(frame, date(2026, 11, 29))
    assert one.what == "第2版「表」、前の版から3か所が変わった"


def test_sentence_counts_by_kind() -> None:
    found = news.written([Kept(STEP, 2, EVENING, "係")], {})
    assert change_words.news(found, date(2026, 11, 1)) == "2026年11月1日から：次にすること1件。"
    assert change_words.news([], date(2026, 11, 1)) == "2026年11月1日から、新しいことはありません。"
    assert list(change_tables.news(found).columns) == change_tables.NEWS
