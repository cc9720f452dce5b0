"""実施事業: one initiative in its own words, year by year, with what was read from them and why."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.browser import printing, unfolding
from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import indicator_charts, initiative_charts, initiative_pictures, initiative_tables, picture
from dashboard.facts import dossier, series, steps
from dashboard.following import acts, noting
from dashboard.frame import file_names, filters, heading, initiative_choice, links, plans
from dashboard.saying import citation, initiative_words
from dashboard.settling import acting, correcting, history, its_own, service
from dashboard.text import markdown, marked_text, words
from dashboard.text.records import Record
from desk.notes import Interim

# What is read of an initiative after its numbers, in the order in which it is asked for.
ASKED = ("outcomes", "cells", "series", "findings", "corrections")


@dataclass(frozen=True)
class View:
    """An initiative with its words, what was concluded of each year, its indicators, and whether people may write here."""

    number: int
    activity: str
    year: int
    judged: int
    cells: pd.DataFrame
    marks: dict[dossier.Place, list[marked_text.Mark]]
    outcomes: pd.DataFrame
    found: list[series.Series]
    interims: list[Interim]
    may_write: bool

    @property
    def labels(self) -> dict[int, str]:
        """How each year is called."""
        return {int(year): str(label) for year, label in zip(self.outcomes["year"], self.outcomes["label"], strict=True)}

    @property
    def outcome(self) -> Record:
        """What was concluded of the year that is open."""
        return next(one for one in self.outcomes.to_dict("records") if one["year"] == self.year)

    def cells_at(self, kind: str, year: int | None) -> list[dossier.ShownCell]:
        """The words of a kind and year, with marks where something was read from them."""
        return dossier.cells_at(self.cells, kind, year, self.marks)


def read(number: int, activity: str, chosen: Filter, quantities: pd.DataFrame, *, may_write: bool) -> View:
    """What the store holds for an initiative, whatever the filter narrows to."""
    outcomes = queries.frame("initiative_outcomes", number=number)
    marks = dossier.quantity_marks(quantities)
    for place, more in dossier.evidence_marks(outcomes).items():
        marks.setdefault(place, []).extend(more)
    return View(
        number=number,
        activity=activity,
        year=chosen.year,
        judged=filters.judged(chosen).year,
        cells=queries.frame("initiative_cells", number=number),
        marks=marks,
        outcomes=outcomes,
        # What has a target tells how the initiative goes.
        found=sorted(queries.read(series.read, "initiative_series", number=number), key=lambda one: not one.has_target),
        interims=[one.note for one in acts.interims(number)],
        may_write=may_write,
    )


def column(title: str, found: list[dossier.ShownCell]) -> None:
    """Words at one place, with a note where they are printed elsewhere."""
    st.markdown(f"**{title}**")
    for cell in found:
        st.markdown(cell.text)
        if cell.note:
            st.caption(cell.note)
    if not found:
        st.markdown(dossier.EMPTY)


def one_year(view: View, outcome: Record, *, key: str, label: str = "") -> None:
    """Plan beside evaluation of a year, and what was concluded; `key` is unique on the page, `label` stands in the headings."""
    for side, kind in zip(st.columns(2), ("plan", "result"), strict=True):
        with side:
            column(f"{label} {words.KINDS[kind]}".strip(), view.cells_at(kind, outcome["year"]))
    st.markdown("\n".join(f"- {line}" for line in initiative_words.conclusion(outcome)))
    if view.may_write and pd.notna(outcome["status"]):
        its_own.year(view.number, view.activity, outcome, key=key)


def open_year(view: View) -> None:
    """The year that is open, with what the marks in its words mean."""
    one_year(view, view.outcome, key="open", label=view.outcome["label"])
    st.caption(marked_text.LEGEND)


def first_screen(view: View) -> None:
    """The year's words, and beside them the main indicator as a large chart."""
    if not view.found:
        open_year(view)
        return
    chart, said = st.columns([5, 7], gap="medium")
    with chart:
        main = view.found[0]
        initiative_charts.draw(main, view.labels, view.interims, view.judged, is_main=True)
        if view.may_write:
            its_own.indicator(main.number, main.name, main.indicator_id)
    with said:
        open_year(view)


