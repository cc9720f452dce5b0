"""A target and a result in one row and year can belong together by chance: what ties them says how sure a pair is.

A pair that the words state together (9,813人/10,000人) or call by one name is sure. One that only counts in the same unit is as
sure as it is alone. What speaks against a figure lowers it further: a rival, a jump, a target that nothing answers.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from loaders.confidence import DOUBTED, is_doubtful
from loaders.doubt.cell_numbers import (
    counts_nothing,
    is_beside_number,
    is_never_answered,
    is_of_every_year,
    is_of_unsure_swap,
    is_set_otherwise,
)
from loaders.doubt.magnitudes import is_near, jumps
from loaders.doubt.signs import DoubtSign
from loaders.model import (
    Cell,
    Finding,
    FindingKind,
    Indicator,
    IndicatorYear,
    Kind,
    Place,
    Quantity,
    Reading,
    Role,
    Severity,
)
from loaders.numbers.bases import base_value, in_unit
from loaders.numbers.equality import same_value
from loaders.numbers.roles import LABEL
from loaders.numbers.written import written
from loaders.series.count_cues import counts_on
from loaders.series.label_similarity import ALIKE, core, similarity, unit_class

# How a pair is tied, from the surest on.
STATED_BY_GRID = DoubtSign(0.98, "grid")
STATED_TOGETHER = DoubtSign(0.97, "stated_together")
ONE_NAME = DoubtSign(0.95, "one_name")
ONLY_ONE_OF_ITS_UNIT = DoubtSign(0.85, "only_one_of_its_unit")
FIRST_OF_SEVERAL = DoubtSign(0.6, "first_of_several")
# A figure without its counterpart.
TARGET_ALONE = DoubtSign(0.9, "target_alone")
RESULT_ALONE = DoubtSign(0.85, "result_alone")
# What speaks against a figure.
UNANSWERED_BESIDE_RESULT = DoubtSign(DOUBTED, "unanswered_beside_result")
UNANSWERED_THOUGH_DONE = DoubtSign(DOUBTED, "unanswered_though_done")
UNANSWERED_BESIDE_NUMBER = DoubtSign(DOUBTED, "unanswered_beside_number")
NEVER_ANSWERED = DoubtSign(DOUBTED, "never_answered")
UNANSWERED_OF_EVERY_YEAR = DoubtSign(DOUBTED, "unanswered_of_every_year")
COUNTS_NOTHING = DoubtSign(DOUBTED, "counts_nothing")
SET_OTHERWISE = DoubtSign(DOUBTED, "set_otherwise")
UNSURE_SWAP = DoubtSign(DOUBTED, "unsure_swap")
OTHER_UNIT = DoubtSign(DOUBTED, "other_unit")
JUMP = DoubtSign(DOUBTED, "jump")
RESTATED_OTHERWISE = DoubtSign(0.6, "restated_otherwise")
OTHER_BASIS = DoubtSign(DOUBTED, "other_basis")
RIVAL = DoubtSign(DOUBTED, "rival")
SUM_OF_PARTS = DoubtSign(DOUBTED, "sum_of_parts")
UNSURE_DIRECTION = DoubtSign(DOUBTED, "unsure_direction")
UNSURE_PLACE = "unsure_place"

# What a person is asked to look at where a sign makes a figure doubtful.
MESSAGES: Final = {
    "unanswered_beside_result": "同じ単位の目標と実績がありますが、同じものの数かどうかが確かでないため、結び付けていません。",
    "unanswered_though_done": "評価は行ったと述べていますが、目標に対する実績の数値が読み取れません。",
    "unanswered_beside_number": "評価に目標と同じ単位の数値がありますが、実績かどうかが確かでないため、結び付けていません。",
    "never_answered": "計画にだけ出てくる数値で、どの年度にも実績が読み取れません。目標の数値かどうかを確認してください。",
    "unanswered_of_every_year": "毎年度の目標と読みましたが、この年度の計画にはなく、実績も読み取れません。",
    "counts_nothing": "何の数値か、単位も名前も書かれていません。",
    "set_otherwise": "目標は評価の中の数値から読みましたが、計画には同じ単位の別の数値が書かれています。",
    "unsure_swap": "隣り合う欄が入れ替わっていると見て読みましたが、確かではありません。目標と実績が逆かもしれません。",
    "other_unit": "目標と実績で単位が違います。",
    "jump": "目標または前年度の実績と10倍以上違います。桁や数え方を確認してください。",
    "other_basis": "目標は単年度の数、実績は累計と書かれています。",
    "rival": "同じ単位の実績がほかにもあり、目標に対するのがどちらかは確かではありません。",
    "sum_of_parts": "実績をほかの数値と合わせると目標と同じ数になります。内訳の一つだけを実績とした可能性があります。",
    "unsure_direction": "目標が年々下がり、多い方と少ない方のどちらがよいか確かでないため、達成かどうかも確かではありません。",
    UNSURE_PLACE: "印刷された欄の位置が確かでないところから読んだ数値です。",
}

# Names that differ by less in how alike they are to a third say the same of it.
_LIKE_NAMES = 0.1


def weigh(reading: Reading, indicator: Indicator, entry: IndicatorYear) -> DoubtSign:
    """Return how sure an indicator's figures of a year are: the least of all signs that bear on them."""
    return min(_signs(reading, indicator, entry), key=lambda sign: sign.confidence)


