"""目標体系 as areas: as high as what it holds needs, and told as a sentence that names what matters."""

import re

from dashboard.database import store
from dashboard.drawing import tree_pictures
from dashboard.facts import tree
from dashboard.facts.standing import Standing
from dashboard.facts.tree import Node
from dashboard.text.words import GOAL, PROGRAM

YEAR = 2020


def node(level: str, code: str, parent: str | None, undone: int = 0, initiatives: int = 1) -> Node:
    standing = Standing(initiatives=initiatives, judged=initiatives, undone=undone)
    return Node(level, code, parent, f"{code}の取組", {YEAR: standing}, {YEAR: "● 達成"}, 1)


def plan(programs: int) -> list[Node]:
    goals = [node(GOAL, "1", None, initiatives=60), node(GOAL, "2", None, initiatives=programs)]
    return [*goals, node(PROGRAM, "1-ア", "1", initiatives=60), *(node(PROGRAM, f"2-{at}", "2") for at in range(programs))]


def heights(drawn: str) -> tuple[int, list[int]]:
    tall = re.search(r"--tall:(\d+)px", drawn)
    return int(tall[1]) if tall else 0, [int(height) for height in re.findall(r"min-height:(\d+)px", drawn)]


def test_a_band_has_room_for_its_cells_beside_a_much_larger_one(open_store: store.Identity) -> None:
    tall, least = heights(tree_pictures.areas(plan(1), YEAR, tree.BY_PLAN))
    assert min(least) >= 22 + 24 + 24
    assert tall == tree_pictures.TALLEST >= sum(least)


def test_a_picture_of_few_is_no_higher_than_they_need(open_store: store.Identity) -> None:
    few = [node(GOAL, "1", None), node(GOAL, "2", None), node(PROGRAM, "1-ア", "1"), node(PROGRAM, "2-ア", "2")]
    assert heights(tree_pictures.areas(few, YEAR, tree.BY_PLAN))[0] < tree_pictures.TALLEST / 2
    leaves = [node(tree.INITIATIVE, str(number), None) for number in (1, 2)]
    assert "--tall:auto" in tree_pictures.areas(leaves, YEAR, tree.BY_PLAN)


def test_of_single_initiatives_only_what_was_left_undone_is_named() -> None:
    leaves = [node(tree.INITIATIVE, str(number), None, undone=number == 2) for number in (1, 2, 3)]
    assert tree_pictures.spoken(leaves, YEAR) == "未達・繰越は、2 2の取組です。"
    assert tree_pictures.spoken(leaves[:1], YEAR) == "未達・繰越の事業はありません。"
