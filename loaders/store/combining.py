"""Plans are read one by one, each with rows numbered from 1; in one store the numbers of each go on from those before it."""

from collections.abc import Iterator, Mapping

from loaders.store.rows import Row, Rows

# What rows are numbered by. A column of a longer name that ends so (target_quantity_id) refers to such a row.
KEYS = (
    *("plan_id", "document_id", "initiative_id", "cell_id", "quantity_id", "indicator_id"),
    *("finding_id", "correction_id", "change_id"),
)


class Combining:
    """Numbers the rows of plans for one store, one plan after the other, so that none but the latest stands in memory.

    The rows of the first keep their numbers. What belongs to no plan (fiscal years, codes) is the same for all and stands once.
    """

    def __init__(self) -> None:
        self._last = dict.fromkeys(KEYS, 0)
        self._shared: dict[str, list[Row]] = {}

    def next(self, plan_id: int, rows: Rows) -> tuple[Rows, int]:
        """Return what the rows of a plan add to the store, and how far its initiatives were moved."""
        steps = self._last | {"plan_id": plan_id - 1}
        added: Rows = {}
        last = dict(self._last)
        for table, its_rows in rows.items():
            moved = list(_moved(its_rows, steps))
            if its_rows and not keys_of(moved):
                known = self._shared.setdefault(table, [])
                moved = [row for row in moved if row not in known]
                known += moved
            added[table] = moved
            for key in KEYS:
                last[key] = max([last[key], *(row[key] for row in moved if row.get(key) is not None)])
        self._last = last
        return added, steps["initiative_id"]


def _moved(rows: list[Row], steps: Mapping[str, int]) -> Iterator[Row]:
    keys = keys_of(rows)
    if not any(steps[key] for key in keys.values()):
        # Nobody has changed them: a copy of a large plan would stand in memory beside it.
        yield from rows
        return
    for row in rows:
        yield row | {name: row[name] + steps[key] for name, key in keys.items() if row[name] is not None}


def keys_of(rows: list[Row]) -> dict[str, str]:
    """Return the columns that hold numbers of rows, each with what it numbers."""
    names = rows[0] if rows else ()
    return {name: key for name in names for key in KEYS if name == key or name.endswith(f"_{key}")}
