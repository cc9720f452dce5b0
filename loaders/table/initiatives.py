"""A row of a progress table is an initiative: who does what under which program, and a cell of words for each year's place."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.model import Column, Finding, FindingKind, Initiative, Place, PrintedCell, Severity
from loaders.numbers.measures import unit_in_name, without_unit
from loaders.numbers.prose_measures import prose_measure
from loaders.prose.eras import find_fiscal_year
from loaders.prose.widths import narrow
from loaders.table.cells_tell import BASELINE_GOAL
from loaders.table.departments import is_lead_mark, read_department
from loaders.table.heading_words import Field
from loaders.table.numbering import is_code
from loaders.table.printed import Heading, PrintedRow
from loaders.table.printed_headings import statement_label
from loaders.table.program_codes import Program, read_program

UNKNOWN_DEPARTMENT = "不明"

# A name or two may come back in a table that calls each row by its own.
_MOST_NAMED = 0.9


def read_row(row: PrintedRow, number: int) -> Initiative:
    """Return the initiative of a printed row, which bears `number`; every word of its cells is kept."""
    heading = row.heading
    padded = row.cells + [""] * (len(heading.columns) - len(row.cells))
    stated: dict[Field, list[str]] = {field: [] for field in Field}
    parts: dict[Place, list[tuple[str, str]]] = {place: [] for place in heading.places}
    for word, column, text in zip(heading.words, heading.columns, padded, strict=True):
        if isinstance(column, Place):
            parts[column].append((word, text))
        elif column is not None:
            stated[column].append(text)
    fields = _fields(stated)
    words = {place: " ".join(text for _, text in columns) for place, columns in parts.items()}
    measure, unit = _measured(fields, words)
    program, department = _program(fields), read_department(fields[Field.DEPARTMENT])
    initiative = Initiative(
        number=number,
        goal_code=program.goal_code,
        policy_code=program.policy_code,
        program_code=program.program_code,
        program_name=program.name,
        is_lead=Field.LEAD not in heading.columns or is_lead_mark(fields[Field.LEAD]),
        department=department.name or UNKNOWN_DEPARTMENT,
        department_unit=department.unit,
        former_department=department.former,
        activity=fields[Field.ACTIVITY] or fields[Field.MEASURE],
        source_line=row.line,
        cells=tuple(_cell(place, columns) for place, columns in parts.items()),
        source_page=row.page,
        program_code_printed=program.program_code,
        program_printed=fields[Field.PROGRAM],
        lead_printed=fields[Field.LEAD],
        department_printed=fields[Field.DEPARTMENT],
        measure=measure,
        unit=unit,
        groups=tuple(stated[Field.PROGRAM][:-1]),
        number_printed=fields[Field.NUMBER],
        measure_printed=fields[Field.MEASURE],
        unit_printed=fields[Field.UNIT],
        row=tuple((word.strip(), text) for word, text in zip(heading.words, padded, strict=True)),
    )
    kept = kept_words(initiative)
    columns = zip(initiative.row, heading.columns, strict=True)
    unread = (cell for cell, column in columns if column is None or not is_kept(cell[1], kept))
    return replace(initiative, other=tuple((word, text) for word, text in unread if text.strip()))


def named(initiatives: Sequence[Initiative]) -> tuple[Initiative, ...]:
    """Return a table's rows, marked where its programs are no groups of several rows but each row's own name."""
    names = {initiative.program_name for initiative in initiatives}
    has_groups = any(initiative.groups for initiative in initiatives)
    is_apart = not has_groups and len(names) > _MOST_NAMED * len(initiatives) and "" not in names
    return tuple(replace(initiative, is_named_by_program=is_apart) for initiative in initiatives)


def _measured(fields: Mapping[Field, str], words: Mapping[Place, str]) -> tuple[str, str]:
    """Return what a row measures and in which unit.

    Its own columns say so, else a name that ends in a unit (有収率（％）), else its `words` by place, or what it is about.
    """
    measure, unit = fields[Field.MEASURE].strip(), fields[Field.UNIT].strip()
    if unit:
        return measure, unit
    name = measure or fields[Field.PROGRAM].strip()
    if unit := unit_in_name(name):
        return without_unit(name), unit
    years = [text for place, text in words.items() if place.year is not None]
    told = prose_measure(words.get(BASELINE_GOAL, ""), (fields[Field.ACTIVITY],), years)
    return measure or told.name, told.unit


def oddities(row: PrintedRow, initiative: Initiative) -> Iterator[Finding]:
    """Yield what a person should know of a row: what of it is missing."""
    number = initiative.number
    if row.is_short:
        message = f"この行は{len(row.heading.columns)}欄のうち{len(row.cells)}欄しかありません。足りない欄は空としました。"
        yield Finding(FindingKind.SHORT_ROW, Severity.WARNING, message, number=number)
    if initiative.department == UNKNOWN_DEPARTMENT and Field.DEPARTMENT in row.heading.columns:
        message = f"担当課が書かれていません。「{UNKNOWN_DEPARTMENT}」としました。"
        yield Finding(FindingKind.DEPARTMENT_MISSING, Severity.WARNING, message, number=number)


def table_oddities(heading: Heading, initiatives: Sequence[Initiative]) -> Iterator[Finding]:
    """Yield what a person should know of a table once: a column that is missing, and those whose words are only kept."""
    if Field.DEPARTMENT not in heading.columns:
        message = f"担当課の欄がないため、担当課は「{UNKNOWN_DEPARTMENT}」としました。"
        yield Finding(FindingKind.DEPARTMENT_MISSING, Severity.INFO, message)
    unread: dict[str, list[str]] = {}
    for word, text in (cell for initiative in initiatives for cell in initiative.other):
        unread.setdefault(word, []).append(text)
    for word, texts in unread.items():
        name = f"「{word}」の欄" if word else "見出しのない欄"
        message = told_unread(name, f"（{len(texts)}件）")
        severity = Severity.INFO if find_fiscal_year(word) is None else Severity.WARNING
        yield Finding(FindingKind.UNREAD_COLUMN, severity, message, texts[0])


def kept_words(initiative: Initiative) -> tuple[str, ...]:
    """Return the words that the store keeps of a row, column by column."""
    row = initiative
    named = (row.number_printed, row.program_printed, row.lead_printed, row.department_printed, row.activity)
    return (*named, row.measure_printed, row.unit_printed, *(cell.text for cell in row.cells))


def is_kept(text: str, kept: Collection[str]) -> bool:
    """Tell whether a cell's text stands in the words that are kept of its row: what does not is kept as a cell of its own."""
    return any(text in words for words in kept)


