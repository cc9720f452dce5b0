"""A cell may say itself that its value is only expected: 36,500（見込）, 予測 36,500, or a sign that a note tells to mean so.

What is expected is a forecast under any heading of results: no target is judged by it.
"""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from loaders.mapping.cells.one_value import EXPECTED
from loaders.mapping.cells.values import read_values
from loaders.patterns import Pattern
from loaders.prose.widths import narrow

_QUOTED = r"[「『“\"(【〔]\s*(?P<sign>[^\s\d「」『』“”\"()【】〔〕、。:：]{1,3})\s*[」』”\")】〕]"
_TOLD = Pattern(rf"{_QUOTED}(?:(?!{_QUOTED.replace('?P<sign>', '')})[^。])*?{EXPECTED}(?!の?中|どおり|通り)")
_LISTED = Pattern(rf"(?:^|[\s、,;；(])(?P<sign>[^\s\d、,。:：=＝()]{{1,2}})\s*[:：=＝]\s*(?:集計中の)?{EXPECTED}")


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
    return words in signs or re.fullmatch(EXPECTED, words) is not None


@lru_cache(maxsize=16384)
def is_expected(text: str, signs: tuple[str, ...] = ()) -> bool:
    """Return whether a value's cell says that what it holds is only expected.

    >>> [is_expected(text) for text in ("120（見込）", "見込120人", "（見込み）120", "120人", "120（見込105を上回る）")]
    [True, True, True, False, False]
    >>> is_expected("予 120", ("予",)), is_expected("120(予)", ("予",)), is_expected("120(予)")
    (True, True, False)
    """
    values = read_values(text)
    if len(values) != 1:
        return False
    behind = narrow(text)[values[0].end :].strip(" ()[]〔〕【】<>")
    return values[0].is_expected or is_expected_word(values[0].label, signs) or behind in signs
