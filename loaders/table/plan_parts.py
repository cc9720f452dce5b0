"""Columns above a row's own name are the plan's goals and policies: their words give its tree codes and names.

A plan whose programs bear codes of their own (1-①-ア) says by these what lies above them, and is left as it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.model import Initiative
from loaders.patterns import Pattern
from loaders.prose.widths import folded

# A tree has a goal and a program, between them at most a policy.
_LEAST: Final = 2
_CODE: Final = Pattern(
    r"(?:第|基本目標|基本方針|基本施策|重点目標|目標|方針|政策|施策|戦略|柱)?\s*"
    r"(?P<code>[(（]?(?:[Ⅰ-Ⅻ]|[IVX]+|[A-Z]|[ア-ン]|[①-⑳]|\d{1,2})[)）]?(?:\s*[-‐－ー―.]\s*[(（]?(?:[①-⑳]|[ア-ン]|\d{1,2})[)）]?)*)"
    r"(?:[章節編部]|の柱)?(?:(?:[\s.、:・]+|(?<=[)）①-⑳]))(?P<name>\S.*)|$)",
    re.DOTALL,
)


@dataclass(frozen=True)
class PlanPart:
    """A goal, policy or program of a plan: its code, by which its rows are grouped, and its name."""

    code: str
    name: str


def with_plan_parts(initiatives: Sequence[Initiative]) -> tuple[tuple[Initiative, ...], dict[str, str]]:
    """Return the rows with the codes of the goals and policies that they stand under, and the names of these by code.

    All stay as they are where rows have codes already, where fewer than two columns stand above their names, and where no two
    rows share what the first of them says.
    """
    tops = {row.groups[0] for row in initiatives if len(row.groups) >= _LEAST and row.groups[0]}
    is_tree = all(len(row.groups) >= _LEAST and row.groups[0] and not row.goal_code for row in initiatives)
    if not is_tree or len(tops) == len(initiatives):
        return tuple(initiatives), {}
    codes = _codes(initiatives)
    placed: list[Initiative] = []
    names: dict[str, str] = {}
    for row in initiatives:
        parts = [codes[path] for path in _paths(row.groups)]
        goal, program = parts[0], parts[-1]
        policy = parts[1] if len(parts) > _LEAST else None
        names |= {part.code: part.name for part in (goal, policy) if part is not None and part.name}
        placed.append(
            replace(
                row,
                goal_code=goal.code,
                policy_code=policy.code if policy else "",
                program_code=program.code,
                program_code_printed=program.code,
                program_name=program.name or row.groups[-1],
            )
        )
    return tuple(placed), names


def read_part(text: str) -> PlanPart:
    """Return the code that a goal's or policy's words begin with, '' where they have none, and its name.

    >>> [(part.code, part.name) for part in map(read_part, ("Ⅰ　安全を支える", "基本目標１：まち", "1-(1)", "2つの窓口"))]
    [('Ⅰ', '安全を支える'), ('1', 'まち'), ('1-(1)', ''), ('', '2つの窓口')]
    """
    words = " ".join(text.split())
    match = _CODE.fullmatch(_with_roman_signs(words))
    return PlanPart("", words) if match is None else PlanPart("".join(match["code"].split()), match["name"] or "")


def _with_roman_signs(words: str) -> str:
    """Return words after NFKC, but for Roman numerals that are one sign: they are no letters of a name."""
    return "".join(sign if "Ⅰ" <= sign <= "Ⅻ" else folded(sign) for sign in words)


def _paths(groups: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield a row's words from the goal down, each with those above it; columns left empty are left out."""
    said = [" ".join(text.split()) for text in groups if text.strip()]
    yield from (tuple(said[: at + 1]) for at in range(len(said)))


def _codes(initiatives: Sequence[Initiative]) -> Mapping[tuple[str, ...], PlanPart]:
    """Return the part of each path; what bears no code is numbered in the table's order under what stands above it."""
    found: dict[tuple[str, ...], PlanPart] = {}
    for path in dict.fromkeys(path for row in initiatives for path in _paths(row.groups)):
        above = found[path[:-1]].code if len(path) > 1 else ""
        taken = {part.code for other, part in found.items() if other[:-1] == path[:-1]}
        part = read_part(path[-1])
        code = part.code if not above or _continues(part.code, above) else f"{above}-{part.code}" if part.code else ""
        if not code or code in taken:
            code = next(free for at in range(1, len(taken) + 2) if (free := f"{above}-{at}" if above else str(at)) not in taken)
        found[path] = PlanPart(code, part.name)
    return found


def _continues(code: str, above: str) -> bool:
    """Whether a code tells the one above it as well: 1-(2) under 1."""
    return code.startswith(above) and not code[len(above) : len(above) + 1].isdigit() and code != above
