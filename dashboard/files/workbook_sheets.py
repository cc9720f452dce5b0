"""The workbook for a meeting has its sheets in one order, that of `MeetingSheet` (loaders/sheets.py), with their names."""

from typing import Final

from dashboard.database import codes
from dashboard.database.codes import CodeRow
from dashboard.files.takeaway import Contents

COVER: Final = "cover"
# There only where a year is asked for that is not evaluated yet.
OF_A_YEAR_TO_COME: Final = ("due", "left_over")
_SHEETS: Final = codes.Codes("meeting_sheet_code", lambda row: row)


def in_order(asked_label: str, last_label: str) -> dict[str, CodeRow]:
    """Return the sheets by their codes, in the order of the file, for a year that is asked for and the last evaluated one."""
    years = {"asked": asked_label, "last": last_label}
    there = {code: row for code, row in _SHEETS.items() if asked_label != last_label or code not in OF_A_YEAR_TO_COME}
    return {
        code: CodeRow(code, row.label_ja.format(**years), meaning=row.meaning.format(**years)) for code, row in there.items()
    }


def of(contents: Contents) -> dict[str, CodeRow]:
    """Return the sheets of one workbook by their codes, in its order."""
    return in_order(contents.labels[contents.asked_for], contents.labels[contents.year])


def told(asked_label: str, last_label: str) -> dict[str, str]:
    """Return the names of the sheets behind the cover, each with what it holds."""
    behind = (row for code, row in in_order(asked_label, last_label).items() if code != COVER)
    return {row.label_ja: row.meaning for row in behind}


def name(code: str) -> str:
    """Return the name of a sheet that bears no year: '進行管理表'."""
    return _SHEETS[code].label_ja
