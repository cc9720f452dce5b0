"""An initiative's words are its cells under each place; those that are values are stated, the rest is prose to be read."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.codes import FindingKind
from loaders.grid.grid import Sheet
from loaders.mapping.cues import unit_in, year_in
from loaders.mapping.legend import plain_sign
from loaders.mapping.mapping import Use
from loaders.mapping.records import Entry, Record
from loaders.mapping.sections import department_of, read_sections
from loaders.mapping.values import Value, is_blank, is_not_reported, read_values
from loaders.model import (
    BodyGrade,
    Column,
    Finding,
    Initiative,
    Kind,
    Measure,
    Place,
    PrintedCell,
    Role,
    Severity,
    Stated,
)
from loaders.numbers.scanning import scan
from loaders.numbers.units import usual_unit
from loaders.prose.eras import label_ja
from loaders.prose.widths import narrow
from loaders.table.codes import Program, read_program
from loaders.table.departments import is_lead_mark
from loaders.table.initiatives import UNKNOWN_DEPARTMENT, kept_words
from loaders.table.numbering import is_code

_ROLES = {
    Use.BASELINE: Role.BASELINE,
    Use.CURRENT: Role.RESULT,
    Use.TARGET: Role.TARGET,
    Use.RESULT: Role.RESULT,
    Use.FORECAST: Role.RESULT,
    Use.FINAL_GOAL: Role.FINAL_GOAL,
}
_KINDS = {
    Use.TARGET: Kind.PLAN,
    Use.BASELINE: Kind.BASELINE_GOAL,
    Use.FINAL_GOAL: Kind.BASELINE_GOAL,
    Use.STATE_AND_AIM: Kind.BASELINE_GOAL,
}
_LABELS = {Use.BASELINE: "基準値", Use.FINAL_GOAL: "目標値"}
# From here on a column is what it is taken for, and its cells are as sure as their words.
SURE = 0.7
_LONGEST_VALUE = 20
_GRADE_IN_PROSE = re.compile(r"[【\[]\s*([SABCDEＳＡＢＣＤＥ◎○〇●△▲×])\s*[】\]]")


@dataclass(frozen=True)
class Part:
    """The words of a cell at their place: of which record, whether the grid states their value, or a grade."""

    place: Place
    entry: Entry
    record: int
    is_stated: bool = False


@dataclass(frozen=True)
class Item:
    """An initiative of the table: its words by place, its printed cells, and what a person should know of it."""

    initiative: Initiative
    parts: tuple[Part, ...]
    cells: tuple[PrintedCell, ...]
    findings: tuple[Finding, ...]
    has_department: bool


def item_of(
    records: Sequence[Record],
    number: int,
    sheet: Sheet,
    numeric: frozenset[int],
    legend: Mapping[str, str],
    has_projects: bool,
) -> Item:
    """Return the initiative of records that are one item; `numeric` are the columns of values, `legend` what grades mean."""
    parts = [part for at, record in enumerate(records) for part in _parts(record, at, numeric)]
    is_prose = len(records) == 1 and any(map(_tells_value_in_prose, parts))
    parts = [replace(part, is_stated=False) for part in parts] if is_prose else parts
    cells, starts = _cells(parts)
    names = [_measure_name(record, has_projects) for record in records]
    measures = [measure for at, record in enumerate(records) for measure in _measures(record, at, names[at], parts, starts)]
    first = records[0]
    sections = read_sections(first.of(Use.DEPARTMENT))
    initiative = _named(first, records, number, sections)
    row = tuple(dict.fromkeys(cell for record in records for cell in record.row))
    kept = (*kept_words(initiative), *(cell.text for cell in cells))
    initiative = replace(
        initiative,
        row=row,
        other=tuple((heading, text) for heading, text in row if not any(text in words for words in kept)),
        measures=tuple(_unlike(measures)),
        grades=tuple(_grades(records, parts, names, legend)),
        source_sheet=sheet.name,
        source_page=sheet.page,
    )
    findings = tuple(_findings(records, parts, frozenset() if is_prose else numeric, number, sections))
    return Item(initiative, tuple(parts), cells, findings, bool(sections))


def _tells_value_in_prose(part: Part) -> bool:
    """Tell whether words stand behind a value and tell more of it (31.4 夜間相談(3回)を加え…): such a row is read as prose."""
    entry = part.entry
    if entry.use not in _ROLES or is_blank(entry.text) or read_values(entry.text) or is_not_reported(entry.text):
        return False
    return any(reading.is_in_unit_of_row for reading in scan(narrow(entry.text), has_unit=True).readings)


def _named(first: Record, records: Sequence[Record], number: int, sections: Sequence[str]) -> Initiative:
    """Return what a record says of its initiative: who, what, under which program; its cells are put in later."""
    above = [*first.of(Use.GROUP), *([first.section] if first.section and not first.one(Use.GROUP) else [])]
    names = [" ".join(text.split()) for text in (*above, *first.of(Use.NAME)) if text.strip()]
    names = list(dict.fromkeys(names))
    activity = first.one(Use.ACTIVITY).strip()
    measure = first.one(Use.MEASURE).strip() or first.measure if len(records) == 1 else ""
    has_name = bool(first.one(Use.NAME).strip())
    printed = "\n".join(dict.fromkeys(text for text in (*above, *first.of(Use.NAME)) if text.strip()))
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
        activity=" ".join((activity or measure).split()),
        source_line=first.line,
        cells=(),
        program_code_printed=program.program_code,
        program_printed=printed,
        lead_printed=lead,
        department_printed="\n".join(text for text in first.of(Use.DEPARTMENT) if text.strip()),
        measure=measure,
        unit=first.one(Use.UNIT).strip(),
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


def _measure_name(record: Record, has_projects: bool) -> str:
    """Return the whole name of a record's indicator: its own column's, its heading's, else the item's."""
    own = " ".join(record.one(Use.MEASURE).split())
    if own:
        return f"{own} {record.measure}".strip() if record.measure and record.measure not in own else own
    name = next((" ".join(text.split()) for text in reversed(record.of(Use.NAME)) if text.strip()), "")
    name = name or " ".join((record.one(Use.ACTIVITY) or record.one(Use.GROUP)).split()) or _aside(record)
    if record.measure:
        return f"{name} {record.measure}".strip()
    return name


def _aside(record: Record) -> str:
    """Return what the headings of values say in brackets of the one thing that they are all of: 計画（介護＋予防）."""
    asides = [inner for e in record.entries for inner in re.findall(r"[(（]([^()（）]{2,20})[)）]", e.heading)]
    return next((inner for inner in asides if not unit_in(f"({inner})") and year_in(inner) is None), "")


# Parts and cells ------------------------------------------------------------------------------------------------------------


def _parts(record: Record, at: int, numeric: frozenset[int]) -> Iterator[Part]:
    """Yield the words of a record at their places; words said twice in one column (merged, or repeated in each row) once."""
    is_stated = states_values(record, numeric)
    seen: set[tuple[Use, int | None, int, str]] = set()
    for entry in record.entries:
        key = (entry.use, entry.year, entry.column, entry.text.strip())
        if key in seen or entry.use is Use.RATE:
            continue
        seen.add(key)
        values = read_values(entry.text)
        year = entry.year if entry.year is not None else _measured(values)
        kind = _KINDS.get(entry.use, Kind.RESULT)
        if kind is not Kind.BASELINE_GOAL and year is None:
            continue
        is_unread = entry.column in numeric and entry.use in _ROLES and not values and not _is_sentence(entry.text)
        own = (
            entry.use is Use.GRADE
            or is_unread
            or (is_stated and bool(values) and entry.use in _ROLES and _is_value_column(entry, record, numeric))
        )
        yield Part(Place(kind, None if kind is Kind.BASELINE_GOAL else year), entry, at, own)


def _is_sentence(text: str) -> bool:
    """Return whether words of a value's cell tell something that prose may be read for, rather than a value ill written."""
    return len(text.strip()) > _LONGEST_VALUE or "。" in text


