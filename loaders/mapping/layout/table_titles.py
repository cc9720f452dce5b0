"""The short line right above a table, or before it on its page, is its title: what a table of one thing is of."""

import re
from collections.abc import Sequence

from loaders.grid.grid import Sheet, is_remark, non_empty
from loaders.mapping.layout.ends_beside import labels_an_end
from loaders.mapping.layout.labelled_cells import labelled, use_of_label
from loaders.mapping.layout.sections_in_titles import without_departments
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_senses import is_heading_word
from loaders.mapping.words.heading_years import plain
from loaders.patterns import Pattern

_LONGEST_TITLE = 50


def title_above(sheet: Sheet, first: int) -> str:
    """Return the short line of one cell right above a table, or before it on its page: what a table of one thing is of.

    Labels with their values beside them (担当部署 | 水道課 | 基準値 | 310人) may stand between, unless they name it themselves.
    """
    for row in range(first - 1, -1, -1):
        if _tells_no_name(sheet.rows[row]):
            continue
        known = [text for _, text in non_empty(sheet.rows[row]) if _may_be_title(text)]
        if known:
            return short_title(without_departments(known[0])) if len(known) == 1 else ""
    return short_title(without_departments(next(filter(_may_be_title, reversed(sheet.around)), "")))


def _tells_no_name(cells: Sequence[str]) -> bool:
    """Return whether a line is labels with their values beside them, and none of them names what the table is of."""
    texts = [text for _, text in non_empty(cells)]
    labels = texts[::2]
    is_paired = bool(texts) and len(texts) % 2 == 0 and all(map(is_heading_word, labels)) and not any(map(is_remark, texts))
    return is_paired and not any(use_of_label(text, _NAMING) for text in labels)


_NAMING = (Use.NAME, Use.MEASURE, Use.NUMBER, Use.GROUP)


def _may_be_title(text: str) -> bool:
    """Return whether a line tells more than a remark, a label's words, the unit, or the plan's ends, of the table below it."""
    if is_remark(text):
        return False
    return labelled(text) is None and not labels_an_end(text) and bool(_UNIT_IN_TITLE.sub("", text).strip())


def short_title(line: str) -> str:
    """Return a title without the unit that it tells and without what only counts it: 指標3　受診率（単位：％）."""
    words = " ".join(_UNIT_IN_TITLE.sub("", line).split())
    counted, _, rest = words.partition(" ")
    if rest and re.search(r"\d", plain(counted)) and use_of_label(_COUNT.sub("", plain(counted))) is Use.MEASURE:
        words = rest
    return words if len(words) <= _LONGEST_TITLE and not words.endswith("。") else ""


# What counts a title, in brackets or not: 指標3, 評価指標【1-1-①】.
_COUNT = Pattern(r"[\d\-.()\[\]【】]+")
_UNIT_IN_TITLE = Pattern(r"[(（\[［【]\s*単位\s*[:：][^()（）\[\]［］【】]*[)）\]］】]")
