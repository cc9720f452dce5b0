"""A note may say what the lines of an item, or of a cell, are (上段：目標　下段：実績); they themselves then say nothing.

Where no note says so, nothing tells two lines of values under each name apart: which is the target is a guess, and in doubt.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from loaders.mapping.cells.brackets import is_bracketed, without_brackets
from loaders.mapping.cells.values import is_blank, read_values, stands_for_value
from loaders.mapping.model.confidence import is_guess
from loaders.mapping.model.mapping import VALUED, ColumnUse, Use
from loaders.mapping.words.goal_editions import CHANGE
from loaders.mapping.words.heading_senses import is_label
from loaders.mapping.words.row_kinds import OTHER_HALF, kind_of, plan_and_result
from loaders.patterns import Pattern
from loaders.prose.eras import RELATIVE_YEARS
from loaders.prose.widths import narrow

# Places of lines from above; where what stands in brackets does, the cells tell, else it is below or behind.
_PLACES = {"上": 0, "左": 0, "1": 0, "一": 0, "中": 1, "2": 1, "二": 1, "下": 2, "右": 2, "3": 2, "三": 2}
_IN_FRONT, _BEHIND = -1, 3
_BRACKETS = r"(?:[(\[〔【<]\s*[)\]〕】>]|括弧|カッコ|かっこ)"
_WHERE = rf"(?:[上中下](?:段|欄|側|の(?:行|段|数字|数値|欄))?|左|右|[123一二三](?:行|段)目|{_BRACKETS})"
# What a line looks like besides: 下段（　）書き, 上段の数字.
_LOOKS = rf"(?:の?{_BRACKETS}?(?:書き?|内|付き?|中)?(?:の?(?:数字|数値|値|欄|行))?)"
_KIND = r"[^\s、,。()/上中下左右を]{2,8}?"
# What a word stands for may stand behind it: 計画排出量（目標）.
_ASIDE = r"(?:[(（](?P<aside>[^()（）\s]{2,8})[)）])?"
_ENDS = r"(?=$|[\s、,。;/(（)）]|を|で|と|です|である|、|上|下|中|左|右)"
_PLACE_FIRST = Pattern(
    rf"(?P<place>{_WHERE}){_LOOKS}(?:\s*(?:[:：…=＝]|が|は|に)\s*|(?<=[段欄行目])\s+)(?:(?:各|その|当該)年度の|各?年度(?:ごと|毎)の)?(?P<kind>{_KIND}){_ASIDE}{_ENDS}"
)
_KIND_FIRST = Pattern(
    rf"(?P<kind>{_KIND})\s*(?:[(:：…=＝]|は|が|を)\s*(?P<place>{_WHERE}){_LOOKS}(?=$|[\s、,。;/)）]|に|で(?:あ|す|示|表))"
)
_PLACE_MARKED = Pattern(rf"[(\[〔【<]\s*(?P<place>{_WHERE})\s*[)\]〕】>]\s*(?P<kind>{_KIND}){_ENDS}")

_SIDES = 2

# What notes say that the lines of an item are; the tests are made from this table.
EXAMPLES: dict[str, tuple[Use, ...]] = {
    "（上段：目標値、下段：実績値）": (Use.TARGET, Use.RESULT),
    "※各年度の欄は、上段が目標値、下段（　）書きが実績値を表す。": (Use.TARGET, Use.RESULT),
    "下段は実績、上段は計画": (Use.TARGET, Use.RESULT),
    "上の行が実績、下の行が目標": (Use.RESULT, Use.TARGET),
    "目標値（上段）／実績値（下段）": (Use.TARGET, Use.RESULT),
    "上段は目標値、（　）内は実績値": (Use.TARGET, Use.RESULT),
    "上段：目標　中段：実績　下段：達成率": (Use.TARGET, Use.RESULT, Use.RATE),
    "各欄：上段　目標、中段　実績、下段　達成率（％）": (Use.TARGET, Use.RESULT, Use.RATE),
    "上段：計画水量（目標）　下段：水量（実績）": (Use.TARGET, Use.RESULT),
    "上段は目標人数、下段は実績人数": (Use.TARGET, Use.RESULT),
    "上段に計画人員、下段に実人員を示す。": (Use.TARGET, Use.RESULT),
    "（上段）目標値、（下段）実績値": (Use.TARGET, Use.RESULT),
    "【下段】結果　【上段】見込んだ数": (Use.TARGET, Use.RESULT),
    "実績は上段、目標は下段に記載": (Use.RESULT, Use.TARGET),
    "一段目が目標、二段目が実績": (Use.TARGET, Use.RESULT),
    "上段：目標（再掲）、下段：実績（速報）": (Use.TARGET, Use.RESULT),
    "上段は目標値、下段は実績値です。下段に「*」とあるものは速報の値です。": (Use.TARGET, Use.RESULT),
    "上段は年度ごとの目標値、下段は年度ごとの実績値。": (Use.TARGET, Use.RESULT),
    "上段：目標、下段：前年度実績": (),
    "上段（　）書きは計画": (),
    "上段：市、下段：県": (),
    "上段は令和4年度、下段は令和5年度の目標": (),
}


def kinds_of_lines(lines: Iterable[str], brackets_first: bool | None = None) -> tuple[Use, ...]:
    """Return what notes say that the lines of an item are, from above; none where no note says so.

    `brackets_first` is where what is in brackets stands, None where nothing is: a note that tells of it alone (（　）内は
    計画値) leaves the other half to what is beside it.

    >>> [use.value for use in kinds_of_lines(["（上段：目標値、下段：実績値）"])], kinds_of_lines(["上段：市、下段：県"])
    (['target', 'result'], ())
    """
    for line in _with_sentences(lines):
        if brackets_first is not None and (shown := as_shown(line, brackets_first)):
            return shown
        for pattern in (_PLACE_FIRST, _KIND_FIRST, _PLACE_MARKED):
            found = [(match["place"], _word(match)) for match in pattern.finditer(narrow(line))]
            kinds = _in_order(_placed(found, brackets_first=bool(brackets_first)))
            kinds = kinds or (_beside_brackets(found, brackets_first) if brackets_first is not None else None)
            if kinds is not None:
                return kinds
    return ()


def kinds_of_sides(notes: Iterable[str]) -> tuple[Use, ...]:
    """Return what a note says of the left and the right one of two columns, none where none tells of sides.

    >>> [use.value for use in kinds_of_sides(["※左：実績　右：目標"])], kinds_of_sides(["上段：目標　下段：実績"])
    (['result', 'target'], ())
    """
    kinds = kinds_of_lines(note for note in notes if "左" in note and "右" in note)
    return kinds if len(kinds) == _SIDES else ()


def _with_sentences(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines, each of several sentences followed by these: one may tell of lines what another goes on about."""
    for line in lines:
        yield line
        sentences = [sentence for sentence in line.split("。") if sentence.strip()]
        yield from sentences if len(sentences) > 1 else ()


