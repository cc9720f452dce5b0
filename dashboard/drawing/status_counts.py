"""How many initiatives had each status, and what became of targets: shares by year and by goal, counts by section."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
import streamlit as st

from dashboard.browser import printing
from dashboard.database.queries import Filter
from dashboard.drawing import charts, plain_tables, tables, wide_tables
from dashboard.facts.sums import Sum
from dashboard.frame import exports, filters, links
from dashboard.frame.shown_query import Query
from dashboard.text import markdown, words

# More sections than these with as many misses are counted, not named.
MOST_NAMED: Final = 3


def by_year(found: pd.DataFrame, everything: Filter) -> None:
    """Draw counts of every status per year as 100 % stacked bars with n."""
    if found.empty:
        return
    counts = found.assign(bar=[f"{row.label}<br>{row.initiatives}件" for row in found.itertuples()])
    last = counts.iloc[-1]
    charts.panel(
        charts.stacked_shares(counts, words.STATUSES, "bar"),
        title="実施事業の状況（年度別、件数の割合）",
        summary=f"{last['label_ja']}は{last['initiatives']}件のうち、達成・実施が{last['done']}件、未達が{last['unmet']}件です。",
        alt="実施事業の状況。" + charts.spoken(counts, words.STATUSES, "bar"),
        table=tables.status_counts(found, "label_ja", "年度"),
        key="status_by_year",
        query=Query("status_by_year", everything),
    )


def targets(found: Mapping[int, Sum], everything: Filter) -> None:
    """Draw numeric targets per year, all that were set, by what became of them."""
    title = "数値目標（年度別、目標の件数の割合）"
    if not found:
        st.header(title)
        st.markdown("条件に合う実施事業に、数値目標はありません。")
        return
    rows = [{"label_ja": one.label_ja, "targets": one.targets, **one.states} for one in found.values()]
    counts = pd.DataFrame(rows).assign(bar=[f"{one.label}<br>{one.targets}件" for one in found.values()])
    last = [one for one in found.values() if one.is_evaluated][-1:]
    states = dict(words.TARGET_STATES)
    charts.panel(
        charts.stacked_shares(counts, states, "bar"),
        title=title,
        summary="".join(f"{one.label_ja}の{one.text}。" for one in last),
        alt="数値目標。" + charts.spoken(counts, states, "bar"),
        table=counts[["label_ja", "targets", *states]].set_axis(
            ["年度", "数値目標", *(word.label for word in states.values())], axis=1
        ),
        key="targets_by_year",
        query=Query("sums_by_year", everything),
    )


def by_goal(found: pd.DataFrame, judged: Filter) -> None:
    """Draw counts of every status by goal as 100 % stacked bars with n; a plan without codes has no goals to tell apart."""
    counts = found[found["goal_code"] != ""]
    if counts.empty:
        return
    year_ja = filters.year_label(judged.year, "label_ja")
    bars = counts.assign(bar=[f"目標{row.goal_code}<br>{row.initiatives}件" for row in counts.itertuples()])
    worst = bars.sort_values("unmet", ascending=False, kind="stable").iloc[0]
    charts.panel(
        charts.stacked_shares(bars, words.STATUSES, "bar"),
        title="目標別の状況（件数の割合）",
        summary=f"{year_ja}に未達が最も多いのは目標{worst['goal_code']}の{worst['unmet']}件です。"
        if worst["unmet"]
        else f"{year_ja}に未達はありません。",
        alt=f"{year_ja}の目標別の状況。" + charts.spoken(bars, words.STATUSES, "bar"),
        table=tables.status_counts(counts, "goal_code", "目標"),
        key="status_by_goal",
        query=Query("status_by_goal", judged),
    )


def most_missed(unmet: Mapping[str, int], year_ja: str) -> str:
    """Return which sections have the most misses; of many that have as many each, how many they are.

    >>> most_missed({"管財課": 4, "市民課": 4, "防災課": 1}, "令和2年度"), most_missed({"市民課": 0}, "令和2年度")
    ('令和2年度に未達が最も多いのは管財課と市民課の各4件です。', '令和2年度に未達のある課はありません。')
    """
    most = max(unmet.values(), default=0)
    if not most:
        return f"{year_ja}に未達のある課はありません。"
    names = [name for name, count in unmet.items() if count == most]
    if len(unmet) == 1:
        return f"{year_ja}の未達は{most}件です。"
    said = "と".join(names) if len(names) <= MOST_NAMED else f"{names[0]}など{len(names)}課"
    each = "各" if len(names) > 1 else ""
    return f"{year_ja}に未達が最も多いのは{said}の{each}{most}件です。"


def by_section(counts: pd.DataFrame, judged: Filter) -> None:
    """Draw counts of every status by section as a table, most misses first; with one initiative a share would say nothing."""
    year_ja = filters.year_label(judged.year, "label_ja")
    st.header("担当課別の状況（件数、未達の多い順）")
    most = most_missed(dict(zip(counts["department"].astype(str), counts["unmet"].astype(int), strict=True)), year_ja)
    way = "" if printing.is_on() else "課名から、その課の未達・繰越へ進めます。"
    st.markdown(f"{markdown.verbatim(most)}「数値目標」は、達成した目標の数 / 判定した目標の数です。{way}")
    plain = tables.status_counts(counts, "department", "担当課").assign(
        数値目標=[
            f"{met} / {judged}" if judged else words.NOTHING
            for met, judged in zip(counts["targets_met"], counts["targets_judged"], strict=True)
        ]
    )
    linked = plain.assign(
        担当課=[markdown.link(name, links.department_address("unmet", name)) for name in plain["担当課"]]
    ).rename(columns={word.label: word.text for word in (*words.STATUSES.values(), words.CARRIED_OVER)})
    wide_tables.show(linked, alt=f"{year_ja}の担当課別の状況", widths={"担当課": 6.5}, folded_after=tables.LONGEST_OPEN)
    exports.downloads(
        lambda: plain_tables.statuses(counts, "department", "担当課"),
        "担当課別の状況",
        key="departments",
        query=Query("status_by_department", judged),
    )
