"""Figures of a row that contradict each other are said so, and those that fit are not."""

import pytest

from loaders.model import Finding, Severity
from loaders.series.number_checks import check_numbers
from tests.series import reading_of


def found(activity: str = "情報提供の充実", **words: str) -> list[Finding]:
    return list(check_numbers([reading_of(activity, **words)]))


def kinds(**words: str) -> list[str]:
    return [finding.kind for finding in found(**words)]


def test_denominator_other_than_the_plans_target_is_a_contradiction() -> None:
    [finding] = found(h29_plan="【目標】4箇所", h29_result="【結果/目標】3/5箇所")
    assert (finding.kind, finding.severity, finding.year) == ("target_contradicts", Severity.WARNING, 2017)
    assert "計画では4箇所" in finding.message
    assert "評価では5箇所" in finding.message


def test_denominator_that_is_the_plans_target_is_none() -> None:
    assert kinds(h29_plan="【目標】4箇所", h29_result="【結果/目標】3/4箇所") == []


def test_change_that_the_figures_do_not_bear_out() -> None:
    [finding] = found(base="【現状】登録数180(個人、団体)", h29_result="【登録数】192(前年度比37増)(平成30年3月31日現在)")
    assert finding.kind == "sum_mismatch"
    assert "37増" in finding.message
    assert "+12" in finding.message


@pytest.mark.parametrize(
    "words",
    [
        {"base": "【現状】登録数9,484人", "h29_result": "【結果/目標】9,813人/10,000人(329人増)"},
        {"h29_result": "【登録数】192", "h30_result": "【登録数】230(前年度比38増)"},
        {"base": "【現状】設置数67カ所", "h29_result": "【施設数】63箇所(4箇所減)"},
        {"base": "【現状】18手続き", "h29_result": "【結果/目標】19/19手続き(1件増)"},
        {"h29_result": "【参加人数】54人(延べ前期:34名 後期:20名参加)"},
    ],
)
def test_figures_that_add_up_are_no_finding(words: dict[str, str]) -> None:
    assert kinds(**words) == []


def test_parts_that_do_not_make_their_total() -> None:
    [finding] = found(h29_result="【参加人数】54人(前期:34名 後期:21名)")
    assert (finding.kind, finding.quote) == ("sum_mismatch", "54人(前期:34名 後期:21名")
    assert "55" in finding.message


def test_other_unit_in_brackets_is_no_part() -> None:
    assert kinds(r1_result="11校(10箇所)に看板の設置を終了した。") == []


def test_standing_count_that_falls() -> None:
    [finding] = found(h29_result="【登録数】230人", h30_result="【登録数】192人")
    assert (finding.kind, finding.year) == ("cumulative_falls", 2018)


def test_fall_of_each_years_own_count_is_none() -> None:
    assert kinds(h29_result="【参加人数】230人", h30_result="【参加人数】192人") == []


def test_target_that_always_stays_and_is_always_exceeded() -> None:
    years = {f"{y}_result": f"【結果/目標】{n}/10回" for y, n in (("h29", 11), ("h30", 12), ("r1", 15))}
    [finding] = found(**years)
    assert (finding.kind, finding.severity) == ("always_exceeded", Severity.INFO)


def test_target_that_always_stays_and_is_not_always_exceeded() -> None:
    assert kinds(**{f"{y}_result": f"【結果/目標】{n}/10回" for y, n in (("h29", 11), ("h30", 10), ("r1", 15))}) == [
        "frozen_target"
    ]


def test_target_of_two_years_says_nothing() -> None:
    assert kinds(h29_result="【結果/目標】11/10回", h30_result="【結果/目標】12/10回") == []


def test_goal_set_once_for_every_year_is_a_target_that_stays() -> None:
    base = "【事業目標】年間15,000件のアクセス件数を維持する。"
    assert kinds(base=base, h29_result="【結果】アクセス件数 13,194件/年") == ["frozen_target"]


def test_target_lower_than_the_year_before() -> None:
    [finding] = found(r1_plan="【目標】70人", r1_result="【参加人数】34人", r2_plan="【目標】40人")
    assert (finding.kind, finding.year, finding.quote) == ("target_lowered", 2020, "70人 … 40人")
    assert "実績は34人" in finding.message


def test_target_higher_than_the_year_before_is_none() -> None:
    assert kinds(r1_plan="【目標】40人", r2_plan="【目標】70人") == []


def test_last_years_target_other_than_the_goal_for_the_end() -> None:
    [finding] = found(
        base="【事業目標】令和4年3月31日現在の登録数11,000人",
        r2_result="【登録数】12,597人",
        r3_plan="【目標】13,000人(令和4年3月31日現在)",
    )
    assert (finding.kind, finding.year) == ("target_revised", 2021)


def test_findings_name_the_row_and_the_indicator() -> None:
    [finding] = found("防災メールの登録の推進", h29_plan="【目標】4箇所", h29_result="【結果/目標】3/5箇所")
    assert finding.number == 1
    assert finding.message.startswith("防災メール")


def test_figures_with_decimals_that_add_up_to_a_reader_are_no_finding() -> None:
    assert kinds(h29_result="【受診率】59.1%", h30_result="【受診率】60.3%(1.2ポイント増)") == []
    assert kinds(h29_result="【整備延長】3.6km(東地区:1.2km 西地区:2.4km)") == []


def test_equal_parts_of_a_goal_with_decimals_were_not_lowered() -> None:
    plans = {f"{year}_plan": f"【目標】{length}km" for year, length in (("h29", 1.3), ("h30", 1.2), ("r1", 1.1))}
    assert kinds(base="【事業目標】整備延長3.6km", **plans) == []


def test_a_large_figure_is_said_with_all_its_digits() -> None:
    [finding] = found(h29_plan="【目標】1,450,123人", h29_result="【結果/目標】1,300,000/1,450,124人")
    assert "計画では1,450,123人、評価では1,450,124人" in finding.message


def test_fall_of_what_a_city_wants_less_of_is_none() -> None:
    found = kinds(base="【現状】待機児童数38人(平成29年4月1日現在)", h29_result="待機児童数29人(平成30年4月1日現在)")
    assert "cumulative_falls" not in found


def test_years_own_counts_under_a_goal_for_their_sum_may_fall() -> None:
    assert "cumulative_falls" not in kinds(base="【事業目標】補助件数 累計90件", h29_result="補助41件", h30_result="補助22件")


def test_target_that_changes_from_a_years_own_count_to_the_sum_so_far_is_told() -> None:
    assert "basis_changed" in kinds(
        h29_plan="設置5箇所", h29_result="設置5箇所", h30_plan="設置 累計10箇所", h30_result="設置 累計11箇所"
    )


def test_targets_that_all_count_on_tell_nothing() -> None:
    assert "basis_changed" not in kinds(h29_plan="設置 累計5箇所", h29_result="累計5箇所", h30_plan="設置 累計10箇所")


def test_a_target_that_was_exceeded_for_years_and_then_missed_is_said_to_be_so() -> None:
    years = {f"{y}_result": f"【結果/目標】{n}/10回" for y, n in (("h29", 11), ("h30", 12), ("r1", 15), ("r2", 8))}
    [finding] = [one for one in found(**years) if one.kind == "always_exceeded"]
    assert "目標は4年とも10回のままで、実績は3年続けてそれを超えました" in finding.message
    [always] = found(**{place: words for place, words in years.items() if place != "r2_result"})
    assert "目標は3年とも10回のままで、実績は毎年それを超えています" in always.message
