"""Plans are read one by one, each with rows numbered from 1; in one store the numbers of each go on from those before it."""

from collections.abc import Iterable, Iterator, Mapping

from loaders.store.identities import Row, Rows

# What rows are numbered by. A column of a longer name that ends so (target_quantity_id) refers to such a row.
TABLES_OF_KEYS = {
    "plan_id": "plan",
    "document_id": "document",
    "initiative_id": "initiative",
    "cell_id": "cell",
    "quantity_id": "quantity",
    "indicator_id": "indicator",
    "finding_id": "finding",
    "correction_id": "correction",
    "change_id": "edition_change",
}
KEYS = tuple(TABLES_OF_KEYS)


class Combining:
    """Numbers the rows of plans for one store, one plan after the other, so that none but the latest stands in memory.

    The rows of the first keep their numbers. What belongs to no plan (fiscal years, codes) is the same for all and stands once.
    """

    def __init__(self) -> None:
        self.last = dict.fromkeys(KEYS, 0)
        self._shared: dict[str, list[Row]] = {}

    def next(self, plan_id: int, rows: Rows) -> tuple[Rows, int]:
        """Return what the rows of a plan add to the store, and how far its initiatives were moved."""
        steps = self.last | {"plan_id": plan_id - 1}
        added: Rows = {}
        last = dict(self.last)
        for table, its_rows in rows.items():
            moved = list(_moved(its_rows, steps))
            if its_rows and not keys_of(its_rows[0]):
                known = self._shared.setdefault(table, [])
                moved = [row for row in moved if row not in known]
                known += moved
            added[table] = moved
            for key in KEYS:
                last[key] = max([last[key], *(row[key] for row in moved if row.get(key) is not None)])
        self.last = last
        return added, steps["initiative_id"]

    def go_on(self, last: Mapping[str, int], shared: Rows) -> None:
        """Go on behind rows that came otherwise: the store's highest numbers, and what it has that belongs to no plan."""
        self.last = dict(last)
        self._shared |= shared


def _moved(rows: list[Row], steps: Mapping[str, int]) -> Iterator[Row]:
    keys = keys_of(rows[0] if rows else ())
    if not any(steps[key] for key in keys.values()):
        # Nobody has changed them: a copy of a large plan would stand in memory beside it.
        yield from rows
        return
    for row in rows:
        yield row | {name: row[name] + steps[key] for name, key in keys.items() if row[name] is not None}


def keys_of(names: Iterable[str]) -> dict[str, str]:
    """Return the columns that hold numbers of rows, each with what it numbers."""
    return {name: key for name in names for key in KEYS if name == key or name.endswith(f"_{key}")}
