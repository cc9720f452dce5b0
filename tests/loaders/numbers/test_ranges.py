"""A range asks for its lower end, in any writing; two numbers of which one gives way to the other are no range."""

import pytest

from tests.series import indicators_of, values


@pytest.mark.parametrize(
    ("plan", "result", "target", "met"),
    [
        ("15～20件", "16件", 15, True),
        ("15～20件の相談に対応する。", "13件", 15, False),
        ("30件から40件程度の相談を見込む。", "35件", 30, True),
        ("10-15件", "10件", 10, True),
        ("相談3、4件", "3件", 3, True),
    ],
)
def test_range_is_met_from_its_lower_end_on(plan: str, result: str, target: float, met: bool) -> None:
    [indicator] = indicators_of(r1_plan=plan, r1_result=result)
    assert (indicator.years[0].target, indicator.years[0].is_met) == (target, met)


def test_number_that_is_raised_to_another_is_no_range() -> None:
    [indicator] = indicators_of(r1_plan="相談を30件から40件に増やす。", r1_result="相談35件")
    assert values(indicator)[2019] == (40, 35)
