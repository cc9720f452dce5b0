"""Many people at one server: all open it at once, then each goes through pages and filters with pauses as people make them.

python -m tests.bench.soak [--sessions 50] [--steps 10] [--pause 2 10] [--processes 1] [--rows 133] [--seed 1] [--replace 100]
python -m tests.bench.soak --address http://127.0.0.1:8501   (what is served there, such as processes behind a proxy)

Visitors have no browser (tests.bench.visits), so what is told is what a server takes to run a page and to send it. A bare app
of Streamlit (tests/bench/floor) is opened as often first: what that takes is Streamlit's own. With several processes each
visitor stays with the one that it came to, as a proxy with sticky sessions sees to it. At last they all come once more while
the store is replaced again and again. Everything stays on 127.0.0.1. `make soak` runs it as it is.
"""

import argparse
import asyncio
import os
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Coroutine, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from tests.bench.speed import FLOOR, store_of
from tests.bench.visits import Run, Visitor
from tests.browser.server import PATHS, serve

MOST_SESSIONS, MOST_STEPS, MOST_PROCESSES = 200, 100, 8
# What people do: mostly they change a filter, else they go on to another page.
ACTS: Final = ("year", "department", "page")
WEIGHTS: Final = (3, 3, 4)
# These build files or change what everybody sees; few come by, and not again and again.
SELDOM: Final = ("takeaway", "intake")
TICKS: Final = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass
class Told:
    """What the runs of a phase were like, and how long all of it took."""

    runs: list[Run] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def line(self, name: str, runs: Sequence[Run]) -> str:
        """Return a row of the table: how many runs, and their seconds."""
        if not runs:
            return f"| {name} | 0 | | | |"
        took = sorted(run.seconds for run in runs)
        return f"| {name} | {len(took)} | {statistics.median(took):.2f} | {percentile(took, 0.95):.2f} | {took[-1]:.2f} |"


def percentile(ordered: Sequence[float], share: float) -> float:
    """Return the value that so large a share of the values does not pass.

    >>> percentile([1.0, 2.0, 3.0, 4.0], 0.95), percentile([1.0, 2.0, 3.0, 4.0], 0.5)
    (4.0, 2.0)
    """
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


async def opened(urls: Sequence[str], sessions: int) -> Told:
    """Let everybody open the first page at the same moment."""
    told, began = Told(), time.monotonic()
    visitors = [Visitor(urls[at % len(urls)]) for at in range(sessions)]
    for found in await asyncio.gather(*(visitor.open() for visitor in visitors), return_exceptions=True):
        keep(told, found)
    told.seconds = time.monotonic() - began
    await asyncio.gather(*(visitor.close() for visitor in visitors), return_exceptions=True)
    return told


async def soaked(urls: Sequence[str], sessions: int, steps: int, pause: tuple[float, float], seed: int) -> Told:
    """Let everybody come within a pause, look at pages and leave."""
    told, began = Told(), time.monotonic()
    chances = [random.Random(seed * 1000 + at) for at in range(sessions)]
    await asyncio.gather(*(visit(urls[at % len(urls)], chance, steps, pause, told) for at, chance in enumerate(chances)))
    told.seconds = time.monotonic() - began
    return told


async def replaced(store: Path, count: int, soaking: Coroutine[None, None, Told], every: float) -> tuple[Told, int]:
    """Put a copy of the store in its place, as a load does, again and again while people visit; return how often."""
    visits, done = asyncio.create_task(soaking), 0
    while done < count and not visits.done():
        coming = store.with_name("coming.duckdb")
        await asyncio.to_thread(shutil.copyfile, store, coming)
        os.replace(coming, store)
        done += 1
        await asyncio.wait([visits], timeout=every)
    return await visits, done


async def visit(url: str, chance: random.Random, steps: int, pause: tuple[float, float], told: Told) -> None:
    """One visit: the first page, then a choice or another page after each pause."""
    visitor = Visitor(url)
    await asyncio.sleep(chance.uniform(0, pause[1]))
    try:
        keep(told, await visitor.open())
        for _ in range(steps):
            await asyncio.sleep(chance.uniform(*pause))
            keep(told, await step(visitor, chance))
    except Exception as error:
        keep(told, error)
    finally:
        await visitor.close()


async def step(visitor: Visitor, chance: random.Random) -> Run:
    """Do what people do: another year, a section or all of them, another page."""
    act = chance.choices(ACTS, WEIGHTS)[0]
    if act == "page":
        return await visitor.go(chance.choice([path for path in PATHS if path not in SELDOM]))
    if act == "year":
        return await visitor.choose("year", [chance.choice(visitor.options["year"])])
    sections = visitor.options["department"]
    return await visitor.choose("department", chance.choice([[], [chance.choice(sections)]]))


def keep(told: Told, found: Run | BaseException) -> None:
    """Keep a run, and what went wrong."""
    if isinstance(found, Run):
        told.runs.append(found)
        if found.trouble:
            told.failed.append(f"{found.act}: {found.trouble}")
    else:
        told.failed.append(f"{type(found).__name__}: {found}")


def report(told: Told) -> Iterable[str]:
    """Yield a table of the runs, by what was done."""
    yield "| what | runs | p50 s | p95 s | longest s |"
    yield "|---|---|---|---|---|"
    kinds = {"opening": ("open",), "a change of filter": ("choose",), "going to a page": ("go",)}
    for name, begins in kinds.items():
        yield told.line(name, [run for run in told.runs if run.act.startswith(begins)])
    worst: dict[str, list[Run]] = {}
    for run in told.runs:
        worst.setdefault(run.act, []).append(run)
    slowest = sorted(worst.items(), key=lambda one: -percentile(sorted(run.seconds for run in one[1]), 0.95))[:3]
    yield f"slowest by p95: {', '.join(act for act, _ in slowest)}"
    rate = len(told.runs) / told.seconds
    yield f"{len(told.runs)} runs in {told.seconds:.1f} s ({rate:.1f} a second), errors {len(told.failed)}"
    yield from (f"  {said}" for said in dict.fromkeys(told.failed[:10]))


