"""Every digit of a cell is accounted for: in an amount, in words that measure nothing, or reported as unread."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.model import Comparator, Kind
from loaders.numbers.amounts import Amount, read_amounts
from loaders.numbers.labels import Segment, roles, segments
from loaders.numbers.numerals import numeral_at, run_end
from loaders.numbers.other_numbers import OtherNumber, find_other_numbers
from loaders.numbers.units import counter, usual_unit

_DIGIT = re.compile(r"\d")
NUMBER_SIGN = re.compile(r"[\d〇一二三四五六七八九十百千]")
_COUNT_NOUN = re.compile(r"(?:数|率|額|量|値|計|目標|実績|[人個]数) ?:?[はが]? ?$|: ?$")
_LENGTH_NOUN = re.compile(r"(?:日数|時間数?|期間) ?:?[はがをも]? ?$|平均 ?$|: ?$")
_BEHIND_DATE = re.compile(r"(?:現在|時点|末|中|以降|まで|より|から)*(?:における|に|の|は|、)? ?")
# 240時間の削減, 15分から6分に短縮し, 25分を15分以内にする: lengths that the work is about.
_LENGTHS = r"(?:時間|分間?|秒|日間?|週間|[かカヶヵ箇]月間?)"
_CHANGED_LENGTH = re.compile(
    rf"(?:を|の)?(?:削減|短縮|節減|縮減)|(?:から|を)約?[\d,.]+{_LENGTHS}(?:以内|以下|未満|程度)?(?:に|へ)"
    r"|(?:に|へ|まで)(?:短縮|削減|縮減|縮め|縮ま|改善|増や|減ら)"
)
# 集団検診15日、個別検診 …: a noun with its days.
_COUNTED_NOUN = re.compile(r"[一-龥々ァ-ヶー]$")
_LISTED = re.compile(r"[、。(]|$")
# 日曜健診を2日設ける: days that are held are counted.
_DAYS_HELD = re.compile(r"設け|開[設庁]")
_LIMIT_KEPT = re.compile(
    r"(?:と|に)(?:する|し|なる|なっ|抑え|収め|とどめ|縮め)|[のを](?:[一-龥]{1,6}[をの])?(?:徹底|目指|達成|維持|実現|目標)"
)
# What a share is of: another time's figure. What is said of others' figures is none of the plan's own, unless it aims there.
_RATIOS = frozenset({"%", "割", "倍"})
_OTHER_TIME = re.compile(
    r"(?:(?:一?昨年|前年|前々年)度?(?:同期|同月|実績)?|例年|平年|(?:コロナ禍?|感染症?拡大|流行|震災|災害|被災)(?:以)?前|ピーク時?|(?:当初)?(?:見込み?|想定|予想|予算))"
    r"(?:の|比で?|と比べ)[、: ]*$|(?:目標|計画|予算)比[: ]?$"
)
_OTHER_YEAR = re.compile(r"年度?(?:同期|同月)?の$")
_PORTION = re.compile(r"に(?:当た|あた|相当)")  # 全体の6割に当たる24件
_LEVEL = re.compile(r"の水準|程度|まで(?:回復|戻)|に(?:回復|戻|とどま|減|落)")
_SIGNS = "+▲△-−"
_LEFT_BEHIND = re.compile(r"(?:から|より|を(?:上回|下回|超え|維持)|以上|増|減)")
_ELSEWHERE = re.compile(
    r"(?:全国|[都道府県国]内?|類似団体|同規模(?:団体|自治体))の?平均(?:値|点)?[はがの(: ]*$"
    r"|(?<!評価)(?:基準|要件)(?:の|である)$"
)
_HAD_BEEN_PLANNED = re.compile(r"(?:予定|計画)して(?:い)?た(?:残りの?|うちの?)?$")
# 申込みは1件もなかった counts none.
_NOT_EVEN = re.compile(r"も[^。、]{0,14}(?:な(?:い|かっ|く|し)|ず|ませ)")
_AIMED = re.compile(r"[^。、\d]{0,8}(?:目標|目指|以上|まで|に(?:引き|近づ|する))")
_NOTE_BEHIND = re.compile(r"\s*(?:[(][^()]*[)]\s*)*(?:\s[SA-E])?\s*(?:※.*)?$")
_LEADING = re.compile(r"\s*(?P<number>\d[\d,]*(?:\.\d+)?)(?=\s|[(※。]|$)")
_COUNTED = re.compile(r"[一-龥々ァ-ヶー][)]?[はがも]?[:：]? ?$")
_ENDS_WHOLE = re.compile(r"[\s、。()※【]|と、|$")
_ENDS = re.compile(r"[\s、。()（）,・※【]|$")

# Words with digits that a noun holds (環境白書2017); the noun behind any other kind begins after it (平成30年度ICT研修).
_KINDS_IN_NOUNS = frozenset({"western_year", "name", "name_ahead", "place_in_order", "ordinal", "school_year", "reference"})


@dataclass(frozen=True)
class Reading:
    """An amount in its text.

    `words_from` is where the words that belong to it begin; `position` and `size` are its place in a pair and 2, or 0 and 1.
    `group_end` is where the pair ends. `heading` is the label that the heading of the cell's own column is to it.
    `is_in_unit_of_row`: it is a bare number of a table with a 単位 column, in that unit.
    """

    text: str
    amount: Amount
    segment: Segment
    words_from: int
    position: int
    size: int
    group_start: int
    group_end: int
    heading: str = ""
    is_in_unit_of_row: bool = False

    @property
    def before(self) -> str:
        """The words between the number before it, or its label, and the amount; a pair has them in common."""
        return self.text[self.words_from : self.group_start]

    @property
    def behind(self) -> str:
        """The words from the amount to the next label."""
        return self.text[self.group_end : self.segment.end]

    @property
    def sentence_start(self) -> int:
        """Where its sentence, or the words that its label governs, begin."""
        return max(self.text.rfind("。", 0, self.amount.start) + 1, self.segment.start)

    @property
    def is_bare(self) -> bool:
        """Whether it is a number without a counter that begins its cell or follows its label, with a note at most behind it."""
        return self.amount.unit is None and (self.is_in_unit_of_row or (not self.before.strip() and _is_stated_alone(self)))

    @property
    def is_tagged(self) -> bool:
        """Whether a label stands before it with no 。 between them, or it stands inside the label."""
        tag = self.segment.tag
        return tag is not None and tag.is_printed and "。" not in self.text[self.segment.start : self.amount.start]


@dataclass(frozen=True)
class Scan:
    """All digits of a text: amounts, words that measure nothing, and the spans of what could not be read; each in order."""

    text: str
    readings: tuple[Reading, ...]
    others: tuple[OtherNumber, ...]
    unread: tuple[tuple[int, int], ...]


def scan(text: str, heading: str = "", *, has_unit: bool = False) -> Scan:
    """Return what the digits of a cell's text (narrowed) are.

    `heading` is the label of a column that states one thing. `has_unit`: the table has a 単位 column, so that a bare number at
    the beginning of a cell counts, whatever is told behind it (20,116 ※3月から休館).
    """
    readings: list[Reading] = []
    leading = _LEADING.match(text) if has_unit else None
    others = [other for other in find_other_numbers(text) if leading is None or other.start >= leading.end()]
    unread: list[tuple[int, int]] = []
    for segment in segments(text, others, heading):
        at = words_from = segment.start
        while match := NUMBER_SIGN.search(text, at, segment.end):
            at = match.start()
            other = _other_at(others, at)
            if other and not _is_count_after_all(other, text, segment, words_from):
                at = other.end
                words_from = _words_from(text, words_from, other)
                continue
            group = _group(text, at, words_from, segment, heading)
            if has_unit and group and _counts_in_unit_of_row(group[0], leading):
                group = [replace(reading, is_in_unit_of_row=True) for reading in group]
            if group and (group[0].is_in_unit_of_row or _is_quantity(group)):
                readings += group
                at = words_from = group[-1].group_end
                continue
            end = _end_of_number(text, at, group)
            if group and (kind := _description(group[0])):
                others.append(OtherNumber(kind, at, end))
                words_from = end
            elif _DIGIT.search(text, at, end):
                unread.append((at, end))
            at = end
    covered = [(reading.amount.start, reading.amount.end) for reading in readings]
    kept = [other for other in others if not any(other.start < end and start < other.end for start, end in covered)]
    return Scan(text, tuple(readings), tuple(sorted(kept, key=lambda other: other.start)), tuple(unread))


def is_left_over(reading: Reading) -> bool:
    """Tell whether a number was planned and is missing from one before it: 9園。開園を予定していた1園は翌年に延ばした."""
    unit = reading.amount.unit
    is_topic = reading.behind.startswith(("は", "が")) and _HAD_BEEN_PLANNED.search(reading.before) is not None
    if unit is None or not is_topic:
        return False
    return re.search(rf"\d{re.escape(unit)}", reading.text[: reading.sentence_start]) is not None


def _words_from(text: str, words_from: int, other: OtherNumber) -> int:
    """Return where the words of the next number begin: behind a date and its particle, unless it stands in a note."""
    is_in_note = text.count("(", words_from, other.start) > text.count(")", words_from, other.start)
    if other.kind in _KINDS_IN_NOUNS or is_in_note:
        return words_from
    match = _BEHIND_DATE.match(text, other.end)
    return match.end() if match else other.end


def _group(text: str, at: int, words_from: int, segment: Segment, heading: str) -> list[Reading]:
    amounts = read_amounts(text, at, words_from)
    return [
        Reading(text, amount, segment, words_from, position, len(amounts), amounts[0].start, amounts[-1].end, heading)
        for position, amount in enumerate(amounts)
    ]


def _end_of_number(text: str, at: int, group: Sequence[Reading]) -> int:
    numeral = numeral_at(text, at)
    return max(at + 1, group[-1].group_end if group else 0, numeral.end if numeral else run_end(text, at))


def _other_at(others: Sequence[OtherNumber], at: int) -> OtherNumber | None:
    return next((other for other in others if other.start <= at < other.end), None)


def _is_count_after_all(other: OtherNumber, text: str, segment: Segment, words_from: int) -> bool:
    """Tell whether a label makes a number of it: 3/4 behind 【結果/目標】 is no day, 2017 behind 【登録数】 is no year."""
    if segment.tag is None:
        return False
    if other.kind == "month_days":
        return len(roles(segment.tag.words, Kind.RESULT)) == 2 and text[other.start - 1] != "("
    is_bare_year = other.kind == "western_year" and text[other.start : other.end].isdecimal()
    before = text[words_from : other.start].strip() or segment.tag.words
    return is_bare_year and _COUNT_NOUN.search(before) is not None


def _is_quantity(group: Sequence[Reading]) -> bool:
    """Tell whether amounts count something: by a counter, as a pair or change, or behind a label or a noun of counting."""
    first = group[0]
    if first.amount.unit is not None:
        return not _description(first)
    if first.amount.change:
        return True
    is_labelled = first.segment.tag is not None
    if len(group) == 2:
        return is_labelled
    if not _ENDS.match(first.text, first.amount.end):
        return False
    if _COUNT_NOUN.search(first.before):
        return True
    return not first.before.strip() and (is_labelled or _is_stated_alone(first))


def _is_limit(reading: Reading) -> bool:
    """Tell whether a length is a limit that is set or kept: 30日以内とする, 日数の短縮(30日以内); not 14日以内に届け出る."""
    if reading.amount.comparator not in (Comparator.AT_MOST, Comparator.AT_LEAST):
        return False
    is_alone_in_note = reading.before.endswith("(") and reading.behind.startswith(")")
    return is_alone_in_note or _LIMIT_KEPT.match(reading.behind) is not None


def _counts_in_unit_of_row(reading: Reading, leading: re.Match[str] | None) -> bool:
    """Tell whether a bare number is in its row's unit: the first of its cell, or one behind what it counts (小学校40.2)."""
    if reading.amount.unit is not None:
        return False
    if leading is not None and reading.amount.start == leading.start("number"):
        return True
    is_in_brackets = reading.text.count("(", 0, reading.group_start) > reading.text.count(")", 0, reading.group_start)
    is_counted = _COUNTED.search(reading.before) and _ENDS_WHOLE.match(reading.text, reading.group_end)
    return is_counted is not None and not is_in_brackets


