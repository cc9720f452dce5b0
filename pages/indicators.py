"""数値目標: how each numeric target ran over the years, the furthest from its target first."""

from dataclasses import replace

import streamlit as st

from dashboard.browser import printing, unfolding
from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import (
    band_charts,
    charts,
    indicator_charts,
    indicator_details,
    indicator_lists,
    picture,
    target_pictures,
)
from dashboard.facts import due, judged_targets, series, sums
from dashboard.facts.indicator_view import AS_CHARTS, AS_LIST, AS_TABLE, IndicatorView
from dashboard.facts.series import Series
from dashboard.frame import filters, filters_told, heading, offer, shared
from dashboard.frame.shown_query import Query
from dashboard.saying import indicator_list_words
from dashboard.text import markdown, words

KEY = "indicator"
PICK_WIDTH = 380
MOST_COMPARED = 4
FLAGSHIP_HEIGHT = 230
LINE_END = "  \n"


def read(chosen: Filter) -> IndicatorView:
    """What the store holds for the filter."""
    query = Query("indicator_series", filters.without_year(chosen))
    queries.ahead(("sums_by_year", query.chosen))
    every = queries.read(series.read, query.name, query.chosen)
    year = filters.judged(chosen).year
    labels = filters.year_labels()
    waiting = tuple(due.read(every, chosen.year, year)) if chosen.year != year else ()
    return IndicatorView(every, waiting, labels, chosen.year, year, query)


def pick(view: IndicatorView) -> list[Series]:
    """The indicators that are chosen by name."""
    by_option = shared.told(series.by_option, view.query.chosen)
    options = offer.offered(tuple(by_option), offer.held(KEY))
    label = f"指標を選ぶ（{MOST_COMPARED}つまで比べられます）"
    picked = st.multiselect(
        label,
        options,
        max_selections=MOST_COMPARED,
        key=KEY,
        bind="query-params",
        placeholder=label if len(options) == len(by_option) else f"指標を選ぶ（{offer.REST}）",
        select_all=False,
        label_visibility="collapsed",
        width=PICK_WIDTH,
    )
    return [by_option[option] for option in picked]


def ways(view: IndicatorView) -> IndicatorView:
    """How all indicators are listed: as bars, charts or a table, in which order, with or without outside causes."""
    shown_as = st.segmented_control(
        "見せ方",
        [AS_LIST, AS_CHARTS, AS_TABLE],
        default=AS_LIST,
        required=True,
        key="view",
        bind="query-params",
        label_visibility="collapsed",
    )
    with_all = False
    order: str | None = judged_targets.BY_GAP
    if shown_as != AS_LIST:
        order = st.segmented_control(
            "並べ方",
            judged_targets.ORDERS,
            default=judged_targets.BY_GAP,
            required=True,
            key="order",
            bind="query-params",
            wrap=True,
            label_visibility="collapsed",
        )
        with_all = st.toggle("目標のない指標も表示", key="with_all", bind="query-params", wrap=True)
    outside = "・".join(words.OUTSIDE_CAUSES.values())
    # Where no text blames a cause outside the office there is nothing to leave out.
    has_outside = any(point.is_outside for one in view.every for point in one.points)
    without = has_outside and st.toggle(f"外的要因（{outside}）を除く", key="without_outside", bind="query-params", wrap=True)
    return replace(view, order=str(order), with_all=with_all, without_outside=without, shown_as=str(shown_as))


def bars(view: IndicatorView) -> None:
    """All targets of the year as bars, and beside them the plan's flagship indicators where nothing is filtered."""
    flagships = flagship(view) if not filters_told.parts(filters.chosen()) else []
    whole, large = st.columns([8, 5], gap="medium") if flagships else (st.container(), st.container())
    with whole:
        if view.is_due:
            drawn = target_pictures.waiting(view.waiting, view.label)
        else:
            drawn = shared.made(target_pictures.asked, view.query.chosen, view.year, view.without_outside)
        picture.draw(drawn, key="targets", sets=("indicator",))
        st.caption(target_pictures.KEY_LINE + printing.on_screen("行を押すと、その指標の推移と出典へ進みます。"))
    with large:
        for one in flagships:
            with st.container(border=True, gap="xsmall"):
                said = indicator_list_words.of_one(one, view).partition(LINE_END)[0]
                st.markdown(f"**{markdown.verbatim(one.heading)}**　{said}")
                st.plotly_chart(
                    indicator_charts.small(one, view.labels, FLAGSHIP_HEIGHT),
                    config=charts.CONFIG,
                    alt=indicator_charts.spoken(one),
                    key=f"flagship_{one.indicator_id}",
                )


def flagship(view: IndicatorView) -> list[Series]:
    """The indicators that the plan's sidecar names, in its order."""
    names = queries.frame("plan")["flagships"].iloc[0]
    found = (next((one for one in view.every if one.name.startswith(name)), None) for name in names)
    return [one for one in found if one is not None]


def evaluations_of(one: Series) -> dict[int, str]:
    """What the initiative's evaluations say, by year."""
    told = queries.frame("initiative_evaluations", number=one.number).dropna(subset="evaluation")
    return {int(year): str(said) for year, said in zip(told["year"], told["evaluation"], strict=True)}


view = read(filters.chosen())
answer = st.container()
if not view.every:
    with answer:
        heading.draw("条件に合う数値目標はありません")
    st.markdown("絞り込みの条件を減らすと、ほかの事業の指標が表示されます。数値のない事業は「未達・繰越」で確かめられます。")
    st.stop()
with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
    picked = pick(view)
    # What is chosen by name is shown whole: no list is left to be sorted, counted or shown as a table.
    view = view if picked else ways(view)
with answer:
    found = queries.read(sums.read, "sums_by_year", view.query.chosen)
    title = indicator_list_words.title(picked, view, found)
    heading.draw(markdown.verbatim(title), indicator_list_words.about(picked, view, found))
if picked or view.without_outside or view.is_due:
    st.markdown(markdown.verbatim(indicator_list_words.headline(picked, view)) + "。")

if len(picked) == 1:
    with st.container(border=True):
        indicator_details.draw(picked[0], view, evaluations_of)
elif picked:
    indicator_details.compared(picked, view, evaluations_of)
elif view.shown_as == AS_LIST:
    bars(view)
elif view.is_due:
    indicator_lists.of_the_plan(view)
else:
    indicator_lists.of_the_year(view)
if not picked:
    unfolding.draw("詳しく：達成の区分（年度別）", "bands_open", lambda: band_charts.by_year(view))
