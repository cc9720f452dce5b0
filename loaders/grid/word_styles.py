"""A style tells what its words are: a heading of some level, hidden, of a numbered list; where silent, it goes by another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from loaders.grid.word_parts import Element, attribute, child, is_on, name, number, value

_T = TypeVar("_T")
# A document's title stands above its headings, whose outline begins at 0.
_TITLES = frozenset({"title"})
_BODY_TEXT = 9


@dataclass(frozen=True)
class Styles:
    """The styles of a document by their id."""

    by_id: dict[str, Element] = field(default_factory=dict)

    def is_hidden(self, run: Element, paragraph_style: str) -> bool:
        """Return whether the words of a run are not shown, by its own properties or else a style's."""
        own = is_on(run, "w:rPr", "w:vanish")
        if own is not None:
            return own
        for style in filter(None, (value(run, "w:rPr", "w:rStyle"), paragraph_style)):
            if self._stated(style, lambda element: is_on(element, "w:rPr", "w:vanish")):
                return True
        return False

    def heading_level(self, paragraph: Element) -> int | None:
        """Return the level of a heading, 0 of the document's title, None of plain words."""
        outline = value(paragraph, "w:pPr", "w:outlineLvl")
        style = value(paragraph, "w:pPr", "w:pStyle") or ""
        if outline is None:
            if any((value(element, "w:name") or "").lower() in _TITLES for element in self._chain(style)):
                return 0
            outline = self._stated(style, lambda element: value(element, "w:pPr", "w:outlineLvl"))
        level = number(outline, _BODY_TEXT)
        return level + 1 if 0 <= level < _BODY_TEXT else None

    def is_contents(self, paragraph: Element) -> bool:
        """Return whether a paragraph is a line of the table of contents, which says again what stands elsewhere."""
        style = value(paragraph, "w:pPr", "w:pStyle")
        return any((value(element, "w:name") or "").lower().startswith("toc ") for element in self._chain(style))

    def list_of(self, paragraph: Element) -> tuple[str, int]:
        """Return the list that numbers a paragraph and its level there; '' where none does."""
        own = child(paragraph, "w:pPr", "w:numPr")
        style = value(paragraph, "w:pPr", "w:pStyle") or ""
        told = self._stated(style, lambda element: child(element, "w:pPr", "w:numPr"))
        which = value(own, "w:numId") or value(told, "w:numId") or ""
        return "" if which == "0" else which, number(value(own, "w:ilvl") or value(told, "w:ilvl"))

    def _stated(self, style: str, what: Callable[[Element], _T | None]) -> _T | None:
        """Return what a style, or the next one that it goes by, says of something."""
        return next((found for element in self._chain(style) if (found := what(element)) is not None), None)

    def _chain(self, style: str | None) -> Iterator[Element]:
        seen: set[str] = set()
        while style and style in self.by_id and style not in seen:
            seen.add(style)
            yield self.by_id[style]
            style = value(self.by_id[style], "w:basedOn")


def read_styles(root: Element | None) -> Styles:
    """Return the styles of a document's part of styles."""
    found = [] if root is None else [element for element in root if name(element) == "w:style"]
    return Styles({key: element for element in found if (key := attribute(element, "styleId"))})
