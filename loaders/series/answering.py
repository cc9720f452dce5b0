"""A target is answered by the one thread that it is about: 【目標】4回 under 広報紙等で周知を図る by 【広報誌での周知】5回.

A year's targets are paired with the threads as results were chained: one to one, under a score of unit, label, context and
magnitude.
"""

from collections.abc import Iterable, Sequence

from loaders.model import Kind, Place
from loaders.numbers.equality import same_value
from loaders.patterns import Pattern
from loaders.series.label_similarity import ALIKE, EVENT, core, is_told_in
from loaders.series.last_word import in_order_of_telling
from loaders.series.leftovers import is_completion
from loaders.series.matching import NEVER, best_pairs
from loaders.series.terms import (
    OTHER_AMOUNT,
    Term,
    Thread,
    compared,
    distance,
    is_of_other_period,
    likeness,
    same_unit,
    year_of,
)

# What speaks against answering a year's own 5手続 with 計17手続.
OTHER_STANDING = 0.6
# 15件を更新する, beside a thread of 22件を公開した and one of 4件を更新した.
OTHER_ACTION = 0.6
_ENDS_IN_EVENT = Pattern(f"(?:{EVENT.pattern})$")
# What came on top (6回開催したほか、出張講座を4回行った) answers a target that names it in full.
BESIDES = 0.9
# The evaluation names the plan's own number as what it is held against: 50基の予定に対し42基.
CONFIRMED = 0.5
# What a label declares to be the cell's figure answers before what its prose tells.
DECLARED = 0.8


def attach_targets(threads: list[Thread], terms: Sequence[Term]) -> None:
    """Give every target to the thread that it is about, or to a new one; a thread takes one target of each cell."""
    for place in _in_order({term.quantity.place for term in terms}):
        stated = [term for term in terms if term.quantity.place == place]
        year = year_of(stated[0])
        pairs = best_pairs([[_answers(thread, term, year) for thread in threads] for term in stated])
        for position, term in enumerate(stated):
            if position not in pairs:
                threads.append(Thread())
            thread = threads[pairs.get(position, -1)]
            thread.targets.setdefault(year, []).append(term)
            thread.targets[year] = in_order_of_telling(thread.targets[year])


def _answers(thread: Thread, target: Term, year: int) -> float:
    """Return how well a thread answers a target of `year`, `NEVER` where it can't."""
    near = thread.nearest(year)
    stated = thread.targets.get(year, ())
    if not same_unit(near, target) or any(term.quantity.place == target.quantity.place for term in stated):
        return NEVER
    if year in thread.results and is_of_other_period(target, thread.results[year]):
        return NEVER
    known = [likeness(term, target) for term in thread.terms()]
    told = max((value for value in known if value is not None), default=None)
    has_result = year in thread.results
    if has_result and thread.results[year].is_besides and (told or 0.0) < BESIDES:
        return NEVER
    if told is not None and told >= ALIKE:
        score = 2.0 * told + 0.3 * has_result
    elif (has_result and thread.results[year].is_besides) or (target.name.endswith("定員") and not near.name.endswith("定員")):
        return NEVER
    elif told is None or target.is_prose:
        score = _bare_answer(thread, target, year, is_open=None in known)
    else:
        score = NEVER
    confirmed = any(same_value(term.value, target.value) for term in stated)
    if score <= 0 and confirmed and has_result:
        score = CONFIRMED
    if score <= 0 or (near.is_standing and target.is_increment):
        return NEVER
    apart = distance(*compared(near, target))
    standings = (target.is_standing, near.is_standing)
    # What there is by now, told in another year, is no answer to what this year is to bring.
    if not has_result and (told or 0.0) < ALIKE and standings[1] and not standings[0] and apart > OTHER_AMOUNT:
        return NEVER
    if standings == (True, False) or (standings in ((False, True), (None, True)) and apart > OTHER_AMOUNT):
        score -= OTHER_STANDING
    declared = DECLARED if has_result and thread.results[year].is_declared else 0.0
    return max(score + 1.0 * confirmed + declared - 0.3 * apart, 0.01)


