"""What many tests read: the shipped document, what is concluded from it, and a store that is built from it once."""

import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

from loaders.model import Reading
from loaders.pipeline import PlanReading, read_plan
from loaders.store.freshness import ensure_current
from loaders.store.inputs import DOCUMENT, Inputs
from loaders.table.document import Document, parse_document
from loaders.table.sidecar import read_source
from tests.tables import HEADINGS, ROW

# By which a test knows that it runs in one of several processes.
WORKER = "PYTEST_XDIST_WORKER"

# How fast an example runs is measured in tests/bench: a busy machine must not fail a property.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Every AppTest would look through all that is installed for components: two thirds of what a page's test takes.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


@pytest.fixture(scope="session")
def document() -> Document:
    return parse_document(DOCUMENT.read_text(encoding="utf-8"), DOCUMENT.name)


@pytest.fixture(scope="session")
def plan_reading(document: Document) -> PlanReading:
    return read_plan(document, read_source(DOCUMENT, DOCUMENT.read_bytes()))


@pytest.fixture(scope="session")
def readings(plan_reading: PlanReading) -> tuple[Reading, ...]:
    return plan_reading.readings


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the shipped document; no test writes to it. The first of several workers builds it for all."""
    folder = tmp_path_factory.getbasetemp()
    store = (folder.parent if WORKER in os.environ else folder) / "store" / "plan.duckdb"
    store.parent.mkdir(exist_ok=True)
    ensure_current(store)
    return store


SMALL_DOCUMENT = f"第4次情報化計画 進行管理表\n\n資料2\n\n{HEADINGS}\n{ROW}\n"


def inputs_in(folder: Path) -> Inputs:
    document = folder / "table.txt"
    document.write_text(SMALL_DOCUMENT, encoding="utf-8")
    return Inputs(document, folder / "corrections.csv")


@pytest.fixture
def small_document() -> str:
    """A table of one row and two evaluated years, as a document prints it."""
    return SMALL_DOCUMENT


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    """A document without a sidecar, and no corrections, in a folder of their own."""
    return inputs_in(tmp_path)


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the small document; no test writes to it."""
    folder = tmp_path_factory.mktemp("small")
    ensure_current(folder / "plan.duckdb", inputs_in(folder))
    return folder / "plan.duckdb"


@pytest.fixture
def current_store(small_store: Path, tmp_path: Path) -> Path:
    """A store of what `inputs` are, which a test may write to."""
    return Path(shutil.copy(small_store, tmp_path / "plan.duckdb"))


@pytest.fixture
def rows_of_numbers() -> Callable[[int], list[str]]:
    """Rows numbered from 1, the same but for their number."""
    return lambda count: [ROW.replace("1\t", f"{number}\t", 1) for number in range(1, count + 1)]
