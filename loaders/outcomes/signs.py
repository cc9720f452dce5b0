"""What a clause of an evaluation can say of the planned work, and a phrase that says it."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """What a clause says of the planned work."""

    TRANSFERRED = "transferred"  # 移管
    MERGED = "merged"  # 統合
    ENDED = "ended"  # 廃止, 事業終了
    DECIDED_AGAINST = "decided_against"  # 見送ることとした
    INCONCLUSIVE = "inconclusive"  # 検討結果を出すには至らなかった
    POSTPONED = "postponed"  # 次年度以降に行う
    CANCELLED = "cancelled"  # 中止
    NOT_DONE = "not_done"  # 未実施
    MISSED_GOAL = "missed_goal"  # 目標に届かなかった
    FELL_SHORT = "fell_short"  # 至らなかった
    BEHIND = "behind"  # 遅れている
    LATE = "late"  # 予定より遅れたが、行われた
    NOTHING_TO_DO = "nothing_to_do"  # 特段、対応することはなかった
    ATTAINED = "attained"  # 目標値を達成した
    STUDIED = "studied"  # 検討した
    CARRIED_OUT = "carried_out"  # 実施した
    PLANNED_STUDY = "planned_study"  # 検討する
    PLANNED = "planned"  # 周知を図る


CLOSING = frozenset({Sign.TRANSFERRED, Sign.MERGED, Sign.ENDED, Sign.DECIDED_AGAINST})
FAILING = frozenset(
    {
        Sign.INCONCLUSIVE,
        Sign.POSTPONED,
        Sign.CANCELLED,
        Sign.NOT_DONE,
        Sign.MISSED_GOAL,
        Sign.FELL_SHORT,
        Sign.BEHIND,
        Sign.LATE,
    }
)
DOING = frozenset({Sign.ATTAINED, Sign.CARRIED_OUT})


@dataclass(frozen=True)
class Word:
    """A phrase: what it says, its pattern, clauses that say it, and clauses that look alike and say something else."""

    sign: Sign
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()


def word(sign: Sign, pattern: str, *examples: str, others: tuple[str, ...] = ()) -> Word:
    """Return a row of a vocabulary table, with its pattern compiled."""
    return Word(sign, re.compile(pattern), examples, others)
