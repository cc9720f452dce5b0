"""What a load came to is counted in the store that it made: nobody keeps all rows of all plans in memory to count them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from loaders.store.asking import asked

# Rows of each table by what they are; what is not told apart is called ''.
COUNTED: Final = {
    "initiative": "select '', count(*) from store.initiative",
    "cell": "select if(is_moved, 'moved', ''), count(*) from store.cell group by 1",
    "quantity": "select role, count(*) from store.quantity group by 1",
    "indicator": "select '', count(*) from store.indicator",
    "indicator_year": (
        "select 'targets', count(target) from store.indicator_year"
        " union all select 'results', count(result) from store.indicator_year"
    ),
    "outcome": "select status, count(*) from store.outcome group by 1",
    "finding": "select kind, count(*) from store.finding group by 1",
    "correction": "select '', count(*) from store.correction",
}


@dataclass(frozen=True)
class Counts:
    """How many rows the tables of a store have, by what they are; '' for those that are nothing in particular."""

    parts: Mapping[str, Mapping[str, int]]

    def all(self, table: str) -> int:
        """Return how many rows a table has."""
        return sum(self.parts[table].values())

    def named(self, table: str) -> dict[str, int]:
        """Return how many of a table's rows are what, the most first."""
        named = {name: count for name, count in self.parts[table].items() if name}
        return dict(sorted(named.items(), key=lambda one: (-one[1], one[0])))


def counted(store: Path) -> Counts:
    """Return what a store holds."""
    with asked(store) as connection:
        return Counts({table: dict(connection.execute(sql).fetchall()) for table, sql in COUNTED.items()})
