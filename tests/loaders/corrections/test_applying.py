"""A person's last word is applied where it fits, and refused loudly where it does not."""

from dataclasses import replace
from datetime import date

import pytest

from loaders.corrections.cells import correct_cells
from loaders.corrections.fitting import check_fit
from loaders.corrections.form import CORRECTED, Correction, Item, MisfitError
from loaders.corrections.indicators import correct_indicators
from loaders.corrections.outcomes import correct_outcomes
from loaders.corrections.promises import correct_promises
from loaders.errors import CorrectionError
from loaders.model import (
    Cell,
    Direction,
    Indicator,
    IndicatorYear,
    JudgedPromise,
    Kind,
    Outcome,
    Place,
    Promise,
    PromiseState,
    Reason,
    Status,
)

R2_RESULT, R3_PLAN = Place(Kind.RESULT, 2020), Place(Kind.PLAN, 2021)
CELL = Cell(R2_RESULT, R2_RESULT, "引き続き周知する。", 0, 9, 1.0, "as_printed")
OUTCOME = Outcome(2019, Status.UNMET, True, Reason.COVID, "words", "中止した", 0.8, carried_rule="words", reason_quote="コロナ")
INDICATOR = Indicator("登録者数", "人", None, None, Direction.UP, True, (IndicatorYear(2019, 100, 90, 0.9, False),))


def correction(item: Item, expected: str, corrected: str, *, year: int | None = 2019, place: str = "") -> Correction:
    return Correction(2, 1, year, item, place, expected, corrected, "理由", "係", date(2026, 11, 24))


def correct_all(fix: Correction) -> None:
    correct_cells([CELL], [fix])
    correct_indicators([INDICATOR], [fix])
    correct_outcomes([OUTCOME], [fix])


def test_cell_is_put_at_the_place_that_a_person_says() -> None:
    fix = correction(Item.CELL_PLACE, "2020_result", "R3_plan", place="R2_result")
    assert correct_cells([CELL], [fix]) == (Cell(R2_RESULT, R3_PLAN, CELL.text, 0, 9, 1.0, CORRECTED),)


def test_cut_cell_is_one_piece_again_and_loses_nothing() -> None:
    pieces = [
        Cell(R2_RESULT, R2_RESULT, "引き続き", 0, 4, 0.7, "cut"),
        Cell(R2_RESULT, R3_PLAN, "周知する。", 4, 9, 0.7, "cut"),
    ]
    fix = correction(Item.CELL_PLACE, "R2_result+R3_plan", "R3_plan", place="R2_result")
    assert correct_cells(pieces, [fix]) == (Cell(R2_RESULT, R3_PLAN, CELL.text, 0, 9, 1.0, CORRECTED),)


@pytest.mark.parametrize(
    ("item", "expected", "corrected", "changed"),
    [
        (Item.STATUS, "unmet", "closed", {"status": Status.CLOSED, "rule": CORRECTED, "confidence": 1.0}),
        (Item.IS_CARRIED_OVER, "true", "false", {"is_carried_over": False, "carried_rule": ""}),
        (Item.REASON, "covid", "", {"reason": None, "reason_quote": ""}),
        (Item.REASON, "covid", "cost", {"reason": Reason.COST, "reason_quote": ""}),
    ],
)
def test_outcome_is_what_a_person_says_and_is_marked(
    item: Item, expected: str, corrected: str, changed: dict[str, object]
) -> None:
    [fixed] = correct_outcomes([OUTCOME], [correction(item, expected, corrected)])
    assert fixed.is_corrected
    assert {name: getattr(fixed, name) for name in changed} == changed
    assert fixed.evidence == OUTCOME.evidence


@pytest.mark.parametrize(
    ("status", "reason"),
    [("implemented", None), ("under_study", None), ("met", None), ("not_reported", None), ("closed", Reason.COVID)],
)
def test_year_that_a_person_says_was_not_missed_is_not_carried_over_any_more(status: str, reason: Reason | None) -> None:
    [fixed] = correct_outcomes([OUTCOME], [correction(Item.STATUS, "unmet", status)])
    assert (fixed.is_carried_over, fixed.carried_rule) == (False, "")
    assert (fixed.reason, fixed.reason_quote) == (reason, "コロナ" if reason else "")


