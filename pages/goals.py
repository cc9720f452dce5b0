"""目標体系: where in the plan's tree of goals, policies and programs the trouble is."""

import streamlit as st

from dashboard.browser import printing, unfolding
from dashboard.database import queries
from dashboard.drawing import charts, picture, plain_tables, tables, tree_pictures, wide_tables
from dashboard.facts import standing, tree
from dashboard.frame import exports, filters, heading, shared
from dashboard.frame.asked import Query
from dashboard.text import markdown, words

KEY_LINE = (
    f"面積は事業の数、濃さは{standing.UNDONE}の割合、数は{standing.UNDONE}／判定した件数、斜線は{words.DOUBTFUL.label}を含むものです。"
    + printing.on_screen("押すとその範囲へ絞り込みます。")
)


def controls() -> tuple[str, str]:
    """How deep the tree is open, and its order."""
    there = tree.levels(nodes)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        level = st.segmented_control(
            "開く段階", there, default=there[min(1, len(there) - 1)], required=True, key="level", bind="query-params"
        )
        order = st.segmented_control(
            "並べ方", tree.ORDERS, default=tree.BY_TROUBLE, required=True, key="tree_order", bind="query-params"
        )
    return str(level), str(order)


def whole(order: str) -> None:
    """The range as areas, with the way back up; what is seen is said below it."""
    picture.draw(
        tree_pictures.way(nodes_of_plan, chosen.scope)
        + f'<p class="quiet">{KEY_LINE}</p>'
        + shared.made(tree_pictures.asked, all_years, year, order),
        key="areas",
    )
    st.caption(markdown.verbatim(tree_pictures.spoken(nodes, year)))


def branches(level: str, order: str) -> None:
    """The tree as one table, open to a level, each part a link that narrows to it."""
    found = tree.opened(nodes, level, order, year)
    rows = tree.table(found, year, labels, level)
    st.header(f"目標体系（{level}まで、年度別の件数）" if has_parts else "実施事業（年度別の状況）")
    if any(node.level != words.PROGRAM for node in nodes if node.level != tree.INITIATIVE):
        st.markdown(
            "この進行管理表には目標と施策の名前がないため、番号と、そこに含まれる事業の名前で示しています。"
            + printing.on_screen("名前を押すと、その範囲に絞り込んだページが新しいタブで開きます。")
        )
    shown = tree.linked(rows, found, labels, "goals", level)
    widths = {tree.NAMES: 9, tree.INITIATIVE: 9, standing.share_heading(labels[year]): standing.SHARE_WIDTH, "担当課": 5.5}
    wide_tables.show(shown, alt=f"目標体系の{standing.UNDONE}", widths=widths, said=("担当課",))
    if has_parts:
        st.caption(
            f"{standing.cell_note()}{standing.JUDGED_NOTE}{standing.RANK_NOTE if order == tree.BY_TROUBLE else ''}"
            "上の段階の数は、下の段階の件数の合計です（割合の平均ではありません）。"
        )
    exports.downloads(
        plain_tables.nodes(found, labels), "目標体系（年度別）", key="tree", query=Query("goal_standing", all_years)
    )


def statuses(level: str, order: str) -> None:
    """Every status of the year by the parts of a level."""
    drawn = level if level != tree.INITIATIVE else words.PROGRAM
    parts = [node for node in tree.opened(nodes, drawn, order, year) if node.level == drawn and node.at(year).initiatives]
    if not parts:
        return
    counts = tree.statuses(stand[stand["year"] == year], parts)
    bars = counts.assign(bar=[f"{row.code}（{row.initiatives}件）" for row in counts.itertuples()])
    first = parts[0]
    charts.panel(
        charts.stacked_shares(bars, words.STATUSES, "bar"),
        title=f"{drawn}別の状況（{labels[year]}、件数の割合）",
        summary=f"{first.name}は{standing.part_text(first.at(year))}が{standing.UNDONE}です。",
        alt=f"{year_label}の{drawn}別の状況。" + charts.spoken(bars, words.STATUSES, "bar"),
        table=tables.status_counts(counts, "code", drawn),
        key="status_by_part",
        query=Query("goal_standing", all_years),
    )


def years() -> None:
    """Every status of the range year by year."""
    own = stand[stand["goal_code"].isna()]
    bars = own.assign(bar=own["year"].map(labels) + "<br>" + own["initiatives"].astype(str) + "件")
    now, before = every.get(year, standing.ABSENT), every.get(year - 1, standing.ABSENT)
    compared = f"前年度は{standing.part_text(before)}でした。" if before.judged else ""
    charts.panel(
        charts.stacked_shares(bars, words.STATUSES, "bar"),
        title="年度別の状況（件数の割合）",
        summary=f"{year_label}は{standing.part_text(now)}が{standing.UNDONE}です。{compared}",
        alt="年度別の状況。" + charts.spoken(bars, words.STATUSES, "bar"),
        table=tables.status_counts(own.assign(label=own["year"].map(labels)), "label", "年度"),
        key="status_by_year",
        query=Query("goal_standing", all_years),
    )


chosen = filters.chosen()
judged = filters.judged(chosen)
year = judged.year
year_label = filters.year_label(year, "label_ja")
labels = {year: label for year, label in filters.year_labels().items() if year <= filters.last_evaluated()}
all_years = filters.without_year(chosen)
stand = queries.frame("goal_standing", all_years)
nodes_of_plan = shared.made(tree.asked, all_years)
nodes = tree.within(nodes_of_plan, chosen.scope)
every = queries.read(tree.whole, "goal_standing", all_years)

if stand.empty:
    heading.draw("まだ評価がなく、状況を数えられません")
    st.markdown(standing.NO_EVALUATION)
    st.stop()
said = tree.answer(nodes, every, year, year_label, "絞り込んだ範囲" if filters.parts(chosen) else "全体")
about = f"{markdown.verbatim(said)}。\n\n{standing.RANK_NOTE}{standing.JUDGED_NOTE}"
heading.draw(markdown.verbatim(tree.title(nodes, every, year, labels[year])), about)
if chosen.year != year:
    st.markdown(f"{filters.year_label(chosen.year, 'label_ja')}はまだ評価がないため、{year_label}の状況です。")
has_parts = bool(queries.read(filters.scopes, "programs"))
whole(tree.BY_PLAN)
st.markdown(markdown.verbatim(f"{said}。{tree.turned(nodes, year, year_label)}"))
if not has_parts:
    st.markdown(
        "この進行管理表には目標・施策・事業の番号も、いくつかの取組をまとめる名前もないため、実施事業をそのまま並べています。"
    )


def table() -> None:
    """The same as a table, open to the level that is asked for."""
    level, order = controls() if has_parts else (tree.INITIATIVE, tree.BY_TROUBLE)
    branches(level, order)


def charts_of_counts() -> None:
    """Shares of every status by year and by part."""
    with st.grid(2, min_column_width=charts.SIDE_BY_SIDE, gap="large"):
        with st.container():
            years()
        with st.container():
            statuses(tree.levels(nodes)[:2][-1], tree.BY_TROUBLE)


unfolding.draw("詳しく：目標・施策・事業の表（年度別）", "tree", table)
unfolding.draw("詳しく：状況の割合のグラフ（年度別・段階別）", "shares", charts_of_counts)
