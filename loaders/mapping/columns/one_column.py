"""A column is for what its heading says and its cells allow: 評価 over letters is a grade, over sentences an evaluation.

Each use is scored, the heading's weight times how well the cells fit; the best is taken, and its lead over the next is how sure
that is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.mapping.cells.fitting import fit
from loaders.mapping.cells.pairs import order_in
from loaders.mapping.cells.row_years import next_year
from loaders.mapping.layout.heading_paths import joined
from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import IN_DOUBT, SUREST
from loaders.mapping.model.looks import Evidence
from loaders.mapping.model.mapping import USE_WORDS, VALUED, YEARLY, ColumnUse, Use
from loaders.mapping.words.goal_editions import is_edition
from loaders.mapping.words.heading_senses import (
    heads_anything,
    is_cued,
    is_heading_word,
    is_label,
    is_year_heading,
    likeliest_sense,
    senses,
)
from loaders.mapping.words.heading_years import OF_A_VALUE, names_range, year_in, year_of_plan
from loaders.mapping.words.periods import is_part_of_year, is_period
from loaders.mapping.words.unknown_headings import likely_uses
from loaders.patterns import Pattern

# The share of cells that hold a target and a result, from which on all of a column do.
_PAIRS = 0.6
# Below the first a cue is no more than a hint, and like headings are asked; below the second it says nothing.
_KNOWN, _LEAST = 0.9, 0.3
# How likely like headings must make a use, and how sure one is that they make certain.
_LIKELY, _LIKENED = 0.3, 0.75
# The share of cells that state or aim, from which on a heading that is not known may be of both.
_AIMED = 0.5
_OF_A_YEAR = VALUED | YEARLY | {Use.UNREAD}
# A heading above others speaks for its columns less than the one right over them.
_ABOVE = 0.4
# What a year of a value is called by: 基準年度, 目標年度.
_OF_A_VALUE = Pattern(f"{OF_A_VALUE}|中間|評価|実績|測定|把握")
_GOALS = frozenset({Use.TARGET, Use.FINAL_GOAL})
_ENDS = frozenset({Use.BASELINE, Use.CURRENT, Use.FINAL_GOAL})
# A heading of years: 年度, 基準年度, 目標年次; the other headings of a year name one.
_IS_YEAR = Pattern(r"^[^0-9０-９元]*(?:年度|年次|年|年月日?)$")


def classify(seen: Seen) -> ColumnUse:
    """Return what a column alone is for, without what its neighbours say."""
    if any(map(is_part_of_year, seen.path)):
        return ColumnUse(seen.column, joined(seen.path), Use.UNREAD, reason="年度の一部の値で、その年度の値ではないため")
    if pair := _pair(seen):
        return pair
    scores = _scores(seen)
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    use, best = ranked[0] if ranked else (Use.UNREAD, 0.0)
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    heading = joined(seen.path)
    if best < _KNOWN and (likened := _likened(seen, use)):
        return likened
    if best < _LEAST:
        return ColumnUse(seen.column, heading, Use.UNREAD, _year(seen.path), reason=_unknown(heading), confidence=0.5)
    year = _year(seen.path) if use in VALUED | YEARLY else None
    confidence = round(min(SUREST, 0.5 + best * 0.25 + (best - second) * 0.4), 2)
    return ColumnUse(seen.column, heading, use, year, reason=_reason(seen, use, heading), confidence=confidence)


def _likened(seen: Seen, known: Use) -> ColumnUse | None:
    """Return a column whose heading no cue knows well as what like headings stand for, None where they say nothing clear.

    `known` is what the cues take it for, which may be nothing. A year over a column tells that it is of a year.
    """
    heading, year = joined(seen.path), _year(seen.path)
    is_known_word = known is Use.VALUE or not seen.path or is_label(seen.path[-1]) or heads_anything(seen.path[-1])
    # Under an indicator's name its own words say what a column is for, not those of the name: 点検箇所数 over 実際.
    asked = () if is_known_word else dict.fromkeys((heading, joined(seen.path[-1:])))
    use, likely = max((_likeliest(words, seen, year) for words in asked), key=lambda found: found[1], default=(known, 0.0))
    is_of_year = use in VALUED | YEARLY
    if likely < _LIKELY or use in (Use.UNREAD, known):
        return None
    reason = f"見出し「{heading}」に似た見出しの多くが「{USE_WORDS[use]}」のため"
    confidence = round(_LIKENED * likely, 2)
    return ColumnUse(seen.column, heading, use, year if is_of_year else None, reason=reason, confidence=confidence)


def _likeliest(words: str, seen: Seen, year: int | None) -> tuple[Use, float]:
    """Return the use that like headings have most often and the cells allow, and how likely that is among those."""
    uses = likely_uses(words, seen.evidence)
    if seen.evidence.aimed < _AIMED:
        # What state and aim are together cells say, not words alone: これから over 5地区に声をかける is none.
        uses = {use: share for use, share in uses.items() if use is not Use.STATE_AND_AIM}
    fitting = {use: share * fit(use, seen.evidence) for use, share in uses.items() if year is None or use in _OF_A_YEAR}
    use, weight = max(fitting.items(), key=lambda found: found[1], default=(Use.UNREAD, 0.0))
    return use, weight / sum(fitting.values()) if weight else 0.0


def _pair(seen: Seen) -> ColumnUse | None:
    """Return a column whose cells hold what was planned and what came of it, None where most hold no such pair."""
    heading = joined(seen.path)
    by_heading = max(seen.evidence.parted if order_in(heading) else 0.0, seen.lines.part(seen.evidence)) >= _PAIRS
    if not by_heading and seen.evidence.pairs < _PAIRS:
        return None
    reason = f"見出し「{heading}」と中身" if by_heading else "中身に「目標」「実績」の言葉"
    is_likened = not by_heading and seen.evidence.likened_pairs > 0
    reason = "中身に「目標」「実績」に似た言葉" if is_likened else reason
    reason += "から、目標と実績が一つの欄にあるとみました"
    confidence = IN_DOUBT if is_likened else 0.8
    return ColumnUse(seen.column, heading, Use.PAIR, _year(seen.path), reason=reason, confidence=confidence)


def _unknown(heading: str) -> str:
    return f"見出し「{heading}」の意味が分からないため" if heading else "見出しがないため"


def _reason(seen: Seen, use: Use, heading: str) -> str:
    """Return in a clause why a column is taken for its use."""
    by_words = max((senses(part).get(use, 0.0) for part in seen.path), default=0.0) >= 0.3
    told = f"見出し「{heading}」から" if by_words else f"見出し「{heading}」では決まらず" if heading else "見出しがなく"
    evidence = seen.evidence
    looks = (
        (use is Use.GRADE and evidence.grades >= 0.6, "中身が記号や短い評語のため"),
        (use is Use.KIND, "中身が「目標」「実績」などの区分のため"),
        (use is Use.YEAR, "中身が年度のため"),
        (use is Use.UNIT and evidence.units >= 0.5, "中身が単位のため"),
        (use is Use.DEPARTMENT and evidence.sections >= 0.5, "中身が課や部の名前のため"),
        (use in VALUED and evidence.values >= 0.5, "中身が数値のため"),
        (use in VALUED and evidence.sentences >= 0.5, "中身が文のため"),
    )
    shown = next((words for holds, words in looks if holds), "")
    return f"{told}、{shown}" if shown else f"{told}「{USE_WORDS[use]}」とみました"


def _scores(seen: Seen) -> dict[Use, float]:
    found: dict[Use, float] = {}
    for depth, part in enumerate(reversed(_without_edition(seen.path))):
        said = senses(part)
        factor = 1.0 if depth == 0 else _ABOVE if found else 0.9
        for use, weight in said.items():
            found[use] = max(found.get(use, 0.0), weight * factor)
    # 達成状況 over 目標 says nothing of 目標; the kind that stands lowest is meant.
    found = {use: weight * fit(use, seen.evidence) for use, weight in found.items()}
    if any(_IS_YEAR.search(part) for part in seen.path) and seen.evidence.years + seen.evidence.bare_years >= 0.8:
        # 基準年度 beside 基準値: a year of the value, and no value though it may be written 2019.
        told = [part for part in seen.path if part == seen.path[-1] or is_heading_word(part)]
        is_of_row = _IS_YEAR.search(seen.path[-1]) is not None and not any(map(_OF_A_VALUE.search, told))
        is_of_row = is_of_row and not any(_ENDS & senses(part).keys() for part in told[:-1])
        found = {Use.YEAR: 0.9} if is_of_row else {Use.OWN_YEAR: 0.9}
    for use, weight in _by_looks(seen.evidence):
        found[use] = max(found.get(use, 0.0), weight)
    year = _year(seen.path)
    own = _told_below_years(seen) if year is not None else None
    if year is not None and own is None and not any(found.get(use, 0.0) >= 0.3 for use in _OF_A_YEAR):
        is_known = all(is_year_heading(p) or is_cued(p) or _is_of_time(p) or p in seen.periods for p in seen.path)
        found = {Use.VALUE: 0.6} if is_known else {}
    elif year is not None:
        # A year over a column tells that it is of a year: names and sections have none.
        found = {use: weight * (1.0 if use in _OF_A_YEAR or use is own else 0.3) for use, weight in found.items()}
    return found


def _told_below_years(seen: Seen) -> Use | None:
    """Return what a label right over words says that they are though a year stands above: 指標 and 単位 below 令和5年度."""
    lowest = seen.path[-1]
    use = likeliest_sense(lowest) if is_label(lowest) and year_in(lowest) is None else None
    return use if use in _WORDS_BELOW_YEARS and seen.evidence.values < _FEW_VALUES else None


_WORDS_BELOW_YEARS = frozenset({Use.MEASURE, Use.UNIT, Use.DEPARTMENT})
_FEW_VALUES = 0.3


def _without_edition(path: Sequence[str]) -> Sequence[str]:
    """Return headings without the lowest where it says when a goal was set: 目標 over 当初 is no state at the plan's start."""
    goals = {use for part in path[:-1] for use, weight in senses(part).items() if use in _GOALS and weight >= _KNOWN}
    return path[:-1] if goals and is_edition(path[-1]) else path


