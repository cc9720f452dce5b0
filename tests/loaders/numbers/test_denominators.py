"""A denominator that says the plan's target again is that target; one of how many there are in all is none."""

import pytest

from loaders.model import Role
from loaders.numbers.denominators import OF_RATE, POPULATION, Fraction, rate_beside, restates_target
from loaders.prose.widths import narrow
from tests.loaders.numbers.cells import PLAN, read
from tests.series import indicators_of, quantities_of, row

# The words of an evaluation, what the plan asked for, and whether the denominator is that.
RESTATED = {
    "as-planned": ("3/4回開催。1回は講師の都合で中止", "講座を4回開く。", True),
    "set-anew": ("3/5箇所", "4箇所に設置する。", True),
    "planned-in-no-number": ("5/6回", "周知を図る。", True),
    "labelled": ("【結果/目標】3/16校", "3校", True),
    "with-its-attainment": ("9,813/10,000人（達成率98.1%）", "登録率95%", True),
    "far-more-than-planned": ("3/16校を耐震化", "耐震化 3校", False),
    "all-so-far": ("累計7/31本", "修繕 30本", False),
    "with-its-rate": ("30/40施設（75％）", "作成率75％", False),
    "behind-its-rate": ("回答率34.3％（412/1,200人）", "回答率40％", False),
}


@pytest.mark.parametrize(("result", "plan", "is_target"), RESTATED.values(), ids=RESTATED)
def test_denominator_restates_the_target(result: str, plan: str, is_target: bool) -> None:
    found, text = read(result), narrow(result)
    pair = Fraction(*[q for q in found if q.rule in ("pair", "labelled_pair", OF_RATE, POPULATION)][:2])
    assert restates_target(pair, text, read(plan, PLAN), rate_beside(pair, text, found)) is is_target


def test_population_is_kept_as_a_number_and_no_target() -> None:
    found = quantities_of(row(r1_plan="耐震化 3校", r1_result="3/16校を耐震化"))
    assert [(q.value, q.role, q.rule) for q in found][1:] == [(3, Role.RESULT, "pair"), (16, Role.RESULT, POPULATION)]


@pytest.mark.parametrize(
    ("plan", "result", "pair"),
    [
        ("耐震化 3校", "3/16校を耐震化", (3, 3)),
        ("長寿命化修繕 年8本", "8本を修繕した（累計7/31本）。", (8, 8)),
        ("アンケート回答率40％以上", "回答率34.3％（412/1,200人）", (40, 34.3)),
        ("計画の作成率75％", "30／40施設（75％）", (75, 75)),
        ("講座を4回開催する。", "3/4回開催", (4, 3)),
    ],
)
def test_target_is_answered_by_the_number_and_not_by_its_whole(plan: str, result: str, pair: tuple[float, float]) -> None:
    pairs = [(year.target, year.result) for i in indicators_of(r1_plan=plan, r1_result=result) for year in i.years]
    assert pair in pairs
    assert len([target for target, _ in pairs if target is not None]) == 1


@pytest.mark.parametrize(
    ("plan", "result", "pairs"),
    [
        ("健診の受診率97％", "96.2％（受診1,203人／対象1,250人）", [(97, 96.2)]),
        ("3号認定 88人／2号認定 140人", "3号認定 91人／2号認定 133人", [(88, 91), (140, 133)]),
    ],
    ids=["named-each-behind-their-rate", "groups-parted-by-a-stroke"],
)
def test_numbers_that_are_named_each_are_a_fraction_only_by_their_rate(
    plan: str, result: str, pairs: list[tuple[float, float]]
) -> None:
    found = [(year.target, year.result) for i in indicators_of(r1_plan=plan, r1_result=result) for year in i.years]
    assert sorted(found) == sorted(pairs)
