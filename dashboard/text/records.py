"""A row of a frame as a record: what the store leaves open (NULL) comes out of pandas as None or as one of its NaNs."""

from typing import Any

import pandas as pd

from dashboard.database.queries import Record, rows_of

__all__ = ["Record", "known", "program_of", "rows_of", "text_of"]


def known(value: Any) -> Any:
    """Return a value of a record, None where it is open.

    >>> known(float("nan")), known(None), known("回")
    (None, None, '回')
    """
    # A NaN is not even itself; asking pandas takes ten times as long.
    return None if value is None or value is pd.NA or value != value else value


def text_of(value: Any) -> str:
    """Return words of a record, '' where there are none."""
    return "" if known(value) is None else str(value)


def program_of(record: Record) -> str:
    """Return the program of a record by its code and name: '1-①-ア 情報発信'; one without a code begins with a blank."""
    return f"{record['program_code']} {record['program_name']}"