def year_by_year(view: View) -> None:
    """Plan beside evaluation for each year, and what was concluded."""
    st.header("年度ごとの計画と評価")
    with st.container(border=True):
        column(words.KINDS["baseline_goal"], view.cells_at("baseline_goal", None))
    for outcome in view.outcomes.to_dict("records"):
        came = initiative_words.status_text(outcome) or "評価はこれから"
        with st.container(border=True):
            st.markdown(f"### {outcome['label_ja']}　{came}")
            one_year(view, outcome, key=str(outcome["year"]))


def its_charts(view: View) -> None:
    """The other indicators of the initiative as charts."""
    found = view.found[1:]
    if not found:
        return
    st.header("ほかの指標")
    st.markdown(indicator_charts.key(found))
    with st.grid(3, min_column_width=290):
        for one in found:
            with st.container(border=True, height="stretch", gap="xsmall"):
                initiative_charts.draw(one, view.labels, view.interims, view.judged)
                if view.may_write:
                    its_own.indicator(one.number, one.name, one.indicator_id)


def corrected(number: int, made: pd.DataFrame, refused: str) -> None:
    """What lines of the file have settled here, what was said on the screen, and how to say more."""
    initiative_tables.corrected(made)
    history.draw(plans.in_force(), number)
    if printing.is_on():
        return
    if refused:
        st.caption(refused)
    else:
        st.button("この事業の読み取りを訂正する", on_click=correcting.ask_for, args=(number,), key="correct_any")
    correcting.draw(number)


def to_share(view: View, head: pd.Series) -> None:
    """The link to this page, and lines that quote the year's words and figures with their source."""
    if printing.is_on():
        return
    st.markdown("**この画面へのリンク**（右の印で写せます）")
    st.code(links.shared_address(view.number), language=None, wrap_lines=True)
    labels_ja = filters.year_labels("label_ja")
    at = citation.source(head.to_dict(), str(queries.frame("plan")["body"].iloc[0]))
    said = citation.words_of(view.cells, view.year, labels_ja[view.year], at)
    lines = [*([said] if said else []), *citation.figures(tuple(view.found), view.year, labels_ja, at)]
    if not lines:
        return
    st.markdown(f"**{labels_ja[view.year]}の記載と数値の引用**（右の印で写せます。ほかの年度は「年度」で選べます）")
    for line in lines:
        st.code(line, language=None, wrap_lines=True)


chosen = filters.chosen()
listed = queries.frame("initiative_list", filters.without_year(chosen))
everything = queries.frame("initiative_list", Filter(year=0))
every_number, within = ([int(n) for n in each["number"]] for each in (everything, listed))
number = initiative_choice.asked_for(within, every_number)
if number is None:
    initiative_choice.no_such(every_number)
    initiative_choice.draw(everything, None, every_number)
    st.stop()
initiative_choice.keep(number)
is_outside = number not in within

acting.see()
refused = service.refusal()
head = queries.frame("initiative_head", number=number).iloc[0]
heading.draw(f"{number} {markdown.verbatim(head['activity'])}")

queries.ahead(*((f"initiative_{name}", None) for name in ASKED), number=number)
quantities = queries.frame("initiative_quantities", number=number)
view = read(number, str(head["activity"]), chosen, quantities, may_write=not refused and not printing.is_on())
role = f"（{words.LEADS[bool(head['is_lead'])]}）" if filters.tells_leads() else ""
section = markdown.verbatim(head["department"])
whose = f"担当課は{section}{role}です。" if words.section(head["department"]) else ""
st.markdown(f"{initiative_words.standing(view.outcomes, view.year)}{whose}")
if is_outside:
    initiative_choice.outside(chosen, len(within))
initiative_choice.draw(everything if is_outside else listed, number, within or every_number)
acting.line(others=acts.latest())
picture.draw(initiative_pictures.years(view.outcomes, number, view.year), key="years")
first_screen(view)
today = file_names.today()
noting.draw(number, view.activity, view.year, view.found, steps.listed(acts.steps(), everything, today), today)
its_charts(view)
unfolding.draw("詳しく：すべての年度の計画と評価", "every_year", lambda: year_by_year(view))
initiative_tables.place_in_plan(head)
initiative_tables.readings(number, quantities, view.cells, queries.frame("initiative_findings", number=number))
corrected(number, queries.frame("initiative_corrections", number=number), refused)
to_share(view, head)
