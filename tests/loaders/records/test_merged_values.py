"""A value that is merged over several years is of each of them, or of nobody knows which; a guess is told."""

import pytest

from loaders.codes import FindingKind
from loaders.grid.grid import Format, Grid, MergedCells, Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.records.documents import document_of
from loaders.records.merged_values import EXAMPLES, Years, whose
from loaders.records.recording import read_records

HEADING = ("指標", "R3目標", "R4目標", "R5目標", "R3実績", "R4実績", "R5実績")
OTHER = ("植樹の本数", "10", "20", "30", "9", "22", "31")


def grid(target: str, results: tuple[str, ...] = ("3", "5", "4"), *spans: MergedCells) -> Grid:
    row = ("清掃の回数", target, "", "", *results)
    return Grid("a.xlsx", Format.EXCEL, (Sheet("1", (HEADING, row, OTHER), spans=(MergedCells(1, 1, 1, 3), *spans)),))


def of(grid: Grid, use: Use) -> list[tuple[int | None, str]]:
    [table] = propose(grid).tables
    record = read_records(grid.sheets[0], table).records[0]
    return [(entry.year, entry.text) for entry in record.entries if entry.use is use]


@pytest.mark.parametrize(("text", "years"), EXAMPLES.items())
def test_words_say_whose_a_merged_target_is(text: str, years: Years) -> None:
    assert whose(text, Use.TARGET) is years


def test_a_target_that_is_said_to_be_of_each_year_is() -> None:
    assert of(grid("毎年度24回以上"), Use.TARGET) == [(year, "毎年度24回以上") for year in (2021, 2022, 2023)]


def test_a_sum_of_the_years_is_of_none_of_them_and_told() -> None:
    table = grid("合計60回")
    assert of(table, Use.TARGET) == [(None, "合計60回")]
    kinds = [finding.kind for finding in document_of(table, propose(table)).findings]
    assert FindingKind.YEAR_UNKNOWN in kinds


def test_a_bare_target_is_taken_for_each_year_s_and_told_once() -> None:
    table = grid("24")
    assert of(table, Use.TARGET) == [(year, "24") for year in (2021, 2022, 2023)]
    told = [finding for finding in document_of(table, propose(table)).findings if finding.kind is FindingKind.MERGED_ABOVE]
    assert len(told) == 1
    assert "またがっています" in told[0].message


def test_a_bare_result_over_two_years_is_of_nobody_knows_which() -> None:
    assert of(grid("24", ("8", "", "4"), MergedCells(1, 4, 1, 5)), Use.RESULT) == [(None, "8"), (2023, "4")]
