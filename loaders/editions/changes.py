"""What a new edition of a table did to the one before: rows that came, went, were renamed; figures and words of past years."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.codes import ChangeKind
from loaders.editions.matching import Match
from loaders.model import Cell, IndicatorYear, Kind, Reading

# A cell that holds nothing but a figure is not told a second time as words.
TOLD_BY_FIGURES = {
    ChangeKind.TARGET_CHANGED: ChangeKind.PLAN_REWRITTEN,
    ChangeKind.RESULT_CHANGED: ChangeKind.EVALUATION_REWRITTEN,
}


@dataclass(frozen=True)
class Change:
    """A change between two editions. `number` is the row's in the newer one, or in the plan where the newer has it no more.

    `before` and `after` are the words of both; `subject` names the indicator, '' where it is about the row. `confidence` is
    that of the match of the two rows.
    """

    kind: ChangeKind
    number: int
    year: int | None
    subject: str
    before: str
    after: str
    confidence: float = 1.0


def changes_between(
    before: Mapping[int, Reading], now: Sequence[Reading], matches: Sequence[Match], ended: Mapping[int, int]
) -> tuple[Change, ...]:
    """Return what changed from one edition to the next, row by row of the newer, then what ended.

    `before` are the readings of the older by number; `ended` gives the number in the plan of each of them that ended.
    """
    tied = {match.number: match for match in matches}
    found: list[Change] = []
    for reading in now:
        number = reading.initiative.number
        if number in tied:
            found += _of_row(before[tied[number].before], reading, tied[number].confidence)
        else:
            found.append(Change(ChangeKind.ADDED, number, None, "", "", _called(reading)))
    found += [Change(ChangeKind.ENDED, number, None, "", _called(before[old]), "") for old, number in ended.items()]
    return tuple(found)


def _called(reading: Reading) -> str:
    row = reading.initiative
    return f"{row.activity or row.program_name}（{row.department}）"


def _of_row(old: Reading, new: Reading, confidence: float) -> Iterator[Change]:
    number = new.initiative.number
    for kind, before, after in (
        (ChangeKind.RENAMED, _name(old), _name(new)),
        (ChangeKind.MOVED, old.initiative.department_printed, new.initiative.department_printed),
    ):
        if _squeezed(before) != _squeezed(after):
            yield Change(kind, number, None, "", before.strip(), after.strip(), confidence)
    told: set[tuple[ChangeKind, int | None]] = set()
    for change in _of_figures(old, new, confidence):
        told.add((TOLD_BY_FIGURES[change.kind], change.year))
        yield change
    for change in _of_words(old, new, confidence):
        if (change.kind, change.year) not in told or not _is_figure(change.after):
            yield change


def _name(reading: Reading) -> str:
    row = reading.initiative
    return " ".join(dict.fromkeys(filter(None, (row.program_name, row.activity))))


def _of_figures(old: Reading, new: Reading, confidence: float) -> Iterator[Change]:
    """Yield targets and results of years that both have and that differ; an indicator is known by its name and unit."""
    known = {(_squeezed(one.name), one.unit): {year.year: year for year in one.years} for one in old.indicators}
    for indicator in new.indicators:
        for year in indicator.years:
            earlier = known.get((_squeezed(indicator.name), indicator.unit), {}).get(year.year)
            if earlier is not None:
                for kind, before, after in _pairs(earlier, year):
                    unit = indicator.unit or ""
                    said = (f"{before:,.10g}{unit}", f"{after:,.10g}{unit}")
                    yield Change(kind, new.initiative.number, year.year, indicator.name, *said, confidence)


def _pairs(old: IndicatorYear, new: IndicatorYear) -> Iterator[tuple[ChangeKind, float, float]]:
    for kind, before, after in (
        (ChangeKind.TARGET_CHANGED, old.target, new.target),
        (ChangeKind.RESULT_CHANGED, old.result, new.result),
    ):
        if before is not None and after is not None and before != after:
            yield kind, before, after


def _of_words(old: Reading, new: Reading, confidence: float) -> Iterator[Change]:
    """Yield words of years that both have, and that are not the same; blank ones were not yet written or not yet reported."""
    before, after = _words(old.cells), _words(new.cells)
    kinds = {Kind.RESULT: ChangeKind.EVALUATION_REWRITTEN, Kind.PLAN: ChangeKind.PLAN_REWRITTEN}
    for place in (place for place in before if place in after):
        kind, year = place
        if kind in kinds and _squeezed(before[place]) != _squeezed(after[place]):
            yield Change(kinds[kind], new.initiative.number, year, "", before[place], after[place], confidence)


def _words(cells: Sequence[Cell]) -> dict[tuple[Kind, int | None], str]:
    found: dict[tuple[Kind, int | None], str] = {}
    for cell in cells:
        if cell.text.strip():
            place = (cell.place.kind, cell.place.year)
            found[place] = f"{found.get(place, '')} {cell.text.strip()}".strip()
    return found


def _squeezed(words: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words))


def _is_figure(words: str) -> bool:
    return re.fullmatch(r"[-▲△]?[0-9,.]+\D{0,4}", _squeezed(words)) is not None
