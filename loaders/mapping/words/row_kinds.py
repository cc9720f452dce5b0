"""What a row of an item is may be told by a word in it: 目標 and 実績 below each other, or 見込んだ水準 and 到達した水準.

Words that are known say so by themselves. Those of a column that come again for each item are held against like headings, and
against each other: beside what was planned the one that nobody knows is what came of it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from loaders.mapping.model.confidence import IN_DOUBT
from loaders.mapping.model.looks import Evidence
from loaders.mapping.model.mapping import USE_WORDS, ColumnUse, Use
from loaders.mapping.words.ends_of_years import may_be_reached
from loaders.mapping.words.formula_marks import unmarked
from loaders.mapping.words.heading_senses import senses
from loaders.mapping.words.heading_years import plain
from loaders.mapping.words.unknown_headings import likeliest, likely_uses
from loaders.patterns import Pattern

# Longer is no word for a kind.
_LONGEST: Final = 14


@lru_cache(maxsize=16384)
def kind_of(text: str) -> Use | None:
    """Return what a cell of the column that tells rows apart says of its row: 目標, 実績値, 予算額 (not read); None for others.

    >>> kind_of("目標値"), kind_of("公園課")
    (<Use.TARGET: 'target'>, None)
    """
    if _is_sentence(text):
        return None
    if _MONEY.fullmatch(plain(text)):
        return Use.UNREAD
    found = {use: weight for use, weight in senses(text).items() if use in _ROW_KINDS and weight >= 0.5}
    return max(found, key=lambda use: found[use]) if found else None


# Rows of money stand among those of an indicator's kinds and are none of its values.
_MONEY = Pattern(r"(?:当初|補正後?|最終)?(?:予算|決算|事業費|執行|コスト|人件費|一般財源|総)(?:額|費|現額)?(?:\(?千?円\)?)?")


def is_of_money(text: str) -> bool:
    """Return whether the label of a block of rows says that all of them are of a budget and what was spent of it.

    >>> is_of_money("施策の予算額・執行額等"), is_of_money("予算額及び決算額"), is_of_money("予算額に占める割合")
    (True, True, False)
    """
    return _ALL_MONEY.fullmatch(plain(text)) is not None


_AMOUNT = r"(?:当初|補正|最終)?(?:予算|決算|執行|事業費|支出)(?:額|の?状況)?"
_ALL_MONEY = Pattern(rf"(?:施策|事業|政策|目標)?の?{_AMOUNT}(?:(?:・|及び|と|、|/){_AMOUNT})*等?(?:\(?(?:千|百万)?円\)?)?")
_ROW_KINDS = frozenset(
    {Use.TARGET, Use.RESULT, Use.FORECAST, Use.RATE, Use.GRADE, Use.BASELINE, Use.CURRENT, Use.FINAL_GOAL, Use.COMMENT}
)

# Of two rows that are called once each longer words are names: 認定者数（実績） above 計画の推計.
_SHORT: Final = 4
# Words of a column, each for a kind of row; more are names.
_MOST_KINDS: Final = 8
# How likely like headings must make a kind: alone, and beside a word that says the other half of plan and result.
_LIKELY: Final = 0.4
_LIKELY_BESIDE: Final = 0.2
# The same where likeness alone says that other half.
_LIKELY_TOGETHER: Final = 0.3
# Of the most frequent word's rows, those that another kind of the same items has at least.
_AS_OFTEN: Final = 0.6
OTHER_HALF: Final = {Use.TARGET: Use.RESULT, Use.RESULT: Use.TARGET}


def kinds_in(cells: Iterable[str]) -> dict[str, Use]:
    """Return what the words of a column that tells rows apart say of theirs; words that say nothing are left out.

    >>> kinds_in(["目標", "実績", "公園課"]) == {"目標": Use.TARGET, "実績": Use.RESULT}
    True
    >>> {word: use.value for word, use in kinds_in(["予定", "経過", "自己評価"] * 2).items()}
    {'予定': 'target', '自己評価': 'grade', '経過': 'result'}
    >>> {word: use.value for word, use in kinds_in(["めざす値", "実際の値"] * 2).items()}
    {'めざす値': 'target', '実際の値': 'result'}

    In a table of two rows one that is known tells the other.

    >>> {word: use.value for word, use in kinds_in(["計画", "実際"]).items()}
    {'計画': 'target', '実際': 'result'}

    The marks by which a formula calls rows are none of their words.

    >>> {word: use.value for word, use in kinds_in(["見込量 ①", "実績 ②", "②－①"] * 2).items()}
    {'見込量 ①': 'forecast', '実績 ②': 'result', '②－①': 'rate'}
    """
    texts = [text.strip() for text in cells]
    marked = unmarked(filter(None, texts))
    if marked:
        found = kinds_in(marked.get(text, text) for text in texts)
        return {word: found[bare] for word in dict.fromkeys(texts) if (bare := marked.get(word, word)) in found}
    counts = Counter(text for text in texts if text and not _is_sentence(text))
    told = _of_years({word: kind for word in counts if (kind := kind_of(word)) is not None})
    if set(counts.values()) == {1} and len(counts) == len(OTHER_HALF) and len(told) == 1 and max(map(len, counts)) <= _SHORT:
        pair = plan_and_result(*counts)
        if pair is not None:
            return dict(zip(counts, pair, strict=True))
    often = _AS_OFTEN * max(counts.values(), default=0)
    unknown = [word for word, count in counts.items() if word not in told and count > 1 and count >= often]
    if not unknown or len(counts) > _MOST_KINDS or set(told.values()) >= {Use.FORECAST, Use.RESULT}:
        return told
    likened = {word: kind for word in unknown if (kind := _likened(word, _LIKELY)) is not None}
    both = _of_years(told | likened)
    both |= _answering(both, likened)
    open_ones = [word for word in unknown if word not in likened]
    half = set(both.values()) & set(OTHER_HALF)
    if len(half) == 1 and open_ones:
        [other] = (OTHER_HALF[one] for one in half)
        is_told = OTHER_HALF[other] in told.values() and len(open_ones) == 1
        near = open_ones if is_told else [word for word in open_ones if _likened(word, _LIKELY_TOGETHER) is other]
        if len(near) == 1:
            both[near[0]] = other
    return both if set(both.values()) >= set(OTHER_HALF) else told


def _is_sentence(text: str) -> bool:
    """Return whether a cell tells something: what stands under the kinds of a form's rows is none of them."""
    return len(plain(text)) > _LONGEST or text.rstrip().endswith("。")


