"""The plan of the year after says whether work that was left undone goes on: taken up, in the same words, left out, ended."""

from typing import Final

from dashboard.facts.undone_years import InitiativeYear

TAKEN_UP: Final = "翌年度の計画に記載があります"
SAME_WORDS: Final = "翌年度の計画は、この年度と同じ文です"
NOT_TAKEN_UP: Final = "翌年度の計画に記載がありません"
ENDED: Final = "翌年度の計画では終了・中断としています"
# The same for a narrow cell, and for a column of a table.
SHORT: Final = {TAKEN_UP: "継続", SAME_WORDS: "同文", NOT_TAKEN_UP: "記載なし", ENDED: "終了"}
LABELS: Final[dict[str, str]] = {
    TAKEN_UP: "記載あり",
    SAME_WORDS: "前年度と同じ文",
    NOT_TAKEN_UP: "記載なし",
    ENDED: "終了・中断",
    "": "",
}


def again(year: InitiativeYear, after: InitiativeYear | None) -> str:
    """Return whether the year after plans the work again or ends it; '' after the plan's last year: nothing is known."""
    if after is None:
        return ""
    if not after.plan.strip():
        return NOT_TAKEN_UP
    if after.plan_ends_work:
        return ENDED
    return SAME_WORDS if after.plan.strip() == year.plan.strip() else TAKEN_UP
