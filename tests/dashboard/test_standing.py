"""What is left undone is counted out of what could be judged, and parts are ranked by it without being fooled by small ones."""

import pytest

from dashboard import matrix, standing
from dashboard.standing import ABSENT, Standing


def part(undone: int, judged: int, initiatives: int | None = None, carried_over: int = 0) -> Standing:
    return Standing(initiatives or judged, judged, undone, carried_over, undone)


def test_the_share_is_of_what_could_be_judged() -> None:
    assert part(2, 5, initiatives=8).share == 0.4
    assert part(2, 5, initiatives=8).unjudged == 3


def test_nothing_judged_has_no_share() -> None:
    assert ABSENT.share is None
    assert standing.part_text(ABSENT) == "判定できる事業なし"


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


def test_the_worst_part_is_none_where_nothing_is_left_undone() -> None:
    assert standing.worst({"防災課": part(0, 4), "市民課": ABSENT}) is None
    assert standing.worst({"防災課": part(1, 4), "市民課": part(2, 4)}) == "市民課"


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
    assert standing.marked(text).startswith(":red[**")


@pytest.mark.parametrize("text", ["0 / 7", "● 達成", "－"])
def test_what_is_done_stays_quiet(text: str) -> None:
    assert standing.marked(text).replace(matrix.WORD_JOINER, "").replace(matrix.NO_BREAK_SPACE, " ") == text


def test_a_change_needs_a_judged_year_before() -> None:
    assert standing.change_text(part(2, 5), part(3, 5)) == "1件減"
    assert standing.change_text(part(2, 5), ABSENT) == "－"
    assert standing.figure("未達・繰越", part(2, 5), ABSENT).change is None


def test_a_figure_without_change_is_a_number_not_a_word() -> None:
    assert standing.figure("未達・繰越", part(2, 5), part(2, 6)).change == 0
