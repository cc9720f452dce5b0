"""A choice that a picture offers stands in the address like a widget's: a link opens it, and going back undoes it."""

from collections.abc import Sequence

import streamlit as st


def of(key: str, options: Sequence[str]) -> str:
    """Return which of `options` is chosen under `key`, the first where none is, and keep the address in step.

    A picture sets the session's value before the run; an address that changed since the last run (a link, the browser's
    way back) wins over it.
    """
    told, asked, held = f"{key}_in_address", st.query_params.get(key), st.session_state.get(key)
    wish = held if asked == st.session_state.get(told) else asked
    chosen = str(wish) if wish in options else options[0]
    st.session_state[key] = chosen
    if chosen != options[0]:
        st.query_params[key] = chosen
    elif asked is not None:
        del st.query_params[key]
    st.session_state[told] = st.query_params.get(key)
    return chosen
