"""担当課: how a section stands as lead and as supporting section, against all others and the year before."""

import streamlit as st

from dashboard.browser import printing, unfolding
from dashboard.database import queries
from dashboard.drawing import (
    charts,
    column_pictures,
    heat_pictures,
    overview_tiles,
    picture,
    plain_tables,
    section_card,
)
from dashboard.facts import section_view, sections, standing, sums
from dashboard.facts.section_view import SectionView
from dashboard.frame import exports, filters, heading
from dashboard.frame.shown_query import Query
from dashboard.saying import section_words, standing_words
from dashboard.text import markdown


def all_sections(view: SectionView) -> None:
    """All sections × years, most trouble first, the chosen one on top."""
    standings = {name: sections.years_of(view.stands, name) for name in view.compared}
    standings[sections.ALL_SECTIONS] = sections.years_of(view.stands, None)
    picture.draw(heat_pictures.sections(view.compared, standings, view.labels, view.year, view.current), key="heat")


def taken_along(view: SectionView) -> None:
    """The comparison as numbers."""
    exports.downloads(
        lambda: plain_tables.sections(view.stands, view.labels, view.compared, filters.tells_leads()),
        f"担当課別の{standing.UNDONE}（年度別）",
        key="sections",
        query=Query("department_standing", view.of_all_sections),
    )


def card(view: SectionView, department: str) -> None:
    """One section, first on a phone too, beside it all others, and below it its indicators."""
    queries.ahead(
        ("sums_by_year", view.all_years),
        ("status_by_year", view.all_years),
        ("agenda", view.judged),
        ("indicator_series", view.all_years),
    )
    initiatives = queries.frame("department_initiatives", view.all_years)
    one, whole = st.columns(2, gap="medium")
    with whole:
        all_sections(view)
    with one:
        by_sum = queries.read(sums.read, "sums_by_year", view.all_years)
        own = overview_tiles.of_year(queries.frame("status_by_year", view.all_years), by_sum, view.year)
        picture.draw(f'<div class="narrow">{overview_tiles.tiles(own)}</div>', key="tiles")
        section_card.misses(view, department)
        section_card.carried(view, department, initiatives)
        st.markdown(markdown.verbatim(section_words.names_sentence(initiatives, department)))
    section_card.indicators(view, department)
    unfolding.draw("詳しく：主担当・主担当以外としての年度別の状況", "roles", lambda: section_card.roles(view, department))
    every = "詳しく：すべての事業の年度別の状況"
    unfolding.draw(every, "every", lambda: section_card.everything(view, department, initiatives))


def title_of(view: SectionView) -> str:
    """The year of the chosen section, or of all."""
    now_label, own = view.years[view.year], view.own
    if view.current:
        return f"{view.current}　{now_label} {standing.UNDONE}{standing_words.of_judged_text(own)}"
    what = f"{len(view.compared)}課の比較" if len(view.compared) > 1 else "・".join(view.compared)
    return f"{now_label} {standing.UNDONE}{standing_words.undone_text(own)}：{what}"


def about(view: SectionView) -> str:
    """What a year's cell says, and how many matters its rows are, where several rows tell the same one."""
    note = f"年度の欄は、{standing_words.cell_note()}{standing_words.RANK_NOTE}{standing_words.JUDGED_NOTE}\n\n"
    return f"{note}{standing_words.same_matter_note(view.own)}"


def answer(view: SectionView) -> str:
    """The year of the chosen section beside all others, or of all, as a sentence."""
    if view.current:
        return section_words.answer_one(view.stands, view.current, view.year, view.year_label)
    return section_words.answer_all(view.stands, view.compared, view.year, view.year_label)


if not filters.names_sections():
    heading.draw("担当課の書かれていない計画です")
    st.markdown(
        "この資料には、どの課が担当するかが書かれていないため、課ごとに比べられません。"
        "全体の状況は「概要」、目標・施策ごとの状況は「目標体系」で見られます。"
    )
    st.stop()
view = section_view.asked(filters.chosen())
if view.stand.empty:
    heading.draw("まだ評価がないため、課の状況を数えられません")
    st.markdown(standing_words.NO_EVALUATION)
    st.stop()
heading.draw(markdown.verbatim(title_of(view)), about(view))
if view.asked_for != view.year:
    st.markdown(f"{filters.year_label(view.asked_for, 'label_ja')}はまだ評価がないため、{view.year_label}の状況です。")
said, beside = st.columns(charts.BESIDE_COLUMNS, gap="medium")
said.markdown(f"{markdown.verbatim(answer(view))}。" + printing.on_screen("課名を押すと、その課の状況へ進みます。"))
with beside:
    whose = view.current or sections.ALL_SECTIONS
    own_years = sections.years_of(view.stands, view.current)
    picture.draw(column_pictures.shares(own_years, view.labels, view.year, whose), key="columns")
if view.current:
    card(view, view.current)
else:
    all_sections(view)
taken_along(view)
