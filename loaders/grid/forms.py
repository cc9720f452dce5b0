"""The same form may stand again and again on a sheet, a project each: what comes again at its place is a label there.

受け持ち | 総務課 | 数えるもの | 寄附額: the first and the third come again in other blocks, what stands behind them differs.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

_Rows = Sequence[Sequence[str]]
# Cells of a line of labels and their values; a row of data has more, or as many in the next row.
_FEWEST, _MOST = 2, 10
# Lines from one form to the next: its label, a line of years, a row of values at least.
_APART = 3
# Above this a sheet holds a list.
_MOST_ROWS = 3000
_LONGEST_LABEL = 12


def labels_again(rows: _Rows) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return the lines of forms: by row the columns of each label and of what stands behind it, -1 where nothing does.

    >>> form = [["係", "土木係", "数", "橋"], ["", "R4", "R5", ""], ["予定", "1", "2", ""]]
    >>> other = [["係", "公園係", "数", "木"], *form[1:]]
    >>> labels_again([*form, *other])
    {0: ((0, 1), (2, 3)), 3: ((0, 1), (2, 3))}
    """
    if len(rows) > _MOST_ROWS:
        return {}
    lines = {at: cells for at, row in enumerate(rows) if _FEWEST <= len(cells := _known(row)) <= _MOST}
    places: dict[tuple[int, str], list[int]] = {}
    for at, cells in lines.items():
        for column, text in cells:
            places.setdefault((column, _stem(text)), []).append(at)
    found = {}
    for at, cells in lines.items():
        again = places[cells[0][0], _stem(cells[0][1])]
        if len(again) < _FEWEST or any(later - earlier < _APART for earlier, later in pairwise(again)):
            continue
        same = [column for column, text in cells if places[column, _stem(text)] == again and _is_label(text)]
        pairs = tuple(_paired([column for column, _ in cells], same))
        if pairs and _differ(rows, again, pairs):
            found[at] = pairs
    return found


def _known(row: Sequence[str]) -> list[tuple[int, str]]:
    return [(column, text) for column, text in enumerate(row) if text.strip()]


def _stem(text: str) -> str:
    """Return a text without its blanks and with every number as one sign: 取組１ and 取組２ are one label."""
    return re.sub(r"\d+", "#", "".join(unicodedata.normalize("NFKC", text).split()))


def _is_label(text: str) -> bool:
    return len(text.strip()) <= _LONGEST_LABEL and re.match(r"[\W\d_]*[^\W\d_]", text) is not None


def _paired(columns: Sequence[int], same: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each label's column with that of the cell behind it; nothing where a cell stands behind no label of its own.

    Where cells stand in twos, the second of each is what stands behind the first though it may come again too (件, 人).
    """
    if len(columns) % 2 == 0 and set(columns[::2]) <= set(same):
        yield from zip(columns[::2], columns[1::2], strict=True)
        return
    behind = [(column, after) for column, after in zip(columns, [*columns[1:], -1], strict=True) if column in same]
    pairs = [(column, -1 if after in same else after) for column, after in behind]
    if {column for pair in pairs for column in pair} - {-1} == set(columns):
        yield from pairs


def _differ(rows: _Rows, again: Sequence[int], pairs: Sequence[tuple[int, int]]) -> bool:
    """Return whether what stands behind some label is not everywhere the same.

    Numbers in a label count the forms, or what each of them holds (指標①, 指標②): each comes as often as the others.
    """
    behind = [{rows[at][value] for at in again} for _, value in pairs if value >= 0]
    counted = [Counter(rows[at][label] for at in again) for label, _ in pairs]
    return any(len(words) > 1 for words in behind) and all(len(set(counts.values())) == 1 for counts in counted)
