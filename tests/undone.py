"""Initiatives that were left undone, built year by year for the tests that read them."""

from typing import Any

from dashboard.facts.undone_years import InitiativeYear, InitiativeYears

LABELS = {2017: "H29", 2018: "H30", 2019: "R1", 2020: "R2", 2021: "R3"}
PLAN = "防災課と調整し、提供の可否を検討する。"


def year(when: int, status: str | None, carried: bool = False, **more: Any) -> InitiativeYear:
    """A year of 構築 with its status; whatever else it holds is given by name."""
    facts: dict[str, Any] = {"reason": None, "plan": PLAN, "evaluation": "検討は次年度以降に行う。"}
    return InitiativeYear(when, LABELS[when], status, carried, status == "unmet" or carried, **(facts | more))


def row(*years: InitiativeYear, number: int = 6, **more: Any) -> InitiativeYears:
    """An initiative of 障がい福祉課 with its years."""
    facts: dict[str, Any] = {"goal_code": "1", "program": "1-①-イ 被災者支援システムの活用", "activity": "構築"}
    return InitiativeYears(number, department="障がい福祉課", years=years, **(facts | more))


LONG = row(
    year(2017, "unmet", True, reason="dependency"),
    year(2018, "unmet", True, reason="dependency"),
    year(2019, "unmet", True),
    year(2020, "implemented"),
    year(2021, None, plan="協議を行う。"),
)
SHORT = row(year(2019, "implemented"), year(2020, "unmet", reason="covid"), year(2021, None, plan=""), number=4)
