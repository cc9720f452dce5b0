"""A table of years stays readable on a narrow screen: its columns keep their width, and the table scrolls in its own box.

Signs with counts stay on one line by a style sheet; characters that forbid a break would go along with a copy.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any, Final

import pandas as pd

from dashboard.browser import printing, unfolding
from dashboard.drawing import picture, tables
from dashboard.text import inline, words

OTHER_WIDTH: Final = 3.5
_FIGURE: Final = re.compile(r"[-－▲△+]?[\d,.]+(?: ?[/／] ?[\d,.]+)?[^\W\d]{0,3}[%％]?")


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
    if frame.empty:
        tables.show(frame, alt=alt, key="")
        return
    open_rows = printing.open_length(len(frame), len(frame) if folded_after is None else folded_after)
    _draw(frame.head(open_rows), alt, widths, said)
    rest = frame.iloc[open_rows:]
    if len(rest):
        unfolding.rest(len(rest), alt, lambda: _draw(rest, f"{alt}（続き）", widths, said))


def _draw(frame: pd.DataFrame, alt: str, widths: Mapping[str, float], said: Collection[str]) -> None:
    drawn = markup(frame, alt, widths, said)
    # Streamlit takes drawings out of plain HTML; a picture keeps them.
    if "<svg" in drawn:
        picture.draw(drawn, key=f"table_{alt}")
    else:
        picture.show(drawn)


def markup(frame: pd.DataFrame, alt: str, widths: Mapping[str, float], said: Collection[str] = ()) -> str:
    """Return a plain table as markup: drawn at once, where Streamlit's own table would be laid out a cell at a time.

    Numbers stand below each other by their ends, but for those in columns of words (`said`).
    """
    frame = tables.with_words(frame, said)
    # A column that is not named never breaks a line.
    kinds = [
        ' class="num"'
        if str(name) not in said and _is_figures(frame.iloc[:, at])
        else ' class="one"'
        if str(name) not in widths
        else ""
        for at, name in enumerate(frame.columns)
    ]
    heads = "".join(
        f'<th scope="col"{kind} style="min-width:{widths.get(str(name), OTHER_WIDTH)}rem">{inline.markup(str(name))}</th>'
        for kind, name in zip(kinds, frame.columns, strict=True)
    )
    rows = "".join(
        f"<tr>{''.join(f'<td{kind}>{_cell(value)}</td>' for kind, value in zip(kinds, row, strict=True))}</tr>"
        for row in frame.itertuples(index=False, name=None)
    )
    return (
        f'<div class="scroll"><table class="listing" aria-label="{picture.said(alt)}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _is_figures(column: pd.Series) -> bool:
    """Whether a column holds numbers alone, with a unit at most: they stand below each other by their ends."""
    told = [str(value) for value in column if not pd.isna(value) and str(value) != words.NOTHING]
    return bool(told) and all(_FIGURE.fullmatch(value) for value in told)


def _cell(value: Any) -> str:
    if isinstance(value, inline.Markup):
        return value
    return inline.markup("" if pd.isna(value) else str(value))
