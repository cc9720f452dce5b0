"""A count says something only beside another: the year before's, or its share where what is counted over has moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from dashboard.text import markdown, words

Colour = Literal["normal", "inverse", "off"]


@dataclass(frozen=True)
class Part:
    """What was counted, and of how many."""

    count: int
    of: int

    @property
    def share(self) -> float | None:
        """The share of the whole; None where the whole is nothing."""
        return self.count / self.of if self.of else None

    @property
    def text(self) -> str:
        """The part of the whole for a narrow place: '16/19件'; '－' of nothing."""
        return f"{self.count}/{self.of}件" if self.of else "－"


@dataclass(frozen=True)
class Figure:
    """A number with what it is compared with. `change` is None where there is nothing to compare."""

    label: str
    value: str
    change: str | None
    compared_with: str | None
    colour: Colour
    is_rise_or_fall: bool = True


def against(
    label: str, now: Part, before: Part | None, *, earlier: str = "前年度", colour: Colour, whole: str | None = None
) -> Figure:
    """Return a part against the year before, and where given against the whole: '全課 18%'.

    The counts are compared where both are of equally many, else the shares: 16 of 19 are fewer than 23 of 28, and more.
    A change of the share has no colour and no arrow. `earlier` is how the year before is called.

    >>> against("達成", Part(16, 19), Part(23, 28), colour="normal").change
    '82% → 84%'
    """
    if not now.of or before is None or not before.of:
        return Figure(label, now.text, None, whole, colour)
    compared = "、".join([f"{earlier} {before.text}", *([whole] if whole else [])])
    if now.of != before.of:
        change = f"{words.percent_text(before.share)} → {words.percent_text(now.share)}"
        return Figure(label, now.text, change, compared, "off", is_rise_or_fall=False)
    difference = now.count - before.count
    if not difference:
        return Figure(label, now.text, "増減なし", compared, "off", is_rise_or_fall=False)
    return Figure(label, now.text, f"{difference:+d}件", compared, colour)


def row(figures: Sequence[Figure], min_column_width: int = 168) -> None:
    """Draw figures beside each other; what each is compared with stands below it, where a narrow card does not cut it off.

    A plan without an evaluation has none, and a grid without columns does not exist.
    """
    if not figures:
        return
    with st.grid(len(figures), min_column_width=min_column_width):
        for figure in figures:
            with st.container(border=True, height="stretch", gap=None):
                st.metric(
                    markdown.verbatim(figure.label),
                    figure.value,
                    figure.change,
                    delta_color=figure.colour,
                    delta_arrow="auto" if figure.is_rise_or_fall else "off",
                )
                if figure.compared_with:
                    st.caption(figure.compared_with)
