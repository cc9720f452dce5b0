"""The plan is a tree: goal (目標) > policy (施策) > program (事業) > initiative (実施内容, a row of the table).

The table prints codes for goals and policies and no titles, so a part is told by its code and by the programs it holds.
Pure functions from the frames of `programs`, `goal_standing` and `goal_initiatives` to nodes, sentences and tables.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.facts import standing
from dashboard.facts.standing import ABSENT, UNDONE, Standing
from dashboard.frame import filter_address, shared
from dashboard.text import words
from dashboard.text.records import Record, known, rows_of
from dashboard.text.words import CODES, GOAL, POLICY, PROGRAM, by_code

INITIATIVE: Final = "実施内容"
LEVELS: Final = (GOAL, POLICY, PROGRAM, INITIATIVE)
WHOLE: Final = "計画全体"
EVERYTHING: Final = filter_address.ALL
BY_TROUBLE: Final = f"{UNDONE}の割合順"
BY_PLAN: Final = "計画の順"
ORDERS: Final = (BY_TROUBLE, BY_PLAN)


@dataclass(frozen=True)
class Node:
    """A part of the plan. `code` is what the sidebar's filter takes, or the number of an initiative."""

    level: str
    code: str
    parent: str | None
    title: str
    standings: Mapping[int, Standing]
    cells: Mapping[int, str]
    first_number: int
    department: str = ""
    given_name: str = ""

    @property
    def name(self) -> str:
        """The node in a sentence: '目標1', with the name that the plan gives it, '1-①-ア 多様な防災情報の発信'."""
        if self.level in (GOAL, POLICY):
            return f"{self.level}{self.code} {self.given_name}".strip()
        # A program that the table gives no code is told by its name.
        return self.title if self.code == self.title else f"{self.code} {self.title}"

    @property
    def option(self) -> str:
        """What the sidebar's filter calls it."""
        return self.code if self.level in (GOAL, POLICY) else self.name

    def at(self, year: int) -> Standing:
        """Return how it stands in a year."""
        return self.standings.get(year, ABSENT)


def read(
    frame: pd.DataFrame, programs: pd.DataFrame, initiatives: pd.DataFrame, names: Mapping[str, str] | None = None
) -> tuple[Node, ...]:
    """Return every node that the filter lets through, in the plan's order; the whole plan is left out."""
    return (*read_parts(frame, programs, names), *_leaves(initiatives))


def read_parts(frame: pd.DataFrame, programs: pd.DataFrame, names: Mapping[str, str] | None = None) -> tuple[Node, ...]:
    """Return goals, policies and programs, in the plan's order.

    `names` are those that the plan gives goals and policies, by code.

    What has no code is no node, and what lies below it hangs on the next code above; a plan without codes has leaves alone.
    """
    titles = _titles(programs)
    columns = list(CODES)
    parts: dict[tuple[int, str], list[Record]] = {}
    for record in rows_of(frame):
        depth = sum(known(record[column]) is not None for column in columns)
        if depth and record[columns[depth - 1]] != "":
            parts.setdefault((depth - 1, str(record[columns[depth - 1]])), []).append(record)
    nodes = []
    for (at, code), own in sorted(parts.items(), key=lambda part: part[0][0]):
        years = {int(one["year"]): standing.read(one) for one in own}
        cells = {year: standing.cell(one) for year, one in years.items()}
        parent, first, name = _nearest(own[0], columns[:at]), int(own[0]["first_number"]), (names or {}).get(code, "")
        nodes.append(Node(CODES[columns[at]], code, parent, titles[code], years, cells, first, given_name=name))
    return tuple(nodes)


def asked(chosen: Filter) -> tuple[Node, ...]:
    """Return the nodes of the store in force that the filter lets through, as `read` does."""
    return (*shared.told(asked_parts, chosen), *_leaves(queries.frame("goal_initiatives", chosen)))


def asked_parts(chosen: Filter) -> tuple[Node, ...]:
    """Return the goals, policies and programs of the store in force that the filter lets through."""
    return read_parts(queries.frame("goal_standing", chosen), queries.frame("programs"), part_names())


def under(chosen: Filter) -> tuple[Node, ...]:
    """Return the tree from the part that the filter narrows to, as `within` does."""
    return within(shared.told(asked, chosen), chosen.scope)


def part_names() -> dict[str, str]:
    """Return the names that the plan gives its goals and policies, by code."""
    return {str(row["code"]): str(row["name"]) for row in queries.records("plan_parts")}


def statuses(frame: pd.DataFrame, nodes: Sequence[Node]) -> pd.DataFrame:
    """Return the counts of every status for nodes of one level, in their order, with the node's code as `code`."""
    at = LEVELS.index(nodes[0].level)
    column = list(CODES)[at]
    here = frame[frame[list(CODES)].notna().sum(axis=1) == at + 1]
    return here.set_index(column).loc[[node.code for node in nodes]].reset_index(names="code")


def whole(frame: pd.DataFrame) -> dict[int, Standing]:
    """Return how all that the filter lets through stands in each year."""
    return standing.by_year(frame[frame["goal_code"].isna()])


