"""What could not be looked up is never told as clean."""

from typing import Any

import pytest

from tests.supply.audit import CLEAN, KNOWN, UNREACHED, read, told

SOUND = {"name": "a", "version": "1", "vulns": []}
WEAK = {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]}
SKIPPED = {"name": "c", "skip_reason": "Dependency not found on PyPI and could not be audited: c (1)"}


@pytest.mark.parametrize(
    ("packages", "code", "says"),
    [
        ([SOUND], CLEAN, "1 packages asked about, 0 vulnerabilities known, 0 not asked about"),
        ([SOUND, WEAK], KNOWN, "VULNERABLE b 2: PYSEC-1, mended in 3"),
        ([WEAK, SKIPPED], KNOWN, "NOT ASKED: 1 packages"),
        ([SOUND, SKIPPED], UNREACHED, "could not be audited: c"),
        ([SKIPPED], UNREACHED, "This is not a clean result"),
        ([], UNREACHED, "This is not a clean result"),
    ],
)
def test_a_report_is_told_as_it_is(packages: list[dict[str, Any]], code: int, says: str) -> None:
    found = read({"dependencies": packages})
    assert found.exit_code == code
    assert says in told(found)
