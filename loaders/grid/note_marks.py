"""A raised number behind a word or a value refers to a note (238²⁾), and is kept apart from it by ※: 238※2."""

from loaders.patterns import Pattern

_NUMBER = Pattern(r"\s*[(（]?\d{1,2}[)）]?\s*")
# What a raised number is the power of is a unit (m², CO₂) or ten; behind anything else it refers to a note.
_BEFORE = Pattern(r"(?:(?<![\d.,])(?!10\s*$)[\d.,]+[%％]?|[^\d\sA-Za-zＡ-Ｚａ-ｚ㎡㎥㎞])\s*$")


def as_note_mark(raised: str, before: str) -> str:
    """Return raised words, with ※ where they are a note's number by what stands before them.

    >>> as_note_mark("2)", "238"), as_note_mark("3", "千m")
    ('※2', '3')
    """
    refers = _NUMBER.fullmatch(raised) and _BEFORE.search(before)
    return f"※{raised.strip(' ()（）')}" if refers else raised
