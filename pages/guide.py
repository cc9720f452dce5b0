"""使い方: three sentences for a first visit, then the way to the answer of each question that is asked again and again."""

import streamlit as st

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.facts import series, undone_years
from dashboard.frame import filter_address, filters, heading, links
from dashboard.saying import tour
from dashboard.saying.tour import Question
from dashboard.text import markdown, words


def asked(number: int, question: Question) -> None:
    """A question with how to read its answer and the ways to it."""
    with st.container(border=True, height="stretch", gap="xxsmall"):
        st.subheader(f"{number}. {markdown.verbatim(question.text)}", help=markdown.verbatim(question.how))
        for way in question.ways:
            st.markdown(markdown.link(way.label, way.address(links.filters_in_url())))


every = queries.read(series.read, "indicator_series", filters.without_year(filters.chosen()))
frequent = queries.frame("search_suggestions", filters.without_year(filters.chosen()), most=1)
evaluated = filters.year_label(filters.last_evaluated())
labels = list(filters.year_labels().values())
plan = queries.frame("plan").iloc[0]
flagships = [str(name) for name in plan["flagships"]]
whole = Filter(year=0)
asked_about = tour.subjects(flagships, queries.read(series.read, "indicator_series", whole))
sections = filters.chosen().departments

heading.draw(
    "知りたいことから選ぶ",
    f"この画面は、{markdown.verbatim(str(plan['body']))}「{markdown.verbatim(str(plan['title']))}」の進行管理表に書かれた文から、数値目標と評価を読み取って並べたものです。\n\n"
    "メニューの下にある年度・主担当・担当課・目標で絞り込むと、どのページにも同じ絞り込みが効き、その見え方がそのままアドレスに残ります。\n\n"
    "数値や判定に疑問があれば、「番号…の記載を見る」から、もとの文をいつでも確かめられます。",
)
questions = tour.questions(
    evaluated,
    labels[-1],
    every,
    asked_about,
    tour.example(frequent.to_dict("records"), asked_about),
    sections[0] if sections else None,
    tour.Told(
        has_before=len(filters.evaluated_labels()) > 1,
        has_sections=filters.names_sections(),
        has_leads=filters.tells_leads(),
        has_parts=bool(queries.read(filter_address.scopes, "programs")),
        has_outside=words.REASONS["covid"] in undone_years.asked_reasons(whole),
    ),
)
st.markdown(f"**{len(questions)}の問いと、答えのある場所**　リンクは新しいタブで開きます。このページは元のタブに残ります。")
with st.grid(4, min_column_width=230, gap="small"):
    for number, question in enumerate(questions, start=1):
        asked(number, question)