def test_year_that_a_person_says_was_missed_keeps_the_rest() -> None:
    before = replace(OUTCOME, status=Status.UNDER_STUDY)
    [fixed] = correct_outcomes([before], [correction(Item.STATUS, "under_study", "unmet")])
    assert (fixed.is_carried_over, fixed.carried_rule, fixed.reason) == (True, "words", Reason.COVID)


@pytest.mark.parametrize("order", [1, -1])
def test_lines_of_one_year_each_expect_what_the_loaders_conclude_and_all_hold(order: int) -> None:
    fixes = [
        correction(Item.STATUS, "unmet", "implemented"),
        correction(Item.IS_CARRIED_OVER, "true", "true"),
        correction(Item.REASON, "covid", "cost"),
    ]
    [fixed] = correct_outcomes([OUTCOME], fixes[::order])
    assert (fixed.status, fixed.is_carried_over, fixed.reason) == (Status.IMPLEMENTED, True, Reason.COST)


def test_correction_of_one_year_leaves_the_others() -> None:
    other = replace(OUTCOME, year=2020)
    fixed = correct_outcomes([OUTCOME, other], [correction(Item.STATUS, "unmet", "met")])
    assert fixed[1] == other


def test_corrected_result_decides_whether_the_target_was_met() -> None:
    [fixed] = correct_indicators([INDICATOR], [correction(Item.RESULT, "90", "110", place="登録者数")])
    assert fixed.years == (IndicatorYear(2019, 100, 110, 1.1, True, is_corrected=True),)


def test_cleared_target_is_unknown_and_not_zero() -> None:
    [fixed] = correct_indicators([INDICATOR], [correction(Item.TARGET, "100", "", place="登録者数")])
    assert fixed.years == (IndicatorYear(2019, None, 90, None, None, is_corrected=True),)


def test_year_that_was_not_read_can_be_added() -> None:
    [fixed] = correct_indicators([INDICATOR], [correction(Item.TARGET, "", "120", year=2021, place="登録者数")])
    assert fixed.years[-1] == IndicatorYear(2021, 120, None, None, None, is_corrected=True)


@pytest.mark.parametrize(
    "fix",
    [
        correction(Item.STATUS, "met", "closed"),
        correction(Item.STATUS, "unmet", "closed", year=2025),
        correction(Item.STATUS, "unmet", "closed", year=None),
        correction(Item.IS_CARRIED_OVER, "false", "true"),
        correction(Item.REASON, "", "cost"),
        correction(Item.TARGET, "99", "100", place="登録者数"),
        correction(Item.TARGET, "100", "90", place="ほかの指標"),
        correction(Item.RESULT, "", "90", place="登録者数"),
        correction(Item.CELL_PLACE, "R3_plan", "R2_result", place="R2_result"),
        correction(Item.CELL_PLACE, "R2_result", "R3_plan", place="H29_plan"),
    ],
    ids=lambda fix: f"{fix.item}-{fix.expected}-{fix.year}-{fix.place}",
)
def test_correction_that_no_longer_fits_is_refused(fix: Correction) -> None:
    with pytest.raises(CorrectionError) as caught:
        correct_all(fix)
    assert "corrections.csv 2行目" in caught.value.where
    assert "合いません" in caught.value.what


NUMBERS = {1: "周知", 2: "登録"}
PLACES = {R2_RESULT, R3_PLAN, Place(Kind.BASELINE_GOAL, None)}
MOVED = correction(Item.CELL_PLACE, "R2_result", "R3_plan", year=None, place="R2_result")


@pytest.mark.parametrize(
    ("fix", "what"),
    [
        (replace(correction(Item.STATUS, "met", "unmet", year=2020), number=3), "番号"),
        (correction(Item.TARGET, "", "5", year=1900, place="登録者数"), "年度「1900」"),
        (correction(Item.TARGET, "", "5", year=2099, place="登録者数"), "年度「2099」"),
        (replace(MOVED, year=2019), "年度「2019」"),
        (replace(MOVED, corrected="R9_plan"), "欄「R9_plan」"),
        (replace(MOVED, corrected="R3_result"), "欄「R3_result」"),
        (replace(MOVED, place="H29_plan"), "欄「H29_plan」"),
        (replace(MOVED, place="R2_評価"), "欄「R2_評価」"),
    ],
)
def test_number_year_or_column_that_the_document_lacks_is_refused(fix: Correction, what: str) -> None:
    with pytest.raises(CorrectionError, match=f"訂正の{what}が資料にありません"):
        check_fit([fix], NUMBERS, PLACES)


