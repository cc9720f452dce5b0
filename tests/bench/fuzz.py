"""Whatever is done to a document, it is loaded whole or refused with words: no traceback, no lost sign, the old store kept.

python -m tests.bench.fuzz [--count 100000] [--seed 1] [--processes 2]
"""

import argparse
import io
import random
import re
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import docx
import duckdb
import openpyxl
from docx.exceptions import InvalidSpanError
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from loaders.errors import InputError
from loaders.store.building import load
from loaders.store.inputs import DOCUMENT, Inputs

# A load that takes longer is a fault, whatever it says.
LONGEST_SECONDS = 10.0
# Rows of a document that is broken: more would only take longer.
ROWS = 4
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "cp932", "euc-jp", "iso-2022-jp")
WORDS = (
    "番号",
    "平成30年度評価",
    "令和元年度内容及び目標",
    "合計",
    "同上",
    "―",
    "【目標】",
    "1/2",
    "9" * 400,
    "\x00",
    "\u202e",
    "=1+1",
    '"',
    "\r",
)
SIGNS = ("1回、", "1", "【", "。", "（", "年1回", "%", "１", "㎡", "\u3000")


@dataclass(frozen=True)
class BrokenFile:
    """A broken file: its name, its bytes, and the cells of its lines as it prints them, none where nobody can tell."""

    name: str
    data: bytes
    printed: list[list[str]]


@dataclass(frozen=True)
class Fault:
    """What went wrong with which mutation."""

    seed: int
    what: str


def original() -> list[list[str]]:
    """Return the heading and the first rows of our own document, cell by cell."""
    lines = DOCUMENT.read_text(encoding="utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("番号"))
    return [line.split("\t") for line in lines[at : at + 1 + ROWS]]


def _cell(table: list[list[str]], chance: random.Random) -> tuple[list[str], int]:
    row = chance.choice(table)
    return row, chance.randrange(len(row)) if row else 0


def _words(table: list[list[str]], chance: random.Random) -> None:
    row, at = _cell(table, chance)
    kept = row[at][: chance.randrange(40)] if row and chance.random() < 0.5 else ""
    row[at : at + 1] = [kept + chance.choice(WORDS)]


def _signs(table: list[list[str]], chance: random.Random) -> None:
    row, at = _cell(table, chance)
    length = chance.choice((10, 300, 3_000))
    row[at : at + 1] = [(chance.choice(SIGNS) * length)[:length]]


def _shift(table: list[list[str]], chance: random.Random) -> None:
    row, at = _cell(table, chance)
    if chance.random() < 0.5 and len(row) > 1:
        del row[at]
    else:
        row.insert(at, "")


def _swap(table: list[list[str]], chance: random.Random) -> None:
    row, at = _cell(table, chance)
    other, there = _cell(table, chance)
    if row and other:
        row[at], other[there] = other[there], row[at]


def _heading(table: list[list[str]], chance: random.Random) -> None:
    table[0] = table[0] or [""]
    at = chance.randrange(len(table[0]))
    table[0][at] = chance.choice((table[0][at][:-1], table[0][at - 1], "", "備考", f"{table[0][at]}(案)", "指標", "単位"))


def _row(table: list[list[str]], chance: random.Random) -> None:
    at = chance.randrange(len(table))
    if chance.random() < 0.5:
        table.insert(at, list(table[at]))
    elif len(table) > 1:
        del table[at]


CHANGES: tuple[Callable[[list[list[str]], random.Random], None], ...] = (_words, _signs, _shift, _swap, _heading, _row)


def mutated(seed: int) -> BrokenFile:
    """Return our document, broken in one to three places and then, one time in five, as bytes; the same for the same seed.

    One in four is a workbook or a Word document, the same but for the hour that it bears.
    """
    chance, table = random.Random(seed), original()
    for _ in range(chance.randrange(1, 4)):
        chance.choice(CHANGES)(table, chance)
    if seed % 4 == 0:
        kind, made = ("xlsx", _workbook(table, chance)) if seed % 8 else ("docx", _document(table, chance))
        return BrokenFile(f"table.{kind}", _broken(_broken_within(made, chance), chance), [])
    text = "\n".join("\t".join(row) for row in table) + "\n"
    encoding = "utf-8-sig"
    if chance.randrange(15) == 0:
        encoding = chance.choice(ENCODINGS)
        data = text.encode(encoding, errors="replace")
    else:
        data = _broken(text.encode("utf-8"), chance)
    words = data.decode(encoding, errors="replace")
    # A lone CR may end a line or not: then nobody can tell which line is which.
    lines = [] if "\r" in words else words.split("\n")
    return BrokenFile("table.txt", data, [[] if '"' in line else line.split("\t") for line in lines])


def _broken(data: bytes, chance: random.Random) -> bytes:
    """Return bytes, one time in seven cut off or with some of them changed."""
    kind, at = chance.randrange(14), chance.randrange(len(data))
    if kind == 0:
        return data[:at]
    return data[:at] + chance.randbytes(chance.randrange(1, 9)) + data[at + 1 :] if kind == 1 else data


def _broken_within(data: bytes, chance: random.Random) -> bytes:
    """Return a packed file, one time in four with one of its parts broken, so that its packing is sound."""
    if chance.randrange(4):
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        torn = chance.choice([name for name in old.namelist() if name.endswith(".xml")])
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, _torn(content, chance) if name == torn else content)
    return out.getvalue()


