"""目標体系: where in the plan's tree of goals, policies and programs the trouble is."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.browser import printing, unfolding
from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import (
    charts,
    column_pictures,
    picture,
    plain_tables,
    standing_tables,
    tables,
    tree_pictures,
    tree_tables,
    wide_tables,
)
from dashboard.facts import standing, tree
from dashboard.facts.tree import Node
from dashboard.frame import exports, filter_address, filters, filters_told, heading, shared
from dashboard.frame.shown_query import Query
from dashboard.saying import standing_words, tree_words
from dashboard.text import markdown, words

KEY_LINE = (
    f"面積は事業の数、濃さは{standing.UNDONE}の割合、数は{standing.UNDONE}／判定した件数、斜線は{words.DOUBTFUL.label}を含みます。"
    + printing.on_screen("押すとその範囲へ絞り込みます。")
)


@dataclass(frozen=True)
class View:
    """The plan's tree under the filter, how each part stood by year, and whether the plan has parts to tell apart."""

    chosen: Filter
    all_years: Filter
    year: int
    labels: Mapping[int, str]
    year_label: str
    stand: pd.DataFrame
    parts: tuple[Node, ...]
    every: Mapping[int, standing.Standing]
    has_parts: bool

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The parts and initiatives of the range; what opens the page asks for the parts alone, which stay few."""
        return shared.told(tree.under, self.all_years)


def read(chosen: Filter) -> View:
    """What the store holds for the filter."""
    all_years, year = filters.without_year(chosen), filters.judged(chosen).year
    queries.ahead(("goal_initiatives", all_years))
    return View(
        chosen=chosen,
        all_years=all_years,
        year=year,
        labels=filters.evaluated_labels(),
        year_label=filters.year_label(year, "label_ja"),
        stand=queries.frame("goal_standing", all_years),
        parts=shared.told(tree.asked_parts, all_years),
        every=queries.read(tree.whole, "goal_standing", all_years),
        has_parts=bool(queries.read(filter_address.scopes, "programs")),
    )


def controls(view: View) -> tuple[str, str]:
    """How deep the tree is open, and its order."""
    there = tree.levels(view.nodes)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        level = st.segmented_control(
            "開く段階", there, default=there[min(1, len(there) - 1)], required=True, key="level", bind="query-params"
        )
        order = st.segmented_control(
            "並べ方", tree.ORDERS, default=tree.BY_TROUBLE, required=True, key="tree_order", bind="query-params"
        )
    return str(level), str(order)


def whole(view: View, order: str) -> None:
    """The range as areas, with the way back up; what is seen is said below it."""
    way, beside = st.columns(charts.BESIDE_COLUMNS, gap="medium")
    with way:
        picture.draw(tree_pictures.way(view.parts, view.chosen.scope) + f'<p class="quiet">{KEY_LINE}</p>', key="way")
    with beside:
        picture.draw(
            column_pictures.parts(tree.outermost(tree.within(view.parts, view.chosen.scope), view.year)), key="columns"
        )
    picture.draw(
        shared.made(tree_pictures.asked, view.all_years, view.year, order),
        key="areas",
    )
    st.caption(markdown.verbatim(shared.told(tree_pictures.asked_words, view.all_years, view.year)))


def branches(view: View, level: str, order: str) -> None:
    """The tree as one table, open to a level, each part a link that narrows to it."""
    found = tree.opened(view.nodes, level, order, view.year)
    rows = tree_tables.table(found, view.year, view.labels, level)
    st.header(f"目標体系（{level}まで、年度別の件数）" if view.has_parts else "実施事業（年度別の状況）")
    if any(node.level != words.PROGRAM for node in view.nodes if node.level != tree.INITIATIVE):
        st.markdown(
            "この進行管理表には目標と施策の名前がないため、番号と、そこに含まれる事業の名前で示しています。"
            + printing.on_screen("名前を押すと、その範囲に絞り込んだページが新しいタブで開きます。")
        )
    shown = tree_tables.linked(rows, found, view.labels, "goals", level)
    widths = {
        tree_tables.NAMES: 9,
        tree.INITIATIVE: 9,
        standing_words.share_heading(view.labels[view.year]): standing_tables.SHARE_WIDTH,
        "担当課": 5.5,
    }
    wide_tables.show(shown, alt=f"目標体系の{standing.UNDONE}", widths=widths, said=("担当課",))
    if view.has_parts:
        st.caption(
            f"{standing_words.cell_note()}{standing_words.JUDGED_NOTE}"
            f"{standing_words.RANK_NOTE if order == tree.BY_TROUBLE else ''}"
            "上の段階の数は、下の段階の件数の合計です（割合の平均ではありません）。"
        )
    exports.downloads(
        plain_tables.nodes(found, view.labels), "目標体系（年度別）", key="tree", query=Query("goal_standing", view.all_years)
    )


def statuses(view: View, level: str, order: str) -> None:
    """Every status of the year by the parts of a level."""
    drawn = level if level != tree.INITIATIVE else words.PROGRAM
    parts = [
        node
        for node in tree.opened(view.nodes, drawn, order, view.year)
        if node.level == drawn and node.at(view.year).initiatives
    ]
    if not parts:
        return
    counts = tree.statuses(view.stand[view.stand["year"] == view.year], parts)
    bars = counts.assign(bar=[f"{row.code}（{row.initiatives}件）" for row in counts.itertuples()])
    first = parts[0]
    charts.panel(
        charts.stacked_shares(bars, words.STATUSES, "bar"),
        title=f"{drawn}別の状況（{view.labels[view.year]}、件数の割合）",
        summary=f"{first.name}は{standing_words.part_text(first.at(view.year))}が{standing.UNDONE}です。",
        alt=f"{view.year_label}の{drawn}別の状況。" + charts.spoken(bars, words.STATUSES, "bar"),
        table=tables.status_counts(counts, "code", drawn),
        key="status_by_part",
        query=Query("goal_standing", view.all_years),
    )


def years(view: View) -> None:
    """Every status of the range year by year."""
    own = view.stand[view.stand["goal_code"].isna()]
    bars = own.assign(bar=own["year"].map(view.labels) + "<br>" + own["initiatives"].astype(str) + "件")
    now, before = view.every.get(view.year, standing.ABSENT), view.every.get(view.year - 1, standing.ABSENT)
    compared = f"前年度は{standing_words.part_text(before)}でした。" if before.judged else ""
    charts.panel(
        charts.stacked_shares(bars, words.STATUSES, "bar"),
        title="年度別の状況（件数の割合）",
        summary=f"{view.year_label}は{standing_words.part_text(now)}が{standing.UNDONE}です。{compared}",
        alt="年度別の状況。" + charts.spoken(bars, words.STATUSES, "bar"),
        table=tables.status_counts(own.assign(label=own["year"].map(view.labels)), "label", "年度"),
        key="status_by_year",
        query=Query("goal_standing", view.all_years),
    )


def table(view: View) -> None:
    """The same as a table, open to the level that is asked for."""
    level, order = controls(view) if view.has_parts else (tree.INITIATIVE, tree.BY_TROUBLE)
    branches(view, level, order)


def charts_of_counts(view: View) -> None:
    """Shares of every status by year and by part."""
    with st.grid(2, min_column_width=charts.SIDE_BY_SIDE, gap="large"):
        with st.container():
            years(view)
        with st.container():
            statuses(view, tree.levels(view.nodes)[:2][-1], tree.BY_TROUBLE)


def in_words(view: View) -> tree_words.Said:
    """Where in the range most was left undone, and what turned, as sentences."""
    range_ja = "絞り込んだ範囲" if filters_told.parts(view.chosen) else "全体"
    return shared.told(tree_words.asked, view.all_years, view.year, view.labels[view.year], view.year_label, range_ja)


view = read(filters.chosen())
if view.stand.empty:
    heading.draw("まだ評価がなく、状況を数えられません")
    st.markdown(standing_words.NO_EVALUATION)
    st.stop()
said = in_words(view)
about = f"{markdown.verbatim(said.answer)}。\n\n{standing_words.RANK_NOTE}{standing_words.JUDGED_NOTE}"
about += f"\n\n{standing_words.same_matter_note(view.every.get(view.year, standing.ABSENT))}"
heading.draw(markdown.verbatim(said.title), about)
if view.chosen.year != view.year:
    asked_ja = filters.year_label(view.chosen.year, "label_ja")
    st.markdown(f"{asked_ja}はまだ評価がないため、{view.year_label}の状況です。")
whole(view, tree.BY_PLAN)
st.markdown(markdown.verbatim(f"{said.answer}。{said.turned}"))
if not view.has_parts:
    st.markdown(
        "この進行管理表には目標・施策・事業の番号も、いくつかの取組をまとめる名前もないため、実施事業をそのまま並べています。"
    )
unfolding.draw("詳しく：目標・施策・事業の表（年度別）", "tree", lambda: table(view))
unfolding.draw("詳しく：状況の割合のグラフ（年度別・段階別）", "shares", lambda: charts_of_counts(view))