def doubt(reading: Reading, indicator: Indicator, entry: IndicatorYear) -> Finding | None:
    """Return what a person should look at where the weighed figures of a year are doubtful, None where they are not."""
    if not is_doubtful(entry.confidence):
        return None
    quotes = " … ".join(quantity.quote for quantity in _quantities(entry))
    message = f"{indicator.name}：{MESSAGES[entry.rule]}{_computed(reading, indicator, entry)}"
    return Finding(FindingKind.DOUBTFUL_FIGURE, Severity.INFO, message, quotes, reading.initiative.number, entry.year)


def _signs(reading: Reading, indicator: Indicator, entry: IndicatorYear) -> Iterator[DoubtSign]:
    if all(quantity.rule == STATED_BY_GRID.rule for quantity in _quantities(entry)):
        yield STATED_BY_GRID
        yield from (sign for sign in (JUMP,) if jumps(indicator, entry))
        if not indicator.is_direction_sure and _is_apart(entry):
            yield UNSURE_DIRECTION
    else:
        yield _tie(reading, entry)
        yield from _against(reading, indicator, entry)
    for quantity in _quantities(entry):
        yield DoubtSign(_place_confidence(reading.cells, quantity), UNSURE_PLACE)


def _is_apart(entry: IndicatorYear) -> bool:
    """Return whether a result was judged by its target and is another value: which way is better then decides."""
    is_judged = entry.is_met is not None and entry.target is not None and entry.result is not None
    return is_judged and not same_value(entry.target or 0.0, entry.result or 0.0)


def _tie(reading: Reading, entry: IndicatorYear) -> DoubtSign:
    target, result = entry.target_quantity, entry.result_quantity
    if target is None or result is None:
        return RESULT_ALONE if target is None else TARGET_ALONE
    if target.printed == result.printed:
        return STATED_TOGETHER
    rivals = [q for q in reading.quantities if q is not result and _is_rival(q, result)]
    if _have_one_name(target, result):
        return ONE_NAME
    return FIRST_OF_SEVERAL if rivals else ONLY_ONE_OF_ITS_UNIT


def _against(reading: Reading, indicator: Indicator, entry: IndicatorYear) -> Iterator[DoubtSign]:
    is_evaluated = any(cell.place == Place(Kind.RESULT, entry.year) and cell.text.strip() for cell in reading.cells)
    if entry.result is None and entry.target is not None and is_evaluated:
        if any(_is_unasked_result(other, indicator, entry.year) for other in reading.indicators):
            yield UNANSWERED_BESIDE_RESULT
        elif any(o.year == entry.year and o.status.is_carried_out for o in reading.outcomes):
            yield UNANSWERED_THOUGH_DONE
        elif is_beside_number(reading, indicator, entry):
            yield UNANSWERED_BESIDE_NUMBER
        elif is_never_answered(indicator):
            yield NEVER_ANSWERED
        elif is_of_every_year(entry):
            yield UNANSWERED_OF_EVERY_YEAR
    if entry.target is None and any(_is_unanswered(other, indicator, entry.year) for other in reading.indicators):
        yield UNANSWERED_BESIDE_RESULT
    yield from _against_tie(reading, indicator, entry)
    units = {unit_class(q.unit) for q in _quantities(entry)} | {unit_class(indicator.unit)}
    if len(units) > 1:
        yield OTHER_UNIT
    if jumps(indicator, entry):
        yield JUMP
    if counts_nothing(indicator, entry):
        yield COUNTS_NOTHING
    if is_set_otherwise(reading, indicator, entry):
        yield SET_OTHERWISE
    if is_of_unsure_swap(reading, entry):
        yield UNSURE_SWAP
    if entry.first_target is not None:
        yield RESTATED_OTHERWISE


