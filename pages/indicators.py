"""数値目標: how each numeric target ran over the years, the furthest from its target first."""

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard import (
    charts,
    due,
    exports,
    figures,
    filters,
    images,
    indicator_charts,
    indicator_tables,
    indicator_words,
    links,
    queries,
    series,
    tables,
    wide_tables,
    words,
)
from dashboard.asked import Query
from dashboard.due import Due
from dashboard.paging import paged
from dashboard.series import Series

CARDS_PER_PAGE, CARDS_PER_ROW = 12, 4
MOST_COMPARED = 4
WIDTHS = {"目標": 5, "実績": 5, "達成率": 4, "現状からの進み": 4.5, "判定": 7, "目標の出典": 12, "実績の出典": 14}
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
        placeholder="名前で探す　例：防災メール",
        select_all=False,
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        order = st.segmented_control(
            "並べ方", series.ORDERS, default=series.BY_GAP, required=True, key="order", bind="query-params", wrap=True
        )
        shown_as = st.segmented_control(
            "見せ方", [AS_CHARTS, AS_TABLE], default=AS_CHARTS, required=True, key="view", bind="query-params"
        )
        outside = "・".join(words.REASONS[reason] for reason in words.OUTSIDE_CAUSES)
        with_all = st.toggle("目標のない指標も表示", key="with_all", bind="query-params", wrap=True)
        without = st.toggle(f"外的要因（{outside}）を除いて数える", key="without_outside", bind="query-params", wrap=True)
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
    return indicator_words.came_to(one, year, labels[year], without_outside)


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
        if one.doubt:
            st.caption(tables.verbatim(one.doubt))
        links.to_initiative(one.number, tables.verbatim(one.activity), one.department)


def cards(found: list[Series], said: Callable[[Series], str]) -> None:
    """Small multiples, a page at a time."""

    def grid(shown: Sequence[Series]) -> None:
        st.markdown(indicator_charts.key(shown))
        st.caption("グラフごとに単位と縦軸の範囲が違います。縦軸が0から始まらないものがあります。")
        with st.grid(min(len(shown), CARDS_PER_ROW), min_column_width=280):
            for one in shown:
                card(one, said(one))

    if found:
        paged(found, CARDS_PER_PAGE, "indicator_page", grid)


def of_the_year(found: list[Series]) -> None:
    """The list for an evaluated year, as charts or as a table."""
    st.markdown(listed(found))
    if shown_as == AS_TABLE:
        table = indicator_tables.of_all(found, labels, year, without_outside)
        tables.show(table, alt="指標の一覧", key="indicators", columns=RATIOS, plain=False)
        exports.downloads(table, "数値目標", key="indicators", query=Query("indicator_series", everything))
        return
    cards(found, came_to)


def listed(found: list[Series]) -> str:
    """What the list holds, in which order, and what it leaves out."""
    hidden = len(every) - len(found)
    if not found:
        return f"目標のある指標はありません。目標のない指標が{hidden}件あり、「目標のない指標も表示」で見られます。"
    sorting = "（未達の次に、実績の数値がないもの）" if order == series.BY_GAP else ""
    said = f"{'' if with_all else '目標のある'}指標{len(found)}件を、{order}{sorting}に並べています。"
    return said + (
        "目標のないものは後ろです。" if with_all else f"目標のない指標が、ほかに{hidden}件あります。" if hidden else ""
    )


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


def compared(picked: list[Series]) -> None:
    """Several chosen indicators side by side, each with its numbers folded below."""
    cards(picked, is_due)
    for one in picked:
        with st.expander(f"{one.number} {one.heading}の数値と出典"):
            detail(one)


