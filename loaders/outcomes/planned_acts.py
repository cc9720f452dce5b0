"""The same act is the year's work or its end, by what was planned: a plan システムを統合する is fulfilled by 統合した.

So is a plan that asks for a survey (実態調査を行う) by what the survey counted, where elsewhere it would be study only.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.outcomes.signs import CLOSING, Sign
from loaders.outcomes.statements import Statement
from loaders.outcomes.words import read_sign
from loaders.prose.clauses import split
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

_SURVEY = re.compile(r"調査(?:を|の)?(?:行う|行い|実施|する|し)|(?:実態|現地|意向|意識|生息|基礎|全戸|悉皆)調査")
_STUDY_ONLY = re.compile(r"検討|研究|事例|先進|他(?:の|市|自治体|団体|市町村)|導入|可否|必要性|情報収集")
_COUNTED = re.compile(
    r"(?<![\d,.])\d[\d,.]*\s*(?!年|月|日|時)[^\d\s,.、。]{1,4}[^。]{0,12}(?:把握|確認|判明|抽出|特定|調査|回収|回答|集計)"
)
_SURVEYED = re.compile(r"調査(?:を|は|が)?(?:実施し|終え|終了し|完了し|まとめ)")


# A study that ends with when to do it was made: 検討の結果、次年度から導入することとした.
_WHETHER = re.compile(
    r"(?:課題|論点|要件)の?を?(?:整理|洗い出)|(?:可否|是非|要否|必要性|方針|方向性|時期)[^。]{0,10}(?:検討|判断|決|定め|見極め|整理)"
)
_RESOLVED = re.compile(r"(?:こととした|ことに(?:した|決)|を(?:決定した|決めた))[\s。]*$")
_ANSWERED = re.compile(r"との(?:回答|返答|返事|意見|見解|判断|連絡|説明|指摘|通知)")
# Plain verbs of study, which are also verbs of work where the plan is not one of study.
_LOOKED_INTO = re.compile(
    r"(?:比べ|調べ|見比べ|話し?合っ|聞い|説明を受け|視察し|見学し|学ん|尋ね|確かめ|意見を(?:交わし|聞い|求め)|洗い出し|論点を(?:まとめ|整理し)|探っ|議論し|聞き取っ|例を集め|意見を出し合っ|資料を集め)(?:[ただ]|て(?:い|お)る)[\s。]*$"
    r"|(?:協議|検討会|検討|打ち?合わ?せ|意見交換|勉強会|ヒアリング|聞き取り|視察|会議|部会)を[^、。]{0,8}(?:(?:行っ|開い|重ね|持っ|設け|実施し|開催し)(?:た|て(?:い|お)る)|実施|開催)[\s。]*$"
)
_AFTER_STUDY = re.compile(r"(?:検討|協議|研究|比較|調査|検証|評価|調整|議論)(?:の結果|した結果|を踏まえ|を経て|し、|を行い、)")

# The year's work is done where one of its clauses says so and what is left to a later year is the next step, which the plan
# doesn't name: 実施設計を終え、翌年度に工事へ入る.
_DONE_CLAUSE = re.compile(
    r"(?:終え|まとめ|まとまり|済ませ|結び|作り|つくり|定め|決め|選び|始め|設け|建て|開き|行い|整え|仕上げ|得て|終わり|可決され|認められ|決まり|調い|整い"
    r"|(?:実施|作成|策定|完了|締結|選定|決定|契約|整備|設置|導入|構築|開催|制定|取得|提出|公募|募集|発注|完成|着手|着工|開始)し)、?$"
)
_PREPARES = re.compile(r"検討|協議|調整|研究|照会|打ち?合わ?せ|意見|説明会|交渉|準備")
_RUN = re.compile(r"[一-鿿]{2,}|[ァ-ヶー]{2,}")
_TIME = re.compile(r".*(?:年|月|予定|以降|当初|時期|見込|見通).*")

# What is to become less is well when it did: 放置自転車を減らす.
_LESS = re.compile(r"減ら|削減|縮減|減量|抑制|解消|防止|防ぐ|短縮|軽減|低減|なくす|撤去|ゼロ")
_BECAME_LESS = re.compile(r"(?:減少し|減っ|下がっ|低下し|半減し|激減し|落ち)(?:た|て(?:い|お)る)[\s。]*$")

_LEFT_TO_LATER = frozenset({Sign.POSTPONED, Sign.PLANNED, Sign.PLANNED_STUDY})

# Work that waits for somebody to ask for it, each with a plan of such work.
ON_DEMAND: tuple[tuple[str, str], ...] = (
    (r"必要(?:に応じ|な都度|があれば|が生じ)", "必要に応じて助言する。"),
    (
        r"(?:求め|要望|要請|依頼|相談|申請|申し?込み?|申出|希望|請求|状況)(?:に応じ|の都度|があ(?:れば|った))",
        "依頼に応じて講師を派遣する。",
    ),
    (
        r"都度|随時(?:対応|受け?付け)|(?:求められ|要望|相談|依頼|要請|発生し?)[^、。]{0,6}(?:場合|際|とき)",
        "要請があった場合に支援する。",
    ),
)
_ON_DEMAND = re.compile("|".join(pattern for pattern, _ in ON_DEMAND))


def as_planned(statements: Sequence[Statement], plan: str) -> tuple[Statement, ...]:
    """Return the statements as the plan makes them read.

    Those that tell of an end are work done where the plan set out to do just that; where it set out to study, an answer or the
    resolution to do it in a later year is what the study came to.
    """
    acts = {m["act"] for m in _PLANNED.finditer(narrow(plan)) if not _ITSELF.search(m["object"])}
    told = tuple(_fulfilled(s, acts) for s in statements) if acts else tuple(statements)
    told = tuple(_lessened(_gone_on(s, plan), plan) for s in told)
    return tuple(_concluded(s) for s in told) if is_study(plan) else told


def is_study(plan: str) -> bool:
    """Say whether a plan is of study only.

    >>> is_study("導入の可否を検討する。"), is_study("導入の可否を検討し、システムを導入する。")
    (True, False)
    """
    last = [plan[s.clauses[-1].start : s.clauses[-1].body_end] for s in split(plan)]
    signs = [(clause, read_sign(clause)) for clause in last]
    studies = (_WHETHER.search(narrow(w)) or (word and word.sign in (Sign.PLANNED_STUDY, Sign.STUDIED)) for w, word in signs)
    return bool(signs) and all(studies)


def is_on_demand(plan: str) -> bool:
    """Say whether a plan is of work that waits for somebody to ask for it: 必要に応じて助言する."""
    return _ON_DEMAND.search(narrow(plan)) is not None


def runs(text: str) -> set[str]:
    """Return all words of a text that are written in Chinese characters or katakana, but times.

    >>> sorted(runs("公開は翌年度に行う予定である。"))
    ['公開']
    """
    return {run for run in _RUN.findall(narrow(text)) if not _TIME.fullmatch(run)}


def _gone_on(statement: Statement, plan: str) -> Statement:
    if statement.sign not in _LEFT_TO_LATER or not statement.causes or not plan:
        return statement
    last = narrow(statement.span.text)[statement.causes[-1].end - statement.span.start :]
    later = [run for run in runs(last or statement.sentence.text) if run in narrow(plan)]
    done = narrow(statement.causes[-1].text)
    only_prepared = _PREPARES.search(done) and not any(run in narrow(plan) for run in runs(done))
    if later or only_prepared or not _DONE_CLAUSE.search(done):
        return statement
    return replace(statement, sign=Sign.CARRIED_OUT)


def _lessened(statement: Statement, plan: str) -> Statement:
    became_less = statement.sign is Sign.FELL_SHORT and _BECAME_LESS.search(narrow(statement.sentence.text))
    return replace(statement, sign=Sign.CARRIED_OUT) if became_less and _LESS.search(narrow(plan)) else statement


def _concluded(statement: Statement) -> Statement:
    words = narrow(statement.sentence.text)
    resolved = statement.sign is Sign.POSTPONED and _AFTER_STUDY.search(words) and _RESOLVED.search(words)
    studied = statement.sign is Sign.CARRIED_OUT and _LOOKED_INTO.search(words)
    if resolved or studied or (statement.sign is Sign.FELL_SHORT and _ANSWERED.search(words)):
        return replace(statement, sign=Sign.STUDIED)
    return statement


def _fulfilled(statement: Statement, acts: set[str]) -> Statement:
    words = narrow(statement.sentence.text)
    if statement.sign not in CLOSING - {Sign.DECIDED_AGAINST} or not _IS_DONE.search(words):
        return statement
    return replace(statement, sign=Sign.CARRIED_OUT) if any(act in words for act in acts) else statement


def is_survey_done(statement: Statement, plan: str) -> bool:
    """Say whether a plan of a survey, and of no more, is answered by what it counted or by its having been made."""
    planned, words = narrow(plan), narrow(statement.sentence.text)
    if not _SURVEY.search(planned) or _STUDY_ONLY.search(planned):
        return False
    return statement.sign is Sign.STUDIED and (_COUNTED.search(words) or _SURVEYED.search(words)) is not None
