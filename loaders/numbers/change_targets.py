"""A plan may set a change as its target and no level: 会員を60人増やす, 前年度比3％削減. A change answers it: 45人増, 2％減."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.model import Kind, Place, Quantity, Role
from loaders.numbers.affixes import first_sense
from loaders.numbers.units import usual_unit
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/change_targets.toml tells what each means, with examples."""

    way: Pattern
    asks: Pattern
    was: Pattern
    from_aim: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

# The rules of a change that is asked for and of one that answers it: of both more is better, also of a reduction.
ASKED, ANSWERING = "asked_change", "answers_change"
# A rate has levels as well as changes: a change of it answers only where no level of it is told.
_LEVELS = {"ポイント": "%", "%": "%"}
# Words that say from what a number rose, or what was asked, are no longer.
_CLAUSE = 40
# How many there are in all by then (計5名) is told beside what was added.
_IN_ALL = frozenset({"total", "cumulative"})


def read_change_targets(quantities: Sequence[Quantity], texts: Mapping[Place, str]) -> Iterator[Quantity]:
    """Yield a row's quantities; a change that a plan asks for is a target, and the one that answers it the year's result."""
    asked = {id(q): way for q in quantities if (way := _way_asked(q, quantities, texts))}
    ways = {(q.place.year, usual_unit(q.unit)): asked[id(q)] for q in quantities if id(q) in asked}
    answered = {key for key in ways if any(_answers(q, key, quantities, texts) for q in quantities)}
    for quantity in quantities:
        key = (quantity.place.year, usual_unit(quantity.unit))
        if quantity.role is Role.TARGET and id(quantity) in asked and quantity.rule == "place":
            yield replace(quantity, rule=ASKED)
        elif key not in answered:
            yield quantity
        elif id(quantity) in asked and quantity.role is Role.CHANGE:
            yield replace(quantity, role=Role.TARGET, value=abs(quantity.value), rule=ASKED)
        elif quantity.place.kind is Kind.RESULT and _answers(quantity, key, quantities, texts):
            same_way = _way(quantity, texts) in (ways[key], "")
            yield replace(quantity, role=Role.RESULT, value=abs(quantity.value) * (1 if same_way else -1), rule=ANSWERING)
        else:
            yield quantity


def _way_asked(quantity: Quantity, quantities: Sequence[Quantity], texts: Mapping[Place, str]) -> str:
    """Return which way a plan's number asks to go, '' where it asks for a level or for nothing."""
    if quantity.place.kind is not Kind.PLAN or quantity.role not in (Role.CHANGE, Role.TARGET):
        return ""
    behind = texts[quantity.printed][quantity.span_end : quantity.span_end + _CLAUSE]
    sentence = re.split(r"[。\n]", behind)[0]
    if _SIGNS.was.search(sentence) or texts[quantity.printed][: quantity.span_start].rstrip().endswith("("):
        return ""
    if quantity.role is Role.TARGET:
        return _way(quantity, texts) if _SIGNS.asks.match(behind) else ""
    others = [q for q in quantities if q is not quantity and q.printed == quantity.printed and q.role is Role.TARGET]
    own = usual_unit(quantity.unit) or ""
    has_level = any(usual_unit(q.unit) == _LEVELS.get(own, own) for q in others)
    return "" if has_level else _way(quantity, texts)


def _way(quantity: Quantity, texts: Mapping[Place, str]) -> str:
    """Return 'rise' or 'fall', as the words at a number say, '' where they say neither."""
    behind = re.split(r"[。、\d]", texts[quantity.printed][quantity.span_end : quantity.span_end + 8])[0]
    unit = quantity.unit or ""
    found = _SIGNS.way.search(quantity.quote.replace(unit, "", 1)) or _SIGNS.way.search(behind)
    return (found.lastgroup or "") if found else ""


def _answers(
    quantity: Quantity, key: tuple[int | None, str | None], quantities: Sequence[Quantity], texts: Mapping[Place, str]
) -> bool:
    """Tell whether an evaluation's change is what became of the change that its year's plan asks for in its unit."""
    year, unit = key
    if quantity.role is not Role.CHANGE or quantity.place != Place(Kind.RESULT, year) or usual_unit(quantity.unit) != unit:
        return False
    before = texts[quantity.printed][max(quantity.span_start - _CLAUSE, 0) : quantity.span_start]
    stated = Counter(
        usual_unit(q.unit) for q in quantities if q.place == quantity.place and first_sense(q.quote) not in _IN_ALL
    )
    level = _LEVELS.get(unit or "", "")
    is_alone = stated[unit] == 1 and (level in ("", unit) or not stated[level])
    # 公開数31（前年度比10.7%増） says how the level before the note came about.
    is_note = before.count("(") > before.count(")")
    return is_alone and not is_note and not _SIGNS.from_aim.search(before)
