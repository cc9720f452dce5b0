"""Words of the document are shown as they are, with what was read from them marked where it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dashboard.text.markdown import verbatim

LEGEND: Final = ":blue-background[**太字に網かけ**]は読み取った数値、:orange-background[網かけ]は判断のもとになったことばです。"


@dataclass(frozen=True)
class Mark:
    """A stretch of a printed cell's text, from `start` up to `end`; a number stands out more than the evidence around it."""

    start: int
    end: int
    is_number: bool


def marked(text: str, marks: Iterable[Mark], offset: int = 0) -> str:
    """Return words as Markdown, every character as it is, numbers bold on a ground and evidence on another ground.

    `offset` is where `text` begins in its printed cell, from which the marks count; marks outside it are cut off.

    >>> marked("9,813人/10,000人", [Mark(0, 6, True)])
    ':blue-background[**9,813人**]/10,000人'
    """
    inside = [
        Mark(max(mark.start - offset, 0), min(mark.end - offset, len(text)), mark.is_number)
        for mark in marks
        if mark.start - offset < len(text) and mark.end - offset > 0
    ]
    return "".join(_dressed(text[start:end], kind) for start, end, kind in _stretches(text, inside))


def _stretches(text: str, marks: Sequence[Mark]) -> Iterable[tuple[int, int, str]]:
    """Cut the text where a mark begins or ends; where marks lie over each other the number wins."""
    cuts = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    for start, end in pairwise(cuts):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        kind = "number" if any(mark.is_number for mark in over) else "evidence" if over else ""
        yield start, end, kind


def _dressed(words: str, kind: str) -> str:
    said = verbatim(words)
    if not words.strip() or not kind:
        return said
    lead, core, tail = _parted(words)
    inner = f"**{verbatim(core)}**" if kind == "number" else verbatim(core)
    return f"{lead}:{'blue' if kind == 'number' else 'orange'}-background[{inner}]{tail}"


def _parted(words: str) -> tuple[str, str, str]:
    """Blanks at the edges stay outside the mark, where Markdown would not let bold words begin or end."""
    core = words.strip()
    start = words.index(core)
    return words[:start], core, words[start + len(core) :]
