"""数値目標: how each numeric target ran over the years, the furthest from its target first."""

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard import (
    charts,
    due,
    exports,
    filters,
    images,
    indicator_charts,
    indicator_tables,
    links,
    queries,
    series,
    tables,
    words,
)
from dashboard.asked import Query
from dashboard.due import Due
from dashboard.paging import paged
from dashboard.series import Series

CARDS_PER_PAGE = 12
MOST_COMPARED = 4
AS_CHARTS, AS_TABLE = "グラフ", "表"
RATIOS = {
    "達成率": st.column_config.NumberColumn(format="percent"),
    "現状からの進み": st.column_config.NumberColumn(format="percent"),
}


def controls(every: tuple[Series, ...]) -> tuple[list[Series], str, bool, bool, str]:
    """What is shown: chosen indicators, their order, with or without outside causes, as charts or as a table."""
    by_option = {one.option: one for one in every}
    picked = st.multiselect(
        f"指標を選ぶ（{MOST_COMPARED}つまで比べられます）",
        list(by_option),
        max_selections=MOST_COMPARED,
        key="indicator",
        bind="query-params",
        placeholder="指標の名前で探す　例：防災メール、研修",
        select_all=False,
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        order = st.segmented_control(
            "並べ方", series.ORDERS, default=series.BY_GAP, required=True, key="order", bind="query-params"
        )
        shown_as = st.segmented_control(
            "見せ方", [AS_CHARTS, AS_TABLE], default=AS_CHARTS, required=True, key="view", bind="query-params"
        )
        outside = "・".join(words.REASONS[reason] for reason in words.OUTSIDE_CAUSES)
        with_all = st.toggle("目標のない指標も表示", key="with_all", bind="query-params")
        without = st.toggle(f"外的要因（{outside}）を除いて数える", key="without_outside", bind="query-params")
    return [by_option[option] for option in picked], str(order), with_all, without, str(shown_as)


def bands_by_year(every: tuple[Series, ...], without_outside: bool, year: int) -> None:
    """How many targets stood in each band, year by year, with those that can't be judged."""
    counts = series.band_counts(every, labels, without_outside)
    if counts.empty:
        return
    scale = {
        step.code: words.Word(f"{step.code} {step.word.label}", step.word.symbol, step.word.tone, step.word.meaning)
        for step in words.BANDS
    }
    scale["none"] = words.NOT_JUDGED
    bars = counts.assign(bar=counts["label"] + "（" + counts["n"].astype(str) + "件）")
    now = counts[counts["label"] == labels[year]]
    said = f"{labels[year]}は目標のある指標{now['n'].iloc[0]}件のうち、A 達成が{now['A'].iloc[0]}件です。" if len(now) else ""
    note = f"区分：{words.SCALE_NOTE}。棒の中の数字は件数です。"
    if without_outside:
        note += f"外的要因による未達 {series.left_out(every, year)}件（{labels[year]}）を数えていません。"
    charts.panel(
        charts.stacked_shares(bars, scale, "bar", height=110 + 34 * len(bars)),
        title="達成の区分（年度別、目標の件数の割合）",
        summary=said,
        alt="達成の区分。" + charts.spoken(bars, scale, "bar"),
        table=counts.set_axis(["年度", *(word.label for word in scale.values()), "目標の件数"], axis=1),
        key="bands",
        note=note,
        query=Query("indicator_series", everything),
    )


def came_to(one: Series) -> str:
    """What an indicator's year came to."""
    point, trend = one.at(year), one.trend(year)
    ratio = f"　{words.percent_text(point.attainment)}" if point and point.attainment is not None else ""
    run = f"　{trend.text}" if trend else ""
    return f"{labels[year]}　{indicator_tables.judgement(point)}{ratio}{run}"


def is_due(one: Series) -> str:
    """What an indicator has still to reach in a year without evaluation; what its last year came to where it has no target."""
    return next((due.line(each, labels[year]) for each in waiting if each.series is one), came_to(one))


def card(one: Series, said: str) -> None:
    """An indicator as a small chart with what is said of its year."""
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{tables.verbatim(one.heading)}**")
        st.markdown(said)
        st.plotly_chart(
            indicator_charts.small(one, labels),
            config=charts.CONFIG,
            alt=indicator_charts.spoken(one),
            key=f"small_{one.indicator_id}",
        )
        links.to_initiative(one.number, tables.verbatim(one.activity), one.department)


def cards(found: list[Series], said: Callable[[Series], str]) -> None:
    """Small multiples, a page at a time."""
    if not found:
        return
    st.markdown(indicator_charts.KEY)
    st.caption("グラフごとに単位と縦軸の範囲が違います。縦軸が0から始まらないものがあります。")

    def grid(shown: Sequence[Series]) -> None:
        with st.grid(4, min_column_width=290):
            for one in shown:
                card(one, said(one))

    paged(found, CARDS_PER_PAGE, "indicator_page", grid)


def judged_figures(one: Series, year: int) -> None:
    """The ratio beside the progress from the baseline: 98 % of a target may be 64 % of the rise that was planned."""
    point, trend = one.at(year), one.trend(year)
    with st.grid(3, min_column_width=160):
        st.metric(
            f"{labels[year]}の達成率",
            words.percent_text(point.attainment) if point else "－",
            indicator_tables.judgement(point),
            delta_color="off",
            delta_arrow="off",
            border=True,
            height="stretch",
        )
        st.metric(
            "現状からの進み",
            words.percent_text(point.progress) if point else "－",
            f"現状 {words.number_text(one.baseline, one.unit)}" if one.baseline is not None else "現状の数値なし",
            delta_color="off",
            delta_arrow="off",
            help="計画前の現状から目標までの道のりのうち、実績がどこまで進んだかの割合です。",
            border=True,
            height="stretch",
        )
        st.metric(
            "傾向",
            trend.text if trend else "－",
            f"{labels[year]}までの実績" if trend else f"実績が{series.TREND_RESULTS}年度未満",
            delta_color="off",
            delta_arrow="off",
            help=trend.meaning if trend else None,
            border=True,
            height="stretch",
        )


def of_the_year(found: list[Series]) -> None:
    """The list for an evaluated year, as charts or as a table."""
    if shown_as == AS_TABLE:
        table = indicator_tables.of_all(found, labels, year)
        tables.show(table, alt="指標の一覧", key="indicators", columns=RATIOS, plain=False)
        exports.downloads(table, "数値目標", key="indicators", query=Query("indicator_series", everything))
        return
    kinds = "目標のないものは後ろです。" if with_all else f"目標のない指標が、ほかに{len(every) - len(found)}件あります。"
    st.markdown(f"{'' if with_all else '目標のある'}指標{len(found)}件を、{order}に並べています。{kinds}")
    cards(found, came_to)


def of_the_plan(found: list[Series]) -> None:
    """The list for a year that has targets and no evaluation yet: what is due, against the last result."""
    now, last = labels[chosen.year], labels[year]
    said = f"{due.counts(waiting, last)}です。" if waiting else ""
    st.markdown(f"{now}に目標のある指標{len(waiting)}件を、{last}の実績と比べています。{said}")
    if shown_as == AS_TABLE:
        table = due.table(waiting, now, last)
        tables.show(table, alt=f"{now}の目標と{last}の実績", key="due", plain=False)
        exports.downloads(table, f"{now}の数値目標", key="due", query=Query("indicator_series", everything))
    else:
        cards(found, is_due)


def detail(one: Series, year: int) -> None:
    """One chosen indicator: the big chart, both ratios, every number with its source words."""
    with st.container(border=True):
        st.subheader(tables.verbatim(one.heading))
        st.markdown(f"{words.DIRECTIONS[one.direction]}指標です。担当課は{one.department}です。")
        if waiting:
            st.markdown(is_due(one))
        judged_figures(one, year)
        st.plotly_chart(
            indicator_charts.large(one, labels),
            config=charts.CONFIG,
            alt=indicator_charts.spoken(one),
            key=f"large_{one.indicator_id}",
        )
        images.downloads(f"large_{one.indicator_id}", one.name)
        table = indicator_tables.of_one(one)
        # A table that scrolls on a phone needs something in it that the keyboard can reach.
        linked = table.assign(年度=[tables.markdown_link(at, links.initiative_address(one.number)) for at in table["年度"]])
        tables.show(linked, alt=f"{one.heading}の年度別の数値と出典", key=f"years_{one.indicator_id}", plain=True)
        exports.downloads(table, one.name, key=f"one_{one.indicator_id}", query=Query("indicator_series", everything))
        links.to_initiative(one.number, tables.verbatim(one.activity), one.department)


chosen = filters.chosen()
everything = filters.without_year(chosen)
year = filters.judged(chosen).year
labels = {int(row.year): str(row.label) for row in queries.frame("years").itertuples()}
every = series.read(queries.frame("indicator_series", everything))
waiting: list[Due] = due.read(every, chosen.year, year) if chosen.year != year else []

st.caption("数値目標")
headline = st.container()
if not every:
    headline.title("条件に合う事業に、読み取れた数値はありません")
    st.markdown("左の条件を減らすと、ほかの事業の指標が表示されます。数値のない事業は「未達・繰越」で確かめられます。")
    st.stop()
picked, order, with_all, without_outside, shown_as = controls(every)
if chosen.year == year:
    headline.title(series.answer(every, year, filters.year_label(year, "label_ja"), without_outside))
else:
    headline.title(due.answer(waiting, *(filters.year_label(each, "label_ja") for each in (chosen.year, year))))

if picked:
    for one in picked:
        detail(one, year)
else:
    if chosen.year == year:
        shown = every if with_all else [one for one in every if one.has_target]
        of_the_year(series.ordered(shown, order, year))
    else:
        asked_for = [each.series for each in waiting]
        others = [one for one in every if with_all and one not in asked_for]
        ways = asked_for if order == series.BY_GAP else series.ordered(asked_for, order, year)
        of_the_plan([*ways, *series.ordered(others, order, year)])
    bands_by_year(every, without_outside, year)
