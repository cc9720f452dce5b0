"""The noun that words before a number end on names what it counts: 秋の回は申込 is 申込, 会計課を含む is none."""

import re
from typing import Final

from loaders.prose.widths import narrow

_NOUN: Final = r"[一-龠々〆ヶァ-ヺーA-Za-z0-9)」』]"
_BEGINS: Final = r"[一-龠々ヶァ-ヺーA-Za-z0-9「『(]"
# A particle between nouns parts them; within a word (肺がん, 障がい) and before の (広報紙での周知) none stands. Where a verb
# that says more of the noun follows, what stands before it is of the verb: 漏水に伴う緊急修繕, ページに表示される件数.
_TOPIC: Final = re.compile(rf"(?<={_NOUN})(?:は|も|から|より|まで)(?={_BEGINS})")
_PARTICLE: Final = re.compile(rf"(?<={_NOUN})(?:が|を|に|へ|で)(?={_BEGINS})(?!{_BEGINS}+[ぁ-ん]*[うるたつくすむ]{_BEGINS})")
# 三度の督促を経て修了者数: what was done before.
_DONE_BEFORE: Final = re.compile(rf"^.*?(?:[っしいけめせれべ]て|んで|経て)(?={_BEGINS})")
_JOINT: Final = re.compile(r"^(?:[\s/→・、,:：]|と|や|の|及び|および|うち)+")
# Verbs, and nouns that say how, when or with what rather than what.
_NO_NOUN: Final = re.compile(
    r"(?:[ずたてでるうくすつぬむばがをはにへも]|ない|なり|おり|あり|しい|のに|ため|まま|から|まで|(?<!だ)より|ほか|こと|とき|ころ|ごろ"
    r"|ところ|など|以外|だけ|のみ|ばかり|ごと|とも|うえ|ほぼ|やや|すべて|含め|改め|除き|伴い|行い|用い|加わり|中心|近隣"
    r"|[一-龠]{2}(?<![直倒押出戻越回渡流通壊返落残増貸話示催])し)$"
)
_SAYS_SOMETHING: Final = re.compile(r"[ぁ-んァ-ヺ一-龠A-Za-z]")
_SHORTEST: Final = 2


def last_noun(words: str) -> str:
    """Return the noun, with what the words say of it, that they end on; '' where they end on none.

    >>> last_noun("秋の回は申込"), last_noun("と西部地区"), last_noun("体育館の残りを含め"), last_noun("広報紙での周知")
    ('申込', '西部地区', '', '広報紙での周知')
    >>> last_noun("湖畔に監視カメラ"), last_noun("漏水に伴う緊急修繕"), last_noun("督促を経て修了者数")
    ('監視カメラ', '漏水に伴う緊急修繕', '修了者数')
    """
    text = _TOPIC.split(narrow(words).strip())[-1]
    text = _DONE_BEFORE.sub("", text)
    text = _JOINT.sub("", _PARTICLE.split(text)[-1]).strip("の・ ")
    is_one = len(text) >= _SHORTEST and _SAYS_SOMETHING.search(text) is not None and not _NO_NOUN.search(text)
    return text if is_one else ""
