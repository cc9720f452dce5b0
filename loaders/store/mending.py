"""A person's word changes what is concluded of one row: that row is read again, and the others stay as the store has them.

What comes of it is the same as reading the whole plan again, but for how long it takes: nobody waits for a plan to be read
because of one number.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from loaders.corrections.fitting import followed
from loaders.corrections.form import Correction
from loaders.store.combining import KEYS
from loaders.store.identities import Row, Rows

# What an edition changed is told by its tables alone: no word changes it.
OF_EDITIONS = "edition_change"


def touched(stored: Rows, said: Iterable[Correction]) -> frozenset[int]:
    """Return the numbers of the initiatives of which something else is said now than when the store was built."""
    names = {int(row["number"]): str(row["activity"]) for row in stored["initiative"]}
    before = {_word(row) for row in stored["correction"] if row["revision"] is not None}
    now = {_word(vars(followed(one, names))) for one in said}
    return frozenset(number for number, *_ in before ^ now)


def _word(row: Row) -> tuple[int, int, int | None, str, str]:
    return row["number"], row["revision"], row["year"], str(row["item"]), row["place"]


def mended(stored: Rows, read: Rows, numbers: Collection[int]) -> Rows:
    """Return the rows of a plan: those of `numbers` as they were read again, all others as stored; numbered from 1 in order.

    `read` holds what belongs to the plan as a whole as well, findings on other rows included; both number initiatives by their
    own numbers.
    """
    order = {row["initiative_id"]: at for at, row in enumerate(stored["initiative"])}
    found: Rows = {}
    sides: dict[str, list[tuple[int, Row]]] = {}
    for table, old in stored.items():
        new = read.get(table, [])
        if table == "fiscal_year":
            found[table] = sorted({row["year"]: row for row in (*old, *new)}.values(), key=lambda row: int(row["year"]))
        elif table == "plan":
            found[table] = new
        elif table == "correction":
            found[table] = list(_words(old, new, numbers))
        elif table == OF_EDITIONS or not _is_of_rows((*old, *new)):
            found[table] = old
        else:
            owner = _owners(stored, table), _owners(read, table)
            kept = [(0, row) for row in old if (at := owner[0](row)) is not None and at not in numbers]
            again = [(1, row) for row in new if (at := owner[1](row)) is None or at in numbers]
            # Whatever is about no row follows those that are, as when the plan is read whole.
            sides[table] = sorted(kept + again, key=lambda one: order.get(owner[one[0]](one[1]) or 0, len(order)))
    made = found | _numbered(sides)
    # In the order of the store, in which each refers only to rows before it.
    return {table: made[table] for table in stored}


def _is_of_rows(rows: Sequence[Row]) -> bool:
    """Return whether a table tells of initiatives, by the columns that its rows have."""
    return bool(rows) and ("initiative_id" in rows[0] or "indicator_id" in rows[0])


def _words(stored: Iterable[Row], read: Iterable[Row], numbers: Collection[int]) -> Iterator[Row]:
    """Yield people's words; whether one on a row that was not read again fits is as it was."""
    known = {_word(row): row for row in stored}
    for row in read:
        before = None if row["number"] in numbers else known.get(_word(row))
        yield row | ({name: before[name] for name in ("is_applied", "found")} if before is not None else {})


def _owners(rows: Rows, table: str) -> Callable[[Row], int | None]:
    """Return what tells the initiative that a row of a table belongs to; None where it is about the plan."""
    its_rows = rows.get(table, [])
    if not its_rows or "initiative_id" in its_rows[0]:
        return itemgetter("initiative_id")
    of_indicator = {row["indicator_id"]: row["initiative_id"] for row in rows["indicator"]}
    return lambda row: of_indicator[row["indicator_id"]]


def _numbered(sides: Mapping[str, list[tuple[int, Row]]]) -> Rows:
    """Return rows of two readings in one numbering; what refers to a row goes on referring to it."""
    own = {table: f"{table}_id" for table in sides if f"{table}_id" in KEYS and table != "initiative"}
    numbers = {
        key: {(side, row[key]): at for at, (side, row) in enumerate(sides[table], start=1)} for table, key in own.items()
    }

    found: Rows = {}
    for table, rows in sides.items():
        names = rows[0][1] if rows else ()
        keys = {name: key for name in names for key in numbers if name == key or name.endswith(f"_{key}")}
        found[table] = [
            row | {name: numbers[key][side, row[name]] for name, key in keys.items() if row[name] is not None}
            for side, row in rows
        ]
    return found
