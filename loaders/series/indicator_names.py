"""A chart's title says what is counted of what; of what a bare 目標, 回数 or 参加人数 is, activity and sentence say."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.numbers.bases import without_period
from loaders.numbers.units import COUNTERS
from loaders.prose.eras import ERA_COUNT, ERA_NAME, WESTERN_YEAR
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow
from loaders.series.label_similarity import EVENT, core, normal
from loaders.series.last_nouns import last_noun
from loaders.series.name_length import LONGEST_NAME, joined, shortened
from loaders.series.terms import Term, Thread
from loaders.series.wording import is_clause


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/indicator_names.toml tells what each means, with examples."""

    media: re.Pattern[str]
    telling: re.Pattern[str]
    general_action: re.Pattern[str]
    deliberation: re.Pattern[str]
    title_aim: re.Pattern[str]
    title_end: re.Pattern[str]


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

# What is charted where neither label nor activity, sentence or unit says a word.
NAMELESS = "指標"
_LONGEST_SUBJECT = 18
_LONGEST_LEAD = 12
# An event, or an action, that fewer cells speak of stood beside what is counted.
_MOST_CELLS = 0.5

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
_PLAIN_NOUNS = frozenset(row.spellings[0] for row in COUNTERS if row.is_plain_noun)

# What an event is counted in; grams and percentages are of something else that the sentence speaks of.
_OF_EVENTS = frozenset({"人", "回", "組", "件", "世帯", "団体", "校", "講座", "日", "時間", "点"})

_RUN = r"[一-龠々〆ァ-ヶーA-Za-z0-9\-]"
_EVENT = re.compile(rf"((?:{_RUN}*?(?:{EVENT.pattern})会?)+)(?!{_RUN})")

# Where a city makes things known; with the words of what it does there: 広報紙での周知.
_FULL_MEDIUM = {"HP": "ホームページ", "広報": "広報紙"}
# メールマガジンの配信を行い, 案内板を設置する: a thing and what is done to it.
_DONE = re.compile(
    r"(?<![\d,])([^、。,\s()\d]*?)(?:を(?:定期的に|新たに)?|の)([一-龠ァ-ヶ]{2,4})(?:(?:を|の)(?:行|実施|図)|し(?=[、。たて]|$)|する|した|している)"
)
_DEALT_WITH = re.compile(f"{_SIGNS.deliberation.pattern}|{_SIGNS.telling.pattern}")
_LAST_NOUN = re.compile(rf"((?:{_RUN}|[の・](?={_RUN}))+)$")

_QUOTED = re.compile(r"^[「『]([^」』]+)[」』]")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_YEAR_OF_LABEL = re.compile(rf"{ERA_NAME}{ERA_COUNT}年度?(?:における|の)?|{WESTERN_YEAR}(?:年度?)?版?(?!\d)")
# A number with its counter at a word's end is an amount (主催講座50講座), a month says when (12月に).
# Elsewhere both say what the thing is: 1人1日当たり, 4か国語対応.
_COUNTERS = "|".join(sorted((s for row in COUNTERS if not row.is_duration for s in row.spellings), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?<![A-Za-z\d.,])(?:約|計|延べ|各|全|年)?\d[\d,.]*(?:{_COUNTERS})(?:程度|以上|以下|ほど)?(?:にとどま[りる]?|[をにでの])?(?=$|\s)"
)
_MONTH = re.compile(
    r"(?:予定の)?(?:うち)?(?:\d{1,2}月(?:\d{1,2}日)?(?:号(?:ほか)?|上旬|中旬|下旬|末|中|頃|ごろ)?(?:から|まで|より|にかけて|[にの、]|(?=$|\s)))+"
)
_JOINS_SEVERAL = re.compile(rf"{_RUN}(?:や|及び){_RUN}")


def name_indicators(activity: str, threads: Sequence[Thread], measures: Sequence[str] = ()) -> tuple[str, ...]:
    """Return a name for each thread of a row: none empty, no two the same, none longer than `LONGEST_NAME`.

    `activity` is 実施内容, which may be empty as well; `measures` are the names of the row's own indicators.
    """
    names: list[str] = []
    for thread in threads:
        name = _measured(thread, measures) or _name(activity, thread, threads).strip()
        name = name or COUNT_NOUNS.get(_unit(thread) or "", NAMELESS)
        names.append(_unique(name[:LONGEST_NAME], thread, names))
    return tuple(names)


def _measured(thread: Thread, measures: Sequence[str]) -> str:
    """Return the row's own indicator that all numbers of a thread are called by, '' where they are called otherwise."""
    labels = {term.quantity.label or "" for term in thread.terms() if term.has_own_label}
    [label] = labels if len(labels) == 1 else [""]
    return label if label in measures else ""


