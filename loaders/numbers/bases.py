"""One amount is written in many units (3億2,000万円, 320,000千円; 7分40秒; 64.2千人): what it is, is told by its base."""

import unicodedata
from functools import lru_cache

from loaders.model import Quantity
from loaders.numbers.units import is_counter, usual_unit
from loaders.patterns import Pattern

# Of a number without a unit.
UNITLESS = "1"
SCALES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "億": 1e8, "兆": 1e12}
LENGTHS_OF_TIME = {"秒": 1.0, "分": 60.0, "時間": 3600.0}
_SCALED = Pattern(rf"(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})(?P<base>.+)")
# What a rate is told for, behind a stroke: 回/年.
PERIODS = "年度?|月|週|日|回"
_PERIOD = Pattern(rf"/(?:{PERIODS}|2か月|四半期|半期)$")
# What decimals are rounded to: arithmetic leaves dust behind them.
_DECIMALS = 6


def base_of(unit: str | None) -> tuple[str, float]:
    """Return the base unit of a unit, and how many of it one is; a period (回/年) is no part of it.

    >>> base_of("万円"), base_of("分"), base_of("千人"), base_of("名"), base_of(None)
    (('円', 10000.0), ('秒', 60.0), ('人', 1000.0), ('人', 1.0), ('1', 1.0))
    """
    return _base_of(unit)


@lru_cache(maxsize=4096)
def _base_of(unit: str | None) -> tuple[str, float]:
    usual = without_period(unit)
    if usual is None:
        return UNITLESS, 1.0
    if usual in LENGTHS_OF_TIME:
        return "秒", LENGTHS_OF_TIME[usual]
    scaled = _SCALED.fullmatch(usual)
    if scaled is None or not is_counter(scaled["base"]):
        return usual, 1.0
    return usual_unit(scaled["base"]) or scaled["base"], SCALES[scaled["scale"]]


def without_period(unit: str | None) -> str | None:
    """Return the usual spelling of a unit without the period that it is told for, None where nothing is left.

    >>> without_period("回／年"), without_period("カ所"), without_period("")
    ('回', '箇所', None)
    """
    return usual_unit(_PERIOD.sub("", unicodedata.normalize("NFKC", unit or "").strip())) or None


def base_value(quantity: Quantity) -> float:
    """Return a quantity in its base unit: 460 of 7分40秒, whose value in minutes is rounded."""
    if quantity.exact is not None:
        return quantity.exact
    return in_base(quantity.value, quantity.unit)


def in_base(value: float, unit: str | None) -> float:
    """Return a value of a unit in the unit's base.

    >>> in_base(1.5, "億円"), in_base(52, "分"), in_base(12, "件")
    (150000000.0, 3120.0, 12.0)
    """
    return round(value * base_of(unit)[1], _DECIMALS)


def in_unit(quantity: Quantity, unit: str | None) -> float:
    """Return a quantity's value in another unit of its base: 3.2 of 32,000万円 in 億円; as written where the bases differ."""
    base, factor = base_of(unit)
    own, own_factor = base_of(quantity.unit)
    if own != base or own_factor == factor:
        return quantity.value
    return round(base_value(quantity) / factor, _DECIMALS)
