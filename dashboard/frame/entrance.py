"""Before anything is read, it is seen who visits; in the sidebar they find who they are here, and the way out."""

import streamlit as st

from access import door
from access.roles import WORDS, AccessRole
from dashboard.frame import rights
from dashboard.text import markdown

BEHIND_THE_DOOR = (
    "サインインが設定されていますが、`app.py` で起動しているため、ファイルの受け渡しを守れません。"
    "`streamlit run asgi.py`（または `make run`）で起動し直してください。"
)


def require() -> None:
    """Go on for whoever may read; stop for everybody else, before the store is asked for anything.

    Requests are held against the door before they come here (`access.guard`); this is for a visit that outlasts its sign-in,
    for a name that was taken off the list meanwhile, and for a server that was started without the door.
    """
    state = door.now()
    if state.is_open:
        return
    if state.trouble:
        _stop("いまは使えません", "サインインの設定に誤りがあります。誤りの場所と直し方は、サーバーの記録（ログ）にあります。")
    if not door.is_guarded():
        _stop("いまは使えません", BEHIND_THE_DOOR)
    if rights.visitor().role < AccessRole.READER:
        st.title("もう一度サインインしてください")
        st.markdown(
            f"サインインの期限が過ぎたか、利用の登録が変わりました。入れないときは、{rights.contact()}に伝えてください。"
        )
        st.button("サインイン", on_click=st.login, args=(state.sign_in.provider,) if state.sign_in else (), type="primary")
        st.stop()


def sidebar() -> None:
    """Draw who has signed in, what they may do, and the way out; nothing where nobody signs in."""
    if door.now().is_open:
        return
    visitor = rights.visitor()
    st.caption(f"{markdown.verbatim(visitor.who)}  \n権限：{WORDS[visitor.role]}")
    st.button("サインアウト", on_click=st.logout, key="sign_out", type="tertiary")


def _stop(title: str, said: str) -> None:
    st.title(title)
    st.error(said)
    st.stop()
