"""The tree of the plan as a table: how each part stands in each year, indented on the screen, with codes for taking away."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import pandas as pd

from dashboard.drawing import standing_tables
from dashboard.facts.tree import INITIATIVE, LEVELS, Node
from dashboard.frame import links
from dashboard.saying import standing_words
from dashboard.text import markdown, words
from dashboard.text.words import PROGRAM

NAMES: Final = "目標・施策・事業"
# Markdown drops blanks at the start of a cell; this one stays.
INDENT: Final = "&emsp;"


def table(nodes: Iterable[Node], year: int, labels: Mapping[int, str], level: str) -> pd.DataFrame:
    """Return one row a node as a plain table for reading and saving."""
    rows = []
    for node in nodes:
        now, before = node.at(year), node.at(year - 1)
        is_leaf = node.level == INITIATIVE
        rows.append(
            {"段階": node.level, "番号": node.code, "含まれる事業": node.title}
            | {standing_words.share_heading(labels[year]): words.NOTHING if is_leaf else words.percent_text(now.share)}
            | {label: node.cells.get(each, words.NOTHING) for each, label in standing_tables.newest_first(labels).items()}
            | {"前年度比": words.NOTHING if is_leaf else standing_words.change_text(now, before)}
            | {"判定外": words.NOTHING if is_leaf else f"{now.unjudged}件"}
            | ({"担当課": node.department} if level == INITIATIVE else {})
        )
    return pd.DataFrame(rows)


def linked(rows: pd.DataFrame, nodes: Sequence[Node], labels: Mapping[int, str], page: str, level: str) -> pd.DataFrame:
    """Return the table for the screen: one indented column of links instead of level, number and programs.

    Of initiatives alone there is nothing to count, and the columns of counts are left out.
    """
    shown = rows.drop(columns=["段階", "番号", "含まれる事業"])
    empty = [name for name in shown.columns.difference(list(labels.values())) if (shown[name] == words.NOTHING).all()]
    shown = shown.drop(columns=empty)
    shown = shown.assign(**{label: shown[label].map(standing_tables.marked) for label in labels.values()})
    top = min(LEVELS.index(node.level) for node in nodes)
    shown.insert(
        0,
        NAMES if top < LEVELS.index(INITIATIVE) else INITIATIVE,
        [_link(node, page, level, LEVELS.index(node.level) - top) for node in nodes],
    )
    return shown


def _link(node: Node, page: str, level: str, depth: int) -> str:
    indent = INDENT * depth
    if node.level == INITIATIVE:
        label = f"番号{node.code} {node.title}"
        return f"{indent}{markdown.link(label, links.initiative_address(int(node.code)))}"
    address = links.address(page, {**links.filters_in_url(), "scope": [node.option]}, level=level)
    link = f"{indent}{markdown.link(node.name, address)}"
    if node.level == PROGRAM:
        return link
    # Where the programs follow as rows of their own they need not be listed.
    is_last = node.level == level
    return f"{link} :gray[{markdown.verbatim(node.title)}]" if is_last else f"{indent}**{link.strip(INDENT)}**"
