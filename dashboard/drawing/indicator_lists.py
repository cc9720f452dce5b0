"""All indicators of a year, as charts or as a table: what it came to, or what is due in one without evaluation."""

import streamlit as st

from dashboard.drawing import indicator_cards, indicator_tables, tables
from dashboard.facts import judged_targets
from dashboard.facts.indicator_view import AS_TABLE, IndicatorView
from dashboard.frame import exports
from dashboard.saying import due_words, indicator_list_words


def of_the_year(view: IndicatorView) -> None:
    """Draw the list for an evaluated year, as charts or as a table."""
    shown = view.every if view.with_all else [one for one in view.every if one.has_target]
    found = judged_targets.ordered(shown, view.order, view.year, view.without_outside)
    st.markdown(indicator_list_words.listed(found, view))
    if view.shown_as == AS_TABLE:
        table = indicator_tables.of_all(found, view.labels, view.year, view.without_outside)
        tables.show(table, alt="指標の一覧", key="indicators", columns=indicator_tables.columns(table), plain=False)
        exports.downloads(table, "数値目標", key="indicators", query=view.query)
    else:
        indicator_cards.draw(found, view)


def of_the_plan(view: IndicatorView) -> None:
    """Draw the list for a year that has targets and no evaluation yet: what is due, against the last result."""
    now, last = view.labels[view.asked_for], view.label
    said = f"{due_words.counts(view.waiting, last)}です。" if view.waiting else ""
    st.markdown(f"{now}に目標のある指標{len(view.waiting)}件を、{last}の実績と比べています。{said}")
    if view.shown_as == AS_TABLE:
        table = indicator_tables.of_due(view.waiting, now, last)
        tables.show(table, alt=f"{now}の目標と{last}の実績", key="due", columns=indicator_tables.columns(table), plain=False)
        exports.downloads(table, f"{now}の数値目標", key="due", query=view.query)
        return
    asked_for = [each.series for each in view.waiting]
    others = [one for one in view.every if view.with_all and one not in asked_for]
    shown = asked_for if view.order == judged_targets.BY_GAP else judged_targets.ordered(asked_for, view.order, view.year)
    indicator_cards.draw([*shown, *judged_targets.ordered(others, view.order, view.year)], view)
