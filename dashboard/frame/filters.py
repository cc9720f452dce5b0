"""One filter holds on every page and lives in the URL, so that a link reproduces what its sender saw.

With `bind="query-params"` the *label* of an option goes into the URL. The options are therefore the stable words
themselves (主担当, R2, 防災課, 1-①-ア …); a word that no longer exists falls back to the default.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from dashboard.database import queries
from dashboard.database.queries import Filter
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
_CHOSEN: Final = "chosen_filter"
_UNKNOWN: Final = "unknown_in_address"
_LEFT: Final = "plan_was_left"


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
    years = year_labels()
    labels = list(years.values())
    default = year_label(last_evaluated())
    departments = [str(row["department"]) for row in queries.records("departments")]
    parts_of_plan = {ALL: None} | {scope.option: scope.code for scope in queries.read(scopes, "programs")}
    leads = [ALL, *(words.LEADS.values() if tells_leads() else ())]
    known = {
        "年度": ("year", labels),
        "主担当": ("lead", leads),
        "担当課": ("department", departments),
        SCOPE: ("scope", list(parts_of_plan)),
    }
    st.session_state[_UNKNOWN] = [] if st.session_state.pop(_LEFT, False) else unknown(known)
    [plan] = queries.records("plan")
    with st.sidebar:
        st.caption(markdown.verbatim(f"{plan['body']} {plan['title']}".strip()))
        year = st.radio("年度", labels, labels.index(default), key="year", horizontal=True, bind="query-params")
        lead = st.radio("主担当", leads, key="lead", horizontal=True, bind="query-params") if len(leads) > 1 else ALL
        chosen_departments = (
            st.multiselect(
                "担当課", departments, key="department", bind="query-params", placeholder="課を選ぶ", select_all=False
            )
            if names_sections()
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
    st.session_state[_CHOSEN] = chosen
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


def chosen() -> Filter:
    """Return the filter in force, which app.py draws before any page runs; every page asks for it first."""
    if PagesManager.uses_pages_directory or _CHOSEN not in st.session_state:
        _start_over_with_frame()
    held: Filter = st.session_state[_CHOSEN]
    return held


def typed_words() -> str:
    """Return the words that the list is narrowed by, as they were typed."""
    return str(st.session_state.get("q") or "").strip()


def _start_over_with_frame() -> None:
    """Run app.py after all where Streamlit ran a page by itself.

    Until `st.navigation` is called for the first time in a process, Streamlit takes a folder named `pages` for the pages
    of the app: a link to a page, opened as the very first visit, would show that page without filters and titles. Of two
    first visits at once the later one finds Streamlit's word for the process mended, and only its session tells.
    """
    PagesManager.uses_pages_directory = False
    st.rerun()


def tells_leads() -> bool:
    """Return whether the table marks some sections as leading and others not."""
    return bool(queries.records("plan")[0]["tells_leads"])


def names_sections() -> bool:
    """Return whether the table says of any row whose it is."""
    return any(words.section(str(row["department"])) for row in queries.records("departments"))


def last_evaluated() -> int:
    """Return the last year for which the table has evaluations; the plan's last where it has none at all."""
    years = queries.records("years")
    return int(([row for row in years if row["is_evaluated"]] or years)[-1]["year"])


def judged(chosen: Filter) -> Filter:
    """Return the filter for what only an evaluated year can tell: a later year falls back to the last evaluated one."""
    return replace(chosen, year=min(chosen.year, last_evaluated()))


def year_labels(column: str = "label") -> dict[int, str]:
    """Return the plan's years in order, each as it is said: {2017: 'H29', …}, or '平成29年度' with the column 'label_ja'."""
    return {int(row["year"]): str(row[column]) for row in queries.records("years")}


def evaluated_labels() -> dict[int, str]:
    """Return the years that the table has evaluations for, as `year_labels` does."""
    return {year: label for year, label in year_labels().items() if year <= last_evaluated()}


def year_label(year: int, column: str = "label") -> str:
    """Return how a year is said: 'R2', or '令和2年度' with the column 'label_ja'."""
    return year_labels(column)[year]


def without_year(chosen: Filter) -> Filter:
    """Return the filter with a fixed year, for frames that don't depend on it, so that a change of year hits the cache."""
    return replace(chosen, year=0)


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
        said = "ことば：" + (typed_words() or " ".join(chosen.words))
        found.append(Condition("q", said, Filter(year=0, words=chosen.words)))
    if chosen.doubtful:
        found.append(Condition("doubt", DOUBTFUL_ONLY, Filter(year=0, doubtful=True)))
    return found


def parts(chosen: Filter) -> list[str]:
    """Return what narrows the list, in words: ['主担当', '担当課：防災課', '目標1']."""
    return [part.said for part in conditions(chosen)]


def scope_text(code: str) -> str:
    """Return how a part of the plan is called: '目標1', '施策1-①', '1-①-ア 多様な防災情報の発信'."""
    return next((scope.said for scope in queries.read(scopes, "programs") if scope.code == code), code)


def clear(*keys: str) -> None:
    """Set filters back to their defaults, every one but the year where none is named; for a button's on_click."""
    for key in keys or DEFAULTS:
        st.session_state[key] = DEFAULTS[key]


def leave_plan() -> None:
    """Set the filters back as another plan is chosen; a year that both have stays, and no old value makes a wrong link."""
    clear()
    st.session_state[_LEFT] = True


def line(chosen: Filter) -> int:
    """Draw which filters are in force, where any is, with a button that clears them; return how many initiatives match."""
    [count] = queries.records("match_count", without_year(chosen))
    matching, total = int(count["matching"]), int(count["total"])
    narrowed = parts(chosen)
    if missing := st.session_state.get(_UNKNOWN):
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
        st.button("絞り込みを解除", on_click=clear, key="clear_filters")
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
            st.button(label, on_click=clear, args=(part.key,), key=f"clear_{part.key}")
        st.button("すべての絞り込みを解除", on_click=clear, key="clear_when_empty")
