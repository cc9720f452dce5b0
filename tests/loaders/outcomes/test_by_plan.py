"""Where nothing is written of a year, its plan and the years before it tell what became of it."""

import pytest

from loaders.model import Status
from loaders.outcomes.judging import judge
from tests.loaders.outcomes.judged import cells, initiative


@pytest.mark.parametrize(
    ("plan", "before", "expected"),
    [
        ("", "講座を開催した。", ("no_evaluation", Status.NOT_REPORTED, 0.9)),
        ("講座の開催", "事業を廃止した。", ("no_evaluation", Status.NOT_REPORTED, 0.9)),
        ("", "事業を廃止した。", ("closed_before", Status.CLOSED, 0.8)),
        ("", "改修工事を完了した。", ("completed_before", Status.CLOSED, 0.6)),
        ("講座の開催", "改修工事を完了した。", ("no_evaluation", Status.NOT_REPORTED, 0.9)),
        ("利用が少ないため廃止する。", "講座を開催した。", ("plan_ended", Status.CLOSED, 0.8)),
        ("令和3年度より追加", "", ("nothing_planned_yet", Status.NOT_REPORTED, 0.9)),
        ("広報紙は廃止した。SNSで周知する。", "", ("no_evaluation", Status.NOT_REPORTED, 0.9)),
        ("保育課から事務移管のため管財課で実施", "", ("nothing_planned_yet", Status.NOT_REPORTED, 0.9)),
    ],
)
def test_a_year_without_evaluation(plan: str, before: str, expected: tuple[str, Status, float]) -> None:
    row = cells({2019: "工事の実施", 2020: plan}, {2019: before, 2020: ""})
    outcomes, _ = judge(initiative(), row, (), (2019, 2020))
    assert (outcomes[1].rule.split(".")[0], outcomes[1].status, outcomes[1].confidence) == expected
