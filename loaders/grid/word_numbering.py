"""Numbers of a list are not among a document's words: Word counts them when it shows them (第1章, (2), ③), as is done here."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.grid.word_parts import Element, attribute, child, is_on, name, number, value
from loaders.grid.word_styles import Styles

_KANJI = "〇一二三四五六七八九"
_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_LEVELS = 9


@dataclass(frozen=True)
class _Level:
    """How a level of a list is counted and written: 第%1章."""

    start: int
    form: str
    text: str


def list_numbers(text: Element, numbering: Element | None, styles: Styles) -> dict[Element, str]:
    """Return what stands before each paragraph of a document that a list numbers, as its reader sees it."""
    if numbering is None:
        return {}
    lists = {attribute(one, "numId") or "": one for one in numbering if name(one) == "w:num"}
    kinds = {attribute(one, "abstractNumId") or "": one for one in numbering if name(one) == "w:abstractNum"}
    counts: dict[str, dict[int, int]] = defaultdict(dict)
    begun: set[str] = set()
    found = {}
    for paragraph in text.iter("{*}p"):
        which, at = styles.list_of(paragraph) if name(paragraph) == "w:p" else ("", 0)
        if which not in lists or not 0 <= at < _MOST_LEVELS:
            continue
        kind = value(lists[which], "w:abstractNumId") or ""
        levels = _levels(kinds.get(kind), lists[which])
        if at not in levels:
            continue
        if which not in begun:
            begun.add(which)
            for over in (
                one for one in lists[which] if name(one) == "w:lvlOverride" and child(one, "w:startOverride") is not None
            ):
                counts[kind].pop(number(attribute(over, "ilvl")), None)
        _count(counts[kind], levels, at)
        if written := _written(levels, counts[kind], at):
            found[paragraph] = written
    return found


def _levels(kind: Element | None, one: Element) -> dict[int, _Level]:
    """Return how the levels of a list are written: as its kind is, but for what it has of its own."""
    elements = {
        number(attribute(level, "ilvl")): level for level in (kind if kind is not None else ()) if name(level) == "w:lvl"
    }
    own = {number(attribute(over, "ilvl")): over for over in one if name(over) == "w:lvlOverride"}
    elements |= {at: level for at, over in own.items() if (level := child(over, "w:lvl")) is not None}
    found = {}
    for at, level in elements.items():
        start = value(own.get(at), "w:startOverride") or value(level, "w:start")
        form = "none" if is_on(level, "w:rPr", "w:vanish") else value(level, "w:numFmt") or "decimal"
        found[at] = _Level(number(start, 1), form, value(level, "w:lvlText") or "")
    return found


def _count(counts: dict[int, int], levels: Mapping[int, _Level], at: int) -> None:
    """Count a paragraph of a level: those above it have begun, those below it begin anew."""
    for above in range(at):
        counts.setdefault(above, levels[above].start if above in levels else 1)
    counts[at] = counts[at] + 1 if at in counts else levels[at].start
    for below in [level for level in counts if level > at]:
        del counts[below]


def _written(levels: Mapping[int, _Level], counts: Mapping[int, int], at: int) -> str:
    level = levels[at]
    if level.form == "bullet":
        return "・"
    if level.form == "none":
        return ""
    written = level.text
    for one in range(at + 1):
        form = levels[one].form if one in levels else "decimal"
        written = written.replace(f"%{one + 1}", as_written(counts[one], form))
    return written


def as_written(count: int, form: str) -> str:
    """Return a number as a form of lists writes it.

    >>> [as_written(12, form) for form in ("decimal", "decimalFullWidth", "decimalEnclosedCircle", "japaneseCounting", "aiueo")]
    ['12', '１２', '⑫', '十二', 'シ']
    """
    if form.startswith("decimalEnclosedCircle") and 1 <= count <= 20:
        return chr(ord("①") + count - 1)
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(ord("０") + int(digit)) for digit in str(count))
    if form in ("japaneseCounting", "chineseCounting", "chineseCountingThousand", "ideographDigital") and 1 <= count <= 99:
        tens, ones = divmod(count, 10)
        return ("" if tens == 0 else "十" if tens == 1 else f"{_KANJI[tens]}十") + (_KANJI[ones] if ones else "")
    for prefix, signs in (("aiueo", _KANA), ("iroha", _IROHA)):
        if form.startswith(prefix) and 1 <= count <= len(signs):
            return signs[count - 1]
    if form in ("upperLetter", "lowerLetter") and 1 <= count <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + count - 1)
    if form in ("upperRoman", "lowerRoman") and 1 <= count < 400:
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    text = ""
    for amount, sign in _ROMAN:
        text += sign * (count // amount)
        count %= amount
    return text
