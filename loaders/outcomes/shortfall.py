"""Words of work done may tell of less than was planned: 資料の配布に代えた, 5台のうち3台, 従来の体制で運営した.

What stood in the place of the planned work, and what was a part of it, leaves the rest undone.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from loaders.outcomes.carry_over import is_for_later_year
from loaders.outcomes.demand import is_on_demand
from loaders.outcomes.fulfilment import runs
from loaders.outcomes.predicates import DOING, FAILING, Predicate
from loaders.outcomes.statements import Statement
from loaders.prose.clauses import split
from loaders.prose.nouns import is_same_work, nouns
from loaders.prose.widths import narrow

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
    r"(?:前年度?|従来|これまで|今まで|現行|既存|旧来|現員|現状)(?:と同じ|と同様の?|どおりの?|通りの?|の)(?:[^、。]{0,8})?(?:で|を|に|まま)(?P<act>[^、。]*)(?:た|て(?:い|お)る)"
    + _END
)
# What was made do with: 採用に至らず、兼務で対応.
_STOPGAP = re.compile(
    r"(?:兼務|直営|手作業|手書き|応援|臨時|代替|暫定|(?:現|既存|従来|現在|現行)[^、。でを]{0,8})(?:で|を|により)"
    r"(?P<act>対応|継続|運営|実施|運用|維持|続け|補っ|しのい)(?:した|し|た|だ|している|ている|中)?" + _END
)
# What is held is the work itself, if in another way: コースを短縮して開催した.
_HELD = re.compile(r"(?:開催|実施)し|行っ|開い")
_IN_WANT = re.compile(
    r"(?:ず|なく|なかった(?:ため|ことから|ので)|ない(?:ため|ことから|ので)|中止し|見送り|遅れ|不調[にで](?:終わ)?り?)、?$"
)

# A part of a number that the plan holds: 5台のうち3台を更新した.
_SOME_OF = re.compile(r"(?P<all>\d+)(?P<unit>[^\d\s、。]{1,4}?)(?:の)?(?:うち|内|中)、?(?P<some>\d+)(?P=unit)")
# A part of all that there are to do or to have.
_OF_ALL = re.compile(
    r"(?:全|計画した|予定した)(?P<all>\d[\d,]*)(?P<unit>[^\d\s、。]{1,4}?)(?:の)?(?:うち|中|内)、?(?P<some>\d[\d,]*)(?P=unit)"
    r"|(?:定[数員]|必要数?|計画)(?:は)?(?P<all2>\d[\d,]*)(?P<unit2>[^\d\s、。]{1,4}?)に対し(?:て)?、?[^\d、。]{0,6}(?P<some2>\d[\d,]*)(?P=unit2)"
)
# What is to be none, and that there still are some.
_NONE_WANTED = re.compile(r"(?:待機|滞納|未[一-鿿]{1,2}|空白|不足|渋滞)[^。]{0,8}(?:ゼロ|解消|なく|無く)")
_SOME_ARE = re.compile(
    r"(?:待機|滞納|未[一-鿿]{1,2}|空白|不足)[^、。]{0,10}[はが][^、。]{0,4}[1-9]\d*[^\d、。]{1,3}(?:であった|だった|である|となった|残|いる|ある)"
    r"|(?:なお|まだ|依然|今も)[^、。]{0,4}[1-9]\d*[^\d、。]{1,3}が"
)
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


def _still_waiting(statement: Statement, plan: str) -> bool:
    """Say whether some are left of what the plan means to make an end of: 待機児童は14人であった, なお31人が待っている."""
    return _NONE_WANTED.search(plan) is not None and _SOME_ARE.search(narrow(statement.sentence.text)) is not None


def _made_do(statement: Statement, plan: str) -> bool:
    """Say whether a want led to something that the plan doesn't name: 端末が対応しておらず、紙の券を続けて使っている."""
    if statement.overruled not in FAILING - {Predicate.LATE} or not statement.causes:
        return False
    main = _main(statement)
    is_want = _IN_WANT.search(narrow(statement.causes[-1].text)) is not None
    is_stopgap = "を" in main and _HELD.search(main) is None
    return is_want and is_stopgap and not nouns(main) & nouns(plan) and not any(run in plan for run in runs(main))


def _some_of_all(words: str) -> bool:
    """Say whether words tell of some of all there are: 全12地区のうち8地区, 定数420人に対し実員398人."""
    match = _OF_ALL.search(words)
    if match is None:
        return False
    return _amount(match["some"] or match["some2"]) < _amount(match["all"] or match["all2"])


def _amount(digits: str) -> float:
    return float(digits.replace(",", ""))


def _some_of_it(statement: Statement, plan: str) -> bool:
    words = narrow(statement.sentence.text)
    match = _SOME_OF.search(words)
    if match and _ALL.search(plan) and float(match["some"]) < float(match["all"]):
        return True
    if _some_of_all(words) and not re.search(r"以上|程度|目標", words):
        return True
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
_UNDONE_BESIDE: dict[str, _Holds] = {
    "kept_as_it_was": _is_kept,
    "gave_way": _gave_way,
    "went_on_as_before": _went_on_as_before,
    "made_do": _made_do,
}
_DONE_IN_PART: dict[str, _Holds] = {"still_waiting": _still_waiting, "some_of_it": _some_of_it, "all_but_some": _all_but}
