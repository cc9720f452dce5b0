"""Whether the numbers of an evaluation reach those of its plan, seen by their units alone, without knowing what they count."""

from collections.abc import Iterator

from loaders.patterns import Pattern
from loaders.prose.widths import narrow

# A number, a denominator behind it, and the first sign of its unit.
_AMOUNT = Pattern(r"(\d[\d,]*(?:\.\d+)?)\s*(?:/\s*(\d[\d,]*(?:\.\d+)?))?\s*([^\d\s、。()【】/・:,.]?)")
# 10件以下, 30日以内, 5分に短縮する: less is asked for.
_LESS = Pattern(r"以下|以内|未満|減|短縮|縮|抑")


def told_amounts(plan: str, evaluation: str) -> Iterator[str]:
    """Yield how an evaluation's numbers stand to its plan's: below, equal or above, or not told in that unit.

    >>> sorted(set(told_amounts("講座を4回開く。", "3回にとどまった。")))
    ['answers 1', 'asks 1', 'below', 'below where more is asked', 'first below']
    """
    asked, told = _amounts(plan), _amounts(evaluation)
    for value, whole, _ in told:
        if whole is not None:
            yield "short of its whole" if value < whole else "its whole"
    wish = "less" if _LESS.search(plan) else "more"
    is_first = True
    for value, _, unit in asked:
        answers = [number for number, _, its_unit in told if its_unit == unit or not unit]
        if not answers:
            yield "not told"
            continue
        stands = "below" if answers[0] < value else "equal" if answers[0] == value else "above"
        yield stands
        yield f"{stands} where {wish} is asked"
        if is_first:
            yield f"first {stands}"
        is_first = False
        if value in answers:
            yield "among them"
    yield f"asks {min(len(asked), 2)}"
    yield f"answers {min(len(told), 2)}"


def _amounts(text: str) -> list[tuple[float, float | None, str]]:
    return [(_value(m[1]), _value(m[2]) if m[2] else None, m[3]) for m in _AMOUNT.finditer(narrow(text))]


def _value(digits: str) -> float:
    return float(digits.replace(",", ""))
