"""Plans are read one by one, each with rows numbered from 1; in one store the numbers of each go on from those before it."""

from collections.abc import Iterator, Mapping

from loaders.store.rows import Row, Rows

# What rows are numbered by. A column of a longer name that ends so (target_quantity_id) refers to such a row.
KEYS = (
    *("plan_id", "document_id", "initiative_id", "cell_id", "quantity_id", "indicator_id"),
    *("finding_id", "correction_id", "change_id"),
)


def combined(plans: Mapping[int, Rows]) -> tuple[Rows, dict[int, int]]:
    """Return the rows of all plans, each by its plan_id, numbered for one store; and how far each one's initiatives were moved.

    The rows of the first keep their numbers. What belongs to no plan (fiscal years, codes) is the same for all and stands once.
    """
    found: Rows = {}
    last = dict.fromkeys(KEYS, 0)
    moved_by = {}
    for plan_id, rows in plans.items():
        steps = last | {"plan_id": plan_id - 1}
        moved_by[plan_id] = steps["initiative_id"]
        for table, its_rows in rows.items():
            moved = list(_moved(its_rows, steps))
            known = found.setdefault(table, [])
            known.extend(moved if _keys_of(moved) else (row for row in moved if row not in known))
            for key in KEYS:
                last[key] = max([last[key], *(row[key] for row in moved if row.get(key) is not None)])
    return found, moved_by


def _moved(rows: list[Row], steps: Mapping[str, int]) -> Iterator[Row]:
    keys = _keys_of(rows)
    if not any(steps[key] for key in keys.values()):
        # Nobody has changed them: a copy of a large plan would stand in memory beside it.
        yield from rows
        return
    for row in rows:
        yield row | {name: row[name] + steps[key] for name, key in keys.items() if row[name] is not None}


def _keys_of(rows: list[Row]) -> dict[str, str]:
    """Return the columns that hold numbers of rows, each with what it numbers."""
    names = rows[0] if rows else ()
    return {name: key for name in names for key in KEYS if name == key or name.endswith(f"_{key}")}