def _measured(values: Sequence[Value]) -> int | None:
    """Return the year that a cell itself names: 5.7点（2013年度）."""
    return next((value.measured for value in values if value.measured is not None), None)


def states_values(record: Record, numeric: frozenset[int]) -> bool:
    """Return whether the grid states a record's values: some stand in columns of values, or none of its cells is prose."""
    entries = [e for e in record.entries if e.use in _ROLES and not is_blank(e.text)]
    known = [e for e in entries if read_values(e.text)]
    if any(e.column in numeric for e in known):
        return True
    return (
        bool(known)
        and all(e in known or is_not_reported(e.text) for e in entries)
        and not any(v.label for e in known for v in read_values(e.text))
    )


def _is_value_column(entry: Entry, record: Record, numeric: frozenset[int]) -> bool:
    """Return whether a cell's value is taken: it stands in a column of values, or no cell of its use and year does."""
    beside = [e for e in record.entries if e.use is entry.use and e.year == entry.year and e.column in numeric]
    return entry.column in numeric or not beside


def _cells(parts: Sequence[Part]) -> tuple[tuple[PrintedCell, ...], dict[int, int]]:
    """Return the printed cells that parts make up, one a place, and where each part begins in its cell, by its order."""
    starts: dict[int, int] = {}
    cells = []
    for place in dict.fromkeys(part.place for part in parts):
        here = [(at, part) for at, part in enumerate(parts) if part.place == place]
        text, columns = "", []
        for at, part in here:
            text += "\n" if text else ""
            starts[at] = len(text)
            columns.append(
                Column(part.entry.heading, _LABELS.get(part.entry.use, ""), len(text), part.is_stated, part.entry.confidence)
            )
            text += part.entry.text
        is_alone = len(columns) == 1 and not columns[0].is_stated and not columns[0].label and columns[0].confidence >= SURE
        cells.append(PrintedCell(place, text, () if is_alone else tuple(columns)))
    return tuple(cells), starts


