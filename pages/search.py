"""検索: where a person, a system or a word is mentioned, in any cell of any year, with the words marked."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.browser.paging import paged
from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import picture, search_pictures, search_tables, tables
from dashboard.facts import hits
from dashboard.facts.hits import Hit
from dashboard.frame import exports, filter_address, filters, filters_told, heading, links
from dashboard.frame.shown_query import Query
from dashboard.saying import search_words
from dashboard.text import markdown
from dashboard.text.folding import folded_words
from dashboard.text.words import NO_SECTION, of_section

GROUPS_PER_PAGE = 10
SUGGESTED = 10
KEY = search_pictures.FIND
HOW_TO = (
    "人や団体、システムの名前、気になることばを入れると、進行管理表のすべての年度・すべての欄から探し、"
    "書かれている場所をことばに印を付けて並べます。\n\n"
    "- 空白で区切ると、**すべてのことばを含む**欄だけを探します。\n"
    "- 全角・半角、大文字・小文字、ことばの途中の空白は区別しません。\n"
    "- 主担当・担当課・目標の絞り込みは検索にも効きます。年度は検索した後に選べます。"
)


def searched_for() -> str:
    """The box: what is typed, as typed; while it is empty, the words that the filter narrows by."""
    typed = str(
        st.text_input(
            "探すことば",
            key=KEY,
            bind="query-params",
            placeholder="事業や指標の名前、課の名前、評価の中のことば",
            help="空白で区切ると、すべてのことばを含む欄を探します。全角・半角、大文字・小文字、空白の違いは問いません。",
        )
        or ""
    ).strip()
    return typed or filter_address.typed_words()


def search_for(word: str) -> None:
    """Put a suggested word into the box; for a button's on_click."""
    st.session_state[KEY] = word


def offered(suggestions: pd.DataFrame) -> None:
    """The state before a search: words that occur in the table, one press away."""
    suggestions = suggestions[suggestions["word"] != NO_SECTION]
    if suggestions.empty:
        st.markdown("事業や指標の名前、評価の中のことばを入れると、それが書かれている年度と欄が並びます。")
        return
    st.header("よく出てくることばから探す")
    picture.draw(search_pictures.suggested(suggestions.to_dict("records")), key="suggested", sets=(KEY,))


def nothing(query: str, words: tuple[str, ...], chosen: Filter) -> None:
    """No hit: what was looked for, what each word finds by itself, what to do next."""
    st.markdown(f"絞り込みに合う実施事業の、どの欄にも「{markdown.verbatim(query)}」はありません。")
    if len(words) > 1:
        counts = queries.frame("search_words", chosen, find=" ".join(words))
        st.markdown(
            "すべてのことばを含む欄を探しています。ことばごとに探すと、次のとおりです。\n\n" + search_words.alone(counts)
        )
    st.markdown("ことばを短くするか、別の書き方（例：「ホームページ」と「HP」）で探してください。")
    with st.container(horizontal=True):
        st.button("検索をやめる", on_click=search_for, args=("",), key="clear_search")
        if filters_told.parts(chosen):
            st.button("絞り込みを解除して探す", on_click=filter_address.clear, key="clear_filters_of_search")


def narrowed(every: tuple[Hit, ...], labels: list[str]) -> list[Hit]:
    """The hits of the chosen years, kinds of cells and forms of the word; folded away, for the bars narrow too."""
    forms = sorted({form for hit in every for form in hit.forms})
    with st.popover("年度・欄・ことばの形で絞り込む"):
        years = st.pills(
            "年度", [*labels, hits.NO_YEAR], selection_mode="multi", key="find_year", bind="query-params", wrap=True
        )
        places = st.pills("欄", hits.places(), selection_mode="multi", key="find_in", bind="query-params", wrap=True)
        of_form = st.pills("ことばの形", forms, selection_mode="multi", key="find_form", bind="query-params", wrap=True)
    return hits.narrowed(every, years, places, of_form)


def bars(every: tuple[Hit, ...], labels: list[str], query: str, chosen: Filter) -> None:
    """How many places by year, form and section."""
    now = {search_pictures.YEAR: st.session_state["find_year"], search_pictures.FORM: st.session_state["find_form"]}
    now[search_pictures.SECTION] = list(chosen.departments)
    drawn = search_pictures.counted(every, labels, now, {KEY: query})
    picture.draw(drawn, key="bars", sets=search_pictures.SETS)


def found_in(group: list[Hit]) -> None:
    """An initiative with every place that holds the words."""
    first = group[0]
    with st.container(border=True):
        links.to_initiative(
            first.number,
            markdown.verbatim(of_section(first.activity, first.department)),
            f"{markdown.verbatim(first.program)}　{len(group)}か所",
        )
        for hit in group:
            st.markdown(f"**{hit.place}**　{search_words.excerpt(hit)}")


def listed(found: list[Hit]) -> None:
    """The hits by initiative, a page at a time."""

    def groups(shown: Sequence[list[Hit]]) -> None:
        for group in shown:
            found_in(group)

    paged(hits.grouped(found), GROUPS_PER_PAGE, "find_page", groups)


def counted(found: list[Hit], query: str, labels: list[str]) -> None:
    """How many places by year and by section, as tables; a section leads to its own hits."""
    with st.grid(2, min_column_width=320, gap="large"):
        with st.container():
            st.subheader("年度別のか所数")
            tables.show(search_tables.by_year(found, labels), alt=f"「{query}」の年度別のか所数", key="find_by_year")
        if not filters.names_sections():
            return
        with st.container():
            st.subheader("担当課別のか所数")
            sections = search_tables.by_department(found)
            linked = sections.assign(担当課=[markdown.link(name, section_address(name, query)) for name in sections["担当課"]])
            tables.long(linked, alt=f"「{query}」の担当課別のか所数", key="find_by_department")


def section_address(department: str, query: str) -> str:
    """This search narrowed to one section."""
    return links.address("search", {**links.filters_in_url(), "department": [department]}, **{KEY: query})


chosen = filters.without_year(filters.chosen())
labels = list(filters.year_labels().values())

title = st.container()
query = searched_for()
words = folded_words(query)
if not words:
    with title:
        heading.draw("ことばから、年度と事業を探す", HOW_TO)
    offered(queries.frame("search_suggestions", chosen, most=SUGGESTED))
    st.stop()

every = hits.read(queries.frame("search_places", chosen, find=" ".join(words)), words)
if not every:
    with title:
        heading.draw(markdown.verbatim(search_words.answer(query, every)), HOW_TO)
    nothing(query, words, chosen)
    st.stop()

place = st.container()
found = narrowed(every, labels)
with place:
    bars(every, labels, query, chosen)
with title:
    heading.draw(markdown.verbatim(search_words.answer(query, found)), HOW_TO)
if not found:
    st.markdown("選んだ年度・欄・ことばの形にはありません。選択を減らしてください。")
    st.stop()
st.markdown(markdown.verbatim(search_words.most(found)))
st.header("書かれている場所")
listed(found)
st.header("数えたもの")
counted(found, query, labels)
asked = Query("search_places", chosen, {"find": " ".join(words)})
exports.downloads(search_tables.places(found), f"検索_{query}", key="find", query=asked, of_year=False)
