"""A narrow cell breaks a name where it has no room left: 使用料 over 収納率 is one word, while a Latin one needs its blank."""

from typing import Final

from loaders.patterns import Pattern

# Signs of Japanese words, and brackets that tell more of the word before them.
_WORDS: Final = "ぁ-んァ-ヶー一-龥々〆"
_BROKEN: Final = Pattern(rf"(?<=[{_WORDS}・）」』])[ \t　]*\n[ \t　]*(?=[{_WORDS}（「『])")


def in_one_line(name: str) -> str:
    """Return a name in one line: Japanese words that a line broke are one again, all other blanks are one each.

    >>> in_one_line("使用料の\\n収納率\\n（現年分）"), in_one_line("CO2\\n排出量"), in_one_line("公園 利用者数")
    ('使用料の収納率（現年分）', 'CO2 排出量', '公園 利用者数')
    """
    return " ".join(_BROKEN.sub("", name).split())
