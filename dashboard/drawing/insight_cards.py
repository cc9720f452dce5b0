"""What is odd is shown with its words side by side: each card leads to the initiative and marks what differs or is meant."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.drawing import wide_tables
from dashboard.facts import target_moves
from dashboard.facts.contradictions import Contradiction
from dashboard.facts.copies import Copy, Stretch
from dashboard.facts.series import Series
from dashboard.facts.target_moves import Move
from dashboard.frame import links
from dashboard.text import differences, words
from dashboard.text.markdown import link, verbatim


def moved(one: Series, moves: Iterable[Move]) -> None:
    """Draw an indicator whose target was moved, with every year beside it."""
    links.to_initiative(one.number, verbatim(one.heading), f"{verbatim(one.activity)}（{verbatim(one.department)}）")
    for move in moves:
        st.markdown(f"**{move.text(one.unit)}**　{move.judged(one.unit)}{move.told_late}  \n原文：{verbatim(move.written)}")
    table = target_moves.years_table(one)
    # A table that scrolls on a phone needs something in it that the keyboard can reach.
    table.loc[0, "年度"] = link(str(table.loc[0, "年度"]), links.initiative_address(one.number))
    wide_tables.show(table, alt=f"{one.heading}の年度別の目標と実績", widths={})


def copied(group: Sequence[Stretch]) -> None:
    """Draw an initiative's evaluations that repeat themselves."""
    first = group[0].copies[0]
    links.to_initiative(first.number, verbatim(first.activity), f"{verbatim(first.department)}　{verbatim(first.program)}")
    for stretch in group:
        if stretch.is_same:
            _same_words(stretch)
        else:
            _side_by_side(stretch.copies[0], words.KINDS["result"])


def plan_copied(copy: Copy) -> None:
    """Draw a plan beside the evaluation that repeats it."""
    links.to_initiative(copy.number, verbatim(copy.activity), f"{verbatim(copy.department)}　{verbatim(copy.program)}")
    st.markdown(verbatim(copy.message))
    _side_by_side(copy, words.KINDS["plan"])


def contradicted(one: Contradiction) -> None:
    """Draw a contradiction with the quoted words marked on both sides."""
    links.to_initiative(one.number, verbatim(one.activity), f"{verbatim(one.department)}　{verbatim(one.program)}")
    st.markdown(f"**{one.label}　{one.kind_text}**：{verbatim(one.message)}")
    for side, column in zip(one.sides, st.columns(2), strict=True):
        column.markdown(f"{side.place}：{differences.stressed(side.text, side.quoted) or words.STATUSES['not_reported'].label}")


def by_section(found: Mapping[str, Iterable[str]]) -> pd.DataFrame:
    """Return how many of each kind every section has, the most first; `found` holds the sections of each kind's findings."""
    counts = {name: Counter(departments) for name, departments in found.items()}
    total = sum(counts.values(), Counter[str]())
    names = sorted(total, key=lambda name: (-total[name], name))
    return pd.DataFrame(
        [{"担当課": name} | {kind: counts[kind][name] for kind in found} | {"計": total[name]} for name in names]
    )


def _same_words(stretch: Stretch) -> None:
    years = "・".join(stretch.labels)
    st.markdown(f"**{years}　＝ {differences.SAME}（{len(stretch.labels)}年分）**　{stretch.copies[-1].status_text}")
    st.markdown(f"{words.KINDS['result']}：{verbatim(stretch.copies[-1].now)}")
    for message in stretch.messages:
        st.markdown(f"**{words.SEVERITIES['warning']}**：{verbatim(message)}")


def _side_by_side(copy: Copy, before: str) -> None:
    """Draw two texts with what differs marked in both."""
    changed = differences.changes(copy.before, copy.now)
    sign, after = "＝" if copy.grade == differences.SAME else "≒", words.KINDS["result"]
    st.markdown(f"**{copy.before_label} {before} → {copy.label} {after}　{sign} {copy.grade}**　{copy.status_text}")
    left, right = st.columns(2)
    left.markdown(f"{copy.before_label} {before}：{differences.struck(copy.before, changed.before)}")
    right.markdown(f"{copy.label} {after}：{differences.stressed(copy.now, changed.after)}")
