"""比較・気づき: targets eased, never changed or always passed; evaluations that repeat themselves; contradictions."""

import streamlit as st

from dashboard.drawing import charts, column_pictures, insight_lists, insight_pictures, picture
from dashboard.facts import oddities
from dashboard.facts.oddities import MOVED, OF_SEVERAL_YEARS
from dashboard.frame import choice, filters, heading, links, shared
from dashboard.saying import insight_words


def section_address(department: str, kind: str) -> str:
    """A kind narrowed to one section."""
    return links.address("insights", {**links.filters_in_url(), "department": [department]}, insight=kind)


chosen = filters.chosen()
found = shared.told(oddities.asked, chosen, None)
counts = insight_words.counts(found)
heading.draw(insight_words.title(found), insight_words.headline(found) + "。")
kind = choice.of(insight_pictures.KEY, list(insight_lists.KINDS))
picture.draw(insight_pictures.tabs(counts, kind), key="tabs", sets=(insight_pictures.KEY,))
rows = st.container()
count, _ = counts[kind]
if count and kind not in OF_SEVERAL_YEARS:
    rows, beside = st.columns(charts.BESIDE_COLUMNS, gap="medium")
    with beside:
        counter = "回" if kind == MOVED else "件"
        drawn = column_pictures.told(found.by_year(kind), f"{kind}（年度別）", filters.year_label(found.year), counter)
        picture.draw(drawn, key="columns")
        if st.toggle("選んでいる年度だけを見る", key="insight_this_year", bind="query-params"):
            found = shared.told(oddities.asked, chosen, found.year)
if count:
    with rows:
        picture.draw(insight_lists.picture(found, kind), key="matters")

st.header(kind)
insight_lists.draw(found, kind)
if filters.names_sections() and any(count for count, _ in counts.values()):
    insight_lists.by_section(found, lambda department: section_address(department, kind))