def _name(activity: str, thread: Thread, row: Sequence[Thread]) -> str:
    """Return what a thread counts, of what."""
    label, unit = _label(thread), _unit(thread) or ""
    counted = COUNT_NOUNS.get(unit, "")
    if not label:
        return _named_by_context(activity, thread, counted)
    section = _section(thread)
    if section and _SIGNS.media.fullmatch(label):
        return joined(section, label, activity)
    if _SIGNS.media.fullmatch(label) and (told := _last_of(_SIGNS.telling, thread)):
        return f"{label}での{told}"
    if _stands_alone(label, unit):
        return shortened(label, LONGEST_NAME)
    subject = _subject(activity, thread, row, label)
    if core(label) == normal(subject) or normal(label) in normal(subject):
        return shortened(label if core(label) == normal(subject) else subject, LONGEST_NAME)
    if label.endswith("数") and core(label) in narrow(subject).lower() and counted:
        label = counted
    return joined(subject, _people(label, thread), activity)


def _subject(activity: str, thread: Thread, row: Sequence[Thread], label: str) -> str:
    """Return of what a label counts: its ● heading, its event, what the action it names is done to, else the activity."""
    if found := _section(thread) or _event([thread]):
        return found
    things = [thing for thing, action in _actions(thread) if label.startswith(action)]
    if things:
        return _most_frequent(things)
    if _unit(thread) == "人" and (event := _event(row)):
        return event
    thing, action = _action(thread)
    is_about = thing and not _SIGNS.deliberation.search(action + label) and thing[:2] not in label
    is_usual = _actions(thread).count((thing, action)) >= _most([thread])
    return thing if label.endswith("数") and is_about and is_usual else _title(activity, core(label))


def _named_by_context(activity: str, thread: Thread, counted: str) -> str:
    """Return a name for a thread that no label names, after its event, its action or the activity."""
    if counted and all(term.quantity.is_cumulative for term in thread.results.values()) and thread.results:
        counted = f"累計{counted}"
    if (_unit(thread) or "回") in _OF_EVENTS and (event := _event([thread])):
        return joined(event, counted, activity)
    title = _title(activity, "")
    if (_unit(thread) or "") in _PLAIN_NOUNS:
        return joined(title, counted, activity)
    thing, action = _action(thread)
    is_usual = _actions(thread).count((thing, action)) >= _most([thread])
    is_told = is_usual or not all(term.is_prose for term in thread.terms())
    if thing and is_told and not _DEALT_WITH.search(action):
        return shortened(thing + action + counted, LONGEST_NAME)
    dealt = _last_of(_DEALT_WITH, thread)
    return joined(title, counted if dealt in title else dealt + counted, activity)


def _unit(thread: Thread) -> str | None:
    return next((without_period(term.quantity.unit) for term in [*thread.terms(), *_base(thread)] if term.quantity.unit), None)


def _base(thread: Thread) -> list[Term]:
    return [term for term in (thread.baseline, thread.standing, thread.final_goal) if term is not None]


def _contexts(thread: Thread) -> list[str]:
    """Return the sentences around a thread's numbers, one a cell, those of 現状及び事業目標 only where there are no others."""
    own = {(term.quantity.printed, narrow(term.wording.context)): None for term in thread.terms() if term.wording.context}
    return [context for _, context in own] or [narrow(term.wording.context) for term in _base(thread)]


def _label(thread: Thread) -> str:
    """Return the words that name a thread, '' where none do: its 【…】 and what follows it, else a count named in 現状.

    Words of prose name it where all is prose or several years say them: 集合研修を1回以上実施する names no thread of 【回数】.
    """
    named = [term for term in thread.terms() if term.label]
    base = [term for term in _base(thread) if term.label and _written(term).endswith(("数", "量", "率", "額"))]
    for group in ([t for t in named if not t.is_prose], base):
        if written := _most_frequent(_written(term) for term in group):
            return written
    in_prose = Counter(filter(None, map(_written, named)))
    is_prose = all(term.is_prose for term in thread.terms())
    said_again = {written: count for written, count in in_prose.items() if count > 1 or is_prose}
    return "" if _is_labelled(thread) else _most_frequent(Counter(said_again).elements())


def _is_labelled(thread: Thread) -> bool:
    """Whether a 【…】 before a number says what is counted, and not only whether it is a target or a result."""
    return any(not term.is_prose and core(_clean(term.wording.tag)) for term in thread.terms())


def _written(term: Term) -> str:
    """Return a term's label as a title would write it: ツイート件数（市公式）."""
    tag, name = _clean(term.wording.tag), _clean(term.wording.phrase)
    if term.is_prose:
        noun = _LAST_NOUN.search(name)
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
    label = (name if term.name else tag) or _clean(term.quantity.label or "")
    return _FULL_MEDIUM.get(label, label)


def _clean(label: str) -> str:
    text = _without_amounts(_YEAR_OF_LABEL.sub("", _BRACKETS.sub("", narrow(label))))
    return text.strip(" 　:：・")


def _without_amounts(words: str) -> str:
    """Return words without the amounts that they end in and the months that they name: 主催講座50講座 is 主催講座."""
    words = _MONTH.sub("", words)
    while (shorter := _AMOUNT.sub("", words)) != words:
        words = shorter
    return words


