"""A page that Streamlit runs without its frame is started over with it, in every session."""

import pytest
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from dashboard.frame import filters


class StartedOver(Exception):  # noqa: N818
    """The page asked Streamlit to run the app again."""


@pytest.mark.parametrize("is_first_of_the_process", [True, False])
def test_a_page_without_its_frame_starts_over(monkeypatch: pytest.MonkeyPatch, is_first_of_the_process: bool) -> None:
    def rerun() -> None:
        raise StartedOver

    monkeypatch.setattr(PagesManager, "uses_pages_directory", is_first_of_the_process)
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "rerun", rerun)
    with pytest.raises(StartedOver):
        filters.chosen()
    assert PagesManager.uses_pages_directory is False
