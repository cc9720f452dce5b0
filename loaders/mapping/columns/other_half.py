"""Two columns of each year are its plan and what came of it, though nobody knows the words of one or of both.

What stands beside each other in all years, or under all items, corroborates each other; what is read so is told as doubtful
all the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from loaders.mapping.layout.seen import Seen
from loaders.mapping.model.confidence import BY_ITS_WORDS, IN_DOUBT, is_guess
from loaders.mapping.model.mapping import USE_WORDS, VALUED, ColumnUse, Use
from loaders.mapping.words.heading_senses import heads_anything, senses
from loaders.mapping.words.heading_years import without_year
from loaders.mapping.words.row_kinds import OTHER_HALF, kind_of, plan_and_result

# A guess of this is none.
_EVEN = 0.5


def with_the_other_half(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> list[ColumnUse]:
    """Return the columns with what each year says twice, or once and in words that nobody knows, as its plan and its result.

    Two wordings stand beside each other in all years that they have, or under all items where a row is of a year: one of them
    is the plan and the other what came of it.
    The one that words tell for sure keeps its use. Where both are but a guess, their places and their cells are heard as well.
    """
    settled = list(columns)
    for one, other in chain(_in_twos(columns), _in_twos_of_items(columns, seen)):
        pair = [(_half(one[0]), one), (_half(other[0]), other)]
        uses = {use for use, _ in pair}
        if not uses <= _HALVES or uses == {Use.UNREAD}:
            continue
        sure, surest = max(pair, key=lambda half: (half[0] is not Use.UNREAD, half[1][0].confidence))
        if surest[0].confidence < BY_ITS_WORDS:
            sure, surest = Use.TARGET, one if _leans_to_plan(one, other, seen) >= 0 else other
        doubtful = min(one[0].confidence, other[0].confidence)
        if uses != {Use.TARGET, Use.RESULT} and doubtful >= BY_ITS_WORDS and Use.UNREAD not in uses:
            continue
        for found in (one, other):
            use = sure if found is surest else OTHER_HALF[sure]
            reason = f"その年度の「{USE_WORDS[OTHER_HALF[use]]}」の列と並んでいるため"
            for column in found:
                if column.use is not use or column.confidence < IN_DOUBT:
                    told = f"見出し「{column.heading}」が、{reason}"
                    settled[column.column] = replace(column, use=use, reason=told, confidence=IN_DOUBT)
    return settled


# A column of years beside another is the one or the other, though its words may mean as well what has no year.
_MEANT_OF_A_YEAR = {Use.CURRENT: Use.RESULT, Use.BASELINE: Use.RESULT, Use.FINAL_GOAL: Use.TARGET}


# How much each sign says of which of two wordings is the plan, as the logarithm of odds: the plan stands first; of the last
# year, which is not over, the plan alone stands; what came of it is told in the past; and what like headings mostly are.
_FIRST, _OF_THE_LAST_YEAR, _IN_THE_PAST, _BY_LIKENESS = 1.0, 2.5, 3.0, 4.0


def _leans_to_plan(one: Sequence[ColumnUse], other: Sequence[ColumnUse], seen: Sequence[Seen]) -> float:
    """Return how far all signs speak for the first wording as the plan and the second as its result; below 0 the other way."""
    last = [max((c.year for c in found if c.year is not None), default=0) for found in (one, other)]
    done = [sum(seen[c.column].evidence.done for c in found) / len(found) for found in (one, other)]
    return (
        _FIRST
        + _OF_THE_LAST_YEAR * ((last[0] > last[1]) - (last[0] < last[1]))
        + _IN_THE_PAST * (done[1] - done[0])
        + _BY_LIKENESS * (_likeness_to_plan(one[0]) - _likeness_to_plan(other[0]))
    )


def _likeness_to_plan(column: ColumnUse) -> float:
    sign = {Use.TARGET: 1.0, Use.RESULT: -1.0}.get(_half(column), 0.0)
    return sign * max(0.0, column.confidence - _EVEN)


def _half(column: ColumnUse) -> Use:
    use = _MEANT_OF_A_YEAR.get(column.use, column.use)
    return use if use in _HALVES or not is_guess(column) else Use.UNREAD


_HALVES = frozenset({Use.TARGET, Use.RESULT, Use.UNREAD})


def _in_twos(columns: Sequence[ColumnUse]) -> Iterator[tuple[list[ColumnUse], list[ColumnUse]]]:
    """Yield the columns of two wordings that stand once each in the same years, and no third beside them; the left ones first.

    A wording that has a year more, as the plan of the last year has, is one of the two all the same; what stands once beside
    wordings of several years (where the plan starts, where it ends) is neither.
    """
    own = [c for c in columns if c.year is not None and (c.use in VALUED or (c.use is Use.UNREAD and not senses(c.heading)))]
    by_wording: dict[str, list[ColumnUse]] = {}
    for column in own:
        by_wording.setdefault(without_year(column.heading), []).append(column)
    several = [found for found in by_wording.values() if len(found) > 1] or list(by_wording.values())
    if len(several) != 2:
        return
    one, other = sorted(several, key=lambda found: found[0].column)
    years = [[c.year for c in found] for found in (one, other)]
    shared = set(years[0]) & set(years[1])
    has_more = len(shared) > 1 or {column.use for column in (*one, *other)} <= _HALVES
    if all(len(set(found)) == len(found) for found in years) and shared and has_more:
        yield one, other


def _in_twos_of_items(columns: Sequence[ColumnUse], seen: Sequence[Seen]) -> Iterator[tuple[list[ColumnUse], list[ColumnUse]]]:
    """Yield the columns of two wordings that stand once each for the same items, side by side in a table of a year a row.

    The wordings stand below the items' names, or above them; the left ones come first. One at least is known: 世帯数 and 人口
    under each district are two indicators.
    """
    if not any(c.use is Use.YEAR for c in columns):
        return
    for lowest in (True, False):
        own: dict[str, dict[tuple[str, ...], ColumnUse]] = {}
        for column in columns:
            path = seen[column.column].path
            is_unknown = is_guess(column) and bool(path) and not senses(path[-1 if lowest else 0])
            is_open = column.use in VALUED or is_unknown
            if is_open and column.year is None and path and seen[column.column].evidence.values >= 0.5:
                wording, item = (path[-1], path[:-1]) if lowest else (path[0], path[1:])
                own.setdefault(wording, {})[item] = column
        if len(own) == 2:
            one, other = own.values()
            is_told = any(kind_of(wording) in OTHER_HALF for wording in own) if len(one) > 1 else False
            if one.keys() == other.keys() and (is_told or _say_halves(*own)):
                yield list(one.values()), list(other.values())


def _say_halves(one: str, other: str) -> bool:
    """Return whether two words are a plan and its result where they head one item alone: the second may head anything else."""
    is_account = kind_of(one) is Use.TARGET and heads_anything(other)
    return is_account or plan_and_result(one, other) is not None
