"""What a page is drawn from is noted as it is drawn: whoever saves from it has seen what was written by then."""

import streamlit as st

import desk.database
from dashboard.text import markdown
from desk import revisions
from desk.database import DeskError


def note(held: str) -> None:
    """Note under a key of the session how far the desk has come. Stop where it can't be read."""
    try:
        st.session_state[held] = revisions.latest(desk.database.path())
    except DeskError as error:
        st.error(markdown.lines(str(error)))
        st.stop()


def revision(held: str) -> int:
    """Return the revision that was noted under a key, `revisions.NONE` where none was."""
    return int(st.session_state.get(held, revisions.NONE))
