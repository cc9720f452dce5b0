"""What the words before a thread's numbers call it, as a title would write them: a label, or the noun that prose ends on."""

from collections import Counter
from collections.abc import Iterable

from loaders.numbers.bases import without_period
from loaders.numbers.counters import COUNTERS
from loaders.patterns import Pattern
from loaders.prose.eras import ERA_COUNT, ERA_NAME, WESTERN_YEAR
from loaders.prose.widths import narrow
from loaders.series.label_similarity import core
from loaders.series.last_nouns import last_noun
from loaders.series.terms import Term, Thread

_LONGEST_LEAD = 12
# How the count of a unit is called; a plain noun that serves as a unit is called 手続き数, 施設数.
COUNT_NOUNS = {
    "人": "人数",
    "回": "回数",
    "件": "件数",
    "箇所": "箇所数",
    "台": "台数",
    "冊": "冊数",
    "校": "校数",
    "枚": "枚数",
    "円": "金額",
}
COUNT_NOUNS |= {row.spellings[0]: f"{row.spellings[0]}数" for row in COUNTERS if row.is_plain_noun}
RUN = r"[一-龠々〆ァ-ヶーA-Za-z0-9\-]"
# Where a city makes things known; with the words of what it does there: 広報紙での周知.
_FULL_MEDIUM = {"HP": "ホームページ", "広報": "広報紙"}
NOUN_RUN = Pattern(rf"((?:{RUN}|[の・](?={RUN}))+)$")
BRACKETS = Pattern(r"[(（][^()（）]*[)）]")
_YEAR_OF_LABEL = Pattern(rf"{ERA_NAME}{ERA_COUNT}年度?(?:における|の)?|{WESTERN_YEAR}(?:年度?)?版?(?!\d)")
# A number with its counter at a word's end is an amount (主催講座50講座), a month says when (12月に).
# Elsewhere both say what the thing is: 1人1日当たり, 4か国語対応.
_COUNTERS = "|".join(sorted((s for row in COUNTERS if not row.is_duration for s in row.spellings), key=len, reverse=True))
_AMOUNT = Pattern(
    rf"(?<![A-Za-z\d.,])(?:約|計|延べ|各|全|年)?\d[\d,.]*(?:{_COUNTERS})(?:程度|以上|以下|ほど)?(?:にとどま[りる]?|[をにでの])?(?=$|\s)"
)
_MONTH = Pattern(
    r"(?:予定の)?(?:うち)?(?:\d{1,2}月(?:\d{1,2}日)?(?:号(?:ほか)?|上旬|中旬|下旬|末|中|頃|ごろ)?(?:から|まで|より|にかけて|[にの、]|(?=$|\s)))+"
)


def base_terms(thread: Thread) -> list[Term]:
    """Return what 現状及び事業目標 says of a thread."""
    return [term for term in (thread.baseline, thread.yearly_goal, thread.final_goal) if term is not None]


def label_of(thread: Thread) -> str:
    """Return the words that name a thread, '' where none do: its 【…】 and what follows it, else a count named in 現状.

    Words of prose name it where all is prose or several years say them: 集合研修を1回以上実施する names no thread of 【回数】.
    """
    named = [term for term in thread.terms() if term.label]
    base = [term for term in base_terms(thread) if term.label and _written(term).endswith(("数", "量", "率", "額"))]
    for group in ([t for t in named if not t.is_prose], base):
        if written := most_frequent(_written(term) for term in group):
            return written
    in_prose = Counter(filter(None, map(_written, named)))
    is_prose = all(term.is_prose for term in thread.terms())
    said_again = {written: count for written, count in in_prose.items() if count > 1 or is_prose}
    return "" if is_labelled(thread) else most_frequent(Counter(said_again).elements())


def is_labelled(thread: Thread) -> bool:
    """Whether a 【…】 before a number says what is counted, and not only whether it is a target or a result."""
    return any(not term.is_prose and core(cleaned(term.wording.tag)) for term in thread.terms())


def _written(term: Term) -> str:
    """Return a term's label as a title would write it: ツイート件数（市公式）."""
    tag, name = cleaned(term.wording.tag), cleaned(term.wording.phrase)
    if term.is_prose:
        noun = NOUN_RUN.search(name)
        name = noun[1].strip("の・") if len(name) > _LONGEST_LEAD and noun and core(noun[1]) else name
        name = last_noun(name)
        if not core(name):
            return ""
        count = COUNT_NOUNS.get(without_period(term.quantity.unit) or "", "")
        if count == "人数" and name.endswith(("者", "人")):
            return f"{name}数"
        count = f"追加{count}" if term.is_increment and count else count
        return f"{name} {count}".strip() if count and not name.endswith("数") else name
    if term.tag and term.name and core(tag)[-2:] not in core(name):
        return f"{tag}（{name}）"
    label = (name if term.name else tag) or cleaned(term.quantity.label or "")
    return _FULL_MEDIUM.get(label, label)


def cleaned(label: str) -> str:
    """Return a label without brackets, years and the amounts that it ends in."""
    text = without_amounts(_YEAR_OF_LABEL.sub("", BRACKETS.sub("", narrow(label))))
    return text.strip(" 　:：・")


def without_amounts(words: str) -> str:
    """Return words without the amounts that they end in and the months that they name: 主催講座50講座 is 主催講座."""
    words = _MONTH.sub("", words)
    while (shorter := _AMOUNT.sub("", words)) != words:
        words = shorter
    return words


def most_frequent(words: Iterable[str]) -> str:
    """Return the most frequent of `words`, the latest of several, '' of none."""
    found = Counter(word for word in words if word)
    return max(found, key=lambda word: (found[word], list(found).index(word)), default="")
