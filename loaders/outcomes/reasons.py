"""Why work was left undone stands beside the words that say so: in clauses before them, in a note, in an explanation.

…の影響により未実施, …に時間を要し、至らなかった, ※…のため中止, …したことが要因, 3回(9月は台風のため流会).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.model import Reason
from loaders.outcomes.causes import Cause
from loaders.outcomes.causes_demand import NO_DEMAND
from loaders.outcomes.causes_events import CLOSED_HOUSE, COVID, COVID_RULES, DISASTER
from loaders.outcomes.causes_hands import FITTING_DATES, ORGANISATION, SCHEDULE, TIED_UP
from loaders.outcomes.causes_loose import BECAUSE, HINDERED, LOOSE, OWN_ACT
from loaders.outcomes.causes_means import COST, ECONOMY
from loaders.outcomes.causes_partners import DEPENDENCY
from loaders.outcomes.causes_technical import TECHNICAL
from loaders.outcomes.causes_waiting import WAITING
from loaders.outcomes.leading import leading, without_topic
from loaders.outcomes.signs import DOING, FAILING, Sign
from loaders.outcomes.statements import Span, Statement
from loaders.prose.widths import narrow

Found = tuple[Reason, Span]

# An event from outside comes before the shortage that it brought about, a shortage before the time that it cost.
EVENTS: tuple[Cause, ...] = COVID + DISASTER
CAUSES: tuple[Cause, ...] = (
    EVENTS
    + COVID_RULES
    + ORGANISATION
    + NO_DEMAND
    + COST
    + ECONOMY
    + TECHNICAL
    + FITTING_DATES
    + TIED_UP
    + DEPENDENCY
    + WAITING
    + SCHEDULE
    + CLOSED_HOUSE
)

# What others have yet to do is a cause where it leads to a failure; said of the failure itself it is none: 公表が遅れた.
_IN_FAILURE: tuple[Cause, ...] = tuple(cause for cause in CAUSES if cause not in WAITING)

# A cause that no kind fits is still a cause: 事例不足のため検討結果を出すには至らなかった.
_ANY_CAUSE = re.compile(
    r"(?:ため|為|ことから|ので|理由(?:で|から|により)|関係(?:で|から))、?$|(?:合わ|つか|足り|整わ|得られ)ず、?$|(?:少な|低|高|多|難し)く、?$"
    r"|(?:不調|不採択|難航|遅延|困難|減少|増加|変更|不足|発生)(?:により|のため|から|で)"
)

# Endings of a sentence that explains another one, each with a sentence that does.
EXPLAINING: tuple[tuple[str, str], ...] = (
    (r"(?:ため|為)(?:である|です|と[^、。]*)?", "工法の変更を余儀なくされたため。"),
    (r"(?:こと|の|遅れ|など|[一-鿿])による(?:もの)?(?:である|です|と[^、。]*)?", "作業が年度をまたいだことによる。"),
    (
        r"(?:要因|原因|理由|背景|影響)(?:である|です|にある|と[^、。]*|が[^、。]*)?",
        "代わりの職員を確保できなかったことが要因。",
    ),
    (r"影響(?:し(?:た|て[^、。]*)|を[^、。]*|によ[^、。]*)", "消費税率の引上げが影響した。"),
    (r"(?:こと|の|影響)(?:が|も)大き(?:い|かった)", "保健師2名が育休を取得したことが大きい。"),
    (r"(?:響い(?:た|て[^、。]*)|支障(?:が|と)[^、。]*)", "開館時間の短縮が響いた。"),
)
_EXPLAINS = re.compile(
    rf"(?:{'|'.join(ending for ending, _ in EXPLAINING)})[)\s。]*$|^(?:これは|(?:その)?(?:理由|要因|原因)(?:は|として))"
)
# A grade fails the year and says nothing of it.
# What is meant to be done is no cause of what was not.
_MEANT = frozenset({Sign.PLANNED, Sign.PLANNED_STUDY, Sign.POSTPONED})
# Beside a number that missed its target a state is told as the cause: 転換をためらう世帯が多かった.
_TELLS_STATE = re.compile(
    r"(?:(?:多|少な|低|高|悪|厳し|薄|弱|難し)(?:い|かった)|目立(?:った|つ|っている)|(?:増え|減っ|続い|相次い|控え|落ち込ん|休業し|閉[園店館鎖]し|辞め|退会し|離れ|生じ)[ただ]"
    r"|(?:声|傾向|例|世帯|人|店|団体)が[^。]{0,8}(?:ある|あった|出た|多い))[\s。]*$"
)
# Said of the failure itself, or no more than its figure, words lead to nothing: 目標には届かず、; 利用は6,450点で、.
_FAILURE_ITSELF = re.compile(
    r"(?:(?:至ら|届か|及ば|達せ|かなわ|果たせ)ず|(?:増え|減っ|下が)っ?てしま[いっ]て?|\d[\d,.]*[^\d\s、。]{0,6}(?:で|となり|にとどまり))、?$"
)
# What somebody did is no hindrance to what was missed beside it: 手続き方法を変更し、.
_DID = re.compile(r"を[^、。をが]{1,8}(?:し|し(?:て|た)|行い|図り|見直し|改め)、?$")
# What is there already makes a plan needless, and is no trouble with it: スマートフォンでも利用可能であることから、.
_AT_HAND = re.compile(
    r"(?:可能|でき(?:る|て(?:い|お)る)|(?:利用|提供|公開|整備|運用)され(?:た|て(?:い|お)る)|足りる)[^、。]{0,4}(?:ことから|ため|ので)、?$"
)
# A time named by what befell it is why a number of it was missed: 外出自粛中は体操のDVDを配布.
_TIME_OF = re.compile(r"(?:自粛|宣言|休校|休館|休園|制限|閉鎖|流行)(?:の)?(?:期間)?中|コロナ禍")
_GRADE = re.compile(r"(?:評価)?[:：]?[SA-E△×](?:評価)?")
_FOLLOWS_FROM = re.compile(
    r"^(?:この|その|こうした)(?:ため|結果|影響)|^(?:これ|それ)(?:により|に伴い|を受け)|^よって|^このことから"
)
_BRACKETED_NOTE = re.compile(r"\([^()]*[ぁ-ん][^()]*\)")


def find_reason(statements: Sequence[Statement], deciding: Statement | None, year: int) -> Found | None:
    """Return why the work was left undone and the words that say so, None where the text gives no cause.

    `deciding` is the statement that fails; where numbers (None) or a mere grade show the failure, any statement may tell why.
    `year` is the fiscal year that is judged: an infection without a name is COVID only from its year on.
    """
    if deciding is None or is_grade(deciding):
        return _told_anywhere(statements, year)
    events, causes, own, loose = (_possible(table, year) for table in (EVENTS, CAUSES, _IN_FAILURE, LOOSE))
    led = leading(deciding)
    behind_topic = [without_topic(span) for span in led]
    around = [*_around(statements, deciding)]
    return (
        _first((*deciding.causes, deciding.span), events)
        or _first(behind_topic, causes)
        or _first((without_topic(deciding.span),), own)
        or _first((span for span in _befell(behind_topic) if not _AT_HAND.search(narrow(span.text))), loose)
        or _first((*led, deciding.span), own)
        or _first(around, causes)
        or _of_no_kind(_befell(behind_topic))
        or _first((deciding.sentence,), own)
        or _first((span for span in _hindered(around) if _EXPLAINS.search(narrow(span.text))), loose)
        or _unnamed((*led, deciding.span))
        or _of_no_kind(_hindered(around))
    )


def _told_anywhere(statements: Sequence[Statement], year: int) -> Found | None:
    events, causes, loose = (_possible(table, year) for table in (EVENTS, CAUSES, LOOSE))
    failed = [s for s in statements if has_failed(s)]
    explaining = [s.sentence for s in statements if explains(s)]
    led = [without_topic(span) for s in failed for span in leading(s)]
    return (
        _first((s.sentence for s in statements if _TIME_OF.search(narrow(s.sentence.text))), events)
        or _first(_anywhere(statements, events), causes)
        or _first((*_befell(led), *_hindered(explaining)), loose)
        or _first(_hindered(s.sentence for s in statements), causes)
        or _first(_hindered(s.sentence for s in statements if _TELLS_STATE.search(narrow(s.sentence.text))), loose)
        or _first(_hindered(without_topic(span) for s in statements if not _acts(s) for span in leading(s)), causes + loose)
        or _first((span for s in statements[1:] if s.sign not in _MEANT for span in _told_of_itself(s)), loose)
        or _unnamed((*led, *(s.sentence for s in failed)))
        or next(((Reason.OTHER, span) for span in explaining), None)
        or _of_no_kind(_befell(led))
    )


def _possible(causes: Sequence[Cause], year: int) -> list[Cause]:
    return [cause for cause in causes if cause.since <= year <= cause.until]


def explains(statement: Statement) -> bool:
    """Say whether a sentence tells the cause of what another one says."""
    return _EXPLAINS.search(narrow(statement.sentence.text)) is not None


def is_grade(statement: Statement) -> bool:
    """Say whether a sentence is no more than a grade: Ｂ, 評価C."""
    return _GRADE.fullmatch(narrow(statement.sentence.text)) is not None


def has_failed(statement: Statement) -> bool:
    """Say whether a sentence tells of a failure, be it one that it makes good or one that it makes an end of."""
    return statement.sign in FAILING | {Sign.DECIDED_AGAINST} or statement.overruled in FAILING


def _first(places: Iterable[Span], causes: Sequence[Cause]) -> Found | None:
    """Return the first of the places that gives a cause of the table."""
    return next((found for span in places if (found := _named(span, causes))), None)


def _hindered(clauses: Iterable[Span]) -> list[Span]:
    """Leave out clauses that tell of no want or hindrance, figures under a label, and what was done beside."""
    said = [(span, narrow(span.text).strip()) for span in clauses]
    return [
        span
        for span, text in said
        if (HINDERED.search(text) or BECAUSE.search(text)) and not text.startswith("【") and not _DID.search(text)
    ]


def _befell(clauses: Iterable[Span]) -> list[Span]:
    """Leave out clauses that lead to a failure and tell only of the city's own acts or of what stands as it was."""
    leads = [(span, narrow(span.text).strip()) for span in clauses if not _FOLLOWS_FROM.match(span.text)]
    return [
        span
        for span, text in leads
        if not _DID.search(text)
        if HINDERED.search(text) or BECAUSE.search(text) or (text.endswith("、") and not OWN_ACT.search(text))
    ]


