"""Which parts of the plan have most left undone, and which have more than the year before, as sentences."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.facts import standing, tree
from dashboard.facts.standing import ABSENT, UNDONE, Standing
from dashboard.facts.tree import Node, at_level, compared_levels
from dashboard.frame import shared
from dashboard.saying import standing_words
from dashboard.text import words
from dashboard.text.words import PROGRAM


@dataclass(frozen=True)
class Said:
    """What is said of a tree in a year: the title, where most was left undone, and what turned."""

    title: str
    answer: str
    turned: str


def asked(chosen: Filter, year: int, label: str, label_ja: str, whole: str) -> Said:
    """Return what is said of the tree that the filter lets through; `whole` is what its share is held against."""
    nodes, every = shared.told(tree.under, chosen), queries.read(tree.whole, "goal_standing", chosen)
    return Said(title(nodes, every, year, label), answer(nodes, every, year, label_ja, whole), turned(nodes, year, label_ja))


def title(nodes: Sequence[Node], every: Mapping[int, Standing], year: int, label: str) -> str:
    """Return the year's part with the largest share left undone in one breath: 'R2 未達・繰越は目標4に多い（9／25件）'."""
    now = every.get(year, ABSENT)
    if not now.judged:
        return f"{label} {standing_words.NOTHING_JUDGED}"
    there = compared_levels(nodes)
    parts = {node.code: node for node in (at_level(nodes, there[0]) if there else ())}
    names = standing.worst({code: node.at(year) for code, node in parts.items()})
    if not now.undone or len(parts) < 2 or not names:
        return f"{label} {UNDONE}{standing_words.of_judged_text(now)}"
    top = parts[names[0]]
    called = top.level + top.code if top.level != PROGRAM else top.code
    if len(names) > 1:
        return f"{label} {UNDONE}は{called}ほかに多い"
    return f"{label} {UNDONE}は{called}に多い（{standing_words.of_judged_text(top.at(year))}）"


def answer(nodes: Sequence[Node], every: Mapping[int, Standing], year: int, label_ja: str, whole: str = "全体") -> str:
    """Return which parts have the largest share left undone, on the two levels that can be compared; `whole` is of what."""
    now = every.get(year, ABSENT)
    if not now.judged:
        return f"{label_ja}に{standing_words.NOTHING_JUDGED}"
    if not now.undone:
        return f"{label_ja}に{UNDONE}のある事業はありません（判定した事業{now.judged}件）"
    said = []
    for level in compared_levels(nodes):
        # A part that does better than the whole is not named as trouble, though larger than those that do worse.
        parts = {node.name: node.at(year) for node in at_level(nodes, level) if (node.at(year).share or 0) > (now.share or 0)}
        said += [standing_words.worst_text(parts)] if parts else []
    if not said:
        return f"{label_ja}は{standing_words.part_text(now)}が{UNDONE}"
    return f"{label_ja}に{UNDONE}の割合が最も高いのは、{'、'.join(said)}（{whole}では{standing_words.share_text(now)}）"


def turned(nodes: Sequence[Node], year: int, label_ja: str) -> str:
    """Return which parts have more left undone than the year before and which less, and which parts below have more."""
    levels = compared_levels(nodes)
    upper = _changes(at_level(nodes, levels[0]), year) if levels else {}
    if not upper:
        return ""
    worse, better = _said(upper, 1), _said(upper, -1)
    said = [f"増えた{levels[0]}は{worse}です" if worse else f"増えた{levels[0]}はありません"]
    said += [f"減ったのは{better}です"] if better else []
    below_worse = _said(_changes(at_level(nodes, levels[1]), year), 1) if len(levels) > 1 else ""
    said += [f"{levels[1]}で増えたのは{below_worse}です"] if below_worse else []
    return f"{label_ja}の{UNDONE}が前年度より{'。'.join(said)}。"


def _changes(nodes: Iterable[Node], year: int) -> dict[str, int]:
    judged = [node for node in nodes if node.at(year).judged and node.at(year - 1).judged]
    return {node.name: node.at(year).undone - node.at(year - 1).undone for node in judged}


def _said(changes: Mapping[str, int], direction: int) -> str:
    return "、".join(f"{name}（{words.change_text(by)}）" for name, by in changes.items() if by * direction > 0)
