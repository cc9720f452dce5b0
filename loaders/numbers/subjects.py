"""What a number counts is said by its label or by the words around it: 都市計画審議会 3回, 大型提示装置を129台導入した."""

import re

from loaders.numbers.labels import Tag, names_subject

_NOTE = re.compile(r"\s*[(][^()]*[)]\s*$")
_BULLET = re.compile(r"(?:^|(?<=\s))[・●■◆◎○◇□※]\s*")
_LIST_NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)]?\s+|[①-⑳])")
_LEADING = re.compile(
    r"^(?:[(][^()]*[)](?=.)|及び|および|並びに|ならびに|又は|または|に対し(?:て)?"
    r"|うち|内(?=[、 書]|$)|中、?$|延べ|の|前年度?比$)、?"
)
_PARTICLE = re.compile(r"(?:については|に対し(?:て)?|として|[をはがもにで])$")
_CLAUSE = re.compile(r"を|して|した|する|により|について|における|にて|で(?![のき])")
_NOUN = re.compile(r"[一-龥々ァ-ヶーA-Za-z0-9][一-龥々ァ-ヶーA-Za-z0-9・()「」]*$")
_NOUN_BEHIND = re.compile(
    r"(?:の|、(?=[^、。\d]{1,12}を))?((?:申し?込み|取り?組み|[一-龥々ァ-ヶーA-Za-z][一-龥々ァ-ヶーA-Za-z・]*)(?![\d:]))"
)
# 増やし, 開いた: the stem of a verb is no noun.
_STEM = re.compile(r"[一-龥々](?=[やかいきさしえけせっりれ])")
_NAMED_BEHIND = re.compile(r"[の、]|申し?込み|応募|受講|来場|利用")
_TIME = re.compile(
    r"^(?:今|来|昨|前|同|毎|翌|各|次)?(?:年度|年|月|週|回|後|日)間?(?:中|内|末)?$|^(?:引き続|引続|適宜|随時|現在)"
)
# Words of quantity that name nothing: 平均38日, 最終的に20施設.
_NAMELESS = re.compile(r"^(?:平均|最終的|最大|最高|最低|合計|総計|累計|通算|全体|全部|全て|すべて)$")
# Words between a name and its number: 待ち時間は平均12分, 排出量は2013年度比で24%減, 図書の貸出 人口1人当たり6冊.
_BETWEEN = re.compile(
    r"(?:(?<=[はがもを、])(?:平均|最大|最高|最低|対象)|(?:[12]\d{3}|\d{1,2}|元)年度?比で?"
    r"|(?:^|(?<=[ はがを、]))(?:人口|市民|職員)?"
    r"(?:\d[\d,]*[万千]?[^\d\s、。()]{1,4}(?:1日|1月)?(?:当たり|あたり|当り|につき|平均)|1人1日))の?$"
)
_HEADING = re.compile(r"[●■◆◎◇□]\s*([^●■◆◎◇□。【】]{1,30})")
_HIRAGANA_END = re.compile(r"[ぁ-ん]$")
_NOUN_IN_HIRAGANA = re.compile(
    r"(?:お知らせ|まちづくり|取り?組み|手続き|申し?込み|問い?合わせ"
    r"|ごみ|[子こ]ども|いじめ|ひきこもり|見守り|みどり|がん)$"
)
_LEAD = " 、,.・:：／/~〜-→⇒➡"
_LONGEST_LABEL = 60


def label(tag: Tag | None, heading: str, before: str, behind: str) -> str | None:
    """Return the words that name what a number counts; None where there are none.

    `tag` is the label that governs it, `heading` the ●-line above (''), `before` the words since the label or the number before
    it, `behind` the words after it.

    >>> label(Tag("内容", 0, 4), "", " 景観審議会 ", ""), label(Tag("ツイート件数", 0, 8), "", "、いんざい君", "")
    ('景観審議会', 'ツイート件数 いんざい君')
    >>> label(None, "", "要望をもとに大型提示装置を", "導入した。"), label(Tag("目標", 0, 4), "", "", "")
    ('大型提示装置', '目標')
    """
    own = own_words(before)
    is_item = "を" not in own and _BULLET.search(before.rpartition("。")[2]) is not None
    noun = own if is_item else subject(own)
    if not noun and (tag is None or _NAMED_BEHIND.match(behind)):
        noun = subject_behind(behind)
    if tag is None:
        return noun or None
    if not names_subject(tag.words):
        return " ".join(filter(None, (heading, noun))) or tag.words or None
    return " ".join(filter(None, (heading, tag.words, noun if own else "")))


def own_words(before: str) -> str:
    """Return the words of `before` that belong to the number behind them: since the last bullet or sentence."""
    words = _without_notes(before.rpartition("。")[2].rstrip(" ("))
    if words.count(")") > words.count("("):
        words = words.rpartition(")")[2]
    elif words.count("(") > words.count(")"):
        words = words.rpartition("(")[2]
    words = _LIST_NUMBER.sub("", _BULLET.split(words)[-1]).strip(_LEAD)
    words = _BETWEEN.sub("", words).strip(_LEAD).rpartition(" ")[2]
    while (shorter := _LEADING.sub("", words).strip(_LEAD)) != words:
        words = shorter
    return _LIST_NUMBER.sub("", words).strip(_LEAD)


def subject(own: str) -> str:
    """Return the noun that a number's own words name, '' where they name none.

    >>> subject("大型提示装置を"), subject("都市計画の変更"), subject("今年度も"), subject("公表し、検討を")
    ('大型提示装置', '都市計画の変更', '', '検討')
    """
    words = _LEADING.sub("", own.rpartition("、")[2])
    stem = _PARTICLE.sub("", words).strip(_LEAD)
    is_clause = _CLAUSE.search(stem) if stem != words else "を" in stem
    if is_clause or _ends_in_verb(stem) or len(stem) > _LONGEST_LABEL:
        noun = _NOUN.search(_without_notes(stem))
        stem = noun[0] if noun else ""
    return "" if _TIME.match(stem) or _NAMELESS.match(stem) else stem


def subject_behind(behind: str) -> str:
    """Return the noun that follows a number: 年9回のICT研修 is of ICT研修. '' where none does."""
    match = _NOUN_BEHIND.match(behind)
    if match is None or _TIME.match(match[1]) or _STEM.match(behind, match.start(1)):
        return ""
    return match[1]


def heading(before: str) -> str:
    """Return the last ●-line before a number without its note (●市民シンポジウム(9/30) 【参加者】30名), '' where none is."""
    found = _HEADING.findall(before)
    return _NOTE.sub("", found[-1].strip()).strip() if found else ""


def _ends_in_verb(words: str) -> bool:
    return _HIRAGANA_END.search(words) is not None and _NOUN_IN_HIRAGANA.search(words) is None


def _without_notes(words: str) -> str:
    while (shorter := _NOTE.sub("", words)) != words:
        words = shorter
    return words