def _against_tie(reading: Reading, indicator: Indicator, entry: IndicatorYear) -> Iterator[DoubtSign]:
    """Yield what else of the year's evaluation might answer a target that another cell states."""
    target, result = entry.target_quantity, entry.result_quantity
    if target is None or result is None or target.printed == result.printed:
        return
    if counts_on(result) and not target.is_cumulative:
        yield OTHER_BASIS
    free = [q for q in _free_results(reading, indicator, entry) if not q.is_cumulative]
    if (
        not free
        or result.rule == LABEL
        or _names_decide(target, result, free)
        or same_value(base_value(target), base_value(result))
    ):
        return
    if same_value(base_value(result) + sum(map(base_value, free)), base_value(target)):
        yield SUM_OF_PARTS
    elif any(is_near(base_value(q), base_value(result)) for q in free):
        yield RIVAL


def _free_results(reading: Reading, indicator: Indicator, entry: IndicatorYear) -> list[Quantity]:
    """Return the year's results in an indicator's unit that answer no target, other than its own."""
    return [
        y.result_quantity
        for other in reading.indicators
        if _is_of_unit(other, indicator)
        for y in other.years
        if y.year == entry.year and y.target is None and y.result_quantity is not None
    ]


def _computed(reading: Reading, indicator: Indicator, entry: IndicatorYear) -> str:
    """Return what the parts that an evaluation tells make together, offered to a person as computed; '' for less than two."""
    parts = [*([entry.result_quantity] if entry.result_quantity else []), *_free_results(reading, indicator, entry)]
    if entry.rule not in (SUM_OF_PARTS.rule, UNANSWERED_BESIDE_RESULT.rule) or entry.target is None or len(parts) < 2:
        return ""
    total = sum(in_unit(part, indicator.unit) for part in parts)
    told = "＋".join(part.quote for part in parts)
    return f"（計算値：{told}＝{written(total)}{indicator.unit or ''}）"


def _is_rival(quantity: Quantity, result: Quantity) -> bool:
    """Whether a number might as well be the result: of its unit, place and role, and no part of a total."""
    return (
        quantity.place == result.place
        and quantity.role is Role.RESULT
        and quantity.part_of is None
        and unit_class(quantity.unit) == unit_class(result.unit)
        and not same_value(base_value(quantity), base_value(result))
    )


def _have_one_name(target: Quantity, result: Quantity) -> bool:
    names = [core(quantity.label or "") for quantity in (target, result)]
    return all(names) and similarity(*names) >= ALIKE


def _names_decide(target: Quantity, result: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a target and its result bear one name that none of the others comes as near to: 訓練 of 避難訓練, 消火訓練."""
    likeness = [similarity(core(target.label or ""), core(q.label or "")) if q.label else 0.0 for q in (result, *others)]
    return _have_one_name(target, result) and all(other < likeness[0] - _LIKE_NAMES for other in likeness[1:])


def _is_unasked_result(other: Indicator, indicator: Indicator, year: int) -> bool:
    """Whether another indicator of the unit has a result of the year that answers no target."""
    return _is_of_unit(other, indicator) and any(
        y.year == year and y.target is None and y.result is not None for y in other.years
    )


def _is_unanswered(other: Indicator, indicator: Indicator, year: int) -> bool:
    """Whether another indicator of the unit has a target of the year that no result answers."""
    return _is_of_unit(other, indicator) and any(
        y.year == year and y.target is not None and y.result is None for y in other.years
    )


def _is_of_unit(other: Indicator, indicator: Indicator) -> bool:
    return other is not indicator and unit_class(other.unit) == unit_class(indicator.unit)


def _quantities(entry: IndicatorYear) -> Sequence[Quantity]:
    return [q for q in (entry.target_quantity, entry.result_quantity) if q is not None]


def _place_confidence(cells: Sequence[Cell], quantity: Quantity) -> float:
    """Return how sure the place of the words is that a number was read from."""
    held = (c for c in cells if c.printed == quantity.printed and c.span_start <= quantity.span_start < c.span_end)
    return max((cell.confidence for cell in held), default=0.0)