def told_unread(column: str, aside: str) -> str:
    """Return how a column is told whose words are only kept; `aside` is what is added of it, in brackets."""
    return f"{column}は、事業や評価の読み取りには使っていません{aside}。"


def _fields(stated: Mapping[Field, Sequence[str]]) -> dict[Field, str]:
    """Return what a row says of itself, several columns of names (施策, 取組) read as program and, the last, what is done."""
    fields = {field: " ".join(filter(None, texts)) for field, texts in stated.items()}
    names, sections = stated[Field.PROGRAM], [text for text in stated[Field.DEPARTMENT] if text.strip()]
    if len(names) > 1 and names[-1].strip():
        fields |= {Field.PROGRAM: " ".join(filter(None, names[:-1])), Field.ACTIVITY: names[-1]}
    return fields | ({Field.DEPARTMENT: sections[0]} if sections else {})


def _cell(place: Place, columns: Sequence[tuple[str, str]]) -> PrintedCell:
    """Return the cell of a place; the words of several columns (現状値, 目標値) are parted by a blank."""
    if place.year is not None or not any(statement_label(heading) for heading, _ in columns):
        return PrintedCell(place, columns[0][1] if len(columns) == 1 else " ".join(filter(None, (text for _, text in columns))))
    text, parts = "", []
    for heading, words in columns:
        if words:
            text += " " if text else ""
            parts.append(Column(heading.strip(), statement_label(heading), len(text)))
            text += words
    return PrintedCell(place, text, tuple(parts))


def _program(fields: Mapping[Field, str]) -> Program:
    """Return codes and name of a row, the codes from its number (1-2) where its name bears none."""
    program = read_program(fields[Field.PROGRAM])
    code = narrow(fields[Field.NUMBER]).strip()
    if program.program_code or not is_code(code):
        return program
    coded = read_program(f"{code} {program.name}")
    return coded if coded.program_code else program
