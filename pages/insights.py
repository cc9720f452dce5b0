"""比較・気づき: targets eased, never changed or always passed; evaluations that repeat themselves; contradictions."""

from dataclasses import replace

import streamlit as st

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import charts, column_pictures, insight_lists, insight_pictures, picture
from dashboard.facts import contradictions, copies, target_moves
from dashboard.facts.oddities import MOVED, OF_SEVERAL_YEARS, Oddities
from dashboard.frame import choice, filters, heading, links, shared
from dashboard.frame.asked import Query
from dashboard.saying import insight_words


def read(chosen: Filter) -> Oddities:
    """What the store holds for the filter."""
    everything = filters.without_year(chosen)
    years = queries.frame("years")
    by_series, by_plan = Query("indicator_series", everything), Query("insight_plan_copies", everything)
    by_copy = Query("insight_copies", everything, {"nearly": copies.NEARLY})
    by_contradiction = Query("insight_contradictions", everything)
    return Oddities(
        shared.told(target_moves.asked, everything),
        queries.read(copies.read, by_copy.name, everything, **by_copy.more),
        queries.read(copies.read, by_plan.name, everything),
        queries.read(contradictions.read, by_contradiction.name, everything),
        by_series,
        by_copy,
        by_plan,
        by_contradiction,
        labels=[str(label) for label in years["label"]],
        first_year=int(years["year"].iloc[0]),
        last_year=int(years["year"].iloc[-1]),
        last_evaluated=filters.last_evaluated(),
        year=chosen.year,
    )


def section_address(department: str, kind: str) -> str:
    """A kind narrowed to one section."""
    return links.address("insights", {**links.filters_in_url(), "department": [department]}, insight=kind)


found = read(filters.chosen())
counts = insight_words.counts(found)
heading.draw(insight_words.title(found), insight_words.headline(found) + "。")
kind = choice.of(insight_pictures.KEY, list(insight_lists.KINDS))
picture.draw(insight_pictures.tabs(counts, kind), key="tabs", sets=(insight_pictures.KEY,))
rows = st.container()
if kind not in OF_SEVERAL_YEARS:
    rows, beside = st.columns(charts.BESIDE_COLUMNS, gap="medium")
    with beside:
        counter = "回" if kind == MOVED else "件"
        drawn = column_pictures.told(found.by_year(kind), f"{kind}（年度別）", filters.year_label(found.year), counter)
        picture.draw(drawn, key="columns")
        if st.toggle("選んでいる年度だけを見る", key="insight_this_year", bind="query-params"):
            found = replace(found, only_year=found.year)
with rows:
    picture.draw(insight_lists.picture(found, kind), key="matters")

st.header(kind)
insight_lists.draw(found, kind)
insight_lists.by_section(found, lambda department: section_address(department, kind))
