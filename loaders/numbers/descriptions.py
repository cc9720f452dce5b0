"""Some amounts describe and are no figure of the plan: a length (1日研修), another time's share, what holds elsewhere."""

import re

from loaders.model import Comparator
from loaders.numbers.readings import ReadAmount, is_stated_alone
from loaders.numbers.units import counter, usual_unit

_LENGTH_NOUN = re.compile(
    r"(?:日数|時間数?|期間) ?:?[はがをも]? ?$|平均 ?$|: ?$|(?:削減|短縮|節減|縮減)(?:量|効果|実績)?[はがも] ?$"
)
# 240時間の削減, 15分から6分に短縮し, 25分を15分以内にする: lengths that the work is about.
_LENGTHS = r"(?:時間|分間?|秒|日間?|週間|[かカヶヵ箇]月間?)"
_CHANGED_LENGTH = re.compile(
    rf"(?:を|の)?(?:削減|短縮|節減|縮減|減ら[すし])|(?:から|を)約?[\d,.]+{_LENGTHS}(?:以内|以下|未満|程度)?(?:に|へ)"
    r"|(?:に|へ|まで)(?:短縮|削減|縮減|縮め|縮ま|改善|増や|減ら)"
)
# 約7時間で選考結果を得た: how long the work took.
_TOOK = re.compile(r"で[^。、\d]{0,12}(?:完了|終わ|終え|済[まみん]|得[たら]|処理|到着|復旧)")
# 1件当たり11分となった: the length that was reached.
_BECAME = re.compile(r"(?:と|に)(?:な[りっ]|減|増|抑え|とどま)")
# Events are told in hours and days: what ends on minutes or seconds states them.
_OF_CLOCK = frozenset({"分", "秒"})
_WORKED_IN = frozenset({"時間", "分", "秒"})
# 集団検診15日、個別検診 …: a noun with its days.
_COUNTED_NOUN = re.compile(r"[一-龥々ァ-ヶー]$")
_LISTED_UNITS = frozenset({"日", "時間"})
_LISTED = re.compile(r"[、。(]|$")
# 46.2分　当番班が減った: a cell that begins with a length states it.
_BEGINS_CELL = re.compile(r"\s|[。、(]|$")
# 日曜健診を2日設ける: days that are held are counted.
_DAYS_HELD = re.compile(r"を?設け|開[設庁]|(?:を)?(?:とれ|取れ|確保|実施)")
_LIMIT_KEPT = re.compile(
    r"を[^。、\d]{0,8}(?:目指|めざ|続け|保|守)|(?:と|に)(?:する|し|なる|なっ|抑え|収め|とどめ|縮め)|[のを](?:[一-龥]{1,6}[をの])?(?:徹底|目指|達成|維持|実現|目標)"
)
# What a share is of: another time's figure.
_RATIOS = frozenset({"%", "割", "倍"})
_OTHER_TIME = re.compile(
    r"(?:(?:一?昨年|前年|前々年)度?(?:同期|同月|実績)?|例年|平年|(?:コロナ禍?|感染症?拡大|流行|震災|災害|被災)(?:以)?前"
    r"|ピーク時?|(?:当初)?(?:見込み?|想定|予想|予算))"
    r"(?:の|と比べ)[、: ]*$|[(][^()]*比[で: ]*$"
)
_OTHER_YEAR = re.compile(r"年度?(?:同期|同月)?の$")
_LEVEL = re.compile(r"の水準|程度|まで(?:回復|戻)|に(?:回復|戻|とどま|減|落)")
_PORTION = re.compile(r"に(?:当た|あた|相当)")  # 全体の6割に当たる24件
_NOT_EVEN_SO_MUCH = re.compile(r"に(?:も)?満た|に(?:も)?及ば")
_SIGNS = "+▲△-−"
_LEFT_BEHIND = re.compile(r"(?:から|より|を(?:上回|下回|超え|維持)|以上|増|減)")
# What is said of others' figures is none of the plan's own, unless it aims there.
_ELSEWHERE = re.compile(
    r"(?:全国|[都道府県国]内?|類似団体|同規模(?:団体|自治体))の?平均(?:値|点)?[はがの(: ]*$"
    r"|(?<!評価)(?:基準|要件)(?:の|である)$"
)
# 2.31%(法定雇用率2.5%): a norm that is told beside what was reached.
_NORM_IN_NOTE = re.compile(r"[(](?:法定|国の?|県の?|全国の?)[^()\d]{0,8}$")
_AIMED = re.compile(r"[^。、\d]{0,8}(?:目標|目指|以上|まで|に(?:引き|近づ|する))")
_NEXT_YEAR = re.compile(r"(?:次|来|翌)年度?(?:以降)?(?:に?は|から|以降、?|、|に(?!向け|備え|係|おけ|関|回))(?!.*(?:今|本)年度)")
_MEANT = re.compile(
    r"(?:予定|見込み?|目標)(?:である|です|とする)?$|(?<!てい)(?<!あ)[るうくすむつぶぐ]$|(?:予定|計画)している$|ます$"
)
# 申込みは1件もなかった counts none.
_NOT_EVEN = re.compile(r"も[^。、]{0,14}(?:な(?:い|かっ|く|し)|ず|ませ)")


