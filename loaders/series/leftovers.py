"""A plan and its evaluation word one thing each their own way: 老朽管の更新 1.5km is answered by 更新延長 1.62km.

Where labels tie a target to no result, and a result to no target, the year does: what is left over on both sides in one unit is
paired by the words of the one that speak of the other. Where each side has one number left, little is asked of the words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.numbers.equality import same_value
from loaders.patterns import Pattern
from loaders.prose.similarity import dice
from loaders.prose.vocabulary import load_signs, words_of
from loaders.series.label_similarity import ALIKE, core, is_told_in, joins_several
from loaders.series.matching import best_pairs
from loaders.series.terms import OTHER_AMOUNT, Term, Thread, compared, distance, is_of_other_period, likeness


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/leftovers.toml tells what each means, with examples."""

    completion: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

# What the words must say of a pair among several, and of the only one in its unit.
AMONG_SEVERAL = 0.5
ALONE = 0.25
# The same number in plan and evaluation is most often the same thing.
SAME_VALUE = 0.6
# A bare number says nothing against the only one that it can belong to.
BARE = 0.3
_NUMBERED = Pattern(r"(?<=\d)・(?=\d)")
# A target and its result are of one order of magnitude.
NEAR = 1.0
# This close, the only target and the only result of a year in one unit are one thing, however each is named.
CLOSE = 0.35


def join_leftovers(threads: list[Thread]) -> None:
    """Join the threads of targets without a result with those of the results that answer them."""
    for year in sorted({year for thread in threads for year in thread.targets}):
        units = {stated[0].unit for thread in threads for at, stated in thread.targets.items() if at == year}
        for unit in sorted(units, key=str):
            for aims, reported in list(_pairs(threads, year, unit)):
                if _can_be_one(aims, reported):
                    _merge(aims, reported)
                    threads.remove(reported)
        if (pair := _bare_pair(threads, year)) and _can_be_one(*pair):
            _merge(*pair)
            threads.remove(pair[1])


def _bare_pair(threads: Sequence[Thread], year: int) -> tuple[Thread, Thread] | None:
    """Return the only target of a year and the only number that its evaluation states, without a unit: 1,000件, 0（停止中）."""
    aims = [t for t in threads if year in t.targets]
    reported = [t for t in threads if year in t.results]
    if len(aims) != 1 or len(reported) != 1 or aims[0] is reported[0] or reported[0].results[year].label:
        return None
    target, result = aims[0].targets[year][0], reported[0].results[year]
    is_bare = (target.unit is None) != (result.unit is None) and distance(target.value, result.value) <= NEAR
    return (aims[0], reported[0]) if is_bare else None


def _pairs(threads: Sequence[Thread], year: int, unit: str | None) -> Iterator[tuple[Thread, Thread]]:
    """Yield the threads of a year that have a target but no result, each with the thread whose result answers it."""
    open_aims = [t for t in threads if year in t.targets and year not in t.results and t.targets[year][0].unit == unit]
    open_reported = [
        t for t in threads if year in t.results and t.results[year].unit == unit and not t.results[year].wording.is_aside
    ]
    # What a year did, not how many there are by now, is left for what the year was to do.
    own = [t for t in open_reported if not _is_of_all_so_far(t.results[year], [aims.targets[year][0] for aims in open_aims])]
    if own and not any(_is_running(t, year) for t in open_aims):
        open_reported = own
    answered = [t for t in open_reported if year in t.targets]
    alone = len(open_aims) == 1 and len(open_reported) - len(answered) <= 1
    bare = [t for t in open_reported if not _names_thing(t.results[year])]
    scores = []
    for aims in open_aims:
        # Where all others bear names of their own, the bare one is what the target's name is left with.
        last = (
            bare[0]
            if len(open_aims) == 1
            and len(bare) == 1
            and all(_is_named_otherwise(aims, t, year) for t in open_reported if t is not bare[0])
            else None
        )
        scores.append(
            [
                _evidence(aims, reported, year, alone=alone or reported is last)
                - (ALONE if alone or reported is last else AMONG_SEVERAL)
                for reported in open_reported
            ]
        )
    for row, column in best_pairs([[max(score + 1e-6, 0.0) for score in line] for line in scores]).items():
        yield open_aims[row], open_reported[column]


