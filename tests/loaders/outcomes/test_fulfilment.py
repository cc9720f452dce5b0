"""Merging, moving, ending or surveying is the year's work where the plan says so."""

import pytest

from loaders.model import Cell, Kind, Place
from loaders.outcomes.fulfilment import as_planned, is_survey_done
from loaders.outcomes.predicates import CLOSING, Predicate
from loaders.outcomes.statements import Statement, read_statements

PLACE = Place(Kind.RESULT, 2019)


def read(text: str) -> tuple[Statement, ...]:
    return read_statements([Cell(PLACE, PLACE, text, 0, len(text), 1.0, "as_printed")], "管財課")


@pytest.mark.parametrize(
    ("plan", "evaluation"),
    [
        ("システムを統合する。", "計画と統合した。"),
        ("条例を廃止する。", "条例を廃止した。"),
        ("窓口の集約を行う。", "No.3に集約した。"),
    ],
)
def test_planned_act_on_something_else_is_work_done(plan: str, evaluation: str) -> None:
    assert read(evaluation)[0].predicate in CLOSING
    assert as_planned(read(evaluation), plan)[0].predicate is Predicate.CARRIED_OUT


@pytest.mark.parametrize(
    ("plan", "evaluation"),
    [
        ("本事業を廃止する。", "事業を廃止した。"),
        ("補助制度を廃止する。", "補助制度を廃止した。"),
        ("システムを導入する。", "計画と統合した。"),
        ("システムを統合する。", "統合を見送ることとした。"),
        ("システムを統合する。", "事業を廃止した。"),
    ],
)
def test_end_of_the_initiative_itself_or_another_act_still_closes(plan: str, evaluation: str) -> None:
    assert as_planned(read(evaluation), plan)[0].predicate in CLOSING


@pytest.mark.parametrize(
    ("plan", "evaluation", "is_done"),
    [
        ("空き家の調査を行う。", "市内全域を調べ、空き家1,126棟を把握した。", True),
        ("実態調査を行う。", "実態調査を実施した。", True),
        ("空き家の調査を行う。", "他課と協議した。", False),
        ("他市の事例を調査する。", "12市で導入していることを把握した。", False),
        ("導入について調査・研究する。", "先進事例3件を把握した。", False),
        ("周知を行う。", "空き家1,126棟を把握した。", False),
    ],
)
def test_survey_that_was_the_plan_is_done_by_what_it_counted(plan: str, evaluation: str, *, is_done: bool) -> None:
    assert is_survey_done(read(evaluation)[-1], plan) is is_done


@pytest.mark.parametrize(
    ("plan", "evaluation", "predicate"),
    [
        ("導入の可否を検討する。", "検討の結果、次年度から導入することとした。", Predicate.STUDIED),
        ("導入する。", "検討の結果、次年度から導入することとした。", Predicate.POSTPONED),
        ("導入を検討する。", "対応できないとの回答であった。", Predicate.STUDIED),
        ("承認を得る。", "対応できないとの回答であった。", Predicate.FELL_SHORT),
        ("実施設計を行う。", "実施設計を終え、翌年度に工事へ入る。", Predicate.CARRIED_OUT),
        ("案を改める。", "協議を行い、案は翌年度に改めることとした。", Predicate.POSTPONED),
        ("放置自転車を減らす。", "利用台数は減少した。", Predicate.CARRIED_OUT),
        ("利用を促す。", "利用台数は減少した。", Predicate.FELL_SHORT),
    ],
)
def test_plan_tells_what_a_sentence_of_the_evaluation_means(plan: str, evaluation: str, predicate: Predicate) -> None:
    assert as_planned(read(evaluation), plan)[0].predicate is predicate
