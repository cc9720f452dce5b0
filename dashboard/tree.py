"""The plan is a tree: goal (目標) > policy (施策) > program (事業) > initiative (実施内容, a row of the table).

The table prints codes for goals and policies and no titles, so a part is told by its code and by the programs it holds.
Pure functions from the frames of `programs`, `goal_standing` and `goal_initiatives` to nodes, sentences and tables.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from dashboard import filters, links, standing, tables, words
from dashboard.matrix import unbroken
from dashboard.standing import ABSENT, UNDONE, Standing

GOAL: Final = "目標"
POLICY: Final = "施策"
PROGRAM: Final = "事業"
INITIATIVE: Final = "実施内容"
LEVELS: Final = (GOAL, POLICY, PROGRAM, INITIATIVE)
WHOLE: Final = "計画全体"
BY_TROUBLE: Final = f"{UNDONE}の割合順"
BY_PLAN: Final = "計画の順"
ORDERS: Final = (BY_TROUBLE, BY_PLAN)
NOTHING: Final = "－"
NAMES: Final = "目標・施策・事業"
# Markdown drops blanks at the start of a cell; this one stays.
INDENT: Final = "&emsp;"


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

    @property
    def name(self) -> str:
        """The node in a sentence: '目標1', '施策1-①', '1-①-ア 多様な防災情報の発信'."""
        return f"{self.level}{self.code}" if self.level in (GOAL, POLICY) else f"{self.code} {self.title}"

    def at(self, year: int) -> Standing:
        """Return how it stands in a year."""
        return self.standings.get(year, ABSENT)


def read(frame: pd.DataFrame, programs: pd.DataFrame, initiatives: pd.DataFrame) -> tuple[Node, ...]:
    """Return every node that the filter lets through, in the plan's order; the whole plan is left out."""
    titles = _titles(programs)
    codes = frame[["goal_code", "policy_code", "program_code"]]
    depth = codes.notna().sum(axis=1)
    nodes = []
    for level, column, above in ((GOAL, 0, None), (POLICY, 1, 0), (PROGRAM, 2, 1)):
        here = frame[depth == column + 1]
        for code, own in here.groupby(codes.columns[column], sort=False):
            parent = None if above is None else str(own[codes.columns[above]].iloc[0])
            years = standing.by_year(own)
            cells = {year: standing.cell(one) for year, one in years.items()}
            nodes.append(Node(level, str(code), parent, titles[str(code)], years, cells, int(own["first_number"].iloc[0])))
    return (*nodes, *_leaves(initiatives))


def whole(frame: pd.DataFrame) -> dict[int, Standing]:
    """Return how all that the filter lets through stands in each year."""
    return standing.by_year(frame[frame["goal_code"].isna()])


def below(nodes: Iterable[Node], code: str | None) -> list[Node]:
    """Return the children of a goal, policy or program; of the plan where `code` is None."""
    return [node for node in nodes if node.parent == code]


def ordered(nodes: Iterable[Node], order: str, year: int) -> list[Node]:
    """Return siblings with the most trouble first, or in the plan's order."""
    if order == BY_PLAN:
        return sorted(nodes, key=lambda node: node.first_number)
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


def answer(nodes: Sequence[Node], every: Mapping[int, Standing], year: int, label_ja: str) -> str:
    """Return which parts of the plan have the largest share left undone, on the two levels that can be compared."""
    now = every.get(year, ABSENT)
    if not now.undone:
        return f"{label_ja}に{UNDONE}のある事業はありません（判定した事業{now.judged}件）"
    first = LEVELS.index(split_level(nodes))
    said = []
    for level in LEVELS[first : first + 2]:
        # An initiative has no share of its own: its line in the table says what became of it.
        node = None if level == INITIATIVE else _worst(at_level(nodes, level), year)
        # A part that does better than the whole is not named as trouble, though larger than those that do worse.
        if node is not None and (node.at(year).share or 0.0) > (now.share or 0.0):
            said.append(f"{node.name}の{standing.part_text(node.at(year))}")
    if not said:
        return f"{label_ja}は{standing.part_text(now)}が{UNDONE}"
    return f"{label_ja}に{UNDONE}の割合が最も高いのは、{'、'.join(said)}（全体では{words.percent_text(now.share)}）"


def turned(nodes: Sequence[Node], year: int, label_ja: str) -> str:
    """Return which parts have more left undone than the year before, and which less, as a sentence."""
    level = split_level(nodes)
    parts = [node for node in at_level(nodes, level) if node.at(year).judged and node.at(year - 1).judged]
    if level == INITIATIVE or not parts:
        return ""
    changes = {node.name: node.at(year).undone - node.at(year - 1).undone for node in parts}
    worse = [f"{name}（{words.change_text(by)}）" for name, by in changes.items() if by > 0]
    better = [f"{name}（{words.change_text(by)}）" for name, by in changes.items() if by < 0]
    said = [f"増えたのは{'、'.join(worse)}です" if worse else "増えたところはありません"]
    said += [f"減ったのは{'、'.join(better)}です"] if better else []
    return f"{label_ja}の{UNDONE}が前年度より{'。'.join(said)}。"