def description(reading: ReadAmount) -> str:
    """Return what an amount describes that is no figure of the plan, '' where it is one."""
    if _is_length(reading):
        return "length"
    if reading.amount.value == 1 and _NOT_EVEN.match(reading.behind):
        return "not_even_one"
    if _is_share_of_another_time(reading):
        return "share"
    if _is_of_next_year(reading):
        return "next_year"
    if _NORM_IN_NOTE.search(reading.before) and reading.behind.startswith(")"):
        return "norm"
    return "elsewhere" if _ELSEWHERE.search(reading.before) and not _AIMED.match(reading.behind) else ""


def _is_of_next_year(reading: ReadAmount) -> bool:
    """Tell whether an amount is what the next year shall bring: 次年度は12回の開催を予定している; not 次年度に3件を回した."""
    sentence = reading.text[reading.sentence_start :].partition("。")[0]
    before = reading.text[reading.sentence_start : reading.group_start]
    return _NEXT_YEAR.search(before) is not None and _MEANT.search(sentence.rstrip(" )")) is not None


def _is_share_of_another_time(reading: ReadAmount) -> bool:
    """Tell whether an amount says how a figure compares with another time's: 9.7万泊(前年の53%), コロナ前の8割まで回復した.

    49.4%(前年の48.2%) states another year's rate.
    """
    amount = reading.amount
    words = reading.text[amount.start : amount.end]
    if usual_unit(amount.unit) not in _RATIOS or words[0] in _SIGNS:
        return False
    if _PORTION.match(reading.behind) or (amount.unit == "割" and _NOT_EVEN_SO_MUCH.match(reading.behind)):
        return True
    is_level = _OTHER_YEAR.search(reading.text[: reading.group_start]) and _LEVEL.match(reading.behind)
    if not is_level and not _OTHER_TIME.search(reading.before):
        return False
    is_rate_beside = amount.unit != "倍" and reading.text[: reading.words_from].endswith(("%", "割"))
    return words.endswith(amount.unit or "") and not is_rate_beside and not _LEFT_BEHIND.match(reading.behind)


def _is_length(reading: ReadAmount) -> bool:
    """Tell whether an amount is the length of something that the words describe (1日, 6時間程度) rather than a figure."""
    amount = reading.amount
    if amount.unit is None or not counter(amount.unit).is_duration:
        return False
    is_figure = amount.is_cumulative or amount.is_total or amount.change or _LENGTH_NOUN.search(reading.before)
    is_listed = amount.unit in _LISTED_UNITS and _COUNTED_NOUN.search(reading.before) and _LISTED.match(reading.behind)
    is_held = amount.unit == "日" and _DAYS_HELD.match(reading.behind)
    is_reached = amount.unit in _WORKED_IN and _BECAME.match(reading.behind)
    is_at_beginning = not reading.text[: reading.group_start].strip() and _BEGINS_CELL.match(reading.behind) is not None
    is_at_end = amount.unit in _OF_CLOCK and not reading.behind.strip(" 。)")
    is_aimed_at = reading.before.endswith(("目標の", "目標は", "→", "→ "))
    is_taken = amount.unit in _WORKED_IN and _TOOK.match(reading.behind)
    if (
        is_figure
        or is_listed
        or is_held
        or is_taken
        or is_at_beginning
        or is_at_end
        or is_aimed_at
        or is_reached
        or _CHANGED_LENGTH.match(reading.behind)
        or _is_limit(reading)
    ):
        return False
    return not is_stated_alone(reading) and (reading.segment.tag is None or bool(reading.before.strip()))


def _is_limit(reading: ReadAmount) -> bool:
    """Tell whether a length is a limit that is set or kept: 30日以内とする, 月12時間以下; not 14日以内に届け出る."""
    if reading.amount.comparator not in (Comparator.AT_MOST, Comparator.AT_LEAST):
        return False
    if not reading.behind.strip(" 。)"):
        return True
    is_alone_in_note = reading.before.endswith("(") and reading.behind.startswith(")")
    return is_alone_in_note or _LIMIT_KEPT.match(reading.behind) is not None
