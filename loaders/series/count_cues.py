"""A cell also tells what was not done (2回は中止), what is left (残り2戸), and how many there are by now (計9施設)."""

from dataclasses import dataclass
from typing import Final

from loaders.model import Quantity
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/count_cues.toml tells what each means, with examples."""

    lost_behind: Pattern
    lost_right_behind: Pattern
    left_over: Pattern
    later: Pattern
    put_off_by_comma: Pattern
    called_off_by_comma: Pattern
    lost_before: Pattern
    done_behind: Pattern
    total_before: Pattern
    total_within: Pattern
    became: Pattern
    since_the_beginning: Pattern
    asked_for: Pattern
    besides: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))


def is_besides(sentence: str) -> bool:
    """Tell whether a number comes on top of those before it; `sentence` is its sentence's words up to it.

    >>> is_besides("このほか電話で"), is_besides("ほかの課で"), is_besides("8回開催したほか、講演会を")
    (True, False, True)
    """
    return _SIGNS.besides.search(sentence) is not None


def leads_to_answer(tail: str) -> bool:
    """Tell whether a number says for how many something was asked, before how many there were: 13件の申請に対し10件を交付.

    >>> leads_to_answer("の申請に対し"), leads_to_answer("の申請があり")
    (True, False)
    """
    return _SIGNS.asked_for.search(tail) is not None


def is_lost(before: str, tail: str) -> bool:
    """Tell whether an evaluation's number is of what was not done or has gone; `before` and `tail` are its clause's words.

    >>> is_lost("", "は中止"), is_lost("残る", "は翌年度に回した"), is_lost("残る", "を整備した"), is_lost("講座を", "開催した")
    (True, True, False, False)
    """
    if _SIGNS.lost_before.search(before):
        return _SIGNS.later.match(tail) is not None or not _SIGNS.done_behind.match(tail)
    return any(
        pattern.match(tail)
        for pattern in (
            _SIGNS.lost_behind,
            _SIGNS.lost_right_behind,
            _SIGNS.left_over,
            _SIGNS.later,
            _SIGNS.put_off_by_comma,
            _SIGNS.called_off_by_comma,
        )
    )


def is_total(before: str, quote: str, tail: str) -> bool:
    """Tell whether a number is said to be how many there are by now: 計17手続, これで19施設, 40手続に到達させる.

    >>> is_total("5手続を追加し、", "計17手続", "になりました"), is_total("講座を", "5回", "開催した")
    (True, False)
    """
    return any((_SIGNS.total_before.search(before), _SIGNS.total_within.match(quote), _SIGNS.became.match(tail)))


def counts_on(quantity: Quantity) -> bool:
    """Tell whether a number says itself that it counts from the plan's beginning: 累計14箇所; not 延べ24回, nor 登録14人."""
    return _SIGNS.since_the_beginning.search(quantity.quote) is not None


def is_running(before: str, quote: str) -> bool:
    """Tell whether a number counts from the plan's beginning, whatever stands beside it: 累計42人.

    >>> is_running("累計は", "50人"), is_running("", "計3回")
    (True, False)
    """
    return _SIGNS.since_the_beginning.search(before[-5:] + quote) is not None
