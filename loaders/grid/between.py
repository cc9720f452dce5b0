"""What stands between the tables of a web page is of the table below it, but for notes and labels that stand behind each table.

A label (所管：…) that the page has behind its last table and not before its first one tells of the table above it everywhere.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

_LINES = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd")
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
    around = []
    for before, after, table in zip(gaps, gaps[1:], tables, strict=False):
        of_above = [line for line in after if _label(line) in behind]
        own = [line for line in before if _label(line) not in behind or before is gaps[0]]
        caption = words(table.find("caption")).split("\n")
        is_last = after is gaps[-1]
        below = [line for line in after if is_last or _NOTE.match(line)]
        lines = (*own[-_MOST_LINES:], *of_above[:_MOST_LINES], *filter(None, caption))
        around.append(Around(lines, tuple(below[:_MOST_LINES])))
    return around


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
