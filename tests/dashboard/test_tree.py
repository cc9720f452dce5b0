"""The plan's tree adds up level by level, and the sentence names only what is worse than the whole."""

import pytest

from dashboard import filters, queries, store, tree
from dashboard.queries import Filter
from dashboard.standing import Standing
from dashboard.tree import Node

YEAR = 2020


def node(level: str, code: str, parent: str | None, undone: int, judged: int, number: int = 1) -> Node:
    return Node(level, code, parent, f"名{code}", {YEAR: Standing(judged, judged, undone, 0, undone)}, {}, number)


def read(chosen: Filter) -> tuple[Node, ...]:
    initiatives = queries.frame("goal_initiatives", chosen)
    return tree.read(queries.frame("goal_standing", chosen), queries.frame("programs"), initiatives)


@pytest.mark.parametrize(
    "chosen", [Filter(0), Filter(0, lead=True), Filter(0, departments=("管財課",)), Filter(0, scope="2-②")], ids=str
)
def test_children_add_up_to_their_parent(open_store: store.Identity, chosen: Filter) -> None:
    nodes = read(chosen)
    for parent in (one for one in nodes if one.level != tree.INITIATIVE):
        children = tree.below(nodes, parent.code)
        for year, counts in parent.standings.items():
            assert sum(child.at(year).undone for child in children) == counts.undone
            assert sum(child.at(year).judged for child in children) == counts.judged
            assert sum(child.at(year).initiatives for child in children) == counts.initiatives


def test_goals_add_up_to_the_whole(open_store: store.Identity) -> None:
    whole = tree.whole(queries.frame("goal_standing", Filter(0)))
    goals = tree.at_level(read(Filter(0)), tree.GOAL)
    assert {year: sum(goal.at(year).undone for goal in goals) for year in whole} == {
        year: counts.undone for year, counts in whole.items()
    }


@pytest.mark.parametrize("level", tree.LEVELS)
@pytest.mark.parametrize("order", tree.ORDERS)
def test_the_tree_is_open_to_the_level_and_parents_come_first(open_store: store.Identity, level: str, order: str) -> None:
    nodes = read(Filter(0))
    opened = tree.opened(nodes, level, order, YEAR)
    wanted = tree.LEVELS[: tree.LEVELS.index(level) + 1]
    assert sorted(one.code for one in opened) == sorted(one.code for one in nodes if one.level in wanted)
    seen: set[str] = set()
    for one in opened:
        assert one.parent is None or one.parent in seen
        seen.add(one.code)


def test_the_sentence_names_the_worst_goal_and_policy() -> None:
    nodes = [
        node(tree.GOAL, "1", None, 1, 10),
        node(tree.GOAL, "2", None, 4, 10),
        node(tree.POLICY, "1-①", "1", 1, 10),
        node(tree.POLICY, "2-①", "2", 4, 10),
    ]
    said = tree.answer(nodes, {YEAR: Standing(20, 20, 5, 0, 5)}, YEAR, "令和2年度")
    assert (
        said == "令和2年度に未達・繰越の割合が最も高いのは、目標2の10件中4件（40%）、施策2-①の10件中4件（40%）（全体では25%）"
    )


def test_a_part_that_does_better_than_the_whole_is_not_named() -> None:
    nodes = [node(tree.GOAL, "1", None, 1, 10), node(tree.GOAL, "2", None, 2, 2)]
    said = tree.answer(nodes, {YEAR: Standing(12, 12, 3, 0, 3)}, YEAR, "令和2年度")
    assert "目標1" not in said


def test_nothing_left_undone_is_said_so() -> None:
    said = tree.answer([node(tree.GOAL, "1", None, 0, 3)], {YEAR: Standing(3, 3)}, YEAR, "令和2年度")
    assert said == "令和2年度に未達・繰越のある事業はありません（判定した事業3件）"


def test_one_click_leads_up_and_down(open_store: store.Identity) -> None:
    programs = queries.frame("programs")
    codes = [filters.scope_code(option) for option in tree.steps(programs, "1-①")]
    assert codes[:3] == [None, "1", "1-①"]
    assert all(str(code).startswith("1-①-") for code in codes[3:])
    assert set(tree.steps(programs, None)) <= {filters.ALL, *filters.scope_options()}
    assert tree.step_text("1") == "目標1"
    assert tree.step_text("1-①") == "施策1-①"


def test_a_goal_is_told_by_the_programs_it_holds(open_store: store.Identity) -> None:
    goal = next(one for one in read(Filter(0)) if one.code == "1")
    assert "多様な防災情報の発信" in goal.title
