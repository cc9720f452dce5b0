"""Where a plan starts and ends is told by years where no known word tells it, and never without them."""

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.model.confidence import SURE_ENOUGH
from loaders.mapping.model.mapping import ColumnUse, Use
from loaders.mapping.proposing import propose

PAIRS = ("R3目標", "R3実績", "R4目標", "R4実績")
VALUES = (("80", "78", "85", "84"), ("12", "11", "14", "15"))


def _columns(before: tuple[str, ...], behind: tuple[str, ...], *ends: tuple[str, ...]) -> tuple[ColumnUse, ...]:
    """The columns of a table with `before` and `behind` as headings around the pairs; `ends` are a row's cells under them."""
    size = len(before)
    rows = [("指標", *before, *PAIRS, *behind)]
    for name, values, cells in zip(("植樹の本数", "里親の団体数"), VALUES, ends, strict=True):
        rows.append((name, *cells[:size], *values, *cells[size:]))
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", tuple(rows)),))).tables
    return table.columns


def test_unknown_words_of_a_year_before_all_are_a_start_and_told_as_doubtful() -> None:
    start = _columns(("門出の値（R2）",), (), ("70",), ("9",))[1]
    assert (start.use, start.confidence < SURE_ENOUGH) == (Use.BASELINE, True)


def test_unknown_words_of_a_year_beyond_all_are_an_end() -> None:
    assert _columns((), ("結びの値（R8）",), ("120",), ("30",))[-1].use is Use.FINAL_GOAL


def test_likeness_makes_no_result_of_years_to_come() -> None:
    assert _columns((), ("到達（R12）",), ("120",), ("30",))[-1].use is Use.FINAL_GOAL


def test_words_like_a_results_without_a_year_behind_all_are_an_end_and_told_as_doubtful() -> None:
    end = _columns((), ("到達点",), ("120",), ("30",))[-1]
    assert (end.use, end.year, end.confidence < SURE_ENOUGH) == (Use.FINAL_GOAL, None, True)


def test_values_of_another_size_behind_all_are_no_end() -> None:
    assert _columns((), ("到達点",), ("41200",), ("38600",))[-1].use is not Use.FINAL_GOAL


def test_year_alone_behind_pairs_is_planned_and_no_result() -> None:
    assert _columns((), ("R5",), ("90",), ("16",))[-1].use is Use.TARGET
    assert _columns((), ("R8",), ("120",), ("30",))[-1].use is Use.FINAL_GOAL


def test_year_alone_before_pairs_is_a_result() -> None:
    assert _columns(("R2",), (), ("70",), ("9",))[1].use is Use.RESULT


def test_values_of_another_size_are_no_start() -> None:
    assert _columns(("世帯の数（R2）",), (), ("41200",), ("38600",))[1].use is Use.UNREAD
    assert _columns(("世帯数（R2）",), (), ("41200",), ("38600",))[1].use is Use.UNREAD


def test_start_that_is_told_by_its_word_leaves_none_to_another_column() -> None:
    columns = _columns(("基準値（R1）", "門出の値（R2）"), (), ("66", "70"), ("8", "9"))
    assert [c.column for c in columns if c.use is Use.BASELINE] == [1]


def test_years_beside_both_ends_are_of_their_values() -> None:
    columns = _columns(("出立の年度", "出立の数値"), ("結びの年度", "結びの数値"), *([("R2", "70", "R8", "120")] * 2))
    assert [c.use for c in columns if c.column in (1, 2, 7, 8)] == [Use.OWN_YEAR, Use.BASELINE, Use.OWN_YEAR, Use.FINAL_GOAL]


def test_goal_on_the_way_to_an_end_is_the_target_of_its_year() -> None:
    rows = (
        ("指標", "基準（R1）", "R4実績", "R5実績", "中間の目標（R7）", "最終の目標（R12）"),
        ("植樹の本数", "60", "78", "84", "90", "120"),
    )
    [table] = propose(Grid("a.xlsx", Format.EXCEL, (Sheet("1", rows),))).tables
    assert [column.use for column in table.columns[-2:]] == [Use.TARGET, Use.FINAL_GOAL]
