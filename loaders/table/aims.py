"""Where a city calls the column of 現状及び事業目標 by words of its own, the cells tell: before the years, they state and aim.

策定時の姿とねらうところ is no heading that a list could hold; 平成28年度末は48橋である。令和3年度末までに…を目指す。 is plain,
and so are 48橋 → 60橋, H28：48橋 R3：60橋 and 現状48橋.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from loaders.model import Finding, FindingKind, Kind, Place, Severity
from loaders.prose.eras import without_fiscal_year
from loaders.table.printed import Heading, PrintedRow

# Names and remarks are shorter than what states and aims.
_LEAST_LENGTH: Final = 15
_MOST: Final = 0.5
_STATES_OR_AIMS: Final = re.compile(
    r"(?:現在|現状|年度?末|年度(?:は|の|には|に)|当時|している|しており|となって|である|にとどま|課題|目指|目標|とする|図る|まで)"
)
_DISTINCT: Final = 0.8
# Terse cells: a number that a mark says is of now, of the end, or on its way from the one to the other.
_MARKED: Final = re.compile(r"現[状在況]|当初|基準|目標|最終|→|⇒|➡")
_DIGIT: Final = re.compile(r"\d")
# What a project costs, and when it runs, also stands beside a year; it is no state and no aim.
_NO_AIM: Final = re.compile(r"費|額|予算|財源|期間|年度$|スケジュール|番号|頁|ページ")


def with_state_and_aim(rows: Sequence[PrintedRow], heading: Heading) -> tuple[list[PrintedRow], Heading, list[Finding]]:
    """Return rows and heading with an unread column before the years as 現状及び事業目標, where its cells state and aim.

    A table that has such a column keeps it, and all stay as they are where no column's cells say so. What was taken so is
    told by a finding.
    """
    at = None if Place(Kind.BASELINE_GOAL, None) in heading.columns else _column(rows, heading)
    if at is None:
        return list(rows), heading, []
    columns = (*heading.columns[:at], Place(Kind.BASELINE_GOAL, None), *heading.columns[at + 1 :])
    word = heading.words[at].strip()
    message = f"見出し「{word}」の欄は、文が現状と目標を述べているため、現状及び事業目標の欄とみて読みました。"
    finding = Finding(FindingKind.HEADING_GUESSED, Severity.WARNING, message, word)
    told = replace(heading, columns=columns)
    return [row._replace(heading=replace(row.heading, columns=columns)) for row in rows], told, [finding]


def _column(rows: Sequence[PrintedRow], heading: Heading) -> int | None:
    """Return the last unread column before the years whose cells state and aim."""
    first = next((at for at, column in enumerate(heading.columns) if isinstance(column, Place)), 0)
    unread = [
        at
        for at in range(first)
        if heading.columns[at] is None and heading.words[at].strip() and not _NO_AIM.search(heading.words[at].strip())
    ]
    return next((at for at in reversed(unread) if _state_and_aim([row.cells[at] for row in rows if at < len(row.cells)])), None)


def _state_and_aim(texts: Sequence[str]) -> bool:
    """Return whether most cells of a column say, each for itself, how things stand or shall be."""
    filled = [text.strip() for text in texts if text.strip()]
    telling = [text for text in filled if (len(text) >= _LEAST_LENGTH and _STATES_OR_AIMS.search(text)) or _is_terse(text)]
    return len(telling) > len(texts) * _MOST and len(set(telling)) >= len(telling) * _DISTINCT


def _is_terse(text: str) -> bool:
    """Return whether a short cell is a number of a year, of now or of the end; the year itself is no number."""
    bare = without_fiscal_year(text)
    return bool(_DIGIT.search(bare) and (bare != text or _MARKED.search(bare)))
