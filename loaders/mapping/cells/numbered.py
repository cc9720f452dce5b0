"""A cell may number what it tells: ①住宅の耐震化率 ②補助件数, and the cells of their values ①85.5 ②300."""

from functools import lru_cache

from loaders.mapping.cells.values import is_blank, read_range, read_values, stands_for_value
from loaders.prose.widths import narrow

# Signs that number parts of a cell, in their order; those of one cell are of one line.
_SIGNS: tuple[tuple[str, ...], ...] = (
    tuple("①②③④⑤⑥⑦⑧⑨⑩"),
    tuple(f"({count})" for count in range(1, 10)),
    tuple(f"{letter})" for letter in "アイウエオカキク"),
    tuple("⑴⑵⑶⑷⑸⑹⑺⑻⑼"),
)
_EDGE = " \t\n　、，,／/;；"

# Cells with what each number stands before, by its place from 0; the tests are made from this table.
EXAMPLES: dict[str, dict[int, str]] = {
    "①住宅の耐震化率（％）\n②補助件数（件）": {0: "住宅の耐震化率（％）", 1: "補助件数（件）"},
    "①430　②8": {0: "430", 1: "8"},
    "（１）延べ人数\n（２）団体数": {0: "延べ人数", 1: "団体数"},
    "ア）男性 イ）女性": {0: "男性", 1: "女性"},
    "②3,364": {1: "3,364"},
    "29（4）": {},
    "講座①と講座②": {},
    "②と①": {},
    "120": {},
}


@lru_cache(maxsize=16384)
def numbered(text: str) -> dict[int, str]:
    """Return what each number of a cell stands before, by the number's place from 0; none where the cell begins with none."""
    plain = narrow(text)
    for signs in _SIGNS:
        found = [(plain.find(sign), at, len(sign)) for at, sign in enumerate(signs) if plain.count(sign) == 1]
        if not found or plain[: found[0][0]].strip() or found != sorted(found):
            continue
        ends = [start for start, _, _ in found[1:]] + [len(plain)]
        return {at: text[start + size : end].strip(_EDGE) for (start, at, size), end in zip(found, ends, strict=True)}
    return {}


def mark_of(text: str, at: int) -> str:
    """Return the sign by which a cell numbers what it tells at a place, '' where it numbers nothing.

    >>> mark_of("①430　②8", 1), mark_of("430", 1)
    ('②', '')
    """
    plain = narrow(text)
    signs = next((signs for signs in _SIGNS if numbered(text) and any(plain.lstrip().startswith(sign) for sign in signs)), ())
    return signs[at] if signs else ""


def states_numbered_values(text: str) -> bool:
    """Return whether a cell numbers several values, or words that stand for one: ①集計中 ②3,364."""
    parts = numbered(text).values()
    return len(parts) > 1 and all(map(_is_value, parts)) and any(map(read_values, parts))


def _is_value(text: str) -> bool:
    return is_blank(text) or stands_for_value(text) or bool(read_range(text))
