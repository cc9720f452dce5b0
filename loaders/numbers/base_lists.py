"""現状及び事業目標 lists its numbers (年4回、受講率100%): what is said of one holds for those listed with it.

A number of the plan's last year or of a later one is no state that it began with: 申込者4,000人、協賛金600万円（令和3年度）.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.model import Kind, Place, Quantity, Role
from loaders.numbers.labels import ROLE_WORDS
from loaders.patterns import Pattern
from loaders.prose.eras import ANY_ERA_YEAR, find_fiscal_year
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/base_lists.toml tells what each means, with examples."""

    next_of_list: Pattern
    done: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
_ROLE_WORD = Pattern("|".join(word for word, *_ in ROLE_WORDS))
_YEAR_BEHIND = Pattern(rf"(?:の[^。、()\d]{{1,10}})? ?[(][^()\d]{{0,4}}({ANY_ERA_YEAR})末?[^()\d]{{0,4}}[)]")
_YEAR_BEFORE = Pattern(rf"({ANY_ERA_YEAR})末?(?:まで)?(?:に|には|の)?[^。、()\d]{{0,10}}$")
# What says nothing itself, so that its neighbour or its year may.
_OPEN = "place"
# The rules of a goal of the plan's end, and of one that is listed with a goal.
LATER_YEAR, LISTED = "later_year", "listed"


def read_base_lists(quantities: Sequence[Quantity], texts: Mapping[Place, str]) -> Iterator[Quantity]:
    """Yield a row's quantities; those of its state and goal that a later year or their list makes goals, as such."""
    last = max((place.year for place in texts if place.year is not None), default=None)
    read: dict[int, Quantity] = {}
    before: Quantity | None = None
    for own in (q for q in quantities if q.place.kind is Kind.BASELINE_GOAL):
        text = texts[own.printed]
        now = own
        is_listed = before is not None and _is_next_of_list(before, own, text)
        if own.role is Role.BASELINE and own.rule == _OPEN:
            if last is not None and (named := _year_named(own, text)) is not None and named >= last:
                now = replace(own, role=Role.FINAL_GOAL, rule=LATER_YEAR)
            elif is_listed and before is not None and before.role in (Role.FINAL_GOAL, Role.TARGET):
                now = replace(own, role=Role.FINAL_GOAL, rule=LISTED)
        read[id(own)] = before = now
    yield from _with_those_before([read.get(id(q), q) for q in quantities], texts)


def _with_those_before(quantities: Sequence[Quantity], texts: Mapping[Place, str]) -> list[Quantity]:
    """Return the quantities, with those that are listed before a number whose note names the plan's end likewise goals."""
    found = list(quantities)
    for at in range(len(found) - 1, 0, -1):
        own, before = found[at], found[at - 1]
        if own.rule != LATER_YEAR or before.rule != _OPEN or before.role is not Role.BASELINE:
            continue
        text = texts[own.printed]
        if _YEAR_BEHIND.match(text, own.span_end) and before.printed == own.printed and _is_next_of_list(before, own, text):
            found[at - 1] = replace(before, role=Role.FINAL_GOAL, rule=LATER_YEAR)
    return found


def _is_next_of_list(before: Quantity, own: Quantity, text: str) -> bool:
    """Tell whether a number is listed behind another: nothing but a sign of a list and a name stands between them."""
    between = text[before.span_end : own.span_start]
    return (
        before.printed == own.printed
        and _SIGNS.next_of_list.fullmatch(between) is not None
        and _ROLE_WORD.search(between) is None
    )


def _year_named(own: Quantity, text: str) -> int | None:
    """Return the fiscal year that the note behind a number or the words before it name, where nothing says that it is over."""
    sentence = text[own.span_end :].partition("。")[0]
    if behind := _YEAR_BEHIND.match(text, own.span_end):
        return find_fiscal_year(behind[1])
    before = _YEAR_BEFORE.search(text[: own.span_start])
    return None if before is None or _SIGNS.done.search(sentence) else find_fiscal_year(before[1])
