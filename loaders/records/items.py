"""An initiative's words are its cells under each place; those that are values are stated, the rest is prose to be read."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.grid.grid import Sheet
from loaders.mapping.cells.sections import department_of, read_sections
from loaders.mapping.cells.values import is_blank, is_not_reported
from loaders.mapping.model.confidence import SURE_ENOUGH
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_units import unit_in
from loaders.mapping.words.heading_years import plain, year_in
from loaders.mapping.words.legend import plain_sign, verdict_says
from loaders.model import BodyGrade, Finding, Initiative, Kind, PrintedCell
from loaders.numbers.prose_measures import ProseMeasure, prose_measure
from loaders.numbers.scanning import scan
from loaders.numbers.unit_words import nouns_of_counting
from loaders.patterns import Pattern
from loaders.prose.lines import in_one_line
from loaders.prose.widths import narrow
from loaders.records.placing import ROLES, PlacedEntry, cells_of, is_in_words_alone, parts_of
from loaders.records.records import Record
from loaders.records.stated_measures import measures_of, unit_beside, unlike
from loaders.records.telling import findings_of
from loaders.table.departments import is_lead_mark
from loaders.table.initiatives import UNKNOWN_DEPARTMENT, is_kept, kept_words
from loaders.table.numbering import is_code
from loaders.table.program_codes import Program, read_program

_READ_AS_PROSE = frozenset({*ROLES, Use.STATE_AND_AIM})
_GRADE_IN_PROSE = Pattern(r"[【\[]\s*([SABCDEＳＡＢＣＤＥ◎○〇●△▲×])\s*[】\]]")


@dataclass(frozen=True)
class TableInitiative:
    """An initiative of the table: its words by place, its printed cells, and what a person should know of it."""

    initiative: Initiative
    parts: tuple[PlacedEntry, ...]
    cells: tuple[PrintedCell, ...]
    findings: tuple[Finding, ...]
    has_department: bool


def item_of(
    records: Sequence[Record],
    number: int,
    sheet: Sheet,
    numeric: frozenset[int],
    legend: Mapping[str, str],
) -> TableInitiative:
    """Return the initiative of records that are one item; `numeric` are the columns of values, `legend` what grades mean."""
    parts = [part for at, record in enumerate(records) for part in parts_of(record, at, numeric)]
    nouns = nouns_of_counting([narrow(part.entry.text) for part in parts])
    is_prose = len(records) == 1 and any(_tells_values_in_prose(part, nouns) for part in _for_values(parts, numeric))
    parts = [replace(part, is_stated=False) for part in parts] if is_prose else parts
    cells, starts = cells_of(parts)
    names = _names(records)
    measures = [measure for at, record in enumerate(records) for measure in measures_of(record, at, names[at], parts, starts)]
    first = records[0]
    sections = read_sections(first.of(Use.DEPARTMENT))
    initiative = _named(first, records, number, sections, is_prose=not measures)
    if not measures and is_in_words_alone(parts, numeric):
        initiative = replace(initiative, measure="")
    if not (initiative.activity or initiative.program_name):
        initiative = replace(initiative, activity=names[0])
    row = tuple(dict.fromkeys(cell for record in records for cell in record.row))
    kept = (*kept_words(initiative), *(cell.text for cell in cells))
    initiative = replace(
        initiative,
        row=row,
        other=tuple((heading, text) for heading, text in row if not is_kept(text, kept)),
        measures=tuple(unlike(measures)),
        grades=tuple(_grades(records, parts, names, legend)),
        source_sheet=sheet.name,
        source_page=sheet.page,
    )
    findings = tuple(findings_of(records, parts, frozenset() if is_prose else numeric, number, sections, names))
    return TableInitiative(initiative, tuple(parts), cells, findings, bool(sections))


def _for_values(parts: Sequence[PlacedEntry], numeric: frozenset[int]) -> Iterator[PlacedEntry]:
    """Yield the cells that a row's values may stand in: all but those beside a column of values of the same year.

    What was done is told in a column of its own there (打合せ12回 beside 実績値), and its numbers are of something else; so are
    those of a column that is but guessed to tell a plan (来年度に向けて), where plan and result have their columns of values.
    """
    valued = [part for part in parts if part.entry.column in numeric and part.entry.use in ROLES]
    places = {part.place for part in valued if not is_blank(part.entry.text)}
    are_both = {place.kind for place in places} >= {Kind.PLAN, Kind.RESULT}
    for part in parts:
        is_guess = part.entry.use is Use.TARGET and part.entry.confidence < SURE_ENOUGH
        if part.entry.column in numeric or not (part.place in places or (are_both and is_guess)):
            yield part


def _tells_values_in_prose(part: PlacedEntry, nouns: Collection[str]) -> bool:
    """Tell whether a cell says more than one value (31.4 夜間相談(3回)を加え…, 89.4 → 93.0): its row is read as prose."""
    entry = part.entry
    is_plain = entry.use in ROLES and (entry.values or is_not_reported(entry.text))
    if entry.use not in _READ_AS_PROSE or is_plain or not any(map(str.isnumeric, entry.text)):
        return False
    return bool(scan(narrow(entry.text), has_unit=True, nouns=nouns).readings)


def _named(first: Record, records: Sequence[Record], number: int, sections: Sequence[str], *, is_prose: bool) -> Initiative:
    """Return what a record says of its initiative: who, what, under which program; its cells are put in later.

    Where its cells are read as prose, its words say what their bare numbers count, if no column does, and the part of the
    indicator that the row is of names it too: nothing else tells it from the row of another part.
    """
    above = [*first.of(Use.GROUP), *([first.section] if first.section and not first.one(Use.GROUP) else [])]
    names = [in_one_line(text) for text in (*above, *first.of(Use.NAME)) if text.strip()]
    names = list(dict.fromkeys(names))
    activity = first.one(Use.ACTIVITY).strip()
    years = [entry.text for entry in first.entries if entry.use in ROLES]
    aims = " ".join(entry.text for entry in first.entries if entry.use is Use.STATE_AND_AIM)
    column = first.one(Use.MEASURE).strip() or first.measure
    about = (column, activity, first.one(Use.NAME))
    told = prose_measure(aims, about, years) if is_prose else ProseMeasure()
    unit = first.one(Use.UNIT).strip() or told.unit or unit_beside(first, column)
    is_formula = bool(told.name) and column.startswith(told.name) and "=" in narrow(column)
    own = _of_part(column, first) if column and is_prose else column
    measure = (told.name if is_formula else own or told.name) if len(records) == 1 else ""
    has_name = bool(first.one(Use.NAME).strip())
    printed = "\n".join(dict.fromkeys(text for text in (*above, *first.of(Use.NAME)) if text.strip()))
    groups = tuple(first.of(Use.GROUP)) if has_name or activity or column else ()
    if len(names) > 1 and has_name:
        activity, names = names[-1], names[:-1]
    program = _program(" ".join(names), first.one(Use.NUMBER))
    department = department_of(sections)
    lead = first.one(Use.LEAD)
    return Initiative(
        number=number,
        goal_code=program.goal_code,
        policy_code=program.policy_code,
        program_code=program.program_code,
        program_name=program.name,
        is_lead=not any(use is Use.LEAD for use, _ in first.words) or is_lead_mark(lead),
        department=department.name or UNKNOWN_DEPARTMENT,
        department_unit=department.unit,
        former_department=department.former,
        activity=" ".join(activity.split()) or in_one_line(measure or (column if not has_name else "")),
        source_line=first.line,
        cells=(),
        program_code_printed=program.program_code,
        program_printed=printed,
        lead_printed=lead,
        department_printed="\n".join(text for text in first.of(Use.DEPARTMENT) if text.strip()),
        measure=measure,
        unit=unit,
        groups=groups,
        number_printed=first.one(Use.NUMBER),
        measure_printed=_column(records, Use.MEASURE),
        unit_printed=_column(records, Use.UNIT),
    )


def _column(records: Sequence[Record], use: Use) -> str:
    """Return the words of all records under a use, each once, a line each."""
    return "\n".join(dict.fromkeys(text for record in records for text in record.of(use) if text.strip()))


def _program(printed: str, number: str) -> Program:
    program = read_program(printed)
    code = narrow(number).strip()
    if program.program_code or not is_code(code):
        return program
    coded = read_program(f"{code} {program.name}")
    return coded if coded.program_code else program


def _measure_name(record: Record) -> str:
    """Return the whole name of a record's indicator: its own column's, its heading's, else the item's."""
    own = in_one_line(record.one(Use.MEASURE))
    if own:
        return f"{own} {record.measure}".strip() if record.measure and record.measure not in own else _of_part(own, record)
    name = next((in_one_line(text) for text in reversed(record.of(Use.NAME)) if text.strip()), "")
    name = name or " ".join((record.one(Use.ACTIVITY) or record.one(Use.GROUP)).split()) or _aside(record) or record.section
    if record.measure:
        return f"{name} {record.measure}".strip()
    return _of_part(name, record)


def _names(records: Sequence[Record]) -> list[str]:
    """Return the names of an item's indicators: parts of it stand in brackets, but 回数 and 費用, each of its unit, do not."""
    names = [_measure_name(record) for record in records]
    if len({plain(record.one(Use.UNIT)) for record in records}) == 1:
        return names
    parts = [" ".join(record.one(Use.PART).split()) for record in records]
    wholes = [name.removesuffix(f"（{part}）") for name, part in zip(names, parts, strict=True)]
    return [name if name == whole else f"{whole} {part}" for name, whole, part in zip(names, wholes, parts, strict=True)]


