"""A cell may say itself that its value is only expected: 36,500（見込）, 予測 36,500, or a sign that a note tells to mean so.

What is expected is a forecast under any heading of results: no target is judged by it.
"""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from loaders.prose.widths import narrow

_WORD = r"(?:(?:実績|決算|年度末)の?)?(?:見込み?|見通し|予測|予定)(?:値|量|数|額)?"
# What stands before a number, in brackets or not, and what does behind it: 見込 120, （予測）120, 120人（見込）, 120 見込.
_BEFORE = re.compile(r"\s*[(\[〔【<]?\s*(?P<words>[^\d\s()\[\]〔〕【】<>:：]{1,8})\s*[)\]〕】>]?\s*[:：]?\s*(?=[-−▲△]?\d)")
_BEHIND = re.compile(r"\d[^\d()\[\]〔〕【】<>]{0,6}[(\[〔【<\s]\s*(?P<words>[^\d\s()\[\]〔〕【】<>]{1,8})\s*[)\]〕】>]?\s*$")
_QUOTED = r"[「『“\"(【〔]\s*(?P<sign>[^\s\d「」『』“”\"()【】〔〕、。:：]{1,3})\s*[」』”\")】〕]"
_TOLD = re.compile(rf"{_QUOTED}(?:(?!{_QUOTED.replace('?P<sign>', '')})[^。])*?{_WORD}(?!の?中|どおり|通り)")
_LISTED = re.compile(rf"(?:^|[\s、,;；(])(?P<sign>[^\s\d、,。:：=＝()]{{1,2}})\s*[:：=＝]\s*(?:集計中の)?{_WORD}")


def expected_signs(notes: Iterable[str]) -> tuple[str, ...]:
    """Return the signs that notes say to stand before or behind values that are only expected.

    >>> expected_signs(["欄の「予」は年度末の予測です。", "ｅ：見込値"]), expected_signs(["（　）内は見込み。「※」は注。"])
    (('予', 'e'), ())
    """
    lines = [sentence for note in notes for sentence in narrow(note).split("。")]
    found = (match["sign"] for line in lines for pattern in (_TOLD, _LISTED) for match in pattern.finditer(line))
    return tuple(dict.fromkeys(found))


def is_expected_word(words: str, signs: Collection[str] = ()) -> bool:
    """Return whether what stands beside a value says that it is only expected.

    >>> is_expected_word("見込"), is_expected_word("予", ("予",)), is_expected_word("速報値")
    (True, True, False)
    """
    return words in signs or re.fullmatch(_WORD, words) is not None


@lru_cache(maxsize=16384)
def is_expected(text: str, signs: tuple[str, ...] = ()) -> bool:
    """Return whether a value's cell says that what it holds is only expected.

    >>> [is_expected(text) for text in ("120（見込）", "見込120人", "（見込み）120", "120人", "120（見込105を上回る）")]
    [True, True, True, False, False]
    """
    plain = narrow(text)
    beside = (found for found in (_BEFORE.match(plain), _BEHIND.search(plain)) if found is not None)
    return any(is_expected_word(found["words"], signs) for found in beside)
