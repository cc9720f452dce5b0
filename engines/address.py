"""The store's address is one setting: a file's path, `ducklake:…` for a lake, `quack:host` for a DuckDB server."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

# How each kind of address begins; all else is the path of a file. A letter alone is a drive of Windows.
_SCHEME: Final = re.compile(r"^(ducklake|quack):", re.IGNORECASE)
# Where passwords stand: key=value as libpq writes it, and the address of a server.
_SECRETS: Final = (
    re.compile(r"(?:password|passfile|token|secret)\s*=\s*('(?:[^'\\]|\\.|'')*'|[^\s'&;]+)", re.IGNORECASE),
    re.compile(r"//[^\s/@:]*:([^\s/]*)@"),
)
HIDDEN: Final = "***"


class Engine(StrEnum):
    """What a store's address leads to."""

    FILE = "file"
    LAKE = "lake"  # tables in Parquet files, a catalog that says which of them hold
    SERVER = "server"  # a DuckDB that answers over Quack


@dataclass(frozen=True)
class Address:
    """Where a store is; what is shown or logged of it holds no password."""

    text: str

    @property
    def kind(self) -> Engine:
        """What it leads to.

        >>> [Address(text).kind.value for text in ("data/plan.duckdb", "C:/plan.duckdb", "ducklake:postgres:", "quack:db")]
        ['file', 'file', 'lake', 'server']
        """
        scheme = _SCHEME.match(self.text)
        if scheme is None:
            return Engine.FILE
        return Engine.LAKE if scheme[1].casefold() == "ducklake" else Engine.SERVER

    @property
    def is_remote(self) -> bool:
        """Whether it is read over a connection rather than as a file."""
        return self.kind is not Engine.FILE

    @property
    def path(self) -> Path:
        """The file; raise ValueError where it is none."""
        if self.is_remote:
            raise ValueError(f"{self} is no file")
        return Path(self.text)

    @property
    def shown(self) -> str:
        """The address as people and logs may see it.

        >>> Address("ducklake:postgres:dbname=plan password='it''s' host=db").shown
        'ducklake:postgres:dbname=plan password=*** host=db'
        >>> Address("ducklake:postgres:postgresql://plan:se:cret@db/plan").shown
        'ducklake:postgres:postgresql://plan:***@db/plan'
        """
        return self.without_secrets(self.text)

    @property
    def secrets(self) -> tuple[str, ...]:
        """The passwords in it, as they are written there, the longest first."""
        found = {secret for pattern in _SECRETS for secret in pattern.findall(self.text) if secret}
        return tuple(sorted(found, key=len, reverse=True))

    def without_secrets(self, said: str) -> str:
        """Return what somebody else says of it, an error of DuckDB's, without the passwords."""
        for secret in self.secrets:
            said = said.replace(secret, HIDDEN)
        return said

    def __str__(self) -> str:
        return self.shown

    def __repr__(self) -> str:
        return f"Address({self.shown!r})"


def quoted(text: str | Path) -> str:
    """Return a text as an SQL string.

    >>> quoted("it's")
    "'it''s'"
    """
    return "'" + str(text).replace("'", "''") + "'"
