"""A form of one project says above its table whose it is, a label and its words side by side: 事務事業名 | がん検診.

Such a line looks like headings, since half of it is; but what stands beside a label is its value, and below it stands none.
"""

from collections.abc import Iterator, Sequence

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.cues import is_heading_word, is_label, senses
from loaders.mapping.mapping import Use

# What a table is of, where lines above it say so and none of its columns does.
OF_A_TABLE = (Use.NUMBER, Use.GROUP, Use.NAME, Use.DEPARTMENT)
_SURE = 0.6


def is_facts(cells: Sequence[str]) -> bool:
    """Return whether a line is labels with their values beside: 事務事業名 | がん検診推進事業 | 担当課 | 健康増進課.

    >>> is_facts(("事業名", "検診推進事業", "担当課", "公園課")), is_facts(("事業名", "指標", "担当課", "単位"))
    (True, False)
    """
    known = [text for _, text in non_empty(cells)]
    labels, values = known[::2], known[1::2]
    if len(labels) != len(values) or not any(_use(label) is not None for label in labels):
        return False
    return all(is_heading_word(label) for label in labels) and all(
        not is_label(value) or _names_time(label) for label, value in zip(labels, values, strict=True)
    )


def _names_time(label: str) -> bool:
    return label.strip().endswith(("年度", "年", "期間", "時期", "日"))


def facts_above(sheet: Sheet, end: int, start: int = 0) -> Iterator[tuple[Use, str]]:
    """Yield what the lines `start` to `end` say of the table below them, each with what it is."""
    for row in range(start, end):
        known = [text for _, text in non_empty(sheet.rows[row])]
        if not is_facts(sheet.rows[row]):
            continue
        for label, value in zip(known[::2], known[1::2], strict=True):
            if (use := _use(label)) is not None:
                yield use, value


def _use(label: str) -> Use | None:
    """Return what a label's value is of a table, None where it tells something else."""
    found = senses(label)
    best = max(found, key=lambda use: found[use], default=None)
    return best if best in OF_A_TABLE and found[best] >= _SURE else None
