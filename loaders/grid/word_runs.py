"""The words of a paragraph lie in runs, cut wherever a sign was changed: what is shown of them is joined, nothing else read.

Deleted text is not read and inserted text is; neither are hidden words, readings over kanji, nor the codes that fields hold.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from loaders.grid.note_marks import as_note_mark
from loaders.grid.word_parts import Element, attribute, child, is_on, name, value
from loaders.grid.word_styles import Styles

# What holds runs and shows nothing itself; whatever else stands in a paragraph is not read.
_HOLDS_RUNS = frozenset(
    {"w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:customXml", "w:fldSimple", "w:sdtContent", "w:bdo", "w:dir"}
)
_SIGNS = {"w:br": "\n", "w:cr": "\n", "w:tab": " ", "w:ptab": " ", "w:noBreakHyphen": "-"}
_NOTES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
# The sign that Japanese print sets where a sign cannot be had: one of a font of pictures, or of a formula that is drawn.
_NOT_TOLD = "〓"


@dataclass(frozen=True)
class Words:
    """What is shown of a paragraph; the marks of notes that it refers to, whether some of it is hidden or was changed."""

    text: str
    marks: tuple[str, ...] = ()
    is_hidden: bool = False
    is_changed: bool = False
    goes_on: bool = False


@dataclass(frozen=True)
class _Piece:
    text: str
    is_raised: bool = False
    is_hidden: bool = False
    is_mark: bool = False


@dataclass(frozen=True)
class Look:
    """What a document tells of how its words are shown: its styles, the numbers of its lists, the marks of its notes."""

    styles: Styles = field(default_factory=Styles)
    numbers: Mapping[Element, str] = field(default_factory=dict)
    marks: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def words(self, paragraph: Element) -> Words:
        """Return what is shown of a paragraph; `goes_on` where the mark at its end was deleted and the next follows."""
        style = value(paragraph, "w:pPr", "w:pStyle") or ""
        pieces = list(self._pieces(paragraph, style))
        shown = [piece for piece in pieces if not piece.is_hidden]
        text = _joined(shown)
        number = self.numbers.get(paragraph, "")
        return Words(
            text=f"{number} {text}".strip(" ") if number else text,
            marks=tuple(piece.text for piece in shown if piece.is_mark),
            is_hidden=any(piece.is_hidden and piece.text.strip() for piece in pieces),
            is_changed=any(name(one) in _CHANGES and len(one) > 0 for one in paragraph.iter()),
            goes_on=child(paragraph, "w:pPr", "w:rPr", "w:del") is not None,
        )

    def _pieces(self, element: Element, style: str) -> Iterator[_Piece]:
        for one in element:
            kind = name(one)
            if kind == "w:r":
                is_hidden = self.styles.is_hidden(one, style)
                is_raised = value(one, "w:rPr", "w:vertAlign") == "superscript"
                for piece in self._of_run(one, style):
                    yield _Piece(piece.text, piece.is_raised or is_raised, piece.is_hidden or is_hidden, piece.is_mark)
            elif kind in _HOLDS_RUNS or (kind == "w:sdt" and not is_on(one, "w:sdtPr", "w:showingPlcHdr")):
                yield from self._pieces(one, style)
            elif kind in ("m:oMath", "m:oMathPara"):
                yield _Piece("".join(_formula(one)))

    def _of_run(self, run: Element, style: str) -> Iterator[_Piece]:
        for one in run:
            kind = name(one)
            if kind == "w:t":
                yield _Piece(one.text or "")
            elif kind in _SIGNS:
                yield _Piece(_SIGNS[kind])
            elif kind == "w:sym":
                yield _Piece(_NOT_TOLD)
            elif kind == "w:ruby":
                base = child(one, "w:rubyBase")
                yield from self._pieces(base, style) if base is not None else ()
            elif kind in _NOTES:
                mark = self.marks.get((_NOTES[kind], attribute(one, "id") or ""), "")
                yield _Piece(mark, is_mark=bool(mark))


def lines_of(paragraphs: Sequence[Words]) -> list[str]:
    """Return paragraphs as lines, without the blanks at their ends; one whose end was deleted is of one line with the next."""
    text = "".join(words.text + ("" if words.goes_on else "\n") for words in paragraphs)
    return [line.strip() for line in text.split("\n")]


_CHANGES = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo"})


def _joined(pieces: Sequence[_Piece]) -> str:
    """Return pieces as one text; raised ones that follow each other are one number."""
    text = ""
    for is_raised, group in groupby(pieces, key=lambda piece: piece.is_raised and not piece.is_mark):
        own = "".join(piece.text for piece in group)
        text += as_note_mark(own, text) if is_raised else own
    return text


def _formula(element: Element) -> Iterator[str]:
    """Yield the words of a formula; one that is drawn (a fraction, a root) is no line of words and not told."""
    for one in element:
        if name(one) in ("m:r", "m:oMath"):
            yield from _formula(one)
        elif name(one) in ("m:t", "w:t"):
            yield one.text or ""
        elif not name(one).endswith("Pr"):
            yield _NOT_TOLD


def note_marks(text: Element) -> dict[tuple[str, str], str]:
    """Return the mark of each note that a document refers to, by the note's kind and id: ※1 of a page, ※文末1 of its end."""
    found: dict[tuple[str, str], str] = {}
    for kind, of in _NOTES.items():
        references = [
            one for one in text.iter(f"{{*}}{kind.removeprefix('w:')}") if next(one.iterancestors("{*}del"), None) is None
        ]
        own = [one for one in references if attribute(one, "customMarkFollows") not in ("1", "true", "on")]
        for at, one in enumerate(dict.fromkeys(attribute(one, "id") or "" for one in own), start=1):
            found[of, one] = f"※{at}" if of == "footnote" else f"※文末{at}"
    return found
