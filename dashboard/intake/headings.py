"""Where a file does not say which lines head its table, or which year it is of, a person says so."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import streamlit as st

from dashboard.drawing import grid_preview, picture
from dashboard.intake import at_hand

EARLIEST: Final = 2000


def choose(found: Mapping[str, Any]) -> None:
    """Let a person say which lines of a file head its table, where none was found or another is meant."""
    sheets = found["sheets"]
    names = [sheet["name"] or "表" for sheet in sheets]
    now = next(iter(found["tables"]), None)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        at = 0
        if len(sheets) > 1:
            start = names.index(now["sheet"]) if now and now["sheet"] in names else 0
            at = names.index(st.selectbox("シート", names, start, key=at_hand.key("sheet")))
        shown = sheets[at]
        places = range(len(shown["rows"]))
        is_here = now is not None and now["sheet"] == shown["name"] and now["last"] < len(places)
        starts = (now["first"], now["last"]) if now is not None and is_here else (0, 0)
        first, last = (
            st.selectbox(label, places, start, format_func=shown["lines"].__getitem__, key=at_hand.key(part, at), width=170)
            for label, part, start in (("見出しの初めの行", "first", starts[0]), ("終わりの行", "last", starts[1]))
        )
        st.button(
            "この行を見出しとして読む",
            on_click=at_hand.settle_headings,
            args=(shown["name"], at),
            key=at_hand.key("heads"),
            type="secondary",
        )
    picture.draw(grid_preview.of_lines(shown, range(min(first, last), max(first, last) + 1)), key=at_hand.key("lines", at))


def give_year() -> None:
    """Let a person say the fiscal year of a table that names none."""
    years = [None, *range(date.today().year + 1, EARLIEST - 1, -1)]
    given = at_hand.state()["how"].get("year")
    st.selectbox(
        "この資料は何年度のものですか（西暦）",
        years,
        years.index(given),
        key=at_hand.key("given_year"),
        on_change=at_hand.settle_year,
        width=300,
        placeholder="年度を選ぶ",
    )