def _is_stated_alone(reading: Reading) -> bool:
    """Tell whether what a label governs, or else the cell, is the number alone, a note or grade at most behind it.

    18分, 128(規模を縮小して実施) and 112 A are; 3年 in 3年を目途に is not.
    """
    return not reading.text[reading.segment.start : reading.group_start].strip() and bool(_NOTE_BEHIND.match(reading.behind))


def _description(reading: Reading) -> str:
    """Return what an amount describes that is no figure of the plan, '' where it is one."""
    if _is_length(reading):
        return "length"
    if reading.amount.value == 1 and _NOT_EVEN.match(reading.behind):
        return "not_even_one"
    if _is_share_of_another_time(reading):
        return "share"
    return "elsewhere" if _ELSEWHERE.search(reading.before) and not _AIMED.match(reading.behind) else ""


def _is_share_of_another_time(reading: Reading) -> bool:
    """Tell whether an amount says how a figure compares with another time's: 9.7万泊(前年の53%), コロナ前の8割まで回復した.

    49.4%(前年の48.2%) states another year's rate.
    """
    amount = reading.amount
    words = reading.text[amount.start : amount.end]
    if usual_unit(amount.unit) not in _RATIOS or words[0] in _SIGNS:
        return False
    if _PORTION.match(reading.behind):
        return True
    is_level = _OTHER_YEAR.search(reading.text[: reading.group_start]) and _LEVEL.match(reading.behind)
    if not is_level and not _OTHER_TIME.search(reading.before):
        return False
    is_rate_beside = amount.unit != "倍" and reading.text[: reading.words_from].endswith(("%", "割"))
    return words.endswith(amount.unit or "") and not is_rate_beside and not _LEFT_BEHIND.match(reading.behind)


def _is_length(reading: Reading) -> bool:
    """Tell whether an amount is the length of something that the words describe (1日, 6時間程度) rather than a figure."""
    amount = reading.amount
    if amount.unit is None or not counter(amount.unit).is_duration:
        return False
    is_figure = amount.is_cumulative or amount.is_total or amount.change or _LENGTH_NOUN.search(reading.before)
    is_listed = _COUNTED_NOUN.search(reading.before) and _LISTED.match(reading.behind)
    if amount.unit in ("日", "時間") and is_listed:
        return False
    if amount.unit == "日" and _DAYS_HELD.match(reading.behind):
        return False
    if is_figure or _CHANGED_LENGTH.match(reading.behind) or _is_limit(reading):
        return False
    return not _is_stated_alone(reading) and (reading.segment.tag is None or bool(reading.before.strip()))