def table(nodes: Iterable[Node], year: int, labels: Mapping[int, str], level: str) -> pd.DataFrame:
    """Return one row a node as a plain table for reading and saving."""
    rows = []
    for node in nodes:
        now, before = node.at(year), node.at(year - 1)
        is_leaf = node.level == INITIATIVE
        rows.append(
            {"段階": node.level, "番号": node.code, "含まれる事業": node.title}
            | {f"{labels[year]}の割合": NOTHING if is_leaf else words.percent_text(now.share)}
            | {"前年度比": NOTHING if is_leaf else standing.change_text(now, before)}
            | {label: node.cells.get(each, NOTHING) for each, label in labels.items()}
            | {"判定外": NOTHING if is_leaf else f"{now.unjudged}件"}
            | ({"担当課": node.department} if level == INITIATIVE else {})
        )
    return pd.DataFrame(rows)


def linked(rows: pd.DataFrame, nodes: Sequence[Node], labels: Mapping[int, str], page: str, level: str) -> pd.DataFrame:
    """Return the table for the screen: one indented column of links instead of level, number and programs."""
    shown = rows.drop(columns=["段階", "番号", "含まれる事業"])
    shown = shown.assign(**{label: shown[label].map(standing.marked) for label in labels.values()})
    shown["前年度比"] = shown["前年度比"].map(unbroken)
    shown.insert(0, NAMES, [_link(node, page, level) for node in nodes])
    return shown


def steps(programs: pd.DataFrame, scope: str | None) -> list[str]:
    """Return what one click can narrow to, as options of the sidebar's filter: the way up, the choice, and what lies below."""
    options = {str(filters.scope_code(option)): option for option in _options(programs)}
    parents = {code: parent for row in programs.itertuples() for code, parent in _chain(row)}
    way: list[str] = []
    code = scope if scope in options else None
    while code is not None:
        way.insert(0, options[code])
        code = parents[code]
    children = [options[code] for code, parent in parents.items() if parent == (scope if scope in options else None)]
    return [filters.ALL, *way, *children]


def step_text(option: str) -> str:
    """Return how an option of the filter reads on a pill: '目標1', '施策1-①', '1-①-ア 多様な防災情報の発信'."""
    if option == filters.ALL:
        return WHOLE
    dashes = option.split(" ", 1)[0].count("-")
    return f"{(GOAL, POLICY)[dashes]}{option}" if dashes < 2 else option


def option_of(programs: pd.DataFrame, scope: str | None) -> str:
    """Return the option of the sidebar's filter for a code."""
    return next((option for option in _options(programs) if filters.scope_code(option) == scope), filters.ALL)


def _options(programs: pd.DataFrame) -> list[str]:
    options: dict[str, None] = {}
    for row in programs.itertuples():
        options |= {str(row.goal_code): None, str(row.policy_code): None, f"{row.program_code} {row.program_name}": None}
    return list(options)


def _chain(row: Any) -> tuple[tuple[str, str | None], ...]:
    return (row.goal_code, None), (row.policy_code, row.goal_code), (row.program_code, row.policy_code)


def _titles(programs: pd.DataFrame) -> dict[str, str]:
    """Return what each code holds: a program its name, a policy and a goal the names of their programs."""
    titles = {str(row.program_code): str(row.program_name) for row in programs.itertuples()}
    for column in ("policy_code", "goal_code"):
        for code, own in programs.groupby(column):
            titles[str(code)] = "／".join(str(name) for name in own["program_name"].unique())
    return titles


def _leaves(initiatives: pd.DataFrame) -> list[Node]:
    leaves = []
    for number, own in initiatives.groupby("number", sort=False):
        head, records = own.iloc[0], own.to_dict("records")
        cells = {int(one["year"]): words.status_text(one["status"], one["is_carried_over"]) for one in records}
        standings = {
            int(one["year"]): Standing(initiatives=1, judged=int(one["is_judged"]), undone=int(one["is_undone"]))
            for one in records
        }
        title, department = str(head["activity"]), str(head["department"])
        leaves.append(
            Node(INITIATIVE, str(number), str(head["program_code"]), title, standings, cells, int(str(number)), department)
        )
    return leaves


def _worst(nodes: Iterable[Node], year: int) -> Node | None:
    by_name = {node.name: node for node in nodes}
    name = standing.worst({name: node.at(year) for name, node in by_name.items()})
    return by_name[name] if name else None


def _link(node: Node, page: str, level: str) -> str:
    indent = INDENT * LEVELS.index(node.level)
    if node.level == INITIATIVE:
        label = tables.verbatim(f"番号{node.code} {node.title}")
        return f"{indent}{tables.markdown_link(label, links.initiative_address(int(node.code)))}"
    option = node.code if node.level in (GOAL, POLICY) else f"{node.code} {node.title}"
    address = links.address(page, {**links.filters_in_url(), "scope": [option]}, level=level)
    link = f"{indent}{tables.markdown_link(node.name, address)}"
    if node.level == PROGRAM:
        return link
    # Where the programs follow as rows of their own they need not be listed.
    is_last = node.level == level
    return f"{link} :gray[{tables.verbatim(node.title)}]" if is_last else f"{indent}**{link.strip(INDENT)}**"
