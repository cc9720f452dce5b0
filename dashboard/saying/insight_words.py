"""比較・気づき opens with what the year eased and repeated; a tile a kind tells how many there are and what the year has."""

from collections.abc import Iterable, Sequence

from dashboard.facts import contradictions, copies, target_moves
from dashboard.facts.contradictions import Contradiction
from dashboard.facts.copies import Copy, longest, stretches
from dashboard.facts.oddities import CONTRADICTED, COPIED, EXCEEDED, FROZEN, MOVED, PLAN_COPIED, Oddities
from dashboard.facts.series import Series
from dashboard.frame import filters
from dashboard.saying import target_words
from dashboard.text import differences, words


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
    lowered = f"{found.year_ja}の目標の引き下げは{len(eased)}回{target_words.repeated(eased, '回')}"
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


def copied(copies: Sequence[Copy], year: int, label_ja: str, is_comparable: bool = True) -> str:
    """Return how many evaluations repeat the year before's words, how many of them in `year`, and who has done so longest.

    Of a year that can't be compared (`is_comparable`: it is evaluated, and a year was before) no number is told.
    """
    same = [copy for copy in copies if copy.grade == differences.SAME]
    if not same:
        return "前年度と一字一句同じ評価はありません。"
    now = f"（うち{label_ja}は{sum(copy.year == year for copy in same)}件）" if is_comparable else ""
    said = f"前年度と一字一句同じ評価は{len(same)}件{now}です。"
    if is_comparable and all(copy.year == year for copy in same):
        said = f"{label_ja}の評価のうち、前年度と一字一句同じものは{len(same)}件です。"
    group = stretches(same)[0]
    length, first = longest(group), group[0].copies[0]
    return said + (f"最も長いのは{first.department}「{first.activity}」などの{length}年分です。" if length > 2 else "")


def plan_copied(copies: Sequence[Copy]) -> str:
    """Return how many evaluations are the plan's words, and how many of them don't say whether anything was done."""
    warned = sum(copy.is_warning for copy in copies)
    return (
        f"計画の文のままの評価は{len(copies)}件あり、うち{warned}件は実施したかどうかが書かれていません"
        f"（残る{len(copies) - warned}件は数値だけが加えられています）。"
    )


def contradicted(found: Iterable[Contradiction]) -> str:
    """Return how many there are of each kind; of none, what was looked for."""
    kinds = [one.kind for one in found]
    if not kinds:
        looked_for = "、".join(f"「{words.FINDING_KINDS[kind]}」" for kind in contradictions.KINDS)
        return f"{looked_for}を調べましたが、見つかりませんでした。"
    parts = "、".join(f"「{words.FINDING_KINDS[kind]}」{kinds.count(kind)}件" for kind in contradictions.KINDS if kind in kinds)
    return f"食い違いは{len(kinds)}件です（{parts}）。"
