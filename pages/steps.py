"""次にすること: what is to happen next, by whom and until when, what was promised for which year, and what is new."""

from collections.abc import Container, Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

import desk.database
from dashboard.browser import unfolding
from dashboard.browser.paging import paged
from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import (
    change_tables,
    charts,
    column_pictures,
    picture,
    promise_pictures,
    step_pictures,
    step_tables,
    wide_tables,
)
from dashboard.facts import news, promises, steps
from dashboard.facts.steps import Listed
from dashboard.following import acts, noting, visits
from dashboard.frame import exports, file_names, filters, filters_told, heading, plans
from dashboard.frame.shown_query import Query
from dashboard.saying import change_words, step_words
from dashboard.settling import person
from dashboard.text import markdown, words
from desk import changes

STEPS_PER_PAGE = 20
NEWS_SHOWN = 30
ABOUT = (
    "「実施事業」のページで書いた、次にすることの一覧です。期限の日を過ぎたものを先に並べています。"
    "進行管理表に書かれていることではなく、この画面で人が書いたものです。"
)


def lists(found: Sequence[Listed], today: date) -> None:
    """Every step by section, what is overdue on top, each with its way to be done and to its initiative."""
    for section, its in steps.by_section(found):
        st.subheader(f"{markdown.verbatim(section)}（{len(its)}件）")
        for one in its:
            noting.line(one, today, "steps", is_named=True)


def open_steps(found: list[Listed], chosen: Filter, today: date) -> None:
    """What is still to be done as a list, or how to begin."""
    still = [one for one in found if one.is_open]
    acts.line("steps", is_far=True)
    if refused := acts.refusal():
        st.caption(refused)
    elif still:
        person.ask("steps")
    if not still:
        st.markdown("「実施事業」のページの「次にすること」に書くと、ここに並びます。")
    else:
        st.header("担当課ごと（期限切れが先）")
        paged(still, STEPS_PER_PAGE, "steps_page", partial(lists, today=today))
    done = [one for one in found if not one.is_open]
    if done:
        with st.expander(f"済んだこと（{len(done)}件）"):
            lists(done, today)
    if found:
        saved(step_tables.steps(found, filters.year_labels()), "次にすること", "steps", chosen, today)


def promised(chosen: Filter) -> None:
    """What 事業目標 promises by a year, on the years, overdue ones on top, and the words of each."""
    everything = filters.without_year(chosen)
    made = queries.read(promises.read, "promises", everything)
    labels = filters.year_labels()
    st.header("期限のある約束")
    said, beside = st.columns(charts.BESIDE_COLUMNS, gap="medium")
    said.markdown(step_words.promises(made))
    if not made:
        return
    with beside:
        picture.draw(column_pictures.promised(made, filters.judged(chosen).year), key="columns")
    picture.draw(promise_pictures.timeline(made, labels, filters.judged(chosen).year), key="promises")
    st.caption(
        "「現状及び事業目標」の文から読み取った期限です。実現したかどうかは、期限の年度とその後の評価から判定しています。"
        f"評価がその約束のことを述べているか分からないものは、{words.DOUBTFUL.text}としています。"
    )
    plain = step_tables.promises(promises.pressing(made), labels)

    def in_words() -> None:
        widths = {"約束": 10.0, "もとのことば": 12.0}
        wide_tables.show(plain.astype(str).map(markdown.verbatim), alt="期限のある約束", widths=widths)

    unfolding.draw("もとのことばと一緒に表で見る", "promise_words", in_words)
    exports.downloads(plain, "期限のある約束", key="promises_saved", query=Query("promises", everything), of_year=False)


def changed(chosen: Filter, numbers: Container[int], today: date) -> None:
    """What is new since a day that the visitor chooses, first the day of the visit before this one."""
    st.header("前回から変わったこと")
    picked = st.date_input("いつから", visits.last(today), max_value=today, key="since", format="YYYY/MM/DD", width=220)
    since = picked if isinstance(picked, date) else today
    labels = filters.year_labels()
    new = [
        *news.written(changes.since(desk.database.path(), plans.in_force(), news.begin_of(since)), labels),
        *news.editions(queries.frame("loaded_editions"), since),
    ]
    new = [one for one in new if not filters_told.parts(chosen) or one.number in numbers]
    st.markdown(change_words.news(new, since))
    if not new:
        return
    plain = change_tables.news(new)
    wide_tables.show(plain.head(NEWS_SHOWN).map(markdown.verbatim), alt="前回から変わったこと", widths={"変わったこと": 14})
    if len(plain) > NEWS_SHOWN:
        st.caption(f"新しい{NEWS_SHOWN}件を表示しています。保存すると{len(plain)}件すべてが入ります。")
    saved(plain, "前回から変わったこと", "news", chosen, today)


def saved(frame: pd.DataFrame, name: str, key: str, chosen: Filter, today: date) -> None:
    """A button that takes what people wrote along; the store holds none of it, so no query stands beside."""
    st.download_button(
        f"「{name}」をExcelで保存",
        lambda: exports.excel_bytes(frame, name),
        file_names.page_file_name(name, chosen, today, "xlsx", of_year=False),
        exports.EXCEL_TYPE,
        key=f"{key}_excel",
        on_click="ignore",
    )


chosen = filters.chosen()
today = file_names.today()
acts.see()
initiatives = queries.frame("initiative_list", filters.without_year(chosen))
listed = steps.listed(acts.steps(), initiatives, today)
found = [one for one in listed if not filters_told.parts(chosen) or one.number is not None]
heading.draw(step_words.steps(found), ABOUT)
if any(one.is_open for one in found):
    picture.draw(step_pictures.timeline(found, today), key="ahead")
open_steps(found, chosen, today)
promised(chosen)
changed(chosen, {int(number) for number in initiatives["number"]}, today)
