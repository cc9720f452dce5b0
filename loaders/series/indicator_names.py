"""A chart's title says what is counted of what; of what a bare 目標, 回数 or 参加人数 is, activity and sentence say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loaders.numbers.bases import without_period
from loaders.numbers.counters import COUNTERS
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow
from loaders.series.label_similarity import core, normal
from loaders.series.name_length import LONGEST_NAME, joined, shortened
from loaders.series.terms import Thread
from loaders.series.thread_contexts import LONGEST_SUBJECT, actions_of, event_of, is_told, last_of, usual_action
from loaders.series.thread_labels import (
    BRACKETS,
    COUNT_NOUNS,
    NOUN_RUN,
    RUN,
    base_terms,
    cleaned,
    label_of,
    most_frequent,
)
from loaders.series.wording import is_clause


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/indicator_names.toml tells what each means, with examples."""

    media: Pattern
    telling: Pattern
    deliberation: Pattern
    title_aim: Pattern
    title_end: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

# What is charted where neither label nor activity, sentence or unit says a word.
NAMELESS = "指標"

_PLAIN_NOUNS = frozenset(row.spellings[0] for row in COUNTERS if row.is_plain_noun)

# What an event is counted in; grams and percentages are of something else that the sentence speaks of.
_OF_EVENTS = frozenset({"人", "回", "組", "件", "世帯", "団体", "校", "講座", "日", "時間", "点"})

_DEALT_WITH = Pattern(f"{_SIGNS.deliberation.pattern}|{_SIGNS.telling.pattern}")

# What leads on to another number names nothing: 3園(うち1園は前年度分).
_LEADS_ON = frozenset({"うち", "内訳"})
# Of は点検中 the particle is no part of a name.
_PARTICLE_FIRST = Pattern(r"^[はがをもでにへのと](?![ぁ-ん])")
_QUOTED = Pattern(r"^[「『]([^」』]+)[」』]")
_JOINS_SEVERAL = Pattern(rf"{RUN}(?:や|及び){RUN}")


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
    label, unit = label_of(thread), _unit(thread) or ""
    counted = COUNT_NOUNS.get(unit, "")
    if not label:
        return _named_by_context(activity, thread, counted)
    section = _section(thread)
    if section and _SIGNS.media.fullmatch(label):
        return joined(section, label, activity)
    if _SIGNS.media.fullmatch(label) and (told := last_of(_SIGNS.telling, thread)):
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
    if found := _section(thread) or event_of([thread]):
        return found
    things = [thing for thing, action in actions_of(thread) if label.startswith(action)]
    if things:
        return most_frequent(things)
    if _unit(thread) == "人" and (event := event_of(row)):
        return event
    thing, action = usual_action(thread)
    is_about = thing and not _SIGNS.deliberation.search(action + label) and thing[:2] not in label
    return thing if label.endswith("数") and is_about and is_told(thread, thing, action) else _title(activity, core(label))


def _named_by_context(activity: str, thread: Thread, counted: str) -> str:
    """Return a name for a thread that no label names, after its event, its action or the activity."""
    if counted and all(term.quantity.is_cumulative for term in thread.results.values()) and thread.results:
        counted = f"累計{counted}"
    if (_unit(thread) or "回") in _OF_EVENTS and (event := event_of([thread])):
        return joined(event, counted, activity)
    title = _title(activity, "")
    if (_unit(thread) or "") in _PLAIN_NOUNS:
        return joined(title, counted, activity)
    thing, action = usual_action(thread)
    is_known = is_told(thread, thing, action) or not all(term.is_prose for term in thread.terms())
    if thing and is_known and not _DEALT_WITH.search(action):
        return shortened(thing + action + counted, LONGEST_NAME)
    dealt = last_of(_DEALT_WITH, thread)
    return joined(title, counted if dealt in title else dealt + counted, activity)


def _unit(thread: Thread) -> str | None:
    return next(
        (without_period(term.quantity.unit) for term in [*thread.terms(), *base_terms(thread)] if term.quantity.unit), None
    )


def _stands_alone(label: str, unit: str | None) -> bool:
    """Whether a label names its thing: 広報紙での周知 and 消防委員会 do; 参加人数 and 小・中学校 (5校) need to say of what."""
    if len(label) <= 4 or (unit and label.endswith(unit)):
        return False
    return len(label) >= 9 or not re.search(r"(?:数|実績|者)$", label)


def _section(thread: Thread) -> str:
    """Return the ● heading that all of a thread's numbers stand under, '' where there is none or several."""
    sections = {cleaned(term.wording.section) for term in thread.terms()}
    return sections.pop() if len(sections) == 1 else ""


def _title(activity: str, counted: str) -> str:
    """Return what an activity is about, without what its title ends with and without what the label says again."""
    text = narrow(activity).strip()
    quoted = _QUOTED.match(text)
    text = BRACKETS.sub("", quoted[1] if quoted else text)
    for _ in range(2):
        text = _SIGNS.title_aim.sub("", _SIGNS.title_end.sub("", text))
    if counted and text.lower().endswith(f"の{counted}"):
        text = text[: -len(counted) - 1]
    parts = [part for whole in re.split(r"[、,]", text) for part in (whole, whole.split("を")[0])]
    text = next((part for part in parts if NOUN_RUN.search(part)), text)
    head, tail = re.split(r"の|を|に|で", text)[0], NOUN_RUN.search(text)
    if _JOINS_SEVERAL.search(text) and 3 <= len(head) < len(text):
        return head
    if len(text) <= LONGEST_SUBJECT:
        return text
    return tail[1].strip("の・") if tail and 4 <= len(tail[1].strip("の・")) <= LONGEST_SUBJECT else head


def _people(label: str, thread: Thread) -> str:
    """Return 登録者数 for a 登録数 that is counted in persons."""
    return re.sub(r"(?<![者人])数$", "者数", label) if _unit(thread) == "人" else label


def _unique(name: str, thread: Thread, taken: Sequence[str]) -> str:
    """Return `name`, told apart from those taken by its ● heading, the words after its number, or a count."""
    terms = thread.terms()
    marks = [cleaned(term.wording.section) for term in terms]
    marks += [term.wording.action for term in terms if core(term.wording.action) not in ("", name)]
    marks += [
        tail
        for term in terms
        if not is_clause(term.wording.tail)
        and 2 <= len(tail := _PARTICLE_FIRST.sub("", cleaned(term.wording.tail.strip("()（）")))) <= 8
        and not term.wording.tail.startswith(" ")
        and tail not in _LEADS_ON
    ]
    marks = [*dict.fromkeys(filter(None, marks)), *(str(count) for count in range(2, len(taken) + 3))]
    marks = [mark for mark in marks if len(mark) + 2 < LONGEST_NAME]
    options = [name, *(f"{name[: LONGEST_NAME - len(mark) - 2]}（{mark}）" for mark in marks)]
    return next(option for option in options if option not in taken)
