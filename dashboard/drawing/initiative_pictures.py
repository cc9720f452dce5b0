"""An initiative's years stand in a row, each with what became of it; a year is pressed to read its plan and evaluation."""

from typing import Final

import pandas as pd

from dashboard.drawing import overview_pictures, picture
from dashboard.drawing.picture import said
from dashboard.facts import board
from dashboard.facts.board import MatterYear
from dashboard.frame import links
from dashboard.text import words

PAGE: Final = "initiative"
KEY: Final = "year"


def years(outcomes: pd.DataFrame, number: int, year: int) -> str:
    """Return the years of the frame `initiative_outcomes` as chips with sign and word; `year` is the one that is open."""
    chips = "".join(_chip(one, number, is_open=one.year == year) for one in map(board.year_of, outcomes.to_dict("records")))
    return f'<div class="chips">{chips}</div>'


def _chip(one: MatterYear, number: int, *, is_open: bool) -> str:
    word = words.STATUSES[one.status] if one.status else overview_pictures.BEFORE
    parts = [word.label, *([words.CARRIED_OVER.text] if one.is_carried_over else [])]
    parts += [words.DOUBTFUL.label] if one.is_doubtful else []
    markup = f"<b>{said(one.label)}</b> {overview_pictures.year_cell(one)} {said(' '.join(parts))}"
    address = links.address(PAGE, {**links.filters_in_url(), KEY: [one.label]}, initiative=number)
    kind = "chip chosen" if is_open else "chip"
    return picture.link(markup, address, {"filter": KEY, "value": one.label}, kind=kind, is_current=is_open)