# A note may show how its cells are written: 〔目標〕実績, 実績（目標）.
_SHOWN_WORD = r"[(\[〔【<]?[^\s:、,。;()/\[\]〔〕【】<>]{2,8}[)\]〕】>]?"
_SHOWN = Pattern(rf"(?:^|(?<=[\s:、]))(?P<first>{_SHOWN_WORD})\s*(?P<second>{_SHOWN_WORD})(?=$|[\s、,。;)])")


def as_shown(note: str, brackets_first: bool) -> tuple[Use, Use] | None:
    """Return the kinds of what is in brackets and beside them in a note that is written as its cells are, from the first."""
    for found in _SHOWN.finditer(narrow(note)):
        words = [found["first"], found["second"]]
        if list(map(is_bracketed, words)) == [brackets_first, not brackets_first]:
            bare = [without_brackets(word) for word in words]
            kinds = plan_and_result(*bare) if all(map(is_label, bare)) else None
            if kinds is not None:
                return kinds
    return None


def _word(match: re.Match[str]) -> str:
    """Return what a note calls a line: what stands in brackets behind it where that says plan or result."""
    aside = match.groupdict().get("aside") or ""
    return aside if kind_of(aside) in OTHER_HALF else match["kind"]


def _in_order(told: Sequence[tuple[int, str]]) -> tuple[Use, ...] | None:
    """Return the kinds of lines from above, the plan and the result among them; a third is a rate of theirs or a verdict."""
    words = [word for _, word in sorted(told)]
    if any(_OF_ANOTHER_YEAR.search(word) for word in words):
        return None
    kinds = {word: kind_of(word) for word in words}
    halves = [word for word in words if kinds[word] in (None, Use.TARGET, Use.RESULT)]
    known = _halves(*halves) if len(halves) == 2 else None
    if known is None or len({place for place, _ in told}) != len(words):
        return None
    both = dict(zip(halves, known, strict=True))
    return tuple(use for word in words if (use := both.get(word) or kinds[word]) is not None)


# What stands before a noun that is counted: 実人員 beside 計画人員.
_ACTUAL = {"実": "実績"}


def _halves(first: str, second: str) -> tuple[Use, Use] | None:
    """Return which of two words is the plan and which the result, also where one noun of what is counted ends both."""
    shared = sum(1 for _ in takewhile(lambda ends: ends[0] == ends[1], zip(first[::-1], second[::-1], strict=False)))
    bare = [_ACTUAL.get(word[: len(word) - shared], word[: len(word) - shared]) for word in (first, second)]
    return plan_and_result(first, second) or (plan_and_result(*bare) if shared and all(map(kind_of, bare)) else None)


# A value of another year, or of what was planned before, stands beside one of the same kind.
_OF_ANOTHER_YEAR = Pattern("|".join(words.pattern for words, _ in RELATIVE_YEARS))
_OF_ANOTHER = Pattern(rf"当初|{CHANGE}|{_OF_ANOTHER_YEAR.pattern}")


def _placed(found: Sequence[tuple[str, str]], *, brackets_first: bool) -> list[tuple[int, str]]:
    """Return each word with its line's place; what is in brackets stands on the side that no other word is said of."""
    others = {_PLACES[place[0]] for place, _ in found if place[0] in _PLACES}
    is_first = 0 not in others if others & {0, 2} else brackets_first
    return [(_PLACES.get(place[0], _IN_FRONT if is_first else _BEHIND), word) for place, word in found]


