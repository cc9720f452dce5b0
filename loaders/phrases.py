"""What a number counts is said by its label or by the words around it: 都市計画審議会 3回, 大型提示装置を129台導入した."""

import re

from loaders.labels import Tag, names_subject

_NOTE = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_BULLET = re.compile(r"(?:^|(?<=\s))[・●■◆◎○◇□※]\s*")
_LIST_NUMBER = re.compile(r"^\(?\d{1,2}[.)]?\s+")
_PARTICLE = re.compile(r"(?:については|に対し(?:て)?|として|[をはがもにで])$")
_CLAUSE = re.compile(r"[をはがもに、]|して|した|する|および|及び")
_NOUN = re.compile(r"[一-龥々ァ-ヶーA-Za-z0-9][一-龥々ァ-ヶーA-Za-z0-9・()「」]*$")
_NOUN_BEHIND = re.compile(r"(?:以上|程度|以内|未満)?の?、?([一-龥々ァ-ヶーA-Za-z][一-龥々ァ-ヶーA-Za-z・]*)")
_TIME = re.compile(
    r"^(?:今|来|昨|前|同|毎|翌|各|次)?(?:年度|年|月|週|回|後|日)間?(?:中|内|末)?$|^(?:引き続|引続|適宜|随時|現在)"
)
_HEADING = re.compile(r"[●■◆◎◇□]\s*([^●■◆◎◇□。【】]{1,30})")
_HIRAGANA_END = re.compile(r"[ぁ-ん]$")
_NOUN_IN_HIRAGANA = re.compile(r"(?:お知らせ|まちづくり|取り?組み|手続き|申し?込み|問い?合わせ)$")
_LEAD = " 、,.・:：／/~〜-"
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
    noun = subject(own) or (subject_behind(behind) if tag is None or own or behind[:1] not in ("", " ", "(") else "")
    if tag is None:
        return noun or None
    if not names_subject(tag.words):
        return " ".join(filter(None, (heading, noun))) or tag.words or None
    return " ".join(filter(None, (heading, tag.words, subject(own))))


def own_words(before: str) -> str:
    """Return the words of `before` that belong to the number behind them: since the last bullet or sentence, no notes."""
    words = before.rpartition("。")[2]
    while (shorter := _NOTE.sub("", words)) != words:
        words = shorter
    for close, opening in ((")", "("), ("）", "（")):
        if words.rfind(close) > words.rfind(opening) and words.count(close) > words.count(opening):
            words = words.rpartition(close)[2]
    for opening, close in (("(", ")"), ("（", "）")):
        if words.count(opening) > words.count(close):
            words = words.rpartition(opening)[2]
    words = _LIST_NUMBER.sub("", _BULLET.split(words)[-1]).strip(_LEAD)
    return words.rpartition(" ")[2].strip(_LEAD) if " " in words else words


def subject(own: str) -> str:
    """Return the noun that a number's own words name, '' where they name none.

    >>> subject("大型提示装置を"), subject("都市計画の変更"), subject("今年度も"), subject("公表し、検討を")
    ('大型提示装置', '都市計画の変更', '', '検討')
    """
    words = own.rpartition("、")[2] if _CLAUSE.search(own[:-1]) else own
    stem = _PARTICLE.sub("", words).strip(_LEAD)
    if stem and not _CLAUSE.search(stem) and len(stem) <= _LONGEST_LABEL and not _ends_in_verb(stem):
        return "" if _TIME.match(stem) else stem
    noun = _NOUN.search(_closed(stem))
    return "" if noun is None or _TIME.match(noun[0]) else noun[0]


def subject_behind(behind: str) -> str:
    """Return the noun that follows a number: 年9回のICT研修 is of ICT研修. '' where none does."""
    match = _NOUN_BEHIND.match(behind)
    return match[1] if match and not _TIME.match(match[1]) else ""


def heading(before: str) -> str:
    """Return the last ●-line before a number without its note: ●市民シンポジウム(9/30) 【参加者】30名. '' where there is none."""
    found = _HEADING.findall(before)
    return _NOTE.sub("", found[-1].strip()).strip() if found else ""


def _ends_in_verb(words: str) -> bool:
    return _HIRAGANA_END.search(words) is not None and _NOUN_IN_HIRAGANA.search(words) is None


def _closed(words: str) -> str:
    """Return `words` without trailing notes, so that the noun before them is their end."""
    while (shorter := _NOTE.sub("", words)) != words:
        words = shorter
    return words
