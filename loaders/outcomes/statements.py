"""A sentence of an evaluation makes one statement: its last clause with a meaning, unless that only follows from a failure.

予定していたが、できなかった fails; 開催できなかったが、出前講座を実施した was done;
追加できなかったため次年度に向けて準備を行った fails, for the work itself is still to come.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loaders.model import Cell, Place
from loaders.outcomes.phrases import ASIDE, INSTEAD, LATER_YEAR, read_phrase
from loaders.outcomes.predicates import CLOSING, DOING, FAILING, MERE_PLAN, Predicate
from loaders.patterns import Pattern
from loaders.prose.clauses import Clause, Link, Sentence, split
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/statements.toml tells what each means, with examples."""

    prepared: Pattern
    groundwork: Pattern
    goes_on: Pattern
    state: Pattern
    looked_for: Pattern
    found_none: Pattern
    not_for_finding: Pattern
    ended_with: Pattern
    handed_on: Pattern
    stopped: Pattern
    section_does: Pattern
    own_section: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))


@dataclass(frozen=True)
class Span:
    """Words of a printed cell, verbatim, with their offsets in it."""

    place: Place
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Statement:
    """What a sentence says: its predicate, the words that say it, the whole sentence and the words before the deciding clause.

    `phrase` is the id of what decided, in the vocabulary or a rule of the grammar. `causes` are the clauses that lead to it,
    `overruled` a failure that the sentence itself makes good, `is_aside` a remark beside the point (なお、…), `is_instead` an
    alternative to what failed before, `for_later` a preparation for a later year.
    """

    predicate: Predicate | None
    span: Span
    sentence: Span
    causes: tuple[Span, ...]
    overruled: Predicate | None = None
    is_aside: bool = False
    is_instead: bool = False
    for_later: bool = False
    phrase: str = ""

    @property
    def is_report(self) -> bool:
        """Whether it is a label or figures without a predicate: 【内容】 環境審議会 2回."""
        words = self.sentence.text
        return (
            self.predicate is None
            and not _PROMISE.match(words)
            and (words.startswith("【") or _FIGURE.search(words) is not None)
        )


@dataclass(frozen=True)
class _Told:
    predicate: Predicate | None
    phrase: str


_PROMISE = Pattern(r"【目標[^】/／]*】")
_FIGURE = Pattern(r"\d")
# Fewer signs than this, as 見送られた。, don't say what was put off.
_TOO_SHORT = 10
# A note counts where the figure or noun before it says nothing: 0(コロナのため中止), 150本(予算の都合により一部未実施).
_NOTE_BEHIND = Pattern(r"[(]([^()]*)[)][\s。]*$")
_ALL_BRACKETED = Pattern(r"^[(【]([^()【】]*)[)】]$")
# A clause that tells of something that came to be, or how it is, and of no act: no object, and no mere example.
_ADDS = Pattern(r"^(?!.*を)(?!.*もあった$).*[はがも]")
_IS_OF_SOME = Pattern(r"た$")


def read_statements(cells: Sequence[Cell], *sections: str) -> tuple[Statement, ...]:
    """Return what the sentences of the cells say, in order. `sections` are the names, now and before, of the row's section."""
    return tuple(
        _read_sentence(cell, sentence, sections) for cell in cells if cell.text.strip() for sentence in split(cell.text)
    )


def _read_sentence(cell: Cell, sentence: Sentence, sections: Sequence[str]) -> Statement:
    clauses = sentence.clauses
    told = [_read_clause(cell.text[c.start : c.body_end], sections) for c in clauses]
    predicates = [clause.predicate for clause in told]
    at = _deciding(cell.text, clauses, predicates)
    at = _behind_a_comment(cell.text, clauses, told, at)
    first = max((i + 1 for i in range(at) if clauses[i].link is Link.CONCESSIVE), default=0)
    whole = _cut(cell, sentence.start, sentence.end)
    decided = told[at]
    is_explained = clauses[at].link is Link.EXPLAINED
    if decided.predicate in DOING and _SIGNS.stopped.search(narrow(whole.text)):
        decided = _Told(Predicate.ENDED, "running_work_stopped")
    overruled = next((predicates[i] for i in range(at) if predicates[i] in FAILING), None)
    return Statement(
        predicate=decided.predicate,
        span=whole
        if clauses[at].end - clauses[first].start < _TOO_SHORT
        else _cut(cell, clauses[first].start, clauses[at].end),
        sentence=whole,
        causes=tuple(_cut(cell, c.start, c.end) for c in (clauses[at + 1 :] if is_explained else clauses[first:at])),
        overruled=overruled if decided.predicate not in FAILING else None,
        is_aside=bool(ASIDE.match(whole.text)),
        is_instead=bool(INSTEAD.search(whole.text)),
        for_later=any(LATER_YEAR.search(narrow(cell.text[c.start : c.end])) for c in clauses[at:]),
        phrase=decided.phrase,
    )


