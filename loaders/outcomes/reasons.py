"""Why work was left undone stands in a cause phrase before it: …の影響により, …のため, …ことから, …に時間を要し, 費用の面で."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.model import Reason
from loaders.numbers.widths import narrow
from loaders.outcomes.signs import FAILING
from loaders.outcomes.statements import Span, Statement


@dataclass(frozen=True)
class Cause:
    """A kind of cause: its reason, the pattern of its words, and sentences that give it."""

    reason: Reason
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


def _cause(reason: Reason, pattern: str, *examples: str) -> Cause:
    return Cause(reason, re.compile(pattern), examples)


_NONE = r"(?:な(?:い|く|かった|し)|無(?:い|く|かった|し)|得られ|集まら|い(?:な|ませ)|集まらず|少な|あがら|見込め)"

# In the order in which they are looked for: an outside event before the shortage that it brought about.
CAUSES: tuple[Cause, ...] = (
    _cause(
        Reason.COVID,
        r"(?:コロナ|COVID-?19|新型)(?:ウイルス)?(?:感染症)?(?:等|など)?(?:の|に)?(?:影響|感染(?:拡大|防止|予防|状況|者)|拡大|まん延|蔓延|流行|対策|対応|禍|により|による|に伴|のため|で|下)|緊急事態(?:宣言|措置)|まん延防止|感染(?:症)?(?:の)?(?:拡大)?(?:の)?(?:防止|対策|予防|拡大|状況|リスク|懸念)",
        "新型コロナウイルス感染拡大防止のため、中止となった。",
        "感染防止の観点から、教職員対象のICTリテラシー講習会は実施しなかった。",
        "緊急事態宣言が発令されたため、次年度へ見送りとなった。",
    ),
    _cause(
        Reason.DISASTER,
        r"(?:台風|豪雨|大雨|洪水|地震|大雪|積雪|悪天候|荒天|雨天|強風|災害|停電)(?:\d+号)?(?:等|など)?(?:の(?:影響|ため|発生|接近|被害|対応)|により|による|のため|で|に伴|が発生)",
        "令和元年房総半島台風の影響により、打合せを実施出来なかった。",
        "2回分は台風の影響で中止",
        "雨天のため中止",
    ),
    _cause(
        Reason.NO_DEMAND,
        rf"(?:要望|希望|ニーズ|需要|申し?込み?|応募|依頼|申請|案件|事案|相談|該当|対象者?|利用者|参加者|利用要望|故障)(?:者|等|など|数)?(?:が|は|も|の)?(?:特に|あまり|全く|ほとんど|思うように|十分に?|想定より)?{_NONE}",
        "希望がなかったため貸出は行っていない。",
        "出前講座の要望は無かったため、次年度以降に向けて検討を行った。",
        "開催実績なし(案件がなかったため)",
        "利用要望がなく、導入は見送ることとした。",
        "参加者が集まらず、開催できなかった。",
    ),
    _cause(
        Reason.NO_DEMAND,
        r"(?:参加者|受講者|申込者|利用者)の確保(?:が|は)(?:難し|困難|でき)",
        "参加者の確保が難しく、開催できなかった。",
    ),
    _cause(
        Reason.NO_DEMAND,
        r"(?:使用|利用)(?:頻度|率)?が(?:低|少)|必要性(?:が|は)(?:低|な|乏)|(?:充分|十分)(?:に)?対応(?:でき|可能)",
        "使用頻度が低い見込みとなったため、導入を見送ることとした。",
        "充分対応できていることから、導入には至らなかった。",
    ),
    _cause(
        Reason.COST,
        r"予算(?:の(?:関係|都合|制約|面|確保|不足)|が|上|不足|措置|計上|確保|要求|要望)|(?:費用|経費|財政|財源|コスト)(?:の面|面|の都合|の関係|が|上|も|負担)|高額|費用対効果|財政状況|補助金[^、。]{0,6}(?:不採択|減額|廃止|見込め)",
        "膨大な費用がかかることから見送ることとした。",
        "予算の関係から購入はできなかった。",
        "費用の面で見送った。",
        "国の補助金が不採択となったため、実施を見送った。",
        "必要最小限の整備数を予算計上したが見送られた。",
    ),
    _cause(
        Reason.SCHEDULE,
        r"スケジュール|日程|期間(?:等)?の(?:都合|関係)|都合が(?:つか|合わ)|時間を要|時間が(?:足り|取れ|とれ|かか|な)|間に合わ|調整がつか|準備期間|時期(?:が|の)(?:合わ|都合|関係)",
        "研修会を予定していたが、スケジュールが合わず未実施。",
        "期間等の都合がつかず、追加することはできなかった。",
        "宛名の統合作業に時間を要し、手動応答での対応となった。",
    ),
    _cause(
        Reason.ORGANISATION,
        r"組織(?:の)?(?:改編|改正|再編|変更|見直し|統合)|機構改革|人員(?:が)?(?:不足|体制|の)|人手(?:が)?不足|職員(?:の|が)?(?:不足|異動|退職|欠員)|人事異動|講師の(?:確保|都合|不在)|担当者(?:の|が)(?:不在|異動)|移転|解散|(?:事務|事業|業務)(?:の)?移管|体制(?:が|も)(?:整|取れ|とれ)",
        "組織改編により高齢者福祉課と統合",
        "東京電機大学が、学部移転したため、今年度は開催できなかった。",
        "講師の確保が困難となり事業を中断した。",
    ),
    _cause(
        Reason.TECHNICAL,
        r"不具合|不備|故障|障害(?:が|の発生|発生)|技術(?:的|上|面)|機能(?:上|的に|が(?:な|不足))|システム(?:上|の都合|の制約|が対応)|互換|セキュリティ(?:上|の(?:問題|都合|観点)|面)",
        "地図所管課にて整備不備が発見されたため、公開しなかった。",
        "システム上の制約により未実施。",
    ),
    _cause(
        Reason.DEPENDENCY,
        r"(?:検討|調査|研究|協議|調整|整備|作業|策定|構築|改修|工事|作成|準備)(?:中|段階)(?:である|の)?(?:ため|ことから|により|で|。|$)|の遅れ(?:により|のため|から|に伴|が)|が遅れ(?:た|てい)[^、。]{0,3}(?:ため|ことから|ことにより|ので)|(?:遅延|延期)(?:により|のため|となったため|に伴)",
        "文化財のデジタル化が検討中のため未実施",
        "防災課で、調査・研究中のため、助言等は見送った。",
        "工事の遅延により開始できなかった。",
    ),
    _cause(
        Reason.DEPENDENCY,
        r"(?:国|県|政府|省|事業者|業者|他課|関係機関|他部署)の[^、。]{0,10}(?:方針|制度|計画|法改正|動向|都合|事情)[^、。]{0,6}(?:変更|見直|改正|延期|未定|により|のため|から|で)",
        "国の事業方針が変更となり導入には至らなかった。",
        "事業者の都合により延期した。",
    ),
    _cause(
        Reason.DEPENDENCY,
        r"(?:地元|地権者|所有者|相手方|関係者|住民)(?:と|の|から)[^、。]{0,8}(?:調整|協議|同意|合意|理解|交渉)|用地(?:の)?(?:交渉|取得|買収)"
        r"|(?:資材|部材|部品|半導体|機器)(?:の)?(?:供給)?(?:不足|高騰|遅)|納(?:期|品)(?:の|が)?遅",
        "地権者の同意が得られず、着手できなかった。",
        "半導体不足のため、機器を更新できなかった。",
    ),
)

# A cause that no kind fits is still a cause: 事例不足のため検討結果を出すには至らなかった.
_ANY_CAUSE = re.compile(
    r"(?:ため|為|ことから|ので|理由(?:で|から|により)|関係(?:で|から))、?$|(?:合わ|つか|足り|整わ|得られ)ず、?$|(?:少な|低|高|多|難し)く、?$"
    r"|(?:不調|不採択|難航|遅延|困難|減少|増加|変更|不足|発生)(?:により|のため|から|で)"
)


def find_reason(statements: Sequence[Statement], deciding: Statement | None) -> tuple[Reason, Span] | None:
    """Return why the work was left undone and the words that say so, None where the text gives no cause.

    `deciding` is the statement that fails; None where numbers show the failure, and any statement may tell why.
    """
    for words in _where(statements, deciding):
        for cause in CAUSES:
            match = cause.pattern.search(narrow(words.text))
            if match:
                return cause.reason, words
    if deciding is None:
        return None
    last = (*reversed(deciding.causes), deciding.span)
    other = next((span for span in last if _ANY_CAUSE.search(narrow(span.text))), None)
    return (Reason.OTHER, other) if other else None


def _where(statements: Sequence[Statement], deciding: Statement | None) -> Iterator[Span]:
    """Yield the words that may give the cause, nearest to the failure first."""
    if deciding is None:
        for statement in statements:
            yield from statement.causes
            if statement.is_aside or statement.sign in FAILING:
                yield statement.sentence
        return
    yield from reversed(deciding.causes)
    yield deciding.span
    yield deciding.sentence
    at = statements.index(deciding)
    yield from (s.sentence for s in statements[max(at - 1, 0) : at] if s.sign not in FAILING)
    yield from (s.sentence for s in statements[at + 1 : at + 2] if s.is_aside)
