"""次にすること: what is to happen next, by whom and until when, what was promised for which year, and what is new."""

from collections.abc import Sequence

import streamlit as st

from dashboard.browser.paging import paged
from dashboard.database import queries
from dashboard.drawing import picture, step_pictures
from dashboard.facts import steps
from dashboard.facts.steps import Listed
from dashboard.following import acts, noting
from dashboard.frame import exports, file_names, filters, heading, links
from dashboard.settling import person
from dashboard.text import markdown

STEPS_PER_PAGE = 20
ABOUT = (
    "「実施事業」のページで書いた、次にすることの一覧です。期限の日を過ぎたものを先に並べています。"
    "進行管理表に書かれていることではなく、この画面で人が書いたものです。"
)


def lists(found: Sequence[Listed]) -> None:
    """Every step by section, what is overdue on top, each with its way to be done and to its initiative."""
    for section, its in steps.by_section(found):
        st.subheader(f"{markdown.verbatim(section)}（{len(its)}件）")
        for one in its:
            noting.line(one, today, "steps")
            if one.number is not None:
                links.to_initiative(one.number, f"{one.number} {markdown.verbatim(one.step.named)}")


def open_steps(found: list[Listed]) -> None:
    """What is still to be done as a list, or how to begin."""
    still = [one for one in found if one.is_open]
    acts.line("steps")
    if refused := acts.refusal():
        st.caption(refused)
    elif still:
        person.ask("steps")
    if not still:
        st.markdown("「実施事業」のページの「次にすること」に書くと、ここに並びます。")
    else:
        st.header("担当課ごと（期限切れが先）")
        paged(still, STEPS_PER_PAGE, "steps_page", lists)
    done = [one for one in found if not one.is_open]
    if done:
        with st.expander(f"済んだこと（{len(done)}件）"):
            lists(done)
    if found:
        st.download_button(
            "一覧をExcelで保存",
            lambda: exports.excel_bytes(steps.table(found, filters.year_labels()), "次にすること"),
            file_names.page_file_name("次にすること", chosen, today, "xlsx", of_year=False),
            exports.EXCEL_TYPE,
            key="steps_excel",
            on_click="ignore",
        )


chosen = filters.chosen()
today = file_names.today()
acts.see()
initiatives = queries.frame("initiative_list", filters.without_year(chosen))
is_whole = not filters.parts(chosen)
found = [one for one in steps.listed(acts.steps(), initiatives, today) if is_whole or one.number is not None]
heading.draw(steps.answer(found), ABOUT)
if any(one.is_open for one in found):
    picture.draw(step_pictures.timeline(found, today), key="ahead")
open_steps(found)
