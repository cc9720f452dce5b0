"""Frames and words are asked of the store that is built from the shipped document."""

from pathlib import Path

import pytest

from dashboard.database import store


@pytest.fixture(autouse=True)
def open_store(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> store.Identity:
    monkeypatch.setenv(store.SETTING, str(store_path))
    return store.identity()
