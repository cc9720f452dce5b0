"""Every conclusion names the rule that drew it; here each rule says in Japanese what it found, for whoever asks why.

The store holds these as the table `rule_code`: a rule that decides a status, a carry-over, a reason, or the place of a cell.
A rule that is a phrase of the vocabulary is named by what it says and, behind a dot, by its id: words_not_done.unfinished.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from loaders.corrections.form import CORRECTED
from loaders.outcomes.causes import NO_KIND
from loaders.outcomes.predicates import GRAMMAR
from loaders.outcomes.reasons import BY_LIKENESS
from loaders.outcomes.vocabulary.loading import CAUSES, PHRASES

PUT_OFF: Final = "見送り"
STILL_UNMET: Final = "未達のまま継続"


@dataclass(frozen=True)
class Rule:
    """A rule of one step of the reading ('status', 'carried', 'reason', 'place'); `carried_kind` is the carry-over it finds."""

    step: str
    code: str
    label_ja: str
    carried_kind: str | None = None


# What an evaluation's words say of the planned work, joined to the form in which they say it.
SIGNS: Final[dict[str, str]] = {
    "transferred": "移管した",
    "merged": "統合した",
    "ended": "終了した",
    "decided_against": "行わないと決めた",
    "inconclusive": "結論に至らなかった",
    "postponed": "先に延ばした",
    "cancelled": "中止した",
    "not_done": "行わなかった",
    "missed_goal": "目標に届かなかった",
    "fell_short": "届かなかった・至らなかった",
    "behind": "遅れている",
    "late": "予定より遅れて行った",
    "attained": "目標を達成した",
    "studied": "検討・調査した",
    "carried_out": "行った",
}
FORMS: Final[dict[str, str]] = {
    "words_": "評価の文に「{sign}」という趣旨のことばがある",
    "partly_": "行ったことも書かれているが、計画した取組に「{sign}」という趣旨のことばがある",
    "plan_": "評価はなく、計画の文に「{sign}」という趣旨のことばがある",
}
REASON_TOLD: Final = "「{reason}」に当たる原因が書かれている"
OUTCOMES: Final[dict[str, str]] = {
    CORRECTED: "人が訂正した",
    "targets_reached": "数値目標に対する実績がすべて目標以上",
    "target_missed": "数値目標に届かない実績がある",
    "another_target_undone": "実績の書かれていない目標があり、文に行わなかった趣旨のことばがある",
    "target_without_demand": "目標があったが、申込・要望がなく行わなかった",
    "decided_against_but_planned_again": "行わないとしながら、翌年度も同じ計画を立てている",
    "promised_again": "計画した成果に触れておらず、翌年度も同じ成果を約束している",
    "nobody_needed_it": "対象なし：求める人・対象がなく、行う機会がなかったと書かれている",
    "plan_copied": "判断できない：評価が計画の文のままで、行ったかどうかが書かれていない",
    "not_known_yet": "集計中・公表前などで、結果がまだ書かれていない",
    "ended_and_no_more_planned": "終わったと書かれ、翌年度の計画もない",
    "figure_not_out": "目標の数値がまだ公表・集計されていないと書かれている",
    "survey_made": "計画した調査を行ったと書かれている",
    "study_noted": "検討の計画に、視察・打合せなどの回数だけが書かれている",
    "figures_reported": "文はなく、行った数だけが書かれている",
    "nothing_to_do": "対応することがなかったと書かれている",
    "words_of_a_plan": "評価の欄に、これからの予定のような文が書かれている",
    "words_unknown": "評価の文から読み取れる趣旨がなく、行ったものとした",
    "taken_up_anew": "翌年度の計画が、再開・再募集など、この年度に行えなかったことを改めて掲げている",
    "told_by_next_plan": "翌年度の計画に、この年度は行えなかったと書かれている",
    "not_due": "この年度には時期が来ていないと書かれている",
    "planned_for_later_year": "後の年度に行う予定だけが書かれている",
    "nothing_planned_yet": "その年度に評価する取組がまだない",
    "closed_before": "前の年度までに終了している",
    "completed_before": "前の年度に完了し、以後の記載がない",
    "no_evaluation": "評価の記載がない",
}
CARRIED: Final[dict[str, tuple[str, str | None]]] = {
    "words_put_off": ("次年度以降に行うと書かれている", PUT_OFF),
    "prepared_for_later_year": ("後の年度に向けた準備にとどまった", PUT_OFF),
    "same_target_again": ("翌年度も同じ目標を立てている", STILL_UNMET),
    "planned_again": ("翌年度も同じ取組を計画している", STILL_UNMET),
    "announced_for_later_year": ("後の年度に行うと書かれている", PUT_OFF),
    "taken_up_again": ("翌年度の計画が、行えなかった取組を改めて取り上げている", PUT_OFF),
    "same_object_again": ("翌年度も同じ対象に取り組むと計画している", STILL_UNMET),
    "same_goal_again": ("翌年度も同じところまで行うと計画している", STILL_UNMET),
    "promised_again": ("翌年度も同じ成果を約束している", STILL_UNMET),
    "left_undecided": ("検討の結論が出ておらず、翌年度も続ける", PUT_OFF),
    "goes_on": ("翌年度の計画が、行えなかった取組のほかに新しいことを掲げていない", STILL_UNMET),
    CORRECTED: ("人が訂正した", None),
}
PLACES: Final[dict[str, str]] = {
    "as_printed": "印刷どおり",
    "lost_cell": "途中のセルが1つ抜け、後ろのセルが左に詰まった",
    "inserted_cell": "余分なセルが入り、後ろのセルが右にずれた",
    "swapped": "隣り合うセルと入れ替わった",
    "merged_cells": "2つのセルの文が1つになった",
    "foreign_text": "ほかの行の文が入った",
    "surplus": "前後のセルと重なる、または入る見出しのない文",
    CORRECTED: "人が訂正した",
}


def rules() -> Iterator[Rule]:
    """Yield every rule that a status, a carry-over or a place can name."""
    yield from (Rule("status", code, said) for code, said in OUTCOMES.items())
    for head, form in FORMS.items():
        told = [(phrase.id, phrase.says) for phrase in PHRASES] + [*GRAMMAR.items()]
        yield from (
            Rule("status", f"{head}{says}.{phrase}", form.format(sign=SIGNS[says])) for phrase, says in told if says in SIGNS
        )
    yield from (Rule("reason", cause.id, REASON_TOLD.format(reason=cause.reason.label_ja)) for cause in CAUSES)
    yield Rule("reason", NO_KIND, "どの種類にも当たらない原因が書かれている")
    yield Rule("reason", BY_LIKENESS, "人が種類を付けたほかの原因の書きぶりに似ている")
    yield from (Rule("carried", code, said, kind) for code, (said, kind) in CARRIED.items())
    yield from (Rule("place", code, said) for code, said in PLACES.items())


def rule_rows() -> Iterator[dict[str, str | int | None]]:
    """Yield the rows of rule_code: step, code, label_ja, carried_kind, position (from 1)."""
    for position, rule in enumerate(rules(), start=1):
        yield {
            "step": rule.step,
            "code": rule.code,
            "label_ja": rule.label_ja,
            "carried_kind": rule.carried_kind,
            "position": position,
        }
