"""A spreadsheet keeps a number and a format apart: 0.298 under 0.0% is shown as 29.8%, 45383 under a date as a day.

What is shown is what the body prints, so the shown words are read. openpyxl tells the format but does not apply it, so the few
things that formats of plans' tables do are applied here: percent, decimals, thousands, scaling commas, words in quotes, a
section for negative numbers, days.
"""

import re
from datetime import date, datetime, time, timedelta

from loaders.numbers.written import plain
from loaders.patterns import Pattern
from loaders.prose.eras import ERAS

GENERAL = "General"
_SKIPPED = Pattern(r"\[[^\]]*\]|_.|\*.")
_LITERAL = Pattern(r'"([^"]*)"|\\(.)')
_DIGITS = Pattern(r"[#0?][#0?,]*(?:\.[#0?]+)?,*")
_SCIENTIFIC = Pattern(r"[0#]E[+-]", re.IGNORECASE)

# Value and format, with what a spreadsheet shows; the tests are made from this table.
EXAMPLES: tuple[tuple[float | int | str | bool | None, str, str], ...] = (
    (0.298, "0.0%", "29.8%"),
    (12345.0, "General", "12345"),
    (12345, "#,##0", "12,345"),
    (-1200, "#,##0;▲#,##0", "▲1,200"),
    (-1200, '#,##0;"▲ "#,##0', "▲ 1,200"),
    (118, '0"人"', "118人"),
    (9.8, '0.0"点"', "9.8点"),
    (65, '0"％"', "65％"),
    (0.1 + 0.2, "General", "0.3"),
    (1, "000", "001"),
    (12, "@", "12"),
    (0, '#,##0;▲#,##0;"－"', "－"),
    (1234567, "#,##0,", "1,235"),
    (-3.5, "0.0_ ;[Red]\\-0.0\\ ", "-3.5 "),
    (2.5, "0.00", "2.50"),
    ("120", "General", "120"),
    (None, "General", ""),
    (True, "General", "TRUE"),
)


def shown(value: object, number_format: str) -> str:
    """Return what a spreadsheet shows for a cell's value under its format.

    >>> shown(0.5, "0.0%"), shown(datetime(2024, 4, 1), "yyyy/m/d")
    ('50.0%', '2024/4/1')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(float(value), number_format or GENERAL)
    if isinstance(value, datetime):
        return (
            _day(value.date(), number_format)
            if value.time() == time()
            else f"{_day(value.date(), number_format)} {value:%H:%M}"
        )
    if isinstance(value, date):
        return _day(value, number_format)
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _day(value: date, number_format: str) -> str:
    """Return a day so that its year, month and day can be told, in the era where the format asks for one."""
    if re.search(r"[ge]", number_format or "", re.IGNORECASE) and "General" not in number_format:
        era = next((era for era in ERAS if value.year >= era.first_year), ERAS[-1])
        return f"{era.name}{value.year - era.first_year + 1}年{value.month}月{value.day}日"
    return f"{value.year}/{value.month}/{value.day}"


def _number(value: float, number_format: str) -> str:
    sections = number_format.split(";")
    is_own = len(sections) > 1 and value < 0
    section = sections[1] if is_own else sections[2] if len(sections) > 2 and value == 0 else sections[0]
    pattern = _SKIPPED.sub("", section)
    bare = _LITERAL.sub("", pattern)
    found = _DIGITS.search(_LITERAL.sub(lambda match: "\0" * len(match[0]), pattern))
    if _SCIENTIFIC.search(bare) or "General" in section or section.strip() in ("", "@") or "/" in bare:
        return _general(value)
    if found is None:
        return _literal(pattern)
    digits = _digits(abs(value) if is_own else value, found[0], "%" in bare)
    return _literal(pattern[: found.start()]) + digits + _literal(pattern[found.end() :])


def _digits(value: float, pattern: str, is_percent: bool) -> str:
    scale = len(pattern) - len(pattern.rstrip(","))
    whole, _, decimals = pattern.rstrip(",").partition(".")
    value = value * (100 if is_percent else 1) / 1000**scale
    # Spreadsheets round half away from zero, and what they hold as 1.005 is a hair less.
    rounded = abs(round(abs(value) + 1e-12, len(decimals)))
    text = f"{rounded:{',' if ',' in whole else ''}.{len(decimals)}f}"
    optional = len(decimals) - len(decimals.rstrip("#"))
    while optional and text.endswith("0"):
        text, optional = text[:-1], optional - 1
    width = whole.count("0")
    text = text.rstrip(".") if decimals else text
    return ("-" if value < 0 and float(text.replace(",", "")) else "") + (text if "," in whole else text.zfill(width))


def _literal(pattern: str) -> str:
    """Return the words that a part of a format shows: without the quotes around them."""
    return _LITERAL.sub(lambda match: match[1] if match[1] is not None else match[2], pattern)


def _general(value: float) -> str:
    return plain(value) if abs(value) >= 1e-4 or value == 0 else repr(value)