def _is_of_all_so_far(result: Term, targets: Sequence[Term]) -> bool:
    """Whether a result counts what there is by now: 累計42人, or 計2基 beside 1基完成 where no target comes near it."""
    apart = (distance(*compared(target, result)) for target in targets)
    return result.wording.is_running or (result.is_standing is True and all(far > OTHER_AMOUNT for far in apart))


def _is_running(aims: Thread, year: int) -> bool:
    """Whether a target of a year is one of how many there shall be by then."""
    return any(term.is_standing or term.quantity.is_cumulative for term in aims.targets[year])


def _evidence(aims: Thread, reported: Thread, year: int, *, alone: bool) -> float:
    """Return how surely a thread's result of a year answers another's target, 0 to 1."""
    target, result = aims.targets[year][0], reported.results[year]
    if (
        any(not same_value(term.value, target.value) for term in reported.targets.get(year, ()))
        or distance(*compared(target, result)) > NEAR
        or is_of_other_period(target, result)
    ):
        return 0.0
    if target.wording.tag and result.wording.tag and target.tag and result.tag and (likeness(target, result) or 0.0) < ALIKE:
        return 0.0
    # 3・4・5号線 is one road.
    if len({joins_several(_NUMBERED.sub("", term.wording.phrase)) for term in (target, result)}) > 1:
        return 0.0
    if target.is_increment and result.is_standing:  # 4団体増やす, then 4団体増え、計31団体
        return 0.0
    # What a plan adds to reach a total is answered by what was added, not by what the sentence names beside it.
    is_added = target.is_increment and target.is_standing is False and not result.is_increment
    if is_added and _names_thing(result) and (likeness(target, result) or 0.0) < ALIKE:
        return 0.0
    said = max(likeness(target, result) or 0.0, dice(target.label, result.label), _told(target, result))
    if same_value(target.value, result.value):
        said = max(said, SAME_VALUE)
    if core(target.wording.action) and target.wording.action == result.wording.action:
        said = max(said, SAME_VALUE)
    if alone and not result.is_besides and distance(*compared(target, result)) <= CLOSE:
        said = max(said, ALONE)
    if alone and not result.is_besides:
        bare = BARE if not (_names_thing(target) and _names_thing(result)) else 0.0
        said = max(said, bare, 2 * dice(target.wording.context, result.wording.context))
    return said


def _names_thing(term: Term) -> bool:
    """Whether a number's words name what it counts, rather than that it was finished (完成は0.4km); a 指標名 goes with all."""
    return term.label != "" and not term.is_named_by_row and not is_completion(term.label)


def is_completion(words: str) -> bool:
    """Tell whether the words of a number say no more than that it was finished, or in what it is counted: 完成は0.4km.

    >>> is_completion("工事完了"), is_completion("更新延長")
    (True, False)
    """
    return _SIGNS.completion.search(words) is not None


def _is_named_otherwise(aims: Thread, reported: Thread, year: int) -> bool:
    """Whether a result bears a name of its own that is not the target's."""
    target, result = aims.targets[year][0], reported.results[year]
    return _names_thing(result) and (likeness(target, result) or 0.0) < ALIKE and joins_several(result.label) is False


def _told(target: Term, result: Term) -> float:
    """Return how well the name of the one is told in the words around the other, 0 where neither has a name."""
    pairs = [(target, result), (result, target)]
    return max((is_told_in(one.label, other.wording.context + other.label) for one, other in pairs if one.label), default=0.0)


def _can_be_one(aims: Thread, reported: Thread) -> bool:
    """Whether two threads state no year twice, and their results of other years are not named as two things."""
    if aims.results.keys() & reported.results.keys():
        return False
    shared = aims.targets.keys() & reported.targets.keys()
    if any({t.value for t in aims.targets[year]} != {t.value for t in reported.targets[year]} for year in shared):
        return False
    pairs = [(one, other) for one in aims.results.values() for other in reported.results.values() if one.tag and other.tag]
    return all((likeness(one, other) or 0.0) >= ALIKE for one, other in pairs)


def _merge(aims: Thread, reported: Thread) -> None:
    """Put all that `reported` holds into `aims`."""
    aims.results.update(reported.results)
    for year, stated in reported.targets.items():
        aims.targets[year] = [*aims.targets.get(year, []), *stated]
    aims.restated += reported.restated
