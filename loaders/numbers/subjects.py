"""What a number counts is said by its label or by the words around it: 都市計画審議会 3回, 大型提示装置を129台導入した."""

from dataclasses import dataclass
from typing import Final

from loaders.numbers.labels import Tag, names_subject
from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/subjects.toml tells what each means, with examples."""

    leading: Pattern
    particle: Pattern
    clause: Pattern
    noun_behind: Pattern
    named_behind: Pattern
    time: Pattern
    nameless: Pattern
    between: Pattern
    noun_in_hiragana: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
_NOTE = Pattern(r"\s*[(][^()]*[)]\s*$")
_BULLET = Pattern(r"(?:^|(?<=\s))[・●■◆◎○◇□※]\s*")
_LIST_NUMBER = Pattern(r"^(?:\(?\d{1,2}[.)]?\s+|[①-⑳])")
_NOUN = Pattern(r"[一-龥々ァ-ヶーA-Za-z0-9][一-龥々ァ-ヶーA-Za-z0-9・()「」]*$")
# 増やし, 開いた: the stem of a verb is no noun.
_STEM = Pattern(r"[一-龥々](?=[やかいきさしえけせっりれ])")
_HEADING = Pattern(r"[●■◆◎◇□]\s*([^●■◆◎◇□。【】]{1,30})")
_HIRAGANA_END = Pattern(r"[ぁ-ん]$")
_LEAD = f" 、,.・:：／/~〜-{ARROWS}"
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
    if not noun and (tag is None or _SIGNS.named_behind.match(behind)):
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
    words = _SIGNS.between.sub("", words).strip(_LEAD).rpartition(" ")[2]
    while (shorter := _SIGNS.leading.sub("", words).strip(_LEAD)) != words:
        words = shorter
    return _LIST_NUMBER.sub("", words).strip(_LEAD)


def subject(own: str) -> str:
    """Return the noun that a number's own words name, '' where they name none.

    >>> subject("大型提示装置を"), subject("都市計画の変更"), subject("今年度も"), subject("公表し、検討を")
    ('大型提示装置', '都市計画の変更', '', '検討')
    """
    words = _SIGNS.leading.sub("", own.rpartition("、")[2])
    stem = _SIGNS.particle.sub("", words).strip(_LEAD)
    is_clause = _SIGNS.clause.search(stem) if stem != words else "を" in stem
    if is_clause or _ends_in_verb(stem) or len(stem) > _LONGEST_LABEL:
        noun = _NOUN.search(_without_notes(stem))
        stem = noun[0] if noun else ""
    return "" if _SIGNS.time.match(stem) or _SIGNS.nameless.match(stem) else stem


def subject_behind(behind: str) -> str:
    """Return the noun that follows a number: 年9回のICT研修 is of ICT研修. '' where none does."""
    match = _SIGNS.noun_behind.match(behind)
    if match is None or _SIGNS.time.match(match[1]) or _STEM.match(behind, match.start(1)):
        return ""
    return match[1]


def heading(before: str) -> str:
    """Return the last ●-line before a number without its note (●市民シンポジウム(9/30) 【参加者】30名), '' where none is."""
    found = _HEADING.findall(before)
    return _NOTE.sub("", found[-1].strip()).strip() if found else ""


def _ends_in_verb(words: str) -> bool:
    return _HIRAGANA_END.search(words) is not None and _SIGNS.noun_in_hiragana.search(words) is None


def _without_notes(words: str) -> str:
    while (shorter := _NOTE.sub("", words)) != words:
        words = shorter
    return words