def _read_clause(words: str, sections: Sequence[str]) -> _Told:
    words = _ALL_BRACKETED.sub(r"\1", narrow(words))
    does = _SIGNS.section_does.search(words)
    if does and sections and not any(name in does[1] for name in sections) and not _SIGNS.own_section.match(does[1]):
        return _Told(Predicate.TRANSFERRED, "another_section_does_it")
    told = _told(words)
    noted = _NOTE_BEHIND.search(words)
    if noted is None or told.predicate in FAILING | CLOSING or _IS_OF_SOME.search(words[: noted.start()]):
        return told
    note = _told(noted[1])
    return note if note.predicate in FAILING else told


def _told(words: str) -> _Told:
    phrase = read_phrase(words)
    return _Told(phrase.says, phrase.id) if phrase else _Told(None, "")


def _deciding(text: str, clauses: Sequence[Clause], predicates: Sequence[Predicate | None]) -> int:
    """Return the clause that decides: a missed goal, a failure that led to study and plans only, else the last."""
    said = [i for i, predicate in enumerate(predicates) if predicate is not None]
    if not said:
        return len(clauses) - 1
    explained = next((i for i in said if clauses[i].link is Link.EXPLAINED and predicates[i] in FAILING), None)
    if explained is not None:
        return explained
    missed = next((i for i in said if predicates[i] is Predicate.MISSED_GOAL), None)
    if missed is not None:
        return missed
    main = said[-1]
    for i in reversed(said[:-1]):
        if _outweighs(text, clauses[i], predicates[i], text[clauses[main].start : clauses[main].end], predicates[main]):
            return i
    return main


def _behind_a_comment(text: str, clauses: Sequence[Clause], told: Sequence[_Told], at: int) -> int:
    """Return the failure that the last clause only adds something to, by the past of a verb without an object; else `at`.

    更新は実施できず、現行基準に合わないとの指摘が残った。
    """
    words = text[clauses[at].start : clauses[at].body_end].rstrip("。 ")
    if told[at].phrase != "past" or at == 0 or _ADDS.search(words) is None:
        return at
    before, has_failed = clauses[at - 1], told[at - 1].predicate in FAILING
    is_said_of_it = before.link is Link.CONTINUED and not _SIGNS.state.search(_body(text, before))
    return at - 1 if has_failed and is_said_of_it else at


def _outweighs(text: str, clause: Clause, predicate: Predicate | None, main_words: str, main: Predicate | None) -> bool:
    """Say whether an earlier clause counts for more than the main one, which tells of study, preparation or plans."""
    has_failed = predicate in FAILING | CLOSING and _SIGNS.state.search(_body(text, clause)) is None
    if main in MERE_PLAN:
        return has_failed or predicate in DOING or predicate is Predicate.STUDIED
    if predicate in CLOSING - {Predicate.DECIDED_AGAINST} and main in FAILING:
        return clause.link is Link.CAUSE
    if predicate in (Predicate.ENDED, Predicate.MERGED) and main in DOING:
        return _SIGNS.ended_with.search(_body(text, clause)) is not None and _SIGNS.handed_on.search(main_words) is not None
    if predicate is Predicate.TRANSFERRED and main in DOING:
        return clause.link is Link.CONTINUED
    if (
        predicate is Predicate.STUDIED
        and main in (Predicate.NOT_DONE, Predicate.CARRIED_OUT)
        and _SIGNS.looked_for.search(_body(text, clause))
    ):
        return _SIGNS.found_none.search(narrow(main_words)) is not None and not _SIGNS.not_for_finding.search(main_words)
    if main is Predicate.STUDIED and has_failed and _SIGNS.goes_on.search(main_words):
        return True
    if predicate is Predicate.POSTPONED and main in DOING | {Predicate.STUDIED} and clause.link is Link.CONTINUED:
        return _SIGNS.groundwork.search(main_words) is not None
    only_prepares = main is Predicate.STUDIED or (main in DOING and _SIGNS.prepared.search(main_words) is not None)
    return only_prepares and has_failed and clause.link is Link.CAUSE


def _body(text: str, clause: Clause) -> str:
    return text[clause.start : clause.body_end]


def _cut(cell: Cell, start: int, end: int) -> Span:
    return Span(cell.printed, cell.span_start + start, cell.span_start + end, cell.text[start:end])
