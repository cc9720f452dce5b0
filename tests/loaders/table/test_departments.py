"""A section, a part of it, its former name; and the sign of who leads."""

import pytest

from loaders.table.departments import EXAMPLES, LEAD_MARKS, Department, is_lead_mark, read_department
from loaders.table.document import Document


@pytest.mark.parametrize(("text", "department"), EXAMPLES.items(), ids=EXAMPLES)
def test_department_is_split(text: str, department: Department) -> None:
    assert read_department(text) == department


@pytest.mark.parametrize("text", ["", " ", "　"])
def test_blank_cell_names_no_section(text: str) -> None:
    assert read_department(text).name == ""


@pytest.mark.parametrize("mark", sorted(LEAD_MARKS))
def test_every_shape_of_the_circle_marks_the_lead(mark: str) -> None:
    assert is_lead_mark(f" {mark} ")


@pytest.mark.parametrize("text", ["", " ", "×", "-", "－", "△"])
def test_other_signs_do_not_mark_the_lead(text: str) -> None:
    assert not is_lead_mark(text)


def test_sections_of_the_document_hold_no_brackets(document: Document) -> None:
    named = {(row.department, row.department_unit, row.former_department) for row in document.initiatives}
    assert not any("(" in part or "旧" in part for names in named for part in names if part)
    assert {("高齢者福祉課", None, "介護保険課"), ("生涯学習課", "図書館", None), ("課税課", None, "資産課")} <= named
