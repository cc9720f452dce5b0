"""What a PDF calls a radical is the character that a reader sees."""

from loaders.grid.radicals import as_characters


def test_radicals_are_the_characters_that_japan_writes() -> None:
    assert as_characters("⽬標 ⼾数 ⻘少年 校⻑ ⿊字") == "目標 戸数 青少年 校長 黒字"


def test_other_signs_stay_as_they_are() -> None:
    assert as_characters("①Ａ㎡ ﾊﾝｶｸ") == "①Ａ㎡ ﾊﾝｶｸ"
