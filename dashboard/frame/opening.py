"""Whoever comes first finds the data made ready, and sees it happen; where it can't be read, what happened and what to do."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

import duckdb
import streamlit as st

from dashboard.database import problems, store
from dashboard.database.problems import Problem
from dashboard.text import markdown
from engines.connecting import EngineError

LOG: Final = logging.getLogger(__name__)
_STATE: Final = "store_state"
_AGAIN: Final = "store_again"
_GLANCE_SECONDS: Final = 0.5
_LOOK_SECONDS: Final = 2.0


class State(Protocol):
    """How a store stands to what it is built from."""

    @property
    def phase(self) -> str:
        """'current', 'loading' or 'failed'."""

    @property
    def share(self) -> float:
        """How much of a load is done, 0 to 1."""

    @property
    def step(self) -> str:
        """What a load is doing, in Japanese."""

    @property
    def trouble(self) -> str:
        """What a visitor is told of a load that failed, '' where none did."""


class Loads(Protocol):
    """Makes stores current beside the visitors, who go on reading."""

    def state(self, store: Path, *, again: bool = False) -> State:
        """Return how the store stands, having begun to load it where that is due; never waits for a load."""

    def wait(self, seconds: float) -> None:
        """Wait until a load has got on, `seconds` at most."""


def require_store(loads: Loads) -> None:
    """See to the store, then go on; stop the page where there is nothing to read.

    While a load runs, and after one that failed, the older store is read, and a line says so. A store that the environment
    names (PLAN_STORE) is somebody's own: it is read, never built.
    """
    problem, state = store.problem(), None
    if not store.is_given():
        state = _state(loads, is_needed=problem is not None)
        if problem is not None and state.phase == "loading":
            state = _watch(loads)
            problem = store.problem()
    trouble = state.trouble if state else ""
    if problem is not None:
        _nothing_to_read(problem, trouble)
        st.stop()
    if state is not None and state.phase == "loading":
        _while_loading(loads)
    elif trouble:
        st.warning(f"新しいデータを作れなかったため、前回のデータを表示しています。\n\n{markdown.lines(trouble)}")
    if (away := store.out_of_reach()) is not None:
        st.warning(f"{away.what}最後に読めたときのデータを表示しています。\n\n対処: {away.todo}")


def look_again() -> None:
    """Let the next run see what has changed of what the store is built from: whether it is current, and the one in place."""
    st.session_state.pop(_STATE, None)
    store.renew()


def run(page: Callable[[], None]) -> None:
    """Run a page on one store; where it fails, say so in words to act on, and in the server's log what happened."""
    try:
        with store.one_store():
            page()
    except store.ReplacedError:
        st.rerun()
    except Exception as error:
        LOG.exception("a page failed")
        problem = store.problem() or (problems.problem_of(error) if isinstance(error, duckdb.Error) else None)
        if problem is not None:
            st.error("\n\n".join(_told(problem)), title="データを読めません")
            return
        st.error(
            "この画面を表示できませんでした。ページを開き直すか、絞り込みを解除してみてください。"
            "くり返すときは、いまの画面のアドレスを添えて管理者に知らせてください。",
            title="表示できませんでした",
        )


def _state(loads: Loads, *, is_needed: bool) -> State:
    """Return how the store stands: asked once a session, and for as long as a load runs or there is nothing to read."""
    known: State | None = st.session_state.get(_STATE)
    again = bool(st.session_state.pop(_AGAIN, False))
    if known is not None and known.phase != "loading" and not is_needed and not again:
        return known
    state = loads.state(store.path(), again=again)
    st.session_state[_STATE] = state
    return state


def _watch(loads: Loads) -> State:
    """Show a load until it is done, where there is nothing to read meanwhile; it ends by itself or is ended."""
    place = st.empty()
    while (state := loads.state(store.path())).phase == "loading":
        place.progress(state.share, text=f"進行管理表からデータを作っています：{state.step}")
        loads.wait(_GLANCE_SECONDS)
    place.empty()
    _done(state)
    return state


def _done(state: State) -> None:
    """Let whoever watched a load see at once what has come of it."""
    st.session_state[_STATE] = state
    store.renew()


@st.fragment(run_every=_LOOK_SECONDS)
def _while_loading(loads: Loads) -> None:
    """Say that a load runs while the older store is shown, and show the new one once it is done."""
    state = loads.state(store.path())
    if state.phase != "loading":
        _done(state)
        st.rerun()
    st.info(f"新しいデータを作っています（{state.share:.0%}、{state.step}）。終わるまで、前回のデータを表示しています。")


def _nothing_to_read(problem: Problem | EngineError, trouble: str) -> None:
    what, mend = _told(problem)
    st.title("データがまだありません" if problem is Problem.MISSING else "データを読めません")
    if trouble:
        st.error(markdown.lines(trouble))
        st.markdown("資料か、データの置き場所を直してから、もう一度読み込んでください。")
    else:
        st.error(what)
        st.markdown(mend)
    st.button("もう一度読み込む", on_click=lambda: st.session_state.update({_AGAIN: True}), key="load_again")


def _told(problem: Problem | EngineError) -> tuple[str, str]:
    """Return what is wrong with the store and how to mend it."""
    if isinstance(problem, EngineError):
        return markdown.lines(f"{problem.what}\n場所: {problem.where}"), markdown.lines(f"{problem.todo}\n{problem.said}")
    at = store.address()
    name = at.shown if at.is_remote else at.path.name
    load = f"`python -m loaders --store {at}`" if store.is_given() else "`python -m loaders`"
    given = f"環境変数 {store.SETTING} が指す" if store.is_given() else ""
    return {
        Problem.MISSING: (
            f"{given}データベース「{name}」が見つかりません。",
            f"コマンド {load} で進行管理表を読み込んでから、もう一度開いてください。",
        ),
        Problem.LOCKED: (
            f"データベース「{name}」を別のプログラムが書き込み用に開いているため、読めません。",
            "そのプログラムを閉じるか、読み取り専用で開き直してから、このページを開き直してください。",
        ),
        Problem.FORBIDDEN: (
            f"データベース「{name}」を読む権限がありません。",
            "ファイルとフォルダーの読み取りの権限を確かめてください。",
        ),
        Problem.DAMAGED: (
            f"データベース「{name}」は壊れています。書き込みの途中で切れたようです。",
            f"コマンド {load} で作り直すか、控えのファイルに戻してください。",
        ),
        Problem.FOREIGN: (
            f"{given}「{name}」は、このダッシュボードのデータではありません。",
            f"ファイルの場所と名前を確かめてください。要らないファイルであれば、消してからコマンド {load} で作れます。",
        ),
        Problem.OUTDATED: (
            f"データベース「{name}」は、違う版のプログラムが作ったもので、この画面の項目がありません。",
            f"コマンド {load} で作り直してください。",
        ),
    }[problem]
