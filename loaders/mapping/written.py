"""A mapping is kept beside its plan as JSON, which a person can read and change: what a column is for, by its heading."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from loaders.errors import DocumentError
from loaders.mapping.mapping import ColumnUse, Mapping, TableMapping, Use

VERSION = 1
_TODO = "`python -m loaders inspect ファイル --save 対応.json` で作ったものか確かめてください。"


def to_json(mapping: Mapping) -> str:
    """Return a mapping as JSON; from_json gives the same mapping back."""
    return json.dumps({"version": VERSION, **asdict(mapping)}, ensure_ascii=False, indent=1)


def from_json(text: str, file_name: str = "") -> Mapping:
    """Return the mapping that a text states; raise DocumentError where it is none, saying which part."""
    try:
        stated = json.loads(text)
        if stated.get("version") != VERSION:
            raise ValueError(f"version = {stated.get('version')!r}")
        return Mapping(tuple(map(_table, stated["tables"])), tuple(stated.get("unread_sheets", ())))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        what = f"列の対応（マッピング）のファイルを読めません（{error}）。"
        raise DocumentError(what, where=file_name, todo=_TODO) from error


def read_mapping(path: Path) -> Mapping:
    """Return the mapping kept in a file; raise DocumentError where it cannot be read or is none."""
    try:
        return from_json(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError("列の対応（マッピング）のファイルを開けません。", where=str(path), todo=_TODO) from error


def _table(stated: dict[str, Any]) -> TableMapping:
    columns = tuple(ColumnUse(**{**column, "use": Use(column["use"])}) for column in stated["columns"])
    table = TableMapping(**{**stated, "columns": columns})
    if not 0 <= table.first <= table.last < table.end:
        raise ValueError(f"first, last, end = {table.first}, {table.last}, {table.end}")
    return table
