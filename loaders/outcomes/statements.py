"""A sentence of an evaluation makes one statement: its last clause with a meaning, unless that only follows from a failure.

予定していたが、できなかった fails; 開催できなかったが、出前講座を実施した was done;
追加できなかったため次年度に向けて準備を行った fails, for the work itself is still to come.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.model import Cell, Place
from loaders.outcomes.phrases import ASIDE, INSTEAD, LATER_YEAR, read_phrase
from loaders.outcomes.predicates import CLOSING, DOING, FAILING, Predicate
from loaders.prose.clauses import Clause, Link, Sentence, split
from loaders.prose.eras import NEXT_YEAR
from loaders.prose.widths import narrow


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


_PROMISE = re.compile(r"【目標[^】/／]*】")
_MERE_PLAN = frozenset({Predicate.PLANNED_STUDY, Predicate.PLANNED})
_PREPARED = re.compile(r"準備")
# What is done first where the work itself was left to later: 令和元年度に試行することとし、規程づくりを先に済ませた.
_GROUNDWORK = re.compile(r"準備|先に|下地|足場|規程|要綱|手引|仕様|様式|課題|整理|調査|検討|調整|協議|見直し|研究|情報")
_FIGURE = re.compile(r"\d")
# What was decided on work that is yet to come: 上程を見送り、次年度に改めて協議することとした.
_GOES_ON = re.compile(rf"(?:{NEXT_YEAR}|改めて|引き?続き|再度|今後|当面|従来|これまで|続け|とどめ|様子を見).*こととした")
# A state told before the main clause is no failure of the work: 受付体制も整っていないことから, 公開実績はないが.
_STATE = re.compile(r"(?:ない|ておらず|なし)$")
# Fewer signs than this, as 見送られた。, don't say what was put off.
_TOO_SHORT = 10
# A note counts where the figure or noun before it says nothing: 0(コロナのため中止), 150本(予算の都合により一部未実施).
_NOTE_BEHIND = re.compile(r"[(]([^()]*)[)][\s。]*$")
_ALL_BRACKETED = re.compile(r"^[(【]([^()【】]*)[)】]$")
_IS_OF_SOME = re.compile(r"た$")
# To look for something and find none is to have studied: 関係課に照会したが、追加できるものはなかった. To ask for an agreement
# or a bid and get none is not.
_LOOKED_FOR = re.compile(r"照会|調査|検索|収集|探し|調べ|聞き取り|ヒアリング|洗い出し|確認")
_FOUND_NONE = re.compile(
    r"(?:は|が|も)(?:特に)?(?:な(?:い|かった)|無かった|得られなかった|得られず|見つからな(?:い|かった)|見つからず|存在しな(?:い|かった))[\s。]*$"
)
_NOT_FOR_FINDING = re.compile(r"合意|同意|承諾|了解|協力|理解|許可|結論|応募|応札|希望|申し?込み?")
# What ended with a term and was handed on: 3月をもって懇談会を廃止し、地区会議に引き継いだ.
# An old tool that gave way to a new one is another matter.
_ENDED_WITH = re.compile(r"(?:年度|年|月|日|末)(?:末)?を?もって(?![^。]*(?:旧|現行|従来|紙)[^。]*(?:廃止|終了))")
_HANDED_ON = re.compile(r"(?:引き?継[いがぎ]|移[しっ]|移行し|切り?替え|委ね|統合し|一本化|合流し|衣替え)")
# What runs on from year to year, stopped for a cause: 補助は全地区に行き渡ったため、終了した.
_STOPPED = re.compile(
    r"(?:補助|助成|支給|貸付け?|配信|サービス|事業|講座|制度|運行|提供|発行|相談|給付|派遣)(?:は|も)、?[^。]*(?:ため|ことから|により|に伴い|として)、"
    r"(?:[^、。を]{0,8}(?:で|をもって))?(?:終了し|廃止し|打ち?切っ)た[\s。]*$"
)
_SECTION_DOES = re.compile(
    r"([一-鿿ぁ-んァ-ヶー]{1,12}?(?:課|室|局|センター))(?:で|にて|が)(?:(?:実施|対応|所管|担当)"
    r"(?:する|となる|(?:する)?(?:こと|もの)と(?:する|した|な[るった]+))|引き?継(?:いだ|ぐ(?:こと[とに](?:した|な[るった]+))?))[\s。]*$"
)
# 各課で実施する spreads the work, 旧介護保険課で実施する names the section as it was called before.
_OWN = re.compile(r"各|全|旧|関係|当課|本課")


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
    first = max((i + 1 for i in range(at) if clauses[i].link is Link.CONCESSIVE), default=0)
    whole = _cut(cell, sentence.start, sentence.end)
    decided = told[at]
    if decided.predicate in DOING and _STOPPED.search(narrow(whole.text)):
        decided = _Told(Predicate.ENDED, "running_work_stopped")
    overruled = next((predicates[i] for i in range(at) if predicates[i] in FAILING), None)
    return Statement(
        predicate=decided.predicate,
        span=whole
        if clauses[at].end - clauses[first].start < _TOO_SHORT
        else _cut(cell, clauses[first].start, clauses[at].end),
        sentence=whole,
        causes=tuple(_cut(cell, c.start, c.end) for c in clauses[first:at]),
        overruled=overruled if decided.predicate not in FAILING else None,
        is_aside=bool(ASIDE.match(whole.text)),
        is_instead=bool(INSTEAD.search(whole.text)),
        for_later=any(LATER_YEAR.search(narrow(cell.text[c.start : c.end])) for c in clauses[at:]),
        phrase=decided.phrase,
    )


def _read_clause(words: str, sections: Sequence[str]) -> _Told:
    words = _ALL_BRACKETED.sub(r"\1", narrow(words))
    does = _SECTION_DOES.search(words)
    if does and sections and not any(name in does[1] for name in sections) and not _OWN.match(does[1]):
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
    missed = next((i for i in said if predicates[i] is Predicate.MISSED_GOAL), None)
    if missed is not None:
        return missed
    main = said[-1]
    for i in reversed(said[:-1]):
        if _outweighs(text, clauses[i], predicates[i], text[clauses[main].start : clauses[main].end], predicates[main]):
            return i
    return main


def _outweighs(text: str, clause: Clause, predicate: Predicate | None, main_words: str, main: Predicate | None) -> bool:
    """Say whether an earlier clause counts for more than the main one, which tells of study, preparation or plans."""
    has_failed = predicate in FAILING | CLOSING and _STATE.search(_body(text, clause)) is None
    if main in _MERE_PLAN:
        return has_failed or predicate in DOING or predicate is Predicate.STUDIED
    if predicate in CLOSING - {Predicate.DECIDED_AGAINST} and main in FAILING:
        return clause.link is Link.CAUSE
    if predicate in (Predicate.ENDED, Predicate.MERGED) and main in DOING:
        return _ENDED_WITH.search(_body(text, clause)) is not None and _HANDED_ON.search(main_words) is not None
    if predicate is Predicate.TRANSFERRED and main in DOING:
        return clause.link is Link.CONTINUED
    if (
        predicate is Predicate.STUDIED
        and main in (Predicate.NOT_DONE, Predicate.CARRIED_OUT)
        and _LOOKED_FOR.search(_body(text, clause))
    ):
        return _FOUND_NONE.search(narrow(main_words)) is not None and not _NOT_FOR_FINDING.search(main_words)
    if main is Predicate.STUDIED and has_failed and _GOES_ON.search(main_words):
        return True
    if predicate is Predicate.POSTPONED and main in DOING | {Predicate.STUDIED} and clause.link is Link.CONTINUED:
        return _GROUNDWORK.search(main_words) is not None
    only_prepares = main is Predicate.STUDIED or (main in DOING and _PREPARED.search(main_words) is not None)
    return only_prepares and has_failed and clause.link is Link.CAUSE


def _body(text: str, clause: Clause) -> str:
    return text[clause.start : clause.body_end]


def _cut(cell: Cell, start: int, end: int) -> Span:
    return Span(cell.printed, cell.span_start + start, cell.span_start + end, cell.text[start:end])
