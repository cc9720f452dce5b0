"""What is looked for holds for one and the same year; what is found comes by how long it went on."""

from dashboard.facts import undone_choice
from dashboard.facts.undone_choice import Choice
from dashboard.text import words
from tests.undone import LONG, SHORT, row, year


def test_the_longest_run_comes_first() -> None:
    assert [one.number for one in undone_choice.ordered([SHORT, LONG])] == [6, 4]


def test_a_filter_holds_for_one_and_the_same_year() -> None:
    rows = [LONG, SHORT]
    assert undone_choice.narrowed(rows, undone_choice.EVERYTHING) == rows
    assert undone_choice.narrowed(rows, Choice(("R2",))) == [SHORT]
    assert undone_choice.narrowed(rows, Choice(states=(words.CARRIED_OVER.label,))) == [LONG]
    assert undone_choice.narrowed(rows, Choice(reasons=("新型コロナ",))) == [SHORT]
    assert undone_choice.narrowed(rows, Choice(("R1",), reasons=("他の事業・団体待ち",))) == []


def test_what_the_year_left_undone_stands_before_what_is_settled_however_long_that_ran() -> None:
    now, others = undone_choice.parted([LONG, SHORT], 2020)
    assert ([one.number for one in now], [one.number for one in others]) == ([4], [6])
    assert [one.number for one in undone_choice.parted([LONG, SHORT], 2018)[0]] == [6]


def test_a_year_that_is_undone_for_another_reason_is_not_among_those_looked_for() -> None:
    flooded = row(year(2019, "unmet", reason="disaster"), year(2020, "unmet", reason="covid"))
    found = Choice(reasons=(words.REASONS["disaster"],))
    assert undone_choice.narrowed([flooded], found) == [flooded]
    assert undone_choice.parted([flooded], 2020, found) == ([], [flooded])
    assert undone_choice.parted([flooded], 2019, found) == ([flooded], [])
    assert Choice(("R1",), (undone_choice.unmet_label(),), ("災害",)).said == "R1、未達、理由が災害"


def test_groups_come_largest_first() -> None:
    rows = [row(LONG.years[0], number=1, goal_code="2"), LONG, SHORT]
    assert [(name, len(found)) for name, found in undone_choice.grouped(rows, lambda one: one.goal_code)] == [
        ("1", 2),
        ("2", 1),
    ]
