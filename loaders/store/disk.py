"""A disk that is full, read-only or not ours fails in the middle of a load; the person is told which, and how to mend it."""

import errno
from pathlib import Path
from typing import overload

import duckdb

from loaders.errors import InputError

# How systems name what went wrong, with what a person is told: what is wrong, what to do. DuckDB passes the system's words on.
TROUBLES: tuple[tuple[tuple[str, ...], tuple[int, ...], str, str], ...] = (
    (
        ("No space left on device", "not enough space on the disk", "Disk quota exceeded"),
        (errno.ENOSPC, errno.EDQUOT),
        "ディスクの空きが足りないため、データを書き込めません。",
        "要らないファイルを消すなどして空きを作り、もう一度読み込んでください。",
    ),
    (
        ("File too large",),
        (errno.EFBIG,),
        "ファイルの大きさの上限に達したため、データを書き込めません。",
        "書き込めるファイルの大きさの制限を緩めるか、別の場所を指定してください。",
    ),
    (
        ("Read-only file system",),
        (errno.EROFS,),
        "データの置き場所が読み取り専用のため、書き込めません。",
        "書き込める場所を指定するか、読み取り専用を解いてください。",
    ),
    (
        ("Permission denied", "Access is denied"),
        (errno.EACCES, errno.EPERM),
        "データの置き場所に書き込む権限がありません。",
        "フォルダーとファイルの権限を確かめてください。",
    ),
)
OTHERWISE = "フォルダーの書き込み権限と空き容量を確かめてください。"
# DuckDB tells a failed write at the end of a transaction as the transaction's failure.
FAILED_WRITES = ("Could not write", "Could not truncate", "Could not fsync", "fsync failed", "Cannot open file", "IO Error")


@overload
def disk_trouble(error: OSError, place: Path) -> InputError: ...
@overload
def disk_trouble(error: OSError | duckdb.Error, place: Path) -> InputError | None: ...
def disk_trouble(error: OSError | duckdb.Error, place: Path) -> InputError | None:
    """Return what to tell a person of a failed write at `place`, None where the error is about the data, not the disk."""
    number, said = getattr(error, "errno", None), str(error)
    for words, numbers, what, todo in TROUBLES:
        if number in numbers or any(word in said for word in words):
            return InputError(what, where=str(place), todo=todo)
    if isinstance(error, OSError | duckdb.IOException) or any(word in said for word in FAILED_WRITES):
        return InputError(f"データを書き込めません（{said}）。", where=str(place), todo=OTHERWISE)
    if isinstance(error, duckdb.OutOfMemoryException):
        todo = "ほかのプログラムを閉じるなどして空きを作り、もう一度読み込んでください。"
        return InputError("メモリーが足りないため、データを書き込めません。", where=str(place), todo=todo)
    return None
