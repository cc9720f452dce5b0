"""What the sentences around a thread's numbers speak of: an event (防災講演会), an action and its object (メールの配信)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow
from loaders.series.label_similarity import EVENT
from loaders.series.terms import Thread
from loaders.series.thread_labels import (
    BRACKETS,
    NOUN_RUN,
    RUN,
    base_terms,
    is_labelled,
    most_frequent,
    without_amounts,
)


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/thread_contexts.toml tells what each means, with examples."""

    general_action: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
LONGEST_SUBJECT = 18
# An event, or an action, that fewer cells speak of stood beside what is counted.
_MOST_CELLS = 0.5
_EVENT = Pattern(rf"((?:{RUN}*?(?:{EVENT.pattern})会?)+)(?!{RUN})")
# メールマガジンの配信を行い, 案内板を設置する: a thing and what is done to it.
_DONE = Pattern(
    r"(?<![\d,])([^、。,\s()\d]*?)(?:を(?:定期的に|新たに)?|の)([一-龠ァ-ヶ]{2,4})(?:(?:を|の)(?:行|実施|図)|し(?=[、。たて]|$)|する|した|している)"
)


def contexts_of(thread: Thread) -> list[str]:
    """Return the sentences around a thread's numbers, one a cell, those of 現状及び事業目標 only where there are no others."""
    own = {(term.quantity.printed, narrow(term.wording.context)): None for term in thread.terms() if term.wording.context}
    return [context for _, context in own] or [narrow(term.wording.context) for term in base_terms(thread)]


def event_of(threads: Sequence[Thread]) -> str:
    """Return the event that the sentences around the numbers speak of most often, one with a name first; '' where none."""
    contexts = [context for thread in threads for context in contexts_of(thread)]
    told = [[without_amounts(name) for name in dict.fromkeys(_EVENT.findall(context))] for context in contexts]
    if sum(map(bool, told)) < _least_cells(threads, 0):
        return ""
    found = [name for names in told for name in names if len(name) >= 3]
    return most_frequent([name for name in found if not EVENT.fullmatch(name)] or found)


def is_told(thread: Thread, thing: str, action: str) -> bool:
    """Return whether enough of a thread's cells tell of an action to call what it counts by that."""
    return actions_of(thread).count((thing, action)) >= _least_cells([thread])


def _least_cells(threads: Sequence[Thread], of_labelled: float = _MOST_CELLS) -> float:
    """Return how many cells must speak of an event or an action that gives the name.

    Of labelled numbers (【参加人数】) the sentences tell of what they are, and that share of these is enough.
    """
    if any(map(is_labelled, threads)):
        return of_labelled * sum(len(contexts_of(thread)) for thread in threads)
    return _MOST_CELLS * len({term.quantity.printed for thread in threads for term in thread.terms()})


def actions_of(thread: Thread) -> list[tuple[str, str]]:
    """Return what is done to what, by the sentences around a thread's numbers: メールマガジン, 配信."""
    found = []
    for context in contexts_of(thread):
        for thing, action in _DONE.findall(BRACKETS.sub("", context)):
            noun = NOUN_RUN.search(thing)
            if noun and not _SIGNS.general_action.fullmatch(action) and 2 <= len(noun[1].strip("の・")) <= LONGEST_SUBJECT:
                found.append((noun[1].strip("の・"), action))
    return found


def usual_action(thread: Thread) -> tuple[str, str]:
    """Return the most frequent of a thread's actions, two '' where there is none."""
    found = Counter(actions_of(thread))
    return found.most_common(1)[0][0] if found else ("", "")


def last_of(words: Pattern, thread: Thread) -> str:
    """Return which of `words` the sentences around a thread's numbers end on most often, '' where none."""
    return most_frequent(found[-1] for context in contexts_of(thread) if (found := words.findall(context)))
