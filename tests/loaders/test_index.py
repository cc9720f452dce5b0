"""The index of the rules of the field names what there is: a file, and a name in it."""

import re
from pathlib import Path

import pytest

import loaders

FOLDER = Path(loaders.__file__).parent
ROWS = re.findall(r"^    (\S.*?)  +(\S+\.(?:py|toml)) ?(\w*)$", loaders.__doc__ or "", re.MULTILINE)


@pytest.mark.parametrize(("file", "name"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_rule_stands_where_the_index_says(file: str, name: str) -> None:
    written = (FOLDER / file).read_text(encoding="utf-8")
    assert re.search(rf"^(?:(?: {{4}})?(?:def|class) )?{name}\b", written, re.MULTILINE)


def test_the_index_has_a_row_for_each_line() -> None:
    lines = [line for line in (loaders.__doc__ or "").splitlines() if line.startswith("    ")]
    assert len(ROWS) == len(lines) > 10
