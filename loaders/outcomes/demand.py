"""Some work waits until somebody needs it or asks for it; a year in which nobody did has nothing to show and nothing amiss.

A plan says so in the mood of a condition (依頼に応じて, 該当があれば, 基準を超えたとき), an evaluation by telling that the
case did not arise: 依頼がなかった, 超えた事業所はなく. Who offers a course or calls
for bids has work to do before anybody comes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loaders.outcomes.predicates import DOING
from loaders.outcomes.statements import Statement
from loaders.patterns import Pattern
from loaders.prose.vocabulary import any_of, load_rows, load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/demand.toml tells what each means, with examples."""

    not_needed: Pattern
    none_came: Pattern
    offered: Pattern
    counted: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

# The moods in which a plan is of work that waits for somebody to ask for it.
ON_DEMAND: Final = load_rows(words_of(__file__, "on_demand"))
_ON_DEMAND = any_of(ON_DEMAND)


def is_on_demand(plan: str) -> bool:
    """Say whether a plan is of work that waits for somebody to ask for it: 必要に応じて助言する."""
    return _ON_DEMAND.search(narrow(plan)) is not None


def unneeded(plan: str, statements: Sequence[Statement], failures: Sequence[Statement]) -> Statement | None:
    """Return the statement by which nobody needed the planned work that year, None where it was to be done all the same.

    `failures` are those of the statements that tell of what was left undone; each has to tell that nobody needed it.
    """
    waits = is_on_demand(plan)
    if (_SIGNS.counted if waits else _SIGNS.offered).search(narrow(plan)):
        return None
    none = _SIGNS.none_came if waits else _SIGNS.not_needed
    idle = [s for s in statements if s.predicate not in DOING]
    told = [s for s in idle if none.search(narrow(s.sentence.text)) or _SIGNS.not_needed.search(narrow(s.sentence.text))]
    return told[0] if told and all(s in told for s in failures) else None
