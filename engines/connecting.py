"""DuckDB reaches other places by extensions, which PyPI brings as wheels; what goes wrong there is told without a password.

The wheels are loaded from where pip put them: nothing is downloaded, and nothing is written to a home folder, which a service
may not have.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import duckdb

from engines import installation
from engines.address import HIDDEN, Address, Engine, quoted

# What a place needs. postgres_scanner is loaded for any lake: which catalog it has is written in its address.
EXTENSIONS: Final = {
    Engine.FILE: (),
    Engine.LAKE: ("httpfs", "postgres_scanner", "ducklake"),
    Engine.SERVER: ("httpfs", "quack"),
}
# Passwords that the environment may hold beside the address.
SECRET_SETTINGS: Final = ("PGPASSWORD", "AWS_SECRET_ACCESS_KEY")
# Who waits for a server that does not answer is a visitor.
PATIENCE_SECONDS: Final = "5"


class Trouble(StrEnum):
    """Why a place can't be used."""

    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    NOT_EQUIPPED = "not_equipped"  # an extension of DuckDB is missing
    EMPTY = "empty"  # no lake there yet, or no store in it
    READ_ONLY = "read_only"  # nothing can be written there
    OTHER = "other"


# How PostgreSQL, libpq, Quack and an S3-compatible storage say what is wrong; what they say in other words is OTHER. A storage
# that refuses a key is also one that DuckDB is "Unable to connect" to.
_SAID: Final[tuple[tuple[str, Trouble], ...]] = (
    ("Forbidden (HTTP code 403)", Trouble.REFUSED),
    ("authentication failed", Trouble.REFUSED),
    ("no password supplied", Trouble.REFUSED),
    ("Could not find a Quack authentication token", Trouble.REFUSED),
    ("permission denied", Trouble.REFUSED),
    ("no pg_hba.conf entry", Trouble.REFUSED),
    ("FATAL:  role ", Trouble.REFUSED),
    ("FATAL:  database ", Trouble.EMPTY),
    ("creating a new DuckLake is explicitly disabled", Trouble.EMPTY),
    ("does not exist", Trouble.EMPTY),
    ("Unable to connect", Trouble.UNREACHABLE),
    ("Could not connect", Trouble.UNREACHABLE),
    ("Failed to send message", Trouble.UNREACHABLE),
    ("server closed the connection", Trouble.UNREACHABLE),
    ("terminating connection", Trouble.UNREACHABLE),
    ("SSL connection has been closed", Trouble.UNREACHABLE),
    ("Connection refused", Trouble.UNREACHABLE),
)
_WORDS: Final = {
    Trouble.UNREACHABLE: (
        "データの置き場所（データベースのサーバーかストレージ）に届きません。",
        "サーバーが動いているか、アドレスとネットワークを確かめてください。",
    ),
    Trouble.REFUSED: (
        "データの置き場所が接続を断りました。利用者名・パスワード・権限が違うようです。",
        f"環境変数 {installation.SETTING}、PGPASSWORD、{installation.TOKEN_SETTING}、AWS_ACCESS_KEY_ID を確かめてください。",
    ),
    Trouble.NOT_EQUIPPED: (
        f"この環境の DuckDB {duckdb.__version__} には、この置き場所を開く拡張が入っていません。",
        "requirements-server.txt も入れた環境（DuckDB 1.5.5）で動かしてください。",
    ),
    Trouble.EMPTY: (
        "この置き場所には、まだデータがありません。",
        "`python -m loaders --store …` にこのアドレスを付けて、データを入れてください。",
    ),
    Trouble.READ_ONLY: (
        "この置き場所には書き込めません。",
        "DuckDBのサーバーのデータは、そのサーバーで `python -m loaders` を動かして入れ替えてください。",
    ),
    Trouble.OTHER: ("データの置き場所を使えません。", "サーバーの記録と、下の英語の文を管理者に見せてください。"),
}


# How DuckDB says that another program has a file open for writing: on Linux and macOS, then on Windows; 2.0 has a class for it.
_IN_USE_SAID: Final = ("Could not set lock on file", "File is already open in")
_IN_USE_CLASS: Final = "ResourceInUseException"


