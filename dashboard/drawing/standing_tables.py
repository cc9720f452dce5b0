"""How parts of the plan stand, in the columns of a table and the bars of a chart: the latest year first, the undone marked."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Final

import pandas as pd

from dashboard.facts.standing import signs

# In rem, for the column that `share_heading` names.
SHARE_WIDTH: Final = 4.5


def newest_first(labels: Mapping[int, str]) -> dict[int, str]:
    """Return the years with the latest first: on a phone the columns behind it are scrolled to."""
    return dict(sorted(labels.items(), reverse=True))


def marked(text: str) -> str:
    """Return a cell as Markdown in which what is left undone stands out.

    >>> marked("✕2 ↻1 / 7"), marked("0 / 7")
    (':red[**✕2 ↻1**] / 7', '0 / 7')
    """
    head, slash, rest = text.partition(" / ")
    return f":red[**{head}**]{slash}{rest}" if head.startswith(signs()) else text


def compared_bars(
    part: pd.DataFrame, whole: pd.DataFrame, part_name: str, whole_name: str, labels: Mapping[int, str]
) -> pd.DataFrame:
    """Return one row a bar, year by year the part and then the whole, with the bar's label and n in the column `bar`."""
    rows: list[dict[Hashable, Any]] = []
    for year, label in labels.items():
        for name, frame in ((part_name, part), (whole_name, whole)):
            found: Iterable[dict[Hashable, Any]] = frame[frame["year"] == year].to_dict("records")
            rows += [record | {"bar": f"{label} {name}<br>{record['initiatives']}件"} for record in found]
    return pd.DataFrame(rows)
