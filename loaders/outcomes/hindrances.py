"""Of the words beside a failure, those tell why that tell of a want or a hindrance, or of what befell.

賛否が割れ、 and 応募が少なく、 do; what the city did on the way (協議を行い、) and what stands as it was
(…が公開されており、) do not.
"""

import re
from collections.abc import Iterable, Iterator

from loaders.outcomes.leads import follows_from, leading
from loaders.outcomes.statements import Span, Statement
from loaders.prose.widths import narrow

# What makes a clause tell of a want or a hindrance: システムが公開されており、 tells of none.
_HINDERED = re.compile(
    r"な[いくかし]|(?<!必)ず(?!つ)|困難|不[一-鿿]|未[一-鿿]|遅|減|超|高|低|薄|少|多|のみ|だけ|(?<!\d)[1一][名人](?:とな|のみ|体制)|反対|破綻"
    r"|廃業|撤退|発生|判明|変更|滞"
    r"|延び|延長|頭打ち|収ま|枯れ|閉|崩れ|壊れ|止ま|止め|途中|途上|残[りっる]|割れ|欠|悪化|断[らっ]|拒|狭|古|短|難|厳し|競合|流行|急増|増え|混雑|辞"
    r"|離|却下|差し戻|補正|やり直|見直|作り直|再設計|混乱|トラブル|取消|取り消|キャンセル|休|禁止|制限|追われ|優先|兼|偏|あおり|余波|せい|不作|盗|失敗|苦慮"
    r"|手間|障害|支障|停|拡大|尽き|打ち?切|かか[りっる]|避け|求められ|待ち|せざる|取りや?止?め|引退|異論|相次|嫌|渋|懸念|落[ちとせ]|下が|済ま|にくい|にくかった|開き|終えて|なし|交代|退任"
    r"|続[きい]|控え|見合わせ|誤|重な|取られ|待|重複|削|失|欠|病|事故|都合|課題|問題|必要|要し|下回|となり|となった|動員"
    r"|自粛|避難|増水|氾濫|台風|豪雨|地震|コロナ|感染|限[らりる]|拮抗|二分|もつれ|壁に|響い|細[っり]|膨ら|ふくら|壊し"
)

# A clause that says by its ending that it is a cause: …したため、.
_BECAUSE = re.compile(
    r"^(?!(?:この|その|こうした|以上の|これ|それ)(?:ため|こと|結果|影響|に|から|を)).*(?:ため|為|ことから|ことにより|ことで|により|に伴い|ので|影響で|から)、?$"
)
# A clause that merely goes on to the failure is a cause if it tells what befell (賛否が割れ、); what the city itself did on the
# way (協議を行い、) and what stands as it was (…が公開されており、) is none.
_OWN_ACT = re.compile(
    r"(?:行い|(?:実施|開催|作成|検討|協議|調整|調査|把握|確認|周知|配布|整備|設置|導入|改修|策定|公表|公開|掲載|募集|依頼|要請|提出|照会|研究|運営|支援"
    r"|参加|出席|来場|受講|登録|利用|予定|計画|連携|活用|更新|購入|継続|完了|終了|試行|対応|対処)し|開き|設け|呼び?掛け|呼びかけ|働き?掛け|働きかけ|努め|図り"
    r"|進め|重ね|続け|まとめ|決め|選び|配り|送り|作り|つくり|立ち上げ|始め|終え|取り組み|試み|目指し|踏まえ|と(?:も)?に|とし|ほか|[^な]く|て|訪れ|集まり"
    r"|ており|おり|済み|済ませ)、?$"
)
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


def hindered(clauses: Iterable[Span]) -> list[Span]:
    """Leave out clauses that tell of no want or hindrance, figures under a label, and what was done beside."""
    said = [(span, narrow(span.text).strip()) for span in clauses]
    return [
        span
        for span, text in said
        if (_HINDERED.search(text) or _BECAUSE.search(text)) and not text.startswith("【") and not _DID.search(text)
    ]


def befell(clauses: Iterable[Span]) -> list[Span]:
    """Leave out clauses that lead to a failure and tell only of the city's own acts or of what stands as it was."""
    leads = [(span, narrow(span.text).strip()) for span in clauses if not follows_from(span)]
    return [
        span
        for span, text in leads
        if not _DID.search(text)
        if _HINDERED.search(text) or _BECAUSE.search(text) or (text.endswith("、") and not _OWN_ACT.search(text))
    ]


def told_of_itself(statement: Statement) -> Iterator[Span]:
    """Yield what befell by a sentence: its clauses that lead on, and itself unless it tells of the city's own act."""
    yield from befell(leading(statement))
    if not acts(statement) and _HINDERED.search(_main(statement)):
        yield statement.sentence


def acts(statement: Statement) -> bool:
    """Say whether the main clause has an object, so that somebody acts on it: 動画を配信した, and not 参加者が少なかった."""
    return "を" in _main(statement).rsplit("が", 1)[-1]


def _main(statement: Statement) -> str:
    return narrow(statement.sentence.text).rstrip("。 ").rsplit("、", 1)[-1]


def is_own_action(span: Span) -> bool:
    """Say whether words tell what somebody did: 手続き方法を変更し、."""
    return _DID.search(narrow(span.text)) is not None


def is_at_hand(span: Span) -> bool:
    """Say whether words tell of what is there already: スマートフォンでも利用可能であることから、."""
    return _AT_HAND.search(narrow(span.text)) is not None


def is_failure_itself(span: Span) -> bool:
    """Say whether words tell no more than the failure and its figure: 利用は6,450点で、."""
    return _FAILURE_ITSELF.search(narrow(span.text)) is not None


def tells_state(statement: Statement) -> bool:
    """Say whether a sentence tells how things are: 転換をためらう世帯が多かった."""
    return _TELLS_STATE.search(narrow(statement.sentence.text)) is not None
