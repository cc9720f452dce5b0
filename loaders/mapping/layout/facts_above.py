"""What the lines above a table, or before it on its page, say of it: whose it is, what it is of, the unit of its values."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.cells.evidence import is_unit
from loaders.mapping.layout.labelled_cells import OF_A_PROJECT, labelled, labelled_by_a_blank, labelled_in_turn, use_of_label
from loaders.mapping.layout.labelled_lines import PERSON, facts_of_a_form, pairs_in
from loaders.mapping.layout.sections_in_titles import BEFORE_A_LABEL, departments_in
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_units import unit_in
from loaders.patterns import Pattern


def facts_above(sheet: Sheet, end: int, start: int = 0) -> Iterator[tuple[Use, str]]:
    """Yield what the lines `start` to `end` say of the table below them, each with what it is."""
    for row in range(start, end):
        cells = [text for _, text in non_empty(sheet.rows[row])]
        yield from chain.from_iterable(map(_told_in, cells))
        yield from ((Use.DEPARTMENT, found[1]) for text in cells if (found := _OF_A_SECTION.fullmatch(text)) is not None)
        pairs = pairs_in(sheet.rows[row])
        for label, value in pairs:
            if value and (use := use_of_label(label)) is not None and not PERSON.fullmatch(value):
                yield use, value
        if not pairs and not any(map(_told_in, cells)):
            yield from facts_of_a_form(sheet, row)


def head_above(sheet: Sheet, end: int, start: int = 0) -> tuple[tuple[Use, str], ...]:
    """Return what the head of a form says of its project, none where the lines `start` to `end` are none.

    They name it, or the section of the plan that it is.
    """
    pairs = [pair for row in range(start, end) for pair in pairs_in(sheet.rows[row])]
    named = [(use, value) for label, value in pairs if value and (use := use_of_label(label, OF_A_PROJECT)) is not None]
    again = (fact for row in range(start, end) if not pairs_in(sheet.rows[row]) for fact in facts_of_a_form(sheet, row))
    told = tuple(fact for fact in (*named, *again) if fact[0] in OF_A_PROJECT and not PERSON.fullmatch(fact[1]))
    return told if any(use in (Use.NAME, Use.GROUP) for use, _ in told) else ()


def facts_around(sheet: Sheet) -> Iterator[tuple[Use, str]]:
    """Yield what lines outside of a table, on its page before it, say of it."""
    return (fact for line in sheet.around for fact in _told_in(line) if fact[0] is not Use.UNIT)


def _told_in(text: str) -> tuple[tuple[Use, str], ...]:
    """Return what a cell or a line says of a table: its one label with all words behind it, or each section that it names."""
    if several := labelled_in_turn(text):
        return several
    sections = tuple((Use.DEPARTMENT, section) for section in departments_in(text))
    fact = labelled(text)
    return sections if fact is None or re.search(r"[:：]", fact[1]) else (fact,)


def unit_told(lines: Sequence[str]) -> str:
    """Return the unit that a line above a table says all of it is kept in, '' where none does or it names several.

    >>> unit_told(["経営戦略の進捗", "（単位：千円、税抜）"]), unit_told(["単位：人、％"]), unit_told(["単位　人"])
    ('千円', '', '人')
    >>> unit_told(["単位：万人／担当：公園課"]), unit_told(["単位：kg/人"]), unit_told(["【単位】㎡　【所管】公園課"])
    ('万人', 'kg/人', 'm2')
    >>> unit_told(["（単位：％、ポイント）"])
    '%'
    >>> unit_told(["別表　ごみの量 （千ｔ）"]), unit_told(["１　会員の数（人）"]), unit_told(["基本計画 （案）"])
    ('千t', '', '')
    """
    bare = {line: fact[1] for line in lines if (fact := labelled_by_a_blank(line)) is not None and fact[0] is Use.UNIT}
    told = {line: found[1] for line in lines if (found := _UNIT_TOLD.search(line))}
    bare |= {line: text for line in lines for use, text in labelled_in_turn(line) if use is Use.UNIT}
    aside = {line: found[1] for line in lines if (found := _UNIT_ASIDE.search(line)) is not None and is_unit(found[1])}
    units = [unit_in(f"(単位:{_POINTS.sub('', unit)})") for unit in (told | bare or aside).values()]
    return units[-1] if units else ""


# Differences between shares are told in points beside the unit of the shares: （単位：％、ポイント）.
_POINTS = Pattern(r"(?<=[%％])[、,・/／]\s*(?:ポイント|pt)$")
_UNIT_TOLD = Pattern(rf"単位\s*[:：]\s*((?:{BEFORE_A_LABEL}[^)）\]］】\s])+)")


# A title may have the unit of its table behind it, a blank between: 別表　ごみの量 （千ｔ）. Without one it is the name's.
_UNIT_ASIDE = Pattern(r"\S\s+[(（\[［]([^()（）\[\]［］\d]{1,8}\d?)[)）\]］]\s*$")

# A section's name alone in brackets above a table says whose all of it is; 各部局 is none's.
_OF_A_SECTION = Pattern(r"\s*[【［\[〔]\s*(?![各全]|関係|庁内)([^\s【】［］\[\]〔〕:：]{1,15}[部局課室])\s*[】］\]〕]\s*")
