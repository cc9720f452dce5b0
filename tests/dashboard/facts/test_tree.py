"""The plan's tree adds up level by level, and the sentence names only what is worse than the whole."""

import pandas as pd
import pytest

from dashboard.database import queries, store
from dashboard.database.queries import Filter
from dashboard.facts import tree
from dashboard.facts.standing import Standing
from dashboard.facts.tree import Node
from dashboard.frame import filter_address
from dashboard.saying import tree_words
from dashboard.text import words

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
    said = tree_words.answer(nodes, {YEAR: Standing(20, 20, 5, 0, 5)}, YEAR, "令和2年度")
    assert (
        said == "令和2年度に未達・繰越の割合が最も高いのは、目標2の10件中4件（40%）、施策2-①の10件中4件（40%）（全体では25%）"
    )


def test_a_part_that_does_better_than_the_whole_is_not_named() -> None:
    nodes = [node(tree.GOAL, "1", None, 1, 10), node(tree.GOAL, "2", None, 2, 2)]
    said = tree_words.answer(nodes, {YEAR: Standing(12, 12, 3, 0, 3)}, YEAR, "令和2年度")
    assert "目標1" not in said


def moved(level: str, code: str, parent: str | None, before: int, now: int) -> Node:
    years = {YEAR - 1: Standing(10, 10, before, 0, before), YEAR: Standing(10, 10, now, 0, now)}
    return Node(level, code, parent, f"名{code}", years, {}, 1)


def test_what_grew_a_level_below_is_named_though_nothing_grew_above() -> None:
    goals = [moved(tree.GOAL, "1", None, 4, 4), moved(tree.GOAL, "2", None, 3, 1)]
    policies = [moved(tree.POLICY, "1-①", "1", 1, 2), moved(tree.POLICY, "1-②", "1", 3, 2)]
    assert tree_words.turned([*goals, *policies], YEAR, "令和2年度") == (
        "令和2年度の未達・繰越が前年度より増えた目標はありません。減ったのは目標2（2件減）です。"
        "施策で増えたのは施策1-①（1件増）です。"
    )


PROGRAMS = pd.DataFrame(
    [("", "", "", "ごみの減量"), ("2", "", "2-ア", "道路"), ("", "", "緑の保全", "緑の保全")],
    columns=["goal_code", "policy_code", "program_code", "program_name"],
)


def test_a_part_is_told_by_code_or_name_and_none_hangs_on_itself() -> None:
    assert [(part.option, part.code) for part in filter_address.scopes(PROGRAMS)] == [
        ("2", "2"),
        ("2-ア 道路", "2-ア"),
        ("緑の保全", "緑の保全"),
    ]


def test_what_has_no_code_is_a_leaf_beside_the_goals() -> None:
    counts = dict.fromkeys(Standing.__dataclass_fields__, 1) | {"first_number": 1, "year": YEAR}
    codes = [(None, None, None), ("", None, None), ("", "", None), ("", "", "")]
    frame = pd.DataFrame([dict(zip(words.CODES, code, strict=True)) | counts for code in codes])
    leaf = {"number": 7, "activity": "減量", "department": "環境課", "year": YEAR, "status": "met"}
    leaf |= {"is_carried_over": False, "is_undone": False, "is_judged": True, "is_doubtful": False} | dict.fromkeys(
        words.CODES, ""
    )
    nodes = tree.read(frame, PROGRAMS, pd.DataFrame([leaf]))
    assert [(one.level, one.parent) for one in nodes] == [(tree.INITIATIVE, None)]
    assert [one.code for one in tree.opened(nodes, tree.INITIATIVE, tree.BY_PLAN, YEAR)] == ["7"]


def test_nothing_left_undone_is_said_so() -> None:
    said = tree_words.answer([node(tree.GOAL, "1", None, 0, 3)], {YEAR: Standing(3, 3)}, YEAR, "令和2年度")
    assert said == "令和2年度に未達・繰越のある事業はありません（判定した事業3件）"


def test_the_way_up_starts_at_the_goal(open_store: store.Identity) -> None:
    assert [one.code for one in tree.way(read(Filter(0)), "1-①")] == ["1", "1-①"]
    assert tree.way(read(Filter(0)), None) == tree.way(read(Filter(0)), "9") == []


def test_a_goal_bears_the_name_that_the_plan_gives_it(open_store: store.Identity) -> None:
    frames = (queries.frame(name, Filter(0)) for name in ("goal_standing", "programs", "goal_initiatives"))
    nodes = tree.read(*frames, names={"1": "安全なまち"})
    assert [one.name for one in tree.at_level(nodes, tree.GOAL)][:2] == ["目標1 安全なまち", "目標2"]
    assert next(one for one in nodes if one.code == "1").option == "1"


def test_the_title_names_the_goal_with_the_largest_share_in_one_breath() -> None:
    nodes = [node(tree.GOAL, "1", None, 1, 10), node(tree.GOAL, "2", None, 4, 10)]
    assert tree_words.title(nodes, {YEAR: Standing(20, 20, 5, 0, 5)}, YEAR, "R2") == "R2 未達・繰越は目標2に多い（4／10件）"
    leaf = node(tree.INITIATIVE, "7", "2", 1, 1)
    assert tree_words.title([nodes[1], leaf], {YEAR: Standing(10, 10, 1, 0, 1)}, YEAR, "R2") == "R2 未達・繰越1／10件"


def test_a_goal_is_told_by_the_programs_it_holds(open_store: store.Identity) -> None:
    goal = next(one for one in read(Filter(0)) if one.code == "1")
    assert "多様な防災情報の発信" in goal.title


def test_a_node_is_named_by_its_level_its_code_or_where_it_has_none_its_title() -> None:
    goal = Node(tree.GOAL, "1", None, "目標1", {}, {}, 1, given_name="安全")
    assert (goal.name, goal.option) == ("目標1 安全", "1")
    program = Node(tree.PROGRAM, "1-①-ア", "1-①", "多様な発信", {}, {}, 1)
    assert (program.name, program.option) == ("1-①-ア 多様な発信", "1-①-ア 多様な発信")
    assert Node(tree.PROGRAM, "多様な発信", None, "多様な発信", {}, {}, 1).name == "多様な発信"
