"""A code's Japanese word, sign and meaning are rows of the store: they are asked there, none is spelled anew."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from dashboard.database import store
from dashboard.database.once import once

Said = TypeVar("Said")


@dataclass(frozen=True)
class CodeRow:
    """A row of a code table; what only some tables have is None in the others.

    `is_outside`: of a reason, whether the cause lies outside what a city can steer. `at_least`: of a band, where it begins
    (1.0 = 100 %). `carried_kind`: of a rule of carrying over, what kind it finds.
    """

    code: str
    label_ja: str
    symbol: str = ""
    meaning: str = ""
    is_outside: bool | None = None
    at_least: float | None = None
    carried_kind: str | None = None


class Codes(Mapping[str, Said], Generic[Said]):
    """The words of one code table, in the table's order, as the store in place has them at the moment of asking."""

    def __init__(self, table: str, said: Callable[[CodeRow], Said], *, where: str = "true") -> None:
        self._table = table
        self._said = said
        self._where = where
        # A page says thousands of words: those of the store that was asked last are at hand.
        self._last: tuple[store.Identity, Mapping[str, Said]] | None = None

    def __getitem__(self, code: str) -> Said:
        """Return what is said of a code; raise KeyError where the store has no such code."""
        return self._all()[code]

    def __iter__(self) -> Iterator[str]:
        """Yield the codes in the order of the table."""
        return iter(self._all())

    def __len__(self) -> int:
        """Return how many codes there are."""
        return len(self._all())

    def _all(self) -> Mapping[str, Said]:
        at, last = store.identity(), self._last
        if last is not None and last[0] == at:
            return last[1]
        said = {code: self._said(row) for code, row in _rows(self._table, self._where, at.file).items()}
        self._last = at, said
        return said


@once(most=64)
def _rows(table: str, where: str, at: store.Identity) -> Mapping[str, CodeRow]:
    found = store.rows(f"select * from store.{table} where {where} order by position", {}, at)
    known = [name for name in CodeRow.__dataclass_fields__ if name in found.columns]
    return {row["code"]: CodeRow(**{name: row[name] for name in known}) for row in found.to_dict("records")}