# Values ---------------------------------------------------------------------------------------------------------------------


def _measures(record: Record, at: int, name: str, parts: Sequence[Part], starts: Mapping[int, int]) -> Iterator[Measure]:
    """Yield the indicators that a record states: one, or one for each labelled value of its cells (男 12 女 15)."""
    found: dict[str, list[Stated]] = {}
    labels = _labels(record)
    name = name if record.one(Use.MEASURE) or record.measure else _lone_label(record) or name
    for order, part in enumerate(parts):
        if part.record != at or not part.is_stated or part.entry.use not in _ROLES:
            continue
        for value in read_values(part.entry.text):
            label = value.label if value.label in labels else ""
            found.setdefault(label, []).append(_stated(part, value, starts[order]))
    unit = record.one(Use.UNIT) or unit_in(name)
    for label, stated in found.items():
        for own_unit, alike in _by_unit(stated, unit, record):
            whole = f"{name}（{label}）" if label and name else name or label
            suffix = f"（{own_unit}）" if own_unit and own_unit != _first_unit(stated, unit, record) else ""
            yield Measure(f"{whole}{suffix}", own_unit or None, tuple(alike))


def _labels(record: Record) -> frozenset[str]:
    """Return the labels that part a record's values: those of cells with several; a lone one only tells what is counted."""
    several = [v.label for e in record.entries if e.use in _ROLES for v in read_values(e.text) if len(read_values(e.text)) > 1]
    return frozenset(several)


def _lone_label(record: Record) -> str:
    """Return what all values of a record say that they count, where no column does: 予約件数4,000件."""
    labels = {v.label for e in record.entries if e.use in _ROLES for v in read_values(e.text) if v.label}
    return labels.pop() if len(labels) == 1 else ""


def _stated(part: Part, value: Value, start: int) -> Stated:
    role = _ROLES[part.entry.use]
    return Stated(
        role=role,
        year=part.place.year,
        place=part.place,
        value=value.value,
        unit=value.unit,
        comparator=value.comparator,
        span_start=start + value.start,
        span_end=start + value.end,
        quote=part.entry.text[value.start : value.end],
        is_forecast=part.entry.use is Use.FORECAST,
    )


def _first_unit(stated: Sequence[Stated], unit: str, record: Record) -> str:
    return _clean_unit(unit) or next((s.unit for s in stated if s.unit), "") or _heading_unit(record)


def _heading_unit(record: Record) -> str:
    return next((found for e in record.entries if e.use in _ROLES and (found := unit_in(e.heading))), "")


def _by_unit(stated: Sequence[Stated], unit: str, record: Record) -> Iterator[tuple[str, list[Stated]]]:
    """Yield the values of each unit: one that the table gives holds for all, but 人 and % in one row's cells are two things."""
    first = _first_unit(stated, unit, record)
    groups: dict[str, list[Stated]] = {}
    for value in (_in_unit(value, first) for value in stated):
        is_other = value.unit is not None and first and usual_unit(value.unit) != usual_unit(first)
        groups.setdefault(value.unit or "" if is_other else first, []).append(value)
    yield from groups.items()


def _in_unit(stated: Stated, unit: str) -> Stated:
    """Return a value in the unit of its indicator where the two are scales of one: 1.2万人 among 人 is 12,000人."""
    own, other = _SCALE.match(stated.unit or ""), _SCALE.match(unit)
    if stated.unit in (None, unit) or own is None or other is None or usual_unit(own[2]) != usual_unit(other[2]):
        return stated
    return replace(stated, value=round(stated.value * _SCALES[own[1]] / _SCALES[other[1]], 6), unit=unit)


_SCALES = {"": 1, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "億": 1e8, "十億": 1e9}
_SCALE = re.compile(r"(千|万|十万|百万|億|十億|)(.+)")


def _clean_unit(unit: str) -> str:
    words = "".join(narrow(unit).split()).strip("()[]【】")
    return re.sub(r"^単位[:：]?", "", words)


def _unlike(measures: Iterable[Measure]) -> Iterator[Measure]:
    """Yield the measures, those of one name told apart by their order."""
    seen: dict[str, int] = {}
    for measure in measures:
        seen[measure.name] = seen.get(measure.name, 0) + 1
        name = measure.name or "指標"
        yield replace(measure, name=name if seen[measure.name] == 1 else f"{name}（{seen[measure.name]}）")


