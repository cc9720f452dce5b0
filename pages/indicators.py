"""数値目標: how each numeric target ran over the years, the furthest from its target first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from dashboard.browser import images, printing, unfolding
from dashboard.browser.paging import paged
from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import (
    charts,
    indicator_charts,
    indicator_tables,
    picture,
    plain_tables,
    tables,
    target_pictures,
    wide_tables,
)
from dashboard.facts import due, judged_targets, series, sums
from dashboard.facts.due import Due
from dashboard.facts.series import Series
from dashboard.frame import exports, filters, heading, links
from dashboard.frame.asked import Query
from dashboard.saying import indicator_words, year_words
from dashboard.text import figures, markdown, words

PICK_WIDTH = 380
CARDS_PER_PAGE, CARDS_PER_ROW = 12, 4
CARD_WIDTH = 280
# What is compared stands side by side, so its cards are narrower: four beside the filters on a desk.
MOST_COMPARED, COMPARED_WIDTH = 4, 220
WIDTHS = {"目標": 5, "実績": 5, "達成率": 4, "現状からの進み": 4.5, "判定": 7, "目標の出典": 12, "実績の出典": 14}
COMPARED_WIDTHS = {"指標": 12, "現状からの進み": 4.5}
AS_LIST, AS_CHARTS, AS_TABLE = "一覧", "グラフ", "表"
FLAGSHIP_HEIGHT = 230
LINE_END = "  \n"


@dataclass(frozen=True)
class View:
    """The indicators under the filter, the year in question and the last one evaluated up to it, and how they are listed."""

    every: tuple[Series, ...]
    waiting: list[Due]
    labels: Mapping[int, str]
    asked_for: int
    year: int
    query: Query
    order: str = judged_targets.BY_GAP
    with_all: bool = False
    without_outside: bool = False
    shown_as: str = AS_LIST

    @property
    def is_due(self) -> bool:
        """Whether the year in question has no evaluation yet."""
        return self.asked_for != self.year

    @property
    def label(self) -> str:
        """How the evaluated year is called."""
        return self.labels[self.year]


def read(chosen: Filter) -> View:
    """What the store holds for the filter."""
    query = Query("indicator_series", filters.without_year(chosen))
    every = queries.read(series.read, query.name, query.chosen)
    year = filters.judged(chosen).year
    labels = filters.year_labels()
    waiting = due.read(every, chosen.year, year) if chosen.year != year else []
    return View(every, waiting, labels, chosen.year, year, query)


def pick(view: View) -> list[Series]:
    """The indicators that are chosen by name."""
    by_option = {one.option: one for one in view.every}
    picked = st.multiselect(
        f"指標を選ぶ（{MOST_COMPARED}つまで比べられます）",
        list(by_option),
        max_selections=MOST_COMPARED,
        key="indicator",
        bind="query-params",
        placeholder=f"指標を選ぶ（{MOST_COMPARED}つまで比べられます）",
        select_all=False,
        label_visibility="collapsed",
        width=PICK_WIDTH,
    )
    return [by_option[option] for option in picked]


def ways(view: View) -> View:
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
    without = st.toggle(f"外的要因（{outside}）を除く", key="without_outside", bind="query-params", wrap=True)
    return replace(view, order=str(order), with_all=with_all, without_outside=without, shown_as=str(shown_as))


def bars(view: View) -> None:
    """All targets of the year as bars, and beside them the plan's flagship indicators where nothing is filtered."""
    flagships = flagship(view) if not filters.parts(filters.chosen()) else []
    whole, large = st.columns([8, 5], gap="medium") if flagships else (st.container(), st.container())
    with whole:
        if view.is_due:
            drawn = target_pictures.waiting(view.waiting, view.label)
        else:
            shown = [one for one in view.every if not (view.without_outside and one.is_outside(view.year))]
            drawn = target_pictures.ranking(shown, view.year)
        picture.draw(drawn, key="targets", sets=("indicator",))
        st.caption(target_pictures.KEY_LINE + printing.on_screen("行を押すと、その指標の推移と出典へ進みます。"))
    with large:
        for one in flagships:
            with st.container(border=True, gap="xsmall"):
                st.markdown(f"**{markdown.verbatim(one.heading)}**　{said_of(one, view).partition(LINE_END)[0]}")
                st.plotly_chart(
                    indicator_charts.small(one, view.labels, FLAGSHIP_HEIGHT),
                    config=charts.CONFIG,
                    alt=indicator_charts.spoken(one),
                    key=f"flagship_{one.indicator_id}",
                )


