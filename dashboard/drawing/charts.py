"""A chart is one answer: a sentence, marks that differ by more than colour, alt words, and the table behind it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.browser import images, printing
from dashboard.drawing import tables
from dashboard.frame import exports, shown_query
from dashboard.text.colours import GRID, GROUND, INK, Tone
from dashboard.text.words import Word

CONFIG: Final[dict[str, Any]] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showAxisDragHandles": False,
}
TEXT_SIZE: Final = 14
# A chart with its labels needs so many px; below twice that, charts stand one below another.
SIDE_BY_SIDE: Final = 440
# Words with a small picture beside them.
BESIDE_COLUMNS: Final = (2, 1)
HATCHED: Final = ("－",)
MISSED: Final = "✕"
# A bar with its figures below, in px; its bar takes so much of it.
BAR_HEIGHT: Final = 56
BAR_SHARE: Final = 0.42
FIGURES_BELOW: Final = 23
AXIS_HEIGHT: Final = 48
SWATCH: Final = "display: inline-block; width: 0.75rem; height: 0.75rem; margin-right: 0.35rem; border: 1px solid"


def tone(colour: Tone) -> str:
    """Return the colour for the theme that the visitor sees."""
    return colour.dark if st.context.theme.type == "dark" else colour.light


def base(figure: go.Figure, height: int = 320) -> go.Figure:
    """Give a figure the look that all share: quiet grid, text of 14 px, no zoom to trap a finger."""
    ink, grid = tone(INK), tone(GRID)
    axis = {"fixedrange": True, "gridcolor": grid, "linecolor": grid, "zeroline": False, "automargin": True}
    axis |= {"tickfont": {"size": TEXT_SIZE, "color": ink}, "title": {"font": {"size": TEXT_SIZE, "color": ink}}}
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 28, "t": 40, "b": 8},
        dragmode=False,
        separators=".,",
        font={"size": TEXT_SIZE, "color": ink},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        legend={
            "orientation": "h",
            "y": 1.02,
            "yanchor": "bottom",
            "x": 0,
            "font": {"size": TEXT_SIZE, "color": ink},
        },
        hoverlabel={"font": {"size": TEXT_SIZE}},
    )
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    return figure


def years_axis(figure: go.Figure, labels: Sequence[str], **where: Any) -> go.Figure:
    """Make the x axis the plan's years in order, H29 … R3, evenly spaced; a numeric axis would show 2,020.5."""
    figure.update_xaxes(type="category", categoryorder="array", categoryarray=list(labels), tickangle=0, **where)
    return figure


def stacked_shares(counts: pd.DataFrame, words: Mapping[str, Word], category: str) -> go.Figure:
    """Return 100 % stacked bars: a bar for each row of `counts`, a part for each word, and below each bar its figures.

    `counts` has the column `category` (the bar's label, which should hold its n) and one column of counts for each key
    of `words`. A chart is as high as its bars need; what its parts mean stands above it (`key_html`).
    """
    keys = [key for key in words if counts[key].sum() > 0]
    totals = counts[keys].sum(axis=1)
    figure = go.Figure()
    for key in keys:
        word, share = words[key], counts[key] / totals.where(totals > 0)
        figure.add_bar(
            name=word.text,
            x=share * 100,
            y=counts[category],
            orientation="h",
            marker={"color": tone(word.tone), "line": {"color": tone(GROUND), "width": 1.5}} | _pattern(word),
            customdata=counts[key],
            hovertemplate=f"%{{y}}<br>{word.text}　%{{customdata}}件（%{{x:.0f}}%）<extra></extra>",
        )
    figure.update_layout(barmode="stack", bargap=1 - BAR_SHARE)
    base(figure, BAR_HEIGHT * len(counts) + AXIS_HEIGHT)
    figure.update_layout(showlegend=False, margin={"t": 8})
    for record in counts.to_dict("records"):
        # A part too narrow for its own figure would keep it to itself, so all stand below the bar.
        figure.add_annotation(
            text=_figures({words[key]: int(record[key]) for key in keys}),
            x=0,
            y=record[category],
            xanchor="left",
            align="left",
            showarrow=False,
            yshift=-FIGURES_BELOW,
        )
    steps = [0, 50, 100]
    # A little beyond the end, for the edge of its last part.
    figure.update_xaxes(range=[0, 100.5], tickvals=steps, ticktext=[f"{step}%" for step in steps], tickangle=0)
    figure.update_yaxes(autorange="reversed", showgrid=False, type="category")
    return figure


def _figures(counts: Mapping[Word, int]) -> str:
    """Return the figures of a bar in the order of its parts, each sign in its part's colour, what was missed in bold."""
    said = []
    for word, count in counts.items():
        text = f'<span style="color:{tone(word.tone)}">{word.symbol}</span>{count:,}'
        said += [f"<b>{text}</b>" if word.symbol == MISSED else text] if count else []
    return "\u2002".join(said)


def panel(
    figure: go.Figure,
    *,
    title: str,
    summary: str,
    alt: str,
    table: pd.DataFrame,
    key: str,
    query: shown_query.Query,
    note: str | None = None,
) -> None:
    """Draw a chart with what belongs to it: heading, sentence, figure with alt words, table and downloads.

    `alt` is built from the data that is drawn. `table` has Japanese headings. `key` is unique on the page.
    `query` is what the data was asked with; it can be seen and copied.
    """
    with printing.together(key):
        st.header(title)
        st.markdown(summary)
        st.html(key_html(figure))
        st.plotly_chart(figure, config=CONFIG, alt=alt, key=f"chart_{key}")
    if note:
        st.caption(note)
    with st.expander("表で見る・保存する"):
        # The table is as it is saved: its words are the document's, and no Markdown.
        tables.show(table, alt=title, key=key, said=tuple(table.select_dtypes(exclude="number").columns))
        images.downloads(f"chart_{key}", title, [part.name for part in figure.data], exports.in_force((query,)))
        exports.downloads(table, title, key=key, query=query)


def key_html(figure: go.Figure) -> str:
    """Return what the parts of stacked bars mean, each beside its fill: a legend inside a chart takes a phone's height."""
    parts = []
    for part in figure.data:
        colour = part.marker.color
        hatched = f"repeating-linear-gradient(-45deg, {colour} 0 1px, transparent 1px 5px)"
        fill = hatched if part.marker.pattern.shape else colour
        swatch = f'<span style="{SWATCH} {colour}; background: {fill}"></span>'
        parts.append(f'<span style="display: inline-block; margin-right: 1rem">{swatch}{part.name}</span>')
    return f"<div>{''.join(parts)}</div>"


def spoken(counts: pd.DataFrame, words: Mapping[str, Word], category: str) -> str:
    """Return stacked counts as a sentence for those who hear the chart: 'H29は達成30件、未達12件。…'."""
    lines = []
    for record in counts.to_dict("records"):
        parts = [f"{word.label}{int(record[key])}件" for key, word in words.items() if record[key] > 0]
        lines.append(f"{str(record[category]).replace('<br>', ' ')}は{'、'.join(parts) or '該当なし'}")
    return "。".join(lines) + "。"


def _pattern(word: Word) -> dict[str, Any]:
    if word.symbol not in HATCHED:
        return {}
    lines = {"shape": "/", "size": 8, "solidity": 0.12, "fgcolor": tone(word.tone), "bgcolor": tone(GROUND)}
    return {"pattern": lines | {"fillmode": "replace"}, "line": {"color": tone(word.tone), "width": 1}}
