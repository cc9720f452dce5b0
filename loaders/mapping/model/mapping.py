"""What a table is, said so that a person can check it: where its headings end, what each column holds, which year it means.

A mapping is proposed (mapping/proposing.py), shown (records/showing.py), changed by a person, kept (written.py) and applied
(records/recording.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from loaders.codes import Kind
from loaders.grid.grid import Grid, Sheet
from loaders.grid.turned import turned


class Use(StrEnum):
    """What a column is for."""

    NUMBER = "number"
    GROUP = "group"
    NAME = "name"
    ACTIVITY = "activity"
    DEPARTMENT = "department"
    LEAD = "lead"
    MEASURE = "measure"
    PART = "part"
    UNIT = "unit"
    BASELINE = "baseline"
    CURRENT = "current"
    TARGET = "target"
    RESULT = "result"
    FORECAST = "forecast"
    FINAL_GOAL = "final_goal"
    STATE_AND_AIM = "state_and_aim"
    RATE = "rate"
    GRADE = "grade"
    COMMENT = "comment"
    VALUE = "value"
    PAIR = "pair"
    KIND = "kind"
    YEAR = "year"
    OWN_YEAR = "own_year"
    DIRECTION = "direction"
    UNREAD = "unread"


# What a person is told that a column is.
USE_WORDS: dict[Use, str] = {
    Use.NUMBER: "番号",
    Use.GROUP: "上位の区分（基本目標・施策など）",
    Use.NAME: "事業・取組の名前",
    Use.ACTIVITY: "事業の内容",
    Use.DEPARTMENT: "担当課",
    Use.LEAD: "主担当の印",
    Use.MEASURE: "指標の名前",
    Use.PART: "指標の内訳（男女・地区など）",
    Use.UNIT: "単位",
    Use.BASELINE: "基準値",
    Use.CURRENT: "現状値（その年度の実績）",
    Use.TARGET: "目標・計画",
    Use.RESULT: "実績・評価",
    Use.FORECAST: "実績見込",
    Use.FINAL_GOAL: "最終目標",
    Use.STATE_AND_AIM: "現状及び目標の文",
    Use.RATE: "達成率・増減（計算値）",
    Use.GRADE: "自治体による評価・判定",
    Use.COMMENT: "評価の説明・理由",
    Use.VALUE: "値（目標か実績かは行の区分による）",
    Use.PAIR: "目標と実績（一つの欄に両方）",
    Use.KIND: "行の区分（目標・実績）",
    Use.YEAR: "年度",
    Use.OWN_YEAR: "隣の値の年度",
    Use.DIRECTION: "望ましい方向（増やす・減らす）",
    Use.UNREAD: "読み込まない",
}

# What kind of cell the words under a column are; those that only rows or the cells themselves tell are not in it.
USE_KINDS: dict[Use, Kind] = {
    Use.BASELINE: Kind.BASELINE_GOAL,
    Use.FINAL_GOAL: Kind.BASELINE_GOAL,
    Use.STATE_AND_AIM: Kind.BASELINE_GOAL,
    Use.TARGET: Kind.PLAN,
    Use.RESULT: Kind.RESULT,
    Use.FORECAST: Kind.RESULT,
    Use.CURRENT: Kind.RESULT,
    Use.GRADE: Kind.RESULT,
    Use.COMMENT: Kind.RESULT,
}

# Uses whose cells state a value of an indicator, and those that say which item a row is of.
VALUED = frozenset(
    {Use.BASELINE, Use.CURRENT, Use.TARGET, Use.RESULT, Use.FORECAST, Use.FINAL_GOAL, Use.STATE_AND_AIM, Use.VALUE, Use.PAIR}
)
IDENTIFYING = frozenset(
    {Use.NUMBER, Use.GROUP, Use.NAME, Use.ACTIVITY, Use.DEPARTMENT, Use.LEAD, Use.MEASURE, Use.PART, Use.UNIT}
)
# Uses that hold what was planned for a year, what came of it, or both, which rows may tell apart.
PLANNED_OR_DONE = frozenset({Use.TARGET, Use.RESULT, Use.PAIR, Use.VALUE})
# Uses that a year belongs to.
YEARLY = frozenset({Use.TARGET, Use.RESULT, Use.FORECAST, Use.VALUE, Use.PAIR, Use.RATE, Use.GRADE, Use.COMMENT, Use.CURRENT})


@dataclass(frozen=True)
class ColumnUse:
    """What a column of a table holds. `column` counts from 0; `heading` is its words in all heading lines.

    `year` is the fiscal year that its cells are of, None where a row, the table or the cells name it. Several indicators may
    stand side by side: `indicator` numbers them from 0, `measure` is the name that the headings give it, '' where cells do,
    `unit` and `department` what they say of it besides (担当：公園課).
    `reason` says in Japanese why it is taken for this, `confidence` (0 to 1) how sure that is.
    """

    column: int
    heading: str
    use: Use
    year: int | None = None
    indicator: int = 0
    measure: str = ""
    unit: str = ""
    department: str = ""
    reason: str = ""
    confidence: float = 1.0


@dataclass(frozen=True)
class TableMapping:
    """A table of a sheet: rows `first` to `last` are its headings, `end` is the row after its last; all count from 0.

    `year` is the fiscal year of columns and rows that name none, `year_reason` where it was found. A table that
    `is_turned` has its items in columns; rows and columns are counted as they are once it is turned (grid/turned.py). `part` is
    then the first and the last row of its sheet that it takes, where other tables stand beside it.
    `line_kinds` is what a note says that the lines of each item are (line_kinds.py), `unit` in what a line above says that all
    values are kept whose own words say nothing else. `begins` is the first year of the plan where rows count its years (2年目).
    `row_kinds` are the words beside rows that a note says to be plan and result (own_words.py), `expected_signs` those that
    it says to stand beside values that are only expected (expected.py).
    """

    sheet: str
    first: int
    last: int
    end: int
    columns: tuple[ColumnUse, ...]
    year: int | None = None
    year_reason: str = ""
    confidence: float = 1.0
    is_turned: bool = False
    part: tuple[int, int] | None = None
    line_kinds: tuple[Use, ...] = ()
    unit: str = ""
    begins: int | None = None
    row_kinds: tuple[tuple[str, Use], ...] = ()
    expected_signs: tuple[str, ...] = ()

    def of(self, *uses: Use) -> Iterator[ColumnUse]:
        """Yield the columns that are for one of `uses`, from the left."""
        return (column for column in self.columns if column.use in uses)


def stands_aside(heading: str) -> bool:
    """Return whether a heading, its lowest words, stands in brackets, so that its cells tell of those to their left.

    >>> stands_aside("設定時の値 （年度）"), stands_aside("基準値（年度）")
    (True, False)
    """
    return re.fullmatch(r"[(（\[［][^()（）\[\]［］]+[)）\]］]", heading.rpartition(" ")[2]) is not None


def own_years(columns: Sequence[ColumnUse]) -> dict[int, int]:
    """Return for columns of values the column that names the years of its cells: beside it under one heading, or left of it.

    In brackets it stands behind its value: 設定時の値 | （年度）.
    """
    found: dict[int, int] = {}
    for year in (c for c in columns if c.use is Use.OWN_YEAR):
        beside = [c for c in columns if abs(c.column - year.column) == 1 and c.use in VALUED]
        if stands_aside(year.heading):
            found |= {c.column: year.column for c in beside if c.column < year.column}
            continue
        above = year.heading.rpartition(" ")[0]
        alike = [c for c in beside if above and c.heading.rpartition(" ")[0] == above]
        found |= {c.column: year.column for c in alike or [c for c in beside if c.column > year.column]}
    return found


def sheet_of(grid: Grid, table: TableMapping) -> Sheet:
    """Return the sheet that a table stands in, turned where the table is."""
    return as_read(next(sheet for sheet in grid.sheets if sheet.name == table.sheet), table)


def as_read(sheet: Sheet, table: TableMapping) -> Sheet:
    """Return a sheet as a table of it is read: turned where the table is."""
    return turned(sheet, table.part) if table.is_turned else sheet


def lines_taken(table: TableMapping) -> tuple[int, int]:
    """Return the first line of a table in its sheet and the one behind its last, whether it stands or lies."""
    return (table.part[0], table.part[1] + 1) if table.part else (table.first, table.end)


@dataclass(frozen=True)
class Mapping:
    """What the tables of a file are, in their order, and which of its sheets hold none."""

    tables: tuple[TableMapping, ...]
    unread_sheets: tuple[str, ...] = ()
