"""Rows of a plan are read one by one; a plan of thousands is read in parts, by as many processes as the machine has cores."""

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

from loaders.alignment.alignment import Alignment, align, as_they_stand
from loaders.alignment.customs import Customs
from loaders.alignment.foreign import CLOSE_TOGETHER
from loaders.corrections.cells import correct_cells
from loaders.corrections.fitting import Misfit
from loaders.corrections.form import Correction
from loaders.initiative import read_initiative
from loaders.limits import ROW_SECONDS, limited, row_limit
from loaders.model import Finding, Initiative, Reading
from loaders.outcomes.checks import check_words
from loaders.series.number_checks import check_numbers

# Rows of a part, at least and at most: enough that handing them over, with those close to them, is little of the work, few
# enough that each process has several and progress moves.
PART = 250
LARGEST_PART = 1_000
PARTS_OF_A_PROCESS = 4
# Below, starting processes takes longer than they save.
LARGE = 600

Progress = Callable[[float, str], None]


def say_nothing(_share: float, _step: str) -> None:
    """Take progress that nobody waits for."""


@dataclass(frozen=True)
class Around:
    """What a row is read by besides itself: words that the table uses for one kind of cell, its years, people's corrections.

    `is_sure`: the table had a grid, so that its cells stand where they belong.
    """

    customs: Customs
    evaluated_years: Sequence[int]
    corrections: Mapping[int, tuple[Correction, ...]]
    file_name: str = ""
    is_sure: bool = False


@dataclass(frozen=True)
class Part:
    """What was concluded about some rows next to each other, and what is odd in their words and in their numbers.

    `misfits` are people's words on them that do not fit any more.
    """

    readings: tuple[Reading, ...]
    in_words: tuple[Finding, ...]
    in_numbers: tuple[Finding, ...]
    misfits: tuple[Misfit, ...] = ()


def read_parts(
    initiatives: Sequence[Initiative], around: Around, progress: Progress, processes: int | None = None
) -> Iterator[Part]:
    """Yield the parts of a table in its order; `progress` is told the share done (0 to 1), and how long the rest will take.

    `processes`: how many read at once, by default one for a plan of an ordinary size. The parts are the same for any number.
    """
    began, size, done = time.monotonic(), len(initiatives), 0
    processes = _suitable(size) if processes is None else processes
    starts = range(0, size, _rows_of_a_part(size, processes))
    for part in _read(initiatives, around, starts, processes):
        done += len(part.readings)
        left = (time.monotonic() - began) / done * (size - done)
        rest = f"、残りおよそ{_minutes(left)}" if size > LARGE and done < size else ""
        progress(done / size, f"数値と評価を読み取っています（{done:,}／{size:,}件{rest}）")
        yield part


def read_rows(initiatives: Sequence[Initiative], around: Around, numbers: Collection[int]) -> Iterator[Part]:
    """Yield a part for each row of these numbers, as reading the whole table would conclude it."""
    for at, row in enumerate(initiatives):
        if row.number in numbers:
            first = max(at - CLOSE_TOGETHER, 0)
            yield read_part(initiatives[first : at + 1 + CLOSE_TOGETHER], range(at - first, at - first + 1), around)


def _read(initiatives: Sequence[Initiative], around: Around, starts: range, processes: int) -> Iterator[Part]:
    if processes < 2:
        yield from (read_part(*_with_neighbours(initiatives, start, starts.step), around) for start in starts)
        return
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _prepare, (around,)) as pool:
        parts = pool.map(_read_prepared, (_with_neighbours(initiatives, start, starts.step) for start in starts))
        for start, part in zip(starts, parts, strict=True):
            own = initiatives[start : start + starts.step]
            # The rows are here already: only what was concluded of them came back.
            readings = tuple(replace(r, initiative=row) for r, row in zip(part.readings, own, strict=True))
            yield replace(part, readings=readings)


def _rows_of_a_part(rows: int, processes: int) -> int:
    """Return how many rows are read at once.

    >>> _rows_of_a_part(133, 1), _rows_of_a_part(4_000, 2), _rows_of_a_part(231_000, 2)
    (250, 500, 1000)
    """
    return max(PART, min(LARGEST_PART, rows // (PARTS_OF_A_PROCESS * processes)))


def _with_neighbours(initiatives: Sequence[Initiative], start: int, size: int) -> tuple[Sequence[Initiative], range]:
    """Return the rows of a part with those close to them, whose words they may hold, and which of them are the part's own."""
    first = max(start - CLOSE_TOGETHER, 0)
    own = range(start - first, min(start + size, len(initiatives)) - first)
    return initiatives[first : start + size + CLOSE_TOGETHER], own


def read_part(rows: Sequence[Initiative], own: range, around: Around) -> Part:
    """Return what is concluded about the rows of `own`; the others stand close to them."""
    readings = []
    unfit: list[Misfit] = []
    for row, alignment in zip((rows[at] for at in own), _aligned(rows, own, around), strict=True):
        corrections = around.corrections.get(row.number, ())
        with limited(ROW_SECONDS, row_limit(row, around.file_name)):
            cells = correct_cells(alignment.cells, corrections, unfit)
            reading = read_initiative(row, cells, around.evaluated_years, corrections, unfit)
        readings.append(replace(reading, findings=alignment.findings + reading.findings))
    return Part(tuple(readings), check_words(readings), check_numbers(readings), tuple(unfit))


def _aligned(rows: Sequence[Initiative], own: range, around: Around) -> tuple[Alignment, ...]:
    """Return the cells of rows at their true places: a grid's stand where they stand, as values do; words may have moved."""
    mine = [rows[at] for at in own]
    if around.is_sure:
        return tuple(map(as_they_stand, mine))
    found = zip(mine, align(rows, around.customs, own), strict=True)
    return tuple(as_they_stand(row) if row.measures else alignment for row, alignment in found)


_around: Around | None = None


def _prepare(around: Around) -> None:
    """Keep in a process of the pool what all parts have in common."""
    global _around
    _around = around


def _read_prepared(part: tuple[Sequence[Initiative], range]) -> Part:
    """Return what is concluded about a part, without its rows: one stands for all, so that they are not handed back."""
    assert _around is not None
    found = read_part(*part, _around)
    rows, own = part
    return replace(found, readings=tuple(replace(reading, initiative=rows[own[0]]) for reading in found.readings))


def _suitable(rows: int) -> int:
    """Return how many processes to read a plan with."""
    return min(processes_of_command(), -(-rows // PART)) if rows > LARGE else 1


def processes_of_command() -> int:
    """Return how many processes a command may read with, one elsewhere: new ones run the main program's file anew."""
    spec = getattr(sys.modules.get("__main__"), "__spec__", None)
    is_command = spec is not None and spec.name.partition(".")[0] in ("loaders", "tests")
    return _cores() if is_command else 1


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _minutes(seconds: float) -> str:
    """Return a time as people tell it.

    >>> _minutes(4.2), _minutes(95)
    ('5秒', '2分')
    """
    return f"{int(seconds) + 1}秒" if seconds < 60 else f"{round(seconds / 60)}分"
