"""Nothing of a row is lost: every cell that its line prints is in the store, or a finding of that row quotes it."""

from collections import defaultdict
from collections.abc import Sequence

import duckdb

from loaders.errors import StoreError
from loaders.model import Initiative

# All words that the store keeps of a row, a printed cell or a column each.
KEPT_WORDS = """
select initiative_id, string_agg(text, '' order by span_start, span_end)
from store.cell
where initiative_id between $first and $last
group by initiative_id, printed_kind, printed_year
union all
select initiative_id, unnest([
    number_printed, program_printed, lead_printed, department_printed, activity, measure_printed, unit_printed
])
from store.initiative
where initiative_id between $first and $last
union all
select initiative_id, text from store.other_cell where initiative_id between $first and $last
union all
select initiative_id, quote from store.finding where initiative_id between $first and $last
"""


def check_complete(connection: duckdb.DuckDBPyConnection, initiatives: Sequence[Initiative]) -> None:
    """Hold the written store against lines of the document; raise StoreError naming the first cell that is nowhere in it.

    What is counted is the cells as the document prints them, not what a reading made of them.
    """
    kept: dict[int, list[str]] = defaultdict(list)
    span = {"first": min(row.number for row in initiatives), "last": max(row.number for row in initiatives)}
    for number, words in connection.execute(KEPT_WORDS, span).fetchall():
        kept[number].append(words)
    for row in initiatives:
        for heading, text in row.row:
            if text.strip() and not any(text in words for words in kept[row.number]):
                raise StoreError(f"line {row.source_line}, column {heading}: its words {text[:40]!r} are nowhere in the store")
