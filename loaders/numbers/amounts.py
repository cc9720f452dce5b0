"""A number with its unit, and what the words that touch it say of it."""

from dataclasses import dataclass

from loaders.model import Comparator


@dataclass(frozen=True)
class Amount:
    """A number as read, its offsets in the text, and what the words that touch it say.

    `change` is -1, 0 or 1: a fall, none, a rise; `value` is negative for a fall.
    """

    start: int
    end: int
    value: float
    unit: str | None
    comparator: Comparator = Comparator.EQUAL
    change: int = 0
    is_part: bool = False
    is_total: bool = False
    is_cumulative: bool = False
    is_frequency: bool = False
    exact: float | None = None
