"""What turned from one year to the next, told once where several rows of one work turned alike."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.text import words
from dashboard.text.records import Record, known

# So many sections are told by name, the others by their count.
MOST_NAMED: Final = 3


@dataclass(frozen=True)
class Turn:
    """What turned, as the first of its records of the frame `turned` tells it, and the sections whose rows turned so."""

    item: Record
    departments: tuple[str, ...]
    rows: int

    @property
    def owners(self) -> str:
        """Whose it is: '防災課・管財課・市民課ほか2課'."""
        rest = len(self.departments) - MOST_NAMED
        return "・".join(self.departments[:MOST_NAMED]) + (f"ほか{rest}課" if rest > 0 else "")


def read(records: Iterable[Record]) -> tuple[Turn, ...]:
    """Return what turned, in the records' order; a number is told for itself, as no two say the same."""
    alike: dict[tuple[object, ...], list[Record]] = {}
    for at, record in enumerate(records):
        figures = at if known(record["subject"]) else None
        alike.setdefault((record["activity"], record["previous_status"], record["status"], figures), []).append(record)
    return tuple(_turn(its) for its in alike.values())


def _turn(its: Sequence[Record]) -> Turn:
    return Turn(
        item=its[0],
        departments=tuple(filter(None, dict.fromkeys(words.section(str(each["department"])) for each in its))),
        rows=len(its),
    )
