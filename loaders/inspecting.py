"""`python -m loaders inspect FILE` prints how a file is understood, before anything is loaded; it writes no store."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from loaders import errors
from loaders.errors import InputError
from loaders.files import read_bytes
from loaders.grid.reading import read_grid
from loaders.mapping.documents import document_of
from loaders.mapping.proposing import propose
from loaders.mapping.reuse import apply_saved
from loaders.mapping.showing import lines
from loaders.mapping.written import read_mapping, to_json

KEPT = "何も読み込んでいません。"


def inspect(arguments: Sequence[str]) -> int:
    """Print the mapping of a file, and what its rows come to; return 0, or 2 where the file or its mapping cannot be read."""
    options = _parser().parse_args(arguments)
    try:
        grid = read_grid(read_bytes(options.file, "資料"), options.file.name)
        mapping = (
            apply_saved(grid, read_mapping(options.mapping), options.year) if options.mapping else propose(grid, options.year)
        )
        print("\n".join(lines(grid, mapping)))
        document = document_of(grid, mapping)
    except InputError as error:
        print(str(error).replace(errors.KEPT, KEPT), file=sys.stderr)
        return 2
    measures = sum(len(row.measures) for row in document.initiatives)
    print(f"事業 {len(document.initiatives)}件、表の値から読む指標 {measures}件、年度 {'、'.join(map(str, document.years))}")
    if options.save:
        options.save.write_text(to_json(mapping), encoding="utf-8")
        print(f"対応を {options.save} に保存しました。")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m loaders inspect", description="Show how a file is understood. 資料の読み方を表示します。"
    )
    parser.add_argument("file", type=Path, help="Excel, CSV, text, PDF, web page / 資料")
    add_mapping_options(parser)
    parser.add_argument("--save", type=Path, help="write the mapping there as JSON / 対応の保存先")
    return parser


def add_mapping_options(parser: argparse.ArgumentParser) -> None:
    """Give a command the options by which a file is read: a saved mapping, the year of a table that names none."""
    parser.add_argument("--mapping", type=Path, help="a saved mapping / 保存された列の対応")
    parser.add_argument("--year", type=int, help="fiscal year of a table that names none: 2023 / 年度のない表の年度")
