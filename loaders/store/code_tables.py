"""The store holds every code with its Japanese word: a table for each kind of code, a row for each code of the enum."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.codes import (
    CarriedEnd,
    ChangeKind,
    Code,
    Comparator,
    Direction,
    FindingKind,
    Item,
    Kind,
    PromiseState,
    Reason,
    Role,
    Severity,
    Status,
    TargetState,
)
from loaders.sheets import DataSheet, MeetingSheet


@dataclass(frozen=True)
class CodeTable:
    """A table of the store whose rows are the members of an enum.

    `means` is its comment, `more` are columns that no other code has: a name, a type with its constraints and a comment.
    """

    name: str
    members: type[Code]
    means: str
    more: tuple[tuple[str, str, str], ...] = ()


CODE_TABLES = (
    CodeTable("kind_code", Kind, "what a cell of the table is for"),
    CodeTable("role_code", Role, "what a number says about the thing that it counts"),
    CodeTable("comparator_code", Comparator, "how a stated number is held against another; the word stands behind the number"),
    CodeTable("direction_code", Direction, "which way an indicator improves"),
    CodeTable("status_code", Status, "状況: what became of an initiative in a year"),
    CodeTable("target_state_code", TargetState, "what became of a target that was set for a year (view target_outcome)"),
    CodeTable("promise_state_code", PromiseState, "what became of a thing that was promised by a year (table promise)"),
    CodeTable("carried_end_code", CarriedEnd, "how an initiative stopped being carried over (view initiative_year)"),
    CodeTable(
        "reason_code",
        Reason,
        "理由: why planned work was left undone",
        (("is_outside", "boolean not null", "外的要因: whether the cause lies outside what a city can steer"),),
    ),
    CodeTable("severity_code", Severity, "how much a finding should trouble a reader"),
    CodeTable(
        "finding_kind_code",
        FindingKind,
        "what is odd in the source, or doubtful in its reading",
        (
            (
                "casts_doubt_on",
                "varchar check (casts_doubt_on in ('year', 'outcome'))",
                "what a finding of the kind casts doubt on: year (outcome and figures of its year), outcome; "
                "NULL: nothing that was read",
            ),
        ),
    ),
    CodeTable("change_kind_code", ChangeKind, "what a new edition of a plan's table changed"),
    CodeTable("item_code", Item, "what a correction puts right"),
    CodeTable("meeting_sheet_code", MeetingSheet, "a sheet of the workbook for a meeting, in its order, and what it holds"),
    CodeTable("data_sheet_code", DataSheet, "a sheet of the data file, in its order, and what a row of it is"),
)


def code_rows(table: CodeTable) -> Iterator[dict[str, str | int | bool | None]]:
    """Yield the rows of a code table: code, label_ja, symbol, position (from 1), meaning.

    Of a reason also is_outside, of a finding's kind casts_doubt_on.
    """
    for position, member in enumerate(table.members, start=1):
        row: dict[str, str | int | bool | None] = {
            "code": member.value,
            "label_ja": member.label_ja,
            "symbol": member.symbol,
            "position": position,
            "meaning": member.meaning,
        }
        if isinstance(member, Reason):
            row["is_outside"] = member.is_outside
        if isinstance(member, FindingKind):
            row["casts_doubt_on"] = member.casts_doubt_on
        yield row
