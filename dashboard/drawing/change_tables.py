"""What people wrote and changed is listed for a meeting: what is new since a day, and who did what, when and why."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from dashboard.facts.news import News
from dashboard.facts.trail import TrailEntry
from dashboard.text import words

NEWS: Final[list[str]] = ["日", "種類", "番号", "実施内容", "変わったこと", "だれが"]
TRAIL: Final[list[str]] = ["日時", "だれが", "種類", "番号", "したこと", "理由"]
FORM: Final = "%Y-%m-%d %H:%M"


def news(found: Sequence[News]) -> pd.DataFrame:
    """Return one row a thing that is new, as the list for a meeting."""
    rows = [
        [one.day.isoformat(), one.kind, "" if one.number is None else str(one.number), one.named, one.what, one.who]
        for one in found
    ]
    return pd.DataFrame(rows, columns=NEWS)


def trail(found: Sequence[TrailEntry]) -> pd.DataFrame:
    """Return one row an act, with the minute in Japan."""
    rows = [
        [
            (one.made_at + words.JAPAN_AHEAD).strftime(FORM),
            one.who,
            one.kind,
            "" if one.number is None else str(one.number),
            one.what,
            one.why,
        ]
        for one in found
    ]
    return pd.DataFrame(rows, columns=TRAIL)