def _grades(
    records: Sequence[Record], parts: Sequence[Part], names: Sequence[str], legend: Mapping[str, str]
) -> Iterator[BodyGrade]:
    """Yield the body's own verdicts: of columns of them, behind a value, or in a mark of the evaluation's words."""
    for part in parts:
        if part.place.year is None or part.place.kind is not Kind.RESULT:
            continue
        name = names[part.record] if len(records) > 1 else ""
        for words in _verdicts(part):
            meaning = legend.get(plain_sign(words), "")
            yield BodyGrade(part.place.year, words, part.entry.heading, meaning, name)


def _verdicts(part: Part) -> Iterator[str]:
    if part.entry.use is Use.GRADE:
        if not is_blank(part.entry.text):
            yield " ".join(part.entry.text.split())
        return
    values = read_values(part.entry.text)
    behind = [value.grade for value in values if value.grade]
    yield from behind
    if not values and not behind and (match := _GRADE_IN_PROSE.search(part.entry.text)):
        yield match[1]


# What a person should know --------------------------------------------------------------------------------------------------


def _findings(
    records: Sequence[Record], parts: Sequence[Part], numeric: frozenset[int], number: int, sections: Sequence[str]
) -> Iterator[Finding]:
    for part in parts:
        entry, record = part.entry, records[part.record]
        is_words = entry.use in _ROLES and entry.column in numeric and not is_blank(entry.text) and not read_values(entry.text)
        if is_words:
            yield _unread(entry, part.place.year, number)
        if part.is_stated and entry.use is not Use.GRADE and any(value.measured for value in read_values(entry.text)):
            yield from _measured_otherwise(entry, part.place.year, number)
        if part.is_stated and entry.use not in (Use.GRADE,) and _is_share(entry, record):
            told = f"「{entry.heading}」の「{entry.text.strip()}」は、単位が％なのに1以下です。"
            message = f"{told}割合（0.5は50％）のままの値でないか確かめてください。"
            yield Finding(FindingKind.PERCENT_SCALE, Severity.WARNING, message, entry.text, number, part.place.year)
    for record in records:
        lost = [e for e in record.entries if e.use in _ROLES and e.year is None and _KINDS.get(e.use) is not Kind.BASELINE_GOAL]
        for entry in lost:
            if not is_blank(entry.text) and _measured(read_values(entry.text)) is None:
                told = f"{entry.line}行目「{entry.heading}」の「{entry.text.strip()[:40]}」"
                message = f"{told}は、何年度のものか分からないため使っていません。"
                yield Finding(FindingKind.YEAR_UNKNOWN, Severity.WARNING, message, entry.text, number)
    if len(sections) > 1:
        message = f"担当課が{len(sections)}つ書かれています。初めの「{sections[0]}」を主な担当としました。"
        yield Finding(FindingKind.SEVERAL_DEPARTMENTS, Severity.INFO, message, "、".join(sections), number)


def _unread(entry: Entry, year: int | None, number: int) -> Finding:
    """Say that a value's cell holds words: reported later, or something that only a person can read."""
    text = " ".join(entry.text.split())
    when = f"{label_ja(year)}の" if year is not None else ""
    if is_not_reported(entry.text):
        message = f"{when}「{entry.heading}」は「{text[:60]}」とあり、まだ値がないものとして空にしました。"
        return Finding(FindingKind.NOT_REPORTED_YET, Severity.INFO, message, entry.text, number, year)
    told = f"{entry.line}行目の{when}「{entry.heading}」の「{text[:60]}」"
    message = f"{told}は、一つの値として読めないため空にしました。言葉はそのまま残しています。"
    return Finding(FindingKind.UNREAD_VALUE, Severity.WARNING, message, entry.text, number, year)


def _measured_otherwise(entry: Entry, year: int | None, number: int) -> Iterator[Finding]:
    measured = _measured(read_values(entry.text))
    if measured is not None and year is not None and measured != year:
        message = f"「{entry.heading}」の値は{label_ja(measured)}に測ったものと書かれています。見出しの年度の値としました。"
        yield Finding(FindingKind.MEASURED_IN_OTHER_YEAR, Severity.INFO, message, entry.text, number, year)


def _is_share(entry: Entry, record: Record) -> bool:
    """Return whether a bare value of a row in % is 1 or less while others of the row are not: 0.298 beside 50."""
    unit = _clean_unit(record.one(Use.UNIT) or unit_in(record.one(Use.MEASURE)))
    if unit != "%":
        return False
    values = [v for e in record.entries if e.use in _ROLES for v in read_values(e.text)]
    own = read_values(entry.text)
    return any(0 < v.value <= 1 and v.unit is None for v in own) and any(v.value > 10 for v in values)
