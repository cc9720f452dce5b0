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
# The mood of a plan, which tells of nothing that was done.
MERE_PLAN = frozenset({Predicate.PLANNED, Predicate.PLANNED_STUDY})

# Readings of a statement that the grammar makes, beside the phrases of the vocabulary; each id with what it says.
GRAMMAR: dict[str, Predicate] = {
    "another_section_does_it": Predicate.TRANSFERRED,  # 子育て支援課で実施する
    "running_work_stopped": Predicate.ENDED,  # 補助は全地区に行き渡ったため、終了した
    "left_to_later_year": Predicate.POSTPONED,  # 西公民館は、…が安価となるため、令和2年度に行う
    "called_in_vain": Predicate.NOT_DONE,  # 公募したが応募者がなかった
    "kept_as_it_was": Predicate.NOT_DONE,  # 増員は据え置いた
    "gave_way": Predicate.NOT_DONE,  # 訓練は中止し、資料の配布に代えた
    "replaced_for_want": Predicate.NOT_DONE,  # 辞退が相次いだため、学校での講話に振り替えた
    "went_on_as_before": Predicate.NOT_DONE,  # 従来の体制で運営した
    "called_off_beside": Predicate.NOT_DONE,  # 集いは見合わせ、対象の方には祝いの品を郵送した
    "made_do": Predicate.NOT_DONE,  # 端末が対応しておらず、紙の券を続けて使っている
    "hindered": Predicate.NOT_DONE,  # 相続人の所在がつかめず、年を越した
    "still_waiting": Predicate.FELL_SHORT,  # なお31人が待っている
    "some_of_it": Predicate.FELL_SHORT,  # 5台のうち3台を更新した
    "rest_told_of": Predicate.FELL_SHORT,  # 残る2校は空き教室を学童保育が使っている
    "all_but_some": Predicate.FELL_SHORT,  # 寸断された1地区を除き実施した
    "like_labelled_failures": Predicate.NOT_DONE,  # 看板はまだ倉庫にある, as like sentences that people labelled
    "planned_end": Predicate.CARRIED_OUT,  # システムを統合した, as planned
    "next_step_left_to_later": Predicate.CARRIED_OUT,  # 実施設計を終え、翌年度に工事へ入る
    "became_less_as_planned": Predicate.CARRIED_OUT,  # 放置自転車が減った
    "study_concluded": Predicate.STUDIED,  # 検討の結果、次年度から導入することとした
    "study_goes_on": Predicate.STUDIED,  # 導入の時期は固まっていない
    "like_labelled_studies": Predicate.STUDIED,  # 二つの案を比べている
}
