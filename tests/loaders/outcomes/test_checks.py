"""What a table says twice, or leaves out."""

from dataclasses import replace

import pytest

from loaders.model import (
    Cell,
    Comparator,
    Finding,
    Initiative,
    Kind,
    Outcome,
    Place,
    PrintedCell,
    Quantity,
    Reading,
    Role,
    Severity,
    Status,
)
from loaders.outcomes.checks import check_words


def reading(plans: dict[int, str], results: dict[int, str], *quantities: Quantity) -> Reading:
    printed = tuple(
        PrintedCell(Place(kind, year), text)
        for kind, texts in ((Kind.PLAN, plans), (Kind.RESULT, results))
        for year, text in texts.items()
    )
    row = Initiative(129, "4", "4-③", "4-③-ア", "講座", True, "指導課", None, None, "講座", 1, printed)
    cells = tuple(Cell(c.place, c.place, c.text, 0, len(c.text), 1.0, "as_printed") for c in printed)
    outcomes = tuple(
        Outcome(year, Status.IMPLEMENTED, False, None, "words_carried_out", "", 0.9)
        if results.get(year)
        else Outcome(year, Status.NOT_REPORTED, False, None, "no_evaluation", "", 0.9)
        for year in (2018, 2019)
    )
    return Reading(row, cells, tuple(quantities), (), outcomes)


def result(year: int, value: float, quote: str, text: str) -> Quantity:
    place, start = Place(Kind.RESULT, year), text.index(quote)
    return Quantity(
        place, place, Role.RESULT, None, value, "人", Comparator.EQUAL, None, start, start + len(quote), quote, True
    )


def found(*readings: Reading) -> list[Finding]:
    return list(check_words(readings))


def test_evaluation_repeated_word_for_word_is_told() -> None:
    text = "市ホームページに医療機関に関する情報を提供した。"
    (finding,) = found(reading({}, {2018: text, 2019: text.replace("。", "。 ")}))
    assert (finding.kind, finding.severity, finding.number, finding.year) == ("copied_evaluation", Severity.INFO, 129, 2019)


def test_repeated_evaluation_with_a_telling_figure_is_a_warning() -> None:
    text = "ICTリテラシー講座を行った。 【参加人数】684人"
    (finding,) = found(reading({}, {2018: text, 2019: text}, result(2019, 684, "684人", text)))
    assert finding.severity is Severity.WARNING
    assert "684人" in finding.message


def test_repeated_figure_that_is_the_years_target_is_no_warning() -> None:
    text, plan = "毎月速やかに公表した。 【公表回数】13回/年", "【公表回数】13回/年"
    target = replace(
        result(2019, 13, "13回", plan), place=Place(Kind.PLAN, 2019), printed=Place(Kind.PLAN, 2019), role=Role.TARGET
    )
    (finding,) = found(reading({2019: plan}, {2018: text, 2019: text}, result(2019, 13, "13回", text), target))
    assert finding.severity is Severity.INFO


def test_changed_figure_is_no_copy() -> None:
    assert found(reading({}, {2018: "講座を行った。 【参加人数】684人", 2019: "講座を行った。 【参加人数】448人"})) == []


@pytest.mark.parametrize("figures", ["", " 【回数】 11回"])
def test_plan_left_standing_as_evaluation_is_told(figures: str) -> None:
    plan = "引き続き、ごみの分別方法について内容の更新を行う。"
    (finding,) = found(reading({2019: plan}, {2018: "掲載した。", 2019: plan + figures}))
    assert (finding.kind, finding.year, finding.quote) == ("copied_plan_as_result", 2019, plan)
    assert "この年度" in finding.message
    assert finding.severity is (Severity.INFO if figures else Severity.WARNING)


def test_next_plan_standing_as_evaluation_is_told() -> None:
    text = "提供可能な情報を検討していく。"
    (finding,) = found(reading({2018: "公開する。", 2019: "周知する。", 2020: text}, {2018: "公開した。", 2019: text}))
    assert "翌年度" in finding.message


def test_plan_in_the_past_tense_is_no_copied_plan() -> None:
    text = "周知に努めた。"
    assert found(reading({2019: text}, {2018: "公開した。", 2019: text})) == []


def test_plan_without_evaluation_is_told() -> None:
    (finding,) = found(reading({2019: "情報発信に努める。"}, {2018: "努めた。"}))
    assert (finding.kind, finding.severity, finding.quote) == ("missing_evaluation", Severity.WARNING, "情報発信に努める。")


@pytest.mark.parametrize("plans", [{}, {2019: "－"}])
def test_year_without_plan_and_evaluation_is_not_missed(plans: dict[int, str]) -> None:
    assert found(reading(plans, {2018: "努めた。"})) == []


def test_findings_follow_the_order_of_the_rows() -> None:
    first, second = reading({2018: "発信する。"}, {2019: "発信した。"}), reading({2019: "発信する。"}, {2018: "発信した。"})
    assert [f.year for f in found(first, second)] == [2018, 2019]


def test_work_told_as_done_after_its_year_is_found_and_what_is_only_set_for_then_is_not() -> None:
    told, meant = "令和2年8月に訓練を行った。", "令和2年6月に開催することとした。令和2年3月に配布した。"
    (finding,) = found(reading({}, {2019: told}))
    assert (finding.kind, finding.year) == ("date_beyond_year", 2019)
    assert "令和2年8月" in finding.message
    assert found(reading({}, {2019: meant})) == []
