"""Beside the need that is expected (量の見込み) may stand what shall be provided for it (確保方策): a plan of its own.

What came of the year answers the need. The other is told apart by its words, which are no plain 計画 or 目標: an indicator
beside the first, with targets that nothing answers.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.looks import Evidence
from loaders.mapping.model.mapping import ColumnUse, Use
from loaders.mapping.words.formula_marks import joined_marks, mark_of, unmarked
from loaders.mapping.words.heading_senses import is_label
from loaders.mapping.words.heading_years import without_year
from loaders.mapping.words.row_kinds import OTHER_HALF, kind_of
from loaders.mapping.words.unknown_headings import likeliest, likely_uses
from loaders.patterns import Pattern
from loaders.table.heading_words import EXPECTED

# How likely like headings must make a word a plan beside one that is told, and a need that is expected one.
_LIKELY, _LIKELY_NEED = 0.3, 0.5


def second_plans(kinds: Mapping[str, Use], words: Iterable[str]) -> frozenset[str]:
    """Return the words beside rows that are plans of their own: no kind is known of them, and a plan and its result are told.

    >>> second_plans({"量の見込み": Use.TARGET, "実績": Use.RESULT}, ["量の見込み", "確保方策", "うち県外", "実績"])
    frozenset({'確保方策'})
    """
    if not set(OTHER_HALF) <= set(kinds.values()):
        return frozenset()
    told = list(dict.fromkeys(filter(None, map(str.strip, words))))
    marked = unmarked(told)
    return frozenset(word for word in told if word not in kinds and _is_likely(marked.get(word, word)))


def need_aside(kinds: Mapping[str, Use], asides: Collection[str], words: Iterable[str]) -> tuple[str, str] | None:
    """Return the expected need beside rows and the plan that their result answers in its stead, None where it answers the need.

    So it is where the plan is called a goal, or the result is held against it: ④差（③－②） below ②確保方策 and ③実績.

    >>> kinds = {"①量の見込み": Use.TARGET, "③実績": Use.RESULT, "④差（③－②）": Use.RATE}
    >>> need_aside(kinds, ["②確保方策"], ["④差（③－②）"])
    ('①量の見込み', '②確保方策')
    >>> need_aside(kinds, ["②確保方策"], []), need_aside(kinds, ["②確保方策（目標事業量）"], ["③－①"])
    (None, None)
    """
    needs = [word for word, kind in kinds.items() if kind is Use.TARGET and _EXPECTED.search(word)]
    results = [word for word, kind in kinds.items() if kind is Use.RESULT]
    if not len(needs) == len(results) == 1:
        return None
    held = [marks for word in words if (marks := joined_marks(word)) and mark_of(results[0]) in marks]
    if any(mark_of(needs[0]) in marks for marks in held):
        return None
    goals = [word for word in asides if _GOAL in word or any(mark_of(word) in marks for marks in held)]
    return (needs[0], goals[0]) if len(goals) == 1 else None


_EXPECTED = Pattern(EXPECTED)
_GOAL = "目標"


def are_plans_alone(names: Iterable[tuple[str, Use | None]]) -> bool:
    """Return whether rows are called by what is expected and none by what was planned or has come of it: 量の見込み, 確保方策.

    `names` are the rows' without the kinds that they end in, and those kinds; a name of its own may be of results.

    >>> are_plans_alone([("", Use.FORECAST), ("確保方策", None)]), are_plans_alone([("人口", Use.FORECAST), ("人口", None)])
    (True, False)
    """
    kinds = {kind for base, kind in names if not base or kind is not Use.FORECAST}
    return Use.FORECAST in kinds and kinds.isdisjoint(OTHER_HALF)


def is_plan(name: str, kind: Use | None) -> bool:
    """Return whether a row among those of plans alone is one: it says what is expected, or headings like it are of plans.

    >>> is_plan("量の見込み", Use.FORECAST), is_plan("確保方策", None), is_plan("利用者", None)
    (True, True, False)
    """
    return kind is Use.FORECAST or (kind is None and _is_likely(name))


def _is_likely(word: str) -> bool:
    return likeliest(without_year(word), [Use.TARGET], _LIKELY) is Use.TARGET


def with_second_plans(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns, plans beside an expected need of the same year as an indicator of their own, by their own words."""
    needs = [c for c in columns if _is_need(c, seen[c.column])]
    years = {c.year for c in needs}
    if len(years) < len(needs):
        return list(columns)
    rivals = {c.column: word for c in columns if c.year in years and (word := _own_plan(c, seen[c.column], needs))}
    words = list(dict.fromkeys(rivals.values()))
    if len(words) == 1 and all(_GOAL in seen[at].path[-1] for at in rivals):
        # What is called a goal is what the result answers, and the need is the plan of its own.
        rivals = {c.column: _lowest_words(seen[c.column]) for c in needs}
        words = list(dict.fromkeys(rivals.values()))
    reason = "見込んだ量の列がその年度にあり、別の計画の値とみました"
    settled = [
        replace(c, indicator=1 + words.index(word), measure=word, reason=f"見出し「{c.heading}」のほかに、{reason}")
        if word
        else c
        for c in columns
        for word in [rivals.get(c.column, "")]
    ]
    return [replace(c, use=Use.TARGET) if rivals and c in needs else c for c in settled]


def _lowest_words(seen: Seen) -> str:
    return next(filter(None, map(without_year, reversed(seen.path))), "")


def _is_need(column: ColumnUse, seen: Seen) -> bool:
    """Return whether a column's lowest words say what is expected to be needed, and no result that is being counted."""
    word = _lowest_words(seen)
    is_expected = column.use in (Use.FORECAST, Use.TARGET) and kind_of(word) is Use.FORECAST
    return is_expected and likely_uses(word, Evidence(0)).get(Use.TARGET, 0.0) > _LIKELY_NEED


def _own_plan(column: ColumnUse, seen: Seen, needs: Collection[ColumnUse]) -> str:
    """Return the words of a plan of values that are no plain word for one, '' for any other column."""
    word = _lowest_words(seen)
    is_plan = column.use is Use.TARGET and column not in needs and seen.evidence.values >= 0.5
    return word if is_plan and not is_label(word) else ""
