"""Held against the plan the same words say something else: システムを統合した is an end, or just what was planned.

An end, a survey or an answer may be what the plan set out to do; where it set out to study, what was done is study.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.outcomes.phrases import read_phrase
from loaders.outcomes.predicates import CLOSING, DOING, Predicate
from loaders.outcomes.statements import Statement
from loaders.prose.clauses import split
from loaders.prose.nouns import nouns
from loaders.prose.widths import narrow

# Acts that end an initiative when they befall it, and are its work when its plan does them to something else.
_ACT = r"統合|移管|廃止|一本化|集約|移行|終了"
# What is the initiative itself, or may be: 事業を廃止する plans its end.
_ITSELF = re.compile(
    r"(?:本|当該)?(?:事業|取り?組み?|業務|事務|講座|教室|イベント|サービス|制度|助成|補助|会議|行事|運用|運行|計画|検討|本件)(?:等|など)?$"
)
_PLANNED = re.compile(
    rf"(?P<object>[^、。「」()]{{1,24}}?)(?:を|の)(?:段階的に|順次|新たに)?(?P<act>{_ACT})(?:する|を行う|を進める|し、|に着手|を図る|$|。)"
)
_IS_DONE = re.compile(r"(?:た|済み?|完了)(?:である|です)?[\s。]*$")

# Work that a plan of study names beside it: 派遣を続けるとともに、; 計画案を作成し、.
_ACTS = re.compile(
    r"(?:続け|設置|運用|運行|配布|周知|作成|策定|公開|実施|開催|提供|導入|活用|維持|派遣)(?:る|する|し|を行い)?(?:とともに|と共に|ほか)?、?$"
)
_SURVEY = re.compile(
    r"調査(?:を|の)?(?:行う|行い|実施|する|し|続け)|聞き取り(?:$|を行う|調査)|[一-鿿]調査$|(?:発掘|交通量|水質|測量|踏査)[^。]{0,6}調査|(?:実態|現地|意向|意識|生息|基礎|全戸|悉皆)調査"
)
_STUDY_ONLY = re.compile(r"検討|研究|事例|先進|他(?:の|市|自治体|団体|市町村)|導入|可否|必要性|情報収集")
_COUNTED = re.compile(
    r"(?<![\d,.])\d[\d,.]*\s*(?!年|月|日|時)[^\d\s,.、。]{1,4}[^。]{0,12}(?:把握|確認|判明|抽出|特定|調査|回収|回答|集計)"
)
_SURVEYED = re.compile(r"調査(?:を|は|が)?(?:実施し|終え|終了し|完了し|まとめ|した)")


# A study that ends with when to do it was made: 検討の結果、次年度から導入することとした.
_WHETHER = re.compile(
    r"(?:課題|論点|要件)の?を?(?:整理|洗い出)|(?:可否|是非|要否|必要性|方針|方向性|時期|かどうか)(?:[^。]{0,10}(?:検討|判断|決|定め|見極め|整理|探|調べ|比べ|話し合)|を[^、。]*る$)"
    r"|情報を(?:集め|得)|(?:について|あり方|今後|使い(?:道|みち)|方法|手法|やり方)[^。]{0,8}(?:調べ|話し合|意見を|探)|検討(?:会|委員会)?(?:の場)?$|(?:勉強会|検討会)(?:を|の)(?:開|設|開催|設置)"
)
_RESOLVED = re.compile(r"(?:こととした|ことに(?:した|決)|を(?:決定した|決めた))[\s。]*$")
_ANSWERED = re.compile(r"との(?:回答|返答|返事|意見|見解|判断|連絡|説明|指摘|通知)")
# Plain verbs of study, which are also verbs of work where the plan is not one of study.
_LOOKED_INTO = re.compile(
    r"(?:比べ|調べ|見比べ|話し?合っ|聞い|説明を受け|視察し|見学し|学ん|尋ね|確かめ|意見を(?:交わし|聞い|求め)|洗い出し|論点を(?:まとめ|整理し)|探っ|議論し|聞き取っ|例を集め|意見を出し合っ|資料を集め)(?:[ただ]|て(?:い|お)る)[\s。]*$"
    r"|(?:協議|検討会|検討|打ち?合わ?せ|意見交換|勉強会|ヒアリング|聞き取り|視察|会議|部会)を[^、。]{0,8}(?:(?:行っ|開い|重ね|持っ|設け|実施し|開催し)(?:た|て(?:い|お)る)|実施|開催)[\s。]*$"
)
# Whoever set out to study and brought something about has done more: 国の交付金を得て、電子図書館を開設した.
_BROUGHT_ABOUT = re.compile(
    r"(?:導入|開設|新設|開始|公開|掲載|発信|配信|提供|販売|整備|設置|購入|調達|構築|運用|発行|配布|貸し?出し?|契約|締結|制定|可決|施行|供用|配備|着工"
    r"|完成|完了|増設|改修|移行|拡充|追加|改善|改定|実施|啓発|周知|対応|試行|訓練に参加)(?!に(?:向け|つい|伴う|係|関)|の|を(?:検討|協議|研究|調査|含め|想定|前提)|し[たて]い|する|した(?:自治体|市町|場合|市|区|例|先))[^、。]{0,12}[\s。]*$"
    r"|(?:始め|設け|立ち上げ|貸し出し|置い|加え|終え|結ん)[ただ][\s。]*$|決定した|見積り?を(?:取|徴)|方針を(?:決め|定め)|計画案?を(?:作成|策定)"
)
_ASIDE = re.compile(r"\([^()]*\)")
_AFTER_STUDY = re.compile(r"(?:検討|協議|研究|比較|調査|検証|評価|調整|議論)(?:の結果|した結果|を踏まえ|を経て|し、|を行い、)")

# The year's work is done where one of its clauses says so and what is left to a later year is the next step, which the plan
# doesn't name: 実施設計を終え、翌年度に工事へ入る.
_DONE_CLAUSE = re.compile(
    r"(?:終え|まとめ|まとまり|済ませ|結び|作り|つくり|定め|決め|選び|始め|設け|建て|開き|行い|整え|仕上げ|得て|終わり|可決され|認められ|決まり|調い|整い"
    r"|(?:実施|作成|策定|修了|完了|締結|選定|決定|契約|整備|設置|導入|構築|開催|制定|取得|提出|公募|募集|発注|完成|着手|着工|開始)し)、?$"
)
_PREPARES = re.compile(r"検討|協議|調整|研究|照会|打ち?合わ?せ|意見|説明会|交渉|準備")
_RUN = re.compile(r"[一-鿿]{2,}|[ァ-ヶー]{2,}")
_TIME = re.compile(r".*(?:年|月|予定|以降|当初|時期|見込|見通).*")

# What is to become less is well when it did: 放置自転車を減らす.
_LESS = re.compile(r"減ら|削減|縮減|減量|抑制|解消|防止|防ぐ|短縮|軽減|低減|なくす|撤去|ゼロ")
_BECAME_LESS = re.compile(r"(?:減少し|減っ|下がっ|低下し|半減し|激減し|落ち)(?:た|て(?:い|お)る)[\s。]*$")

_LEFT_TO_LATER = frozenset({Predicate.POSTPONED, Predicate.PLANNED, Predicate.PLANNED_STUDY})


def as_planned(statements: Sequence[Statement], plan: str) -> tuple[Statement, ...]:
    """Return the statements as the plan makes them read.

    Those that tell of an end are work done where the plan set out to do just that; where it set out to study, an answer or the
    resolution to do it in a later year is what the study came to.
    """
    acts = {m["act"] for m in _PLANNED.finditer(narrow(plan)) if not _ITSELF.search(m["object"])}
    told = tuple(_fulfilled(s, acts) for s in statements) if acts else tuple(statements)
    told = tuple(_lessened(_gone_on(s, plan), plan) for s in told)
    return tuple(_concluded(s, plan) for s in told) if is_study(plan) else told


def is_study(plan: str) -> bool:
    """Say whether a plan is of study only.

    >>> is_study("導入の可否を検討する。"), is_study("導入の可否を検討し、システムを導入する。")
    (True, False)
    """
    sentences = split(plan)
    last = [plan[s.clauses[-1].start : s.clauses[-1].body_end] for s in sentences]
    if any(_ACTS.search(narrow(plan[c.start : c.body_end])) for s in sentences for c in s.clauses[:-1]):
        return False
    return bool(last) and all(_is_of_study(clause) for clause in last)


def _is_of_study(clause: str) -> bool:
    phrase = read_phrase(clause)
    says_so = phrase is not None and phrase.says in (Predicate.PLANNED_STUDY, Predicate.STUDIED)
    return says_so or _WHETHER.search(narrow(clause)) is not None


def _surveys(plan: str) -> bool:
    """Say whether a plan is of a survey, which is work done once it is made, and not of what might be done."""
    return _SURVEY.search(plan) is not None and not _STUDY_ONLY.search(plan)


def runs(text: str) -> set[str]:
    """Return all words of a text that are written in Chinese characters or katakana, but times.

    >>> sorted(runs("公開は翌年度に行う予定である。"))
    ['公開']
    """
    return {run for run in _RUN.findall(narrow(text)) if not _TIME.fullmatch(run)}


def _gone_on(statement: Statement, plan: str) -> Statement:
    if (statement.predicate not in _LEFT_TO_LATER and statement.phrase != "waits") or not statement.causes or not plan:
        return statement
    last = narrow(statement.span.text)[statement.causes[-1].end - statement.span.start :]
    later = [run for run in runs(last or statement.sentence.text) if run in narrow(plan)]
    done = narrow(statement.causes[-1].text)
    only_prepared = _PREPARES.search(done) and not any(run in narrow(plan) for run in runs(done))
    if later or only_prepared or not _DONE_CLAUSE.search(done):
        return statement
    return replace(statement, predicate=Predicate.CARRIED_OUT, phrase="next_step_left_to_later")


def _lessened(statement: Statement, plan: str) -> Statement:
    became_less = statement.predicate is Predicate.FELL_SHORT and _BECAME_LESS.search(narrow(statement.sentence.text))
    return (
        replace(statement, predicate=Predicate.CARRIED_OUT, phrase="became_less_as_planned")
        if became_less and _LESS.search(narrow(plan))
        else statement
    )


def _concluded(statement: Statement, plan: str) -> Statement:
    words = narrow(statement.sentence.text)
    resolved = statement.predicate is Predicate.POSTPONED and _AFTER_STUDY.search(words) and _RESOLVED.search(words)
    as_meant = set(_VERB.findall(words)) & set(_VERB.findall(narrow(plan)))
    only_looked = not (_BROUGHT_ABOUT.search(_ASIDE.sub("", words)) or _surveys(narrow(plan)) or as_meant)
    studied = statement.predicate is Predicate.CARRIED_OUT and (_LOOKED_INTO.search(words) or only_looked)
    if resolved or studied or (statement.predicate is Predicate.FELL_SHORT and _ANSWERED.search(words)):
        return replace(statement, predicate=Predicate.STUDIED, phrase="study_concluded")
    return statement


def _fulfilled(statement: Statement, acts: set[str]) -> Statement:
    words = narrow(statement.sentence.text)
    if statement.predicate not in CLOSING - {Predicate.DECIDED_AGAINST} or not _IS_DONE.search(words):
        return statement
    return (
        replace(statement, predicate=Predicate.CARRIED_OUT, phrase="planned_end")
        if any(act in words for act in acts)
        else statement
    )


def is_survey_done(statement: Statement, plan: str) -> bool:
    """Say whether a plan of a survey, and of no more, is answered by what it counted or by its having been made."""
    planned, words = narrow(plan), narrow(statement.sentence.text)
    if not _surveys(planned):
        return False
    return statement.predicate is Predicate.STUDIED and (_COUNTED.search(words) or _SURVEYED.search(words)) is not None


# The vocabulary's last resort: a verb in the past or a state, whatever it tells.
_ANY_PAST = frozenset({"past"})
_ZERO_WANTED = re.compile(r"ゼロ|なくす|無くす|解消|根絶|0(?:人|件)")
_VERB = re.compile(r"([一-鿿])[ぁ-ん]")


def tells_of_an_action(statements: Sequence[Statement], plan: str) -> bool:
    """Say whether an evaluation tells of an act that offices use of work done, of the plan's own verb, or of its figures.

    The plain past of any other verb may tell of anything: 冬の工期を逃した, 訓練は流れた.
    """
    done = [s for s in statements if s.predicate in DOING]
    if any(s.phrase not in _ANY_PAST for s in done):
        return True
    led = [narrow(cause.text) for s in statements for cause in s.causes]
    if any(_DONE_CLAUSE.search(words) for words in led):
        return True
    said = " ".join(narrow(s.sentence.text) for s in done)
    if set(_VERB.findall(said.split("、")[-1])) & set(_VERB.findall(narrow(plan))):
        return True
    return re.search(r"\d", said) is not None and not _ZERO_WANTED.search(narrow(plan)) and bool(nouns(said) & nouns(plan))
