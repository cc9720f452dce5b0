"""A full date is a day of the calendar by an era or a western year: 令和2年3月31日, R2.3.31; 平成30年度末 is its last day.

In goes a text, out come the dates that it names with the offsets of their words, and the fiscal year in which a day falls.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from loaders.patterns import Pattern
from loaders.prose.eras import ONE_YEAR, western_year
from loaders.prose.widths import narrow

_MONTH_DAY = (
    r"(?:\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2}|末)\s?日?"
    r"|(?P<sign>[./])(?P<month_>\d{1,2})(?P=sign)(?P<day_>\d{1,2}))(?!\d)"
)
_FISCAL_YEAR_END = r"\s?(?P<fiscal>年度末)日?"
_DATE = Pattern(f"{ONE_YEAR}(?:{_MONTH_DAY}|{_FISCAL_YEAR_END})")


@dataclass(frozen=True)
class DateMention:
    """A full date in a text, and the offsets of its words."""

    start: int
    end: int
    day: date


def parse_date(text: str) -> date | None:
    """Return the first full date that `text` names, else None.

    >>> parse_date("令和2年3月31日現在"), parse_date("R2.3.31時点")
    (datetime.date(2020, 3, 31), datetime.date(2020, 3, 31))
    """
    return next((mention.day for mention in find_dates(text)), None)


def find_dates(text: str) -> Iterator[DateMention]:
    """Yield the full dates in `text` in order, 平成30年度末 as its last day; what is no day of the calendar is left out."""
    for match in _DATE.finditer(narrow(text)):
        if match["fiscal"]:
            yield DateMention(match.start(), match.end(), date(western_year(match) + 1, 3, 31))
            continue
        day = _calendar_day(western_year(match), match["month"] or match["month_"], match["day"] or match["day_"])
        if day is not None:
            yield DateMention(match.start(), match.end(), day)


def fiscal_year(day: date) -> int:
    """Return the fiscal year in which `day` falls.

    >>> fiscal_year(date(2020, 3, 31)), fiscal_year(date(2020, 4, 1))
    (2019, 2020)
    """
    return day.year if day.month >= 4 else day.year - 1


def _calendar_day(year: int, month: str, day: str) -> date | None:
    try:
        if day == "末":
            following_month = date(year, int(month), 28) + timedelta(days=4)
            return following_month - timedelta(days=following_month.day)
        return date(year, int(month), int(day))
    except ValueError:
        return None
