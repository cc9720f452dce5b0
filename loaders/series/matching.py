"""Who answers whom is settled for all at once: the one-to-one pairing with the greatest sum of scores."""

from collections.abc import Sequence


def best_pairs(scores: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return row -> column of the one-to-one pairing with the greatest total; scores of 0 or less are never paired.

    The Hungarian method by shortest augmenting paths (Kuhn 1955, Munkres 1957), cubic in the size, which is a handful here.

    >>> best_pairs([[3.0, 2.0], [2.5, 0.0]])
    {0: 1, 1: 0}
    """
    rows, columns = len(scores), max((len(row) for row in scores), default=0)
    size = max(rows, columns)
    gain = [[max(scores[r][c], 0.0) if r < rows and c < len(scores[r]) else 0.0 for c in range(size)] for r in range(size)]
    row_of = _solve(gain)
    pairs = {row: column for column, row in enumerate(row_of) if gain[row][column] > 0}
    return dict(sorted(pairs.items()))


def _solve(gain: list[list[float]]) -> list[int]:
    """Return the row of each column in the best full pairing of a square matrix."""
    size = len(gain)
    over_rows, over_columns = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [size] * (size + 1)
    for row in range(size):
        row_of[size] = row
        column, slack, came_from, seen = size, [float("inf")] * size, [size] * size, [False] * (size + 1)
        while row_of[column] != size:
            seen[column] = True
            here, nearest, step = row_of[column], -1, float("inf")
            for other in range(size):
                if seen[other]:
                    continue
                cost = -gain[here][other] - over_rows[here] - over_columns[other]
                if cost < slack[other]:
                    slack[other], came_from[other] = cost, column
                if slack[other] < step:
                    step, nearest = slack[other], other
            for other in range(size + 1):
                if seen[other]:
                    over_rows[row_of[other]] += step
                    over_columns[other] -= step
                elif other < size:
                    slack[other] -= step
            column = nearest
        while column != size:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return row_of[:size]