def _answering(kinds: Mapping[str, Use], likened: Collection[str]) -> dict[str, Use]:
    """Return the one verdict, if likeness alone makes it one, as the result where rows are planned and no other says what came.

    Of a plan alone nothing can be judged: できばえ beside めやす.
    """
    graded = [word for word, kind in kinds.items() if kind is Use.GRADE]
    is_open = Use.TARGET in kinds.values() and Use.RESULT not in kinds.values()
    return {graded[0]: Use.RESULT} if is_open and len(graded) == 1 and graded[0] in likened else {}


def guessed_kinds(kinds: Mapping[str, Use]) -> dict[str, Use]:
    """Return of the words of a column, with their kinds, those that likeness or the words beside them make plan or result.

    >>> {word: use.value for word, use in guessed_kinds(kinds_in(["予定", "経過"] * 2)).items()}
    {'経過': 'result'}
    """
    return {word: kind for word, kind in kinds.items() if kind in OTHER_HALF and kind_of(word) is not kind}


def with_doubt(column: ColumnUse, cells: Iterable[str]) -> ColumnUse:
    """Return a column of the rows' kinds as doubtful where its words are no cue's: できた数 beside 計画."""
    guessed = guessed_kinds(kinds_in(text for text in cells if text.strip())) if column.use is Use.KIND else {}
    told = "、".join(f"「{word}」を「{USE_WORDS[kind]}」" for word, kind in guessed.items())
    reason = f"並ぶ言葉や似た言葉から、{told}とみました"
    return replace(column, reason=reason, confidence=min(column.confidence, IN_DOUBT)) if guessed else column


def _of_years(told: dict[str, Use]) -> dict[str, Use]:
    """Return what words say of rows, a goal beside what came of each year as that year's target: めざす値 beside 結果.

    So it is where no row is called a target, and headings like the word are of targets more often than of the plan's end.
    Where no row is called a result, 最終値 beside a plan is what came of it (ends_of_years.py).
    """
    aims = [word for word, kind in told.items() if kind is Use.FINAL_GOAL]
    if Use.TARGET in told.values() and Use.RESULT not in told.values():
        return told | (dict.fromkeys(aims, Use.RESULT) if len(aims) == 1 and may_be_reached(aims[0]) else {})
    if Use.TARGET in told.values() or Use.RESULT not in told.values():
        return told
    yearly = [word for word in aims if (uses := likely_uses(word, Evidence(0))) and uses[Use.TARGET] > uses[Use.FINAL_GOAL]]
    return told | dict.fromkeys(yearly, Use.TARGET) if len(aims) == len(yearly) == 1 else told


def plan_and_result(first: str, second: str) -> tuple[Use, Use] | None:
    """Return which of two words that tell lines apart is the plan and which the result, None where they may be other things.

    >>> [use.value for use in plan_and_result("めやすとする値", "結果")], plan_and_result("市", "県")
    (['target', 'result'], None)
    """
    told = [kind_of(word) for word in (first, second)]
    if set(told) == set(OTHER_HALF):
        return (told[0], told[1]) if told[0] is not None and told[1] is not None else None
    for known, other, is_first in ((told[0], second, True), (told[1], first, False)):
        if known in OTHER_HALF and None in told and _likened(other, _LIKELY_BESIDE) is OTHER_HALF[known]:
            return (known, OTHER_HALF[known]) if is_first else (OTHER_HALF[known], known)
    if told == [None, None]:
        kinds = kinds_in([first, second] * 2)
        return (kinds[first], kinds[second]) if set(kinds.values()) == set(OTHER_HALF) else None
    return None


def kind_by_words(word: str, *, by_likeness: bool = True) -> Use | None:
    """Return whether a word that stands before a value says that it was planned or has come of it, known or by likeness.

    >>> [use and use.value for use in map(kind_by_words, ("実績", "めやす", "女", "延べ"))]
    ['result', 'target', None, None]
    """
    known = kind_of(word)
    kind = known if known is not None or not by_likeness else _likened(word, _LIKELY)
    return kind if kind in OTHER_HALF else None


def _likened(word: str, least: float) -> Use | None:
    """Return the kind of row that headings like a word head columns of, None where none is likely or they head names."""
    if len(plain(word)) > _LONGEST:
        return None
    return likeliest(word, _ROW_KINDS, least)
