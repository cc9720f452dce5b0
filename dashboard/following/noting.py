"""On an initiative's page people write what happens next and how far the running year has come."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import uuid4

import streamlit as st

from dashboard.browser import printing
from dashboard.facts import steps
from dashboard.facts.series import Series
from dashboard.facts.steps import Listed
from dashboard.following import acts
from dashboard.frame import filters, links, plans
from dashboard.saying import step_words
from dashboard.settling import acting, person
from dashboard.text import markdown, words
from desk.notes import Interim, Kept, Step

WHAT: Final = "step_what"
WHOSE: Final = "step_whose"
DUE: Final = "step_due"
OF: Final = "interim_of"
VALUE: Final = "interim_value"
AS_OF: Final = "interim_as_of"
LONGEST: Final = 200


def draw(number: int, named: str, year: int, found: Sequence[Series], listed: Sequence[Listed], today: date) -> None:
    """Draw the steps of an initiative and, where it may be written, the ways to add one and an interim result."""
    acts.see()
    st.header("次にすること")
    acts.line("noting", others=acting.latest())
    mine = [one for one in listed if one.number == number]
    for one in mine:
        line(one, today, "noting")
    if not mine:
        st.markdown("この事業の次にすることは、まだ書かれていません。")
    if printing.is_on():
        return
    if refused := acts.refusal():
        st.caption(refused)
        return
    person.ask("noting")
    if person.name():
        add_step(number, named, year)
        add_interim(number, named, found)


def line(one: Listed, today: date, key: str, *, is_named: bool = False) -> None:
    """Draw a step with the ways to have it done and to drop it, where it may be written.

    `is_named` tells its initiative too, with the way there.
    """
    step = one.step
    year = filters.year_labels().get(step.year, str(step.year))
    words_of = f"{step.whose or steps.NOBODY}　{step_words.when(step, today)}　{year}の評価・計画から　記入：{one.kept.who}"
    words_of = f"{step.number} {step.named}　{words_of}" if is_named else words_of
    what = markdown.verbatim(step.what)
    said = f"**{one.state.text}**　{f'~~{what}~~' if step.is_done else what}  \n:gray[{markdown.verbatim(words_of)}]"
    # Where names are long the buttons stand on a line of their own, in every row alike.
    if is_named:
        st.markdown(said)
    with st.container(horizontal=True, vertical_alignment="center"):
        if not is_named:
            st.markdown(said, width="stretch")
        if is_named and one.number is not None:
            label, query = f":blue[番号{one.number}の記載を見る]", {links.INITIATIVE_KEY: str(one.number)}
            st.page_link(links.INITIATIVE_PAGE, label=label, query_params=query, icon="")
        if acts.refusal() or not person.name() or printing.is_on():
            return
        if step.is_done:
            again = replace(step, is_done=False)
            st.button(
                "済みを取り消す", on_click=acts.say, args=([again], "済みを取り消しました"), key=f"{key}_open_{step.step}"
            )
        else:
            told = f"「{words.short(step.what, 20)}」を済みにしました"
            done = replace(step, is_done=True)
            st.button("済みにする", on_click=acts.say, args=([done], told), key=f"{key}_done_{step.step}")
            told = f"「{words.short(step.what, 20)}」を取りやめました"
            dropped = replace(step, is_withdrawn=True)
            st.button("取りやめる", on_click=acts.say, args=([dropped], told), key=f"{key}_drop_{step.step}", type="tertiary")


def add_step(number: int, named: str, year: int) -> None:
    """Draw the form of a new step."""
    with st.form("step_form", border=True):
        st.text_input("次にすること", key=WHAT, max_chars=LONGEST, placeholder="例：仕様書の案を作り、業者に見積もりを頼む")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input("だれが（空欄でもよい）", key=WHOSE, max_chars=40, placeholder="例：情報政策係", width=260)
            st.date_input("いつまでに（空欄でもよい）", value=None, key=DUE, format="YYYY/MM/DD", width=220)
            st.form_submit_button("書き加える", on_click=_add_step, args=(number, named, year))


def _add_step(number: int, named: str, year: int) -> None:
    what = str(st.session_state.get(WHAT) or "").strip()
    if not what:
        st.session_state[acts.LAST] = {"trouble": "「次にすること」が空欄のため、書き加えていません。"}
        return
    whose, due = str(st.session_state.get(WHOSE) or "").strip(), st.session_state.get(DUE)
    step = Step(uuid4().hex, plans.in_force(), number, named, year, what, whose, due)
    acts.say([step], f"「{words.short(what, 20)}」を書き加えました")
    st.session_state.update({WHAT: "", WHOSE: "", DUE: None})


def running_years() -> dict[int, str]:
    """Return the years of the plan that have no evaluation yet, with their labels."""
    last = filters.last_evaluated()
    return {year: label for year, label in filters.year_labels("label_ja").items() if year > last}


def add_interim(number: int, named: str, found: Sequence[Series]) -> None:
    """Draw the form of an interim result of the running year, where the initiative has an indicator."""
    years = running_years()
    if not found or not years:
        return
    year, label = next(iter(years.items()))
    with st.expander(f"{label}の途中の実績を書く"):
        with st.form("interim_form", border=False):
            st.selectbox("指標", range(len(found)), format_func=lambda at: found[at].heading, key=OF)
            with st.container(horizontal=True, vertical_alignment="bottom"):
                st.number_input("値", value=None, key=VALUE, width=200)
                st.date_input("いつ現在", value=None, key=AS_OF, format="YYYY/MM/DD", width=220)
                st.form_submit_button("途中の実績を加える", on_click=_add_interim, args=(number, named, year, found))
        for one in acts.interims(number):
            _written(one)


def _add_interim(number: int, named: str, year: int, found: Sequence[Series]) -> None:
    value, as_of = st.session_state.get(VALUE), st.session_state.get(AS_OF)
    if value is None or as_of is None or not math.isfinite(value):
        st.session_state[acts.LAST] = {"trouble": "値と日付の両方を入れてください。書き加えていません。"}
        return
    one = found[int(st.session_state.get(OF) or 0)]
    note = Interim(plans.in_force(), number, named, year, one.name, one.unit or "", as_of, float(value))
    acts.say([note], f"「{words.short(one.name, 20)}」の途中の実績{words.number_text(value, one.unit)}を書き加えました")
    st.session_state.update({VALUE: None, AS_OF: None})


def _written(one: Kept[Interim]) -> None:
    note = one.note
    with st.container(horizontal=True, vertical_alignment="center"):
        said = (
            f"{note.indicator}　{words.date_text(note.as_of)}現在 {words.number_text(note.value, note.unit)}（記入：{one.who}）"
        )
        st.markdown(markdown.verbatim(said), width="stretch")
        dropped = [replace(note, is_withdrawn=True)]
        key = f"drop_{note.indicator}_{note.unit}_{note.as_of}"
        st.button("取り消す", on_click=acts.say, args=(dropped, "途中の実績を取り消しました"), key=key, type="tertiary")
