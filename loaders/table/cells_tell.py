"""Where a city calls a column by words of its own, the cells before the years tell what it holds.

策定時の姿とねらうところ is no heading that a list could hold; 平成28年度末は48橋である。令和3年度末までに…を目指す。 is plain,
and so are 48橋 → 60橋, H28：48橋 R3：60橋 and 現状48橋. 受け持ち above 建設課 and 農林課 is the section.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from loaders.model import Finding, FindingKind, Kind, Place, Severity
from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS
from loaders.prose.eras import without_fiscal_year
from loaders.table.departments import is_section
from loaders.table.heading_words import Field, Meaning
from loaders.table.printed import Heading, PrintedRow

BASELINE_GOAL: Final = Place(Kind.BASELINE_GOAL, None)
# Names and remarks are shorter than what states and aims.
_LEAST_LENGTH: Final = 15
_MOST: Final = 0.5
_STATES_OR_AIMS: Final = Pattern(
    r"(?:現在|現状|年度?末|年度(?:は|の|には|に)|当時|している|しており|となって|である|にとどま|課題|目指|目標|とする|図る|まで)"
)
_DISTINCT: Final = 0.8
# Terse cells: a number that a mark says is of now, of the end, or on its way from the one to the other.
_MARKED: Final = Pattern(rf"現[状在況]|当初|基準|目標|最終|[{ARROWS}]")
_DIGIT: Final = Pattern(r"\d")
# What a project costs, and when it runs, also stands beside a year; it is no state and no aim.
_NO_AIM: Final = Pattern(r"費|額|予算|財源|期間|年度$|スケジュール|番号|頁|ページ")


def with_columns_told_by_cells(rows: Sequence[PrintedRow], heading: Heading) -> tuple[list[PrintedRow], Heading, list[Finding]]:
    """Return rows and heading with unread columns before the years as what their cells say that they hold.

    A table that has such a column keeps it, and all stay as they are where no column's cells say so. What was taken so is
    told by findings.
    """
    columns, findings = list(heading.columns), []
    # An indicator may stand in one column with its state and aim: 移住相談件数(件) 基準値(H28) 42 目標値(R3) 120.
    named_as_well: dict[Meaning, Meaning] = {BASELINE_GOAL: Field.MEASURE}
    for meaning, is_told, said in _TOLD:
        at = None if meaning in columns else _column(rows, heading.words, columns, is_told, named_as_well.get(meaning))
        if at is None:
            continue
        columns[at] = meaning
        word = heading.words[at].strip()
        findings.append(
            Finding(FindingKind.HEADING_GUESSED, Severity.WARNING, f"見出し「{word}」の欄は、{said}読みました。", word)
        )
    if not findings:
        return list(rows), heading, []
    told = replace(heading, columns=tuple(columns))
    return [row._replace(heading=replace(row.heading, columns=told.columns)) for row in rows], told, findings


def _column(
    rows: Sequence[PrintedRow],
    words: Sequence[str],
    columns: Sequence[Meaning],
    is_told: Callable[[Sequence[str]], bool],
    also: Meaning = None,
) -> int | None:
    """Return the last column before the years, of those unread or taken for `also`, whose cells tell what it holds."""
    first = next((at for at, column in enumerate(columns) if isinstance(column, Place)), 0)
    unread = [at for at in range(first) if columns[at] in (None, also) and may_state_and_aim(words[at])]
    return next((at for at in reversed(unread) if is_told([row.cells[at] for row in rows if at < len(row.cells)])), None)


def _state_and_aim(texts: Sequence[str]) -> bool:
    """Return whether most cells of a column say, each for itself, how things stand or shall be."""
    telling = [text.strip() for text in texts if states_or_aims(text)]
    return len(telling) > len(texts) * _MOST and len(set(telling)) >= len(telling) * _DISTINCT


def may_state_and_aim(heading: str) -> bool:
    """Return whether a column so headed may tell a state and an aim: not what a project costs, nor when it runs."""
    return bool(heading.strip()) and not _NO_AIM.search(heading.strip())


def states_or_aims(text: str) -> bool:
    """Return whether a cell says how things stand or what they shall come to, in a sentence or by a number so marked.

    >>> [states_or_aims(text) for text in ("H28末14,820 R10末11,500以下", "89.4 → 93.0", "啓発用品の配布", "１号 認定")]
    [True, True, False, False]
    """
    text = text.strip()
    return (bool(text) and (len(text) >= _LEAST_LENGTH and _STATES_OR_AIMS.search(text) is not None)) or _is_terse(text)


def _is_terse(text: str) -> bool:
    """Return whether a short cell is a number of a year, of now or of the end; the year itself is no number."""
    whole, bare = "".join(unicodedata.normalize("NFKC", text).split()), without_fiscal_year(text)
    return bool(_DIGIT.search(bare) and (bare != whole or _MARKED.search(bare)))


def _are_sections(texts: Sequence[str]) -> bool:
    """Return whether most cells name a section of a city hall, or several."""
    return sum(map(is_section, texts)) > len(texts) * _MOST


# What a column holds, whether its cells say so, and how that is told.
_TOLD: Final[tuple[tuple[Meaning, Callable[[Sequence[str]], bool], str], ...]] = (
    (
        BASELINE_GOAL,
        _state_and_aim,
        "文が現状と目標を述べているため、現状及び事業目標の欄とみて",
    ),
    (Field.DEPARTMENT, _are_sections, "課や係の名前が並んでいるため、担当課の欄とみて"),
)