def within(nodes: Sequence[Node], scope: str | None) -> tuple[Node, ...]:
    """Return the tree from the part that the filter narrows to; of the parts above it only a piece is let through.

    Told as if it were the whole, goal 4 with but one of its policies would be worse than it is.
    """
    top = next((node for node in nodes if node.code == scope and node.level != INITIATIVE), None)
    if top is None:
        return tuple(nodes)
    parents = {node.code: node.parent for node in nodes if node.level != INITIATIVE}
    above, code = set(), top.parent
    while code is not None:
        above.add(code)
        code = parents.get(code)
    kept = [node for node in nodes if node.level == INITIATIVE or node.code not in above]
    return tuple(replace(node, parent=None) if node is top else node for node in kept)


def outermost(nodes: Sequence[Node], year: int) -> dict[str, Standing]:
    """Return how the outermost parts stand in a year, by their codes, programs by their names; none for initiatives."""
    parts = [node for node in ordered(below(nodes, None), BY_PLAN, year) if node.level != INITIATIVE]
    return {node.name if node.level == PROGRAM else f"{node.level}{node.code}": node.at(year) for node in parts}


def below(nodes: Iterable[Node], code: str | None) -> list[Node]:
    """Return the children of a goal, policy or program; of the plan where `code` is None."""
    return [node for node in nodes if node.parent == code]


def children(nodes: Iterable[Node], order: str, year: int) -> dict[str | None, list[Node]]:
    """Return what lies directly below each part, in order; below None what no part is above."""
    found: dict[str | None, list[Node]] = {}
    for node in nodes:
        found.setdefault(node.parent, []).append(node)
    return {code: ordered(below_it, order, year) for code, below_it in found.items()}


def way(nodes: Iterable[Node], code: str | None) -> list[Node]:
    """Return the parts from the top down to the one with a code; none where no part bears it."""
    parts = {node.code: node for node in nodes if node.level != INITIATIVE}
    found: list[Node] = []
    while code in parts:
        found.insert(0, parts[code])
        code = parts[code].parent
    return found


def ordered(nodes: Iterable[Node], order: str, year: int) -> list[Node]:
    """Return siblings with the most trouble first, or in the plan's order: by number, what has none as the table goes."""
    if order == BY_PLAN:
        return sorted(nodes, key=lambda node: (*by_code(node.code), node.first_number))
    return sorted(nodes, key=lambda node: (*node.at(year).rank, node.first_number))


def opened(nodes: Sequence[Node], level: str, order: str, year: int) -> list[Node]:
    """Return the tree as a list down to a level, every node before its children."""

    def walk(code: str | None) -> list[Node]:
        found: list[Node] = []
        for node in ordered(below(nodes, code), order, year):
            if LEVELS.index(node.level) <= LEVELS.index(level):
                # The number of an initiative may be a goal's code as well, so a leaf is never asked for children.
                found += [node, *([] if node.level == INITIATIVE else walk(node.code))]
        return found

    return walk(None)


def at_level(nodes: Iterable[Node], level: str) -> list[Node]:
    """Return the nodes of one level."""
    return [node for node in nodes if node.level == level]


def split_level(nodes: Sequence[Node]) -> str:
    """Return the first level that has more than one node, which is what a narrowed view can compare; else the last."""
    return next((level for level in LEVELS if len(at_level(nodes, level)) > 1), INITIATIVE)


def levels(nodes: Iterable[Node]) -> list[str]:
    """Return the levels that a plan has, from the top down: with codes of two steps there is no policy."""
    there = {node.level for node in nodes}
    return [level for level in LEVELS if level in there]


def compared_levels(nodes: Sequence[Node]) -> tuple[str, ...]:
    """Return the two levels on which parts are compared; an initiative has no share of its own, so it is none."""
    there = levels(nodes)
    first = there.index(split_level(nodes)) if there else 0
    return tuple(level for level in there[first : first + 2] if level != INITIATIVE)


def _nearest(record: Any, columns: Sequence[str]) -> str | None:
    """Return the lowest of the codes that is one."""
    return next((str(record[column]) for column in reversed(columns) if record[column]), None)


def _titles(programs: pd.DataFrame) -> dict[str, str]:
    """Return what each code holds: a program its name, a policy and a goal the names of their programs."""
    titles = {str(row.program_code): str(row.program_name) for row in programs.itertuples()}
    for column in ("policy_code", "goal_code"):
        for code, own in programs.groupby(column):
            titles[str(code)] = "／".join(str(name) for name in own["program_name"].unique())
    return titles


def _leaves(initiatives: pd.DataFrame) -> list[Node]:
    rows: dict[int, list[Record]] = {}
    for record in rows_of(initiatives):
        rows.setdefault(int(record["number"]), []).append(record)
    leaves = []
    for number, records in rows.items():
        head = records[0]
        cells = {int(one["year"]): words.status_text(one["status"], one["is_carried_over"]) for one in records}
        standings = {
            int(one["year"]): Standing(
                initiatives=1,
                judged=int(one["is_judged"]),
                undone=int(one["is_undone"]),
                doubtful=int(one["is_doubtful"]),
            )
            for one in records
        }
        title, department = str(head["activity"]), str(head["department"])
        parent = _nearest(head, list(CODES))
        leaves.append(Node(INITIATIVE, str(number), parent, title, standings, cells, number, department))
    return leaves
