"""A file that people give may be gone, locked, or a folder by that name; they are told which, and nothing is changed."""

from pathlib import Path

from loaders.errors import InputError


def read_bytes(path: Path, what: str) -> bytes:
    """Return the bytes of the file at `path`; raise InputError, calling the file `what` (資料), where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, what, error) from error


def read_if_there(path: Path, what: str) -> bytes | None:
    """Return the bytes of the file at `path`, None where there is none; raise InputError as read_bytes does."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _unreadable(path, what, error) from error


def _unreadable(path: Path, what: str, error: OSError) -> InputError:
    todo = "ファイルの場所と名前、読み取りの権限を確かめてください。"
    return InputError(f"{what}を開けません（{error.strerror}）。", where=str(path), todo=todo)
