"""What the environment says of this installation's store: where it is read, where its own files are kept, who makes it."""

import os
from pathlib import Path
from typing import Final

from engines.address import Address

# The address that is read.
SETTING: Final = "PLAN_STORE"
# Whether a store that the setting above names is made here too: loads, and what people say on the screen, are put into it.
LOADS_SETTING: Final = "PLAN_LOADS"
# The folder in which this installation keeps its own store and what was added.
DATA_SETTING: Final = "PLAN_DATA"
# The word by which a DuckDB server lets a reader in, or the file that holds it.
TOKEN_SETTING, TOKEN_FILE_SETTING = "PLAN_STORE_TOKEN", "PLAN_STORE_TOKEN_FILE"
# Where a lake that is made anew keeps its Parquet files: a folder that every reader sees, or s3://bucket/folder.
LAKE_FILES_SETTING: Final = "PLAN_LAKE_FILES"
ON: Final = "on"

SHIPPED: Final = Path(__file__).resolve().parents[1] / "data"
KEPT_IN: Final = Path(os.environ.get(DATA_SETTING) or SHIPPED)
STORE: Final = KEPT_IN / "plan.duckdb"


def given() -> Address | None:
    """Return the address that the environment names, None where it names none."""
    text = os.environ.get(SETTING, "").strip()
    return Address(text) if text else None


def published_to() -> Address | None:
    """Return the lake into which this installation puts its store after each load, None where it does not."""
    address = given()
    is_on = os.environ.get(LOADS_SETTING, "").strip().casefold() == ON
    return address if is_on and address is not None and address.is_remote else None


def token() -> str | None:
    """Return the word that lets a reader into a DuckDB server; raise OSError where its file cannot be read."""
    file = os.environ.get(TOKEN_FILE_SETTING)
    return Path(file).read_text(encoding="utf-8").strip() if file else os.environ.get(TOKEN_SETTING) or None


def lake_files() -> str:
    """Return where a lake that is made anew keeps its files."""
    return os.environ.get(LAKE_FILES_SETTING) or str((KEPT_IN / "lake").resolve())
