"""A full-width sign and its half-width twin are one sign to a reader: １０回 is 10回, （月１回） is (月1回)."""

import unicodedata
from functools import lru_cache
from typing import Final

from loaders.patterns import Pattern

# Numbers in a ring, in brackets or with a point, each one sign: they head a list, and count nothing.
_LISTING: Final = Pattern("([\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf])")


def folded(text: str) -> str:
    """Return `text` after NFKC, of whatever length that is, but for signs that head a list: R1① is the first year.

    >>> folded("Ｒ１①目標（㎡）")
    'R1①目標(m2)'
    """
    if text.isascii():
        return text
    return "".join(part if at % 2 else unicodedata.normalize("NFKC", part) for at, part in enumerate(_LISTING.split(text)))


def narrow(text: str) -> str:
    """Return `text` after NFKC, sign by sign and of the same length, so that offsets hold for both.

    A sign that NFKC would turn into several (㎡, ㈱) stays as it is, and so does ① (it heads a list, it counts nothing).

    >>> narrow("①Ｈ３０．３．３１（１，２３４㎡）")
    '①H30.3.31(1,234㎡)'
    """
    if text.isascii():
        return text
    return _narrowed(text) if len(text) <= _ASKED_AGAIN else text.translate(_NARROWED)


class _Narrowed(dict[int, str]):
    """What each sign becomes, found when a text first holds it."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        folded = unicodedata.normalize("NFKC", sign)
        self[code] = folded if len(folded) == 1 and unicodedata.category(sign) != "No" else sign
        return self[code]


_NARROWED = _Narrowed()
# Sentences and clauses are asked for by many rules, whole cells by few.
_ASKED_AGAIN = 200


@lru_cache(maxsize=8192)
def _narrowed(text: str) -> str:
    return text.translate(_NARROWED)
