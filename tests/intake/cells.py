"""A published table is cells, merged ranges and number formats; here they are plain Python, with the right values beside.

A row is a list. `LEFT` continues the cell to its left and `UP` the one above it (merged cells), so a heading reads as it looks:

    ["番号", "令和4年度", LEFT]
    [UP,     "目標",      "実績"]

Figures are written as small text tables, an item a line (see `items`), so that what is printed and what is right stand
side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Any


class Mark(Enum):
    """A cell that belongs to its neighbour's merged range."""

    UP = "up"
    LEFT = "left"


UP, LEFT = Mark.UP, Mark.LEFT


@dataclass(frozen=True)
class Figure:
    """What a cell shows and what it says: `１１８※` is 118, `精査中` is nothing yet, 0.298 as `0.0%` is 29.8."""

    stored: str | int | float | None
    value: float | None
    number_format: str | None = None
    text: str | None = None

    @property
    def shown(self) -> str:
        """The words a reader sees, which is all that CSV, HTML and PDF keep."""
        return self.text if self.text is not None else "" if self.stored is None else str(self.stored)


@dataclass(frozen=True)
class Dated:
    """A date and how the sheet shows it."""

    day: date
    number_format: str
    text: str


Cell = str | int | float | None | Mark | Figure | Dated
Row = list[Cell]
Range = tuple[int, int, int, int]


def shown(cell: Cell) -> str:
    """What a reader sees in a cell."""
    if cell is None or isinstance(cell, Mark):
        return ""
    return cell.shown if isinstance(cell, Figure) else cell.text if isinstance(cell, Dated) else str(cell)


def ranges(rows: Sequence[Row]) -> list[Range]:
    """The merged ranges of rows, as (first row, first column, last row, last column)."""
    found = []
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if isinstance(cell, Mark):
                continue
            right = c
            while right + 1 < len(row) and row[right + 1] is LEFT:
                right += 1
            below = r
            while below + 1 < len(rows) and c < len(rows[below + 1]) and rows[below + 1][c] is UP:
                below += 1
            if (right, below) != (c, r):
                found.append((r, c, below, right))
    return found


@dataclass(frozen=True)
class Sheet:
    """Lines before a table, its heading, its groups of rows (a merged range never leaves its group), lines after it."""

    heading: list[Row]
    groups: list[list[Row]]
    before: list[Row] = field(default_factory=list)
    after: list[Row] = field(default_factory=list)
    name: str = "Sheet1"
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()

    @property
    def table(self) -> list[Row]:
        return [*self.heading, *(row for group in self.groups for row in group)]

    @property
    def width(self) -> int:
        return max(len(row) for row in self.table)


@dataclass(frozen=True)
class Text:
    """How a CSV is written."""

    encoding: str = "cp932"
    delimiter: str = ","
    newline: str = "\r\n"


@dataclass(frozen=True)
class Case:
    """One table with its right values in the form of right.json, and the kinds of file that can hold it."""

    name: str
    say: str
    sheets: tuple[Sheet, ...]
    right: dict[str, Any]
    kinds: tuple[str, ...] = ("xlsx", "csv", "html", "pdf")
    text: Text = Text()
    is_ruled: bool = True

    @property
    def all_kinds(self) -> tuple[str, ...]:
        """The kinds of file that can hold it: whatever a web page can hold a Word document can."""
        return (*self.kinds, "docx") if "html" in self.kinds else self.kinds


@dataclass(frozen=True)
class Item:
    """An indicator of a project with its figures: `years` maps a fiscal year to (target, result)."""

    number: str
    project: str
    indicator: str
    unit: str
    section: str
    base: Figure
    years: Mapping[int, tuple[Figure, Figure]]
    final: Figure
    falls: bool = False

    @property
    def key(self) -> str:
        """The part of the indicator's name by which the right values find it."""
        return self.indicator.split("\n")[0].split("（")[0]

    def target(self, year: int) -> Figure:
        return self.years[year][0]

    def result(self, year: int) -> Figure:
        return self.years[year][1]


def figure(token: str) -> Figure:
    """`120`, `54.0`, `-` (an empty cell), or `printed=value`; ␣ is a blank and ⏎ a line break.

    >>> figure("１１８※=118").value
    118.0
    >>> figure("精査中=-").value is None
    True
    """
    printed, said, value = token.replace("␣", " ").replace("⏎", "\n").rpartition("=")
    if said:
        return Figure(printed, None if value == "-" else float(value))
    if value == "-":
        return Figure(None, None)
    if "." not in value:
        return Figure(int(value), float(value))
    return Figure(float(value), float(value), "0." + "0" * len(value.split(".")[1]), value)


