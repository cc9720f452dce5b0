"""A store may hold many plans; one is chosen on top of the sidebar, stands in the address, and every page is about it.

The plan in force is part of the store's identity for the run (`store.one_plan`), so that every frame and every cache is of that
plan alone. Where there is one plan, nothing is chosen and nothing is shown.
"""

from typing import Final

import streamlit as st

from dashboard.database import queries
from dashboard.frame import filter_address

KEY: Final = "plan"


def choose() -> int | None:
    """Draw the choice of a plan and return the chosen one's plan_id; None where the store holds a single plan."""
    known = _known()
    if len(known) < 2:
        return None
    with st.sidebar:
        picked = st.selectbox("計画", list(known), key=KEY, bind="query-params", on_change=_leave)
    return known[picked or next(iter(known))]


def in_address() -> int | None:
    """Return the plan that the visit is about before its choice is drawn; None where the store holds a single plan."""
    known = _known()
    if len(known) < 2:
        return None
    asked = str(st.session_state.get(KEY) or st.query_params.get(KEY) or "")
    return known.get(asked, next(iter(known.values())))


def in_force() -> int:
    """Return the plan_id of the plan that the page is about."""
    return int(queries.frame("plan")["plan_id"].iloc[0])


def _known() -> dict[str, int]:
    return {str(row["name"]): int(row["plan_id"]) for row in queries.records("plans/names")}


def _leave() -> None:
    """Drop what was chosen within the plan that is left: its sections, codes and numbers are not those of the next."""
    filter_address.leave_plan()
    st.query_params.pop("initiative", None)
