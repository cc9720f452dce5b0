"""What is charted: series over the years with target, result, baseline, goal, direction."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.confidence import DOUBTFUL_BELOW
from loaders.model import Direction, Reading, Role
from loaders.series.indicators import build_indicators
from tests.series import cells_of, indicators_of, quantities_of, row, values

MAIL = {
    "base": "【現状】平成29年3月31日現在の登録数9,484人 【事業目標】令和4年3月31日現在の登録数11,000人",
    "h29_plan": "防災メールの登録方法等について、広報紙等において周知を行い、登録者数を増やす。",
    "h29_result": "【結果/目標】9,813人/10,000人(329人増) 【広報紙での周知】5回",
    "h30_plan": "引き続き広報紙等で周知を図る。 【目標】10,000人(平成31年3月31日現在)",
    "h30_result": "【結果/目標】10,249人/10,000人(延人数) 【広報紙での周知】5回",
    "r1_plan": "引き続き広報紙等で周知を図る。 【目標】10,500人(令和2年3月31日現在)",
    "r1_result": "【結果/目標】10,672人/10,500人(延人数) 【広報紙での周知】12回 【出前講座での周知】18回",
    "r2_plan": "引き続き広報紙等で周知を図る。 【目標】11,000人(令和3年3月31日現在) 【広報紙での周知】10回",
    "r2_result": "【結果/目標】12,597人/11,000人(令和3年3月31日現在) 【広報誌での周知】20回",
    "r3_plan": "引き続き、広報紙等で周知を図る。 【目標】13,000人(令和4年3月31日現在) 【広報紙での周知】20回",
}


def test_a_row_reads_as_a_careful_person_would_chart_it() -> None:
    mail, bulletin, lectures = indicators_of("防災メールの登録の推進", **MAIL)
    assert values(mail) == {
        2017: (10_000, 9_813),
        2018: (10_000, 10_249),
        2019: (10_500, 10_672),
        2020: (11_000, 12_597),
        2021: (13_000, None),
    }
    assert (mail.name, mail.unit, mail.baseline, mail.final_goal) == ("防災メール登録者数", "人", 9_484, 11_000)
    assert values(bulletin) == {2017: (None, 5), 2018: (None, 5), 2019: (None, 12), 2020: (10, 20), 2021: (20, None)}
    assert values(lectures) == {2019: (None, 18)}


def test_each_value_points_at_the_number_it_was_read_from() -> None:
    mail, *_ = indicators_of("防災メールの登録の推進", **MAIL)
    for year in mail.years:
        assert year.target_quantity is not None
        assert year.target_quantity.value == year.target
        assert year.result_quantity is None or year.result_quantity.value == year.result
    assert mail.years[1].target_quantity is not None
    assert mail.years[1].target_quantity.place.kind == "plan"


def test_result_without_any_target_makes_a_series() -> None:
    [indicator] = indicators_of(h30_result="【公開手続数】11", r1_result="【公開手続数】11")
    assert values(indicator) == {2018: (None, 11), 2019: (None, 11)}
    assert [year.is_met for year in indicator.years] == [None, None]


def test_registrations_are_a_standing_count_and_attendance_is_each_years_own() -> None:
    mail, bulletin, _ = indicators_of("防災メールの登録の推進", **MAIL)
    assert mail.is_cumulative
    assert not bulletin.is_cumulative
    [attendance] = indicators_of(h29_result="【参加人数】54人(延べ前期:34名 後期:20名参加)")
    assert not attendance.is_cumulative


def test_less_is_better_where_the_goal_says_so() -> None:
    [indicator] = indicators_of(h29_plan="苦情を減らす。 【目標】苦情件数10件以下", h29_result="【苦情件数】8件")
    assert indicator.direction is Direction.DOWN
    assert indicator.years[0].is_met is True
    assert indicator.years[0].attainment == 10 / 8


def test_numbers_of_a_cell_at_a_doubtful_place_are_found_and_not_charted() -> None:
    initiative = row(**MAIL)
    quantities = quantities_of(initiative)
    indicators, findings = build_indicators(initiative, cells_of(initiative, DOUBTFUL_BELOW - 0.01), quantities)
    assert indicators == ()
    assert [f.quote for f in findings] == [q.quote for q in quantities if q.role in (Role.TARGET, Role.RESULT)]
    assert {f.kind for f in findings} == {"unplaced_number"}
    assert build_indicators(initiative, cells_of(initiative, DOUBTFUL_BELOW), quantities)[1] == ()


def test_row_without_numbers_has_no_indicators() -> None:
    initiative = row(h29_plan="システム構築に必要な要件を検討する。", h29_result="システムの情報収集を行った。")
    assert build_indicators(initiative, cells_of(initiative), ()) == ((), ())


@given(st.sets(st.sampled_from(sorted(MAIL))))
def test_losing_cells_loses_no_more_than_their_numbers(lost: set[str]) -> None:
    kept = {name: words for name, words in MAIL.items() if name not in lost}
    found = indicators_of("防災メールの登録の推進", **kept)
    charted = sum(value is not None for i in found for pair in values(i).values() for value in pair)
    stated = {(q.place.year, q.role, q.value, q.unit) for q in quantities_of(row(**kept)) if q.place.year is not None}
    assert charted == len({key for key in stated if key[1] is not Role.CHANGE})


def test_names_are_unique_within_each_row_of_the_document(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        names = [indicator.name for indicator in reading.indicators]
        assert len(set(names)) == len(names)


def test_a_number_serves_one_indicator(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        used = [
            (q.printed, q.span_start)
            for indicator in reading.indicators
            for year in indicator.years
            for q in (year.target_quantity, year.result_quantity)
            if q is not None and q.place.year is not None
        ]
        assert len(set(used)) == len(used)
