"""Codes are goal-policy-program; damaged kana are put right, by evidence that is told."""

from dataclasses import replace

import pytest

from loaders.model import Finding, Initiative
from loaders.table.document import Document
from loaders.table.program_codes import EXAMPLES, Program, read_program, repair_codes

ROW = Initiative(1, "", "", "", "", True, "課", None, None, "", 1, ())


def row(number: int, printed: str) -> Initiative:
    goal, policy, program, name = read_program(printed)
    return replace(ROW, number=number, goal_code=goal, policy_code=policy, program_code=program, program_name=name)


def repaired(*printed: str) -> tuple[list[str], tuple[Finding, ...]]:
    rows, findings = repair_codes([row(number, text) for number, text in enumerate(printed, start=1)])
    return [r.program_code for r in rows], findings


@pytest.mark.parametrize(("printed", "program"), EXAMPLES.items(), ids=EXAMPLES)
def test_program_cell_is_split_into_codes_and_name(printed: str, program: Program) -> None:
    assert read_program(printed) == program


def test_letter_is_put_right_by_the_same_program_on_another_row() -> None:
    codes, findings = repaired("3-②-ア. 口座振替", "3-②-U. クレジットカード", "3-②-ウ. クレジットカード")
    assert codes == ["3-②-ア", "3-②-ウ", "3-②-ウ"]
    assert [(f.kind, f.number, f.quote) for f in findings] == [("code_repaired", 2, "3-②-U")]
    assert "別の行の番号" in findings[0].message


def test_letter_is_put_right_by_the_order_of_the_programs() -> None:
    codes, findings = repaired("1-①-ア. 防災", "3-①-A. 拡充", "3-①-A. 拡充", "3-①-I. 公開", "3-①-. バス")
    assert codes[1:] == ["3-①-ア", "3-①-ア", "3-①-イ", "3-①-ウ"]
    assert [f.kind for f in findings] == ["code_repaired"] * 4
    assert "並び順" in findings[0].message
    assert "ローマ字" in findings[0].message
    assert "ローマ字" not in findings[3].message


def test_kana_that_another_program_bears_is_not_given_again() -> None:
    codes, findings = repaired("3-①-X. 拡充", "3-①-ア. 公開")
    assert codes == ["3-①-X", "3-①-ア"]
    assert [f.kind for f in findings] == ["code_doubtful"]


def test_plan_without_any_kana_means_its_letters() -> None:
    codes, findings = repaired("1-1-A 広報", "1-1-C 公聴")
    assert codes == ["1-1-A", "1-1-C"]
    assert findings == ()


def test_one_name_under_two_codes_is_told_and_left_alone() -> None:
    codes, findings = repaired("2-③-ア. ごみ", "2-③-ア. ごみ", "2-④-ア. ごみ")
    assert codes == ["2-③-ア", "2-③-ア", "2-④-ア"]
    assert [(f.kind, f.number) for f in findings] == [("code_doubtful", 3)]
    assert "2-③-ア" in findings[0].message


def test_program_without_a_code_contradicts_no_other_row_of_its_name() -> None:
    assert repaired("3-②-ア. 口座振替", "口座振替")[1] == ()


def test_document_has_a_kana_in_every_code_and_a_finding_for_each_letter(document: Document) -> None:
    rows, findings = repair_codes(document.initiatives)
    letters = [r.number for r in document.initiatives if r.program_code[-1] in "AIUEO"]
    assert letters
    assert all(r.program_code[-1] in "アイウエオ" for r in rows)
    assert [f.number for f in findings if f.kind == "code_repaired"] == letters
    assert [r.program_code_printed for r in rows] == [r.program_code for r in document.initiatives]


def test_repair_changes_nothing_but_the_code(document: Document) -> None:
    rows, _ = repair_codes(document.initiatives)
    assert [replace(r, program_code="") for r in rows] == [replace(r, program_code="") for r in document.initiatives]


def test_letter_whose_sound_contradicts_the_order_is_doubted_not_repaired() -> None:
    codes, findings = repaired("1-①-ア. 防災", "1-①-U. 拡充", "1-①-ウ. 公開")
    assert codes == ["1-①-ア", "1-①-U", "1-①-ウ"]
    assert [finding.kind for finding in findings] == ["code_doubtful"]
