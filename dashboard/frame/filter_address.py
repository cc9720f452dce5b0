"""How the address is read: one filter holds on every page and lives in the URL, so that a link reproduces what its sender saw.

With `bind="query-params"` the *label* of an option goes into the URL. The options are therefore the stable words
themselves (主担当, R2, 防災課, 1-①-ア …); a word that no longer exists falls back to the default.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
import streamlit as st

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.frame import filters
from dashboard.text import markdown, words
from dashboard.text.folding import folded_words

ALL: Final = "すべて"
DEFAULTS: Final[dict[str, Any]] = {"lead": ALL, "department": [], "scope": ALL, "q": "", "doubt": False}
KEYS: Final = (*DEFAULTS, "year")
# What a link takes along: the filters, and before them the plan that they narrow.
ADDRESS_KEYS: Final = ("plan", *KEYS)
SCOPE: Final = "目標・施策・事業"
DOUBTFUL_ONLY: Final = "要確認のある事業だけ"
IN_URL: Final = "filters_in_url"
UNKNOWN: Final = "unknown_in_address"
LEFT: Final = "plan_was_left"


@dataclass(frozen=True)
class PlanScope:
    """A part of the plan to narrow to: the option that stands in the address, the code that it filters by, and its name."""

    option: str
    code: str
    said: str


def scopes(programs: pd.DataFrame) -> list[PlanScope]:
    """Return goals, policies and programs in the plan's order, a program with its name: a tree as one list.

    A program that bears no code is told by its name; a plan of single initiatives without codes has no parts.
    """
    found: dict[str, PlanScope] = {}
    for goal, policy, program, name in (
        programs[["goal_code", "policy_code", "program_code", "program_name"]].astype(str).to_numpy()
    ):
        for level, code in (("目標", goal), ("施策", policy)):
            found |= {code: PlanScope(code, code, f"{level}{code}")} if code else {}
        option = name if program == name else f"{program} {name}"
        found |= {program: PlanScope(option, program, option)} if program else {}
    return list(found.values())


def sidebar() -> Filter:
    """Draw the filters in the sidebar, once for all pages, and return what they let through.

    What a plan does not tell apart, leads or codes, has no filter.
    """
    years = filters.year_labels()
    labels = list(years.values())
    default = filters.year_label(filters.last_evaluated())
    departments = [str(row["department"]) for row in queries.records("departments")]
    parts_of_plan = {ALL: None} | {scope.option: scope.code for scope in queries.read(scopes, "programs")}
    leads = [ALL, *(words.LEADS.values() if filters.tells_leads() else ())]
    known = {
        "年度": ("year", labels),
        "主担当": ("lead", leads),
        "担当課": ("department", departments),
        SCOPE: ("scope", list(parts_of_plan)),
    }
    st.session_state[UNKNOWN] = [] if st.session_state.pop(LEFT, False) else unknown(known)
    [plan] = queries.records("plan")
    with st.sidebar:
        st.caption(markdown.verbatim(f"{plan['body']} {plan['title']}".strip()))
        year = st.radio("年度", labels, labels.index(default), key="year", horizontal=True, bind="query-params")
        lead = st.radio("主担当", leads, key="lead", horizontal=True, bind="query-params") if len(leads) > 1 else ALL
        chosen_departments = (
            st.multiselect(
                "担当課", departments, key="department", bind="query-params", placeholder="課を選ぶ", select_all=False
            )
            if filters.names_sections()
            else []
        )
        scope = ALL
        if len(parts_of_plan) > 1:
            scope = st.selectbox(SCOPE, list(parts_of_plan), key="scope", bind="query-params")
        query = st.text_input("ことばで絞り込む", key="q", bind="query-params", placeholder="事業の名前、文のことば")
        is_doubtful = st.toggle(DOUBTFUL_ONLY, key="doubt", bind="query-params")
    chosen = Filter(
        year=list(years)[labels.index(year or default)],
        lead=next((value for value, label in words.LEADS.items() if label == lead), None),
        departments=tuple(chosen_departments),
        scope=parts_of_plan[scope or ALL],
        words=folded_words(query or ""),
        doubtful=bool(is_doubtful),
    )
    st.session_state[filters.CHOSEN] = chosen
    st.session_state[IN_URL] = in_url()
    return chosen


def in_url() -> dict[str, list[str]]:
    """Return the filters as the URL holds them now."""
    return {key: st.query_params.get_all(key) for key in ADDRESS_KEYS if key in st.query_params}


def unknown(known: Mapping[str, tuple[str, Sequence[str]]]) -> list[str]:
    """Return what the address asks for and the plan does not have, in words, by what each filter is called.

    Streamlit takes such a value out of the address and shows everything; a reader of the link would not know.
    """
    asked = {
        name: [value for value in st.query_params.get_all(key) if value not in options]
        for name, (key, options) in known.items()
    }
    return [f"{name}「{value}」" for name, values in asked.items() for value in values]


def typed_words() -> str:
    """Return the words that the list is narrowed by, as they were typed."""
    return str(st.session_state.get("q") or "").strip()


def clear(*keys: str) -> None:
    """Set filters back to their defaults, every one but the year where none is named; for a button's on_click."""
    for key in keys or DEFAULTS:
        st.session_state[key] = DEFAULTS[key]


def leave_plan() -> None:
    """Set the filters back as another plan is chosen; a year that both have stays, and no old value makes a wrong link."""
    clear()
    st.session_state[LEFT] = True
