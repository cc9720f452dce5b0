"""Figures of a row can contradict each other: plan and evaluation, a change and the year before, parts and their total."""

from collections.abc import Iterator, Sequence

from loaders.model import Finding, Reading
from loaders.series.arithmetic_checks import falls, wrong_changes, wrong_totals
from loaders.series.target_checks import changed_basis, contradicted_targets, lowered_targets, revised_goal, unchanged_target


def check_numbers(readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """Return what does not fit together among the figures of each row, in the order of the rows, with the words it is about."""
    return tuple(finding for reading in readings for finding in _check_row(reading))


def _check_row(reading: Reading) -> Iterator[Finding]:
    for indicator in reading.indicators:
        yield from contradicted_targets(reading, indicator)
        yield from lowered_targets(reading, indicator)
        yield from revised_goal(reading, indicator)
        yield from unchanged_target(reading, indicator)
        yield from falls(reading, indicator)
        yield from wrong_changes(reading, indicator)
        yield from changed_basis(reading, indicator)
    yield from wrong_totals(reading)
