"""Marks stand where the words stand, and no character of the document is lost or taken for Markdown."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.text.markdown import JOINER
from dashboard.text.marked_text import Mark, marked

SAID = "【結果/目標】9,813人/10,000人(329人増)"


def plain(markdown: str) -> str:
    # What takes no room parts signs that would else be an icon.
    bare = re.sub(r"(?<!\\):(?:blue|orange)-background\[", "", markdown.replace(JOINER, ""))
    bare = re.sub(r"(?<!\\)\*\*|(?<!\\)\]", "", bare)
    return re.sub(r"\\(.)", r"\1", bare)


def test_numbers_are_bold_on_a_ground() -> None:
    assert ":blue-background[**9,813人**]/" in marked(SAID, [Mark(7, 13, True)])


def test_a_number_within_the_evidence_wins() -> None:
    said = marked("未実施 3回", [Mark(0, 6, False), Mark(4, 6, True)])
    assert said == ":orange-background[未実施] :blue-background[**3回**]"


def test_marks_count_from_the_printed_cell_of_which_the_text_may_be_the_end() -> None:
    assert marked("4回", [Mark(10, 12, True)], offset=10) == ":blue-background[**4回**]"
    assert marked("4回", [Mark(0, 2, True)], offset=10) == "4回"


def test_signs_of_markdown_stay_words() -> None:
    assert marked("*印*[1] <b>", []) == "\\*印\\*\\[1\\] \\<b\\>"


@example(":9:", [])
@given(
    st.text(alphabet="防災 *[]:_<9,人回。【】", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10), st.booleans()), max_size=4),
)
def test_every_character_is_kept(text: str, spans: list[tuple[int, int, bool]]) -> None:
    marks = [Mark(start, start + length, is_number) for start, length, is_number in spans]
    assert plain(marked(text, marks)) == text
