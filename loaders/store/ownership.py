"""A store is replaced as a whole, so only a store that this program made, or a new name, may be given as its place."""

import struct
from pathlib import Path
from typing import Final

import duckdb

from loaders.errors import InputError
from loaders.store.asking import asked

# A plan is small: with DuckDB's usual blocks of 256 KiB most of the file would be air.
BLOCK_SIZE: Final = 16_384
# How a DuckDB file begins: a checksum, these letters; then, from the second 4 KiB on, the size of its blocks.
MAGIC: Final = b"DUCK"
MAGIC_AT, HEADER_SIZE, HEADERS = 8, 4096, 3
BLOCK_SIZE_AT = HEADER_SIZE + 40
# Tables that every store has had from the first one on.
OWN_TABLES: Final = frozenset({"build", "plan", "document", "initiative", "cell", "outcome"})


def check_replaceable(store: Path, work_file: Path) -> None:
    """Raise InputError where the place of a store, or of the file that it is built in, is taken by anything else."""
    if not is_replaceable(store):
        raise InputError(
            "この名前には、このプログラムが作ったデータでないもの（ほかのファイル・フォルダー）があります。上書きはしません。",
            where=str(store),
            todo="--store に別の名前を指定してください。要らないファイルであれば、消してからもう一度読み込んでください。",
            kept="読み込みを中止しました。そのファイルには手を付けていません。",
        )
    if not is_replaceable(work_file):
        raise InputError(
            f"読み込みの途中で使う名前「{work_file.name}」に、ほかのファイルかフォルダーがあります。",
            where=str(work_file),
            todo="それを別の場所に移すか、名前を変えてから、もう一度読み込んでください。",
        )


def is_replaceable(path: Path) -> bool:
    """Return whether nothing of anybody else is lost where a store takes the place of what is at `path`.

    A store that is damaged, or was being built when its program was killed, is known by the size of its blocks, which no
    other program's databases have unless they ask for it. Raise OSError where the file cannot be read.
    """
    if not path.exists():
        return True
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(HEADERS * HEADER_SIZE)
    if not head:
        return True
    if head[MAGIC_AT : MAGIC_AT + len(MAGIC)] != MAGIC:
        return False
    tables = _tables(path)
    return _has_own_blocks(head) if not tables else tables >= OWN_TABLES


def _tables(path: Path) -> set[str] | None:
    """Return the names of a database's tables, None where it cannot be opened."""
    try:
        with asked(path) as connection:
            found = connection.execute("select table_name from duckdb_tables() where database_name = 'store'").fetchall()
    except duckdb.Error:
        return None
    return {str(name) for (name,) in found}


def _has_own_blocks(head: bytes) -> bool:
    """Return whether a file's first bytes are those of a store; one that ends within them holds nothing at all."""
    if len(head) < HEADERS * HEADER_SIZE:
        return True
    sizes = (struct.unpack_from("<Q", head, BLOCK_SIZE_AT + copy * HEADER_SIZE)[0] for copy in (0, 1))
    return BLOCK_SIZE in sizes
