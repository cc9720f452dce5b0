"""What a page says in one cell as '✕15 ↻8 / 117', a saved table holds as numbers, each in a cell of its own, one row a year.

A spreadsheet can't add up words, and makes a date of '2 / 2'. Totals are left out where a reader would add them in again.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from dashboard.drawing import standing_tables, tables
from dashboard.facts import tree
from dashboard.facts.sections import Stands, years_of
from dashboard.facts.series import Point, Series
from dashboard.facts.standing import ABSENT, UNDONE, Standing
from dashboard.facts.tree import Node
from dashboard.saying import point_words
from dashboard.text import words

TableRow = dict[Hashable, Any]
JUDGED: Final = "判定した件数"
SHARE: Final = f"{UNDONE}の割合（1＝100%）"
TARGETS: Final = {"targets_judged": "判定した数値目標", "targets_met": "達成した数値目標"}
SHARE_DECIMALS: Final = 4


def statuses(counts: pd.DataFrame, label: str, heading: str) -> pd.DataFrame:
    """Return counts of every status, and of the numeric targets, with the row's label in front."""
    return tables.status_counts(counts, label, heading).assign(**{said: counts[name] for name, said in TARGETS.items()})


def sections(stands: Stands, labels: Mapping[int, str], names: Sequence[str], tells_leads: bool) -> pd.DataFrame:
    """Return one row a section and year of what `facts.sections.read` returns, the latest year first.

    Where the plan tells leads from others, what is judged and left undone is counted for each role as well.
    """
    rows: list[TableRow] = []
    for name in names:
        years = years_of(stands, name)
        roles = {role: years_of(stands, name, is_lead) for is_lead, role in words.LEADS.items() if tells_leads}
        for year, label in standing_tables.newest_first(labels).items():
            rows.append({"担当課": name, "年度": label, **_counts(years.get(year, ABSENT))})
            for role, own in roles.items():
                there = own.get(year, ABSENT)
                rows[-1] |= {f"{role}の{JUDGED}": there.judged, f"{role}の{UNDONE}": there.undone}
            rows[-1] |= _targets(years.get(year, ABSENT))
    return pd.DataFrame(rows)


def nodes(found: Iterable[Node], labels: Mapping[int, str]) -> pd.DataFrame:
    """Return one row a part of the plan and year, the latest year first; an initiative says what became of it instead."""
    rows: list[TableRow] = []
    for node in found:
        is_leaf = node.level == tree.INITIATIVE
        for year, label in standing_tables.newest_first(labels).items():
            there = node.at(year)
            counts = _counts(there) | _targets(there)
            rows.append(
                {"段階": node.level, "番号": node.code, "含まれる事業": node.title, "担当課": node.department, "年度": label}
                | {"状況": node.cells.get(year, "") if is_leaf else ""}
                | (dict.fromkeys(counts) if is_leaf else counts)
            )
    shown = pd.DataFrame(rows)
    return shown.drop(columns=[name for name in ("担当課", "状況") if name in shown and (shown[name] == "").all()])


def indicator_years(every: Iterable[Series]) -> pd.DataFrame:
    """Return one row an indicator and year, each number apart from its unit, with the words that it was read from."""
    return pd.DataFrame([_indicator_year(one, point) for one in every for point in one.points])


def _counts(there: Standing) -> TableRow:
    return {
        "実施事業": there.initiatives,
        JUDGED: there.judged,
        words.STATUSES["unmet"].label: there.unmet,
        words.CARRIED_OVER.label: there.carried_over,
        UNDONE: there.undone,
        SHARE: None if there.share is None else round(there.share, SHARE_DECIMALS),
        "判定外": there.unjudged,
    }


def _targets(there: Standing) -> TableRow:
    return {said: getattr(there, name) for name, said in TARGETS.items()}


def _indicator_year(one: Series, point: Point) -> TableRow:
    return {
        "番号": one.number,
        "指標": one.name,
        "単位": one.unit or "",
        "担当課": one.department,
        "年度": point.label,
        "目標": point.target,
        "当初の目標": point.first_target,
        "実績": point.result,
        "達成率（1＝100%）": None if point.attainment is None else words.rounded(point.attainment, SHARE_DECIMALS),
        "現状からの進み（1＝100%）": None if point.progress is None else words.rounded(point.progress, SHARE_DECIMALS),
        "判定": point_words.judgement(point),
        "目標の出典": point_words.source(point.target_words),
        "実績の出典": point_words.source(point.result_words),
    }