def cost(told: Told, processes: Sequence[int], held: float, before: float) -> Iterable[str]:
    """Yield what the runs took of the servers since they held so much memory and had used so many seconds of processor."""
    used = cpu(processes) - before
    each = 1000 * used / max(1, len(told.runs))
    yield f"processor {used:.1f} s, {each:.0f} ms a run; memory before {held:.0f} MB, after {memory(processes):.0f} MB"


def memory(processes: Sequence[int]) -> float:
    """Return how much memory the servers hold, in MB; 0 where the system does not tell."""
    return sum(_said(f"/proc/{pid}/status", "VmRSS:") for pid in processes) / 1024


def cpu(processes: Sequence[int]) -> float:
    """Return how many seconds of processor the servers have used; 0 where the system does not tell."""
    found = 0.0
    for pid in processes:
        place = Path(f"/proc/{pid}/stat")
        if place.exists():
            numbers = place.read_text().rsplit(")", 1)[1].split()
            found += (int(numbers[11]) + int(numbers[12])) / TICKS
    return found


def _said(place: str, name: str) -> float:
    if not Path(place).exists():
        return 0.0
    return next((float(line.split()[1]) for line in Path(place).read_text().splitlines() if line.startswith(name)), 0.0)


async def measure(
    urls: Sequence[str], processes: Sequence[int], floor: str, chosen: argparse.Namespace, store: Path | None
) -> None:
    """Print all phases; where the `store` is at hand, the last one is that it is replaced."""
    bare = await opened([floor], chosen.sessions)
    print(f"a bare app of Streamlit, {chosen.sessions} at once: all open after {bare.seconds:.1f} s")
    first = await asyncio.gather(*(opened([url], 1) for url in urls))
    print(f"the first visitor of each process: {max(one.seconds for one in first):.1f} s; memory {memory(processes):.0f} MB")
    before = cpu(processes)
    at_once = await opened(urls, chosen.sessions)
    used = cpu(processes) - before
    print(f"\n{chosen.sessions} open 概要 at once: all open after {at_once.seconds:.1f} s ({used:.1f} s of processor)\n")
    print("\n".join(report(at_once)))
    held, before = memory(processes), cpu(processes)
    told = await soaked(urls, chosen.sessions, chosen.steps, tuple(chosen.pause), chosen.seed)
    print(f"\n{chosen.sessions} sessions of {chosen.steps} steps, pauses {chosen.pause[0]:g}–{chosen.pause[1]:g} s\n")
    print("\n".join([*report(told), *cost(told, processes, held, before)]))
    if store is None or not chosen.replace:
        return
    held, before = memory(processes), cpu(processes)
    every = 0.8 * told.seconds / chosen.replace
    soaking = soaked(urls, chosen.sessions, chosen.steps, tuple(chosen.pause), chosen.seed + 1)
    again, count = await replaced(store, chosen.replace, soaking, every)
    print(f"\nthe same while the store is replaced {count} times, every {every:.1f} s\n")
    print("\n".join([*report(again), *cost(again, processes, held, before)]))


def servers_of(ports: Sequence[int]) -> list[int]:
    """Return the processes that listen at these ports of this machine, as far as the system tells."""
    listening = {}
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:] if Path("/proc/net/tcp").exists() else ():
        parts = line.split()
        if parts[3] == "0A":
            listening[f"socket:[{parts[9]}]"] = int(parts[1].rsplit(":", 1)[1], 16)
    found = []
    for place in Path("/proc").glob("[0-9]*/fd/*") if listening else ():
        try:
            if listening.get(os.readlink(place)) in ports:
                found.append(int(place.parts[2]))
        except OSError:
            continue
    return sorted(set(found))


def main() -> None:
    """Serve, visit, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--pause", type=float, nargs=2, default=(2.0, 10.0), help="shortest and longest, in seconds")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--rows", type=int, default=133, help="initiatives of the plan; more than 133 are made up")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--replace", type=int, default=100, help="how often the store is replaced under the last visits")
    parser.add_argument("--address", default="", help="a dashboard that is served on 127.0.0.1 already")
    chosen = parser.parse_args()
    if chosen.address and urlsplit(chosen.address).hostname != "127.0.0.1":
        parser.error("only what is served on 127.0.0.1 is visited")
    if not (
        0 < chosen.sessions <= MOST_SESSIONS and 0 <= chosen.steps <= MOST_STEPS and 0 < chosen.processes <= MOST_PROCESSES
    ):
        parser.error(f"at most {MOST_SESSIONS} sessions of {MOST_STEPS} steps at {MOST_PROCESSES} processes")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        floor = stack.enter_context(serve(Path(folder) / "floor.duckdb", FLOOR))
        urls, store = [chosen.address], None
        if not chosen.address:
            store = store_of(chosen.rows, Path(folder))
            urls = [stack.enter_context(serve(store, script="asgi.py")) for _ in range(chosen.processes)]
        processes = servers_of([int(url.rsplit(":", 1)[1]) for url in urls])
        served = chosen.address or f"{chosen.processes} processes, {chosen.rows} initiatives"
        print(f"{served}, load of the machine {os.getloadavg()[0]:.1f}")
        asyncio.run(measure(urls, processes, floor, chosen, store))


if __name__ == "__main__":
    main()
