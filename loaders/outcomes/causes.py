"""Why work was left undone stands beside the words that say so: in clauses before them, in a note, in an explanation.

…の影響により未実施, …に時間を要し、至らなかった, ※…のため中止, …したことが要因, 3回(9月は台風のため流会).
The topic of a sentence (避難所の電源車は、) names what failed and not why, so causes are looked for behind it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from loaders.model import Reason
from loaders.outcomes.predicates import DOING, FAILING, Predicate
from loaders.outcomes.statements import Span, Statement
from loaders.outcomes.vocabulary.loading import CAUSES, Cause, Scope
from loaders.prose.widths import narrow

# Words that tie a cause to what follows in the same clause, each with a sentence and the cause that it gives.
TIES: tuple[tuple[str, str, str], ...] = (
    (
        r"(?<=[らかさたなまわきけせてねべめれえげび])ず(?=[^、。\s])(?!に|つ|か|じまい|とも|しも)",
        "空き教室が確保できず実現しなかった。",
        "空き教室が確保できず",
    ),
    (r"により|によって|に伴い|に伴って|に起因し", "降雪により開けなかった。", "降雪により"),
    (r"(?<=[たいう])こと(?:で|から|により)", "試験に失敗したことで切替えを延ばしている。", "試験に失敗したことで"),
    (
        r"(?:影響|余波|あおり|せい|関係|都合|理由|しわ寄せ|反動)(?:で|から|により)|を(?:理由|契機|機|背景)に|ことを受け|のに(?:合わせて?|伴い|伴って)",
        "供給不足のせいで2棟分が残った。",
        "供給不足のせいで",
    ),
    (
        r"(?:不足|不在|不調|不良|不具合|困難|難|減少?|高齢化|悪化|制限|規制|禁止|高騰|上昇|値上がり|値上げ|障害|故障|破損|辞退|撤退|倒産|廃業"
        r"|休業|中止|延期|停止|遅れ|遅延|変更|改正|異動|退職|欠員|急病|急逝|被害|被災|災害|事故|火災|多忙|繁忙|集中|重複|競合|反対|通行止め|悪天候|感染)で"
        r"(?![はもあのきす])",
        "資材の高騰で着工できなかった。",
        "資材の高騰で",
    ),
    (
        r"(?:不足|困難|難|減少?|高齢化|悪化|高騰|多忙|遅れ|反対|観点|事情)から(?=[^、。])",
        "なり手不足から結成が止まっている。",
        "なり手不足から",
    ),
    (
        r"(?:に(?:追われ|かかりきり|かかり切り|忙殺され|阻まれ|押され|手間取|手間を取られ)|を(?:取られ|割かれ|優先し|欠き))て?",
        "監査対応に追われ完成していない。",
        "監査対応に追われ",
    ),
    (r"ため(?=[^、。])|ので(?=[^、。])", "予算額に達したため3件を断った。", "予算額に達したため"),
    (
        r"(?<=[るうく])まで(?=[^、。]*(?:な[いか]|ず|待|見合わせ|見送))",
        "国道の計画が決まるまで判断できないとの回答であった。",
        "国道の計画が決まるまで",
    ),
    (
        r"(?<=の)を待[っち]て?|(?<=[示決固整])(?:され|まっ|っ)た(?:後|のち)",
        "県の認可が出るのを待って始めることとした。",
        "県の認可が出るのを待って",
    ),
    (r"が(?:あり|続き|多く|少なく|増え|減り)(?=\d)", "訪問を断られる家庭があり97.1%となった。", "訪問を断られる家庭があり"),
    (
        r"(?<=が)(?:続い|残っ|遅れ|不足し|滞っ|長引い)て(?:おり|いて)(?=[^、。])",
        "関係団体との調整が続いており実施していない。",
        "関係団体との調整が続いており",
    ),
    (r"待ち(?:の|で|と)", "県の決定待ちで着手していない。", "県の決定待ちで"),
    (r"(?<=[ただ])まま(?=[^、。])", "議会の見解が割れたまま年度が終わった。", "議会の見解が割れたまま"),
)
_TIE = re.compile("|".join(tie for tie, _, _ in TIES))
_TOPIC = re.compile(r"[^、。はが]{1,30}(?<![でにとらへ間])は、?")
# 応募は少なく、: here the topic is the want itself.
_BARE = re.compile(r"[^がのでをに]{0,8}")


def leading(statement: Statement) -> list[Span]:
    """Return the words that lead to what a statement tells, the nearest to it first."""
    behind = statement.causes[-1].end if statement.causes else statement.span.start
    own = _cut(statement.span, max(behind - statement.span.start, 0), len(statement.span.text))
    return [*reversed([*_tied(own)]), *reversed(statement.causes)]


def without_topic(span: Span) -> Span:
    """Return a span without the topic that it opens with, if it says more of it than that it was wanting."""
    match = _TOPIC.match(narrow(span.text))
    if not match or _BARE.fullmatch(narrow(span.text)[match.end() :].rstrip("、。")):
        return span
    return _cut(span, match.end(), len(span.text))


def _tied(span: Span) -> Iterator[Span]:
    at = 0
    for match in _TIE.finditer(narrow(span.text)):
        yield _cut(span, at, match.end())
        at = match.end()


def _cut(span: Span, start: int, end: int) -> Span:
    return replace(span, start=span.start + start, end=span.start + end, text=span.text[start:end])


NO_KIND = "of_no_kind"


class Found(NamedTuple):
    """A reason, the words that give it, and the id of the cause of the vocabulary, NO_KIND where it fits none."""

    reason: Reason
    span: Span
    rule: str


EVENTS = tuple(cause for cause in CAUSES if cause.scope is Scope.EVENT)
TOPICS = tuple(cause for cause in CAUSES if cause.scope is Scope.TOPIC)
# An event from outside comes before the shortage that it brought about, a shortage before the time that it cost.
TOLD_CAUSES = tuple(cause for cause in CAUSES if cause.scope is not Scope.TOPIC)
_IN_FAILURE = tuple(cause for cause in TOLD_CAUSES if cause.scope is not Scope.BEFORE_FAILURE)

# What makes a clause tell of a want or a hindrance: システムが公開されており、 tells of none.
HINDERED = re.compile(
    r"な[いくかし]|(?<!必)ず(?!つ)|困難|不[一-鿿]|未[一-鿿]|遅|減|超|高|低|薄|少|多|のみ|だけ|(?<!\d)[1一][名人](?:とな|のみ|体制)|反対|破綻"
    r"|廃業|撤退|発生|判明|変更|滞"
    r"|延び|延長|頭打ち|収ま|枯れ|閉|崩れ|壊れ|止ま|止め|途中|途上|残[りっる]|割れ|欠|悪化|断[らっ]|拒|狭|古|短|難|厳し|競合|流行|急増|増え|混雑|辞"
    r"|離|却下|差し戻|補正|やり直|見直|作り直|再設計|混乱|トラブル|取消|取り消|キャンセル|休|禁止|制限|追われ|優先|兼|偏|あおり|余波|せい|不作|盗|失敗|苦慮"
    r"|手間|障害|支障|停|拡大|尽き|打ち?切|かか[りっる]|避け|求められ|待ち|せざる|取りや?止?め|引退|異論|相次|嫌|渋|懸念|落[ちとせ]|下が|済ま|にくい|にくかった|開き|終えて|なし|交代|退任"
    r"|続[きい]|控え|見合わせ|誤|重な|取られ|待|重複|削|失|欠|病|事故|都合|課題|問題|必要|要し|下回|となり|となった|動員"
    r"|自粛|避難|増水|氾濫|台風|豪雨|地震|コロナ|感染|限[らりる]|拮抗|二分|もつれ|壁に|響い|細[っり]|膨ら|ふくら|壊し"
)

# A clause that says by its ending that it is a cause: …したため、.
BECAUSE = re.compile(
    r"^(?!(?:この|その|こうした|以上の|これ|それ)(?:ため|こと|結果|影響|に|から|を)).*(?:ため|為|ことから|ことにより|ことで|により|に伴い|ので|影響で|から)、?$"
)
# A clause that merely goes on to the failure is a cause if it tells what befell (賛否が割れ、); what the city itself did on the
# way (協議を行い、) and what stands as it was (…が公開されており、) is none.
OWN_ACT = re.compile(
    r"(?:行い|(?:実施|開催|作成|検討|協議|調整|調査|把握|確認|周知|配布|整備|設置|導入|改修|策定|公表|公開|掲載|募集|依頼|要請|提出|照会|研究|運営|支援"
    r"|参加|出席|来場|受講|登録|利用|予定|計画|連携|活用|更新|購入|継続|完了|終了|試行|対応|対処)し|開き|設け|呼び?掛け|呼びかけ|働き?掛け|働きかけ|努め|図り"
    r"|進め|重ね|続け|まとめ|決め|選び|配り|送り|作り|つくり|立ち上げ|始め|終え|取り組み|試み|目指し|踏まえ|と(?:も)?に|とし|ほか|[^な]く|て|訪れ|集まり"
    r"|ており|おり|済み|済ませ)、?$"
)

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
_MEANT = frozenset({Predicate.PLANNED, Predicate.PLANNED_STUDY, Predicate.POSTPONED})
# Beside a number that missed its target a state is told as the cause: 転換をためらう世帯が多かった.
_TELLS_STATE = re.compile(
    r"(?:(?:多|少な|低|高|悪|厳し|薄|弱|難し)(?:い|かった)|目立(?:った|つ|っている)|(?:増え|減っ|続い|相次い|控え|落ち込ん|休業し|閉[園店館鎖]し|辞め|退会し|離れ|生じ|細っ|ふくらん|膨らん|止まっ|響い|重なっ|かさん|落ち)[ただ]|壁に(?:なっている|なった)|(?:伸び|集まら|足り|進ま)ない"
    r"|(?:声|傾向|例|世帯|人|店|団体)が[^。]{0,8}(?:ある|あった|出た|多い))[\s。]*$"
)
# Said of the failure itself, or no more than its figure, words lead to nothing: 目標には届かず、; 利用は6,450点で、.
_FAILURE_ITSELF = re.compile(
    r"(?:(?:至ら|届か|及ば|達せ|かなわ|果たせ|(?:実施|開催)?でき|行え|開け)ず|(?:増え|減っ|下が)っ?てしま[いっ]て?|\d[\d,.]*[^\d\s、。]{0,6}(?:で|となり|にとどまり))、?$"
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
_BARE_NOTE = re.compile(r"\(([^()\d、。]{2,12})\)")
_BEFELL_IN_BRACKETS = re.compile(r"\(([^()を]*[がはも][^()を]*[ただいず])\)")
_BRACKETED_NOTE = re.compile(r"\([^()]*[ぁ-ん][^()]*\)")


def find_reason(statements: Sequence[Statement], deciding: Statement | None, year: int) -> Found | None:
    """Return why the work was left undone and the words that say so, None where the text gives no cause.

    `deciding` is the statement that fails; where numbers (None) or a mere grade show the failure, any statement may tell why.
    `year` is the fiscal year that is judged: an infection without a name is COVID only from its year on.
    """
    if deciding is None or is_grade(deciding):
        return _told_anywhere(statements, year)
    events, causes, own, topics = (_possible(table, year) for table in (EVENTS, TOLD_CAUSES, _IN_FAILURE, TOPICS))
    led = leading(deciding)
    behind_topic = [without_topic(span) for span in led]
    around = [*_around(statements, deciding)]
    return (
        _first((*deciding.causes, deciding.span), events)
        or _first(_notes(deciding), topics)
        or _first(behind_topic, causes)
        or _first((without_topic(deciding.span),), own)
        or _first((span for span in _befell(behind_topic) if not _AT_HAND.search(narrow(span.text))), topics)
        or _first((*led, deciding.span), own)
        or _first(around, causes)
        or _of_no_kind(_befell(behind_topic))
        or _first((deciding.sentence,), own)
        or _first((span for span in _hindered(around) if _EXPLAINS.search(narrow(span.text))), topics)
        or _unnamed((*led, deciding.span))
        or _of_no_kind(_hindered(around))
    )


def _told_anywhere(statements: Sequence[Statement], year: int) -> Found | None:
    events, causes, topics = (_possible(table, year) for table in (EVENTS, TOLD_CAUSES, TOPICS))
    failed = [s for s in statements if has_failed(s)]
    explaining = [s.sentence for s in statements if explains(s)]
    led = [without_topic(span) for s in failed for span in leading(s)]
    return (
        _first((s.sentence for s in statements if _TIME_OF.search(narrow(s.sentence.text))), events)
        or _first(_anywhere(statements, events), causes)
        or _first((*_befell(led), *_hindered(explaining)), topics)
        or _first(_hindered(s.sentence for s in statements), causes)
        or _first(_hindered(s.sentence for s in statements if _TELLS_STATE.search(narrow(s.sentence.text))), topics)
        or _first(_hindered(without_topic(span) for s in statements if not _acts(s) for span in leading(s)), causes + topics)
        or _first((span for s in statements[1:] if s.predicate not in _MEANT for span in _told_of_itself(s)), topics)
        or _unnamed((*led, *(s.sentence for s in failed)))
        or next((Found(Reason.OTHER, span, NO_KIND) for span in explaining), None)
        or _of_no_kind(_befell(led))
        or _first((note for s in statements for note in _notes(s)), topics)
        or _first(_clauses_in_brackets(statements), causes + topics)
        or _of_no_kind(_clauses_in_brackets(statements))
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
    return statement.predicate in FAILING | {Predicate.DECIDED_AGAINST} or statement.overruled in FAILING


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
    return next((Found(cause.reason, words, cause.id) for cause in causes if cause.pattern.search(text)), None)


def _unnamed(spans: Iterable[Span]) -> Found | None:
    return next(
        (Found(Reason.OTHER, span, NO_KIND) for span in spans if _ANY_CAUSE.search(narrow(span.text).rstrip("。"))), None
    )


def _of_no_kind(spans: Iterable[Span]) -> Found | None:
    """Return the first words that tell of a want or a cause, though of no kind of the tables."""
    return next(
        (Found(Reason.OTHER, span, NO_KIND) for span in _hindered(spans) if not _FAILURE_ITSELF.search(narrow(span.text))), None
    )


def _around(statements: Sequence[Statement], deciding: Statement) -> Iterator[Span]:
    """Yield the sentences beside a failing one that may give its cause."""
    at = statements.index(deciding)
    for before in statements[max(at - 1, 0) : at]:
        follows = _FOLLOWS_FROM.match(deciding.sentence.text) is not None
        if follows or explains(before) or before.overruled in FAILING or before.predicate not in FAILING | DOING:
            yield before.sentence
    yield from (s.sentence for s in statements[at + 1 :] if explains(s))
    yield from (s.sentence for s in statements[at + 1 : at + 2] if s.is_aside)
    yield from (span for s in statements[at + 1 :] if s.predicate is Predicate.POSTPONED for span in _befell(leading(s)))
    if not _befell(deciding.causes):
        for after in statements[at + 1 : at + 2]:
            if not after.is_instead and after.predicate not in _MEANT:
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


def _notes(statement: Statement) -> Iterator[Span]:
    """Yield what stands in brackets by itself, as a bare noun: 実施せず（新型コロナ）."""
    for match in _BARE_NOTE.finditer(narrow(statement.sentence.text)):
        yield _cut(statement.sentence, match.start(1), match.end(1))


def _clauses_in_brackets(statements: Sequence[Statement]) -> Iterator[Span]:
    """Yield what a bracket behind a figure tells as having befallen: 24.9％（古紙の持ち去りが増えた）."""
    for statement in statements:
        for match in _BEFELL_IN_BRACKETS.finditer(narrow(statement.sentence.text)):
            yield _cut(statement.sentence, match.start(1), match.end(1))


def _anywhere(statements: Sequence[Statement], events: Sequence[Cause]) -> Iterator[Span]:
    """Yield the words that may give the cause where a number was missed: failures first, then explanations and notes."""
    for statement in (s for s in statements if has_failed(s) or s.predicate is Predicate.NOTHING_TO_DO):
        event = _first((*statement.causes, statement.sentence), events)
        yield from (event.span,) if event else ()
        yield from reversed(statement.causes)
        yield statement.sentence
    for statement in statements:
        if explains(statement) or statement.is_aside or _BRACKETED_NOTE.search(narrow(statement.sentence.text)):
            yield statement.sentence
    for statement in statements:
        yield from (span for span in statement.causes if not _DID.search(narrow(span.text)))
