"""A progress table says, for each initiative and fiscal year, what was planned and what came of it.

These are the typed values of that sentence, in the order in which they are concluded: document row, printed cell, cell at its
true place, quantity, indicator, outcome, promise, finding. All are frozen, none knows a file or a database. A fiscal year
(年度) is the western year in which it starts: 2017 is 平成29年度, 2019 is 令和元年度.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from loaders.codes import Comparator as Comparator
from loaders.codes import Direction as Direction
from loaders.codes import FindingKind as FindingKind
from loaders.codes import Kind as Kind
from loaders.codes import PromiseState as PromiseState
from loaders.codes import Reason as Reason
from loaders.codes import Role as Role
from loaders.codes import Severity as Severity
from loaders.codes import Status as Status
from loaders.prose.eras import label_ja


class Place(NamedTuple):
    """Where a cell stands: its kind, and its fiscal year (None for 現状及び事業目標).

    A tuple, since places are what rules compare most: a load does so a million times.
    """

    kind: Kind
    year: int | None

    @property
    def label_ja(self) -> str:
        """How the table's headings name it: '平成29年度内容及び目標', '現状及び事業目標'."""
        return f"{'' if self.year is None else label_ja(self.year)}{self.kind.label_ja}"


@dataclass(frozen=True)
class Column:
    """A part of a place's words that stands in a column of its own: 基準値 and 目標値 are one place.

    `heading` is as printed, `label` what it says of the column's numbers (基準値, 目標値); the words begin at `start`.
    `is_stated`: the words are a value of the table's own grid or a body's own grade, and no prose to be read.
    `confidence` is how sure it is that the column is what it is taken for, 0 to 1.
    """

    heading: str
    label: str
    start: int
    is_stated: bool = False
    confidence: float = 1.0


@dataclass(frozen=True)
class PrintedCell:
    """A cell as the document prints it: the place its heading names and its words, verbatim ('' when empty).

    `columns` are the columns whose words, parted by a blank, make up the text, where the headings say what each one states.
    """

    place: Place
    text: str
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True)
class Stated:
    """A value that the table's grid states: its cell stands under a heading of its role and year.

    `year` is None for a baseline and a final goal. The span counts characters of the printed cell at `place`. `is_forecast`: it
    is what the body expects (実績見込), not what came of the year.
    """

    role: Role
    year: int | None
    place: Place
    value: float
    unit: str | None
    comparator: Comparator
    span_start: int
    span_end: int
    quote: str
    is_forecast: bool = False


@dataclass(frozen=True)
class Measure:
    """An indicator whose values the grid states: its name as printed, its unit, its values in the table's order.

    `direction` is which way the table says that it improves, None where it says nothing of it.
    """

    name: str
    unit: str | None
    stated: tuple[Stated, ...]
    direction: Direction | None = None


@dataclass(frozen=True)
class BodyGrade:
    """The body's own verdict on a year (A, ◎, 概ね順調), as printed, of an indicator where it has several.

    `meaning` is what the table's legend says of it, '' where it says nothing; `says` whether that is met or unmet, None where
    it is neither.
    """

    year: int
    words: str
    heading: str
    meaning: str = ""
    measure: str = ""
    says: Status | None = None


@dataclass(frozen=True)
class Initiative:
    """A row of the table (実施事業 × 担当課), its cells in the document's order.

    `program_printed`, `lead_printed` and `department_printed` are the cells from which code, name, mark and section were read,
    verbatim; `program_code_printed` is the code before any repair. `measure` and `unit` are what the bare numbers of the row
    count where the table has columns for them (指標名, 単位), '' where it has none; `number_printed`, `measure_printed` and
    `unit_printed` are those columns verbatim. `row` is every cell of its line with the heading above it: what the store has
    to hold, or a finding to name. `measures` is what the table's grid states of it, `grades` the body's own verdicts,
    `source_sheet` the sheet or table of the file that it stands in, `other` the cells, each with its heading, that no reading
    uses. `is_named_by_program`: the table calls each row by a name of its own, and tells in 実施内容 what is done about it.
    `groups` are the cells of the columns above its name, from the goal down.
    """

    number: int
    goal_code: str
    policy_code: str
    program_code: str
    program_name: str
    is_lead: bool
    department: str
    department_unit: str | None
    former_department: str | None
    activity: str
    source_line: int
    cells: tuple[PrintedCell, ...]
    source_page: int = 1
    program_code_printed: str = ""
    program_printed: str = ""
    lead_printed: str = ""
    department_printed: str = ""
    measure: str = ""
    unit: str = ""
    number_printed: str = ""
    measures: tuple[Measure, ...] = ()
    grades: tuple[BodyGrade, ...] = ()
    source_sheet: str = ""
    other: tuple[tuple[str, str], ...] = ()
    measure_printed: str = ""
    unit_printed: str = ""
    row: tuple[tuple[str, str], ...] = ()
    is_named_by_program: bool = False
    groups: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """What the row is about in the fewest words: the name of its program where that sets it apart, else its activity."""
        activity, program = self.activity.strip(), self.program_name.strip()
        return (program or activity) if self.is_named_by_program else (activity or program)


