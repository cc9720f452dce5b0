"""The newest edition says what it says; of years and rows that it has no more, the last edition that had them is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from loaders.editions.matching import Match
from loaders.model import Initiative, Kind, Measure, Place, PrintedCell, Stated
from loaders.table.document import Document

ORDER = {Kind.BASELINE_GOAL: 0, Kind.PLAN: 1, Kind.RESULT: 2}


@dataclass(frozen=True)
class Merged:
    """The table of a plan over its editions.

    `origin` names the edition, from 1, of each cell that is not of the newest one, by row and printed place; `ended` are the
    rows that the newest has no more, `last_edition` is theirs; `covered` are the years that the editions with a row have.
    """

    document: Document
    edition: int
    origin: Mapping[tuple[int, Place], int]
    last_edition: Mapping[int, int]
    covered: Mapping[int, frozenset[int]]

    @cached_property
    def ended(self) -> frozenset[int]:
        """The numbers of the rows that the newest edition has no more."""
        return frozenset(number for number, edition in self.last_edition.items() if edition < self.edition)


def first(document: Document) -> Merged:
    """Return a plan of one edition."""
    numbers = [row.number for row in document.initiatives]
    years = frozenset(document.years)
    return Merged(document, 1, {}, dict.fromkeys(numbers, 1), dict.fromkeys(numbers, years))


def merge(before: Merged, later: Document, matches: Sequence[Match]) -> Merged:
    """Return a plan with one more edition, whose rows `matches` ties to those before; numbers are those of the newest.

    A row that ended keeps its number where it is still free, else it gets the next free one.
    """
    edition = before.edition + 1
    places = _places(before.document.places, later.places)
    old_rows = {row.number: row for row in before.document.initiatives}
    tied = {match.number: old_rows[match.before] for match in matches}
    kept_places = frozenset(before.document.places) - frozenset(later.places)
    origin: dict[tuple[int, Place], int] = {}
    covered: dict[int, frozenset[int]] = {}
    rows = []
    for row in later.initiatives:
        old = tied.get(row.number)
        covered[row.number] = frozenset(later.years) | (before.covered[old.number] if old else frozenset())
        rows.append(_with_cells(row, old, places, kept_places))
        origin |= {(row.number, place): _edition(before, old, place) for place in kept_places if old is not None}
    last_edition = dict.fromkeys(covered, edition)
    numbers = set(covered)
    gone_on = {match.before for match in matches}
    for old in (row for row in old_rows.values() if row.number not in gone_on):
        number = old.number if old.number not in numbers else max(numbers) + 1
        numbers.add(number)
        rows.append(_with_cells(replace(old, number=number), None, places, frozenset()))
        origin |= {(number, place): _edition(before, old, place) for place in places}
        last_edition[number], covered[number] = before.last_edition[old.number], before.covered[old.number]
    document = replace(later, places=places, initiatives=tuple(rows))
    return Merged(document, edition, origin, last_edition, covered)


def _edition(before: Merged, row: Initiative, place: Place) -> int:
    return before.origin.get((row.number, place), before.last_edition[row.number])


def _places(before: Sequence[Place], later: Sequence[Place]) -> tuple[Place, ...]:
    """Return the columns of both, in the newest one's order where it has them all, else in the order of the years."""
    if set(before) <= set(later):
        return tuple(later)
    both: Iterable[Place] = dict.fromkeys((*later, *before))
    return tuple(sorted(both, key=lambda place: (place.year or 0, ORDER[place.kind])))


def _with_cells(row: Initiative, old: Initiative | None, places: Sequence[Place], kept_places: frozenset[Place]) -> Initiative:
    """Return a row with a cell for each place: its own, else the old row's where the newest table has no such column."""
    cells = {cell.place: cell for cell in row.cells}
    if old is not None:
        cells |= {cell.place: cell for cell in old.cells if cell.place in kept_places}
        years = {grade.year for grade in row.grades}
        grades = (*(grade for grade in old.grades if grade.year not in years), *row.grades)
        row = replace(row, measures=_measures(row.measures, old.measures, kept_places), grades=grades)
    return replace(row, cells=tuple(cells.get(place) or PrintedCell(place, "") for place in places))


def _measures(now: Sequence[Measure], before: Sequence[Measure], kept_places: frozenset[Place]) -> tuple[Measure, ...]:
    """Return what the grid states of a row, each indicator with the old values whose columns the newest table has no more."""
    kept = {
        (measure.name, measure.unit): replace(measure, stated=tuple(s for s in measure.stated if s.place in kept_places))
        for measure in before
    }
    both = [replace(one, stated=(*_values(kept.pop((one.name, one.unit), None)), *one.stated)) for one in now]
    return (*both, *(measure for measure in kept.values() if measure.stated))


def _values(measure: Measure | None) -> tuple[Stated, ...]:
    return measure.stated if measure is not None else ()
