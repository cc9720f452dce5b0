"""What is left undone is counted out of what could be judged, and parts are ranked by it without being fooled by small ones."""

import pytest

from dashboard.drawing import standing_tables
from dashboard.facts import standing
from dashboard.facts.standing import ABSENT, Standing
from dashboard.saying import standing_words


def part(undone: int, judged: int, initiatives: int | None = None, carried_over: int = 0) -> Standing:
    return Standing(initiatives or judged, judged, undone, carried_over, undone)


def test_the_share_is_of_what_could_be_judged() -> None:
    assert part(2, 5, initiatives=8).share == 0.4
    assert part(2, 5, initiatives=8).unjudged == 3


def test_nothing_judged_has_no_share() -> None:
    assert ABSENT.share is None
    assert standing_words.part_text(ABSENT) == "判定できる事業なし"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (part(3, 6), part(2, 6)),  # the larger share
        (part(2, 4), part(1, 2)),  # as large a share of more
        (part(1, 5), part(2, 2)),  # two of two say less than one of five
        (part(1, 1), part(0, 9)),  # but more than none at all
        (part(0, 3), ABSENT),
    ],
    ids=["share", "count", "small_part", "trouble_first", "absent_last"],
)
def test_more_trouble_ranks_first(before: Standing, after: Standing) -> None:
    assert before.rank < after.rank


def test_no_part_is_the_worst_where_nothing_is_left_undone() -> None:
    parts = {"防災課": part(0, 4), "市民課": ABSENT}
    assert standing.worst(parts) == ()
    assert standing_words.worst_text(parts) == ""


def test_parts_with_the_same_share_are_all_named() -> None:
    parts = {"防災課": part(1, 4), "市民課": part(2, 4), "指導課": part(4, 8)}
    assert standing_words.worst_text(parts) == "指導課（8件中4件）と市民課（4件中2件）"


def test_below_five_no_percentage_is_told() -> None:
    assert standing_words.part_text(part(1, 1)) == standing_words.share_text(part(1, 1)) == "1件中1件"
    assert (standing_words.part_text(part(1, 5)), standing_words.share_text(part(1, 5))) == ("5件中1件（20%）", "20%")
    assert standing_words.worst_text({"防災課": part(5, 10), "市民課": part(3, 6)}).endswith("の50%")


def test_a_small_part_with_a_larger_share_is_said_to_be_passed_over() -> None:
    assert standing_words.worst_text({"防災課": part(1, 4), "総務課": part(1, 2)}) == "判定3件以上の中では防災課の4件中1件"
    assert standing_words.worst_text({"防災課": part(1, 4), "総務課": part(0, 2)}) == "防災課の4件中1件"


def test_a_small_part_is_named_where_no_larger_has_any() -> None:
    assert standing_words.worst_text({"防災課": part(0, 4), "総務課": part(1, 2)}) == "総務課の2件中1件"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (part(2, 7, carried_over=1), "✕2 ↻1 / 7"),
        (Standing(7, 7, 0, 1, 1), "↻1 / 7"),
        (part(0, 7), "0 / 7"),
        (part(0, 0, initiatives=2), "－"),
    ],
)
def test_a_cell_says_signs_and_counts(counts: Standing, said: str) -> None:
    assert standing.cell(counts) == said


@pytest.mark.parametrize("text", ["✕2 ↻1 / 7", "↻1 / 7", "✕ 未達 ↻ 繰越"])
def test_what_is_left_undone_stands_out(text: str) -> None:
    assert standing_tables.marked(text).startswith(":red[**")


@pytest.mark.parametrize("text", ["0 / 7", "● 達成", "－"])
def test_what_is_done_stays_quiet(text: str) -> None:
    assert standing_tables.marked(text) == text


@pytest.mark.parametrize("text", ["✕2 ↻1 / 7", "0 / 7"])
def test_a_copied_cell_holds_no_invisible_characters(text: str) -> None:
    assert standing_tables.marked(text).isprintable()


def test_a_change_needs_a_judged_year_before() -> None:
    assert standing_words.change_text(part(2, 5), part(3, 5)) == "1件減"
    assert standing_words.change_text(part(2, 5), ABSENT) == "－"


def test_the_latest_year_comes_first() -> None:
    assert list(standing_tables.newest_first({2017: "H29", 2018: "H30", 2019: "R1"}).values()) == ["R1", "H30", "H29"]
