"""A body that calls more than its target unmet (1.63 of 1.2: 🔴), or less of it reached, says that less is better."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from loaders.codes import Status
from loaders.model import BodyGrade, Direction, Measure, Role
from loaders.numbers.equality import same_value

# A verdict on more than figures may stand beside them (A：順調); one on the target says so.
_OF_THE_TARGET: Final = ("目標", "達成", "計画")
# One verdict may differ from the figures for reasons of its own, and is shown as such: only several say the way.
_ENOUGH: Final = 2


def direction_by_verdicts(measure: Measure, grades: Sequence[BodyGrade]) -> Direction | None:
    """Return which way a measure improves by the body's own verdicts on its targets, None where they don't agree on one.

    `grades` are the verdicts of its row; those of another indicator are left out.
    """
    targets, results = (
        {s.year: s.value for s in reversed(measure.stated) if s.role is role and not s.is_forecast}
        for role in (Role.TARGET, Role.RESULT)
    )
    votes: Counter[Direction] = Counter()
    for grade in grades:
        target, result = targets.get(grade.year), results.get(grade.year)
        is_of_it = grade.measure in ("", measure.name) and any(word in grade.meaning + grade.words for word in _OF_THE_TARGET)
        if grade.says is None or not is_of_it or target is None or result is None or same_value(target, result):
            continue
        is_up = (result > target) is (grade.says is Status.MET)
        votes[Direction.UP if is_up else Direction.DOWN] += 1
    [(direction, times)] = votes.items() if len(votes) == 1 else [(None, 0)]
    return direction if times >= _ENOUGH else None