def flagship(view: View) -> list[Series]:
    """The indicators that the plan's sidecar names, in its order."""
    names = queries.frame("plan")["flagships"].iloc[0]
    found = (next((one for one in view.every if one.name.startswith(name)), None) for name in names)
    return [one for one in found if one is not None]


def bands_by_year(view: View) -> None:
    """How many targets stood in each band, year by year, with those that can't be judged."""
    counts = judged_targets.band_counts(view.every, view.labels, view.without_outside)
    if counts.empty:
        return
    scale = {
        step.code: words.Word(f"{step.code} {step.word.label}", step.word.symbol, step.word.tone, step.word.meaning)
        for step in words.bands()
    }
    present = [code for code in judged_targets.WITHOUT_BAND if counts[code].any()]
    scale |= {code: words.TARGET_STATES[code] for code in present}
    counts = counts[["label", *scale, "n"]]
    bars = counts.assign(bar=counts["label"] + "（" + counts["n"].astype(str) + "件）")
    now = counts[counts["label"] == view.label]
    said = f"{view.label}は目標のある指標{now['n'].iloc[0]}件のうち、A 達成が{now['A'].iloc[0]}件です。" if len(now) else ""
    note = f"区分：{words.scale_note()}。棒の下の数字は件数です。"
    if view.without_outside:
        note += f"外的要因による未達 {judged_targets.left_out(view.every, view.year)}件（{view.label}）を数えていません。"
    charts.panel(
        charts.stacked_shares(bars, scale, "bar"),
        title="達成の区分（年度別、目標の件数の割合）",
        summary=said,
        alt="達成の区分。" + charts.spoken(bars, scale, "bar"),
        table=counts.set_axis(["年度", *(word.label for word in scale.values()), "目標の件数"], axis=1),
        key="bands",
        note=note,
        query=view.query,
    )


def said_of(one: Series, view: View) -> str:
    """What an indicator has still to reach in a year without evaluation, else what its last evaluated year came to."""
    came_to = indicator_words.came_to(one, view.year, view.label, view.without_outside)
    return next((due.line(each, view.label) for each in view.waiting if each.series is one), came_to)


def card(one: Series, view: View, height: int) -> None:
    """An indicator as a small chart with what is said of its year."""
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{markdown.verbatim(one.heading)}**")
        st.markdown(said_of(one, view))
        st.plotly_chart(
            indicator_charts.small(one, view.labels, height),
            config=charts.CONFIG,
            alt=indicator_charts.spoken(one),
            key=f"small_{one.indicator_id}",
        )
        images.menu(f"small_{one.indicator_id}", f"{one.number} {one.heading}", indicator_charts.marks([one]))
        for said in (indicator_words.of_the_total(one, view.year), one.doubt):
            if said:
                st.caption(markdown.verbatim(said))
        links.to_initiative(one.number, markdown.verbatim(one.activity), markdown.verbatim(one.department))


def cards(found: list[Series], view: View, width: int = CARD_WIDTH, height: int = indicator_charts.SMALL_HEIGHT) -> None:
    """Small multiples, a page at a time; `width` is the least that a card has and `height` its chart's, in px."""

    def grid(shown: Sequence[Series]) -> None:
        st.markdown(indicator_charts.key(shown))
        st.caption("グラフごとに単位と縦軸の範囲が違います。縦軸が0から始まらないものがあります。")
        with st.grid(min(len(shown), CARDS_PER_ROW), min_column_width=width):
            for one in shown:
                card(one, view, height)

    if found:
        paged(found, CARDS_PER_PAGE, "indicator_page", grid)


