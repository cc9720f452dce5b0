"""What stands between tables of a page or document is of the table below it, but for notes and labels that stand behind each.

A label (所管：…) that is behind the last table and not before the first one tells of the table above it everywhere.
What a heading's lines say before its first sub-heading is of all tables below its sub-headings.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.patterns import Pattern

_NOTE = Pattern(r"\s*(?:※|＊|\*|[(（]?注)")
_LABEL = Pattern(r"\s*([^\s:：。、（(]{2,8})\s*[:：]")
# A document's own words before and behind its tables may fill it.
_MOST_LINES = 30


@dataclass(frozen=True)
class Passage:
    """The lines of a paragraph outside of all tables; `level` is a heading's, the highest the least, None of plain words."""

    lines: tuple[str, ...]
    level: int | None = None


@dataclass(frozen=True)
class TablePlace:
    """Where a table stands among the passages, and the lines of the caption that is its own."""

    caption: tuple[str, ...] = ()


@dataclass(frozen=True)
class Around:
    """The lines outside of a table that tell of it, the nearest before it last, and the notes behind it."""

    lines: tuple[str, ...]
    below: tuple[str, ...]


def lines_around(parts: Sequence[Passage | TablePlace]) -> list[Around]:
    """Return for each table of a document what stands around it; `parts` are its passages and tables in their order."""
    gaps: list[list[str]] = [[]]
    for part in parts:
        if isinstance(part, TablePlace):
            gaps.append([])
        else:
            gaps[-1] += part.lines
    tables = [part for part in parts if isinstance(part, TablePlace)]
    behind = labels_behind(gaps) if tables else frozenset()
    around = []
    for before, after, table, outer in zip(gaps, gaps[1:], tables, _told_by_headings(parts), strict=False):
        of_above = [line for line in after if _label(line) in behind]
        own = [line for line in before if _label(line) not in behind or before is gaps[0]]
        is_last = after is gaps[-1]
        below = [line for line in after if is_last or _NOTE.match(line)]
        lines = (*outer[-_MOST_LINES:], *own[-_MOST_LINES:], *of_above[:_MOST_LINES], *table.caption)
        around.append(Around(lines, tuple(below[:_MOST_LINES])))
    return around


@dataclass
class _Section:
    """A heading with the lines below it, up to its first sub-heading; `is_told` where a table stands among them."""

    level: int
    lines: list[str]
    is_told: bool = False


def _told_by_headings(parts: Sequence[Passage | TablePlace]) -> list[tuple[str, ...]]:
    """Return for each table what the headings above its own say of it, without what stands between it and the table before."""
    told: list[tuple[str, ...]] = []
    open_ones: list[_Section] = []
    since_table: list[_Section] = []
    for part in parts:
        if isinstance(part, TablePlace):
            outer = [s for s in open_ones[:-1] if not s.is_told and s not in since_table]
            told.append(tuple(line for section in outer for line in section.lines))
            if open_ones:
                open_ones[-1].is_told = True
            since_table = []
        elif part.level is not None:
            level = part.level
            open_ones = [section for section in open_ones if section.level < level]
            open_ones.append(_Section(level, list(part.lines)))
            since_table.append(open_ones[-1])
        elif open_ones:
            open_ones[-1].lines += part.lines
    return told


def labels_behind(gaps: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the labels of lines that stand behind tables; `gaps` are the lines before each table and behind the last.

    >>> sorted(labels_behind([["道の計画"], ["所管：道路課"], ["所管：公園課", "更新：4月"]]))
    ['所管']
    >>> labels_behind([["所管：道路課"], ["所管：公園課"], ["所管：広報課"]]), labels_behind([["道の計画"], ["所管：道路課"]])
    (frozenset(), frozenset())
    """
    first, *between, last = [{_label(line) for line in gap} - {""} for gap in gaps]
    return frozenset(label for label in last - first if between and all(label in found for found in between))


def _label(line: str) -> str:
    found = _LABEL.match(line)
    return found[1] if found else ""
