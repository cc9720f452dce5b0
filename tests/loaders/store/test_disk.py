"""A load that the disk refuses says why and what to do, and leaves the older store as it was."""

import errno
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from loaders.errors import InputError
from loaders.store.disk import disk_trouble
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs
from tests.tables import HEADINGS, ROW

PLACE = Path("plan.duckdb")
LOAD_WITHIN = """
import resource, sys
from loaders.__main__ import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.exit(main(["--quiet", "--store", sys.argv[2], "--document", sys.argv[3]]))
"""


@pytest.mark.parametrize("said", ["No space left on device", "There is not enough space on the disk"])
@pytest.mark.parametrize("kind", [duckdb.TransactionException, duckdb.IOException, OSError])
def test_full_disk_is_called_so_however_it_is_told(kind: type[Exception], said: str) -> None:
    trouble = disk_trouble(kind(f'Failed to commit: Could not write file "S.new.wal": {said}'), PLACE)
    assert trouble is not None
    assert trouble.what == "ディスクの空きが足りないため、データを書き込めません。"


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "空きが足りない"), (errno.EROFS, "読み取り専用"), (errno.EACCES, "権限がありません")]
)
def test_each_trouble_of_the_disk_has_a_sentence_of_its_own(number: int, said: str) -> None:
    assert said in disk_trouble(OSError(number, ""), PLACE).what


@pytest.mark.parametrize(
    "error", [duckdb.ConstraintException("CHECK constraint failed"), duckdb.TransactionException("conflict")]
)
def test_rows_that_do_not_fit_are_no_trouble_of_the_disk(error: duckdb.Error) -> None:
    assert disk_trouble(error, PLACE) is None


@pytest.mark.parametrize("limit", [1, 150_000])
def test_write_that_fails_midway_is_told_and_leaves_the_older_store(
    limit: int, inputs: Inputs, current_store: Path, tmp_path: Path
) -> None:
    before = current_store.read_bytes()
    rows = [ROW.replace("1\t", f"{number}\t", 1) for number in range(1, 40)]
    inputs.document.write_text("\n".join([HEADINGS, *rows, ""]), encoding="utf-8")
    command = [sys.executable, "-c", LOAD_WITHIN, str(limit), str(current_store), str(inputs.document)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
    assert "ファイルの大きさの上限に達した" in done.stderr
    assert current_store.read_bytes() == before
    assert not list(tmp_path.glob("*.new*"))


def test_folder_that_cannot_be_written_to_is_told(inputs: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(InputError, match="読み取り専用"):
        ensure_current(tmp_path / "plan.duckdb", inputs)
