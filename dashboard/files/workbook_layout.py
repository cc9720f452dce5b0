"""A sheet for a meeting is read on paper as well: A4 landscape, the head on every page, a page number below.

A sheet too wide for letters that can be read is two pages wide, its first columns on both.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.files.takeaway import Contents
from dashboard.text import words
from dashboard.text.colours import RED, SLATE, Tone

# Comes with every Japanese Windows and with Office for Mac, and its lines are lower than those of 游ゴシック or Meiryo.
FONT: Final = "Meiryo UI"
SIZE: Final = 10
LINE: Final = 14.5
ROW_PADDING: Final = 4.0
LOWEST: Final = 19.0
# Excel's own limit.
HIGHEST: Final = 409.0
HEAD_HEIGHT: Final = 34.0
TITLE_HEIGHT: Final = 28.0
A4: Final = 9
HEAD: Final = "#E8EBF5"
BAND: Final = "#F1F1F4"
MARKED: Final = "#FFF3BF"
WHOLE: Final = "#,##0"
DECIMAL: Final = "#,##0.0#####"
# A missed result keeps being a number: the sign is part of its format, so that it survives black-and-white print.
MISSED: Final = '"✕ "'
PERCENT: Final = "0.0%"
PERCENT_DECIMALS: Final = 1
# What fits on A4 landscape between the margins at full size, in characters of half width.
PAPER_WIDTH: Final = 138.0


@dataclass(frozen=True)
class TwoPages:
    """A sheet of these widths, two pages wide: the second begins with column `at` and repeats the first `repeated` ones."""

    widths: Sequence[float]
    at: int
    repeated: int

    @property
    def scale(self) -> int:
        """The size in percent at which both pages hold their columns.

        >>> TwoPages((10, 90, 90), at=2, repeated=1).scale, TwoPages((40, 98, 144), at=2, repeated=1).scale
        (100, 75)
        """
        second = sum(self.widths[: self.repeated]) + sum(self.widths[self.at :])
        return min(100, int(100 * PAPER_WIDTH / max(sum(self.widths[: self.at]), second)))


class Book:
    """A workbook with its formats: Excel wants every look made once, so looks are asked for by what they are."""

    def __init__(self, book: Any, contents: Contents) -> None:
        self.book = book
        self.contents = contents
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def look(self, **properties: Any) -> Any:
        """Return the format of these properties; every look is of the one font and stands at the top of its cell."""
        whole = {"font_name": FONT, "font_size": SIZE, "valign": "top", **properties}
        key = tuple(sorted(whole.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(whole)
        return self._formats[key]

    def boxed(self, **properties: Any) -> Any:
        """Return the look of a cell of a table."""
        return self.look(border=1, border_color="#949497", **properties)

    @property
    def head(self) -> Any:
        """The look of a heading of a column."""
        return self.boxed(bold=True, bg_color=HEAD, text_wrap=True, valign="vcenter", align="center")

    @property
    def said(self) -> Any:
        """The look of words in a table."""
        return self.boxed(text_wrap=True)

    @property
    def centred(self) -> Any:
        """The look of a short word in a table."""
        return self.boxed(text_wrap=True, align="center")

    def signed(self, tone: Tone) -> Any:
        """Return the look of a sign with its word, in the word's colour."""
        return self.boxed(text_wrap=True, align="center", font_color=tone.light)

    def number(self, value: float | None, is_missed: bool = False) -> Any:
        """Return the look of a number: thousands separated, decimals only where it has some, a sign where it misses."""
        shape = WHOLE if value is None or value == int(value) else DECIMAL
        if is_missed:
            return self.boxed(num_format=MISSED + shape, font_color=RED.light, bold=True)
        return self.boxed(num_format=shape)

    @property
    def ratio(self) -> Any:
        """The look of a ratio in percent."""
        return self.boxed(num_format=PERCENT)

    def title(self, sheet: Any, title: str, *notes: str) -> int:
        """Write what a sheet is and what it says, without merged cells; return the row after."""
        sheet.set_row(0, TITLE_HEIGHT)
        sheet.write_string(0, 0, title, self.look(bold=True, font_size=16))
        for row, note in enumerate(notes, start=1):
            sheet.write_string(row, 0, note, self.look(font_color=SLATE.light if row > 1 else "#000000"))
        return len(notes) + 1


def put(sheet: Any, row: int, column: int, value: float | str | None, look: Any) -> None:
    """Write a value: a number as a number, words as words whatever they begin with, nothing as an empty cell."""
    if value is None or value == "" or value != value:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, look)
    else:
        sheet.write_number(row, column, value, look)


def line_count(said: str, width: float) -> int:
    """Return how many lines words take in a column so many half-width characters wide.

    >>> line_count("防災メール", 11), line_count("防災メールの登録", 11), line_count("R1\\nR2", 11)
    (1, 2, 2)
    """
    room = max(width - 1, 2)
    return sum(max(1, -(-_half_widths(line) // int(room))) for line in said.split("\n"))


def fit(sheet: Any, row: int, said: Sequence[object], every: Sequence[float]) -> None:
    """Set a row as high as its words need: programs other than Excel, and paper, don't find it out by themselves."""
    lines = max(line_count(value, width) for value, width in zip(said, every, strict=True) if isinstance(value, str))
    sheet.set_row(row, min(max(lines * LINE + ROW_PADDING, LOWEST), HIGHEST))


def _half_widths(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in line)


def widths(sheet: Any, every: Sequence[float]) -> None:
    """Set the widths of the columns from the first on, in characters of half width."""
    for column, width in enumerate(every):
        sheet.set_column(column, column, width)


def lay_out(
    sheet: Any,
    contents: Contents,
    name: str,
    last: tuple[int, int],
    head: tuple[int, int] | None = None,
    two_pages: TwoPages | None = None,
) -> None:
    """Make a sheet ready for paper: `last` is its last row and column, `head` the rows that are repeated on every page."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    if two_pages:
        sheet.set_print_scale(two_pages.scale)
        sheet.set_v_pagebreaks([two_pages.at])
        sheet.repeat_columns(0, two_pages.repeated - 1)
        # Across before down: both halves of a row lie side by side.
        sheet.print_across()
    else:
        sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, *last)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header(
        f"&L&9 {_plain(contents.plan)}　{_plain(name)}&R&9 {_plain(_short(contents.filter_text))}", {"margin": 0.3}
    )
    sheet.set_footer(f"&L&9 {words.date_text(contents.made_on)}作成&C&9 &P / &N ページ", {"margin": 0.3})
    sheet.hide_gridlines(2)
    sheet.set_zoom(90)
    if head:
        sheet.repeat_rows(*head)


def _plain(said: str) -> str:
    # In a header & begins a command; the size of its font is parted by a blank from words that may begin with a digit.
    return said.replace("&", "&&")


def _short(said: str, length: int = 80) -> str:
    # A header holds 255 characters at most, and one line of paper fewer.
    return said if len(said) <= length else said[:length] + "…"
