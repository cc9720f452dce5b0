"""One number is written in many ways: 1500, 1,500, １５００, 1.5千, 1千5百, 千五百, 一五〇〇.

Why no library: kanjize (1.6, tried) turns a text that is a number as a whole into an integer. It does not say where in a
sentence a number ends, refuses commas between scales (2億5,000万), and keeps no offsets, which is all of the work here; what
would remain for it is the table of scales below.
"""

from dataclasses import dataclass

from loaders.patterns import Pattern
from loaders.prose.widths import narrow

KANJI_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
SMALL_SCALES = {"十": 10, "百": 100, "千": 1000}
LARGE_SCALES = {"万": 10**4, "億": 10**8, "兆": 10**12}
# 1,000兆 is beyond the budget of the state in yen; what decimals are rounded to is finer than any rate that a plan states.
LARGEST, DECIMALS = 1e15, 6

# As written, and the number that it is; the tests are made from this table.
EXAMPLES: dict[str, float] = {
    "9,813": 9813,
    "１２，５９７": 12597,
    "0": 0,
    "98.5": 98.5,
    "1万": 10000,
    "1万5千": 15000,
    "1.2万": 12000,
    "2億5,000万": 250_000_000,
    "5千": 5000,
    "三": 3,
    "十": 10,
    "十二": 12,
    "二十": 20,
    "百": 100,
    "三千五百": 3500,
    "一万二千三百四十五": 12345,
    "二九六": 296,
    "一五〇〇": 1500,
}

# Digits whose commas part no thousands (1,0000 and 12,34) are no number, nor is a part of them; a list (1,2,3) is one of those.
_DIGITS = Pattern(r"(?:\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?+(?!\d|,\d)")
_RUN = Pattern(r"\d+(?:[,.]\d+)*")
_KANJI = Pattern(f"[{''.join(KANJI_DIGITS)}]+")


@dataclass(frozen=True)
class Numeral:
    """A number and where it is written. `is_kanji`: it starts with a kanji; `is_scaled`: it holds 十百千万億兆."""

    start: int
    end: int
    value: float
    is_kanji: bool
    is_scaled: bool


def parse_numeral(text: str) -> float | None:
    """Return the number that `text` as a whole is, else None.

    >>> parse_numeral("１万５千"), parse_numeral("十二"), parse_numeral("3/4")
    (15000.0, 12.0, None)
    """
    numeral = numeral_at(narrow(text), 0)
    return numeral.value if numeral is not None and numeral.end == len(text) else None


def numeral_at(text: str, start: int) -> Numeral | None:
    """Return the longest number that starts at `start` of `text` (narrowed), None where none does."""
    total, section, at, is_scaled = 0.0, 0.0, start, False
    ceiling, small_ceiling = float("inf"), float("inf")
    while True:
        coefficient, after = _coefficient(text, at)
        sign = text[after : after + 1]
        scale = SMALL_SCALES.get(sign)
        if scale is not None and scale < small_ceiling:
            section += (1.0 if coefficient is None else coefficient) * scale
            at, small_ceiling, is_scaled = after + 1, scale, True
            continue
        if coefficient is not None and (coefficient < small_ceiling or at == start):
            section, at = section + coefficient, after
        scale = LARGE_SCALES.get(text[at : at + 1])
        if at == start or scale is None or scale >= ceiling or section == 0:
            break
        total, section, at, is_scaled = total + section * scale, 0.0, at + 1, True
        ceiling, small_ceiling = scale, float("inf")
    if at == start:
        return None
    return Numeral(start, at, _rounded(total + section), not text[start].isdecimal(), is_scaled)


def digits_at(text: str, start: int) -> Numeral | None:
    """Return the digits at `start` of `text` (narrowed) as a number, without the scales behind them; None where none are."""
    match = _DIGITS.match(text, start)
    return None if match is None else Numeral(start, match.end(), _rounded(float(match[0].replace(",", ""))), False, False)


def is_sayable(value: float) -> bool:
    """Return whether a plan can mean a number: damaged or mistyped digits make others, and infinity of 309 of them.

    >>> is_sayable(2.5e8), is_sayable(-37.0), is_sayable(1e15), is_sayable(float("inf")), is_sayable(1e-9)
    (True, True, False, False, False)
    """
    return value == 0 or 10**-DECIMALS <= abs(value) < LARGEST


def run_end(text: str, start: int) -> int:
    """Return where the digits at `start` of `text` (narrowed) end with their commas and points, well-formed or not.

    >>> run_end("1,0000人", 0), run_end("12,34人", 0), run_end("5人", 1)
    (6, 5, 1)
    """
    match = _RUN.match(text, start)
    return match.end() if match else start


def _rounded(value: float) -> float:
    """Return a number without the dust of binary fractions; what rounding would make 0 is no 0 and stays."""
    return round(value, DECIMALS) or value


def _coefficient(text: str, at: int) -> tuple[float | None, int]:
    """Return the digits at `at` as a number and where they end."""
    if match := _DIGITS.match(text, at):
        return float(match[0].replace(",", "")), match.end()
    if match := _KANJI.match(text, at):
        return float("".join(str(KANJI_DIGITS[sign]) for sign in match[0])), match.end()
    return None, at
