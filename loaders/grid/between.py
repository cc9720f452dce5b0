"""What stands between the tables of a web page is of the table below it, but for notes and labels that stand behind each table.

A label (所管：…) that the page has behind its last table and not before its first one tells of the table above it everywhere.
What a heading's lines say before its first sub-heading is of all tables below its sub-headings.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINES = (*_HEADINGS, "p", "li", "dt", "dd")
_NOTE = re.compile(r"\s*(?:※|＊|\*|[(（]?注)")
_LABEL = re.compile(r"\s*([^\s:：。、（(]{2,8})\s*[:：]")
# A page's own words before and behind its tables may fill it.
_MOST_LINES = 30
_Words = Callable[[HtmlElement | None], str]


@dataclass(frozen=True)
class Around:
    """The lines outside of a table that tell of it, the nearest before it last, and the notes behind it."""

    lines: tuple[str, ...]
    below: tuple[str, ...]


def lines_around(tables: Sequence[HtmlElement], words: _Words, is_hidden: Callable[[HtmlElement], bool]) -> list[Around]:
    """Return for each table of a page what stands around it; `words` reads an element, its lines apart."""
    gaps = [list(_before(table, words, is_hidden)) for table in tables]
    gaps.append([line for element in tables[-1].xpath("following::*") for line in _line(element, words, is_hidden)])
    behind = labels_behind(gaps)
    above = _told_by_headings(tables, words, is_hidden)
    around = []
    for before, after, table, outer in zip(gaps, gaps[1:], tables, above, strict=False):
        of_above = [line for line in after if _label(line) in behind]
        own = [line for line in before if _label(line) not in behind or before is gaps[0]]
        caption = words(table.find("caption")).split("\n")
        is_last = after is gaps[-1]
        below = [line for line in after if is_last or _NOTE.match(line)]
        lines = (*outer[-_MOST_LINES:], *own[-_MOST_LINES:], *of_above[:_MOST_LINES], *filter(None, caption))
        around.append(Around(lines, tuple(below[:_MOST_LINES])))
    return around


@dataclass
class _Section:
    """A heading with the lines below it, up to its first sub-heading; `is_told` where a table stands among them."""

    level: int
    lines: list[str]
    is_told: bool = False


def _told_by_headings(
    tables: Sequence[HtmlElement], words: _Words, is_hidden: Callable[[HtmlElement], bool]
) -> list[tuple[str, ...]]:
    """Return for each table what the headings above its own say of it, without what stands between it and the table before."""
    told: list[tuple[str, ...]] = []
    open_ones: list[_Section] = []
    since_table: list[_Section] = []
    outermost = set(tables)
    for element in tables[0].getroottree().getroot().iter("table", *_LINES):
        if element.tag == "table":
            if element in outermost:
                outer = [s for s in open_ones[:-1] if not s.is_told and s not in since_table]
                told.append(tuple(line for section in outer for line in section.lines))
                if open_ones:
                    open_ones[-1].is_told = True
                since_table = []
        elif element.tag in _HEADINGS:
            level = _HEADINGS.index(element.tag)
            open_ones = [section for section in open_ones if section.level < level]
            open_ones.append(_Section(level, list(_line(element, words, is_hidden))))
            since_table.append(open_ones[-1])
        elif open_ones:
            open_ones[-1].lines += _line(element, words, is_hidden)
    return told


def labels_behind(gaps: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the labels of lines that stand behind a page's tables; `gaps` are the lines before each table and behind the last.

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


def _before(table: HtmlElement, words: _Words, is_hidden: Callable[[HtmlElement], bool]) -> Iterator[str]:
    """Yield the lines of words between a table and the table before it, nearest last."""
    found: list[str] = []
    for element in table.xpath("preceding::*"):
        if element.tag == "table":
            found = []
        else:
            found += _line(element, words, is_hidden)
    yield from found


def _line(element: HtmlElement, words: _Words, is_hidden: Callable[[HtmlElement], bool]) -> Iterator[str]:
    """Yield the lines of an element's words where it stands outside of all tables."""
    if element.tag in _LINES and not is_hidden(element) and next(element.iterancestors("table"), None) is None:
        yield from filter(None, words(element).split("\n"))
