"""What differs between two texts is marked in their own words; width, case and blanks are no difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.text.differences import OTHER_NUMBERS, OTHER_WORDS, SAME, changes, grade, stressed, struck
from dashboard.text.folding import TextSpan, fold

TEXTS = st.text("広報紙で周知を5回行った。【目標】 　10,９件", max_size=40)


def left_over(text: str, spans: tuple[TextSpan, ...]) -> str:
    marked = {at for span in spans for at in range(span.start, span.end)}
    return fold("".join(sign for at, sign in enumerate(text) if at not in marked)).characters


@given(TEXTS, TEXTS)
def test_what_is_not_marked_is_the_same_in_both(before: str, after: str) -> None:
    found = changes(before, after)
    assert left_over(before, found.before) == left_over(after, found.after)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert changes(text, text) == ((), ())
    assert grade(text, text) == SAME


@given(TEXTS, TEXTS)
def test_texts_that_fold_alike_have_no_marks(before: str, after: str) -> None:
    assert (changes(before, after) == ((), ())) == (fold(before).characters == fold(after).characters)


@pytest.mark.parametrize(
    ("before", "after", "gone", "new"),
    [
        ("【参加人数】163人", "【参加人数】175人", ["163"], ["175"]),
        ("９,813人", "10,249人", ["９,813"], ["10,249"]),
        ("情報収集を行った。", "情報収集と検討を行った。", [], ["と検討"]),
        ("ＩＣＴ 研修", "ICT研修", [], []),
    ],
)
def test_a_number_is_marked_as_a_whole(before: str, after: str, gone: list[str], new: list[str]) -> None:
    found = changes(before, after)
    assert [before[span.start : span.end] for span in found.before] == gone
    assert [after[span.start : span.end] for span in found.after] == new


def test_a_single_shared_sign_does_not_tear_a_mark_apart() -> None:
    before, after = "市民の要望を聞く", "議会の質問に答う"
    assert len(changes(before, after).before) == 1


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("年５回 実施", "年5回実施", SAME),
        ("5回実施した", "12回実施した", OTHER_NUMBERS),
        ("5回実施した", "5回検討した", OTHER_WORDS),
    ],
)
def test_texts_are_graded_by_what_differs(before: str, after: str, expected: str) -> None:
    assert grade(before, after) == expected


def test_marks_leave_every_character_as_it_is() -> None:
    assert struck("*5回* 実施", [TextSpan(1, 3)]) == "\\*:orange-background[~~5回~~]\\* 実施"
    assert stressed("5回 実施", [TextSpan(0, 3)]) == ":blue-background[**5回**] 実施"
