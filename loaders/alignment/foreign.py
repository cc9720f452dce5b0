"""Rows that stand close together on the page exchange words: a cell can hold what another row's evaluation says.

Sections that follow one program word their cells alike, so likeness alone says nothing. Words are another row's when they are
long and unlike their own row, when one row alone has them, and when they run through several cells there.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from loaders.alignment.similarity import pieces, resemblance
from loaders.model import Initiative, Kind

SHORTEST = 40  # 引き続き情報収集を行う。 is anybody's
STRANGE = 0.45
LIKE_THERE = 0.7
AT_HOME = 0.5
CELLS_AT_HOME = 3
# So many rows before and after one stand on its page and the next ones.
CLOSE_TOGETHER = 150
# Of two texts that are LIKE_THERE the shorter has this share of the longer one's pairs of signs at least: 2s / (s + 1) = 0.7.
SHARED_AT_LEAST = LIKE_THERE / (2 - LIKE_THERE)


@dataclass(frozen=True)
class Foreign:
    """The initiative whose words a cell seems to hold, and how alike they are."""

    number: int
    likeness: float


def find_foreign(initiatives: Sequence[Initiative], own: range) -> dict[int, dict[int, Foreign]]:
    """Return, by row of `own` and cell (both counted from 0), the cells whose words belong to another initiative."""
    found: dict[int, dict[int, Foreign]] = {}
    index: _Index | None = None
    for row in own:
        initiative = initiatives[row]
        unlike = _strangers(initiative)
        if not unlike:
            continue
        # Made for the first that needs it: of one row that is read again hardly any does.
        index = index or _Index(initiatives)
        homes = {cell: _home(initiatives, row, cell, index) for cell in unlike}
        strangers = {cell: home for cell, home in homes.items() if home is not None}
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


class _Index:
    """The rows of a table by the rare pairs of signs of their cells: texts that are much alike share one of their rarest.

    Of a text with n pairs any other that has a share s of them at least has one of the n - sn + 1 rarest (prefix filtering, as
    joins by similarity do); so a row is held against the few that can say the same, and not against all.
    """

    def __init__(self, initiatives: Sequence[Initiative]) -> None:
        texts = [(row, cell.text) for row, i in enumerate(initiatives) for cell in i.cells if 2 * len(cell.text) >= SHORTEST]
        counts = Counter(pair for _, text in texts for pair in pieces(text))
        rarest_first = sorted(counts, key=lambda pair: (counts[pair], pair))
        self._ranks = {pair: rank for rank, pair in enumerate(rarest_first)}
        self._texts = texts
        self._holding: dict[int, list[int]] = {}
        for at, (_, text) in enumerate(texts):
            for rank in self._rarest(text):
                self._holding.setdefault(rank, []).append(at)

    def _rarest(self, text: str) -> list[int]:
        """Return the rarest pairs of a text of the table, by their places among all."""
        own = pieces(text)
        return sorted(map(self._ranks.__getitem__, own))[: len(own) - int(SHARED_AT_LEAST * len(own)) + 1]

    def like(self, row: int, text: str) -> list[tuple[int, float]]:
        """Return the rows close to `row`, itself left out, that have a cell LIKE_THERE, and how alike the likest is."""
        first = bisect_left(self._texts, row - CLOSE_TOGETHER, key=itemgetter(0))
        end = bisect_right(self._texts, row + CLOSE_TOGETHER, key=itemgetter(0))
        lists = (self._holding.get(rank, ()) for rank in self._rarest(text))
        found = {at for held in lists for at in held[bisect_left(held, first) : bisect_left(held, end)]}
        lengths = range(len(text) // 2, 2 * len(text))
        likest: dict[int, float] = {}
        for other, its_text in (self._texts[at] for at in sorted(found)):
            # Cells of quite another length are not compared.
            if other != row and len(its_text) in lengths and (likeness := resemblance(text, its_text)) >= LIKE_THERE:
                likest[other] = max(likeness, likest.get(other, 0.0))
        return sorted(likest.items())


def _home(initiatives: Sequence[Initiative], row: int, cell: int, index: _Index) -> tuple[Initiative, float] | None:
    """Return the one other row that says the same, and does so in several cells."""
    text = initiatives[row].cells[cell].text
    found = index.like(row, text)
    if len(found) != 1:
        return None
    [(other, likeness)] = found
    return (initiatives[other], likeness) if _count_like(text, initiatives[other]) >= CELLS_AT_HOME else None


def _count_like(text: str, initiative: Initiative) -> int:
    return sum(resemblance(text, c.text) >= AT_HOME for c in initiative.cells)


def _came_along(initiative: Initiative, cell: int, home: Initiative) -> bool:
    """Whether a neighbour of foreign words is that row's too: the same words stand there, and nothing like them here."""
    if not 0 <= cell < len(initiative.cells) or not initiative.cells[cell].text.strip():
        return False
    text = initiative.cells[cell].text
    return any(c.text == text for c in home.cells) and _is_strange(initiative, cell)
