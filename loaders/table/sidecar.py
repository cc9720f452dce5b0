"""A document says little of itself; a sidecar (same name, .toml) says whose it is, where it came from, and its checksum.

It may also name the goals and policies that the table gives as bare codes: `[plan.parts]` with a line `"1-①" = "…"` each, and
`parts_source` under `[plan]`, which says where the names were found.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from loaders.errors import DocumentError
from loaders.files import read_if_there

UNKNOWN_BODY = ""


@dataclass(frozen=True)
class Source:
    """What is known about a document. None and '' where its sidecar, or want of one, leaves it unknown."""

    file_name: str
    sha256: str
    plan_title: str = ""
    body: str = UNKNOWN_BODY
    title: str = ""
    origin: str | None = None
    licence: str | None = None
    read_on: date | None = None
    missing_numbers: tuple[int, ...] = ()
    flagships: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    parts_source: str | None = None


def sidecar_path(document: Path) -> Path:
    """Return where a document's sidecar is, if it has one."""
    return document.with_suffix(".toml")


def read_source(document: Path, data: bytes) -> Source:
    """Return what is known about a document whose bytes are `data`.

    Raise InputError where the sidecar cannot be opened, DocumentError where it is no TOML or states another checksum.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    path = sidecar_path(document)
    content = None if path == document else read_if_there(path, "資料の説明")
    if content is None:
        return Source(document.name, sha256)
    try:
        stated = tomllib.loads(content.decode())
        source = _source(stated, document.name, sha256)
        expected = _words(stated.get("document", {}), "sha256")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, AttributeError, TypeError, ValueError) as error:
        todo = "TOML の書き方を確かめてください。"
        raise DocumentError(f"資料の説明を読めません（{error}）。", where=path.name, todo=todo) from error
    if expected is not None and expected.casefold() != sha256:
        raise DocumentError(
            "資料の中身が、説明に書かれたチェックサムと違います。資料が書き換えられたか、途中で切れています。",
            where=f"{document.name}（{path.name} の sha256）",
            todo=f'正しい資料に戻してください。新しい版に替えたのなら、{path.name} に sha256 = "{sha256}" と書いてください。',
        )
    return source


def _words(stated: Mapping[str, Any], key: str) -> str | None:
    value = stated.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{key} = {value!r}")
    return value


def _word(stated: Mapping[str, Any], key: str) -> str:
    found = _words(stated, key)
    if not found:
        raise ValueError(f"{key} = {found!r}")
    return found


def _source(stated: Mapping[str, Any], file_name: str, sha256: str) -> Source:
    plan, document = stated.get("plan", {}), stated.get("document", {})
    read_on, parts = document.get("read_on"), plan.get("parts", {})
    if read_on is not None and type(read_on) is not date:
        raise ValueError(f"read_on = {read_on!r}")
    return Source(
        file_name=file_name,
        sha256=sha256,
        plan_title=str(plan.get("title", "")),
        body=str(plan.get("body", UNKNOWN_BODY)),
        title=str(document.get("title", "")),
        origin=_words(document, "origin"),
        licence=_words(document, "licence"),
        read_on=read_on,
        missing_numbers=tuple(int(number) for number in document.get("missing_numbers", ())),
        flagships=tuple(str(name) for name in plan.get("flagships", ())),
        parts={code: _word(parts, code) for code in parts if code},
        parts_source=_words(plan, "parts_source"),
    )
