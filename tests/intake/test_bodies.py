"""Forms drawn from how bodies publish: each value in its year, role, unit and item, and none that the table does not state."""

from pathlib import Path

import pytest

from tests.intake.cells import Case
from tests.intake.files import write
from tests.intake.layouts import CASES, FAMILIES
from tests.intake.measure import Told, judge
from tests.intake.reading import read

OF_BODIES = [family for name, family in FAMILIES.items() if name.startswith("bodies_") or name == "blocks"]
OWN = [case for case in CASES if any(case.name in family.NAMES for family in OF_BODIES)]


@pytest.mark.parametrize("case", OWN, ids=lambda case: case.name)
def test_values_stand_where_the_table_states_them(case: Case, tmp_path: Path) -> None:
    stated, _ = read(write(case, case.kinds[0], tmp_path))
    told = judge(case.right, stated, Told(case.name))
    assert (told.wrong, told.listed) == ([], [])
    assert told.right > 0
