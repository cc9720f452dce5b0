"""A clause of an evaluation can say of the planned work that it ended, failed, was done, studied or is still meant."""

from enum import StrEnum


class Predicate(StrEnum):
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


CLOSING = frozenset({Predicate.TRANSFERRED, Predicate.MERGED, Predicate.ENDED, Predicate.DECIDED_AGAINST})
FAILING = frozenset(
    {
        Predicate.INCONCLUSIVE,
        Predicate.POSTPONED,
        Predicate.CANCELLED,
        Predicate.NOT_DONE,
        Predicate.MISSED_GOAL,
        Predicate.FELL_SHORT,
        Predicate.BEHIND,
        Predicate.LATE,
    }
)
DOING = frozenset({Predicate.ATTAINED, Predicate.CARRIED_OUT})
