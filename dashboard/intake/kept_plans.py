"""The plans that were taken in stand in a list; one can be removed, and the last that was removed put back."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from dashboard.database import store
from dashboard.drawing import wide_tables
from dashboard.intake import at_hand, uploads
from dashboard.text import markdown

WIDTHS: Final = {"計画": 14, "資料（古い順）": 14, "お知らせ": 10}


def draw() -> None:
    """Draw the plans that are there, and the way to remove one and to put it back."""
    st.header("取り込んである計画")
    known = uploads.service().plans(store.path())
    rows = [
        {
            "計画": plan["name"],
            "資料（古い順）": "、".join(plan["files"]),
            "お知らせ": f"前に読み込んだままです：{plan['trouble'].splitlines()[0]}" if plan["trouble"] else "",
        }
        for plan in known["plans"]
    ]
    wide_tables.show(pd.DataFrame(rows), alt="取り込んである計画", widths=WIDTHS, said=tuple(WIDTHS))
    if known["removed"] is not None and st.button("外した計画を元に戻す", key="restore"):
        with st.spinner("元に戻しています。"):
            _done(uploads.service().restore(store.path()))
    if len(known["plans"]) > 1:
        with st.expander("計画を外す"):
            names = {plan["name"]: plan for plan in known["plans"]}
            picked = names[str(st.selectbox("外す計画", list(names), key="removing"))]
            files = "、".join(picked["files"])
            st.markdown(
                f"「{markdown.verbatim(picked['name'])}」と、その資料{len(picked['files'])}件（{markdown.verbatim(files)}）が"
                "どのページにも出なくなります。次に取り込むまでは、元に戻せます。"
            )
            if st.button("この計画を外す", key="remove"):
                with st.spinner("外しています。"):
                    _done(uploads.service().remove(store.path(), picked["plan_id"]))


def _done(answer: Mapping[str, Any]) -> None:
    """Draw the page anew after a change, or say why there was none."""
    if answer.get("trouble"):
        st.error(markdown.lines(str(answer["trouble"])), title="できませんでした")
    else:
        at_hand.forget_outcome()
        st.rerun()
