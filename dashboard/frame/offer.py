"""A box to choose from sends all its options to the browser: of thousands the first are offered, the filter finds others."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final, TypeVar

import streamlit as st

Option = TypeVar("Option")
# More than these nobody scrolls through, and a browser takes seconds to open them.
MOST: Final = 1_000
FIRST: Final = 300
REST: Final = f"はじめの{FIRST}件。ほかは絞り込みから"


def offered(options: Sequence[Option], held: Collection[Option] = ()) -> Sequence[Option]:
    """Return the options to offer: all of them, of too many the first and those that are chosen.

    >>> offered(["a", "b"])
    ['a', 'b']
    """
    if len(options) <= MOST:
        return options
    first = options[:FIRST]
    return [*first, *(one for one in dict.fromkeys(held) if one in options and one not in first)]


def around(options: Sequence[int], number: int | None) -> Sequence[int]:
    """Return the numbers to offer, in their order: all of them, of too many those around the one that is open.

    >>> around([1, 2, 3], 2)
    [1, 2, 3]
    """
    if len(options) <= MOST:
        return options
    at = sum(one < number for one in options) if number is not None else 0
    begin = min(max(0, at - FIRST // 2), len(options) - FIRST)
    return options[begin : begin + FIRST]


def held(key: str) -> list[str]:
    """Return what is chosen under a widget's key, in the session or in an address that was opened."""
    chosen: Iterable[str] = st.session_state.get(key) or st.query_params.get_all(key)
    return list(chosen)
