"""How tables of any form are read: of all values, how many are right, listed (refused, or missing) and silently wrong.

    python -m tests.intake.measure [--folder FOLDER] [--only NAME] [--kinds xlsx,csv,html,pdf,docx] [--jobs 2]

Without a folder the layouts beside this file are written and loaded; a folder holds files and right.json. Each file is
loaded by the command line in a process and a store of its own, and the store is asked by its contract. A value that is
stated where the table says another one, or says none, is silently wrong, and so is a sum or heading that became an item;
one of them makes the exit code 1.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from loaders.table.initiatives import UNKNOWN_DEPARTMENT
from tests.intake.files import write_all
from tests.intake.layouts import CASES

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 120
NO_CORRECTIONS = "number,year,item,place,expected,corrected,why,who,corrected_on\n"
SERIES = """
select i.activity, i.program_name as program, i.department, d.name, d.unit, d.baseline, d.final_goal as final,
       y.year, y.target, y.result, y.is_met as met
from initiative i
left join indicator d using (initiative_id)
left join indicator_year y using (indicator_id)
where i.plan_id in (select plan_id from document where file_name = ?)
"""

Pair = tuple[float | None, float | None]
Stated = dict[str, Any]


@dataclass
class Told:
    """What came of one file's values; `wrong` and `listed` say each in words."""

    file: str
    right: int = 0
    listed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    refused: str = ""


def same(a: float | None, b: float | None) -> bool:
    return a is b or (a is not None and b is not None and abs(a - b) <= 1e-6 * max(1.0, abs(b)))


def plain(text: object) -> str:
    """Words without widths and blanks, so that a name is found however it is written."""
    return "".join(unicodedata.normalize("NFKC", str(text or "")).split())


def of(item: str, stated: Iterable[Stated]) -> list[Stated]:
    """What is stated of an item: by the indicator's name, or else by any name of its row."""
    stated, wanted = list(stated), plain(item)
    named = [row for row in stated if wanted in plain(row["name"])]
    return named or [row for row in stated if any(wanted in plain(row[key]) for key in ("activity", "program"))]


def judge(entry: dict[str, Any], stated: list[Stated], told: Told) -> Told:
    """Hold what a store states against one entry of right.json."""
    wanted: dict[tuple[str, int], list[Pair]] = {}
    for item, year, target, result in entry.get("right", []):
        wanted.setdefault((item, year), []).append((target, result))
    for (item, year), pairs in wanted.items():
        _judge_year(f"{item} {year}", pairs, of(item, stated), year, told)
    _judge_other_years(entry, wanted, stated, told)
    for key, column in (("base", "baseline"), ("final", "final"), ("units", "unit"), ("departments", "department")):
        for item, value in entry.get(key, {}).items():
            _judge_one(f"{item}: {column}", value, {row[column] for row in of(item, stated)}, told)
    for item, year, met in entry.get("met", []):
        rows = [row for row in of(item, stated) if row["year"] == year]
        _judge_met(f"{item} {year}: met", met, {row["met"] for row in rows}, told)
    for name in entry.get("never", []):
        found = {plain(row[key]) for row in stated for key in ("activity", "name") if plain(name) in plain(row[key])}
        told.wrong += [f"{name} is no item, {text} read" for text in sorted(found)]
    return told


def _judge_year(what: str, pairs: list[Pair], rows: list[Stated], year: int, told: Told) -> None:
    got = [(row["target"], row["result"]) for row in rows if row["year"] == year]
    others = [g for g in got if not any(all(map(same, g, pair)) for pair in pairs)]
    for pair in pairs:
        if any(all(map(same, g, pair)) for g in got):
            told.right += max(1, sum(value is not None for value in pair))
            continue
        near = max(others, key=lambda g, pair=pair: sum(map(same, g, pair)), default=(None, None))
        for kind, value, read in zip(("target", "result"), pair, near, strict=True):
            _count(f"{what}: {kind}", value, read, told)
        if pair == near == (None, None):
            told.right += bool(rows)


def _count(what: str, value: float | None, read: float | None, told: Told) -> None:
    if same(value, read):
        told.right += value is not None
    elif read is None:
        told.listed.append(f"{what} {value} missing")
    else:
        told.wrong.append(f"{what} {value} wanted, {read} read")


def _judge_other_years(
    entry: dict[str, Any], wanted: dict[tuple[str, int], list[Pair]], stated: list[Stated], told: Told
) -> None:
    """A value in a year in which the table has none is invented; base and final goal may stand under their years."""
    for item in dict.fromkeys(item for item, _ in wanted):
        allowed = [entry.get(key, {}).get(item) for key in ("base", "final")]
        for row in of(item, stated):
            if row["year"] is None or (item, row["year"]) in wanted:
                continue
            for kind in ("target", "result"):
                if row[kind] is not None and not any(same(row[kind], value) for value in allowed):
                    told.wrong.append(f"{item} {row['year']}: {kind} none wanted, {row[kind]} read")