@dataclass(frozen=True)
class Cell:
    """Words at their true place. The pieces of one printed cell, in order of `span_start`, make up its text without a gap.

    `span_start` and `span_end` count characters of the printed cell's text. `rule` names what decided the place
    ('as_printed' where nothing moved it); `confidence` is that decision's, 0 to 1. `column` is the column that the piece alone
    fills, where its place has several (基準値, 目標値), else None. `is_confirmed`: a person said that it belongs there.
    """

    printed: Place
    place: Place
    text: str
    span_start: int
    span_end: int
    confidence: float
    rule: str
    column: Column | None = None
    is_confirmed: bool = False

    @property
    def is_moved(self) -> bool:
        """Whether the words belong elsewhere than under the heading they are printed under."""
        return self.printed != self.place


@dataclass(frozen=True)
class Quantity:
    """A number that was read. Its span counts characters of the *printed* cell's text: text[span_start:span_end] == quote.

    `label` is the words of the 【…】 or of the phrase that names what is counted; `unit` is as written after NFKC ('人', '回'),
    None where none is written. `is_tagged`: a 【…】 label stands before the number in its cell with no 。 between them, or the
    number stands inside the label. `part_of` is the span_start of the total that this number is a part of (うち). `rule` names
    the grammar rule that read it. `exact` is the amount in its base unit where `value` had to be rounded: 460 (秒) of 7分40秒.
    """

    printed: Place
    place: Place
    role: Role
    label: str | None
    value: float
    unit: str | None
    comparator: Comparator
    as_of: date | None
    span_start: int
    span_end: int
    quote: str
    is_tagged: bool
    is_cumulative: bool = False
    part_of: int | None = None
    rule: str = ""
    exact: float | None = None


@dataclass(frozen=True)
class IndicatorYear:
    """An indicator in one year. Values are None where unknown, never 0 for want of a number.

    `target` is the last stated one for the year, `first_target` the first stated one where it was moved later, else None.
    The quantities are what the values were read from. `confidence` is how sure the figures and their tie are, 0 to 1; `rule`
    names the sign that lowers it most. `is_forecast`: the result is what the body expects (実績見込), by which no target is
    judged. `is_confirmed`: a person said that it holds as it was read.
    """

    year: int
    target: float | None
    result: float | None
    attainment: float | None
    is_met: bool | None
    target_quantity: Quantity | None = None
    result_quantity: Quantity | None = None
    first_target: float | None = None
    first_target_quantity: Quantity | None = None
    is_corrected: bool = False
    is_forecast: bool = False
    confidence: float = 1.0
    rule: str = ""
    is_confirmed: bool = False


@dataclass(frozen=True)
class Indicator:
    """A series that can be charted: one thing measured, in one unit, over the years.

    `read_name` is the name that was read where a person gave it another one, else ''. `is_direction_sure` is false where
    nothing says which way it improves, and what its targets do speaks against the usual one.
    """

    name: str
    unit: str | None
    baseline: float | None
    final_goal: float | None
    direction: Direction
    is_cumulative: bool
    years: tuple[IndicatorYear, ...]
    baseline_quantity: Quantity | None = None
    final_goal_quantity: Quantity | None = None
    read_name: str = ""
    is_direction_sure: bool = True


@dataclass(frozen=True)
class Outcome:
    """What became of one year. `evidence` is the words that decided, cut from the printed cell `evidence_place` at the span.

    `is_corrected`: a person said something else than was concluded; `is_confirmed`: that it holds as it was concluded.
    """

    year: int
    status: Status
    is_carried_over: bool
    reason: Reason | None
    rule: str
    evidence: str
    confidence: float
    evidence_place: Place | None = None
    span_start: int | None = None
    span_end: int | None = None
    carried_rule: str = ""
    reason_quote: str = ""
    reason_rule: str = ""
    is_corrected: bool = False
    is_confirmed: bool = False


@dataclass(frozen=True)
class Finding:
    """Something odd in the source, or a doubt about its reading, said for a person (message in Japanese).

    `is_settled`: a person has looked at it, so that it casts no doubt any more.
    """

    kind: FindingKind
    severity: Severity
    message: str
    quote: str = ""
    number: int | None = None
    year: int | None = None
    is_settled: bool = False


@dataclass(frozen=True)
class Promise:
    """What is promised by a fiscal year: the words that say so are text[span_start:span_end] of the printed cell."""

    year: int
    what: str
    quote: str
    printed: Place
    span_start: int
    span_end: int
    confidence: float


@dataclass(frozen=True)
class JudgedPromise:
    """What became of a promise, in which year it was done, and how sure that is; `by` is the outcome that decided.

    `is_corrected`: a person has said what stands here, be it as it was read.
    """

    promise: Promise
    is_study: bool
    state: PromiseState
    kept_year: int | None
    confidence: float
    by: Outcome | None
    is_corrected: bool = False


@dataclass(frozen=True)
class Reading:
    """All that was concluded about one initiative."""

    initiative: Initiative
    cells: tuple[Cell, ...]
    quantities: tuple[Quantity, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    promises: tuple[JudgedPromise, ...] = ()
