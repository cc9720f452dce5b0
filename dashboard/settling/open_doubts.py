"""How many doubts wait for a person stands in the menu, and how many of a kind are settled on the page 要確認."""

import logging
import re
from collections import Counter
from typing import Final

import pandas as pd

from dashboard.database import queries, store
from dashboard.database.once import once
from dashboard.database.queries import Filter
from dashboard.facts import doubtful_figures, doubtful_words, doubts
from dashboard.facts.doubts import Doubt
from dashboard.frame import plans
from dashboard.text import words

LOG: Final = logging.getLogger(__name__)
TITLE: Final = "要確認"
# What doubts are about, by the frames review_*.
ASKED: Final = ("outcomes", "figures", "findings", "promises", "places")
COUNTED: Final = re.compile(r"（[0-9,]+）$")


def title() -> str:
    """Return the name of the page in the menu, with how many doubts there are: '要確認（21）'."""
    try:
        with store.one_store(), store.one_plan(plans.in_address()):
            count = len(_listed(store.identity(), Filter(year=0)))
    except Exception:
        # The menu stands around every page: what fails is told by the frame, in its place.
        LOG.debug("the doubts could not be counted", exc_info=True)
        return TITLE
    return f"{TITLE}（{count:,}）" if count else TITLE


def bare(title: str) -> str:
    """Return a page's name without its count.

    >>> bare("要確認（21）")
    '要確認'
    """
    return COUNTED.sub("", title)


def listed(chosen: Filter) -> list[Doubt]:
    """Return the open doubts that the filter lets through, what most hangs on first."""
    return list(_listed(store.identity(), chosen))


# The menu asks at every run of every page. Doubts are frozen: nobody needs a copy, as Streamlit's cache makes one.
@once(most=20)
def _listed(at: store.Identity, chosen: Filter) -> tuple[Doubt, ...]:
    plan_id = plans.in_force()
    last = queries.frame("plan")["last_evaluated_year"].iloc[0]
    year = 0 if pd.isna(last) else int(last)
    queries.ahead(*((f"review_{name}", chosen) for name in ASKED[1:]))
    asked = {name: queries.frame(f"review_{name}", chosen) for name in ASKED}
    quantities = queries.frame("review_quantities")
    found = doubts.ordered(
        [
            *doubtful_words.of_misfits(queries.frame("review_misfits"), plan_id, words.ITEMS),
            *doubtful_figures.of_figures(asked["figures"], quantities, plan_id, year),
            *doubtful_words.of_outcomes(asked["outcomes"], plan_id, year),
            *doubtful_figures.of_findings(asked["findings"], quantities, queries.frame("review_indicators"), plan_id, year),
            *doubtful_words.of_promises(asked["promises"], plan_id),
            *doubtful_words.of_places(asked["places"], plan_id),
        ]
    )
    return tuple(found)


def settled() -> Counter[str]:
    """Return how many doubts people have settled, by kind."""
    found = queries.frame("review_counts")
    return Counter({str(kind): int(count) for kind, count in zip(found["kind"], found["settled"], strict=True)})


def table(found: list[Doubt]) -> pd.DataFrame:
    """Return doubts as a table, in their order."""
    return pd.DataFrame(
        [
            {
                "番号": one.number,
                "種類": doubts.KINDS[one.kind],
                "確かめること": one.where,
                "読み取り": one.concluded,
                "担当課": one.department,
            }
            for one in found
        ],
        columns=["番号", "種類", "確かめること", "読み取り", "担当課"],
    )
