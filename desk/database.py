"""One file holds what people wrote: SQLite, so that several may write at once and a killed program loses nothing it has saved.

It is kept in WAL mode: readers never wait, writers wait for each other a moment. Each use opens the file, does one short
transaction and closes it, so no process holds on to it. The folder must be on a disk of this machine, as WAL demands.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

SETTING: Final = "PLAN_DATA"
FILE_NAME: Final = "desk.sqlite"
SCHEMA: Final = Path(__file__).parent / "schema"
# "PLAN" in ASCII: tells this file from other programs' databases.
APPLICATION: Final = 0x504C414E
# How long one writer waits for another; a transaction here takes some milliseconds.
PATIENCE_SECONDS: Final = 10.0


class DeskError(Exception):
    """The file can't be read or written; the message is Japanese and says what to do."""

    def __init__(self, what: str, path: Path, todo: str) -> None:
        self.what, self.path, self.todo = what, path, todo
        super().__init__(f"{what}\n場所: {path}\n対処: {todo}")


def path() -> Path:
    """Return where the file of this installation is: in the folder that PLAN_DATA names, else in data/."""
    folder = os.environ.get(SETTING)
    return (Path(folder) if folder else Path(__file__).resolve().parents[1] / "data") / FILE_NAME


@contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection | None]:
    """Let one transaction read the file; None where nobody has written anything yet. Raise DeskError where it can't be read."""
    if not file.exists():
        yield None
        return
    with _opened(file) as connection:
        connection.execute("begin")
        yield connection
        connection.execute("rollback")


@contextmanager
def writing(file: Path) -> Iterator[sqlite3.Connection]:
    """Let one transaction write the file, made where it is missing; all of it is kept, or nothing where it raises.

    Raise DeskError where it can't be written.
    """
    with _opened(file) as connection:
        connection.execute("begin immediate")
        try:
            yield connection
        except BaseException:
            connection.execute("rollback")
            raise
        connection.execute("commit")


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, timeout=PATIENCE_SECONDS, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("pragma foreign_keys = on")
            _bring_up_to_date(connection, file)
            yield connection
        finally:
            connection.close()
    except (sqlite3.OperationalError, sqlite3.DatabaseError, OSError) as error:
        if isinstance(error, sqlite3.IntegrityError):
            raise
        raise _trouble(error, file) from error


def _bring_up_to_date(connection: sqlite3.Connection, file: Path) -> None:
    """Make the tables of the versions that the file does not have yet; raise DeskError where it is not ours or is newer."""
    steps = sorted(SCHEMA.glob("*.sql"))
    if _version(connection) != len(steps):
        connection.execute("begin immediate")
        try:
            # Seen within the transaction: another process may have made them while this one waited.
            _make(connection, steps, file)
        except BaseException:
            connection.execute("rollback")
            raise
        connection.execute("commit")
    if connection.execute("pragma journal_mode").fetchone()[0] != "wal":
        # Refused while somebody else is at it; until a later opening succeeds, readers wait for writers, and nothing is lost.
        with suppress(sqlite3.OperationalError):
            connection.execute("pragma journal_mode = wal")


def _make(connection: sqlite3.Connection, steps: Sequence[Path], file: Path) -> None:
    version = _version(connection)
    if version > len(steps):
        todo = "新しい版のプログラムが書いたファイルです。プログラムを新しい版に替えてください。"
        raise DeskError("訂正やメモの控えが、このプログラムより新しい形です。", file, todo)
    if version == 0 and connection.execute("select count(*) from sqlite_master").fetchone()[0]:
        raise DeskError(
            "訂正やメモの控えの場所に、別のプログラムのデータベースがあります。", file, "別の場所に移してください。"
        )
    for step in steps[version:]:
        for statement in _statements(step.read_text(encoding="utf-8")):
            connection.execute(statement)
    connection.execute(f"pragma user_version = {len(steps)}")
    connection.execute(f"pragma application_id = {APPLICATION}")


def _version(connection: sqlite3.Connection) -> int:
    """Return how many steps of the schema a file has; 0 for one that is empty or of another program."""
    is_ours = connection.execute("pragma application_id").fetchone()[0] == APPLICATION
    return int(connection.execute("pragma user_version").fetchone()[0]) if is_ours else 0


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one: executescript() would commit what it finds open."""
    so_far = ""
    for line in script.splitlines(keepends=True):
        so_far += line
        if sqlite3.complete_statement(so_far):
            yield so_far
            so_far = ""


def _trouble(error: Exception, file: Path) -> DeskError:
    said = str(error)
    if "locked" in said:
        return DeskError(
            "訂正やメモの控えを、別のプログラムが使い続けています。", file, "そのプログラムを閉じてから、やり直してください。"
        )
    if "readonly" in said or isinstance(error, PermissionError) or "unable to open" in said:
        return DeskError("訂正やメモの控えに書き込めません。", file, "フォルダーの場所と書き込みの権限を確かめてください。")
    if "full" in said:
        return DeskError("ディスクに空きがないため、控えに書き込めません。", file, "空きを作ってから、やり直してください。")
    return DeskError(f"訂正やメモの控えを読めません（{said}）。", file, "控えのファイルを、前の写しに戻してください。")
