"""A person's last word is applied where it fits, and refused loudly where it does not."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loaders.corrections import (
    COLUMNS,
    EXAMPLES,
    RULE,
    Correction,
    Item,
    check_fit,
    correct_cells,
    correct_indicators,
    correct_outcomes,
    parse_corrections,
    parse_place,
    place_code,
    read_corrections,
)
from loaders.errors import CorrectionError
from loaders.freshness import CORRECTIONS
from loaders.model import Cell, Direction, Indicator, IndicatorYear, Kind, Outcome, Place, Reason, Status
from loaders.pipeline import PlanReading, read_plan
from loaders.table.document import Document

HEADER = ",".join(COLUMNS)
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


@pytest.mark.parametrize(("item", "line"), EXAMPLES.items(), ids=EXAMPLES)
def test_line_of_each_kind_is_read(item: Item, line: str) -> None:
    [read] = parse_corrections(f"\ufeff{HEADER}\r\n{line}\r\n".removeprefix("\ufeff"))
    assert (read.item, read.line, read.who) == (item, 2, "情報政策係")


@pytest.mark.parametrize("line", EXAMPLES.values(), ids=EXAMPLES)
def test_example_fits_the_shipped_document(line: str, document: Document, plan_reading: PlanReading) -> None:
    fixes = parse_corrections(f"{HEADER}\n{line}\n")
    assert read_plan(document, plan_reading.source, fixes).corrections == fixes


def test_every_item_has_an_example() -> None:
    assert set(EXAMPLES) == set(Item)


def test_byte_order_mark_of_a_spreadsheet_is_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(f"{HEADER}\n{EXAMPLES[Item.STATUS]}\n", encoding="utf-8-sig")
    assert len(read_corrections(path)) == 1


def test_no_file_is_no_corrections(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "none.csv") == ()


def test_shipped_file_is_readable() -> None:
    assert CORRECTIONS.is_file()
    read_corrections(CORRECTIONS)


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("番号,年度\n", "1行目", "見出しが違います"),
        (f"{HEADER}\n1,2019,status,,met\n", "2行目", "9欄のはずが5欄"),
        (f"{HEADER}\n一,2019,status,,met,unmet,理由,係,2026-11-24\n", "2行目「number」", "「一」"),
        (f"{HEADER}\n{'9' * 5000},2019,status,,met,unmet,理由,係,2026-11-24\n", "2行目「number」", "9999"),
        (f"{HEADER}\n1,31,status,,met,unmet,理由,係,2026-11-24\n", "2行目「year」", "「31」"),
        (f"{HEADER}\n1,2019,stutas,,met,unmet,理由,係,2026-11-24\n", "2行目「item」", "「stutas」"),
        (f"{HEADER}\n1,2019,status,,met,達成,理由,係,2026-11-24\n", "2行目「corrected」", "「達成」"),
        (f"{HEADER}\n1,2019,is_carried_over,,はい,true,理由,係,2026-11-24\n", "2行目「expected」", "「はい」"),
        (f"{HEADER}\n1,2019,target,登録者数,1,nan,理由,係,2026-11-24\n", "2行目「corrected」", "「nan」"),
        (f"{HEADER}\n1,,cell_place,R2_result,R2_result,来年,理由,係,2026-11-24\n", "2行目「corrected」", "「来年」"),
        (
            f"{HEADER}\n1,,cell_place,R2_result,R2_result,R2_plan+R3_plan,理由,係,2026-11-24\n",
            "2行目「corrected」",
            "R2_plan+R3_plan",
        ),
        (f"{HEADER}\n1,2019,status,,met,unmet,,係,2026-11-24\n", "2行目「why」", "「」"),
        (f"{HEADER}\n1,2019,status,,met,unmet,理由,,2026-11-24\n", "2行目「who」", "「」"),
        (f"{HEADER}\n\n1,2019,status,,met,unmet,理由,係,きのう\n", "3行目「corrected_on」", "「きのう」"),
    ],
)
def test_line_that_cannot_be_read_is_refused_with_its_place(text: str, where: str, said: str) -> None:
    with pytest.raises(CorrectionError) as caught:
        parse_corrections(text)
    assert where in caught.value.where
    assert said in caught.value.what
    assert caught.value.todo


@pytest.mark.parametrize("text", ["1_0", "1e3", "inf", "0x10", "1,10", "1,0000", "１０", "1 0", "10人", ".5", "9" * 400])
def test_number_that_a_person_would_not_write_is_refused(text: str) -> None:
    with pytest.raises(CorrectionError, match="数字または空欄"):
        parse_corrections(f'{HEADER}\n1,2019,target,登録者数,1,"{text}",理由,係,2026-11-24\n')


@pytest.mark.parametrize(
    ("text", "value"), [("10", 10), ("1,000", 1000), ("12,345,678.5", 12_345_678.5), ("-3", -3), ("0.25", 0.25)]
)
def test_number_is_read_with_commas_sign_and_decimals(text: str, value: float) -> None:
    [fix] = parse_corrections(f'{HEADER}\n1,2019,target,登録者数,100,"{text}",理由,係,2026-11-24\n')
    [fixed] = correct_indicators([INDICATOR], [replace(fix, place="登録者数")])
    assert fixed.years[0].target == value


def test_field_that_never_ends_is_refused_with_its_line() -> None:
    endless = '1,2019,status,,met,unmet,"' + "あ" * 131_073
    with pytest.raises(CorrectionError, match="CSV として読めません") as caught:
        parse_corrections(f"{HEADER}\n{endless}\n")
    assert "2行目" in caught.value.where


def test_other_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_bytes(f"{HEADER}\n1,2019,status,,met,unmet,理由,係,2026-11-24\n".encode("cp932"))
    with pytest.raises(CorrectionError, match="UTF-8"):
        read_corrections(path)


def test_place_codes_are_read_back(document: Document) -> None:
    for place in document.places:
        assert parse_place(place_code(place)) == place
    assert parse_place("2020_result") == R2_RESULT
    assert parse_place("R2_評価") is None


def test_cell_is_put_at_the_place_that_a_person_says() -> None:
    fix = correction(Item.CELL_PLACE, "2020_result", "R3_plan", place="R2_result")
    assert correct_cells([CELL], [fix]) == (Cell(R2_RESULT, R3_PLAN, CELL.text, 0, 9, 1.0, RULE),)


def test_cut_cell_is_one_piece_again_and_loses_nothing() -> None:
    pieces = [
        Cell(R2_RESULT, R2_RESULT, "引き続き", 0, 4, 0.7, "cut"),
        Cell(R2_RESULT, R3_PLAN, "周知する。", 4, 9, 0.7, "cut"),
    ]
    fix = correction(Item.CELL_PLACE, "R2_result+R3_plan", "R3_plan", place="R2_result")
    assert correct_cells(pieces, [fix]) == (Cell(R2_RESULT, R3_PLAN, CELL.text, 0, 9, 1.0, RULE),)


@pytest.mark.parametrize(
    ("item", "expected", "corrected", "changed"),
    [
        (Item.STATUS, "unmet", "closed", {"status": Status.CLOSED, "rule": RULE, "confidence": 1.0}),
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


NUMBERS, PLACES = {1, 2}, {R2_RESULT, R3_PLAN, Place(Kind.BASELINE_GOAL, None)}
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
