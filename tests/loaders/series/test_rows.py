"""Rows as cities write them: a year's target is answered by its result, whatever stands beside them."""

import pytest

from tests.loaders.series.rows import counter, details_in_brackets, office, parts_and_wholes, support, typical, welfare
from tests.series import indicators_of, values

COLLECTIONS = (counter, details_in_brackets, office, parts_and_wholes, support, typical, welfare)
ROWS = [
    pytest.param(activity, *row, id=f"{rows.__name__.rsplit('.', 1)[-1]}-{activity}")
    for rows in COLLECTIONS
    for activity, row in rows.ROWS.items()
]


@pytest.mark.parametrize(("activity", "words", "pairs"), ROWS)
def test_target_of_a_year_is_answered_by_its_result(
    activity: str, words: dict[str, str], pairs: list[tuple[int, float | None, float | None]]
) -> None:
    found = [(year, *pair) for indicator in indicators_of(activity, **words) for year, pair in values(indicator).items()]
    assert [pair for pair in pairs if pair not in found] == []
