"""What a search found is counted by year and by section, and taken away place by place."""

from collections import Counter
from collections.abc import Iterable, Sequence

import pandas as pd

from dashboard.facts.hits import NO_YEAR, Hit, place_name


def by_year(hits: Sequence[Hit], labels: Sequence[str]) -> pd.DataFrame:
    """Return how many places of each kind hold the words, one row a year, and one for what has no year."""
    counts = Counter((hit.year, hit.kind) for hit in hits)
    rows = [
        {
            "年度": year,
            "計画": counts[year, "plan"],
            "評価": counts[year, "result"],
            "計": sum(hit.year == year for hit in hits),
        }
        for year in (*labels, NO_YEAR)
    ]
    return pd.DataFrame(rows)


def by_department(hits: Sequence[Hit]) -> pd.DataFrame:
    """Return how many initiatives and places of each section hold the words, the most first."""
    places = Counter(hit.department for hit in hits)
    initiatives = Counter(department for department, _ in {(hit.department, hit.number) for hit in hits})
    rows = sorted(places, key=lambda name: (-places[name], -initiatives[name], name))
    return pd.DataFrame([{"担当課": name, "実施事業": initiatives[name], "か所": places[name]} for name in rows])


def places(hits: Iterable[Hit]) -> pd.DataFrame:
    """Return one row a place with its whole text, for taking away."""
    return pd.DataFrame(
        [
            {
                "番号": hit.number,
                "実施事業": hit.program,
                "実施内容": hit.activity,
                "担当課": hit.department,
                "年度": hit.label or "",
                "欄": place_name(hit.kind),
                "見つかったことば": "、".join(hit.found),
                "本文": hit.text,
            }
            for hit in hits
        ]
    )
