"""The settings are looked at whenever somebody comes: a name taken off the list is out at once, and a door never falls open.

A process that asked for sign-in once goes on asking: settings that vanish close the dashboard instead of opening it.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

from streamlit import config

from access import settings
from access.settings import SettingsError, SignIn

LOG: Final = logging.getLogger(__name__)
FILES: Final = "secrets.files"


@dataclass(frozen=True)
class Door:
    """How people come in now: without signing in (`is_open`), by `sign_in`, or not at all for the `trouble` that is told."""

    sign_in: SignIn | None = None
    trouble: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has to sign in."""
        return self.sign_in is None and not self.trouble


Stamp = tuple[tuple[str, int, int], ...]
_LOCK: Final = Lock()
_held: dict[str, tuple[Stamp, Door]] = {}
_asked_once: list[bool] = []
_guards: list[bool] = []


def guarded() -> None:
    """Say that this process holds requests against the door before the app sees them."""
    _guards[:] = [True]


def is_guarded() -> bool:
    """Return whether requests are held against the door before the app sees them: else files are given to anybody."""
    return bool(_guards)


def now() -> Door:
    """Return the door as the settings have it now; read anew only where a file has changed."""
    paths = [Path(str(path)).expanduser() for path in config.get_option(FILES)]
    stamp = _stamp(paths)
    with _LOCK:
        if FILES in _held and _held[FILES][0] == stamp:
            return _held[FILES][1]
        door = _stands(paths)
        _held[FILES] = (stamp, door)
        if not door.is_open:
            _asked_once[:] = [True]
        if door.trouble:
            LOG.error("sign-in: nobody is let in.\n%s", door.trouble)
    return door


def _stands(paths: Sequence[Path]) -> Door:
    try:
        sign_in = settings.parse(settings.read(paths))
        if sign_in is not None and config.get_option("server.trustedUserHeaders"):
            raise SettingsError(
                "サインインと server.trustedUserHeaders は一緒に使えません。ヘッダーでだれにでも成りすませます。",
                ".streamlit/config.toml の [server]、または環境変数 STREAMLIT_SERVER_TRUSTED_USER_HEADERS",
                "trustedUserHeaders を消してください。",
            )
        if sign_in is None and _asked_once:
            where = "、".join(map(str, paths))
            raise SettingsError(
                "動いている間に、サインインの設定がなくなりました。", where, "設定を戻すか、起動し直してください。"
            )
    except SettingsError as error:
        return Door(trouble=str(error))
    return Door(sign_in)


def _stamp(paths: Sequence[Path]) -> Stamp:
    found = []
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            continue
        found.append((str(path), stat.st_mtime_ns, stat.st_size))
    return tuple(found)
