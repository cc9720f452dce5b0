"""A cell may hold what was planned and what came of it: 80/75 under 目標／実績, 目標80 実績75, two lines, 80（75）.

Which is which the cell's own words say, or the heading; where neither does, 80/75 is 75 out of 80 as well, and is not read. The
words may be the body's own (めやす 80, けっか 75); where nothing has come of a year yet a cell holds one half alone (予定 80),
or words on a line of their own where the other half would stand (工事中).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.mapping.cells.brackets import is_bracketed, parted_by_brackets
from loaders.mapping.cells.expected import is_expected_word
from loaders.mapping.cells.values import is_blank, is_not_reported, read_values
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_years import without_year
from loaders.mapping.words.row_kinds import kind_by_words, kind_of, plan_and_result
from loaders.numbers.affixes import touches_numbers
from loaders.patterns import Pattern
from loaders.prose.widths import narrow

# Words of a kind, as cells and headings of pairs bear them.
_KINDS: dict[Use, str] = {
    Use.TARGET: r"目標値?|計画値?|予定値?",
    Use.RESULT: r"実績値?|結果|実施",
    Use.RATE: r"(?:達成|進捗|執行)[率度]|増減|差引?",
}
_KIND = "|".join(f"(?P<{use.name}{{0}}>{words})" for use, words in _KINDS.items())
_BETWEEN = r"\s*[/／・、,:：(（\n]\s*|\s+"
_ORDER = Pattern(rf"(?:{_KIND.format(1)})(?:{_BETWEEN})(?:{_KIND.format(2)})(?:[)）])?(?:(?:{_BETWEEN})(?:{_KIND.format(3)}))?")
_LABEL = Pattern(rf"[\[【(（<〈]?\s*(?:{_KIND.format(1)})\s*[\]】)）>〉]?\s*[:：=＝]?\s*")
_PARTED = Pattern(r"\s*[/／\n]\s*")
_EDGE = " \t\n　、，,／/;；|｜"

# What cells say under a heading, with the words of each kind; the tests are made from this table.
EXAMPLES: dict[tuple[str, str], list[tuple[Use, str]]] = {
    ("令和2年度 目標／実績", "80/75"): [(Use.TARGET, "80"), (Use.RESULT, "75")],
    ("実績/目標", "1,120/1,500"): [(Use.RESULT, "1,120"), (Use.TARGET, "1,500")],
    ("R4 目標（実績）", "80（75）"): [(Use.TARGET, "80"), (Use.RESULT, "75")],
    ("目標／実績", "〔80〕\n75"): [(Use.TARGET, "80"), (Use.RESULT, "75")],
    ("実績（目標）", "1,180〔1,200〕"): [(Use.RESULT, "1,180"), (Use.TARGET, "1,200")],
    ("目標／実績", "（2017）54.0"): [],
    ("目標/実績/達成率", "80/75/93.8%"): [(Use.TARGET, "80"), (Use.RESULT, "75"), (Use.RATE, "93.8%")],
    ("目標 実績", "80\n－"): [(Use.TARGET, "80"), (Use.RESULT, "－")],
    ("令和2年度", "目標80 実績75"): [(Use.TARGET, "80"), (Use.RESULT, "75")],
    ("令和2年度", "目標：80人\n実績：75人"): [(Use.TARGET, "80人"), (Use.RESULT, "75人")],
    ("令和2年度", "【実績】75 【目標】80"): [(Use.RESULT, "75"), (Use.TARGET, "80")],
    ("令和2年度", "めやす 80\nけっか 75"): [(Use.TARGET, "80"), (Use.RESULT, "75")],
    ("令和2年度", "けっか：75人\nめやす：80人"): [(Use.RESULT, "75人"), (Use.TARGET, "80人")],
    ("令和2年度", "めやす 80\nけっか 集計中"): [(Use.TARGET, "80"), (Use.RESULT, "集計中")],
    ("令和2年度", "男 80\n女 75"): [],
    ("令和2年度", "前期 80\n後期 75"): [],
    ("令和2年度", "80/75"): [],
    ("目標／実績", "80／工事中"): [(Use.TARGET, "80"), (Use.RESULT, "工事中")],
    ("実績／目標", "閉場／80"): [(Use.RESULT, "閉場"), (Use.TARGET, "80")],
    ("実績／目標", "Ｂ／80"): [],
    ("目標／実績", "80\n（工事中）"): [(Use.TARGET, "80"), (Use.RESULT, "工事中")],
    ("目標／実績", "80\n（見込 75）"): [(Use.TARGET, "80"), (Use.RESULT, "見込 75")],
    ("目標／実績", "80\n（うち市内 75）"): [],
    ("目標／実績", "80（速報）"): [],
    ("目標／実績", "80"): [],
    ("目標／実績", "研修を4回行う/5回行った"): [],
    ("令和2年度", "目標は80人で、実績は75人であった。"): [],
}


@lru_cache(maxsize=4096)
def order_in(heading: str) -> tuple[Use, ...]:
    """Return the kinds that a heading says its cells hold, in their order; none where it names one or none.

    >>> [use.value for use in order_in("令和2年度 目標／実績")], order_in("令和2年度 目標")
    (['target', 'result'], ())
    >>> [use.value for use in order_in("実績 ／ めざす値 令和4年度")], order_in("目標／計画")
    (['result', 'target'], ())
    """
    found = _ORDER.search(narrow(heading))
    if found is None:
        return _order_of_halves(heading)
    uses = tuple(use for at in (1, 2, 3) for use in _KINDS if found.groupdict().get(f"{use.name}{at}"))
    return uses if len(set(uses)) == len(uses) and {Use.TARGET, Use.RESULT} <= set(uses) else ()


def _order_of_halves(heading: str) -> tuple[Use, ...]:
    """Return plan and result in the order in which a stroke parts them in a heading, in any words that tell them; else none."""
    halves = re.split(r"[/／]", heading)
    kinds = [kind for half in halves if (kind := kind_of(without_year(half))) is not None]
    uses = tuple(Use.TARGET if kind is Use.FINAL_GOAL else kind for kind in kinds)
    return uses if len(halves) == len(uses) == len(set(uses)) and set(uses) == {Use.TARGET, Use.RESULT} else ()


@lru_cache(maxsize=16384)
def split_pair(text: str, order: tuple[Use, ...], signs: tuple[str, ...] = ()) -> tuple[tuple[Use, str], ...]:
    """Return the words of each kind that a cell holds, none where it is no pair of values.

    `order` is what the heading says of the cell; a cell whose own words say it needs none. `signs` are those of values that are
    only expected.
    """
    plain = narrow(text)
    spans = _labelled(plain) or _in_own_words(plain) or (_in_order(plain, order) if order else [])
    pieces = tuple((use, text[start:end].strip(_EDGE)) for use, start, end in spans)
    uses = [use for use, _ in pieces]
    is_pair = len(set(uses)) == len(uses) and {Use.TARGET, Use.RESULT} <= set(uses)
    known = [_is_value(words, signs) for _, words in pieces]
    return pieces if is_pair and (all(known) or (any(known) and _says_why_none(plain, pieces, known))) else ()


def _says_why_none(plain: str, pieces: Sequence[tuple[Use, str]], known: Sequence[bool]) -> bool:
    """Return whether words stand where the other of two values would: in brackets on a line of their own, or beside a stroke.

    80 over （工事中）, 運休／24.
    """
    others = [words for (_, words), is_value in zip(pieces, known, strict=True) if not is_value]
    lines = [line for line in plain.split("\n") if others[0] in line]
    is_apart = all(map(is_bracketed, lines)) or re.fullmatch(r"[^/\n]+/[^/\n]+", plain) is not None
    return len(pieces) == _HALVES and is_apart and _NONE.fullmatch(others[0]) is not None


def _labelled(plain: str) -> list[tuple[Use, int, int]]:
    """Return where the words of each kind stand in a cell that names them, none where it begins otherwise."""
    found = list(_LABEL.finditer(plain))
    if len(found) < 2 or plain[: found[0].start()].strip():
        return []
    ends = [match.start() for match in found[1:]] + [len(plain)]
    uses = [next(use for use in _KINDS if match[f"{use.name}1"]) for match in found]
    return [(use, match.end(), end) for use, match, end in zip(uses, found, ends, strict=True)]


def _in_own_words(plain: str) -> list[tuple[Use, int, int]]:
    """Return where the two lines of a cell stand that call plan and result by words of the body's own, none for other words."""
    found = [match for line in _LINE.finditer(plain) if (match := _OWN_LABEL.fullmatch(plain, *line.span()))]
    if len(found) != _HALVES or plain.strip().count("\n") != 1:
        return []
    kinds = plan_and_result(found[0]["label"], found[1]["label"])
    return [(use, *match.span("value")) for use, match in zip(kinds, found, strict=True)] if kinds else []


