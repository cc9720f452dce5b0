"""`python -m loaders inspect FILE` prints how a file is understood, before anything is loaded; it writes no store."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from loaders import errors
from loaders.errors import DocumentError, InputError
from loaders.files import read_bytes
from loaders.mapping.model.written import carried_over, is_same_form, read_written, written
from loaders.mapping.proposing import propose
from loaders.records.documents import document_of
from loaders.records.showing import lines
from loaders.records.taken_apart import read_tables

KEPT = "何も読み込んでいません。"


def inspect(arguments: Sequence[str]) -> int:
    """Print the mapping of a file, and what its rows come to; return 0, or 2 where the file or its mapping cannot be read."""
    options = _parser().parse_args(arguments)
    try:
        grid = read_tables(read_bytes(options.file, "資料"), options.file.name)
        mapping = propose(grid, options.year)
        if options.mapping:
            saved = read_written(read_mapping(options.mapping))
            mapping = carried_over(saved, mapping) if is_same_form(saved, mapping) else saved
        print("\n".join(lines(grid, mapping)))
        document = document_of(grid, mapping)
    except InputError as error:
        print(str(error).replace(errors.KEPT, KEPT), file=sys.stderr)
        return 2
    measures = sum(len(row.measures) for row in document.initiatives)
    print(f"事業 {len(document.initiatives)}件、表の値から読む指標 {measures}件、年度 {'、'.join(map(str, document.years))}")
    if options.save:
        options.save.write_text(json.dumps(written(mapping), ensure_ascii=False, indent=1), encoding="utf-8")
        print(f"列の読み方を {options.save} に保存しました。")
    return 0


def read_mapping(path: Path) -> dict[str, Any]:
    """Return the mapping that is written in a file; raise DocumentError where it is no JSON, InputError where none is."""
    try:
        found = json.loads(read_bytes(path, "列の読み方"))
    except ValueError as error:
        todo = "`python -m loaders inspect 資料 --save 列の読み方.json` で作ったものか確かめてください。"
        raise DocumentError(f"列の読み方の控えを読めません（{error}）。", where=str(path), todo=todo) from error
    return dict(found)


def _parser() -> argparse.ArgumentParser:
    told = "Show how a file is understood. 資料の読み方を表示します。"
    parser = argparse.ArgumentParser(prog="python -m loaders inspect", description=told)
    parser.add_argument("file", type=Path, help="Excel, Word, CSV, text, PDF, web page / 資料")
    add_mapping_options(parser)
    parser.add_argument("--save", type=Path, help="write the mapping there as JSON / 列の読み方の保存先")
    return parser


def add_mapping_options(parser: argparse.ArgumentParser) -> None:
    """Give a command the options by which a file is read: a mapping, the year of a table that names none."""
    parser.add_argument("--mapping", type=Path, help="how its columns are to be read, JSON / 列の読み方")
    parser.add_argument("--year", type=int, help="fiscal year of a table that names none: 2023 / 年度のない表の年度")
