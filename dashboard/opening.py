"""A visitor who comes before the store is ready is told what happens, and what to do where it can't be made."""

import streamlit as st

from dashboard import store


def require_store() -> None:
    """Stop the page, with what to do next, where there is no store to read."""
    if store.path().is_file():
        return
    st.title("データがまだありません")
    st.error(f"データベース {store.path().name} が見つかりません。", icon=":material/error:")
    st.markdown("コマンド `python -m loaders` で進行管理表を読み込んでから、このページを開き直してください。")
    st.stop()
