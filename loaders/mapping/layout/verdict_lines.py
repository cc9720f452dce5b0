"""A line of a form may tell of all values above it, labels and their words side by side: 評価 | Ａ | 理由 | 順調に増えた。"""

from collections.abc import Sequence

from loaders.grid.grid import non_empty
from loaders.mapping.cells.values import read_values
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_senses import is_label, likeliest_sense
from loaders.mapping.words.row_kinds import kind_of


def told_of_all(cells: Sequence[str]) -> tuple[tuple[Use, int], ...]:
    """Return what a line of a form tells of all values above it, labels and their words side by side, by place; else nothing.

    >>> told_of_all(("評価", "Ａ", "理由", "順調に増えた。")), told_of_all(("評価", "Ａ", "Ｂ", "Ａ"))
    (((<Use.GRADE: 'grade'>, 1), (<Use.COMMENT: 'comment'>, 3)), ())
    >>> told_of_all(("内部評価", "Ａ", "今後の方向", "見直し"))
    ((<Use.GRADE: 'grade'>, 1),)
    """
    known = list(non_empty(cells))
    labels, words = known[::2], known[1::2]
    kinds = [_kind_of_label(text) for _, text in labels]
    is_line = len(known) > 2 and len(labels) == len(words) and _TOLD_OF_ALL & set(kinds) and set(kinds) <= _OF_ALL
    told = [(kind, *word) for kind, word in zip(kinds, words, strict=False) if kind in _TOLD_OF_ALL and kind is not None]
    if not is_line or any(is_label(text) for _, _, text in told) or any(read_values(text) for _, text in words):
        return ()
    return tuple((kind, column) for kind, column, _ in told)


_TOLD_OF_ALL = frozenset({Use.GRADE, Use.COMMENT})
# What may stand in such a line besides, and is not read.
_OF_ALL = _TOLD_OF_ALL | {Use.UNREAD}


def _kind_of_label(text: str) -> Use | None:
    """Return whether a label is of a verdict, of a remark, or of what is not read (今後の方向性); None for any other."""
    if not is_label(text):
        return None
    return kind_of(text) or likeliest_sense(text)
