"""A table stands under what was understood of it, column by column; what a column is for is changed by a person's word."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from dashboard.drawing import grid_preview, picture
from dashboard.intake import at_hand
from dashboard.text import markdown

PAGE: Final = "intake"
PREVIEW_ROWS: Final = 30
UNREAD: Final[Mapping[str, Any]] = {"use": "unread", "year": None, "measure": "", "confidence": 1.0}


def draw(found: Mapping[str, Any]) -> None:
    """Draw every table of a file with the choices about its columns."""
    for at in range(len(found["tables"])):
        show(at, found)
        mend(at, found)


def show(at: int, found: Mapping[str, Any]) -> None:
    """Draw a table as it was understood: each column under what it is taken for; a press on that leads to its choices."""
    shown, mapping = found["tables"][at], found["mapping"]["tables"][at]
    columns = {column["column"]: column for column in mapping["columns"]}
    every = [columns.get(place, UNREAD) for place in range(len(shown["letters"]))]
    doubtful = [place for table_at, place in at_hand.doubtful(found) if table_at == at]
    uses = [column["use"] for column in every]
    if len(found["tables"]) > 1:
        st.header(f"{shown['sheet'] or '表'}　{shown['lines'][0]}から", anchor=False)
    key = at_hand.key("column", at)
    chosen = st.session_state.get(key)
    sheet = grid_preview.of_columns(
        shown,
        [_words(column, found) for column in every],
        uses,
        doubtful=doubtful,
        rows=PREVIEW_ROWS,
        page=PAGE,
        key=key,
        chosen=int(chosen) if chosen is not None else next(iter(doubtful), None),
    )
    note = f"見出しのあとに{shown['all_rows']:,}行。"
    note += "初めの行だけを示しています。" if shown["all_rows"] > PREVIEW_ROWS else ""
    legend = grid_preview.legend(uses, has_doubt=bool(doubtful))
    picture.draw(f'{sheet}{legend}<div class="quiet">{note}</div>', key=at_hand.key("table", at), sets=(key,))


def mend(at: int, found: Mapping[str, Any]) -> None:
    """Draw the choices about one column of a table, those in doubt first."""
    columns = found["mapping"]["tables"][at]["columns"]
    letters = found["tables"][at]["letters"]
    doubtful = [place for table_at, place in at_hand.doubtful(found) if table_at == at]
    options = [str(column["column"]) for column in columns]
    by_place = {str(column["column"]): column for column in columns}
    mark = {str(place): "？ " for place in doubtful}
    with st.container(border=True):
        st.subheader(f"確かめる列：{len(doubtful)}" if doubtful else "列の読み方を変える", anchor=False)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            picked = st.selectbox(
                "列",
                options,
                options.index(str(doubtful[0])) if doubtful else 0,
                format_func=lambda place: f"{mark.get(place, '')}{letters[int(place)]}「{by_place[place]['heading']}」",
                key=at_hand.key("column", at),
            )
            _choices(at, by_place[picked], found)
        column = by_place[picked]
        st.markdown(f"{markdown.verbatim(column['reason'])}（確かさ {column['confidence']:.0%}）")
        if column["column"] in doubtful:
            st.button(
                "この列はこの読み方でよい", on_click=at_hand.confirm_column, args=(at, column["column"]), key=f"right_{at}"
            )


def _choices(at: int, column: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    """Draw what a column is for, its year, its indicator; each change is a person's word."""
    part = f"{at}_{column['column']}"
    uses, years = list(found["uses"]), [at_hand.NO_YEAR, *found["labels"]]
    word: dict[str, Any] = {"on_change": at_hand.settle_column, "args": (at, column["column"])}
    st.selectbox(
        "この列は",
        uses,
        uses.index(column["use"]),
        format_func=lambda code: found["uses"][code],
        key=at_hand.key("use", part),
        **word,
    )
    if column["use"] in found["yearly"]:
        year = str(column["year"]) if column["year"] else at_hand.NO_YEAR
        st.selectbox(
            "年度",
            years,
            years.index(year) if year in years else 0,
            format_func=lambda code: f"{found['labels'][code]}（{code}年度）" if code in found["labels"] else code,
            key=at_hand.key("year", part),
            width=150,
            **word,
        )
    st.text_input("指標の名前", column["measure"], key=at_hand.key("measure", part), placeholder="列にあればそのまま", **word)


def _words(column: Mapping[str, Any], found: Mapping[str, Any]) -> str:
    """Return what a column is taken for: '実績・評価 R4'."""
    year = f" {found['labels'].get(str(column['year']), column['year'])}" if column["year"] else ""
    measure = f"（{column['measure']}）" if column["measure"] else ""
    return f"{found['uses'][column['use']]}{year}{measure}"
