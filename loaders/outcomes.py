"""Whether a goal was met is said by numbers or by words: 未実施, 見送り, 至らなかった, 次年度以降に行う, 統合."""

from collections.abc import Sequence

from loaders.model import Cell, Finding, Indicator, Initiative, Outcome


def judge(
    initiative: Initiative, cells: Sequence[Cell], indicators: Sequence[Indicator], years: Sequence[int]
) -> tuple[tuple[Outcome, ...], tuple[Finding, ...]]:
    """Return one outcome for each of `years` (the years with an evaluation column), in order, and findings."""
    return (), ()
