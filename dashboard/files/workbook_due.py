"""A meeting on a year that is not evaluated yet asks two things: which targets are due, and what the year before left over."""

from collections.abc import Sequence
from typing import Any, Final

from dashboard.facts import next_plan
from dashboard.facts.due import Due
from dashboard.facts.left_over import LeftOver
from dashboard.files.takeaway import Contents
from dashboard.files.workbook_layout import HEAD_HEIGHT, PERCENT_DECIMALS, Book, fit, lay_out, put, widths
from dashboard.saying import due_words, undone_words
from dashboard.text import words

DUE_COLUMNS: Final[dict[str, float]] = {
    "番号": 5,
    "指標": 28,
    "単位": 7,
    "種別": 7,
    "担当課": 15,
    "{asked}の目標": 10,
    "{last}の目標": 10,
    "{last}の実績": 10,
    "目標まで": 15,
    "{last}の実績は\n{asked}の目標の": 10,
    "実施内容": 24,
}
LEFT_COLUMNS: Final[dict[str, float]] = {
    "番号": 5,
    "実施内容": 22,
    "担当課": 14,
    "{last}の状況": 12,
    "続いた\n年数": 7,
    "理由": 14,
    "{last}の評価": 31,
    "計画の\n書き方": 11,
    "{next}の計画": 36,
}
# What stands still while the rest is scrolled: up to 指標, and up to 実施内容.
FROZEN: Final = 2

# The cells of a line, each with how it looks.
Cells = list[tuple[float | str | None, Any]]


def following(contents: Contents) -> str:
    """Return how the year is said whose plan stands beside what is left over: the one after the last evaluated one."""
    return contents.labels_ja.get(contents.year + 1, contents.asked_ja)


def targets(at: Book, name: str) -> None:
    """Write the targets that are due, the furthest from the last result first."""
    contents, found = at.contents, at.contents.due
    said = f"{due_words.answer(found, contents.asked_ja, contents.year_ja)}。"
    note = f"{contents.year_ja}の実績で目標に遠い順です。"
    rows = [_target(at, one) for one in found]
    _sheet(at, name, (f"{contents.asked_ja}の目標", said, note), rows, DUE_COLUMNS)


def _target(at: Book, one: Due) -> Cells:
    last_target = one.last.target if one.last else None
    is_missed = one.last is not None and one.last.is_met is False
    # Excel rounds what it shows, so that 99.96 % would read 100.0 %: the value itself is cut off first.
    share = None if one.share is None else words.rounded(one.share, PERCENT_DECIMALS)
    return [
        (one.series.number, at.centred),
        (one.series.name, at.said),
        (one.series.unit, at.centred),
        ("累計" if one.series.is_cumulative else "年度別", at.centred),
        (one.series.department, at.said),
        (one.target, at.number(one.target)),
        (last_target, at.number(last_target)),
        (one.result, at.number(one.result, is_missed)),
        (due_words.distance(one), at.said),
        (share, at.ratio),
        (one.series.activity, at.said),
    ]


def left(at: Book, name: str) -> None:
    """Write what the last evaluated year left over, with what is planned for it."""
    contents, found = at.contents, at.contents.left_over
    said = f"{undone_words.left_over(found, contents.year_ja, following(contents))}。"
    title = (f"{contents.year_ja}から残る事業", said, "未達・繰越の続いた年数の長い順です。")
    _sheet(at, name, title, [_owed(at, one) for one in found], LEFT_COLUMNS)


def _owed(at: Book, one: LeftOver) -> Cells:
    tone = (words.STATUSES["unmet"] if one.year.status == "unmet" else words.CARRIED_OVER).tone
    plan = one.after.plan.strip() if one.after else ""
    return [
        (one.row.number, at.centred),
        (one.row.activity, at.said),
        (one.row.department, at.said),
        ("\n".join(one.year.full_signs), at.signed(tone)),
        (one.years, at.centred),
        (words.reason_text(one.year.reason), at.said),
        (one.year.evaluation, at.said),
        (next_plan.LABELS[one.again], at.said),
        (plan or "記載なし", at.said),
    ]


def _sheet(at: Book, name: str, title: tuple[str, str, str], rows: Sequence[Cells], columns: dict[str, float]) -> None:
    """Write a sheet: its title with what it says and how it is sorted, the heads of its columns, its rows."""
    sheet = at.book.add_worksheet(name)
    head = at.title(sheet, *title)
    _heads(at, sheet, head, columns)
    for line, row in enumerate(rows, start=head + 1):
        _write(sheet, line, row, columns)
    _close(at, sheet, name, head, len(rows), columns)


def _heads(at: Book, sheet: Any, head: int, columns: dict[str, float]) -> None:
    contents = at.contents
    years = {
        "asked": contents.labels[contents.asked_for],
        "last": contents.labels[contents.year],
        "next": contents.labels.get(contents.year + 1, contents.labels[contents.asked_for]),
    }
    widths(sheet, list(columns.values()))
    for column, name in enumerate(columns):
        sheet.write_string(head, column, name.format(**years), at.head)
    sheet.set_row(head, HEAD_HEIGHT)


def _write(sheet: Any, row: int, values: Cells, columns: dict[str, float]) -> None:
    for column, (value, look) in enumerate(values):
        put(sheet, row, column, value, look)
    fit(sheet, row, [value for value, _ in values], list(columns.values()))


def _close(at: Book, sheet: Any, name: str, head: int, count: int, columns: dict[str, float]) -> None:
    end = head + max(count, 1)
    sheet.autofilter(head, 0, end, len(columns) - 1)
    sheet.freeze_panes(head + 1, FROZEN)
    lay_out(sheet, at.contents, name, (end, len(columns) - 1), (head, head))