def _beside_brackets(found: Sequence[tuple[str, str]], brackets_first: bool) -> tuple[Use, Use] | None:
    """Return the kinds where a note says of what is in brackets alone that it is planned, or what came of it, and no more.

    Beside 前年度実績, 国の目標 or 当初計画 stands a value of the same kind. A place in the note is theirs: 上段（　）書き.
    """
    place, word = found[0] if len(found) == 1 else ("", "")
    if _PLACES.get(place[:1], 0 if brackets_first else 2) != (0 if brackets_first else 2):
        return None
    kind = kind_of(word) if is_label(word) and not _OF_ANOTHER.search(word) else None
    if kind not in OTHER_HALF:
        return None
    return (kind, OTHER_HALF[kind]) if brackets_first else (OTHER_HALF[kind], kind)


# A table of fewer items may have a second line by chance.
_FEWEST_ITEMS = 2


def with_cell_lines_untold(
    columns: Sequence[ColumnUse], rows: Sequence[Sequence[str]]
) -> tuple[list[ColumnUse], tuple[Use, ...]]:
    """Return the columns and what the lines of their cells are guessed to be, where no word tells the two in each cell apart.

    As between rows the upper one is what was planned in most tables; each column says that it is a guess. Lines of two units
    (85.2％ over 1,204人) are of two things.
    """
    bare = [c for c in columns if c.use is Use.RESULT and c.year is not None and is_guess(c)]
    others = [c for c in columns if c.use in VALUED and c.year is not None and c not in bare]
    cells = [[row[c.column] for row in rows if not is_blank(row[c.column])] for c in bare]
    if not bare or others or any(sum(map(_has_two_lines, found)) < _MOST_LINED * max(1, len(found)) for found in cells):
        return list(columns), ()
    reason = "一つの欄に2行の値があり、どちらが目標か書かれていないため、上を目標、下を実績とみました"
    return _guessed(columns, bare, Use.PAIR, reason)


def _has_two_lines(text: str) -> bool:
    """Return whether a cell holds two values of one unit, a line each."""
    lines = [read_values(without_brackets(line)) for line in text.strip().split("\n")]
    units = {found[0].unit for found in lines if found}
    return len(lines) == 2 and all(len(found) == 1 and not found[0].label for found in lines) and len(units) == 1


def with_lines_untold(
    columns: Sequence[ColumnUse], rows: Sequence[Sequence[str]], *, are_told: bool = False
) -> tuple[list[ColumnUse], tuple[Use, ...]]:
    """Return the columns and what the lines of an item are guessed to be, where each name has two that no word tells apart.

    The upper one is what was planned in most tables that are printed so; each column says that it is a guess. Where a note
    tells of brackets, and of no plan or result in them (`are_told`), a line in brackets is neither: （　）内は市内分.
    """
    if are_told and any(is_bracketed(row[c.column]) for row in rows for c in columns if c.use in VALUED):
        return list(columns), ()
    named = [c.column for c in columns if c.use in (Use.NUMBER, Use.NAME, Use.MEASURE)]
    telling = [c.column for c in columns if c.use in (Use.PART, Use.GROUP, Use.UNIT)]
    bare = [c for c in columns if c.use in (Use.RESULT, Use.VALUE) and c.year is not None and is_guess(c)]
    others = [c for c in columns if c.use in VALUED and c.year is not None and c not in bare]
    if not named or not bare or others or any(c.use in (Use.KIND, Use.YEAR, Use.PAIR) for c in columns):
        return list(columns), ()
    starts = [at for at, row in enumerate(rows) if any(row[column].strip() for column in named)]
    counts = [after - at for at, after in pairwise([*starts, len(rows)])]
    seconds = [rows[at + 1] for at, count in zip(starts, counts, strict=True) if count == 2]
    is_alike = len(starts) >= _FEWEST_ITEMS and len(seconds) == len(starts) and starts[0] == 0
    if not is_alike or any(row[column].strip() for row in seconds for column in telling):
        return list(columns), ()
    if not all(any(stands_for_value(without_brackets(row[c.column])) for c in bare) for row in seconds):
        return list(columns), ()
    reason = "一つの項目に2行ずつあり、どちらが目標か書かれていないため、上を目標、下を実績とみました"
    return _guessed(columns, bare, Use.VALUE, reason)


def _guessed(
    columns: Sequence[ColumnUse], bare: Sequence[ColumnUse], use: Use, reason: str
) -> tuple[list[ColumnUse], tuple[Use, ...]]:
    """Return the columns, bare ones as of two lines that nothing tells apart, with what these are in most tables."""
    at = {c.column for c in bare}
    settled = [replace(c, use=use, reason=reason, confidence=_UNTOLD) if c.column in at else c for c in columns]
    return settled, (Use.TARGET, Use.RESULT)


# Which line is the plan's is no more than a guess.
_UNTOLD = 0.4
# The share of cells with two lines, from which on they are no accident.
_MOST_LINED = 0.6
