"""Numbers of the plan's own, of each section, or codes are no sign of a lost page; a gap in a run of numbers is one."""

import pytest

from loaders.errors import DocumentError
from loaders.table.document import Document, parse_document
from loaders.table.numbering import EXAMPLES, is_code
from tests.tables import HEADINGS, ROW


def numbered(*numbers: str) -> Document:
    """A table of the same row under other numbers, each with words of its own."""
    rows = [ROW.replace("1", number, 1).replace("登録者数", f"{place}番目の登録者数") for place, number in enumerate(numbers)]
    return parse_document("\n".join([HEADINGS, *rows]) + "\n", "表.txt")


def read(*numbers: str) -> tuple[list[int], list[str]]:
    document = numbered(*numbers)
    return [row.number for row in document.initiatives], [finding.kind for finding in document.findings]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES.items(), ids=EXAMPLES)
def test_code_is_told_from_a_number(text: str, expected: bool) -> None:
    assert is_code(text) is expected


def test_rows_that_bear_codes_are_numbered_in_order() -> None:
    assert read("1-1", "1-2", "2-1") == ([1, 2, 3], [])


@pytest.mark.parametrize("numbers", [(101, 205), (101, 102, 103, 201, 202, 301), (3, 8, 15, 22), (1, 4, 9, 10, 16)])
def test_numbers_of_the_plans_own_are_kept_and_told(numbers: tuple[int, ...]) -> None:
    assert read(*map(str, numbers)) == (list(numbers), ["numbers_apart"])


def test_numbers_that_begin_anew_are_counted_through_and_told() -> None:
    assert read("1", "2", "1", "2", "3") == ([1, 2, 3, 4, 5], ["numbers_begin_anew"])


@pytest.mark.parametrize("numbers", [(1, 2, 3, 7, 8, 9), (4, 5, 6), (90, 91, 92, 93), (101, 102, 103)])
def test_one_gap_is_a_lost_page(numbers: tuple[int, ...]) -> None:
    with pytest.raises(DocumentError, match="ページや行が抜けています"):
        numbered(*map(str, numbers))


def test_page_that_stands_twice_is_no_numbering_of_sections() -> None:
    with pytest.raises(DocumentError, match="重複しています"):
        parse_document(f"{HEADINGS}\n{ROW}\n{HEADINGS}\n{ROW}\n", "表.txt")
