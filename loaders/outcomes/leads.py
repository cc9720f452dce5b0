"""Which words stand beside a failure and may say why: clauses before it, brackets behind it, sentences that explain it.

…の影響により未実施, …に時間を要し、至らなかった, 3回(9月は台風のため流会), …したことが要因.
The topic of a sentence (避難所の電源車は、) names what failed and not why, so it is left out of what leads to it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.outcomes.statements import Span, Statement
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
_FOLLOWS_FROM = re.compile(
    r"^(?:この|その|こうした)(?:ため|結果|影響)|^(?:これ|それ)(?:により|に伴い|を受け)|^よって|^このことから"
)
_BARE_NOTE = re.compile(r"\(([^()\d、。]{2,12})\)")
_BEFELL_IN_BRACKETS = re.compile(r"\(([^()を]*[がはも][^()を]*[ただいず])\)")


def leading(statement: Statement) -> list[Span]:
    """Return the words that lead to what a statement tells, the nearest to it first."""
    behind = statement.causes[-1].end if statement.causes else statement.span.start
    own = cut(statement.span, max(behind - statement.span.start, 0), len(statement.span.text))
    return [*reversed([*_tied(own)]), *reversed(statement.causes)]


def without_topic(span: Span) -> Span:
    """Return a span without the topic that it opens with, if it says more of it than that it was wanting."""
    match = _TOPIC.match(narrow(span.text))
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
    return _EXPLAINS.search(narrow(sentence.text)) is not None


def follows_from(span: Span) -> bool:
    """Say whether words refer to those before them as their cause: このため、."""
    return _FOLLOWS_FROM.match(span.text) is not None


def notes_in_brackets(statement: Statement) -> Iterator[Span]:
    """Yield what stands in brackets by itself, as a bare noun: 実施せず（新型コロナ）."""
    for match in _BARE_NOTE.finditer(narrow(statement.sentence.text)):
        yield cut(statement.sentence, match.start(1), match.end(1))


def clauses_in_brackets(statements: Sequence[Statement]) -> Iterator[Span]:
    """Yield what a bracket behind a figure tells as having befallen: 24.9％（古紙の持ち去りが増えた）."""
    for statement in statements:
        for match in _BEFELL_IN_BRACKETS.finditer(narrow(statement.sentence.text)):
            yield cut(statement.sentence, match.start(1), match.end(1))