def _of_part(name: str, record: Record) -> str:
    """Return an indicator's name with the part that the record is of: 肥満者の割合（男性）."""
    part = " ".join(record.one(Use.PART).split())
    return f"{name}（{part}）" if part and part not in name else name


def _aside(record: Record) -> str:
    """Return what the headings of values say in brackets of the one thing that they are all of: 計画（介護＋予防）."""
    asides = [inner for e in record.entries for inner in re.findall(r"[(（]([^()（）]{2,20})[)）]", e.heading)]
    return next((inner for inner in asides if not unit_in(f"({inner})") and year_in(inner) is None), "")


def _grades(
    records: Sequence[Record], parts: Sequence[PlacedEntry], names: Sequence[str], legend: Mapping[str, str]
) -> Iterator[BodyGrade]:
    """Yield the body's own verdicts: of columns of them, behind a value, or in a mark of the evaluation's words."""
    for part in parts:
        if part.place.year is None or part.place.kind is not Kind.RESULT:
            continue
        name = names[part.record] if len(records) > 1 else ""
        for words in _verdicts(part):
            meaning = legend.get(plain_sign(words), "")
            yield BodyGrade(part.place.year, words, part.entry.heading, meaning, name, verdict_says(words, meaning))


def _verdicts(part: PlacedEntry) -> Iterator[str]:
    if part.entry.use is Use.GRADE:
        if not is_blank(part.entry.text):
            yield " ".join(part.entry.text.split())
        return
    values = part.entry.values
    behind = [value.grade for value in values if value.grade]
    yield from behind
    if not values and not behind and (match := _GRADE_IN_PROSE.search(part.entry.text)):
        yield match[1]
