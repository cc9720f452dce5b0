"""Which initiative a page is about stands in its address; a box to choose by number or words and two ways lead to others."""

from typing import Final

import pandas as pd
import streamlit as st

from dashboard.database.queries import Filter
from dashboard.frame import filters_told, links, offer
from dashboard.text import markdown, words

CHOICE: Final = "chosen_initiative"
BY_NUMBER: Final = "番号で開く"
TYPED: Final = "typed_initiative"
# The box forgets its choice where another page is opened; this is kept for the way back.
SHOWN: Final = "shown_initiative"


def asked_for(listed: list[int], every: list[int]) -> int | None:
    """Return the number that the address asks for, None for a wrong one.

    Where it asks for none, the one before or the first of those that the filter lets through, which are `listed`.
    """
    asked = st.query_params.get(links.INITIATIVE_KEY)
    if asked is None:
        numbers, held = listed or every, st.session_state.get(SHOWN)
        return held if held in numbers else numbers[0]
    return int(asked) if asked.isascii() and asked.isdigit() and int(asked) in every else None


def keep(number: int) -> None:
    """Keep the number for the way back to the page; of one that was come back to the address tells again."""
    if links.INITIATIVE_KEY in st.query_params:
        st.session_state[SHOWN] = number
    elif number == st.session_state.get(SHOWN):
        _turn_to(number)


def draw(listed: pd.DataFrame, number: int | None, walk: list[int]) -> None:
    """Draw the box to choose an initiative by number or words, and the way to the ones before and after in `walk`."""
    numbers = [int(each) for each in listed["number"]]
    options = offer.around(numbers, number)
    there = listed[listed["number"].isin(options)] if len(options) < len(numbers) else listed
    names = {
        int(row["number"]): words.of_section(f"{row['number']} {row['activity']}", row["department"])
        for row in there.to_dict("records")
    }
    st.session_state[CHOICE] = number
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.selectbox(
            "実施事業を選ぶ（番号やことばで探せます）",
            list(names),
            format_func=names.__getitem__,
            index=None,
            key=CHOICE,
            on_change=_remember,
            placeholder="実施事業を選ぶ（番号やことばで探せます）",
            label_visibility="collapsed",
            width=520,
        )
        if len(options) < len(numbers):
            _by_number(numbers)
        if number is None:
            return
        before = max((each for each in walk if each < number), default=None)
        after = min((each for each in walk if each > number), default=None)
        for step, label in ((before, "← 前の事業"), (after, "次の事業 →")):
            if step is not None:
                # A page link to the page that is open would leave the address as it is.
                st.button(f"{label}（番号{step}）", on_click=_turn_to, args=(step,), key=f"turn_{label}")


def _by_number(numbers: list[int]) -> None:
    """Draw the way to any number: the box offers those around the one that is open, as a plan of thousands has too many."""
    st.number_input(
        BY_NUMBER,
        numbers[0],
        numbers[-1],
        value=None,
        key=TYPED,
        on_change=_type,
        placeholder=BY_NUMBER,
        label_visibility="collapsed",
        width=180,
    )


def outside(chosen: Filter, count: int) -> None:
    """Say of an initiative that the filter does not let through why it is shown, and where the ways before and after lead."""
    narrowed = markdown.verbatim("／".join(filters_told.parts(chosen)))
    st.markdown(
        f"**この事業は絞り込みの外です。** 絞り込み（{narrowed}）に合う{count:,}件には入りませんが、"
        "番号で開かれたため表示しています。「前の事業」「次の事業」を押すと、絞り込みに合う事業へ移ります。"
    )


def no_such(numbers: list[int]) -> None:
    """Say of a broken link what happened, and what to do next."""
    st.title("この番号の実施事業はありません")
    asked = markdown.verbatim(st.query_params.get(links.INITIATIVE_KEY, ""))
    st.markdown(
        f"リンクにある番号「{asked}」は、この進行管理表にありません。"
        f"番号は{numbers[0]}から{numbers[-1]}までです。下の一覧から選び直してください。"
    )


def _remember() -> None:
    """Put the chosen initiative into the address, so that its link can be sent."""
    st.query_params[links.INITIATIVE_KEY] = str(st.session_state[CHOICE])


def _type() -> None:
    """Put the number that was typed into the address; the field is free for another one."""
    if st.session_state[TYPED] is not None:
        _turn_to(st.session_state[TYPED])
    st.session_state[TYPED] = None


def _turn_to(number: int) -> None:
    """Put another initiative into the address; for a button's on_click."""
    st.query_params[links.INITIATIVE_KEY] = str(number)
