"""How many small faults in the code the tests notice: one sign or word of a module is changed, and its room's tests are run.

python -m tests.bench.mutants [--count 300] [--seed 1] [--processes 2] [--room dashboard/saying]

Each mutant lives in a copy of the project and is tried by the tests of its own module, then by those of its room. Why no
library: mutmut and cosmic-ray run the whole suite, or trace it, for each mutant, which here takes days; what is left of them
is the table of changes below.
"""

import argparse
import ast
import os
import random
import re
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What a mutant needs to be tried, and what is never copied.
PARTS = ("access", "dashboard", "desk", "engines", "loaders", "pages", "serving", "data", "tests", "app.py", "pyproject.toml")
# What takes longest to import in every run of the tests is imported once, before they are forked.
LIBRARIES = ("duckdb", "hypothesis", "numpy", "openpyxl", "pandas", "plotly.graph_objects", "streamlit.testing.v1")
PACKAGES = ("dashboard", "loaders", "pages", "tests")
# By the folder that is mutated: where the tests that hold its rules are, and where further ones that lead to it are.
ROOMS = {
    "loaders/series": ("tests/loaders/series", ("tests/gold/test_score.py",)),
    "loaders/outcomes": ("tests/loaders/outcomes", ("tests/gold/test_score.py",)),
    "loaders/alignment": ("tests/loaders/alignment", ("tests/gold/test_score.py",)),
    "dashboard/facts": ("tests/dashboard/facts", ("tests/dashboard", "tests/pages")),
    "dashboard/saying": ("tests/dashboard/saying", ("tests/dashboard", "tests/pages")),
}
# A mutant that makes its tests run on is noticed too: so many seconds of CPU are more than a room's tests ever need.
MOST_SECONDS = 900
LONGEST_TOLD = 60
_COMPARISONS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: (" in ", " not in "),
    ast.NotIn: (" not in ", " in "),
    ast.Is: (" is ", " is not "),
    ast.IsNot: (" is not ", " is "),
}
_SUMS: dict[type[ast.operator], tuple[str, str]] = {ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/")}


@dataclass(frozen=True, order=True)
class Mutant:
    """A change of a module: which signs from where to where are replaced, and by what."""

    path: str
    line: int
    start: int
    end: int
    new: str

    def told(self) -> str:
        """Return where the change is and what it makes of the words there."""
        old = (ROOT / self.path).read_bytes()[self.start : self.end].decode()
        return f"{self.path}:{self.line}: {' '.join(old.split())[:LONGEST_TOLD]} -> {self.new.strip() or 'nothing'}"


def mutants_of(path: str, source: bytes) -> Iterator[Mutant]:
    """Yield every mutant of a module; offsets are in bytes."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def at(line: int, column: int) -> int:
        return starts[line - 1] + column

    def between(first: ast.expr, second: ast.expr, old: str, new: str) -> Iterator[Mutant]:
        assert first.end_lineno is not None
        assert first.end_col_offset is not None
        begin, end = at(first.end_lineno, first.end_col_offset), at(second.lineno, second.col_offset)
        found = source.find(old.encode(), begin, end)
        if found >= 0:
            yield Mutant(path, first.end_lineno, found, found + len(old), new)

    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Compare(ops=[operator], comparators=[right]) if type(operator) in _COMPARISONS:
                yield from between(node.left, right, *_COMPARISONS[type(operator)])
            case ast.BoolOp(values=[left, right, *_]):
                old, new = (" and ", " or ") if isinstance(node.op, ast.And) else (" or ", " and ")
                yield from between(left, right, old, new)
            case ast.BinOp() if type(node.op) in _SUMS:
                yield from between(node.left, node.right, *_SUMS[type(node.op)])
            case ast.UnaryOp(op=ast.Not()):
                begin = at(node.lineno, node.col_offset)
                yield Mutant(path, node.lineno, begin, begin + len("not "), "")
            case ast.Constant(value=bool() as value):
                begin = at(node.lineno, node.col_offset)
                yield Mutant(path, node.lineno, begin, begin + len(str(value)), str(not value))
            case ast.Constant(value=int() | float() as value) if node.end_col_offset is not None:
                begin = at(node.lineno, node.col_offset)
                yield Mutant(path, node.lineno, begin, begin + node.end_col_offset - node.col_offset, repr(value + 1))
            case ast.Return(value=ast.expr() as value) if value.end_lineno is not None and value.end_col_offset is not None:
                begin, end = at(value.lineno, value.col_offset), at(value.end_lineno, value.end_col_offset)
                if source[begin:end] not in (b"None", b"[]", b"()", b"True", b"False"):
                    yield Mutant(path, node.lineno, begin, end, "None")


def chosen(count: int, seed: int, rooms: Collection[str] = tuple(ROOMS)) -> list[Mutant]:
    """Return so many mutants of some rooms, drawn by a seed."""
    every = sorted(
        mutant
        for room in rooms
        for path in (ROOT / room).rglob("*.py")
        for mutant in mutants_of(str(path.relative_to(ROOT)), path.read_bytes())
    )
    return random.Random(seed).sample(every, min(count, len(every)))


def is_killed(mutant: Mutant, home: Path) -> bool:
    """Try a mutant in a copy of the project, which is left as it was; return whether a test failed or ran on."""
    file = home / mutant.path
    source = file.read_bytes()
    file.write_bytes(source[: mutant.start] + mutant.new.encode() + source[mutant.end :])
    try:
        return any(fails(tests, home) for tests in tests_of(mutant.path, home))
    finally:
        file.write_bytes(source)


def tests_of(path: str, home: Path) -> Iterator[list[str]]:
    """Yield the files that can notice a change of a module, those first that are likeliest to.

    They are its own test and those that import it, the rest of its room, and then those that lead to it by way of other
    modules: whoever leads to it nowhere can't notice.
    """
    room, further = next(tests for folder, tests in ROOMS.items() if path.startswith(folder))
    imported, leading = _imported(home)
    module = path.removesuffix(".py").replace("/", ".")
    own = {test for test in imported if test.startswith(f"{room}/")}
    nearest = {test for test in own if Path(test).name == f"test_{Path(path).name}" or module in imported[test]}
    rest = {test for test in imported if test.startswith(further) and module in leading(test)} - own
    yield from (sorted(tests) for tests in (nearest, own - nearest, rest) if tests)


@cache
def _imported(home: Path) -> tuple[dict[str, set[str]], Callable[[str], set[str]]]:
    """Return what each file of tests imports, and a function that says where that leads to in the end."""
    paths = [path for part in PACKAGES for path in (home / part).rglob("*.py")]
    modules = {str(path.relative_to(home).with_suffix("")).replace("/", "."): path for path in paths}
    direct = {name: _imports(path) & {*modules} for name, path in modules.items()}
    tests = {str(path.relative_to(home)): name for name, path in modules.items() if path.name.startswith("test_")}

    def leading(test: str) -> set[str]:
        # Tests of pages run app.py, which opens a page by its file's name.
        name = tests[test]
        found, ahead = set[str](), {name, *(f"pages.{word}" for word in _words(modules[name]))} & {*modules}
        while ahead:
            found |= ahead
            ahead = {each for one in ahead for each in direct[one]} - found
        return found

    return {test: direct[name] for test, name in tests.items()}, cache(leading)


def _imports(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_bytes())))
    names = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}", *(f"{node.module}.{name.name}" for name in node.names)}
    return names


def _words(path: Path) -> set[str]:
    return {path.stem.removeprefix("test_"), *re.findall(r"\w+", path.read_text(encoding="utf-8"))}


def fails(tests: Sequence[str], home: Path) -> bool:
    """Run files of tests in a fork, which has the libraries at hand already; return whether one failed or they ran on."""
    child = os.fork()
    if not child:
        with suppress(BaseException):
            os._exit(_outcome(tests, home))
        os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def _outcome(tests: Sequence[str], home: Path) -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.chdir(home)
    sys.path[:] = [str(home), *(place for place in sys.path if place and Path(place) != ROOT)]
    for name in [name for name in sys.modules if name.split(".")[0] in PARTS]:
        del sys.modules[name]
    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]))


def tried(mutants: Sequence[Mutant]) -> list[tuple[Mutant, bool]]:
    """Try mutants one after the other in a copy of their own; return each and whether it was noticed."""
    for library in LIBRARIES:
        import_module(library)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        for part in PARTS:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, home / part)
        return [(mutant, is_killed(mutant, home)) for mutant in mutants]


def main() -> None:
    """Print every mutant that no test noticed, and how many were."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--room", choices=ROOMS, action="append", help="this room alone; may be given again")
    options = parser.parse_args()
    mutants, began = chosen(options.count, options.seed, options.room or ROOMS), time.perf_counter()
    batches = [mutants[at : at + 10] for at in range(0, len(mutants), 10)]
    killed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    with ProcessPoolExecutor(options.processes) as pool:
        for batch in pool.map(tried, batches):
            for mutant, is_noticed in batch:
                room = str(Path(mutant.path).parent)
                total[room] += 1
                killed[room] += is_noticed
                if not is_noticed:
                    print(mutant.told(), flush=True)
            print(f"{killed.total()} of {total.total()} noticed, {time.perf_counter() - began:.0f} s", flush=True)
    for room, count in sorted(total.items()):
        print(f"{room}: {killed[room]} of {count}")
    print(f"{killed.total()} of {total.total()} mutants were noticed ({100 * killed.total() / total.total():.0f} %)")


if __name__ == "__main__":
    main()
