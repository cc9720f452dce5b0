"""A line of the form is read as people write it, and refused with its place and cure where it cannot be."""

from dataclasses import replace
from pathlib import Path

import pytest

from loaders.corrections.form import COLUMNS, EXAMPLES, Item, parse_corrections, read_corrections
from loaders.corrections.form_fields import number_in, parse_place, place_code
from loaders.errors import CorrectionError
from loaders.model import Kind, Place
from loaders.pipeline import PlanReading, read_plan
from loaders.store.inputs import CORRECTIONS
from loaders.table.document import Document

HEADER = ",".join(COLUMNS)


@pytest.mark.parametrize(("item", "line"), EXAMPLES.items(), ids=EXAMPLES)
def test_line_of_each_kind_is_read(item: Item, line: str) -> None:
    [read] = parse_corrections(f"\ufeff{HEADER}\r\n{line}\r\n".removeprefix("\ufeff"))
    assert (read.item, read.line, read.who) == (item, 2, "情報政策係")


@pytest.mark.parametrize("line", EXAMPLES.values(), ids=EXAMPLES)
def test_example_fits_the_shipped_document(line: str, document: Document, plan_reading: PlanReading) -> None:
    fixes = parse_corrections(f"{HEADER}\n{line}\n")
    row = replace(document, initiatives=tuple(row for row in document.initiatives if row.number == fixes[0].number))
    assert read_plan(row, plan_reading.source, fixes).corrections == fixes


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
    ("text", "value"), [("10", 10), ("1,000", 1000), ("12,345,678.5", 12_345_678.5), ("-3", -3), ("0.25", 0.25), ("", None)]
)
def test_number_is_read_with_commas_sign_and_decimals(text: str, value: float | None) -> None:
    [fix] = parse_corrections(f'{HEADER}\n1,2019,target,登録者数,100,"{text}",理由,係,2026-11-24\n')
    assert number_in(fix.corrected) == value


@pytest.mark.parametrize("text", ["20261124", "2026-W48-2", "2026-11-31", "2026/11/24", "2026-1-4", "２０２６-11-24"])
def test_day_in_another_form_than_the_forms_is_refused(text: str) -> None:
    with pytest.raises(CorrectionError, match="読めません") as caught:
        parse_corrections(f"{HEADER}\n1,2019,status,,met,unmet,理由,係,{text}\n")
    assert "2026-11-24 の形" in caught.value.todo


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
    assert parse_place("2020_result") == Place(Kind.RESULT, 2020)
    assert parse_place("R2_評価") is None
