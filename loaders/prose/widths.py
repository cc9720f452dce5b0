"""A full-width sign and its half-width twin are one sign to a reader: １０回 is 10回, （月１回） is (月1回)."""

import unicodedata


def narrow(text: str) -> str:
    """Return `text` after NFKC, sign by sign and of the same length, so that offsets hold for both.

    A sign that NFKC would turn into several (㎡, ㈱) stays as it is, and so does ① (it heads a list, it counts nothing).

    >>> narrow("①Ｈ３０．３．３１（１，２３４㎡）")
    '①H30.3.31(1,234㎡)'
    """
    return text if text.isascii() else text.translate(_NARROWED)


class _Narrowed(dict[int, str]):
    """What each sign becomes, found when a text first holds it."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        folded = unicodedata.normalize("NFKC", sign)
        self[code] = folded if len(folded) == 1 and unicodedata.category(sign) != "No" else sign
        return self[code]


_NARROWED = _Narrowed()