def of_the_year(view: View) -> None:
    """The list for an evaluated year, as charts or as a table."""
    shown = view.every if view.with_all else [one for one in view.every if one.has_target]
    found = judged_targets.ordered(shown, view.order, view.year, view.without_outside)
    st.markdown(listed(found, view))
    if view.shown_as == AS_TABLE:
        table = indicator_tables.of_all(found, view.labels, view.year, view.without_outside)
        tables.show(table, alt="指標の一覧", key="indicators", columns=indicator_tables.columns(table), plain=False)
        exports.downloads(table, "数値目標", key="indicators", query=view.query)
    else:
        cards(found, view)


def listed(found: list[Series], view: View) -> str:
    """What the list holds, in which order, and what it leaves out."""
    hidden = len(view.every) - len(found)
    if not found:
        return f"目標のある指標はありません。目標のない指標が{hidden}件あり、「目標のない指標も表示」で見られます。"
    said = f"{'' if view.with_all else '目標のある'}指標{len(found)}件を、{sorting(found, view)}に並べています。"
    return said + (
        "目標のないものは後ろです。" if view.with_all else f"目標のない指標が、ほかに{hidden}件あります。" if hidden else ""
    )


def sorting(found: list[Series], view: View) -> str:
    """How the list is sorted: as was asked for, or by number where nothing can be compared with the year before."""
    if view.order == judged_targets.BY_GAP:
        return f"{view.order}（未達の次に、実績の数値がないもの）"
    if view.order == judged_targets.BY_CHANGE and not judged_targets.has_changes(found, view.year):
        lacks = "" if view.year - 1 not in view.labels else "と比べられる実績"
        return f"前年度{lacks}がないため、{judged_targets.BY_NUMBER}"
    return view.order


def of_the_plan(view: View) -> None:
    """The list for a year that has targets and no evaluation yet: what is due, against the last result."""
    now, last = view.labels[view.asked_for], view.label
    said = f"{due.counts(view.waiting, last)}です。" if view.waiting else ""
    st.markdown(f"{now}に目標のある指標{len(view.waiting)}件を、{last}の実績と比べています。{said}")
    if view.shown_as == AS_TABLE:
        table = due.table(view.waiting, now, last)
        tables.show(table, alt=f"{now}の目標と{last}の実績", key="due", columns=indicator_tables.columns(table), plain=False)
        exports.downloads(table, f"{now}の数値目標", key="due", query=view.query)
        return
    asked_for = [each.series for each in view.waiting]
    others = [one for one in view.every if view.with_all and one not in asked_for]
    shown = asked_for if view.order == judged_targets.BY_GAP else judged_targets.ordered(asked_for, view.order, view.year)
    cards([*shown, *judged_targets.ordered(others, view.order, view.year)], view)


def compared(picked: list[Series], view: View) -> None:
    """Several chosen indicators side by side, their numbers in one table, each with its sources folded below."""
    cards(picked, view, COMPARED_WIDTH, indicator_charts.NARROW_HEIGHT)
    st.header("選んだ指標の年度別の数値")
    table = indicator_tables.of_several(picked, view.labels)
    # A table that scrolls on a phone needs something in it that the keyboard can reach: the name at the head of its years.
    first = ~table.duplicated(["番号", "指標"])
    names = [
        markdown.link(name, links.initiative_address(number)) if is_first else markdown.verbatim(name)
        for name, number, is_first in zip(table["指標"], table["番号"], first, strict=True)
    ]
    said = indicator_tables.said(table).assign(指標=names)
    wide_tables.show(said, alt="選んだ指標の年度別の数値", widths=COMPARED_WIDTHS)
    exports.downloads(table, "選んだ指標の年度別の数値", key="compared", query=view.query)
    for one in picked:
        with st.expander(f"{one.number} {one.heading}の数値と出典"):
            detail(one, view)


