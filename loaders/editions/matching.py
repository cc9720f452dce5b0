"""The next edition of a table renumbers, renames and moves its rows: number, name and section tell which is which."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from loaders.model import Initiative
from loaders.patterns import Pattern

# Below this a match is for a person to settle.
SURE = 0.8
# Names that have less in common than this are two names.
LEAST_ALIKE = 0.6
# What may differ in a name that is the same: signs, blanks, the kind of bracket.
SIGNS = Pattern(r"[\W_]+")


@dataclass(frozen=True)
class Match:
    """A row of an edition and the row of the edition before that it goes on from; both by their numbers.

    `confidence` is 0 to 1; `reason` says in Japanese what tells it.
    """

    number: int
    before: int
    confidence: float
    reason: str

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look at it."""
        return self.confidence < SURE


def match_rows(
    before: Sequence[Initiative], now: Sequence[Initiative], settled: Mapping[int, int | None] | None = None
) -> tuple[Match, ...]:
    """Return which row of `now` goes on from which of `before`, in the order of `now`; rows that begin or end have none.

    `settled` is a person's word on rows of `now`, by number: the number before, None where the row is new.
    """
    settled = settled or {}
    found = [Match(number, old, 1.0, "人が確かめました") for number, old in settled.items() if old is not None]
    left_before = [row for row in before if row.number not in {match.before for match in found}]
    left_now = [row for row in now if row.number not in settled]
    for step in (_of_the_same_name, _of_a_name_alike):
        taken = list(step(left_before, left_now))
        found += taken
        left_before = [row for row in left_before if row.number not in {match.before for match in taken}]
        left_now = [row for row in left_now if row.number not in {match.number for match in taken}]
    order = {row.number: at for at, row in enumerate(now)}
    return tuple(sorted((match for match in found if match.number in order), key=lambda match: order[match.number]))


def name_of(row: Initiative) -> str:
    """Return what a row is called, as names are compared: one width, one case, no signs."""
    words = " ".join((row.program_name, row.activity, row.measure))
    return SIGNS.sub("", unicodedata.normalize("NFKC", words).casefold())


def _of_the_same_name(before: Sequence[Initiative], now: Sequence[Initiative]) -> Iterator[Match]:
    """Yield rows of one name; of several with it, those of one number or one section."""
    taken: set[int] = set()
    for row in now:
        named = [old for old in before if name_of(old) == name_of(row) and old.number not in taken]
        best = max(named, key=lambda old: _same_place(old, row), default=None)
        if best is not None:
            taken.add(best.number)
            is_sure = len(named) == 1 or any(_same_place(best, row))
            yield Match(
                row.number, best.number, 1.0 if is_sure else 0.6, "名前が同じです" if is_sure else "同じ名前が複数あります"
            )


def _same_place(old: Initiative, row: Initiative) -> tuple[bool, bool]:
    return old.department == row.department, old.number == row.number


def _of_a_name_alike(before: Sequence[Initiative], now: Sequence[Initiative]) -> Iterator[Match]:
    """Yield rows whose names are most alike, the likest pairs first; one number or section makes it likelier."""
    pairs = sorted(
        (
            (_likeness(old, row), old, row)
            for row in now
            for old in before
            if any(_same_place(old, row))
        ),
        key=lambda pair: -pair[0],
    )  # fmt: skip
    taken_before, taken_now = set(), set()
    for likeness, old, row in pairs:
        if likeness >= LEAST_ALIKE and old.number not in taken_before and row.number not in taken_now:
            taken_before.add(old.number)
            taken_now.add(row.number)
            where = "番号と担当課" if all(_same_place(old, row)) else "番号" if old.number == row.number else "担当課"
            yield Match(row.number, old.number, round(likeness, 2), f"名前が似ていて、{where}が同じです")


def _likeness(old: Initiative, row: Initiative) -> float:
    shared = SequenceMatcher(None, name_of(old), name_of(row), autojunk=False).ratio()
    return min(shared + 0.1 * all(_same_place(old, row)), 1.0) if shared >= LEAST_ALIKE else shared
