"""A year is said by what it left undone, and by what the next year's plan makes of it."""

from dashboard.saying import undone_words
from tests.undone import LONG, SHORT


def test_answer_counts_runs_up_to_the_year_in_question() -> None:
    assert undone_words.answer([LONG, SHORT], 2018, "平成30年度").endswith("うち繰越1件）、1件は2年続いています")
    assert undone_words.answer([LONG], 2020, "令和2年度") == "令和2年度に未達または繰越の実施事業はありません"
