"""A saved file is told apart by its name alone: what it holds, of which year, under which filter, and saved on which day."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Final

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.frame import filters
from dashboard.text import words

# What Windows allows in no name of a file, and blanks, which mails and links break at.
NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\s]+')
SECTIONS_NAMED: Final = 2
LONGEST_WORDS: Final = 20
ALL_YEARS: Final = "全年度"
# What is counted year by year says so in its title, and needs no year behind it.
SAYS_ITS_YEARS: Final = ("年度別", ALL_YEARS)


def today() -> date:
    """Return the day in Japan."""
    return (datetime.now(UTC) + words.JAPAN_AHEAD).date()


def file_name(kind: str, parts: Sequence[str], made_on: date, ending: str) -> str:
    """Return a name of a file from what it holds and what tells it apart.

    >>> file_name("担当課別の状況", ["R2", "目標4"], date(2026, 11, 24), "csv")
    '担当課別の状況_R2_目標4_20261124.csv'
    """
    return NOT_IN_NAMES.sub("_", "_".join([kind, *parts, f"{made_on:%Y%m%d}"])) + f".{ending}"


def page_file_name(kind: str, chosen: Filter | None, made_on: date, ending: str, *, of_year: bool = True) -> str:
    """Return the name of what is saved from a page; `chosen` is None for what no filter narrows.

    `of_year` is whether it is of the year in question, rather than of all years or of some that are chosen otherwise.
    """
    if chosen is None:
        return file_name(kind, [], made_on, ending)
    return file_name(kind, [*(year_parts(kind, chosen) if of_year else []), *narrowed(chosen)], made_on, ending)


def year_parts(kind: str, chosen: Filter) -> list[str]:
    """Return the year that a page's table is of: the last evaluated one up to the chosen, none where the title says it."""
    says_itself = any(said in kind for said in (*SAYS_ITS_YEARS, *filters.year_labels().values()))
    return [] if says_itself else [filters.year_label(filters.judged(chosen).year)]


def narrowed(chosen: Filter) -> list[str]:
    """Return what narrows the list, short enough for a name: ['主担当', '防災課', '目標4']."""
    others = len(chosen.departments) - SECTIONS_NAMED
    return [
        *([words.LEADS[chosen.lead]] if chosen.lead is not None else []),
        *chosen.departments[:SECTIONS_NAMED],
        *([f"ほか{others}課"] if others > 0 else []),
        *([scope_name(chosen.scope)] if chosen.scope else []),
        *(["ことば" + "・".join(chosen.words)[:LONGEST_WORDS]] if chosen.words else []),
    ]


def scope_name(code: str) -> str:
    """Return a goal's, policy's or program's code with what it is a code of: '目標4', '施策4-②'; bare where none is."""
    programs = queries.frame("programs")
    level = next((level for column, level in words.CODES.items() if code in set(programs[column].astype(str))), "")
    return f"{level}{code}"
