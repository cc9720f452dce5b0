"""Frames are asked of the store that is built from the shipped document."""

from pathlib import Path

import pytest

from dashboard.frame import store


@pytest.fixture
def open_store(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> store.Identity:
    monkeypatch.setenv(store.SETTING, str(store_path))
    return store.identity()