def _torn(content: bytes, chance: random.Random) -> bytes:
    """Return a part with an element or value of it gone, put twice, or other: still XML, more often than not."""
    pieces = re.split(rb"(<[^>]*>|\"[^\"]*\")", content)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(pieces))
        pieces[at] = chance.choice((b"", pieces[at] * 2, chance.choice(pieces), b'"-1"', b'"99999999"'))
    return b"".join(pieces)


def _document(table: list[list[str]], chance: random.Random) -> bytes:
    """Return a table as a Word document: words between, some cells merged, a table twice or in a cell."""
    document = docx.Document()
    for _ in range(1 + (chance.random() < 0.2)):
        document.add_paragraph(chance.choice(("令和5年度", "※速報値", "")))
        made = document.add_table(len(table), max(1, *map(len, table)))
        for words, cells in zip(table, made.rows, strict=True):
            for text, cell in zip(words, cells.cells, strict=False):
                cell.text = ILLEGAL_CHARACTERS_RE.sub("", text)
        for _ in range(chance.randrange(3)):
            first, column = chance.randrange(len(made.rows)), chance.randrange(len(made.columns))
            last = min(first + chance.randrange(3), len(made.rows) - 1)
            right = min(column + chance.randrange(2), len(made.columns) - 1)
            with suppress(InvalidSpanError):  # It would cut through a cell that is merged already.
                made.cell(first, column).merge(made.cell(last, right))
        if chance.random() < 0.1:
            made.cell(0, 0).add_table(2, 2)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _workbook(table: list[list[str]], chance: random.Random) -> bytes:
    """Return a table as a workbook: some cells as numbers, some merged, hidden, or on a second sheet."""
    book = openpyxl.Workbook()
    sheets = [book.active, *([book.create_sheet("別表")] if chance.random() < 0.2 else [])]
    for sheet in sheets:
        for row in table:
            words = (ILLEGAL_CHARACTERS_RE.sub("", text) for text in row)
            sheet.append(
                [float(text) if text.isdecimal() and len(text) < 300 and chance.random() < 0.5 else text for text in words]
            )
        for _ in range(chance.randrange(3)):
            first, column = chance.randrange(1, len(table) + 1), chance.randrange(1, 12)
            sheet.merge_cells(start_row=first, start_column=column, end_row=first + chance.randrange(3), end_column=column)
        if chance.random() < 0.2:
            sheet.row_dimensions[chance.randrange(2, 5)].hidden = True
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def fault_of(seed: int, folder: Path) -> str:
    """Load a mutated document over a store that stands; return what is at fault, '' where nothing is."""
    mutation = mutated(seed)
    store, document = folder / "plan.duckdb", folder / mutation.name
    before = store.read_bytes() if store.exists() else b""
    document.write_bytes(mutation.data)
    began = time.perf_counter()
    try:
        load(store, Inputs(document, folder / "corrections.csv"), lambda _share, _step: None)
    except InputError as error:
        if not error.what or not str(error).strip():
            return "refused without words"
        if before and store.read_bytes() != before:
            return "refused, but the old store was touched"
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:100]}"
    else:
        if lost := _lost(store, mutation.printed):
            return f"lost {lost[:40]!r}"
    took = time.perf_counter() - began
    return f"took {took:.1f} s" if took > LONGEST_SECONDS else ""


def _lost(store: Path, printed: list[list[str]]) -> str:
    """Return the words of a printed cell of a loaded line that are nowhere in the store, '' where all are there.

    What a text prints is counted by its lines and tabs alone, not by what the loaders made of them; of a workbook, whose cells
    are shown otherwise than they are stored, only the loaders' own check tells.
    """
    with duckdb.connect(str(store), read_only=True) as connection:
        rows = connection.execute("select initiative_id, source_line, initiative.* from initiative").fetchall()
        kept = connection.execute(
            "select initiative_id, string_agg(text, '' order by printed_kind, printed_year, span_start) from cell group by 1"
            " union all select initiative_id, quote from finding where initiative_id is not null"
            " union all select initiative_id, text from other_cell"
        ).fetchall()
    lines = {line: number for number, line, *_ in rows}
    words = {number: "\n".join(str(value) for value in row) for number, _, *row in rows}
    for number, text in kept:
        words[number] = f"{words.get(number, '')}\n{text}"
    for line, number in lines.items():
        for cell in printed[line - 1] if line <= len(printed) else ():
            if cell.strip() and cell.strip() not in words[number]:
                return cell
    return ""


def faults(seeds: Sequence[int]) -> list[Fault]:
    """Load the mutations of these seeds, one over the other; return what is at fault."""
    with tempfile.TemporaryDirectory() as name:
        found = ((seed, fault_of(seed, Path(name))) for seed in seeds)
        return [Fault(seed, what) for seed, what in found if what]


def main() -> None:
    """Print how many mutations there were, and every fault with its seed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    began, seeds = time.perf_counter(), range(options.seed, options.seed + options.count)
    found: list[Fault] = []
    batches = [seeds[at : at + 100] for at in range(0, len(seeds), 100)]
    with ProcessPoolExecutor(options.processes) as pool:
        for done, more in enumerate(pool.map(faults, batches), start=1):
            found += more
            for fault in more:
                print(f"seed {fault.seed}: {fault.what}", flush=True)
            if done % 10 == 0:
                print(
                    f"{min(100 * done, options.count):,} of {options.count:,}, {time.perf_counter() - began:.0f} s", flush=True
                )
    kinds = Counter(fault.what.split(":")[0].split(" ")[0] for fault in found)
    print(f"{options.count:,} mutations, {len(found)} faults {dict(kinds)}, {time.perf_counter() - began:.0f} s")
    raise SystemExit(1 if found else 0)


if __name__ == "__main__":
    main()