def is_in_use(error: BaseException) -> bool:
    """Return whether a file could not be opened because another program writes to it.

    >>> is_in_use(duckdb.IOException('IO Error: Could not set lock on file "plan.duckdb"')), is_in_use(duckdb.Error("broken"))
    (True, False)
    """
    return type(error).__name__ == _IN_USE_CLASS or any(words in str(error) for words in _IN_USE_SAID)


# What DuckDB says is for whoever looks after the servers; its beginning tells.
SAID_LENGTH: Final = 300


class EngineError(Exception):
    """A place that can't be used, in words of a person: what, where, what to do. No password is in it."""

    def __init__(self, trouble: Trouble, address: Address, said: str = "") -> None:
        self.trouble, self.address = trouble, address
        self.what, self.todo = _WORDS[trouble]
        self.where = address.shown
        self.said = " ".join(address.without_secrets(said).split())[:SAID_LENGTH]
        super().__init__("\n".join(filter(None, (self.what, f"場所: {self.where}", f"対処: {self.todo}", self.said))))


@contextmanager
def told(address: Address) -> Iterator[None]:
    """Let what DuckDB raises within be an EngineError: its own words quote the whole address, password and all."""
    try:
        yield
    except duckdb.Error as error:
        said = _without_secrets(str(error))
        trouble = next((trouble for words, trouble in _SAID if words.casefold() in said.casefold()), Trouble.OTHER)
        # From None: a traceback would quote what DuckDB said.
        raise EngineError(trouble, address, said) from None


def _without_secrets(said: str) -> str:
    """Return what DuckDB says without the passwords of the environment: it quotes the statement that failed."""
    for name in SECRET_SETTINGS:
        if secret := os.environ.get(name):
            said = said.replace(secret, HIDDEN)
    with suppress(OSError):
        said = said.replace(installation.token() or HIDDEN, HIDDEN)
    return said


def connected(address: Address) -> duckdb.DuckDBPyConnection:
    """Return a database in memory with the extensions that an address needs; raise EngineError where one is missing."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    connection = duckdb.connect(config=config) if address.is_remote else duckdb.connect()
    for name in EXTENSIONS[address.kind]:
        file = extension_file(name)
        if file is None:
            raise EngineError(Trouble.NOT_EQUIPPED, address, f"extension {name}")
        with told(address):
            connection.execute(f"load {quoted(file)}")
    if address.kind is Engine.LAKE:
        os.environ.setdefault("PGCONNECT_TIMEOUT", PATIENCE_SECONDS)
        # A thread of postgres_scanner's that closes idle connections may end the process where a database is closed meanwhile
        # ("terminate called without an active exception", seen once in some hundred closings).
        connection.execute("set pg_pool_enable_reaper_thread = false")
        _let_into_buckets(connection, address)
    return connection


def extension_file(name: str) -> Path | None:
    """Return the file of an extension that pip brought for this DuckDB, None where it did not."""
    found = find_spec(f"duckdb_extension_{name}")
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent / "extensions" / f"v{duckdb.__version__}"
    return next(iter(sorted(folder.rglob(f"{name}.duckdb_extension"))), None)


def _let_into_buckets(connection: duckdb.DuckDBPyConnection, address: Address) -> None:
    """Give the keys of an S3-compatible storage to the connection, as the usual variables name them."""
    names = {"key_id": "AWS_ACCESS_KEY_ID", "secret": "AWS_SECRET_ACCESS_KEY", "region": "AWS_REGION"}
    values = {key: os.environ[name] for key, name in names.items() if os.environ.get(name)}
    if "key_id" not in values:
        return
    scheme, _, host = os.environ.get("AWS_ENDPOINT_URL", "").rpartition("://")
    if host:
        values |= {"endpoint": host.rstrip("/"), "url_style": "path", "use_ssl": "false" if scheme == "http" else "true"}
    parts = ", ".join(f"{key} {quoted(value)}" for key, value in values.items())
    with told(address):
        connection.execute(f"create secret (type s3, {parts})")
