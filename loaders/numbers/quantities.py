"""The table's numbers are in prose: 【結果/目標】9,813人/10,000人(329人増), 4回、参加人数70人, 年間15,000件を維持する."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from loaders.lengths import MOST_NUMBERS, stretches
from loaders.model import Cell, Finding, FindingKind, Initiative, Kind, Quantity, Role, Severity
from loaders.numbers import subjects
from loaders.numbers.bare_numbers import bears_grade
from loaders.numbers.base_goals import BEHIND_STATE
from loaders.numbers.base_lists import read_base_lists
from loaders.numbers.change_targets import read_change_targets
from loaders.numbers.denominators import read_denominators
from loaders.numbers.descriptions import LENGTHS_OF_TIME
from loaders.numbers.frequencies import read_frequencies
from loaders.numbers.giving_way import gives_way
from loaders.numbers.in_order import views
from loaders.numbers.labels import names_subject
from loaders.numbers.measures import RowMeasure, mark_before, row_measures
from loaders.numbers.notes import as_of, notes_behind, total_of
from loaders.numbers.readings import ReadAmount
from loaders.numbers.roles import role_of
from loaders.numbers.scanning import NUMBER_SIGN, Scan, scan
from loaders.numbers.unit_words import nouns_of_counting
from loaders.numbers.units import same_unit
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/quantities.toml tells what each means, with examples."""

    running_note: Pattern
    standing: Pattern
    standing_number: Pattern
    added: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

_CONTEXT = 10


def read_quantities(initiative: Initiative, cells: Sequence[Cell]) -> tuple[tuple[Quantity, ...], tuple[Finding, ...]]:
    """Return the numbers of a row in the document's order, and findings on numbers that could not be read."""
    order = {cell.place: position for position, cell in enumerate(initiative.cells)}
    quantities: list[Quantity] = []
    findings: list[Finding] = []
    asked_in: set[str] = set()
    nouns = nouns_of_counting([narrow(cell.text) for cell in initiative.cells])
    has_grades = any(bears_grade(narrow(cell.text)) for cell in initiative.cells)
    for cell in sorted(cells, key=lambda cell: (order.get(cell.printed, len(order)), cell.span_start)):
        met = 0
        for part, measure in _parts(initiative, cell):
            if met >= MOST_NUMBERS:
                break
            label = cell.column.label if cell.column else ""
            unit = measure.unit if measure else _unit_of_row(initiative) if part.span_start == cell.span_start else ""
            found = scan(narrow(part.text), label, unit=unit, asked_in=asked_in, has_grades=has_grades, nouns=nouns)
            if cell.place.kind is not Kind.RESULT:
                asked_in |= {reading.amount.unit for reading in found.readings if reading.amount.unit in LENGTHS_OF_TIME}
            quantities += islice(_quantities(initiative, part, found, measure), MOST_NUMBERS - met)
            findings += [_unread(initiative, part, *span) for span in found.unread]
            findings += [_beyond(initiative, part, *span) for span in found.beyond]
            met += len(found.readings) + len(found.unread) + len(found.beyond)
    texts = {cell.place: narrow(cell.text) for cell in initiative.cells}
    for read in (read_base_lists, read_change_targets, read_denominators, read_frequencies):
        quantities = list(read(quantities, texts))
    return tuple(quantities), tuple(findings)


def _parts(initiative: Initiative, cell: Cell) -> Iterator[tuple[Cell, RowMeasure | None]]:
    """Yield the parts of a cell that are read one by one and hold a number: an ordinary cell as it is.

    Where a cell gives numbers of several measures in their order, it is read once for each, which is told with it.
    """
    for start, end in stretches(cell.text):
        for text, measure in views(cell.text[start:end], initiative.measure, initiative.unit):
            if NUMBER_SIGN.search(narrow(text)):
                span = (cell.span_start + start, cell.span_start + end)
                part = cell if text == cell.text else replace(cell, text=text, span_start=span[0], span_end=span[1])
                yield part, measure


