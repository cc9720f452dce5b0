"""A table of years stays readable on a narrow screen: its columns keep their width, and the table scrolls in its own box.

Signs with counts stay on one line by a style sheet; characters that forbid a break would go along with a copy.
"""

from collections.abc import Collection, Mapping
from typing import Any, Final

import pandas as pd

from dashboard.browser import printing, unfolding
from dashboard.drawing import picture, tables
from dashboard.text import inline

OTHER_WIDTH: Final = 3.5


def show(
    frame: pd.DataFrame,
    *,
    alt: str,
    widths: Mapping[str, float],
    folded_after: int | None = None,
    said: Collection[str] = (),
) -> None:
    """Draw a plain table with real headers; rows after `folded_after` are folded away below it, but not on paper.

    `widths` are the least widths of columns in rem; a column that is not named has OTHER_WIDTH and never breaks a line. Cells
    are Markdown, except in the columns `said`, whose words are drawn as they are.
    """
    frame = tables.with_words(frame, said)
    if frame.empty:
        tables.show(frame, alt=alt, key="")
        return
    open_rows = printing.open_length(len(frame), len(frame) if folded_after is None else folded_after)
    _draw(frame.head(open_rows), alt, widths)
    rest = frame.iloc[open_rows:]
    if len(rest):
        unfolding.rest(len(rest), alt, lambda: _draw(rest, f"{alt}（続き）", widths))


def _draw(frame: pd.DataFrame, alt: str, widths: Mapping[str, float]) -> None:
    picture.show(markup(frame, alt, widths))


def markup(frame: pd.DataFrame, alt: str, widths: Mapping[str, float]) -> str:
    """Return a plain table as markup: drawn at once, where Streamlit's own table would be laid out a cell at a time."""
    columns = [(inline.markup(str(name)), widths.get(str(name))) for name in frame.columns]
    heads = "".join(
        f'<th scope="col" style="min-width:{OTHER_WIDTH if width is None else width}rem">{name}</th>' for name, width in columns
    )
    # A column that is not named never breaks a line.
    kinds = ['<td class="one">' if width is None else "<td>" for _, width in columns]
    rows = "".join(
        f"<tr>{''.join(f'{kind}{_cell(value)}</td>' for kind, value in zip(kinds, row, strict=True))}</tr>"
        for row in frame.itertuples(index=False, name=None)
    )
    return (
        f'<div class="scroll"><table class="listing" aria-label="{picture.said(alt)}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cell(value: Any) -> str:
    if isinstance(value, inline.Markup):
        return value
    return inline.markup("" if pd.isna(value) else str(value))
