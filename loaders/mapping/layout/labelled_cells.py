"""A cell may hold a label and its words (担当：公園課, 【単位】人, 担当　健康課), above a table or among its headings."""

import re
from collections.abc import Sequence

from loaders.mapping.cells.evidence import is_unit
from loaders.mapping.layout.sections_in_titles import SECTION
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_senses import is_label, likeliest_sense, strength
from loaders.patterns import Pattern

# What a table is of, where lines above it say so and none of its columns does.
OF_A_PROJECT = (Use.NUMBER, Use.GROUP, Use.NAME, Use.DEPARTMENT)
OF_A_TABLE = (*OF_A_PROJECT, Use.MEASURE, Use.UNIT)
SURE = 0.6
_LABELLED = Pattern(
    r"[\s■□●◆○・※]*(?:[【\[［〔](?P<marked>[^】\]］〕]{2,8})[】\]］〕]|(?P<label>[^:：\s]{2,8})\s*[:：])\s*(?P<value>\S.{0,60})"
)


def labelled(text: str) -> tuple[Use, str] | None:
    """Return what a cell that holds a label and its words says of a table, None for any other.

    >>> labelled("担当　健康課"), labelled("単位　本"), labelled("担当　健康づくり")
    ((<Use.DEPARTMENT: 'department'>, '健康課'), (<Use.UNIT: 'unit'>, '本'), None)
    >>> labelled("担当：ごみ減量課"), labelled("【単位】人"), labelled("目標：80人"), labelled("（単位：千円）")
    ((<Use.DEPARTMENT: 'department'>, 'ごみ減量課'), (<Use.UNIT: 'unit'>, '人'), None, None)
    """
    found = _LABELLED.fullmatch(" ".join(text.split()))
    label = (found["marked"] or found["label"]) if found else ""
    use = use_of_label(label) if label and is_label(label) else None
    return (use, found["value"].strip()) if found and use is not None else labelled_by_a_blank(text)


def labelled_in_turn(line: str) -> tuple[tuple[Use, str], ...]:
    """Return what a line of several labels, each in brackets, says of a table; none for any other.

    >>> [text for _, text in labelled_in_turn("【単位】㎡　【所管】公園課")], labelled_in_turn("【単位】㎡")
    (['㎡', '公園課'], ())
    """
    told = [labelled(part) for part in re.split(r"\s+(?=[【\[［〔][^】\]］〕]{2,8}[】\]］〕])", line.strip())]
    facts = tuple(fact for fact in told if fact is not None)
    return facts if 1 < len(facts) == len(told) else ()


def labelled_by_a_blank(text: str) -> tuple[Use, str] | None:
    """Return the section or the unit that stands behind its label, a blank between: 担当　健康課; None for anything else."""
    label, *values = text.split() or [""]
    if len(values) != 1 or not is_label(label):
        return None
    use = use_of_label(label)
    is_told = (use is Use.DEPARTMENT and SECTION.fullmatch(values[0])) or (use is Use.UNIT and is_unit(values[0]))
    return (use, values[0]) if is_told and use is not None else None


def use_of_label(label: str, among: Sequence[Use] = OF_A_TABLE) -> Use | None:
    """Return what a label's value is of a table, None where it tells something else."""
    best = likeliest_sense(label)
    return best if best in among and strength(label) >= SURE else None