def _stands_alone(label: str, unit: str | None) -> bool:
    """Whether a label names its thing: 広報紙での周知 and 消防委員会 do; 参加人数 and 小・中学校 (5校) need to say of what."""
    if len(label) <= 4 or (unit and label.endswith(unit)):
        return False
    return len(label) >= 9 or not re.search(r"(?:数|実績|者)$", label)


def _most_frequent(words: Iterable[str]) -> str:
    """Return the most frequent of `words`, the latest of several, '' of none."""
    found = Counter(word for word in words if word)
    return max(found, key=lambda word: (found[word], list(found).index(word)), default="")


def _event(threads: Sequence[Thread]) -> str:
    """Return the event that the sentences around the numbers speak of most often, one with a name first; '' where none."""
    contexts = [context for thread in threads for context in _contexts(thread)]
    told = [[_without_amounts(name) for name in dict.fromkeys(_EVENT.findall(context))] for context in contexts]
    if sum(map(bool, told)) < _most(threads, 0):
        return ""
    found = [name for names in told for name in names if len(name) >= 3]
    return _most_frequent([name for name in found if not EVENT.fullmatch(name)] or found)


def _most(threads: Sequence[Thread], of_labelled: float = _MOST_CELLS) -> float:
    """Return how many cells must speak of an event or an action that gives the name.

    Of labelled numbers (【参加人数】) the sentences tell of what they are, and that share of these is enough.
    """
    if any(map(_is_labelled, threads)):
        return of_labelled * sum(len(_contexts(thread)) for thread in threads)
    return _MOST_CELLS * len({term.quantity.printed for thread in threads for term in thread.terms()})


def _section(thread: Thread) -> str:
    """Return the ● heading that all of a thread's numbers stand under, '' where there is none or several."""
    sections = {_clean(term.wording.section) for term in thread.terms()}
    return sections.pop() if len(sections) == 1 else ""


def _actions(thread: Thread) -> list[tuple[str, str]]:
    """Return what is done to what, by the sentences around a thread's numbers: メールマガジン, 配信."""
    found = []
    for context in _contexts(thread):
        for thing, action in _DONE.findall(_BRACKETS.sub("", context)):
            noun = _LAST_NOUN.search(thing)
            if noun and not _SIGNS.general_action.fullmatch(action) and 2 <= len(noun[1].strip("の・")) <= _LONGEST_SUBJECT:
                found.append((noun[1].strip("の・"), action))
    return found


def _action(thread: Thread) -> tuple[str, str]:
    """Return the most frequent of a thread's actions, two '' where there is none."""
    found = Counter(_actions(thread))
    return found.most_common(1)[0][0] if found else ("", "")


def _last_of(words: re.Pattern[str], thread: Thread) -> str:
    """Return which of `words` the sentences around a thread's numbers end on most often, '' where none."""
    return _most_frequent(found[-1] for context in _contexts(thread) if (found := words.findall(context)))


def _title(activity: str, counted: str) -> str:
    """Return what an activity is about, without what its title ends with and without what the label says again."""
    text = narrow(activity).strip()
    quoted = _QUOTED.match(text)
    text = _BRACKETS.sub("", quoted[1] if quoted else text)
    for _ in range(2):
        text = _SIGNS.title_aim.sub("", _SIGNS.title_end.sub("", text))
    if counted and text.lower().endswith(f"の{counted}"):
        text = text[: -len(counted) - 1]
    parts = [part for whole in re.split(r"[、,]", text) for part in (whole, whole.split("を")[0])]
    text = next((part for part in parts if _LAST_NOUN.search(part)), text)
    head, tail = re.split(r"の|を|に|で", text)[0], _LAST_NOUN.search(text)
    if _JOINS_SEVERAL.search(text) and 3 <= len(head) < len(text):
        return head
    if len(text) <= _LONGEST_SUBJECT:
        return text
    return tail[1].strip("の・") if tail and 4 <= len(tail[1].strip("の・")) <= _LONGEST_SUBJECT else head


def _people(label: str, thread: Thread) -> str:
    """Return 登録者数 for a 登録数 that is counted in persons."""
    return re.sub(r"(?<![者人])数$", "者数", label) if _unit(thread) == "人" else label


def _unique(name: str, thread: Thread, taken: Sequence[str]) -> str:
    """Return `name`, told apart from those taken by its ● heading, the words after its number, or a count."""
    terms = thread.terms()
    marks = [_clean(term.wording.section) for term in terms]
    marks += [term.wording.action for term in terms if core(term.wording.action) not in ("", name)]
    marks += [
        tail
        for term in terms
        if not is_clause(term.wording.tail)
        and 2 <= len(tail := _clean(term.wording.tail.strip("()（）"))) <= 8
        and not term.wording.tail.startswith(" ")
    ]
    marks = [*dict.fromkeys(filter(None, marks)), *(str(count) for count in range(2, len(taken) + 3))]
    marks = [mark for mark in marks if len(mark) + 2 < LONGEST_NAME]
    options = [name, *(f"{name[: LONGEST_NAME - len(mark) - 2]}（{mark}）" for mark in marks)]
    return next(option for option in options if option not in taken)
