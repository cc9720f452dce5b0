"""Who answers whom is settled for all at once: the one-to-one pairing with the greatest sum of scores."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

# The score of two that are no pair.
NEVER: Final = -1.0


def best_pairs(scores: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return row -> column of the one-to-one pairing with the greatest total; scores of 0 or less are never paired.

    The Hungarian method by shortest augmenting paths (Kuhn 1955, Munkres 1957), for each group of rows that compete for the
    same columns by itself: rows² × columns steps, which is a handful here. A score that is no number pairs nothing.

    >>> best_pairs([[3.0, 2.0], [2.5, 0.0]])
    {0: 1, 1: 0}
    """
    gains = [{c: score for c, score in enumerate(row) if 0 < score < math.inf} for row in scores]
    pairs: dict[int, int] = {}
    for rows, columns in _groups(gains):
        gain = [[gains[row].get(column, 0.0) for column in columns] for row in rows]
        # A row may stay without a partner: there are at least as many places as rows.
        spare = [0.0] * max(len(rows) - len(columns), 0)
        for place, row in enumerate(_solve([line + spare for line in gain])):
            if row is not None and place < len(columns) and gain[row][place] > 0:
                pairs[rows[row]] = columns[place]
    return dict(sorted(pairs.items()))


def _groups(gains: Sequence[dict[int, float]]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the rows that compete for the same columns, directly or through others, with those columns; each in order."""
    takers: dict[int, list[int]] = {}
    for row, gain in enumerate(gains):
        for column in gain:
            takers.setdefault(column, []).append(row)
    seen: set[int] = set()
    for first, gain in enumerate(gains):
        if first in seen or not gain:
            continue
        rows, columns, waiting = {first}, set[int](), [first]
        while waiting:
            for column in gains[waiting.pop()].keys() - columns:
                columns.add(column)
                waiting += [row for row in takers[column] if row not in rows]
                rows.update(takers[column])
        seen |= rows
        yield sorted(rows), sorted(columns)


def _solve(gain: list[list[float]]) -> list[int | None]:
    """Return the row of each column in the best pairing of all rows; there are at least as many columns as rows."""
    height, width = len(gain), len(gain[0])
    over_rows, over_columns = [0.0] * height, [0.0] * (width + 1)
    row_of: list[int | None] = [None] * (width + 1)
    for row in range(height):
        row_of[width] = row
        column, slack, came_from, seen = width, [math.inf] * width, [width] * width, [False] * (width + 1)
        while (here := row_of[column]) is not None:
            seen[column] = True
            nearest, step = -1, math.inf
            for other in range(width):
                if seen[other]:
                    continue
                cost = -gain[here][other] - over_rows[here] - over_columns[other]
                if cost < slack[other]:
                    slack[other], came_from[other] = cost, column
                if slack[other] < step:
                    step, nearest = slack[other], other
            for other, its_row in enumerate(row_of):
                if seen[other] and its_row is not None:
                    over_rows[its_row] += step
                    over_columns[other] -= step
                elif other < width:
                    slack[other] -= step
            column = nearest
        while column != width:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return row_of[:width]
