"""One-to-one pairing with the greatest total."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from loaders.series.matching import best_pairs

SCORES = st.integers(1, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.one_of(st.just(-1.0), st.just(0.0), st.floats(0.01, 3)), min_size=columns, max_size=columns), max_size=4
    )
)


@given(SCORES)
def test_no_other_pairing_has_a_greater_total(scores: list[list[float]]) -> None:
    columns = range(len(scores[0]) if scores else 0)
    size = max(len(scores), len(columns))
    orders = permutations(range(size))
    best = max(sum(max(scores[r][c], 0) for r, c in enumerate(order) if r < len(scores) and c in columns) for order in orders)
    assert abs(sum(scores[r][c] for r, c in best_pairs(scores).items()) - best) < 1e-9


@given(SCORES)
def test_every_row_and_column_is_paired_once_and_never_at_no_score(scores: list[list[float]]) -> None:
    pairs = best_pairs(scores)
    assert len(set(pairs.values())) == len(pairs)
    assert all(scores[row][column] > 0 for row, column in pairs.items())


def test_nothing_is_paired_with_nothing() -> None:
    assert best_pairs([]) == {}
    assert best_pairs([[], []]) == {}
