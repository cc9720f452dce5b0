"""Who says something is known from signing in; else it is asked once and kept in the browser, in a cookie of this address.

It is never part of a link.
"""

import json
from typing import Final
from urllib.parse import quote, unquote

import streamlit as st

from dashboard.frame import rights

COOKIE: Final = "plan_person"
KEY: Final = "person"
FIELD: Final = "person_field"
SET: Final = "person_to_keep"
SECONDS: Final = 365 * 24 * 60 * 60
LONGEST: Final = 40


def name() -> str:
    """Return who writes: who has signed in, else who says so in this browser, '' while nobody has."""
    if signed_in := rights.visitor().who:
        return signed_in
    held = st.session_state.get(KEY)
    if held is None:
        held = unquote(kept())[:LONGEST].strip()
        st.session_state[KEY] = held
    return str(held)


def kept() -> str:
    """Return what the browser has kept, as the cookie holds it."""
    return str(st.context.cookies.get(COOKIE, ""))


def ask(key: str) -> None:
    """Draw the question of who writes, or the answer with a way to another one; `key` is unique on the page.

    Whoever has signed in is not asked: who they are stands in the sidebar, and is not theirs to choose.
    """
    if rights.visitor().who:
        return
    _keep()
    who = name()
    if who:
        with st.popover(f"書く人：{who}", type="tertiary"):
            _field(key)
        return
    st.markdown("**はじめに、書く人の名前か係名を入れてください。** 記録に残ります（このブラウザーが覚えます）。")
    _field(key)


def _field(key: str) -> None:
    with st.form(f"{FIELD}_form_{key}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("名前または係名", key=f"{FIELD}_{key}", max_chars=LONGEST, placeholder="例：情報政策係", value=name())
        st.form_submit_button("決める", on_click=_set, args=(f"{FIELD}_{key}",))


def _set(field: str) -> None:
    who = str(st.session_state.get(field) or "").strip()
    if who:
        st.session_state[KEY] = st.session_state[SET] = who


def _keep() -> None:
    """Let the browser keep a name that was just given."""
    who = st.session_state.pop(SET, None)
    if who is not None:
        cookie = json.dumps(f"{COOKIE}={quote(who)}; path=/; max-age={SECONDS}; samesite=strict")
        st.html(f"<script>document.cookie = {cookie};</script>", unsafe_allow_javascript=True)