def is_in_own_words(text: str) -> bool:
    """Return whether a cell is a pair by what its words are like alone: めやす 80, けっか 75."""
    return bool(split_pair(text, ())) and not _labelled(narrow(text))


_HALVES = 2
# Words that stand in a value's place: few, and with no number among them.
_NONE = Pattern(r"[^\d。]{2,10}")
_LINE = Pattern(r"[^\n]+")
_OWN_LABEL = Pattern(r"\s*(?P<label>[^\d\s:：()（）]{2,8})(?:\s*[:：]\s*|\s+|(?=\d))(?P<value>\S.*?)\s*")


@lru_cache(maxsize=16384)
def half_in(text: str, *, by_likeness: bool = True) -> tuple[Use, str] | None:
    """Return the one half of a pair that a cell holds, with what it is by the cell's own words; None for any other.

    Words that no one knows are told by what is like them, unless the heading says for sure what the cell holds: a name before
    a number (参加者100人) is like many results.

    >>> half_in("予定 24"), half_in("実績：9人"), half_in("女 17"), half_in("24"), half_in("目標 24\\n実績 25")
    ((<Use.TARGET: 'target'>, '24'), (<Use.RESULT: 'result'>, '9人'), None, None, None)
    >>> half_in("累計13件"), half_in("計 13件")
    (None, None)
    """
    found = _OWN_LABEL.fullmatch(narrow(text))
    if found is None or not _is_value(found["value"]) or touches_numbers(found["label"]):
        return None
    kind = kind_by_words(found["label"], by_likeness=by_likeness)
    return None if kind is None else (kind, text[slice(*found.span("value"))])


def _in_order(plain: str, order: Sequence[Use]) -> list[tuple[Use, int, int]]:
    """Return where the words of each kind stand in a cell that parts as many as its heading names."""
    if bracketed := parted_by_brackets(plain):
        spans = list(bracketed)
    else:
        signs = [match.span() for match in _PARTED.finditer(plain)]
        spans = list(zip([0, *(end for _, end in signs)], [*(start for start, _ in signs), len(plain)], strict=True))
    return [(use, *span) for use, span in zip(order, spans, strict=True)] if len(spans) == len(order) else []


def _is_value(words: str, signs: Sequence[str] = ()) -> bool:
    values = read_values(words)
    is_lone = len(values) == 1 and (not values[0].label or is_expected_word(values[0].label, signs))
    return is_blank(words) or is_not_reported(words) or is_lone
