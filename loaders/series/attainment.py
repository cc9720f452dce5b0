"""A target is reached from below or, where less is better (苦情, 待ち時間, 以下), from above.

Where the bands of attainment (A to D) are cut stands in `loaders.codes.Bands`; store/derived.sql puts figures into them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from loaders.model import Comparator, Direction
from loaders.numbers.equality import same_value
from loaders.patterns import Pattern
from loaders.prose.undesired import ACTIVITY, is_wanted_less
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/attainment.toml tells what each means, with examples."""

    at_most: Pattern
    cut_down: Pattern
    lessened: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))


def direction_of(name: str, tails: Sequence[str] = (), actions: str = "", course: Sequence[float] = ()) -> Direction:
    """Return which way an indicator improves, from its name, the words behind its targets, and what is said to be done to it.

    `course` are its targets over the years. Where they rise again, 120セットに減らす was one year's makeshift and no wish for
    less; where all of them rise, a name of what others want less of is none here: 経常収支比率 of a hospital.

    >>> direction_of("苦情件数"), direction_of("ごみの減量に関する啓発"), direction_of("用紙の枚数", ("まで削減する",))
    (<Direction.DOWN: 'down'>, <Direction.UP: 'up'>, <Direction.DOWN: 'down'>)
    >>> direction_of("経常収支比率", course=(92.0, 92.0, 91.5)), direction_of("経常収支比率", course=(96.8, 98.6, 98.9))
    (<Direction.DOWN: 'down'>, <Direction.UP: 'up'>)
    """
    rises = [later > earlier for earlier, later in pairwise(course) if later != earlier]
    if any(_SIGNS.at_most.search(tail) or (not any(rises) and _SIGNS.cut_down.search(tail)) for tail in tails):
        return Direction.DOWN
    if len(rises) >= _COURSE and all(rises):
        return Direction.UP
    return Direction.DOWN if is_wanted_less(name) and not ACTIVITY.search(actions) else Direction.UP


def lessens(work: str) -> bool:
    """Return whether the name of some work says that it makes something less.

    >>> lessens("公共施設の総量縮減"), lessens("公共施設の更新")
    (True, False)
    """
    return _SIGNS.lessened.search(work) is not None


# Steps that all lead one way from which on they are a course.
_COURSE = 2


def attainment(target: float | None, result: float | None, direction: Direction) -> float | None:
    """Return result / target (1.0 = 100 %), target / result where less is better.

    None where either is missing, 0 divides, or one is negative (収支 ▲1,200): such a ratio tells nothing.
    """
    if target is None or result is None or target <= 0 or result < 0:
        return None
    if direction is Direction.UP:
        return result / target
    return target / result if result != 0 else None


def is_met(target: float | None, result: float | None, direction: Direction, comparator: Comparator) -> bool | None:
    """Return whether the target was reached, None where either number is missing.

    以上 and a bare number ask for that many; 程度 and 約 do too, since the table gives no margin to judge them by. 以下
    and 以内 ask for no more, as a bare number does where less is better.
    """
    if target is None or result is None:
        return None
    if same_value(target, result):
        return True
    is_upper_bound = comparator is Comparator.AT_MOST or direction is Direction.DOWN
    return result <= target if is_upper_bound else result >= target
