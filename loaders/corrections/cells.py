"""A cell that stands at a wrong place is put right by hand, in one piece, or confirmed where it stands."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.corrections.fitting import Misfit, applied
from loaders.corrections.form import CORRECTED, Correction, Item
from loaders.corrections.form_fields import parse_place, place_code
from loaders.model import Cell


def correct_cells(
    cells: Sequence[Cell], corrections: Sequence[Correction], unfit: list[Misfit] | None = None
) -> tuple[Cell, ...]:
    """Return a row's cells with the corrections of `cell_place` applied; a corrected cell is one piece."""
    placed = applied(tuple(cells), (c for c in corrections if c.item is Item.CELL_PLACE), _correct_cell, unfit)
    confirmed = (c for c in corrections if c.item is Item.CONFIRMED and c.year is None)
    return applied(placed, confirmed, _confirm_cell, unfit)


def _correct_cell(cells: tuple[Cell, ...], correction: Correction) -> tuple[Cell, ...]:
    pieces = _expected_pieces(cells, correction)
    place = parse_place(correction.corrected)
    assert place is not None, "the line was read, so it names a place"
    text = "".join(cell.text for cell in pieces)
    whole = Cell(pieces[0].printed, place, text, 0, len(text), 1.0, CORRECTED)
    return tuple(whole if cell is pieces[0] else cell for cell in cells if cell is pieces[0] or cell not in pieces)


def _confirm_cell(cells: tuple[Cell, ...], correction: Correction) -> tuple[Cell, ...]:
    pieces = _expected_pieces(cells, correction)
    return tuple(replace(cell, confidence=1.0, is_confirmed=True) if cell in pieces else cell for cell in cells)


def _expected_pieces(cells: Sequence[Cell], correction: Correction) -> list[Cell]:
    """Return the pieces of the printed cell that a correction names; raise MisfitError where they stand elsewhere."""
    printed = parse_place(correction.place)
    pieces = [cell for cell in cells if cell.printed == printed]
    found = "+".join(place_code(cell.place) for cell in pieces)
    if not pieces or found != "+".join(map(_canonical, correction.expected.split("+"))):
        raise correction.misfit(found or "そのような欄はありません")
    return pieces


def _canonical(code: str) -> str:
    place = parse_place(code.strip())
    return code if place is None else place_code(place)
