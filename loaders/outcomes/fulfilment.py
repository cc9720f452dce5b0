"""Held against the plan the same words say something else: システムを統合した is an end, or just what was planned.

An end, a survey or an answer may be what the plan set out to do, and what was done may be less than the plan holds:
資料の配布に代えた, 5台のうち3台, 従来の体制で運営した.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from loaders.outcomes.carry_over import is_for_later_year
from loaders.outcomes.phrases import read_phrase
from loaders.outcomes.predicates import CLOSING, DOING, FAILING, Predicate
from loaders.outcomes.statements import Statement
from loaders.prose.clauses import split
from loaders.prose.nouns import is_same_work, nouns
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

_LEFT_TO_LATER = frozenset({Predicate.POSTPONED, Predicate.PLANNED, Predicate.PLANNED_STUDY})

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
    told = [(clause, read_phrase(clause)) for clause in last]
    studies = (
        _WHETHER.search(narrow(clause)) or (phrase and phrase.says in (Predicate.PLANNED_STUDY, Predicate.STUDIED))
        for clause, phrase in told
    )
    return bool(told) and all(studies)


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
    if statement.predicate not in _LEFT_TO_LATER or not statement.causes or not plan:
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


def _concluded(statement: Statement) -> Statement:
    words = narrow(statement.sentence.text)
    resolved = statement.predicate is Predicate.POSTPONED and _AFTER_STUDY.search(words) and _RESOLVED.search(words)
    studied = statement.predicate is Predicate.CARRIED_OUT and _LOOKED_INTO.search(words)
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
    if not _SURVEY.search(planned) or _STUDY_ONLY.search(planned):
        return False
    return statement.predicate is Predicate.STUDIED and (_COUNTED.search(words) or _SURVEYED.search(words)) is not None


_END = r"[\s。]*$"

# The work gave way to something else in one sentence: 訓練は中止し、机上での確認に替えた.
_REPLACED = re.compile(
    rf"(?:に|で|へ)(?:代え|替え|換え|かえ|切り?替え|振り?替え|置き換え|変更し|代替し)た{_END}|(?:のみ|だけ)(?:の(?:実施|開催))?とした{_END}"
)
# Paper that is handed out stands for no meeting, lesson or exercise.
_LESSER = re.compile(
    r"のみ|だけ|(?:資料|冊子|チラシ|パンフレット|リーフレット|パネル)の?(?:配布|送付|郵送|掲示|回覧|提供|配付)"
)
# Another place or day is still the same work.
_ELSEWHERE = re.compile(r"(?:館|室|場|園|校|所|院|機関|自宅|家庭|ホール|センター|日程|翌日|別日|期日)$")

# Who calls for others and hears none has done nothing yet: 公募したが応募者がなかった.
_CALLS = re.compile(r"公募|募集|募[っりる]|入札|公告|呼び?[掛か]け|採用|誘致|プロポーザル")
_NONE_CAME = re.compile(
    r"(?:応募|応札|申し?込み?|参加|問い?合わ?せ|希望|出店|入札|引き合い|提案|候補|適任)(?:者|業者|企業|団体|法人|希望者?)?(?:が|は|も)?"
    rf"(?:[1一]件も|[1一]人も|全く)?(?:な(?:い|かった|し)|い(?:な(?:い|かった)|ません)|現れなかった|ゼロ(?:であった|だった)?|皆無(?:であった)?){_END}"
)

# What was to become more or other and was left as it is: 増員は人件費の手当てがつかず、据え置いた.
_KEPT = re.compile(rf"据え置(?:いた|き(?:とした|となった)?|かれた|くこと[とに](?:した|なった)){_END}")
_TO_CHANGE = re.compile(r"増[員便設額やし]|拡[大充]|改定|引き?[上下]げ|見直|延長|短縮|広げ")

# What went on as before because what was planned could not be: 合格者が出ず、分館は前年度と同じ体制で運営した.
_AS_BEFORE = re.compile(
    r"(?:前年度?|従来|これまで|現行|既存|旧来)(?:と同じ|と同様の|どおりの?|通りの?|の)(?:[^、。]{0,8})?(?:で|を)(?P<act>[^、。]*)た"
    + _END
)
# What was made do with: 採用に至らず、兼務で対応.
_STOPGAP = re.compile(
    r"(?:兼務|直営|手作業|手書き|応援|臨時|代替|暫定|(?:現|既存|従来|現在|現行)[^、。でを]{0,8})(?:で|を|により)"
    r"(?P<act>対応|継続|運営|実施|運用|維持|続け|補っ|しのい)(?:した|し|た|だ|している|ている|中)?" + _END
)
_IN_WANT = re.compile(r"(?:ず|なく|なかった(?:ため|ことから|ので)|ない(?:ため|ことから|ので)|中止し|見送り|遅れ)、?$")

# A part of a number that the plan holds: 5台のうち3台を更新した.
_SOME_OF = re.compile(r"(?P<all>\d+)(?P<unit>[^\d\s、。]{1,4}?)(?:の)?(?:うち|内)、?(?P<some>\d+)(?P=unit)")
# All of it but for what could not be: 台風で道路が寸断された1地区を除き.
_ALL = re.compile(r"全て|すべて|全[一-鿿]|各[一-鿿]")
_EXCEPT = re.compile(r"(?P<what>[^、。]{2,})(?:\d+|一部の)[^\d、。]{1,6}を除[きくい]")
_HINDERED = re.compile(
    r"寸断|通れ|でき(?:な|ず)|使え|被災|崩れ|休[校館止業]|閉鎖|中止|台風|豪雨|大雨|積雪|コロナ|感染|得られ|拒|断ら|辞退|都合|間に合わ|合わな"
)

# Why something is left to a later year.
_BECAUSE = re.compile(r"(?:ため|ことから|ので|により|によって|に伴い|影響で|関係で|都合で|の?遅れで|不足で)")
_AS_MEANT = re.compile(r"(?:予定|計画)(?:どおり|通り)|引き?続き|継続|も(?:同様|実施|開催|行)")
_TOPIC = re.compile(r"^(?:また、|一方、|ただし、|しかし、)?([^、。]{1,30}?)(?<![でにとらへ])は")


def fall_short(statements: Sequence[Statement], plan: str, year: int) -> tuple[Statement, ...]:
    """Return the statements, those failing that tell of less than the plan of `year` holds, or leave it to a later year."""
    if not plan.strip():
        return tuple(statements)
    return tuple(_held_against(s, narrow(plan), year) for s in statements)


def _held_against(statement: Statement, plan: str, year: int) -> Statement:
    if _left_to_later(statement, plan, year):
        return replace(statement, predicate=Predicate.POSTPONED, phrase="left_to_later_year")
    if statement.predicate in DOING | {Predicate.NOTHING_TO_DO, None} and _in_vain(statement, plan):
        return replace(statement, predicate=Predicate.NOT_DONE, phrase="called_in_vain")
    if statement.predicate in DOING:
        undone = next((name for name, holds in _UNDONE_BESIDE.items() if holds(statement, plan)), "")
        in_part = next((name for name, holds in _DONE_IN_PART.items() if holds(statement, plan)), "")
        if undone:
            return replace(statement, predicate=Predicate.NOT_DONE, phrase=undone)
        if in_part:
            return replace(statement, predicate=Predicate.FELL_SHORT, phrase=in_part)
    return statement


def _main(statement: Statement) -> str:
    """Return the words behind the clauses that lead to the last one."""
    behind = statement.causes[-1].end if statement.causes else statement.span.start
    return narrow(statement.span.text)[max(behind - statement.span.start, 0) :]


def _gave_way(statement: Statement, plan: str) -> bool:
    if statement.overruled not in FAILING - {Predicate.LATE}:
        return False
    main = _main(statement)
    led = narrow(statement.sentence.text).removesuffix(main)
    given_up = {noun for noun in nouns(led) if noun in plan}
    replaced = _REPLACED.search(main)
    if not replaced or not given_up:
        return False
    instead = {noun for noun in nouns(main[: replaced.start()]) if not _ELSEWHERE.search(noun)}
    of_another_kind = any(
        new[-2:] == old[-2:] and not old.endswith(new) and not new.endswith(old) for new in instead for old in given_up
    )
    return _LESSER.search(main) is not None or of_another_kind or not is_same_work("、".join(instead), plan)


def _is_kept(statement: Statement, plan: str) -> bool:
    if _KEPT.search(narrow(statement.sentence.text)) is None:
        return False
    return _TO_CHANGE.search(plan) is not None or statement.overruled in FAILING


def _in_vain(statement: Statement, plan: str) -> bool:
    words = narrow(statement.sentence.text)
    return _NONE_CAME.search(words) is not None and _CALLS.search(words + plan) is not None and not is_on_demand(plan)


def _went_on_as_before(statement: Statement, plan: str) -> bool:
    match = _AS_BEFORE.search(_main(statement)) or _STOPGAP.search(_main(statement))
    led_by_want = any(_IN_WANT.search(narrow(cause.text)) for cause in statement.causes)
    return match is not None and led_by_want and not any(run in plan for run in re.findall(r"[一-鿿]+", match["act"]))


def _some_of_it(statement: Statement, plan: str) -> bool:
    words = narrow(statement.sentence.text)
    match = _SOME_OF.search(words)
    if not match or float(match["some"]) >= float(match["all"]) or match["some"] + match["unit"] in plan:
        return False
    of_it = [plan[s.start : s.end] for s in split(plan) if re.search(rf"(?<!\d){match['all']}{re.escape(match['unit'])}", plan)]
    return any(run in sentence for sentence in of_it for run in runs(words[match.end() :]))


def _all_but(statement: Statement, plan: str) -> bool:
    words = narrow(statement.sentence.text)
    match = _EXCEPT.search(words)
    if not match or not _ALL.search(plan) or _ALL.search(words[match.end() :]):
        return False
    return _HINDERED.search(match["what"]) is not None


def _left_to_later(statement: Statement, plan: str, year: int) -> bool:
    """Say whether a part of the plan is left to a later year for a cause: 西公民館は、…が安価となるため、令和2年度に行う."""
    if statement.predicate not in (Predicate.PLANNED, Predicate.PLANNED_STUDY) or statement.is_aside:
        return False
    words = narrow(statement.sentence.text)
    topic = _TOPIC.match(words)
    if not topic or not _BECAUSE.search(words) or _AS_MEANT.search(words):
        return False
    return is_for_later_year(statement, year) and is_same_work(topic[1], plan)


# By the rule: what stood in the place of what was planned, and what was a part of it.
_Holds = Callable[[Statement, str], bool]
_UNDONE_BESIDE: dict[str, _Holds] = {"kept_as_it_was": _is_kept, "gave_way": _gave_way, "went_on_as_before": _went_on_as_before}
_DONE_IN_PART: dict[str, _Holds] = {"some_of_it": _some_of_it, "all_but_some": _all_but}
