"""Some amounts describe and are no figure of the plan: a length (1日研修), another time's share, a norm, what a sum is of."""

from dataclasses import dataclass
from typing import Final

from loaders.model import Comparator
from loaders.numbers.readings import ReadAmount, is_stated_alone
from loaders.numbers.units import counter, usual_unit
from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/descriptions.toml tells what each means, with examples."""

    length_noun: Pattern
    changed_length: Pattern
    took: Pattern
    became: Pattern
    days_held: Pattern
    limit_kept: Pattern
    other_time: Pattern
    other_year: Pattern
    level: Pattern
    portion: Pattern
    not_even_so_much: Pattern
    left_behind: Pattern
    elsewhere: Pattern
    norm_in_note: Pattern
    aimed: Pattern
    next_year_said: Pattern
    meant: Pattern
    not_even: Pattern
    criterion: Pattern
    summed: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
# Events are told in hours and days: what ends on minutes or seconds states them.
_OF_CLOCK = frozenset({"分", "秒"})
_WORKED_IN = frozenset({"時間", "分", "秒"})
LENGTHS_OF_TIME = _WORKED_IN | {"日", "日間", "分間", "週間"}
# 集団検診15日、個別検診 …: a noun with its days.
_COUNTED_NOUN = Pattern(r"[一-龥々ァ-ヶー]$")
_LISTED_UNITS = frozenset({"日", "時間"})
_LISTED = Pattern(r"[、。(]|$")
# 46.2分　当番班が減った: a cell that begins with a length states it.
_BEGINS_CELL = Pattern(r"\s|[。、(]|$")
# What a share is of: another time's figure.
_RATIOS = frozenset({"%", "割", "倍"})
# Of events the count is a figure too: 講座4回の合計で120人.
_HELD = frozenset({"回", "件"})
_PLUS_MINUS = "+▲△-−"


def description(reading: ReadAmount) -> str:
    """Return what an amount describes that is no figure of the plan, '' where it is one."""
    if _is_length(reading):
        return "length"
    if reading.amount.value == 1 and _SIGNS.not_even.match(reading.behind):
        return "not_even_one"
    if _is_share_of_another_time(reading):
        return "share"
    if _is_of_next_year(reading):
        return "next_year"
    if _SIGNS.norm_in_note.search(reading.before) and reading.behind.startswith(")"):
        return "norm"
    if _SIGNS.criterion.match(reading.behind):
        return "criterion"
    if reading.amount.unit not in _HELD and _SIGNS.summed.match(reading.behind.partition("。")[0]):
        return "summed"
    return "elsewhere" if _SIGNS.elsewhere.search(reading.before) and not _SIGNS.aimed.match(reading.behind) else ""


def _is_of_next_year(reading: ReadAmount) -> bool:
    """Tell whether an amount is what the next year shall bring: 次年度は12回の開催を予定している; not 次年度に3件を回した."""
    sentence = reading.text[reading.sentence_start :].partition("。")[0]
    before = reading.text[reading.sentence_start : reading.group_start]
    return _SIGNS.next_year_said.search(before) is not None and _SIGNS.meant.search(sentence.rstrip(" )")) is not None


def _is_share_of_another_time(reading: ReadAmount) -> bool:
    """Tell whether an amount says how a figure compares with another time's: 9.7万泊(前年の53%), コロナ前の8割まで回復した.

    49.4%(前年の48.2%) states another year's rate.
    """
    amount = reading.amount
    words = reading.text[amount.start : amount.end]
    if usual_unit(amount.unit) not in _RATIOS or words[0] in _PLUS_MINUS:
        return False
    if _SIGNS.portion.match(reading.behind) or (amount.unit == "割" and _SIGNS.not_even_so_much.match(reading.behind)):
        return True
    is_level = _SIGNS.other_year.search(reading.text[: reading.group_start]) and _SIGNS.level.match(reading.behind)
    if not is_level and not _SIGNS.other_time.search(reading.before):
        return False
    is_rate_beside = amount.unit != "倍" and reading.text[: reading.words_from].endswith(("%", "割"))
    return words.endswith(amount.unit or "") and not is_rate_beside and not _SIGNS.left_behind.match(reading.behind)


def _is_length(reading: ReadAmount) -> bool:
    """Tell whether an amount is the length of something that the words describe (1日, 6時間程度) rather than a figure."""
    amount = reading.amount
    if amount.unit is None or not counter(amount.unit).is_duration:
        return False
    is_figure = amount.is_cumulative or amount.is_total or amount.change or _SIGNS.length_noun.search(reading.before)
    is_listed = amount.unit in _LISTED_UNITS and _COUNTED_NOUN.search(reading.before) and _LISTED.match(reading.behind)
    is_held = amount.unit == "日" and _SIGNS.days_held.match(reading.behind)
    is_reached = amount.unit in _WORKED_IN and _SIGNS.became.match(reading.behind)
    is_at_beginning = not reading.text[: reading.group_start].strip() and _BEGINS_CELL.match(reading.behind) is not None
    is_at_end = amount.unit in _OF_CLOCK and not reading.behind.strip(" 。)")
    is_aimed_at = reading.before.endswith(("目標の", "目標は", *ARROWS, *(f"{arrow} " for arrow in ARROWS)))
    is_taken = amount.unit in _WORKED_IN and _SIGNS.took.match(reading.behind)
    if (
        is_figure
        or is_listed
        or is_held
        or is_taken
        or is_at_beginning
        or is_at_end
        or is_aimed_at
        or is_reached
        or _SIGNS.changed_length.match(reading.behind)
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
    return is_alone_in_note or _SIGNS.limit_kept.match(reading.behind) is not None
