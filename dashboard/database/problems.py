"""A store that can't be read is missing, locked, forbidden, damaged, of something else or of another release of the loaders."""

from enum import StrEnum
from typing import Final

import duckdb

from engines.connecting import is_in_use


class Problem(StrEnum):
    """Why a store can't be read."""

    MISSING = "missing"
    LOCKED = "locked"  # open for writing in another program
    FORBIDDEN = "forbidden"
    DAMAGED = "damaged"  # a database that is cut off
    FOREIGN = "foreign"  # no database, or one of something else
    OUTDATED = "outdated"  # of another release of the loaders


# How DuckDB says what is wrong with a file; what it says in other words is damage.
_SAID: Final[tuple[tuple[str, Problem], ...]] = (
    ("Permission denied", Problem.FORBIDDEN),
    ("Access is denied", Problem.FORBIDDEN),
    ("not a valid DuckDB database file", Problem.FOREIGN),
    ("Is a directory", Problem.FOREIGN),
)


def problem_of(error: duckdb.Error | OSError) -> Problem:
    """Return what is wrong with a store whose reading failed so."""
    if isinstance(error, FileNotFoundError):
        return Problem.MISSING
    if isinstance(error, PermissionError):
        return Problem.FORBIDDEN
    if isinstance(error, duckdb.CatalogException | duckdb.BinderException):
        return Problem.OUTDATED
    if is_in_use(error):
        return Problem.LOCKED
    return next((problem for words, problem in _SAID if words in str(error)), Problem.DAMAGED)
