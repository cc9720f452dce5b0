"""A row's plans are worded like each other, its evaluations like each other: an arrangement that mixes the two is unlikely."""

from collections.abc import Sequence
from functools import lru_cache

from loaders.alignment.costs import RowTexts
from loaders.alignment.cues import COUNT_LABEL, read_signs
from loaders.alignment.numbers import has_words
from loaders.alignment.search import Piece
from loaders.alignment.similarity import resemblance
from loaders.model import Kind

# What a cell costs that is wholly like the row's cells of the other kind, and unlike those of its own.
STRANGE = 1.0
# Cells of one row have this much in common, whatever their kind.
ONE_TABLE = 0.3
# 周知を図る and 周知を図った share their words, yet are plan and evaluation.
OTHER_MOOD = 0.5


def strangeness(row: RowTexts, pieces: Sequence[Piece]) -> float:
    """Return the price of an arrangement's words by their likeness to the row's plans and evaluations."""
    plans, results = _texts(row, pieces, Kind.PLAN), _texts(row, pieces, Kind.RESULT)
    return STRANGE * (_mixed(plans, results) + _mixed(results, plans))


def _texts(row: RowTexts, pieces: Sequence[Piece], kind: Kind) -> list[str]:
    here = (p for p in pieces if row.places[p.slot].kind is kind)
    return [text for p in here if (text := row.texts[p.cell][p.start : p.end].strip())]


def _mixed(own: Sequence[str], others: Sequence[str]) -> float:
    """Return how much more like those of the other kind the texts are than like each other."""
    total = 0.0
    for i, text in enumerate(own):
        own_likeness = max((_alike(text, o) for j, o in enumerate(own) if j != i), default=0.0)
        other_likeness = max((_alike(text, o) for o in others), default=0.0)
        total += max(other_likeness - own_likeness, 0.0)
    return total


@lru_cache(maxsize=8192)
def _alike(one: str, other: str) -> float:
    """Return how alike two texts are in words and mood: a plan and its evaluation name the same things.

    That the digits of two bare numbers are alike says nothing of what they are.
    """
    if not (has_words(one) and has_words(other)):
        return 0.0
    alike = read_signs(one) == read_signs(other) or not _counted(one).isdisjoint(_counted(other))
    likeness = resemblance(one, other) * (1.0 if alike else OTHER_MOOD)
    return max(0.0, (likeness - ONE_TABLE) / (1 - ONE_TABLE))


@lru_cache(maxsize=4096)
def _counted(text: str) -> frozenset[str]:
    """Return the labels under which a text counts: 【登録数, 【参加人数."""
    return frozenset(match[0].split("】")[0] for match in COUNT_LABEL.finditer(text))
