"""A table as it looks, drawn in text, with its right values beside: how a layout that is no variation of another is written.

A line is a row of cells with `|` between; `<` goes on from the left, `^` from above (merged cells), ⏎ breaks a line. The first
sign tells what the line is: `@` stands before the table, `!` is a heading, `%` stands after it, `=` begins a sheet.

Right values are lines `item|2022:120/118|base=100|final=140|unit=本|dep=公園課`; `-` is none.
"""

from __future__ import annotations

import re
from typing import Any

from tests.intake.cells import CASES, LEFT, UP, Case, Cell, Figure, Row, Sheet, Text


def _cell(text: str) -> Cell:
    text = text.strip().replace("⏎", "\n").replace("¦", "|")
    if text in ("<", "^", ""):
        return {"<": LEFT, "^": UP, "": None}[text]
    if re.fullmatch(r"-?\d+", text):
        return Figure(int(text), float(text))
    if re.fullmatch(r"-?\d+\.\d+", text):
        return Figure(float(text), float(text), "0." + "0" * len(text.split(".")[1]), text)
    return text


def _row(text: str) -> Row:
    return [_cell(cell) for cell in text.split("|")]


def sheets(text: str) -> tuple[Sheet, ...]:
    """The sheets that lines draw; a group ends where a row begins no cell that reaches down."""
    found: list[Sheet] = []
    for line in filter(None, map(str.strip, text.strip("\n").splitlines())):
        if line.startswith("=") or not found:
            found.append(Sheet([], [], name=line[1:].strip() if line.startswith("=") else "Sheet1"))
        sheet = found[-1]
        if line[0] in "@!%":
            {"@": sheet.before, "!": sheet.heading, "%": sheet.after}[line[0]].append(_row(line[1:]))
        elif line[0] != "=":
            row = _row(line)
            if UP in row and sheet.groups:
                sheet.groups[-1].append(row)
            else:
                sheet.groups.append([row])
    return tuple(found)


_KEYS = {"unit": "units", "dep": "departments", "base": "base", "final": "final"}


def right(text: str) -> dict[str, Any]:
    """What right.json says, from lines of items."""
    values: dict[str, Any] = {"right": []}
    for line in filter(None, map(str.strip, text.strip().splitlines())):
        item, *parts = line.split("|")
        for part in parts:
            if "=" in part:
                key, value = part.split("=")
                is_word = key in ("unit", "dep")
                values.setdefault(_KEYS[key], {})[item] = value if is_word else float(value)
            else:
                year, pair = part.split(":")
                target, result = (None if token == "-" else float(token) for token in pair.split("/"))
                values["right"].append([item, int(year), target, result])
    return values


def draw(
    name: str,
    say: str,
    table: str,
    values: str,
    kinds: str = "xlsx csv html pdf",
    text: Text = Case.text,
    is_ruled: bool = True,
) -> None:
    """Register a layout that is drawn in text."""
    CASES.append(Case(name, say, sheets(table), right(values), tuple(kinds.split()), text, is_ruled))
