"""Rows broken on purpose, in the ways in which progress tables break: a cell lost, two merged, two swapped."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.alignment.alignment import Alignment
from loaders.model import Initiative, Place, PrintedCell
from tests.loaders.untold import Damage, Doubt, why_untold


@dataclass(frozen=True)
class Mutation:
    """A broken row and the words that belong at each place (what was dropped belongs nowhere)."""

    initiative: Initiative
    truth: dict[Place, str]


def texts_of(initiative: Initiative) -> list[str]:
    return [cell.text for cell in initiative.cells]


def with_texts(initiative: Initiative, texts: Sequence[str]) -> Initiative:
    """Return the row with other words under the same headings."""
    cells = tuple(PrintedCell(cell.place, text) for cell, text in zip(initiative.cells, texts, strict=True))
    return replace(initiative, cells=cells)


def mutate(initiative: Initiative, damage: Damage, cell: int) -> Mutation:
    """Return the row broken at `cell` (and the cell after it)."""
    texts = texts_of(initiative)
    truth = {printed.place: printed.text.strip() for printed in initiative.cells if printed.text.strip()}
    if damage is Damage.SWAP:
        texts[cell], texts[cell + 1] = texts[cell + 1], texts[cell]
    elif damage is Damage.DROP:
        truth.pop(initiative.cells[cell].place, None)
        texts = [*texts[:cell], *texts[cell + 1 :], ""]
    else:
        texts = [*texts[:cell], f"{texts[cell]} {texts[cell + 1]}", *texts[cell + 2 :], ""]
    return Mutation(with_texts(initiative, texts), truth)


def ways_to_break(initiative: Initiative) -> list[tuple[Damage, int]]:
    """Return the ways to break a row that touch two cells with words."""
    texts = [text.strip() for text in texts_of(initiative)]
    return [(damage, c) for damage in Damage for c in range(len(texts) - 1) if texts[c] and texts[c + 1]]


def random_mutation(initiative: Initiative, chance: random.Random) -> tuple[Damage, int] | None:
    """Return a way to break the row in which no neighbour says the same, None where there is none."""
    ways = [way for way in ways_to_break(initiative) if why_untold(initiative, *way) is not Doubt.SAME_WORDS]
    if not ways:
        return None
    damage = chance.choice(sorted({d for d, _ in ways}))
    return chance.choice([way for way in ways if way[0] is damage])


def places_read(alignment: Alignment) -> dict[Place, str]:
    """Return the words at each place as the alignment reads them."""
    found: dict[Place, str] = {}
    for cell in alignment.cells:
        if cell.text.strip():
            found[cell.place] = found.get(cell.place, "") + cell.text
    return {place: text.strip() for place, text in found.items()}


def is_restored(mutation: Mutation, alignment: Alignment) -> bool:
    """Whether every word stands where it belongs."""
    return places_read(alignment) == mutation.truth


def is_clean(alignment: Alignment) -> bool:
    """Whether a row is read as printed, and nothing about it is doubtful."""
    return not alignment.findings and all(not cell.is_moved for cell in alignment.cells)


def nothing_lost(initiative: Initiative, alignment: Alignment) -> bool:
    """Whether the pieces of every printed cell, in the order of their spans, make up its text without a gap."""
    for printed in initiative.cells:
        pieces = sorted((c for c in alignment.cells if c.printed == printed.place), key=lambda c: c.span_start)
        if "".join(c.text for c in pieces) != printed.text:
            return False
        if any(printed.text[c.span_start : c.span_end] != c.text for c in pieces):
            return False
    return True
