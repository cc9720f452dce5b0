"""A note may explain a body's own words (※『めやす』は目標、『あゆみ』は実績), and goes before what they are like.

What it says is believed of words that a sheet says again and again, in headings or beside its rows, where plan and result are
both told: a note that explains one name alone (利用者は実人数) parts nothing. A note that denies a word to be a plan
(見込量は推計であり、目標ではない) is believed by itself: what is no plan is not read as one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from loaders.grid.grid import Grid, Sheet, non_empty
from loaders.mapping.cells.values import is_blank, stands_for_value
from loaders.mapping.layout.heading_paths import heading_paths, joined
from loaders.mapping.model.confidence import SUREST
from loaders.mapping.model.mapping import USE_WORDS, VALUED, ColumnUse, TableMapping, Use, as_read
from loaders.mapping.words.heading_senses import is_label, senses
from loaders.mapping.words.heading_years import without_year
from loaders.mapping.words.legend import read_legend, verdict_says
from loaders.mapping.words.row_kinds import OTHER_HALF, kind_of
from loaders.mapping.words.unknown_headings import likeliest
from loaders.patterns import Pattern
from loaders.prose.widths import narrow

# Longer is no word for a kind, and longer no note.
_LONGEST, _LONGEST_NOTE = 10, 200
# A list of more rows tells its words in the first of them.
_MOST_ROWS = 2000
# How likely like headings must make what a note calls a word.
_LIKELY = 0.5
# How strongly a word must say what it is so that no note makes it another.
_CERTAIN = 1.0
_OPENS, _CLOSES = r"[「『\"“(（【〔［\[〈<]", r"[」』\"”)）】〕］\]〉>]"
# Where a word begins, alone or in its brackets, and what ties it to what it means.
_STARTS = r"(?:^|(?<=[\s、，,。;；・/／※:：\d）)】]))\s*"
_TIES = r"\s*(?:とは|は|が|[:：=＝…‥→]+)、?\s*"
_IN_A_CLAUSE = r"[^\s、，,。;；/／「」『』【】()（）]"
_MEANING = rf"(?P<meaning>{_IN_A_CLAUSE}{{2,24}})"
# A note may name what a word means first: 目標は◆、実績は◇で示す.
_MEANING_FIRST = rf"{_STARTS}(?P<meaning>{_IN_A_CLAUSE}{{2,12}}?)(?:は|を|[:：=＝…]+)\s*"
_ENDS = r"(?=$|[\s、，,。;；/／]|で|と|に)"
# What ends the clause of a meaning and says nothing of it: 実績を表します, 目標のことです.
_CLAUSE_END = Pattern(r"(?:を(?:表|示|指|意味|い[うい]|記|さ).*|のこと.*|です.*|であ.*|とする.*|をいう.*|とな.*)$")
# What is but expected is neither planned nor has it come.
_SET_DOWN = Pattern(r"(?:計画|目標)(?:に|で|として|と)(?:定め|掲げ|決め)(?:た|る|ている)?[値量数]?$")
_ESTIMATED = Pattern(r"(?:推計|予測|推定)[値量数]?$")
# What words for plan or result are read as, and, as money is no value of an indicator's, those that a note denies to be a plan.
_KNOWN_WORDS = {Use.TARGET: "目標値", Use.RESULT: "実績値", Use.UNREAD: "予算額"}
_DENIED = r"(?:は|とは)[^。は]{0,60}?(?:目標|計画)値?では?(?:ない|ありません)"
# A number counts rows before their words: ①見込量.
_COUNTING = Pattern(r"^\d{1,2}(?=[^\d\s])")

# What notes say of the words of a table; the tests are made from this table.
EXAMPLES: dict[tuple[str, str, str], tuple[Use, Use | None] | None] = {
    ("※『めやす』は年度ごとの目標、『あゆみ』は実績を表します。", "めやす", "あゆみ"): (Use.TARGET, Use.RESULT),
    ("（注）「凪」とは計画した値、「波」とは実際の値をいう。", "波", "凪"): (Use.RESULT, Use.TARGET),
    ("凡例　甲＝実績値　乙＝目標値", "甲", "乙"): (Use.RESULT, Use.TARGET),
    ("◆は目標、◇は実績", "◆", "◇"): (Use.TARGET, Use.RESULT),
    ("目標は◆、実績は◇で示す。", "◆", "◇"): (Use.TARGET, Use.RESULT),
    ("注1 ふ：その年の実績　ひ：その年の目標", "ひ", "ふ"): (Use.TARGET, Use.RESULT),
    ("最終値は年度末の実績、設定値は当初に立てた目標です。", "設定値", "最終値"): (Use.TARGET, Use.RESULT),
    ("甲は東部、乙は西部の実績", "甲", "乙"): None,
    ("利用者は実績、定員は年度当初の数", "利用者", "定員"): None,
    ("注）基準値は原則として令和２年度の値。", "目標", "基準値"): None,
    ("注　実績見込は8月までの値からの推計で、計画ではない", "実績見込", "実績"): None,
    ("※見込量は利用者の推計である。", "見込量", "整備量"): None,
    ("※「見込量」は利用者の推計であり、市の目標ではない。", "見込量", "整備量"): (Use.UNREAD, None),
    ("※見込量は計画ではありません。", "1見込量", "2整備量"): (Use.UNREAD, None),
    ("※見込は8月までの値による推計で、計画ではない。", "見込", "目標"): None,
    ("※整備量は市が用意すると計画に定めた量、実績は使われた量", "整備量", "実績"): (Use.TARGET, None),
    ("※見込量は推計で、整備量は市の目標ではない。", "見込量", "整備量"): None,
    ("※見込量は目標ではなく計画である。", "見込量", "整備量"): None,
}


def words_told(notes: Iterable[str], words: Sequence[str]) -> dict[str, Use]:
    """Return which of a sheet's words notes say to be plan and which result; none where it does not tell both apart.

    So two words are told, or one beside a word that is known. A word that they deny to be a plan is told to be none of both.
    Where known words tell both, no other is a half for beginning like one: 効果額は、取組を行わなかった場合との比較.

    >>> {word: use.value for word, use in words_told(["甲＝実績　乙＝目標"], ["甲", "乙"]).items()}
    {'甲': 'result', '乙': 'target'}
    """
    found: dict[str, Use] = {}
    short = [note for note in notes if len(note) <= _LONGEST_NOTE and not _is_of_verdicts(note)]
    has_plan = any(kind_of(word) is Use.TARGET for word in words)
    denied = {w: Use.UNREAD for w in words if not has_plan and any(_is_denied(narrow(note), w) for note in short)}
    open_ones = [word for word in words if word not in denied and _may_be_told(word)]
    by_likeness = not {kind_of(word) for word in words if is_label(word)} >= set(OTHER_HALF)
    for note in short:
        for word in open_ones:
            is_told = word not in found and _bare(word) in narrow(note)
            kind = _told(narrow(note), _bare(word), by_likeness=by_likeness) if is_told else None
            found |= {word: kind} if kind in OTHER_HALF else {}
    known = {kind_of(word) for word in words if word not in found}
    return denied | (found if found and {*found.values(), *known} >= set(OTHER_HALF) else {})


def _is_denied(note: str, word: str) -> bool:
    """Return whether a note says that a word that speaks of what is expected is no plan: 見込量は推計であり、目標ではない.

    A result that is being counted (決算見込) is none anyway.
    """
    bare = _bare(word)
    is_expected = kind_of(word) is Use.FORECAST and senses(bare).get(Use.FORECAST, 0.0) < _CERTAIN
    if not bare or bare not in note or not is_expected:
        return False
    return re.search(rf"{_STARTS}{_OPENS}?{re.escape(bare)}{_CLOSES}?{_DENIED}", note) is not None


def _bare(word: str) -> str:
    return _COUNTING.sub("", narrow(word))


def _is_of_verdicts(note: str) -> bool:
    """Return whether a note is a legend of verdicts, some of which speak of the target: ◎：目標達成 ×：目標の8割未満."""
    return any(verdict_says(sign, meaning) is not None for sign, meaning in read_legend([note]).items())


def _told(note: str, word: str, *, by_likeness: bool) -> Use | None:
    """Return what a note says that a word means, None where it does not explain it; by known words alone or by likeness."""
    own = re.escape(word)
    patterns = (rf"{_STARTS}{_OPENS}?{own}{_CLOSES}?{_TIES}{_MEANING}", rf"{_MEANING_FIRST}{_OPENS}?{own}{_CLOSES}?{_ENDS}")
    meanings = [match["meaning"] for pattern in patterns if (match := re.search(pattern, note)) is not None]
    return next((kind for meaning in meanings if (kind := _kind_of_meaning(meaning, by_likeness=by_likeness))), None)


def _kind_of_meaning(meaning: str, *, by_likeness: bool) -> Use | None:
    """Return whether a word's meaning is a plan or what came of one: by its last words, its first, or what is like them."""
    words = _CLAUSE_END.sub("", meaning)
    if kind_of(words) is Use.FORECAST or _ESTIMATED.search(words):
        return None
    if _SET_DOWN.search(words):
        return Use.TARGET
    if not by_likeness:
        return kind_of(words)
    begins = re.match(r"[一-龥]{2}(?=[ぁ-ん])", words)
    known = kind_of(words) or (kind_of(begins[0]) if begins else None)
    return known if known is not None else likeliest(words, tuple(OTHER_HALF), _LIKELY)