def detail(one: Series, view: View) -> None:
    """One chosen indicator: both ratios and the final goal, the big chart, every number with its source words."""
    st.subheader(markdown.verbatim(one.heading))
    st.markdown(
        f"{words.DIRECTIONS[one.direction]}指標です。担当課は{markdown.verbatim(one.department)}です。{markdown.verbatim(one.doubt)}"
    )
    st.markdown(said_of(one, view))
    evaluations = evaluations_of(one)
    st.markdown(indicator_words.untold(one, view.year, view.label, evaluations))
    figures.row(indicator_words.figures(one, view.year, view.label))
    st.markdown(indicator_charts.key([one]))
    st.plotly_chart(
        indicator_charts.large(one, view.labels),
        config=charts.CONFIG,
        alt=indicator_charts.spoken(one),
        key=f"large_{one.indicator_id}",
    )
    images.downloads(f"large_{one.indicator_id}", f"{one.number} {one.heading}", indicator_charts.marks([one]))
    numbers(one, evaluations, view)
    links.to_initiative(one.number, markdown.verbatim(one.activity), markdown.verbatim(one.department))


def evaluations_of(one: Series) -> dict[int, str]:
    """What the initiative's evaluations say, by year."""
    told = queries.frame("initiative_evaluations", number=one.number).dropna(subset="evaluation")
    return {int(year): str(said) for year, said in zip(told["year"], told["evaluation"], strict=True)}


def numbers(one: Series, evaluations: dict[int, str], view: View) -> None:
    """Every year of an indicator with the words that its numbers were read from, or that say why there are none."""
    table = indicator_tables.of_one(one, view.labels, evaluations)
    # A table that scrolls on a phone needs something in it that the keyboard can reach.
    linked = table.assign(
        年度=[markdown.link(at, links.initiative_address(one.number)) for at in table["年度"]],
        **{column: table[column].map(markdown.verbatim) for column in ("目標の出典", "実績の出典")},
    )
    wide_tables.show(linked, alt=f"{one.heading}の年度別の数値と出典", widths=WIDTHS)
    exports.downloads(
        plain_tables.indicator_years([one]),
        f"{one.number} {one.name}（年度別）",
        key=f"one_{one.indicator_id}",
        query=view.query,
    )


def title(picked: list[Series], view: View) -> str:
    """The title: the sum of the year, or what is chosen."""
    if len(picked) == 1:
        return picked[0].heading
    if picked:
        return f"選んだ指標{len(picked)}件"
    now = filters.year_label(view.asked_for)
    if view.without_outside and not view.is_due:
        return f"{now}の数値目標（外的要因を除く）"
    return year_words.title(sums_of(view), view.asked_for, now)


def about(picked: list[Series], view: View) -> str:
    """What qualifies the title."""
    found = sums_of(view)
    return "" if picked else year_words.about(found.get(view.asked_for), found.get(view.asked_for - 1))


def sums_of(view: View) -> dict[int, sums.Sum]:
    """The sums of the targets under the filter."""
    return queries.read(sums.read, "sums_by_year", view.query.chosen)


def headline(picked: list[Series], view: View) -> str:
    """The answer for the chosen indicators, or for all: how a year came out, or what is due in one without evaluation."""
    year_ja, asked_ja = (filters.year_label(each, "label_ja") for each in (view.year, view.asked_for))
    if not view.is_due:
        if picked:
            return indicator_words.chosen(picked, view.year, year_ja)
        return judged_targets.answer(view.every, view.year, year_ja, view.without_outside)
    asked = [each for each in view.waiting if each.series in picked] if picked else view.waiting
    if len(picked) == len(asked) == 1:
        return due.answer_one(asked[0], asked_ja, year_ja)
    return due.answer(asked, asked_ja, year_ja)


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
    heading.draw(markdown.verbatim(title(picked, view)), about(picked, view))
if picked or view.without_outside or view.is_due:
    st.markdown(markdown.verbatim(headline(picked, view)) + "。")

if len(picked) == 1:
    with st.container(border=True):
        detail(picked[0], view)
elif picked:
    compared(picked, view)
elif view.shown_as == AS_LIST:
    bars(view)
elif view.is_due:
    of_the_plan(view)
else:
    of_the_year(view)
if not picked:
    unfolding.draw("詳しく：達成の区分（年度別）", "bands_open", lambda: bands_by_year(view))
