"""A PDF may name a character by the radical that looks like it: ⽬標 for 目標, 校⻑ for 校長. A reader sees the same word.

Fonts draw both with one glyph, and what writes a PDF asks the font for the character of a glyph. NFKC knows the radicals of
the first block and two of the second, some as characters that Japan writes otherwise (戶 for 戸); those stand here.
"""

import unicodedata

_JAPANESE = "⼾戸⾭青⿈黄⿊黒⺠民⺟母⻁虎⻄西⻆角⻑長⻘青⻝食⻣骨⻤鬼⻨麦⻩黄⻫斉⻭歯⻯竜⻲亀"
_CHARACTERS = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **{ord(radical): character for radical, character in zip(_JAPANESE[::2], _JAPANESE[1::2], strict=True)},
}


def as_characters(text: str) -> str:
    """Return a text with the characters that its radicals stand for.

    >>> as_characters("⽬標値（⼾）"), as_characters("校⻑")
    ('目標値（戸）', '校長')
    """
    return text.translate(_CHARACTERS)
