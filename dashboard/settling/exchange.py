"""What people said can be taken along as a CSV and brought in again: to another machine, or to keep beside the document."""

import streamlit as st

from dashboard.database import store
from dashboard.frame import plans
from dashboard.settling import acting, service

FILE_NAME = "corrections.csv"
FIELD = "corrections_file"


def draw(*, may: bool) -> None:
    """Draw the way out and, where it `may` be written to, the way in."""
    with st.expander("訂正と確認をファイルで受け渡す（CSV）", key="corrections_exchange"):
        st.markdown(
            "いま有効な訂正と確認を、1行1件のCSVにします。読み込むと、まだないものだけが加わり、だれが・いつ・なぜも残ります。"
        )
        st.download_button(
            "CSVを保存",
            lambda: service.service().exported(store.path(), plans.in_force()).encode("utf-8-sig"),
            FILE_NAME,
            "text/csv",
            key="corrections_out",
        )
        if may:
            given = st.file_uploader("訂正のCSVを選ぶ", type=["csv"], key=FIELD)
            if given is not None:
                text = given.getvalue().decode("utf-8-sig", "replace")
                st.button("読み込む", on_click=acting.bring_in, args=(text,), key="corrections_in")
