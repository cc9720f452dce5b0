"""A form may say above its years where the plan starts and where it shall end, a label and its value side by side.

策定時（R2） | 85 | 最終目標（R8） | 150 is no row of the table below it, and no heading: both are of what it measures. So may
a line of a list with its label: 最終目標：150人（R8）.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.grid.grid import non_empty
from loaders.mapping.cells.values import is_blank, read_values, stands_for_value
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_senses import likeliest_sense, strength
from loaders.patterns import Pattern

_SURE = 0.6
ENDS = {Use.BASELINE: Use.BASELINE, Use.CURRENT: Use.BASELINE, Use.FINAL_GOAL: Use.FINAL_GOAL}


@dataclass(frozen=True)
class EndTold:
    """Where a plan starts or ends, as a line tells it: `label` is what its value is called, `column` where the value stands."""

    use: Use
    label: str
    text: str
    column: int


def ends_told(cells: Sequence[str]) -> tuple[EndTold, ...]:
    """Return what a line says of where a plan starts and where it ends; none where it says one of them alone, or anything else.

    >>> [(end.use.value, end.text) for end in ends_told(("策定時（R2）", "85", "最終目標（R8）", "150以上"))]
    [('baseline', '85'), ('final_goal', '150以上')]
    >>> ends_told(("基準値（R2）", "最終目標（R8）")), ends_told(("目標値", "12", "15"))
    ((), ())
    """
    told = ends_among(cells)
    return told if 2 * len(told) == len(list(non_empty(cells))) and {e.use for e in told} == set(ENDS.values()) else ()


def ends_among(cells: Sequence[str]) -> tuple[EndTold, ...]:
    """Return the starts and ends that a line tells among other things, each label with its value beside it.

    >>> [(end.use.value, end.text) for end in ends_among(("基準値", "87", "時点", "令和元年度", "担当", "住宅係"))]
    [('baseline', '87')]
    """
    known = list(non_empty(cells))
    labels, values = known[::2], known[1::2]
    if len(labels) != len(values):
        return ()
    return tuple(
        EndTold(use, " ".join(label.split()), text, column)
        for (_, label), (column, text) in zip(labels, values, strict=True)
        if (stands_for_value(text) or is_blank(text)) and (use := _end(label)) is not None
    )


_IN_A_LINE = Pattern(r"[\s・●○■□◆◇]*(?P<label>[^\s:：。、]{2,12})\s*[:：]\s*(?P<text>\S.{0,40})")


def labels_an_end(line: str) -> bool:
    """Return whether a line's label says that it tells where a plan starts or ends, a value or none yet: 基準値：なし（新規）.

    >>> labels_an_end("基準値：なし（新規）"), labels_an_end("施策：道を守る"), labels_an_end("目標１：道を守る")
    (True, False, False)
    """
    return _labelled_end(line) is not None


def ends_in_lines(lines: Sequence[str], column: int) -> tuple[EndTold, ...]:
    """Return the starts and ends that lines tell with a label and one value each, in columns from `column` on.

    >>> [(end.use.value, end.text) for end in ends_in_lines(("基準値：R2 85人", "最終目標：150人（R8）", "到達目標：未定"), 3)]
    [('baseline', 'R2 85人'), ('final_goal', '150人（R8）')]
    """
    told = [found for line in lines if (found := _labelled_end(line)) is not None and len(read_values(found[2])) == 1]
    return tuple(EndTold(*found, column + at) for at, found in enumerate(told))


def _labelled_end(line: str) -> tuple[Use, str, str] | None:
    found = _IN_A_LINE.fullmatch(" ".join(line.split()))
    use = _end(found["label"]) if found else None
    return (use, found["label"], found["text"]) if found and use is not None else None


def _end(label: str) -> Use | None:
    """Return whether a label is of a plan's start or of its end by the words that it is best known by."""
    best = likeliest_sense(label)
    return ENDS.get(best) if best is not None and strength(label) >= _SURE else None
