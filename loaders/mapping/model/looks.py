"""What the cells of a column look like, in shares: values, sentences, years, units, grades … (cells/evidence.py looks)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Evidence:
    """Shares (0 to 1) of a column's non-blank cells that look like something, and how many such cells there are."""

    count: int
    values: float = 0.0
    sentences: float = 0.0
    years: float = 0.0
    bare_years: float = 0.0
    kinds: float = 0.0
    kind_variety: int = 0
    guessed_kinds: float = 0.0
    has_plan_and_result: bool = False
    units: float = 0.0
    sections: float = 0.0
    grades: float = 0.0
    codes: float = 0.0
    leads: float = 0.0
    signs: float = 0.0
    directions: float = 0.0
    suffixed: float = 0.0
    pairs: float = 0.0
    likened_pairs: float = 0.0
    parted: float = 0.0
    lined: float = 0.0
    dated: float = 0.0
    aimed: float = 0.0
    moving: float = 0.0
    done: float = 0.0
    worded: float = 0.0
    distinct: float = 0.0
    length: float = 0.0

    @property
    def tells_kinds(self) -> bool:
        """Whether the cells tell rows apart by their kind: half of them where 目標 and 実績 are among them, else nearly all."""
        return self.kinds >= (0.5 if self.has_plan_and_result else 0.8)
