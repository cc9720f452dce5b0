"""Streamlit keeps who signed in in a cookie that it signs; nothing of it is believed but by that signature."""

import json
from collections.abc import Mapping
from typing import Final

from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from access.roles import Claims

NOBODY: Final[Claims] = {}


def claims(cookies: Mapping[str, str], origin: str) -> Claims:
    """Return what the provider claimed of whoever has these cookies; nothing where they are forged, old or another app's."""
    secret = get_cookie_secret()

    def signed(name: str) -> bytes | None:
        value = cookies.get(name)
        return None if value is None else decode_signed_value(secret, name, value.encode("latin-1", "replace"))

    kept = get_cookie_with_chunks(signed, USER_COOKIE_NAME) if secret else None
    if kept is None:
        return NOBODY
    try:
        told = json.loads(kept)
    except ValueError:
        return NOBODY
    is_ours = isinstance(told, dict) and told.get("origin") == origin and told.get("is_logged_in") is True
    return told if is_ours else NOBODY
