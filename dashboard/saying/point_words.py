"""A year of an indicator in words, wherever it is told: how it was judged and why, and which words a number was read from."""

from typing import Final

from dashboard.facts.series import Point, Words
from dashboard.text import words

SET_ASIDE: Final = "集計から除外"
# What a result is held against: the year's target, and the way to it from where the plan began.
RATIOS: Final = ("達成率", "現状からの進み")


def judgement(point: Point | None) -> str:
    """Return the band of a year as code, sign and word, with the outside cause that the text names."""
    cause = f"（外的要因：{words.reason_text(point.reason)}）" if point is not None and point.is_outside else ""
    return f"{band(point)}{cause}"


def band(point: Point | None) -> str:
    """Return the band of a year as sign, code and word; what became of its target where it has none."""
    if point is None or point.band is None:
        return words.NOT_JUDGED.text if point is None else point.verdict.text
    return point.band.text


def reason(point: Point | None) -> str:
    """Return why a target was not reached, '' where it was; one without a result has the reason of its unmet initiative."""
    if point is None or point.target is None:
        return ""
    is_hidden_miss = point.result is None and point.status == "unmet"
    if point.is_met is not False and not is_hidden_miss:
        return ""
    return words.reason_text(point.reason) + ("（外的要因）" if point.reason in words.OUTSIDE_CAUSES else "")


def counted(said: str, point: Point | None, without_outside: bool) -> str:
    """Return what is said of a year, marked where it is left out of the count for an outside cause."""
    return f"{SET_ASIDE}　{said}" if without_outside and point is not None and point.is_outside else said


def source(read: Words | None) -> str:
    """Return the words of a number with the heading they are printed under: 'H30の評価「10,249人/10,000人」'."""
    return words.NOTHING if read is None else f"{words.place_text(read.kind, read.label)}「{read.quote.strip()}」"
