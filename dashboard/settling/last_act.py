"""What was done last on a page is told once more to who stands far below, and one press takes it back, or does it again."""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from dashboard.text import markdown
from desk import revisions

UNDONE: Final = "元に戻しました"
UNDO_KEY: Final = "Z"


def latest(held: str) -> int:
    """Return the revision of what the session holds as done last under a key, 0 where nothing was."""
    return int((st.session_state.get(held) or {}).get("revision") or revisions.NONE)


def unless_in_trouble(held: str) -> dict[str, Any] | None:
    """Return what the session holds as done last under a key, None where nothing was; what went wrong is drawn instead."""
    last: dict[str, Any] | None = st.session_state.get(held)
    if last is not None and "trouble" in last:
        st.error(markdown.lines(str(last["trouble"])))
        return None
    return last


def told_undone(told: str) -> str:
    """Return how taking an act back is told by how the act was told; to take that back is to do it again."""
    return UNDONE if told != UNDONE else "もう一度行いました"


def undo_button(last: dict[str, Any], undo: Callable[[int, str], None], key: str, *, is_latest: bool) -> None:
    """Draw the way to take back what was done last; on the page's latest act the keyboard's key does so too."""
    st.button(
        "元に戻す",
        on_click=undo,
        args=(int(last["revision"]), str(last["told"])),
        key=key,
        shortcut=UNDO_KEY if is_latest else None,
    )


def wherever(last: dict[str, Any]) -> None:
    """Tell what was done last once more, for who stands far below the line: what was pressed there is kept."""
    if last.pop("is_new", False):
        st.toast(f"✓ {markdown.verbatim(str(last['told']))}")