def _judge_one(what: str, value: Any, read: set[Any], told: Told) -> None:
    read = {text for text in read if text not in (None, "", UNKNOWN_DEPARTMENT)}
    if any(plain(value) in plain(text) if isinstance(value, str) else same(text, value) for text in read):
        told.right += 1
    elif read:
        told.wrong.append(f"{what} {value} wanted, {', '.join(sorted(map(str, read)))} read")
    else:
        told.listed.append(f"{what} {value} missing")


def _judge_met(what: str, value: bool | None, read: set[bool | None], told: Told) -> None:
    if value in read and not read - {value, None}:
        told.right += 1
    elif read - {value, None}:
        told.wrong.append(f"{what} {value} wanted, {sorted(map(str, read))} read")
    else:
        told.listed.append(f"{what} {value} missing")


def values_of(entry: dict[str, Any]) -> int:
    """How many values an entry asks for: what a refused file leaves unread."""
    series = sum(max(1, (target is not None) + (result is not None)) for _, _, target, result in entry.get("right", []))
    return series + sum(len(entry.get(key, ())) for key in ("base", "final", "units", "departments", "met"))


def load(file: Path, entry: dict[str, Any]) -> Told:
    """Load one file with the command line into a store of its own, and judge what it states."""
    told = Told(file.name)
    with tempfile.TemporaryDirectory() as folder:
        store, corrections = Path(folder) / "plan.duckdb", Path(folder) / "corrections.csv"
        corrections.write_text(NO_CORRECTIONS, encoding="utf-8")
        command = [sys.executable, "-m", "loaders", "--quiet", "--document", str(file), "--store", str(store)]
        try:
            run = subprocess.run(
                [*command, "--corrections", str(corrections)],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            told.wrong.append(f"no answer in {SECONDS} seconds")
            return told
        said = run.stderr.strip() or run.stdout.strip()
        if run.returncode == 0 and store.exists():
            return judge(entry, states(store, file.name), told)
    if not said or "Traceback (most recent call last)" in said:
        told.wrong.append(f"no message for people: {said.splitlines()[-1] if said else f'exit code {run.returncode}'}")
        return told
    told.refused = " / ".join(said.splitlines()[:2])[:200]
    told.listed = ["refused"] * values_of(entry)
    return told


def states(store: Path, file_name: str) -> list[Stated]:
    with duckdb.connect(str(store), read_only=True) as connection:
        found = connection.execute(SERIES, [file_name])
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def lines(told: Told, most: int) -> Iterator[str]:
    """What is printed of one file: the counts, then the wrong values, then the missing ones."""
    yield f"{told.right:5} right {len(told.listed):5} listed {len(told.wrong):5} wrong   {told.file}"
    if told.refused:
        yield f"        refused: {told.refused}"
    yield from (f"        WRONG    {text}" for text in told.wrong[:most])
    if not told.refused:
        yield from (f"        listed   {text}" for text in told.listed[:most])


def sums(all_told: list[Told]) -> Iterator[str]:
    """The sums by kind of file and in all."""
    by_kind: dict[str, Counter[str]] = {}
    for told in all_told:
        for kind in (Path(told.file).suffix[1:], "all"):
            count = by_kind.setdefault(kind, Counter())
            count.update(right=told.right, listed=len(told.listed), wrong=len(told.wrong), files=1, refused=bool(told.refused))
    for kind, count in sorted(by_kind.items(), key=lambda pair: (pair[0] == "all", pair[0])):
        whole = max(1, count["right"] + count["listed"] + count["wrong"])
        shares = ", ".join(f"{count[key]} {key} ({100 * count[key] / whole:.1f} %)" for key in ("right", "listed", "wrong"))
        yield f"{kind:5} {count['files']} files, {count['refused']} refused: {shares}"


def main() -> int:
    """Measure, print, and give 1 if anything is silently wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="files and right.json; without it the layouts of the tests are written")
    parser.add_argument("--only", default="", help="part of a file's name")
    parser.add_argument("--kinds", default="xlsx,csv,html,pdf,docx", help="which kinds of file, with commas between")
    parser.add_argument("--jobs", type=int, default=1, help="how many files at a time")
    parser.add_argument("--most", type=int, default=8, help="how many wrong and listed values are printed of a file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = (given.folder or Path(made)).resolve()
        entries = json.loads((folder / "right.json").read_text(encoding="utf-8")) if given.folder else write_all(CASES, folder)
        # a file that stands under a name of its own kind of text (.txt) belongs to the CSV ones
        kinds = {f".{kind}" for kind in given.kinds.split(",")} | ({".txt", ".tsv"} if "csv" in given.kinds else set())
        chosen = [(folder / file, entry) for entry in entries for file in entry["files"] if given.only in file]
        chosen = [(file, entry) for file, entry in chosen if file.suffix in kinds]
        all_told = []
        with ThreadPoolExecutor(given.jobs) as pool:
            for told in pool.map(load, *zip(*chosen, strict=True)) if chosen else ():
                all_told.append(told)
                print("\n".join(lines(told, given.most)), flush=True)
    print("\n".join(sums(all_told)))
    return int(any(told.wrong for told in all_told))


if __name__ == "__main__":
    sys.exit(main())
