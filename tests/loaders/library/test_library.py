"""What was added is kept by numbers that tell one plan from all others, also from those that are gone."""

from pathlib import Path

import pytest

from loaders.errors import InputError
from loaders.library.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "plans", tmp_path / "table.txt", tmp_path / "corrections.csv")


def test_number_of_a_plan_that_is_gone_is_not_given_to_another(library: Library) -> None:
    assert library.add("a.txt", b"", None, "甲計画", {}) == (2, 1)
    library.remove(2)
    assert library.add("b.txt", b"", None, "乙計画", {}) == (3, 1)


def test_next_file_of_a_plan_is_its_next_edition(library: Library) -> None:
    library.add("a.txt", b"", None, "甲計画", {})
    assert library.add("b.txt", b"", 2, "甲計画", {}) == (2, 2)
    assert [plan.plan_id for plan in library.plans()] == [1, 2]


def test_what_was_taken_in_last_can_be_taken_back_and_nothing_else(library: Library) -> None:
    library.add("a.txt", b"", None, "甲計画", {})
    library.add("b.txt", b"", 2, "甲計画", {})
    with pytest.raises(InputError, match="最後の版ではありません"):
        library.take_back(2, 1)
    library.take_back(2, 2)
    assert [edition.document.name for plan in library.plans() if plan.plan_id == 2 for edition in plan.editions] == ["a.txt"]
    library.take_back(2, 1)
    assert [plan.plan_id for plan in library.plans()] == [1]


def test_last_plan_of_all_is_not_taken_back(library: Library) -> None:
    library.add("a.txt", b"", None, "甲計画", {})
    library.remove(1)
    with pytest.raises(InputError, match="最後の計画"):
        library.take_back(2, 1)
