"""A mapping is kept beside its file, as JSON that a person can read; the next file of the same form is read by it again."""

import re
import unicodedata
from collections.abc import Mapping as Named
from dataclasses import asdict, fields, replace
from typing import Any

from loaders.errors import DocumentError
from loaders.mapping.model.mapping import ColumnUse, Mapping, TableMapping, Use
from loaders.patterns import Pattern
from loaders.prose.eras import ERA

# Why a column of the next file is taken for what it is.
SETTLED = "前の版で確かめた読み方です。"
# What tells the heading of one year from that of the next.
OF_A_YEAR = Pattern(rf"{ERA}?\s*(?:\d+|元)\s*年?度?|[（()）\s]", re.IGNORECASE)


def written(mapping: Mapping) -> dict[str, Any]:
    """Return a mapping as JSON holds it."""
    return asdict(mapping)


def read_written(found: Named[str, Any]) -> Mapping:
    """Return the mapping that `written` wrote; raise DocumentError where it is none."""
    try:
        tables = tuple(
            TableMapping(
                **{
                    **table,
                    "columns": tuple(_column(column) for column in table["columns"]),
                    "part": tuple(table["part"]) if table.get("part") else None,
                    "line_kinds": tuple(Use(kind) for kind in table.get("line_kinds", ())),
                    "expected_signs": tuple(table.get("expected_signs", ())),
                    "row_kinds": tuple((word, Use(kind)) for word, kind in table.get("row_kinds", ())),
                }
            )
            for table in found["tables"]
        )
        return Mapping(tables, tuple(found.get("unread_sheets", ())))
    except (KeyError, TypeError, ValueError) as error:
        todo = "もう一度ファイルから取り込むか、列の読み方を指定せずに読み込んでください。"
        raise DocumentError(f"列の読み方の控えを読めません（{error}）。", todo=todo) from error


def _column(found: Named[str, Any]) -> ColumnUse:
    names = {field.name for field in fields(ColumnUse)}
    return ColumnUse(**{name: value for name, value in found.items() if name in names} | {"use": Use(found["use"])})


def is_same_form(saved: Mapping, proposed: Mapping) -> bool:
    """Return whether two files have the same columns under the same headings, whatever the years in them."""
    return [_form(table) for table in saved.tables] == [_form(table) for table in proposed.tables] != []


def carried_over(saved: Mapping, proposed: Mapping) -> Mapping:
    """Return the mapping of the next file of a form: what a person settled, with the years that the new headings name."""
    tables = []
    for old, new in zip(saved.tables, proposed.tables, strict=True):
        by_place = {column.column: column for column in old.columns}
        columns = tuple(
            replace(column, use=known.use, indicator=known.indicator, measure=known.measure, reason=SETTLED, confidence=1.0)
            for column in new.columns
            for known in [by_place[column.column]]
        )
        tables.append(replace(new, columns=columns))
    return replace(proposed, tables=tuple(tables))


def _form(table: TableMapping) -> list[tuple[int, str]]:
    folded = ((column.column, unicodedata.normalize("NFKC", column.heading)) for column in table.columns)
    return [(at, OF_A_YEAR.sub("", heading)) for at, heading in folded]
