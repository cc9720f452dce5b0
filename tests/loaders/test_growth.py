"""Twice as many signs, lines or rows take twice the work, whatever they are: counted in calls, which no clock disturbs."""

import sys
from collections.abc import Callable
from types import FrameType, ModuleType
from typing import Any

import pytest

from loaders import parts
from loaders.alignment.alignment import align
from loaders.initiative import read_initiative
from loaders.lengths import MOST_NUMBERS, SENTENCES
from loaders.model import Kind, Place, Reading
from loaders.pipeline import PlanReading, read_plan
from loaders.series.matching import best_pairs
from loaders.table.document import Document, parse_document
from loaders.table.printed import Preamble
from tests.patterns import every_pattern
from tests.tables import HEADINGS, ROW

# Signs over and over, each of which once took time that grew with its square or cube.
SIGNS = (
    "1回、",
    "1",
    "1.",
    "1、",
    "1回/",
    "【",
    "。",
    "【目標】1",
    "年1回",
    "1%、",
    "うち1回",
    "実施した。",
    "漢字",
    "(うち2回は中止)",
)
# Linear is 2; what is looked up again, and what comes to its bound, leaves some room.
DOUBLED = 2.8


def calls_of(work: Callable[[], object]) -> int:
    """Return how many functions, Python's own included, are called."""
    count = 0

    def called(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def document_of(cell: str, rows: int = 1) -> str:
    """Return a table whose rows hold `cell` as the plan and the evaluation of one year."""
    cells = ROW.rstrip("\n").split("\t")
    cells[-2:] = [cell, cell]
    return HEADINGS + "\n" + "".join("\t".join([str(number), *cells[1:]]) + "\n" for number in range(1, rows + 1))


def read(cell: str) -> Reading:
    initiatives = parse_document(document_of(cell), "表.txt").initiatives
    [alignment] = align(initiatives)
    return read_initiative(initiatives[0], alignment.cells, [2017, 2018])


@pytest.fixture(scope="module", autouse=True)
def patterns_compiled() -> None:
    """Compile all patterns: whatever is looked for first would else be the one that takes the work."""
    for pattern in every_pattern():
        assert pattern.search
    read("実施した。")


@pytest.mark.parametrize("sign", SIGNS)
def test_a_cell_twice_as_long_takes_twice_the_work(sign: str) -> None:
    read("")
    empty, once, twice = (calls_of(lambda cell=(sign * n)[:n]: read(cell)) for n in (0, 250, 500))  # type: ignore[misc]
    assert twice - empty <= DOUBLED * (once - empty)


def test_a_cell_of_thousands_of_signs_is_kept_whole_and_told() -> None:
    cell = "研修を行った。" * 1_000
    reading = read(cell)
    assert "".join(c.text for c in reading.cells if c.printed == Place(Kind.RESULT, 2018)) == cell
    assert {finding.year for finding in reading.findings if finding.kind == "long_cell"} == {2018, 2019}


def test_an_ordinary_cell_is_not_called_long() -> None:
    assert not {"long_cell", "many_numbers"} & {finding.kind for finding in read("研修を4回行った。" * 10).findings}


def test_more_numbers_than_a_cell_can_hold_are_told_and_not_tied() -> None:
    reading = read("1回、" * 1_000)
    read_numbers = [q for q in reading.quantities if q.place == Place(Kind.RESULT, 2018)]
    assert len(read_numbers) == MOST_NUMBERS
    assert {finding.year for finding in reading.findings if finding.kind == "many_numbers"} == {2018, 2019}


def test_numbers_are_read_beyond_the_signs_that_are_read_as_sentences() -> None:
    reading = read("あ" * (SENTENCES + 1_000) + "。【結果】5回")
    assert [q.quote for q in reading.quantities if q.place == Place(Kind.RESULT, 2018)] == ["5回"]


def test_a_row_takes_the_same_work_however_many_lines_stand_above_the_table() -> None:
    few, many = (Preamble(f"第{n}号 表題" for n in range(lines)) for lines in (10, 1_000))
    assert calls_of(lambda: many.repeats("1\t事業")) == calls_of(lambda: few.repeats("1\t事業"))


@pytest.mark.parametrize("score", [float("inf"), float("-inf"), float("nan")])
def test_scores_that_are_no_numbers_pair_nothing_and_end(score: float) -> None:
    assert best_pairs([[score, 1.0], [score, score]]) == {0: 1}


def test_a_plan_read_in_parts_by_two_processes_is_read_as_by_one(
    document: Document, plan_reading: PlanReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "PART", 70)
    # A test of a page leaves that page as the program that runs, and a new process would begin with it.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    told: list[float] = []
    in_parts = read_plan(document, plan_reading.source, progress=lambda share, _step: told.append(share), processes=2)
    assert in_parts.readings == plan_reading.readings
    assert in_parts.findings == plan_reading.findings
    assert told == sorted(told)
    assert told[-1] == 1.0