def notes_of(grid: Grid) -> tuple[str, ...]:
    """Return the lines of all sheets of a file that may explain words."""
    return tuple(note for sheet in grid.sheets for note in _notes(sheet))


def told_in(sheet: Sheet, notes: Sequence[str]) -> dict[str, Use]:
    """Return the words of a sheet that its own notes, or else any `notes` of its file, say to be plan or result."""
    return words_told([*_notes(sheet), *notes], _said_again(sheet)) if notes else {}


def _may_be_told(word: str) -> bool:
    """Return whether nothing else is known of a word: 指標 and 単位 head what they always head, 目標 is a goal.

    A note that says more of what a forecast or a base is (決算見込は推計であり、実績ではない, 基準値は令和2年度の値) makes no
    plan and no result of it.
    """
    found = senses(word)
    of_values = {use for use, weight in found.items() if weight >= _LIKELY} <= VALUED
    is_certain = any(found.get(use, 0.0) >= _CERTAIN for use in (Use.FORECAST, Use.BASELINE, Use.CURRENT))
    return of_values and not is_certain and not (kind_of(word) in OTHER_HALF and is_label(word))


def _notes(sheet: Sheet) -> tuple[str, ...]:
    """Return the lines that may explain words: those around a sheet's table, and its own lines of one cell, or of entries."""
    rows = sheet.rows[:_MOST_ROWS]
    lines = ([text for _, text in non_empty(row)] for row in rows)
    own = (" ".join(texts) for texts in lines if len(texts) == 1 or any(re.search(_TIES, text) for text in texts))
    return tuple(line for line in (*sheet.around, *sheet.below, *own) if 0 < len(line) <= _LONGEST_NOTE)


