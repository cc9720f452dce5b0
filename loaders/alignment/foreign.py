"""Rows that stand close together on the page exchange words: a cell can hold what another row's evaluation says.

Sections that follow one program word their cells alike, so likeness alone says nothing. Words are another row's when they are
long and unlike their own row, when one row alone has them, and when they run through several cells there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.alignment.similarity import resemblance
from loaders.model import Initiative, Kind

SHORTEST = 40  # 引き続き情報収集を行う。 is anybody's
STRANGE = 0.45
LIKE_THERE = 0.7
AT_HOME = 0.5
CELLS_AT_HOME = 3


@dataclass(frozen=True)
class Foreign:
    """The initiative whose words a cell seems to hold, and how alike they are."""

    number: int
    likeness: float


def find_foreign(initiatives: Sequence[Initiative]) -> dict[int, dict[int, Foreign]]:
    """Return, by row and cell (both counted from 0), the cells whose words belong to another initiative."""
    found: dict[int, dict[int, Foreign]] = {}
    for row, initiative in enumerate(initiatives):
        strangers = {cell: home for cell in _strangers(initiative) if (home := _home(initiatives, row, cell)) is not None}
        for cell, home in list(strangers.items()):
            strangers |= {next_to: home for next_to in (cell - 1, cell + 1) if _came_along(initiative, next_to, home[0])}
        if strangers:
            found[row] = {cell: Foreign(home.number, likeness) for cell, (home, likeness) in strangers.items()}
    return found


def _strangers(initiative: Initiative) -> list[int]:
    """Return the cells with long words that are unlike all others of their row."""
    return [
        cell
        for cell, printed in enumerate(initiative.cells)
        if printed.place.kind is not Kind.BASELINE_GOAL and len(printed.text) >= SHORTEST and _is_strange(initiative, cell)
    ]


def _is_strange(initiative: Initiative, cell: int) -> bool:
    text = initiative.cells[cell].text
    return all(resemblance(text, c.text) < STRANGE for i, c in enumerate(initiative.cells) if i != cell)


def _home(initiatives: Sequence[Initiative], row: int, cell: int) -> tuple[Initiative, float] | None:
    """Return the one other row that says the same, and does so in several cells."""
    text = initiatives[row].cells[cell].text
    likenesses = {other: _likeness(text, initiative) for other, initiative in enumerate(initiatives) if other != row}
    alike = [other for other, likeness in likenesses.items() if likeness >= LIKE_THERE]
    if len(alike) != 1:
        return None
    home = initiatives[alike[0]]
    return (home, likenesses[alike[0]]) if _count_like(text, home) >= CELLS_AT_HOME else None


def _likeness(text: str, initiative: Initiative) -> float:
    """Return how alike the cell is that is most like the text; cells of quite another length are not compared."""
    lengths = range(len(text) // 2, 2 * len(text))
    return max((resemblance(text, c.text) for c in initiative.cells if len(c.text) in lengths), default=0.0)


def _count_like(text: str, initiative: Initiative) -> int:
    return sum(resemblance(text, c.text) >= AT_HOME for c in initiative.cells)


def _came_along(initiative: Initiative, cell: int, home: Initiative) -> bool:
    """Whether a neighbour of foreign words is that row's too: the same words stand there, and nothing like them here."""
    if not 0 <= cell < len(initiative.cells) or not initiative.cells[cell].text.strip():
        return False
    text = initiative.cells[cell].text
    return any(c.text == text for c in home.cells) and _is_strange(initiative, cell)