def _quantities(initiative: Initiative, cell: Cell, found: Scan, measure: RowMeasure | None) -> Iterator[Quantity]:
    """Yield the quantities of a cell; a part bears the name of its total, a change that of the number before it."""
    quantities = [_quantity(initiative, cell, found, reading, measure) for reading in found.readings]
    for position, (reading, quantity) in enumerate(zip(found.readings, quantities, strict=True)):
        total = total_of(position, found.readings, quantities)
        if total is not None:
            name = _part_name(quantities[total].label, quantity.label, reading)
            yield replace(quantity, label=name, part_of=quantities[total].span_start)
        elif position and _continues(found.readings[position - 1], reading, quantity):
            yield replace(quantity, label=quantities[position - 1].label)
        else:
            yield quantity


def _continues(earlier: ReadAmount, reading: ReadAmount, quantity: Quantity) -> bool:
    """Tell whether a number says more of what the one before it counts: 192(37増), 58%から65%に, 1棟増やして3棟とする."""
    if quantity.role is Role.CHANGE:
        return "(" in reading.before
    if quantity.label is not None or not same_unit(earlier.amount.unit, reading.amount.unit):
        return False
    return gives_way(earlier) or _SIGNS.added.match(reading.before) is not None


def _quantity(initiative: Initiative, cell: Cell, found: Scan, reading: ReadAmount, told: RowMeasure | None) -> Quantity:
    amount, tag = reading.amount, reading.segment.tag
    role, rule = role_of(reading, cell.place, initiative.measure)
    tag = None if rule == BEHIND_STATE else tag
    label = subjects.label(tag, subjects.heading(reading.text[: reading.segment.start]), reading.before, reading.behind)
    measure = told or _measure_of(initiative, reading)
    if label and label in measure.name:
        label = measure.name
    label, unit = label or measure.name or None, amount.unit or (measure.unit if reading.is_bare else None) or None
    day = as_of(reading, found)
    words = f"{reading.before} {label or ''} {'' if tag and names_subject(tag.words) else initiative.activity}"
    is_standing = _SIGNS.standing_number.search(label or "") or (day and _SIGNS.standing.search(words))
    is_running = amount.is_cumulative or _SIGNS.running_note.match(notes_behind(reading))
    return Quantity(
        printed=cell.printed,
        place=cell.place,
        role=role,
        label=label,
        value=amount.value,
        unit=unit,
        comparator=amount.comparator,
        as_of=day,
        span_start=cell.span_start + amount.start,
        span_end=cell.span_start + amount.end,
        quote=cell.text[amount.start : amount.end],
        is_tagged=reading.is_tagged,
        is_cumulative=bool(is_standing or is_running) and role is not Role.CHANGE,
        rule=rule,
        exact=amount.exact,
    )


def _unit_of_row(initiative: Initiative) -> str:
    """Return the unit of the row's bare numbers; where it measures several, the first that has one stands for them."""
    measures = row_measures(initiative.measure, initiative.unit)
    return next((measure.unit for measure in measures.values() if measure.unit), "")


def _measure_of(initiative: Initiative, reading: ReadAmount) -> RowMeasure:
    """Return what the row's own indicator says of a number: of ②14分 the second one."""
    measures = row_measures(initiative.measure, initiative.unit)
    return (
        measures.get(mark_before(reading.text, reading.amount.start), RowMeasure("", ""))
        if "" not in measures
        else measures[""]
    )


def _part_name(total: str | None, part: str | None, reading: ReadAmount) -> str | None:
    """Return 'total part': 参加人数 前期; the total's name alone where the part has no words of its own."""
    own = subjects.subject(subjects.own_words(reading.before)) if part else ""
    return " ".join(filter(None, (total, own))) or None


def _beyond(initiative: Initiative, cell: Cell, start: int, end: int) -> Finding:
    return Finding(
        kind=FindingKind.NUMBER_BEYOND,
        severity=Severity.WARNING,
        message=f"{end - start}字の数は計画の数値にしては桁が多すぎるため、ことばのまま残しました。資料を確かめてください。",
        quote=cell.text[max(start - _CONTEXT, 0) : end + _CONTEXT],
        number=initiative.number,
        year=cell.place.year,
    )


def _unread(initiative: Initiative, cell: Cell, start: int, end: int) -> Finding:
    return Finding(
        kind=FindingKind.UNREAD_NUMBER,
        severity=Severity.INFO,
        message=f"数値「{cell.text[start:end]}」が何を表すか読み取れませんでした。",
        quote=cell.text[max(start - _CONTEXT, 0) : end + _CONTEXT],
        number=initiative.number,
        year=cell.place.year,
    )
