"""A change that a plan asks for is its target, and the change that answers it the year's result; other changes are neither."""

import pytest

from loaders.model import Role
from tests.series import indicators_of, quantities_of, row, values

# Plan, evaluation, target and result, whether the target was met.
ASKED = {
    "count-to-rise": ("登録者を200人増加させる。", "登録者が214人増加した。", (200, 214), True),
    "points": ("前年度比1.5ポイント増", "前年度比1.2ポイント増", (1.5, 1.2), False),
    "noun-form": ("会員50人増", "会員38人増", (50, 38), False),
    "reduction": ("排出量を前年度比3％削減", "前年度比2.1％削減した。", (3, 2.1), False),
    "reduction-of-hours": ("時間外勤務を10％削減する。", "12.4％削減", (10, 12.4), True),
    "raised-by-points": ("加入率を2ポイント引き上げる。", "1.1ポイントの上昇にとどまった。", (2, 1.1), False),
    "raised-tersely": ("収納率を0.3ポイント上げる", "0.4ポイント上昇", (0.3, 0.4), True),
    "what-is-unwanted": ("空き家を10戸減らす。", "7戸減", (10, 7), False),
    "other-way": ("排出量を前年度比3％削減", "前年度比1.4％増加した。", (3, -1.4), False),
}


@pytest.mark.parametrize(("plan", "result", "pair", "met"), ASKED.values(), ids=ASKED)
def test_change_that_is_asked_for_is_answered_by_a_change(plan: str, result: str, pair: tuple[float, float], met: bool) -> None:
    [indicator] = indicators_of(r1_plan=plan, r1_result=result)
    assert (values(indicator), indicator.years[0].is_met) == ({2019: pair}, met)


@pytest.mark.parametrize(
    ("plan", "result"),
    [
        ("前年度比5%増", "公開数31(前年度比10.7%増)"),
        ("対前年度比1ポイント増", "35.4％。0.2ポイントの微増となった。"),
        ("登録者10,000人(300人増)", "登録者9,813人(329人増)"),
        ("昨年度は37人増となった。", "38人増"),
    ],
    ids=["in-a-note-behind-its-level", "beside-a-level-of-the-rate", "plan-in-a-note", "plan-that-looks-back"],
)
def test_change_that_only_explains_a_level_answers_nothing(plan: str, result: str) -> None:
    found = quantities_of(row(r1_plan=plan, r1_result=result))
    assert [q.role for q in found if "増" in q.quote] == [Role.CHANGE] * sum("増" in q.quote for q in found)