def test_correction_of_what_the_document_has_fits() -> None:
    check_fit([MOVED, replace(MOVED, corrected="baseline_goal"), correction(Item.STATUS, "", "", year=2021)], NUMBERS, PLACES)


def test_corrected_target_leaves_no_contradiction_of_plan_and_evaluation() -> None:
    year = IndicatorYear(2019, 5, 4, 0.8, False, first_target=4)
    [fixed] = correct_indicators([replace(INDICATOR, years=(year,))], [correction(Item.TARGET, "5", "4", place="登録者数")])
    assert fixed.years == (IndicatorYear(2019, 4, 4, 1.0, True, is_corrected=True),)


def test_corrected_result_keeps_what_the_plan_first_asked_for() -> None:
    year = IndicatorYear(2019, 5, 4, 0.8, False, first_target=4)
    [fixed] = correct_indicators([replace(INDICATOR, years=(year,))], [correction(Item.RESULT, "4", "5", place="登録者数")])
    assert fixed.years[0].first_target == 4


@pytest.mark.parametrize(("value", "said"), [(1_450_123.0, "1450123"), (60.3 - 59.1, "1.2"), (0.25, "0.25")])
def test_value_of_a_misfit_can_be_copied_into_expected(value: float, said: str) -> None:
    indicator = replace(INDICATOR, years=(IndicatorYear(2019, value, None, None, None),))
    with pytest.raises(CorrectionError, match=f"読み取りは「{said}」です"):
        correct_indicators([indicator], [correction(Item.TARGET, "7", "8", place="登録者数")])
    [fixed] = correct_indicators([indicator], [correction(Item.TARGET, said, "8", place="登録者数")])
    assert fixed.years[0].target == 8


PROMISE = JudgedPromise(
    Promise(2018, "案内板を整備する", "平成30年度までに案内板を整備する", Place(Kind.BASELINE_GOAL, None), 0, 16, 0.9),
    is_study=False,
    state=PromiseState.OVERDUE,
    kept_year=None,
    confidence=0.4,
    by=None,
)


def test_promise_becomes_what_a_person_says_of_it_and_is_sure() -> None:
    said = correction(Item.PROMISE, "overdue", "kept", year=None, place="H30 案内板を整備する")
    [fixed] = correct_promises([PROMISE], [said])
    assert (fixed.state, fixed.kept_year, fixed.confidence, fixed.is_corrected) == (PromiseState.KEPT, 2018, 1.0, True)


def test_words_that_a_person_says_promise_nothing_are_no_promise() -> None:
    assert correct_promises([PROMISE], [correction(Item.PROMISE, "overdue", "none", place="H30 案内板を整備する")]) == ()


@pytest.mark.parametrize(("expected", "place"), [("kept", "H30 案内板を整備する"), ("overdue", "R3 案内板を整備する")])
def test_word_on_a_promise_that_is_not_there_or_stands_otherwise_does_not_fit(expected: str, place: str) -> None:
    with pytest.raises(MisfitError):
        correct_promises([PROMISE], [correction(Item.PROMISE, expected, "late", place=place)])


def test_indicator_that_a_person_adds_takes_the_figures_that_are_said_of_it() -> None:
    added = correction(Item.INDICATOR, "", "社", year=None, place="苦情の件数")
    figures = [correction(item, "", value, place="苦情の件数") for item, value in ((Item.TARGET, "5"), (Item.RESULT, "4"))]
    kept, new = correct_indicators([INDICATOR], [*figures, added])
    assert kept == INDICATOR
    assert (new.name, new.unit, new.direction) == ("苦情の件数", "社", Direction.DOWN)
    assert [(year.year, year.target, year.result, year.is_met, year.is_corrected) for year in new.years] == [
        (2019, 5, 4, True, True)
    ]


def test_indicator_without_a_figure_is_none() -> None:
    added = correction(Item.INDICATOR, "", "社", year=None, place="業者数")
    assert correct_indicators([INDICATOR], [added]) == (INDICATOR,)


def test_indicator_that_is_read_is_not_added_again() -> None:
    with pytest.raises(MisfitError, match="すでにあります"):
        correct_indicators([INDICATOR], [correction(Item.INDICATOR, "", "人", year=None, place="登録者数")])
