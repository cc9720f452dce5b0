"""A file is the next edition of a plan, or begins one: a person says which and takes it in, and can take it back."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from dashboard.frame import links
from dashboard.intake import at_hand
from dashboard.text import markdown

NEW: Final = "新しい計画として取り込む"
# More places than these are a list to be opened: the button below stays in sight.
MOST_IN_SIGHT: Final = 4


def choose(name: str, data: bytes, found: Mapping[str, Any]) -> None:
    """Draw where the file belongs, and the button that takes it in."""
    predecessor = found["predecessor"]
    options = [f"「{one}」の次の版として取り込む" for one in found["names"]] + [NEW]
    start = found["names"].index(predecessor["name"]) if predecessor else len(options) - 1
    with st.container(border=True):
        st.subheader("取り込み先", anchor=False)
        picked = _into(options, start)
        plan = found["names"][options.index(picked)] if picked != NEW else ""
        if predecessor and plan == predecessor["name"]:
            st.markdown(f"行の{predecessor['shared']:.0%}が前の版と同じです。")
        if picked == NEW:
            plan = st.text_input("計画の名前", found["title"], key=at_hand.key("name")).strip()
        settled = _matches(found) if predecessor and plan == predecessor["name"] else {}
        if plan in found["names"] and picked == NEW:
            st.warning("同じ名前の計画があります。別の名前にするか、次の版として取り込んでください。")
        elif plan:
            st.button(
                "この読み方で取り込む",
                on_click=at_hand.take_in,
                args=(name, data, plan, settled),
                key="take_in",
                type="primary",
                width="stretch",
            )


def _into(options: Sequence[str], start: int) -> str:
    key = at_hand.key("into")
    if len(options) <= MOST_IN_SIGHT:
        return st.radio("取り込み先", options, start, key=key, label_visibility="collapsed")
    return st.selectbox("取り込み先", options, start, key=key, label_visibility="collapsed")


def outcome() -> None:
    """Draw what became of the file that was taken in last."""
    answer = at_hand.outcome()
    if not answer:
        return
    if answer.get("trouble"):
        st.error(markdown.lines(answer["trouble"]), title="取り込めませんでした")
        return
    if answer.get("taken_back"):
        st.success(f"「{markdown.verbatim(answer['taken_back'])}」への取り込みを元に戻しました。")
        return
    plan = {"plan": [answer["name"]]}
    ways = [
        markdown.link("この計画の概要を開く", links.address("./", plan)),
        markdown.link("数値目標の図を見る", links.address("indicators", plan)),
        markdown.link("読み取りの確かでないところを確かめる", links.address("review", plan)),
    ]
    if answer["edition"] > 1:
        ways.append(
            markdown.link("前の版から変わったところを見る", links.address("plans", plan, **{links.COMPARED: links.OF_EDITIONS}))
        )
    st.success(
        f"「{markdown.verbatim(answer['name'])}」の{answer['edition']}版目として取り込みました。　" + "　".join(ways),
        title="取り込みました",
    )
    st.button("取り込みを元に戻す", on_click=at_hand.take_back, key="take_back")


def _matches(found: Mapping[str, Any]) -> dict[str, int | None]:
    """Draw the rows whose row in the edition before is in doubt, each for a person to settle, and return what was settled."""
    settled: dict[str, int | None] = {}
    if not found["doubtful"]:
        return settled
    st.markdown(f"**前の版との対応を確かめてください（{len(found['doubtful'])}件）**")
    for match in found["doubtful"]:
        same, other = f"同じ事業（前の番号{match['before']}「{match['name_before']}」）", "新しい事業"
        label = f"番号{match['number']}「{match['name']}」（{match['reason']}）"
        picked = st.radio(label, [same, other], key=at_hand.key("match", match["number"]), horizontal=True)
        settled[str(match["number"])] = match["before"] if picked == same else None
    return settled
