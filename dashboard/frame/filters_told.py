"""What narrows a page is told above it, and what can be done where nothing is left."""

from dataclasses import dataclass

import streamlit as st

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.frame import filter_address
from dashboard.frame.filters import without_year
from dashboard.text import markdown, words


@dataclass(frozen=True)
class Condition:
    """One condition of a filter: the widget's key, the condition in words, and the filter that has it alone."""

    key: str
    said: str
    alone: Filter


def conditions(chosen: Filter) -> list[Condition]:
    """Return what narrows the list. The year narrows nothing and is left out."""
    found = []
    if chosen.lead is not None:
        found.append(Condition("lead", words.LEADS[chosen.lead], Filter(year=0, lead=chosen.lead)))
    if chosen.departments:
        said = "担当課：" + "・".join(chosen.departments)
        found.append(Condition("department", said, Filter(year=0, departments=chosen.departments)))
    if chosen.scope:
        found.append(Condition("scope", scope_text(chosen.scope), Filter(year=0, scope=chosen.scope)))
    if chosen.words:
        said = "ことば：" + (filter_address.typed_words() or " ".join(chosen.words))
        found.append(Condition("q", said, Filter(year=0, words=chosen.words)))
    if chosen.doubtful:
        found.append(Condition("doubt", filter_address.DOUBTFUL_ONLY, Filter(year=0, doubtful=True)))
    return found


def parts(chosen: Filter) -> list[str]:
    """Return what narrows the list, in words: ['主担当', '担当課：防災課', '目標1']."""
    return [part.said for part in conditions(chosen)]


def scope_text(code: str) -> str:
    """Return how a part of the plan is called: '目標1', '施策1-①', '1-①-ア 多様な防災情報の発信'."""
    return next((scope.said for scope in queries.read(filter_address.scopes, "programs") if scope.code == code), code)


def line(chosen: Filter) -> int:
    """Draw which filters are in force, where any is, with a button that clears them; return how many initiatives match."""
    [count] = queries.records("match_count", without_year(chosen))
    matching, total = int(count["matching"]), int(count["total"])
    narrowed = parts(chosen)
    if missing := st.session_state.get(filter_address.UNKNOWN):
        st.warning(
            f"リンクにある{markdown.verbatim('、'.join(missing))}は、この進行管理表にないため、使っていません。"
            "名前が変わったか、アドレスが途中で切れています。メニューの下の絞り込みで選び直してください。"
        )
    # Its place is there even where it is empty: what stands below it would else be drawn anew with the first filter.
    with st.container(horizontal=True, vertical_alignment="center", key="narrowed"):
        if not narrowed:
            return matching
        st.markdown(
            f"**絞り込み** {markdown.verbatim('／'.join(narrowed))} → 実施事業 **{matching:,}件**（全{total:,}件）",
            width="content",
        )
        st.button("絞り込みを解除", on_click=filter_address.clear, key="clear_filters")
    return matching


def nothing_matches(chosen: Filter) -> None:
    """Draw the state in which the filter lets nothing through: what happened, why, and what to do next."""
    st.title("条件に合う実施事業がありません")
    found = conditions(chosen)
    alone = [int(queries.frame("match_count", part.alone)["matching"].iloc[0]) for part in found]
    st.markdown(
        "次の条件をすべて満たす実施事業は、この進行管理表にありません。\n\n"
        + "\n".join(
            f"- {markdown.verbatim(part.said)}（これだけなら{count:,}件）" for part, count in zip(found, alone, strict=True)
        )
        + "\n\n条件を減らすか、別のことばで探してください。"
    )
    with st.container(horizontal=True):
        for part in found if len(found) > 1 else ():
            label = f"「{markdown.verbatim(part.said)}」を外す"
            st.button(label, on_click=filter_address.clear, args=(part.key,), key=f"clear_{part.key}")
        st.button("すべての絞り込みを解除", on_click=filter_address.clear, key="clear_when_empty")
