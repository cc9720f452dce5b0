"""The plan is seen whole: goals are bands, policies columns in them, programs cells as large as what they hold.

The ground of a cell grows darker with the share left undone. Narrowed to a part, the same picture shows what lies below it.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.database.queries import Filter
from dashboard.drawing import heat_pictures, picture
from dashboard.drawing.picture import said
from dashboard.facts import tree
from dashboard.facts.standing import UNDONE, Standing
from dashboard.facts.tree import Node
from dashboard.frame import shared
from dashboard.saying import standing_words
from dashboard.text import words

PAGE: Final = "goals"
KEY: Final = "scope"
# More cells than this can't be told apart; what holds them is drawn instead.
MOST_CELLS: Final = 300
# A picture of few initiatives is no higher than their cells need, and no band is lower than the cells of a column.
TALLEST, CELL_HEIGHT, BAND_HEIGHT, GAP = 620, 26, 56, 6

Children = Mapping[str | None, Sequence[Node]]


def areas(nodes: Sequence[Node], year: int, order: str) -> str:
    """Return the parts that a range holds as areas, down three levels at most; a part narrows to itself."""
    children = tree.children(nodes, order, year)
    bands = list(children.get(None, ()))
    while len(bands) == 1 and bands[0].level != tree.INITIATIVE:
        bands = list(children.get(bands[0].code, ()))
    bands = [node for node in bands if node.at(year).initiatives]
    if all(node.level == tree.INITIATIVE for node in bands):
        cells = "".join(_cell(node, year) for node in bands)
        return f'<div class="tree" style="--tall:auto"><div class="leaves">{cells}</div></div>'
    is_deep = sum(len(children.get(one.code, ())) for node in bands for one in children.get(node.code, ())) <= MOST_CELLS
    least = {node.code: _least(node, children, year, is_deep=is_deep) for node in bands}
    drawn = "".join(_band(node, children, year, least[node.code], is_deep=is_deep) for node in bands)
    needed = sum(BAND_HEIGHT + CELL_HEIGHT * node.at(year).initiatives for node in bands)
    tall = max(min(TALLEST, needed), sum(least.values()))
    return f'<div class="tree" style="--tall:{tall}px">{drawn}</div>'


def asked(chosen: Filter, year: int, order: str) -> str:
    """Return the areas of what the filter lets through."""
    return areas(shared.told(tree.under, chosen), year, order)


def asked_words(chosen: Filter, year: int) -> str:
    """Return the areas of what the filter lets through as a sentence."""
    return spoken(shared.told(tree.under, chosen), year)


def way(nodes: Sequence[Node], scope: str | None) -> str:
    """Return the way back up from the part that the filter narrows to: each step leads to itself."""
    steps = tree.way(nodes, scope)
    if not steps:
        return ""
    up = [picture.to_filter(said(tree.WHOLE), PAGE, KEY, tree.EVERYTHING, kind="chip")]
    up += [
        picture.to_filter(said(node.name), PAGE, KEY, node.option, kind="chip" if node is not steps[-1] else "chip chosen")
        for node in steps
    ]
    return f'<div class="chips way">{"".join(up)}</div>'


def spoken(nodes: Sequence[Node], year: int) -> str:
    """Return the picture as a sentence: each part of its first level with what it left undone."""
    level = tree.split_level(nodes)
    if level == tree.INITIATIVE:
        undone = [node for node in tree.at_level(nodes, level) if node.at(year).undone][:MOST_CELLS]
        return f"{UNDONE}は、{'、'.join(node.name for node in undone)}です。" if undone else f"{UNDONE}の事業はありません。"
    parts = [
        f"{node.name}は{node.at(year).judged}件中{node.at(year).undone}件" for node in tree.at_level(nodes, level)[:MOST_CELLS]
    ]
    return f"{UNDONE}は、{'、'.join(parts)}です。"


def _least(node: Node, children: Children, year: int, *, is_deep: bool) -> int:
    """Return how high a band must be, in px, for the cells of its longest column to be seen whole."""
    below = [child for child in children.get(node.code, ()) if child.at(year).initiatives]
    leaves = [child for child in below if child.level == tree.INITIATIVE]
    columns = [children.get(child.code, ()) if is_deep else () for child in below if child not in leaves]
    return BAND_HEIGHT + CELL_HEIGHT * max(1, len(leaves), *map(len, columns))


def _band(node: Node, children: Children, year: int, least: int, *, is_deep: bool) -> str:
    if node.level == tree.INITIATIVE:
        return f'<section class="band-of" style="{_size(node, year)}">{_cell(node, year)}</section>'
    below = [child for child in children.get(node.code, ()) if child.at(year).initiatives]
    leaves = [child for child in below if child.level == tree.INITIATIVE]
    columns = "".join(_column(child, children, year, is_deep=is_deep) for child in below if child not in leaves)
    if leaves:
        columns += f'<div class="column" style="flex-grow:{len(leaves)}">{"".join(_cell(leaf, year) for leaf in leaves)}</div>'
    head = f"<h3>{_part(_heading(node, year), node)}</h3>"
    size = f"{_size(node, year)};min-height:{least - GAP}px"
    return f'<section class="band-of" style="{size}">{head}<div class="columns">{columns}</div></section>'


def _column(node: Node, children: Children, year: int, *, is_deep: bool) -> str:
    below = [child for child in children.get(node.code, ()) if child.at(year).initiatives]
    cells = "".join(_cell(child, year) for child in below) if is_deep and below else _cell(node, year)
    head = f'<div class="head">{_part(_heading(node, year), node)}</div>' if is_deep and below else ""
    return f'<div class="column" style="{_size(node, year)}">{head}{cells}</div>'


def _cell(node: Node, year: int) -> str:
    now = node.at(year)
    style = f"{_size(node, year)};background-color:{heat_pictures.ground(now)}"
    if node.level == tree.INITIATIVE:
        sign = said(node.cells.get(year, "").split(" ")[0])
        text = f"<b>{sign}</b> {said(node.code)} {said(node.title)}{heat_pictures.doubt(now)}"
        label = f"番号{node.code} {node.title}（{node.department}）{node.cells.get(year, '')}"
        return picture.to_initiative(text, int(node.code), title=label, kind="area", style=style)
    text = f'<span class="within"><span class="name">{said(node.name)}</span> <span class="count">{_count(now)}</span></span>'
    label = f"{node.name}：{now.judged}件中{now.undone}件が{UNDONE}"
    return picture.to_filter(text, PAGE, KEY, node.option, title=label, kind="area", style=style)


def _part(markup: str, node: Node) -> str:
    return picture.to_filter(markup, PAGE, KEY, node.option, title=node.title)


def _heading(node: Node, year: int) -> str:
    return (
        f"{said(node.name)} <small>{UNDONE}{standing_words.running(node.at(year))}{_count(node.at(year), '件')}</small>"
        if node.level == words.GOAL
        else (f"{said(node.name)} {_count(node.at(year))}")
    )


def _count(now: Standing, unit: str = "") -> str:
    count = f"<b>{now.undone}</b>" if now.undone else "0"
    return f"{count}／{now.judged}{unit}{heat_pictures.doubt(now)}"


def _size(node: Node, year: int) -> str:
    return f"flex-grow:{node.at(year).initiatives}"