def _bare_answer(thread: Thread, target: Term, year: int, *, is_open: bool) -> float:
    """Return how well a thread answers a target that does not name it: what the cell is about, then what is named first."""
    names = _names(thread, year)
    told = max((is_told_in(name, target.wording.context) for name in names), default=0.0)
    if target.is_prose and target.name:
        told = max(told if is_open else 0.0, 0.5 * _speaks_of_its_event(thread, target))
        if names and told < 0.5 and not _did_as_asked(thread, target, year):
            return NEVER
    if not is_open and told < 0.5:
        return NEVER
    took_bare = any(not term.label for stated in thread.targets.values() for term in stated)
    first = -0.02 * min(thread.results[year].rank, 10) if year in thread.results else -0.4
    done = core(target.wording.action)
    same_action = done != "" and any(term.wording.action == target.wording.action for term in thread.results.values())
    told_actions = {core(term.wording.action) or core(term.name) for term in thread.terms()} - {""}
    actions = {action for action in told_actions if not is_completion(action)}
    other_action = done != "" and bool(actions) and not any(done in action or action in done for action in actions)
    return 1.0 + 0.5 * told + 0.4 * took_bare + 0.3 * same_action - OTHER_ACTION * other_action + first


def _names(thread: Thread, year: int) -> set[str]:
    """Return what a thread's numbers are called; a thread of bare results has no name by one that another year's words give."""
    labelled = [term for term in thread.terms() if term.label and not is_completion(term.label)]
    own = thread.results.get(year)
    is_bare = own is not None and own not in labelled and not thread.targets
    if is_bare and 2 * len(labelled) < len(thread.results):
        return set()
    return {term.wording.phrase or term.wording.tag for term in labelled}


def _did_as_asked(thread: Thread, target: Term, year: int) -> bool:
    """Whether a bare result of the year tells the action that the target asks for: 152kmを電子化した, after 150km電子化する."""
    result = thread.results.get(year)
    action = core(target.wording.action)
    if result is None or result.label or result.is_standing:
        return False
    return action != "" and action == core(result.wording.action)


def _speaks_of_its_event(thread: Thread, target: Term) -> bool:
    """Whether a thread's sentences speak of what a target's name is a kind of: 1日研修 beside ICT研修を行い."""
    event = _ENDS_IN_EVENT.search(target.name)
    return event is not None and any(event[0] in term.wording.context + term.label for term in thread.terms())


def join_by_target(threads: list[Thread]) -> None:
    """Join threads of different years that a target shows to be one: 研修会3回, answered by 【回数】3回, then 【研修会】4回."""
    for one in list(threads):
        for other in [thread for thread in threads if thread is not one]:
            if one in threads and _is_one_thing(one, other):
                one.results.update(other.results)
                one.targets.update(other.targets)
                threads.remove(other)


def _is_one_thing(one: Thread, other: Thread) -> bool:
    """Whether two threads share no year, and a target names the one, whose results bear no name, as the other is named."""
    if one.results.keys() & other.results.keys() or one.targets.keys() & other.targets.keys():
        return False
    if any(term.label for term in one.results.values()) and any(term.label for term in other.results.values()):
        return False
    aims = [(year, stated[0], other) for year, stated in one.targets.items()]
    aims += [(year, stated[0], one) for year, stated in other.targets.items()]
    if any(year in reported.results and is_of_other_period(aim, reported.results[year]) for year, aim, reported in aims):
        return False
    return any(
        same_unit(a, b) and a.label != "" and b.label != "" and (likeness(a, b) or 0.0) >= ALIKE
        for a in one.terms()
        for b in other.terms()
    )


def _in_order(places: Iterable[Place]) -> list[Place]:
    """Return places by year, the plan before the evaluation."""
    return sorted(places, key=lambda place: (place.year or 0, place.kind is Kind.RESULT))
