"""Words that touch a number say how it counts: 約3,000人, 延べ54人, うち2回, 5回以上, 37増."""

import math
from dataclasses import replace
from typing import Final

from loaders.model import Comparator
from loaders.numbers.amounts import Amount
from loaders.numbers.units import usual_unit
from loaders.patterns import Pattern
from loaders.prose.eras import PREVIOUS_YEAR
from loaders.prose.vocabulary import Sign, load_rows, words_of

# Words that touch a number, each row with the sense that it gives it.
PREFIXES: Final = load_rows(words_of(__file__, "prefixes"))
BOUNDS: Final = load_rows(words_of(__file__, "bounds"))
CHANGES: Final = load_rows(words_of(__file__, "changes"))
COMPARED = Pattern(rf"(?:対?{PREVIOUS_YEAR}(?:同月|同期)?(?:比|より)|前回比|対{PREVIOUS_YEAR})[ 、:]*$")
# No words that touch a number are longer.
_REACH = 40


def _by_sense(rows: tuple[Sign, ...]) -> str:
    """Return one pattern for whichever row comes first, found as the group of its sense."""
    return "|".join(f"(?P<{row.id}>{row.pattern.pattern})" for row in rows)


_FIRST = Pattern(_by_sense(PREFIXES))
_PREFIX = Pattern(rf"(?:{_by_sense(PREFIXES)}) ?\Z")
_BOUND = Pattern(_by_sense(BOUNDS))
_CHANGE = Pattern(_by_sense(CHANGES))
# The senses that bound a value, the one that counts where words say several first.
COMPARATORS = {"least": Comparator.AT_LEAST, "most": Comparator.AT_MOST, "approximate": Comparator.APPROXIMATE}
# From here on a share of last year's figure is told, not by how much it changed.
_LEAST_RATIO = {"%": 50.0, "割": 5.0, "倍": 0.0}


def touches_numbers(word: str) -> bool:
    """Tell whether a word is a part of the number behind it, which says how it counts: 累計 of 累計13件.

    >>> touches_numbers("累計"), touches_numbers("延べ"), touches_numbers("実績")
    (True, True, False)
    """
    return any(row.pattern.fullmatch(word) for row in PREFIXES)


def first_sense(quote: str) -> str:
    """Return what the words that open a number's quote say of it, as the id of their row; '' where none does.

    >>> first_sense("累計54人"), first_sense("延べ54人"), first_sense("計13回"), first_sense("13回")
    ('cumulative', 'gross', 'total', '')
    """
    found = _FIRST.match(quote)
    return (found.lastgroup or "") if found else ""


def with_prefixes(text: str, amount: Amount, floor: int) -> Amount:
    """Return an amount with what the words right before it say, as far back as `floor`; all but うち belong to its quote."""
    senses: set[str] = set()
    start = amount.start
    while match := _PREFIX.search(text, max(floor, start - _REACH), start):
        senses.add(match.lastgroup or "")
        start = match.start()
    is_compared = COMPARED.search(text[max(floor, amount.start - _REACH) : amount.start]) is not None
    is_rise = "rise" in senses or (is_compared and not _is_whole_ratio(amount))
    return replace(
        amount,
        start=start if senses - {"part"} else amount.start,
        comparator=_comparator(senses, amount.comparator),
        change=-1 if "fall" in senses else int(is_rise),
        is_part="part" in senses,
        is_total="total" in senses,
        is_cumulative=not senses.isdisjoint({"cumulative", "gross"}),
        is_frequency="frequency" in senses,
    )


def _is_whole_ratio(amount: Amount) -> bool:
    """Tell whether a figure compared is the whole and no difference: 前年比122% is a fifth more, 前年比5% a twentieth."""
    return amount.value >= _LEAST_RATIO.get(usual_unit(amount.unit) or "", math.inf)


def with_suffix(text: str, amount: Amount) -> Amount:
    """Return an amount with what the words right behind it say: a bound (5回以上), a change (37増)."""
    comparator, end, change = amount.comparator, amount.end, amount.change
    if bound := _BOUND.match(text, end):
        comparator, end = _comparator({bound.lastgroup or ""}, comparator), bound.end()
    if moved := _CHANGE.match(text, end):
        change, end = (1 if moved.lastgroup == "rise" else -1), moved.end()
    value = -amount.value if change < 0 else amount.value
    if value < 0 and comparator is Comparator.AT_MOST:  # 純損益▲50百万円以内: no further below zero
        comparator = Comparator.AT_LEAST
    return replace(amount, end=end, value=value, change=change, comparator=comparator)


def _comparator(senses: set[str], default: Comparator) -> Comparator:
    return next((COMPARATORS[sense] for sense in COMPARATORS if sense in senses), default)