def _is_of_time(part: str) -> bool:
    """Return whether a heading names a period of a plan, or counts its years, and says nothing of what stands below."""
    return is_period(part) or year_of_plan(part) is not None


def _by_looks(evidence: Evidence) -> Iterator[tuple[Use, float]]:
    """Yield what a column's cells alone tell."""
    if evidence.count == 0:
        return
    if evidence.tells_kinds and evidence.kind_variety > 1 and evidence.values < 0.1:
        yield Use.KIND, 1.2
    if evidence.kinds >= 0.6 and evidence.kind_variety > 1 and evidence.values < 0.1 and evidence.distinct <= 0.5:
        # 量の見込み, 確保の内容, 利用実績 below each item: what is no kind among them is no section of items either.
        yield Use.KIND, 0.9
    if evidence.years >= 0.9:
        yield Use.YEAR, 0.7
    if evidence.units >= 0.8 and evidence.count > 1:
        yield Use.UNIT, 0.45
    if evidence.sections >= 0.8 and evidence.values < 0.1:
        yield Use.DEPARTMENT, 0.4


def _year(path: Sequence[str]) -> int | None:
    """Return the year that the lowest heading names, None where a period or none is named."""
    return next((year for part in reversed(path) if (year := year_in(part)) is not None), None)


def with_eras(columns: Sequence[ColumnUse], paths: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return the columns with the years whose era only a neighbouring heading names: 30年度実績 beside 平成29年度実績.

    A number alone is the year after the one left of it: 2年 beside 令和元年.
    """
    left: int | None = None
    near = next((column.year for column in columns if column.year is not None), 2019)
    settled = []
    for column in columns:
        path = paths[column.column]
        if column.year is None and not any(map(is_part_of_year, path)):
            told = (next_year(part, left) or part for part in reversed(path))
            found = next((year for part in told if (year := year_in(part, near)) is not None), None)
            is_bare = column.use is Use.UNREAD and not senses(path[-1]) if path else False
            use = Use.VALUE if is_bare and found is not None else column.use
            if found is not None and use in VALUED | YEARLY:
                column = replace(column, year=found, use=use)
        near, left = column.year or near, column.year
        settled.append(column)
    return settled


def is_range(column: ColumnUse) -> bool:
    """Return whether a column's heading names a period of years."""
    return names_range(column.heading)
