"""Whoever comes first finds the data made ready, and sees it happen; where it can't be made, what happened and what to do."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

import streamlit as st

from dashboard.database import store

LOG: Final = logging.getLogger(__name__)
_CHECKED: Final = "store_checked"
_TROUBLE: Final = "store_trouble"
# What a visitor is told of a failure that was not foreseen; the log has the rest.
_DEFECT: Final = "データを作る途中で、プログラムに不具合が起きました。\n対処: くり返すときは、管理者に知らせてください。"


class Build(Protocol):
    """Makes the store at a path current, once however many ask; tells the share done and the step, in Japanese."""

    def __call__(self, store: Path, *, progress: Callable[[float, str], None]) -> object:
        """Raise where the store can't be made: a failure that `require_store` is told of has a text for the visitor."""


def require_store(build: Build, failures: tuple[type[Exception], ...]) -> None:
    """Make the store current once a session, then go on; stop the page where there is nothing to read.

    An older store goes on being read when a build fails, in whatever way: with the message of the failure where it is one of
    `failures`, else with a word that the program failed. A store that the environment names (PLAN_STORE) is somebody's own: it
    is read, never built.
    """
    if not store.is_given() and not st.session_state.get(_CHECKED):
        _build(build, failures)
        st.session_state[_CHECKED] = True
    trouble = st.session_state.get(_TROUBLE)
    if not store.path().is_file():
        _nothing_to_read(trouble)
        st.stop()
    if trouble:
        st.warning(f"新しいデータを作れなかったため、前回のデータを表示しています。\n\n{_lines(trouble)}")


def run(page: Callable[[], None]) -> None:
    """Run a page on one store; where it fails, say so in words to act on, and in the server's log what happened."""
    try:
        with store.one_store():
            page()
    except store.ReplacedError:
        st.rerun()
    except Exception:
        LOG.exception("a page failed")
        st.error(
            "この画面を表示できませんでした。ページを開き直すか、絞り込みを解除してみてください。"
            "くり返すときは、いまの画面のアドレスを添えて管理者に知らせてください。",
            title="表示できませんでした",
        )


def _build(build: Build, failures: tuple[type[Exception], ...]) -> None:
    place = st.empty()

    def show(share: float, step: str) -> None:
        place.progress(share, text=f"進行管理表からデータを作っています：{step}")

    try:
        build(store.path(), progress=show)
        st.session_state.pop(_TROUBLE, None)
    except failures as error:
        st.session_state[_TROUBLE] = str(error)
    except Exception:
        LOG.exception("the store could not be made")
        st.session_state[_TROUBLE] = _DEFECT
    place.empty()


def _nothing_to_read(trouble: str | None) -> None:
    st.title("データがまだありません")
    if trouble:
        st.error(_lines(trouble))
        st.markdown("資料を直してから、もう一度読み込んでください。")
    else:
        st.error(f"データベース「{store.path().name}」が見つかりません。")
        st.markdown("コマンド `python -m loaders` で進行管理表を読み込んでから、もう一度開いてください。")
    st.button("もう一度読み込む", on_click=lambda: st.session_state.pop(_CHECKED, None), key="load_again")


def _lines(message: str) -> str:
    return message.replace("\n", "  \n")
