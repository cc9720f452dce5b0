"""The values that a record's cells state make an indicator, or one for each label and each unit that they bear."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.mapping.cells.one_value import Value
from loaders.mapping.layout.facts_above import unit_told
from loaders.mapping.layout.labelled_cells import labelled
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.directions import bound_of_unit, direction_in_name, direction_told, without_bound
from loaders.mapping.words.heading_units import says_units_stand_behind, unit_behind, unit_in
from loaders.model import Measure, Role, Stated
from loaders.numbers.bases import without_period
from loaders.numbers.measures import measures_in_order
from loaders.numbers.units import usual_unit
from loaders.patterns import Pattern
from loaders.prose.undesired import is_wanted_less
from loaders.prose.widths import narrow
from loaders.records.placing import ROLES, PlacedEntry
from loaders.records.records import Record


def measures_of(
    record: Record, at: int, name: str, parts: Sequence[PlacedEntry], starts: Mapping[int, int]
) -> Iterator[Measure]:
    """Yield the indicators that a record states: one, or one for each labelled value of its cells (男 12 女 15)."""
    found: dict[str, list[Stated]] = {}
    labels = _labels(record)
    name = name if record.one(Use.MEASURE) or record.measure else _lone_label(record) or name
    for order, part in enumerate(parts):
        if part.record != at or not part.is_stated or part.entry.use not in ROLES:
            continue
        for value in part.entry.values:
            if not is_met_from_below(value, name):
                continue
            label = value.label if value.label in labels else ""
            found.setdefault(label, []).append(_stated(part, value, starts[order]))
    unit = record.one(Use.UNIT) or _unit_of_name(name, record)
    direction = direction_told(record.one(Use.DIRECTION)) or direction_in_name(name) or bound_of_unit(clean_unit(unit))
    for label, stated in found.items():
        for own_unit, alike in _by_unit(stated, unit, record):
            whole = f"{name}（{label}）" if label and name else name or label
            suffix = f"（{own_unit}）" if own_unit and own_unit != _first_unit(stated, unit, record) else ""
            yield Measure(f"{whole}{suffix}", own_unit or None, tuple(alike), direction)


def _unit_of_name(name: str, record: Record) -> str:
    """Return the unit in brackets of an indicator's name; the part behind it is whom it is of: 使用率（％）（小学校）."""
    part = " ".join(record.one(Use.PART).split())
    whole = name.removesuffix(f"（{part}）") if part else name
    return unit_in(part) or unit_in(whole) or unit_in(name) or unit_beside(record, whole)


def unit_beside(record: Record, name: str) -> str:
    """Return the unit that stands behind an indicator's name where the heading of names says that it does."""
    has_units = any(says_units_stand_behind(heading) for heading, _ in record.row)
    return unit_behind(name) if has_units and not measures_in_order(name, "") else ""


def _labels(record: Record) -> frozenset[str]:
    """Return the labels that part a record's values: those of cells with several; a lone one only tells what is counted."""
    several = [v.label for e in record.entries if e.use in ROLES for v in e.values if len(e.values) > 1]
    return frozenset(several)


def _lone_label(record: Record) -> str:
    """Return what all values of a record say that they count, where no column does: 予約件数4,000件."""
    labels = {v.label for e in record.entries if e.use in ROLES for v in e.values if v.label}
    return labels.pop() if len(labels) == 1 else ""


def _stated(part: PlacedEntry, value: Value, start: int) -> Stated:
    role = ROLES[part.entry.use]
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
        is_forecast=part.entry.use is Use.FORECAST or (ROLES[part.entry.use] is Role.RESULT and value.is_expected),
    )


def _first_unit(stated: Sequence[Stated], unit: str, record: Record) -> str:
    own = without_bound(clean_unit(unit)) or next((s.unit for s in stated if s.unit), "") or _heading_unit(record)
    return own or _unit_in_remarks(record) or unit_told([record.section]) or record.unit


def _unit_in_remarks(record: Record) -> str:
    """Return the unit that a line of a row's other cells tells by its label, '' where none does: 配信中 over 単位：件."""
    told = (labelled(line) for _, text in record.row if "単位" in text for line in text.split("\n"))
    return next((fact[1] for fact in told if fact is not None and fact[0] is Use.UNIT), "")


def _heading_unit(record: Record) -> str:
    return next((found for e in record.entries if e.use in ROLES and (found := unit_in(e.heading))), "")


def _by_unit(stated: Sequence[Stated], unit: str, record: Record) -> Iterator[tuple[str, list[Stated]]]:
    """Yield the values of each unit: one that the table gives holds for all, but 人 and % in one row's cells are two things."""
    first = _first_unit(stated, unit, record)
    groups: dict[str, list[Stated]] = {}
    for value in (_in_unit(value, first) for value in stated):
        is_other = value.unit is not None and first and not _is_one_unit(value.unit, first)
        groups.setdefault(value.unit or "" if is_other else first, []).append(value)
    yield from groups.items()


def _is_one_unit(one: str, other: str) -> bool:
    """Return whether two units are one, a period that only one of them names left out: 便/週 and 便, not 便/週 and 便/日."""
    plain_ones = {without_period(one), without_period(other)}
    is_told_once = usual_unit(one) in plain_ones or usual_unit(other) in plain_ones
    return usual_unit(one) == usual_unit(other) or (len(plain_ones) == 1 and is_told_once)


def _in_unit(stated: Stated, unit: str) -> Stated:
    """Return a value in the unit of its indicator where the two are scales of one: 1.2万人 among 人 is 12,000人."""
    own, other = _SCALE.match(stated.unit or ""), _SCALE.match(unit)
    if stated.unit in (None, unit) or own is None or other is None or usual_unit(own[2]) != usual_unit(other[2]):
        return stated
    return replace(stated, value=round(stated.value * _SCALES[own[1]] / _SCALES[other[1]], 6), unit=unit)


_SCALES = {"": 1, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "億": 1e8, "十億": 1e9}
_SCALE = Pattern(r"(千|万|十万|百万|億|十億|)(.+)")


def clean_unit(unit: str) -> str:
    """Return a unit's words without what stands around them.

    >>> clean_unit("（単位：％）"), clean_unit("千件/月\\n（平均）"), clean_unit("単位")
    ('%', '千件/月(平均)', '単位')
    """
    words = "".join(narrow(unit).split())
    is_around = _BRACKETED.fullmatch(words) is not None or _BRACKETED.search(words) is None
    return re.sub(r"^単位[:：]?(?=.)", "", words.strip(_BRACKETS) if is_around else words)


_BRACKETS = "()[]【】"
_BRACKETED = Pattern(r"[(\[【][^()\[\]【】]*[)\]】]")


def unlike(measures: Iterable[Measure]) -> Iterator[Measure]:
    """Yield the measures, those of one name told apart by their order."""
    seen: dict[str, int] = {}
    for measure in measures:
        seen[measure.name] = seen.get(measure.name, 0) + 1
        name = measure.name or "指標"
        yield replace(measure, name=name if seen[measure.name] == 1 else f"{name}（{seen[measure.name]}）")


def is_met_from_below(value: Value, name: str) -> bool:
    """Return whether a value is a number, or a range whose lower end is what is aimed at: not where less is wanted."""
    return value.upper is None or not is_wanted_less(name)