def items(text: str, first: int) -> list[Item]:
    """Items from lines `number|project|indicator|unit|section|base|target result target result …|final`.

    `first` is the fiscal year of the first pair; a line that ends in `|↓` is of an indicator where lower is better.
    """
    found = []
    for line in text.strip().splitlines():
        number, project, indicator, unit, section, base, years, final, *rest = line.strip().replace("⏎", "\n").split("|")
        found.append(
            Item(number, project, indicator, unit, section, figure(base), _years(years, first), figure(final), bool(rest))
        )
    keys = [item.key for item in found]
    assert not [a for a in keys for b in keys if a is not b and a in b], f"keys that stand in one another: {keys}"
    return found


def _years(text: str, first: int) -> dict[int, tuple[Figure, Figure]]:
    figures = [figure(token) for token in text.replace("\n", "⏎").split()]
    return {first + n: (target, result) for n, (target, result) in enumerate(zip(figures[::2], figures[1::2], strict=True))}


def soiled(clean: Iterable[Item], text: str) -> list[Item]:
    """The same items as careless hands print them: lines `indicator|base|targets and results|final`, the rest as it was."""
    lines = [line.strip().split("|") for line in text.strip().splitlines()]
    new = {key: rest for key, *rest in lines}
    found = list(clean)
    assert set(new) <= {item.key for item in found}, set(new) - {item.key for item in found}
    return [_soil(item, new.get(item.key)) for item in found]


def _soil(item: Item, line: list[str] | None) -> Item:
    if line is None:
        return item
    base, years, final = line
    return replace(item, base=figure(base), years=_years(years, min(item.years)), final=figure(final))


def right(found: Iterable[Item], *parts: str, by: str = "indicator", years: Iterable[int] | None = None) -> dict[str, Any]:
    """The right values of items: targets and results always, and of `base final units departments met` those that are named."""
    found = list(found)
    wanted = None if years is None else set(years)

    def name(item: Item) -> str:
        return item.key if by == "indicator" else item.project

    pairs = [(i, y, t, r) for i in found for y, (t, r) in i.years.items() if wanted is None or y in wanted]
    pairs = [(i, y, t, r) for i, y, t, r in pairs if (t.stored, r.stored) != (None, None)]
    values: dict[str, Any] = {"right": [[name(i), y, t.value, r.value] for i, y, t, r in pairs]}
    if "base" in parts:
        values["base"] = {name(i): i.base.value for i in found if i.base.value is not None}
    if "final" in parts:
        values["final"] = {name(i): i.final.value for i in found if i.final.value is not None}
    if "met" in parts:
        values["met"] = [
            [name(i), y, _met(i, t.value, r.value)] for i, y, t, r in pairs if t.value is not None and r.stored is not None
        ]
    if "units" in parts:
        values["units"] = {name(i): i.unit.replace("％", "%") for i in found}
    if "departments" in parts:
        values["departments"] = {name(i): i.section for i in found}
    return values


def _met(item: Item, target: float | None, result: float | None) -> bool | None:
    if target is None or result is None:
        return None
    return result <= target if item.falls else result >= target


def between(groups: Sequence[list[Row]], lines: Mapping[int, list[Row]]) -> list[list[Row]]:
    """Groups with other lines (a repeated heading, a blank line, a section's title) before the group of a given place."""
    found = []
    for place, group in enumerate(groups):
        if place in lines:
            found.append(lines[place])
        found.append(group)
    return found + [rows for place, rows in lines.items() if place >= len(groups)]


def across(text: str, width: int) -> Row:
    """A line merged over the table's whole width."""
    return [text, *[LEFT] * (width - 1)]


def blank(width: int) -> Row:
    return [None] * width


def era(year: int) -> str:
    """R5."""
    return f"R{year - 2018}"


def era_year(year: int) -> str:
    """令和5年度."""
    return f"令和{year - 2018}年度" if year > 2019 else "令和元年度"


def runs(found: Sequence[Item]) -> list[list[Item]]:
    """Items by project, in their order."""
    grouped: list[list[Item]] = []
    for item in found:
        if grouped and grouped[-1][0].project == item.project:
            grouped[-1].append(item)
        else:
            grouped.append([item])
    return grouped


def first_of(value: Cell, place: int) -> Cell:
    """The value in a group's first row, merged down into the others."""
    return value if place == 0 else UP


@dataclass(frozen=True)
class Drawn:
    """What a layout gives for its clean or its dirty items."""

    sheets: tuple[Sheet, ...]
    right: dict[str, Any]


Draw = Callable[[list[Item], bool], Drawn]
CASES: list[Case] = []


def layout(
    say: str, clean: list[Item], dirty: list[Item], kinds: tuple[str, ...] = Case.kinds, text: Text = Case.text
) -> Callable[[Draw], Draw]:
    """Register a layout twice: as a careful clerk makes it, and with the usual dirt."""

    def register(draw: Draw) -> Draw:
        for found, is_dirty in ((clean, False), (dirty, True)):
            drawn = draw(found, is_dirty)
            name = draw.__name__.replace("_", "-") + ("-dirty" if is_dirty else "")
            CASES.append(Case(name, say, drawn.sheets, drawn.right, kinds, text))
        return draw

    return register
