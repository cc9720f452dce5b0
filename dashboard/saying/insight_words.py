"""比較・気づき opens with what the year eased and repeated; a tile a kind tells how many there are and what the year has."""

from collections.abc import Sequence

from dashboard.facts import copies, target_moves
from dashboard.facts.oddities import CONTRADICTED, COPIED, EXCEEDED, FROZEN, MOVED, PLAN_COPIED, Oddities
from dashboard.facts.series import Series
from dashboard.frame import filters
from dashboard.text import differences


def title(found: Oddities) -> str:
    """Return in one breath how many targets the year eased, and how many evaluations it repeated word for word."""
    label, eased = filters.year_label(found.year), found.eased
    if found.is_first and not eased:
        return f"{label}は最初の年度で比べられません"
    repeated = f"同じ評価{found.repeated}件" if found.is_evaluated else "評価はまだ"
    return f"{label} 引き下げ{len(target_moves.matters(eased))}件・{repeated}"


def headline(found: Oddities) -> str:
    """Return the same as a sentence, where that can be told."""
    eased = found.eased
    if found.is_first and not eased:
        return f"{found.year_ja}は計画の最初の年度で、目標の引き下げも評価の文も、前年度と比べられません"
    lowered = f"{found.year_ja}の目標の引き下げは{len(eased)}回{target_moves.repeated(eased, '回')}"
    repeated = f"前年度と一字一句同じ評価は{found.repeated}件" if found.is_evaluated else "評価はまだありません"
    return f"{lowered}、{repeated}"


def counts(found: Oddities) -> dict[str, tuple[int, str]]:
    """Return how many of each kind there are, each matter once, and what the chosen year has of them."""
    frozen, exceeded = found.kinds.frozen, found.kinds.exceeded
    label = filters.year_label(found.year)
    same, plans = (
        copies.narrowed(each, grades, None) for each, grades in ((found.same, (differences.SAME,)), (found.plans, ()))
    )
    return {
        MOVED: (len(target_moves.matters(found.moving)), f"{label}の引き下げ{len(target_moves.matters(found.eased))}"),
        FROZEN: (len(target_moves.matters(frozen)), _rows(frozen)),
        EXCEEDED: (len(target_moves.matters(exceeded)), _rows(exceeded)),
        COPIED: (len(same), f"{label} {sum(copy.year == found.year for copy in same)}"),
        PLAN_COPIED: (len(plans), f"{label} {sum(copy.year == found.year for copy in plans)}"),
        CONTRADICTED: (len(found.odd), f"{label} {sum(one.year == found.year for one in found.odd)}"),
    }


def _rows(found: Sequence[Series]) -> str:
    """Return in how many rows of the table the matters stand, where they stand in several."""
    return f"{len(found)}行" if target_moves.repeats(found) else ""
