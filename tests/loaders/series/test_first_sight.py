"""What words leave open, the place decides: the only number that a year's target can be answered by answers it."""

import pytest

from tests.series import indicators_of, values

# Plan, evaluation, and the pair that they make, in the words of bodies that the loaders had not met.
PAIRS = {
    "same-as-before": ("同 18%", "窓口を避ける人が増え、割合は21.7%まで伸びた。", (18, 21.7)),
    "still-so-many": ("指導員４人", "公募したが応募者なし、３人のまま", (4, 3)),
    "in-the-end": ("ボランティア登録150人", "秋口には90人ほどで頭打ちとなったが、最後は163人に上った。", (150, 163)),
    "labels-for-words": ("小５ 81％", "【小５】81.6％", (81, 81.6)),
    "some-of-a-whole": ("電子決裁を導入する課を5課とする。", "9課中6課で導入した。", (5, 6)),
    "beside-the-sum-so-far": ("改修3か所", "予定より多い4か所に手を入れることができた。累計は19か所である。", (3, 4)),
    "by-a-season": ("改修3か所", "秋までに2か所が仕上がり、累計は21か所となった。", (3, 2)),
    "foreseen": ("受講者300人", "118人が学んでいる。見込んだ300人には届くべくもなかった。", (300, 118)),
    "far-from-it": ("訪問15,000件", "訪問は延べ9,210件で、15,000件には遠く及ばない。", (15_000, 9_210)),
    "all-that-was-planned": ("改修3か所", "計画した3か所の改修を終え、累計は15か所となった。", (3, 3)),
    "plans-that-were-drawn-up": ("作成120件", "134件の計画が出来上がった。", (120, 134)),
    "without-a-unit": ("1,000件", "870（システム停止のため）", (1_000, 870)),
    "days-that-were-kept": ("学校閉庁日５日", "閉庁日は５日とれた", (5, 5)),
    "people-per-thing": ("5.6人／台", "6.1人／台。リース契約が遅れた", (5.6, 6.1)),
    "named-otherwise": ("相談窓口の認知度を50％とする。", "世論調査では46.8％で、目標には達していない。", (50, 46.8)),
    "in-the-words-of-thanks": ("ふるさと納税 3,000万円", "おかげさまで3,412万円のご寄附をいただいた。", (3_000, 3_412)),
    "who-answered-so": ("保護者満足度90％以上", "満足と答えた保護者は92.3％に上る。", (90, 92.3)),
    "could-not-be-arranged": ("派遣 180件", "派遣164件（依頼171件中7件は調整つかず）", (180, 164)),
    "reduction-of-what-is-unwanted": ("滞納額を300万円圧縮する", "412万円を圧縮した", (300, 412)),
}


@pytest.mark.parametrize(("plan", "result", "pair"), PAIRS.values(), ids=PAIRS)
def test_target_finds_its_result(plan: str, result: str, pair: tuple[float, float]) -> None:
    pairs = [values(indicator).get(2019) for indicator in indicators_of(r1_plan=plan, r1_result=result)]
    assert pair in pairs
    assert sum(found is not None and found[0] is not None for found in pairs) == 1


def test_attainment_behind_a_fraction_is_no_series() -> None:
    [indicator] = indicators_of(r1_plan="点検実施 60橋", r1_result="58／60橋（96.7％）")
    assert values(indicator) == {2019: (60, 58)}


def test_rate_of_what_is_counted_so_far_stands_beside_what_was_done() -> None:
    found = [
        values(i)[2020] for i in indicators_of(r2_plan="新規結成2団体", r2_result="新規結成2団体 結成率83.7%(49地区中41地区)")
    ]
    assert found == [(2, 2), (None, 83.7)]


@pytest.mark.parametrize(
    ("plan", "result", "met"), [("収支▲20百万円", "収支▲12百万円", True), ("収支5百万円", "収支▲2百万円", False)]
)
def test_balance_below_zero_is_a_level(plan: str, result: str, met: bool) -> None:
    [indicator] = indicators_of(r1_plan=plan, r1_result=result)
    assert indicator.years[0].is_met is met


def test_goal_behind_an_arrow_that_stands_before_labels_is_a_goal() -> None:
    found = indicators_of(
        base="【小５】78.4％【中２】66.1％→【小５】85％【中２】75％", r1_result="【小５】81.6％【中２】70.5％"
    )
    assert [(i.baseline, i.final_goal) for i in found] == [(78.4, 85), (66.1, 75)]


def test_only_two_numbers_of_a_unit_are_two_things_where_they_are_far_apart() -> None:
    pairs = [values(i)[2019] for i in indicators_of(r1_plan="ボランティアの登録40人", r1_result="フェアの来場者3,100人")]
    assert pairs == [(40, None), (None, 3_100)]


def test_number_that_is_done_every_year_is_every_years_target() -> None:
    [indicator] = indicators_of(base="毎年度、研修を6回行う。", h30_result="5回（1回は荒天で中止）", r1_result="6回")
    assert [values(indicator)[year] for year in (2018, 2019)] == [(6, 5), (6, 6)]
