"""A table that is wider than a phone stands there row by row, each value behind the heading of its column.

On a screen with room its columns keep their width, and where it is wider still the table scrolls in its own box.
Signs with counts stay on one line by a style sheet; characters that forbid a break would go along with a copy.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any, Final
from unicodedata import east_asian_width

import pandas as pd

from dashboard.browser import printing, unfolding
from dashboard.drawing import picture, tables
from dashboard.text import inline, words

OTHER_WIDTH: Final = 3.5
# In rem: what a phone shows beside each other, and what a cell adds to the least width of its column.
PHONE_WIDTH: Final = 22.4
CELL_PADDING: Final = 1.0
# A sign at 14 px in rem: of Japanese, and of Latin letters and digits.
_WIDE, _NARROW = 0.875, 0.5
_TAG: Final = re.compile(r"<[^>]*>")
ROLES: Final = {"table": "table", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}
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
    # What is drawn as blocks is a table no more to a screen reader unless it says so.
    is_wide = _is_wider_than_a_phone(frame, widths)
    roles = {name: f' role="{role}"' if is_wide else "" for name, role in ROLES.items()}
    called = [f' data-head="{picture.said(str(name))}"' if is_wide else "" for name in frame.columns]
    cells = [f"<td{roles['td']}{kind}{head}>" for kind, head in zip(kinds, called, strict=True)]
    heads = heads.replace("<th ", f"<th{roles['th']} ")
    rows = "".join(
        f"<tr{roles['tr']}>{''.join(f'{cell}{_cell(value)}</td>' for cell, value in zip(cells, row, strict=True))}</tr>"
        for row in frame.itertuples(index=False, name=None)
    )
    kind = "listing wide" if is_wide else "listing"
    group = roles["tbody"]
    return (
        f'<div class="scroll"><table{roles["table"]} class="{kind}" aria-label="{picture.said(alt)}">'
        f"<thead{group}><tr{roles['tr']}>{heads}</tr></thead><tbody{group}>{rows}</tbody></table></div>"
    )


def _is_wider_than_a_phone(frame: pd.DataFrame, widths: Mapping[str, float]) -> bool:
    """Whether the columns have no room beside each other on a phone: one that breaks no line is as wide as its words."""
    least = sum(widths.get(str(name), max(OTHER_WIDTH, _longest(frame.iloc[:, at]))) for at, name in enumerate(frame.columns))
    return least + CELL_PADDING * len(frame.columns) > PHONE_WIDTH


def _longest(column: pd.Series) -> float:
    """How wide the longest words of a column are in rem, its heading among them."""
    told = (_TAG.sub("", inline.markup(str(value))) for value in (column.name, *column))
    return max(sum(_WIDE if east_asian_width(sign) in "WFA" else _NARROW for sign in said) for said in told)


def _is_figures(column: pd.Series) -> bool:
    """Whether a column holds numbers alone, with a unit at most: they stand below each other by their ends."""
    told = [str(value) for value in column if not pd.isna(value) and str(value) != words.NOTHING]
    return bool(told) and all(_FIGURE.fullmatch(value) for value in told)


def _cell(value: Any) -> str:
    if isinstance(value, inline.Markup):
        return value
    return inline.markup("" if pd.isna(value) else str(value))