def _named(words: Span, causes: Sequence[Cause]) -> Found | None:
    text = narrow(words.text)
    return next(((cause.reason, words) for cause in causes if cause.pattern.search(text)), None)


def _unnamed(spans: Iterable[Span]) -> Found | None:
    return next(((Reason.OTHER, span) for span in spans if _ANY_CAUSE.search(narrow(span.text).rstrip("。"))), None)


def _of_no_kind(spans: Iterable[Span]) -> Found | None:
    """Return the first words that tell of a want or a cause, though of no kind of the tables."""
    return next(((Reason.OTHER, span) for span in _hindered(spans) if not _FAILURE_ITSELF.search(narrow(span.text))), None)


def _around(statements: Sequence[Statement], deciding: Statement) -> Iterator[Span]:
    """Yield the sentences beside a failing one that may give its cause."""
    at = statements.index(deciding)
    for before in statements[max(at - 1, 0) : at]:
        follows = _FOLLOWS_FROM.match(deciding.sentence.text) is not None
        if follows or explains(before) or before.overruled in FAILING or before.sign not in FAILING | DOING:
            yield before.sentence
    yield from (s.sentence for s in statements[at + 1 :] if explains(s))
    yield from (s.sentence for s in statements[at + 1 : at + 2] if s.is_aside)
    yield from (span for s in statements[at + 1 :] if s.sign is Sign.POSTPONED for span in _befell(leading(s)))
    if not _befell(deciding.causes):
        for after in statements[at + 1 : at + 2]:
            if not after.is_instead and after.sign not in _MEANT:
                yield from _told_of_itself(after)


