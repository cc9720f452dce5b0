"""What a person should know of a row's cells: values that are none, ranges, years that are missing or other, shares for %."""

from collections.abc import Iterator, Sequence

from loaders.codes import FindingKind
from loaders.mapping.cells.values import is_blank, is_not_reported
from loaders.mapping.model.mapping import USE_KINDS, Use
from loaders.mapping.words.heading_units import unit_in
from loaders.model import Finding, Kind, Severity
from loaders.prose.eras import label_ja
from loaders.records.placing import ROLES, PlacedEntry, is_in_words_alone, measured
from loaders.records.records import Entry, Record
from loaders.records.stated_measures import clean_unit, is_met_from_below


def findings_of(
    records: Sequence[Record],
    parts: Sequence[PlacedEntry],
    numeric: frozenset[int],
    number: int,
    sections: Sequence[str],
    names: Sequence[str],
) -> Iterator[Finding]:
    """Yield the findings of a row's parts; `names` are those of the records' indicators."""
    is_of_words = is_in_words_alone(parts, numeric)
    for part in parts:
        entry, record = part.entry, records[part.record]
        is_value = entry.use is Use.PAIR or (entry.use in ROLES and entry.column in numeric and not entry.values)
        is_told_in_words = is_of_words and not is_not_reported(entry.text)
        if is_value and not is_blank(entry.text) and not is_told_in_words:
            yield _unread(entry, part.place.year, number)
        if part.is_stated and entry.is_spread:
            told = f"{entry.where}の「{entry.text.strip()}」は、いくつもの年度の欄にまたがっています。"
            message = f"{told}各年度の目標とみました。合わせた値でないか確かめてください。"
            yield Finding(FindingKind.MERGED_ABOVE, Severity.WARNING, message, entry.text, number, part.place.year)
        if part.is_stated:
            yield from _range(entry, names[part.record], part.place.year, number)
        if part.is_stated and entry.use is not Use.GRADE and any(value.measured for value in entry.values):
            yield from _measured_otherwise(entry, part.place.year, number)
        if part.is_stated and entry.use not in (Use.GRADE,) and _is_share(entry, record):
            told = f"「{entry.heading}」の「{entry.text.strip()}」は、単位が％なのに1以下です。"
            message = f"{told}割合（0.5は50％）のままの値でないか確かめてください。"
            yield Finding(FindingKind.PERCENT_SCALE, Severity.WARNING, message, entry.text, number, part.place.year)
    for record in records:
        yearly = [e for e in record.entries if e.use in ROLES and USE_KINDS[e.use] is not Kind.BASELINE_GOAL]
        lost = [e for e in yearly if e.year is None]
        for entry in lost:
            if not is_blank(entry.text) and measured(entry.values) is None:
                told = f"{entry.where}「{entry.heading}」の「{entry.text.strip()[:40]}」"
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
    told = f"{entry.where}の{when}「{entry.heading}」の「{text[:60]}」"
    message = f"{told}は、一つの値として読めないため空にしました。言葉はそのまま残しています。"
    return Finding(FindingKind.UNREAD_VALUE, Severity.WARNING, message, entry.text, number, year)


def _range(entry: Entry, name: str, year: int | None, number: int) -> Iterator[Finding]:
    """Say that what is aimed at is a range, and what of it counts."""
    for value in entry.values:
        if value.upper is None:
            continue
        told = f"{entry.where}「{entry.heading}」の「{entry.text.strip()}」は幅のある目標です。"
        if is_met_from_below(value, name):
            message = f"{told}低い方の{value.value:g}以上で達成とみました。"
            yield Finding(FindingKind.RANGE_AS_TARGET, Severity.WARNING, message, entry.text, number, year)
        else:
            message = f"{told}少ない方がよい指標で、どこから達成か分からないため空にしました。"
            yield Finding(FindingKind.UNREAD_VALUE, Severity.WARNING, message, entry.text, number, year)


def _measured_otherwise(entry: Entry, year: int | None, number: int) -> Iterator[Finding]:
    found = measured(entry.values)
    if found is not None and year is not None and found != year:
        message = f"「{entry.heading}」の値は{label_ja(found)}に測ったものと書かれています。見出しの年度の値としました。"
        yield Finding(FindingKind.MEASURED_IN_OTHER_YEAR, Severity.INFO, message, entry.text, number, year)


def _is_share(entry: Entry, record: Record) -> bool:
    """Return whether a bare value of a row in % is 1 or less while others of the row are not: 0.298 beside 50."""
    unit = clean_unit(record.one(Use.UNIT) or unit_in(record.one(Use.MEASURE)))
    if unit != "%":
        return False
    values = [v for e in record.entries if e.use in ROLES for v in e.values]
    own = entry.values
    return any(0 < v.value <= 1 and v.unit is None for v in own) and any(v.value > 10 for v in values)
