"""When somebody was here before is kept in their browser, as a day; what is new since then is what they have not seen."""

from datetime import date, timedelta
from typing import Final

import streamlit as st

COOKIE: Final = "plan_last_visit"
KEY: Final = "last_visit"
SECONDS: Final = 365 * 24 * 60 * 60
# For who was never here: as long as lies between two meetings.
USUAL_DAYS: Final = 30


def last(today: date) -> date:
    """Return the day of the visit before this one, and let the browser keep today; a month ago for who was never here."""
    held = st.session_state.get(KEY)
    if isinstance(held, date):
        return held
    before = read(str(st.context.cookies.get(COOKIE, "")), today)
    st.session_state[KEY] = before
    cookie = f"{COOKIE}={today.isoformat()}; path=/; max-age={SECONDS}; samesite=strict"
    st.html(f"<script>document.cookie = '{cookie}';</script>", unsafe_allow_javascript=True)
    return before


def read(kept: str, today: date) -> date:
    """Return the day that a browser kept; a month ago where it kept none, or none that can be.

    >>> read("2026-11-20", date(2026, 11, 29)), read("x", date(2026, 11, 29))
    (datetime.date(2026, 11, 20), datetime.date(2026, 10, 30))
    """
    try:
        day = date.fromisoformat(kept)
    except ValueError:
        return today - timedelta(days=USUAL_DAYS)
    return min(day, today)