def _told_of_itself(statement: Statement) -> Iterator[Span]:
    """Yield what befell by a sentence: its clauses that lead on, and itself unless it tells of the city's own act."""
    yield from _befell(leading(statement))
    if not _acts(statement) and HINDERED.search(_main(statement)):
        yield statement.sentence


def _acts(statement: Statement) -> bool:
    """Say whether the main clause has an object, so that somebody acts on it: 動画を配信した, and not 参加者が少なかった."""
    return "を" in _main(statement).rsplit("が", 1)[-1]


def _main(statement: Statement) -> str:
    return narrow(statement.sentence.text).rstrip("。 ").rsplit("、", 1)[-1]


def _anywhere(statements: Sequence[Statement], events: Sequence[Cause]) -> Iterator[Span]:
    """Yield the words that may give the cause where a number was missed: failures first, then explanations and notes."""
    for statement in (s for s in statements if has_failed(s) or s.sign is Sign.NOTHING_TO_DO):
        event = _first((*statement.causes, statement.sentence), events)
        yield from (event[1],) if event else ()
        yield from reversed(statement.causes)
        yield statement.sentence
    for statement in statements:
        if explains(statement) or statement.is_aside or _BRACKETED_NOTE.search(narrow(statement.sentence.text)):
            yield statement.sentence
    for statement in statements:
        yield from (span for span in statement.causes if not _DID.search(narrow(span.text)))
