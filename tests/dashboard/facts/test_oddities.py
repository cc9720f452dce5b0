"""What is odd is looked for once, however many matters it is counted for."""

import pytest

from dashboard.database import store
from dashboard.database.queries import Filter
from dashboard.facts import oddities, target_moves
from dashboard.facts.series import Series


def test_moves_are_looked_for_once_a_series_however_often_they_are_counted(
    open_store: store.Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = oddities.asked(Filter(year=2020), None)
    looked, moves = [], target_moves.moves

    def counted(one: Series, last_year: int) -> list[target_moves.Move]:
        looked.append(one)
        return moves(one, last_year)

    monkeypatch.setattr(target_moves, "moves", counted)
    assert sum(found.by_year(oddities.MOVED).values()) > 1
    assert found.sections[oddities.MOVED]
    assert len(looked) == len(found.kinds.movable)
