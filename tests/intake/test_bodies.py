"""Forms drawn from how bodies publish: each value in its year, role, unit and item, and none that the table does not state."""

from pathlib import Path

import pytest

from tests.intake.cells import CASES, Case
from tests.intake.files import write
from tests.intake.layouts import blocks, bodies_forms, bodies_more, bodies_own
from tests.intake.measure import Told, judge
from tests.intake.reading import read

OWN = [case for case in CASES if case.name in bodies_own.NAMES + bodies_more.NAMES + bodies_forms.NAMES + blocks.NAMES]


@pytest.mark.parametrize("case", OWN, ids=lambda case: case.name)
def test_values_stand_where_the_table_states_them(case: Case, tmp_path: Path) -> None:
    stated, _ = read(write(case, case.kinds[0], tmp_path))
    told = judge(case.right, stated, Told(case.name))
    assert (told.wrong, told.listed) == ([], [])
    assert told.right > 0