def detail(one: Series) -> None:
    """One chosen indicator: both ratios and the final goal, the big chart, every number with its source words."""
    st.subheader(tables.verbatim(one.heading))
    st.markdown(f"{words.DIRECTIONS[one.direction]}指標です。担当課は{one.department}です。{tables.verbatim(one.doubt)}")
    st.markdown(is_due(one))
    evaluations = evaluations_of(one)
    st.markdown(indicator_words.untold(one, year, labels[year], evaluations))
    if opening := indicator_words.figures(one, year, labels[year]):
        figures.row(opening)
    st.markdown(indicator_charts.key([one]))
    st.plotly_chart(
        indicator_charts.large(one, labels),
        config=charts.CONFIG,
        alt=indicator_charts.spoken(one),
        key=f"large_{one.indicator_id}",
    )
    images.downloads(f"large_{one.indicator_id}", one.heading, indicator_charts.marks([one]))
    numbers(one, evaluations)
    links.to_initiative(one.number, tables.verbatim(one.activity), one.department)


def evaluations_of(one: Series) -> dict[int, str]:
    """What the initiative's evaluations say, by year."""
    told = queries.frame("initiative_evaluations", number=one.number).dropna(subset="evaluation")
    return {int(row.year): str(row.evaluation) for row in told.itertuples()}


def numbers(one: Series, evaluations: dict[int, str]) -> None:
    """Every year of an indicator with the words that its numbers were read from, or that say why there are none."""
    table = indicator_tables.of_one(one, labels, evaluations)
    # A table that scrolls on a phone needs something in it that the keyboard can reach.
    linked = table.assign(
        年度=[tables.markdown_link(at, links.initiative_address(one.number)) for at in table["年度"]],
        **{column: table[column].map(tables.verbatim) for column in ("目標の出典", "実績の出典")},
    )
    wide_tables.show(linked, alt=f"{one.heading}の年度別の数値と出典", widths=WIDTHS)
    exports.downloads(table, one.name, key=f"one_{one.indicator_id}", query=Query("indicator_series", everything))


def headline(picked: list[Series]) -> str:
    """The answer for the chosen indicators, or for all: how a year came out, or what is due in one without evaluation."""
    year_ja, chosen_ja = (filters.year_label(each, "label_ja") for each in (year, chosen.year))
    if chosen.year != year:
        asked = [each for each in waiting if each.series in picked] if picked else waiting
        return (
            due.answer_one(asked[0], chosen_ja, year_ja)
            if len(picked) == len(asked) == 1
            else due.answer(asked, chosen_ja, year_ja)
        )
    return indicator_words.chosen(picked, year, year_ja) if picked else series.answer(every, year, year_ja, without_outside)


chosen = filters.chosen()
everything = filters.without_year(chosen)
year = filters.judged(chosen).year
labels = {int(row.year): str(row.label) for row in queries.frame("years").itertuples()}
every = series.read(queries.frame("indicator_series", everything))
waiting: list[Due] = due.read(every, chosen.year, year) if chosen.year != year else []

st.caption("数値目標")
answer = st.container()
if not every:
    answer.title("条件に合う事業に、読み取れた数値はありません")
    st.markdown("絞り込みの条件を減らすと、ほかの事業の指標が表示されます。数値のない事業は「未達・繰越」で確かめられます。")
    st.stop()
picked, order, with_all, without_outside, shown_as = controls(every)
with answer:
    st.title(headline(picked))
    if chosen.year == year and not picked:
        st.markdown(indicator_words.unjudged(every, year))

if len(picked) == 1:
    with st.container(border=True):
        detail(picked[0])
elif picked:
    compared(picked)
else:
    if chosen.year == year:
        shown = every if with_all else [one for one in every if one.has_target]
        of_the_year(series.ordered(shown, order, year, without_outside))
    else:
        asked_for = [each.series for each in waiting]
        others = [one for one in every if with_all and one not in asked_for]
        ways = asked_for if order == series.BY_GAP else series.ordered(asked_for, order, year)
        of_the_plan([*ways, *series.ordered(others, order, year)])
    bands_by_year(every, without_outside, year)
