"""Rows of one work that turned alike are told once; numbers are told each for itself."""

from dashboard.facts import turns
from dashboard.text.records import Record


def turned(number: int, department: str, status: str = "unmet", subject: str | None = None) -> Record:
    return {
        "number": number,
        "activity": "支払の電子化",
        "department": department,
        "previous_status": None if subject else "implemented",
        "status": None if subject else status,
        "subject": subject,
    }


def test_rows_of_one_work_that_turned_alike_are_one_with_all_their_sections() -> None:
    (one,) = turns.read([turned(number, f"第{number}課") for number in range(1, 6)])
    assert (one.item["number"], one.rows, one.owners) == (1, 5, "第1課・第2課・第3課ほか2課")


def test_a_section_that_turned_twice_is_named_once() -> None:
    (one,) = turns.read([turned(1, "納税課"), turned(2, "納税課")])
    assert (one.rows, one.owners) == (2, "納税課")


def test_what_turned_otherwise_and_each_number_stand_for_themselves() -> None:
    found = turns.read(
        [
            turned(1, "納税課"),
            turned(2, "市民課", "closed"),
            turned(3, "市民課", subject="回数"),
            turned(4, "市民課", subject="回数"),
        ]
    )
    assert [(one.item["number"], one.rows) for one in found] == [(1, 1), (2, 1), (3, 1), (4, 1)]
