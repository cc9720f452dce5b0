"""Some damage nobody could see: words that fit two places alike tell no reader where they stood.

The rules are about the texts alone, and about each way of breaking:

- same words: a cell is dropped, merged or swapped beside one that says the same.
- last words: 事業終了。 and the like stand under whatever heading comes next. Nobody can tell that a cell is missing before
  them, nor that they were a cell of their own after an evaluation.
- wording: an evaluation in a plan's words only (…を検討する), which resembles the row's other evaluations no more than its
  plans (or a plan in an evaluation's words). Where it stands in a run of such cells, a gap beside the run could be anywhere in
  it, and two such cells could stand either way round.
"""

import re
from enum import StrEnum

from loaders.alignment.cues import CLOSING, COUNT_LABEL, RESULT_LABEL
from loaders.alignment.similarity import resemblance
from loaders.model import Initiative, Kind
from loaders.prose.moods import Mood, moods

SAME = 0.9
_STATED = re.compile(f"{RESULT_LABEL.pattern}|{COUNT_LABEL.pattern}")


class Damage(StrEnum):
    """How a row is broken."""

    DROP = "drop"
    MERGE = "merge"
    SWAP = "swap"


class Doubt(StrEnum):
    """Why nobody could tell what was broken."""

    SAME_WORDS = "same words"
    LAST_WORDS = "last words"
    WORDING = "wording"


def why_untold(initiative: Initiative, damage: Damage, cell: int) -> Doubt | None:
    """Return why no reader could tell that the row was broken at `cell`, None where one could."""
    if _is_same(initiative, damage, cell):
        return Doubt.SAME_WORDS
    if _is_before_last_words(initiative, damage, cell):
        return Doubt.LAST_WORDS
    if _is_worded_alike(initiative, damage, cell):
        return Doubt.WORDING
    return None


def _is_same(initiative: Initiative, damage: Damage, cell: int) -> bool:
    texts = [c.text for c in initiative.cells]
    around = (cell - 1, cell + 1) if damage is Damage.DROP else (cell + 1,)
    return any(resemblance(texts[cell], texts[other]) >= SAME for other in around if other >= 0)


def _is_before_last_words(initiative: Initiative, damage: Damage, cell: int) -> bool:
    following = [c for c in initiative.cells[cell + 1 :] if c.text.strip()]
    if damage is Damage.DROP:
        return all(CLOSING.search(c.text) for c in following)
    after_result = initiative.cells[cell].place.kind is Kind.RESULT
    return damage is Damage.MERGE and after_result and len(following) == 1 and bool(CLOSING.search(following[0].text))


def _is_worded_alike(initiative: Initiative, damage: Damage, cell: int) -> bool:
    """Whether the cells at hand belong to a run of one wording in which a cell of the other kind stands."""
    pair = {cell, cell + 1}
    if damage is Damage.SWAP:
        return _worded(initiative, cell) is _worded(initiative, cell + 1) is not None and _any_disguised(initiative, pair)
    left, right = cell - 1, cell + (1 if damage is Damage.DROP else 2)
    beside = {*_run(initiative, left, -1), *_run(initiative, right, 1)}
    return _any_disguised(initiative, beside if damage is Damage.DROP else beside | pair)


def _any_disguised(initiative: Initiative, cells: set[int]) -> bool:
    return any(_is_disguised(initiative, cell) for cell in cells)


def _run(initiative: Initiative, start: int, step: int) -> list[int]:
    """Return the cells from `start` on that are worded like the first of them."""
    run: list[int] = []
    while 0 <= start < len(initiative.cells) and (worded := _worded(initiative, start)) is not None:
        if run and worded is not _worded(initiative, run[0]):
            break
        run.append(start)
        start += step
    return run


def _worded(initiative: Initiative, cell: int) -> Kind | None:
    """Return the kind of cell whose words these are, None where they are no kind's or both."""
    text, found = initiative.cells[cell].text, set(moods(initiative.cells[cell].text))
    if Mood.MEANT in found and Mood.DONE not in found and not _STATED.search(text):
        return Kind.PLAN
    return Kind.RESULT if Mood.MEANT not in found and (Mood.DONE in found or _STATED.search(text)) else None


def _is_disguised(initiative: Initiative, cell: int) -> bool:
    """Whether a cell has the other kind's words, and is no more like the row's cells of its own kind."""
    here, worded = initiative.cells[cell], _worded(initiative, cell)
    if worded is None or here.place.kind in (worded, Kind.BASELINE_GOAL):
        return False
    rest = [c for i, c in enumerate(initiative.cells) if i != cell]

    def likeness(kind: Kind) -> float:
        return max((resemblance(here.text, c.text) for c in rest if c.place.kind is kind), default=0.0)

    return likeness(here.place.kind) <= likeness(worded)