def _said_again(sheet: Sheet) -> list[str]:
    """Return the short words, years apart, that two cells of a sheet or more hold."""
    counts = Counter(text for row in sheet.rows[:_MOST_ROWS] for _, text in non_empty(row))
    words: Counter[str] = Counter()
    for text, count in counts.items():
        if len(text) <= 2 * _LONGEST and not stands_for_value(text) and not is_blank(text):
            words[without_year(text)] += count
    return [word for word, count in words.items() if count > 1 and 0 < len(word) <= _LONGEST]


def as_known(sheet: Sheet, told: Mapping[str, Use]) -> Sheet:
    """Return a sheet with the words that notes explain as the words that everybody knows: R4あゆみ as R4実績値."""
    if not told:
        return sheet
    return replace(sheet, rows=tuple(tuple(_in_known_words(text, told) for text in row) for row in sheet.rows))


def _in_known_words(text: str, told: Mapping[str, Use]) -> str:
    word = without_year(text) if len(text) <= 2 * _LONGEST else ""
    if word not in told:
        return text
    return _KNOWN_WORDS[told[word]] if word == narrow(text) else text.replace(word, _KNOWN_WORDS[told[word]])


def as_printed(table: TableMapping, sheet: Sheet, told: Mapping[str, Use]) -> TableMapping:
    """Return a table that was read by known words with its own: headings as they stand in the sheet, and words beside rows.

    What the notes say of a column's words is the reason for its use.
    """
    if not told:
        return table
    lying = as_read(sheet, table)
    headings = [joined(path) for path in heading_paths(lying, table.first, table.last)]
    columns = tuple(_in_own_words(column, headings[column.column], told) for column in table.columns)
    cells = {row[c.column].strip() for c in table.of(Use.KIND) for row in lying.rows[table.last + 1 : table.end]}
    row_kinds = tuple(sorted((text, told[word]) for text in cells if (word := without_year(text)) in told))
    return replace(table, columns=columns, row_kinds=row_kinds, confidence=min(c.confidence for c in columns))


def _in_own_words(column: ColumnUse, heading: str, told: Mapping[str, Use]) -> ColumnUse:
    words = [word for word, use in told.items() if use is column.use and word in narrow(heading)]
    if heading == column.heading or not words:
        return replace(column, heading=heading)
    said = "目標や計画ではない" if column.use is Use.UNREAD else f"「{USE_WORDS[column.use]}」"
    reason = f"注記に、「{'、'.join(words)}」は{said}とあるため"
    return replace(column, heading=heading, reason=reason, confidence=SUREST)
