"""Which words stand beside a failure and may say why: clauses before it, brackets behind it, sentences that explain it.

…の影響により未実施, …に時間を要し、至らなかった, 3回(9月は台風のため流会), …したことが要因.
The topic of a sentence (避難所の電源車は、) names what failed and not why, so it is left out of what leads to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.outcomes.statements import Span, Statement
from loaders.patterns import Pattern
from loaders.prose.vocabulary import any_of, load_rows, load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/leads.toml tells what each means, with examples."""

    failing_topic: Pattern
    follows_from: Pattern
    opens_explanation: Pattern
    aim: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
# Words that tie a cause to what follows in the same clause, and endings of a sentence that explains another one.
TIES: Final = load_rows(words_of(__file__, "ties"))
EXPLAINING: Final = load_rows(words_of(__file__, "explaining"))
_TIE = any_of(TIES)
_EXPLAINS = any_of(EXPLAINING, behind=r"[)\s。]*$")
# 応募は少なく、: here the topic is the want itself.
_BARE = Pattern(r"[^がのでをに]{0,8}")

_BARE_NOTE = Pattern(r"\(([^()\d、。]{2,12})\)")
_BEFELL_IN_BRACKETS = Pattern(r"\(([^()を]*[がはも][^()を]*[ただいず])\)")


def leading(statement: Statement) -> list[Span]:
    """Return the words that lead to what a statement tells, the nearest to it first."""
    behind = statement.causes[-1].end if statement.causes else statement.span.start
    own = cut(statement.span, max(behind - statement.span.start, 0), len(statement.span.text))
    spans = [*reversed([*_tied(own)]), *reversed(statement.causes)]
    return [span for span in spans if not is_aim(span)]


def is_aim(span: Span) -> bool:
    """Say whether words tell what work was for: 意識の向上を図るため, and not 工事を要するため."""
    return _SIGNS.aim.search(narrow(span.text)) is not None


def without_topic(span: Span) -> Span:
    """Return a span without the topic that it opens with, if it says more of it than that it was wanting."""
    match = _SIGNS.failing_topic.match(narrow(span.text))
    if not match or _BARE.fullmatch(narrow(span.text)[match.end() :].rstrip("、。")):
        return span
    return cut(span, match.end(), len(span.text))


def _tied(span: Span) -> Iterator[Span]:
    at = 0
    for match in _TIE.finditer(narrow(span.text)):
        yield cut(span, at, match.end())
        at = match.end()


def cut(span: Span, start: int, end: int) -> Span:
    """Return a part of a span, from one offset within it to another."""
    return replace(span, start=span.start + start, end=span.start + end, text=span.text[start:end])


def explains(sentence: Span) -> bool:
    """Say whether a sentence tells the cause of what another one says."""
    words = narrow(sentence.text)
    return _EXPLAINS.search(words) is not None or _SIGNS.opens_explanation.search(words) is not None


def follows_from(span: Span) -> bool:
    """Say whether words refer to those before them as their cause: このため、."""
    return _SIGNS.follows_from.match(span.text) is not None


def notes_in_brackets(statement: Statement) -> Iterator[Span]:
    """Yield what stands in brackets by itself, as a bare noun: 実施せず（新型コロナ）."""
    for match in _BARE_NOTE.finditer(narrow(statement.sentence.text)):
        yield cut(statement.sentence, match.start(1), match.end(1))


def clauses_in_brackets(statements: Sequence[Statement]) -> Iterator[Span]:
    """Yield what a bracket behind a figure tells as having befallen: 24.9％（古紙の持ち去りが増えた）."""
    for statement in statements:
        for match in _BEFELL_IN_BRACKETS.finditer(narrow(statement.sentence.text)):
            yield cut(statement.sentence, match.start(1), match.end(1))
