"""Imports go one way: pages ask the dashboard, it and the loaders meet in the store, what lies between knows neither."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# What each package may import of the others. Only app.py and asgi.py, which put the house together, know all.
MAY_ASK = {
    "pages": {"dashboard", "desk"},
    "dashboard": {"access", "desk", "engines"},
    "loaders": {"desk", "engines"},
    "serving": {"dashboard", "engines"},
    "access": set[str](),
    "desk": set[str](),
    "engines": set[str](),
}
# Libraries that these do without: engines serve any program, the desk is read by whatever reads SQLite.
DOES_WITHOUT = {"engines": {"streamlit", "pandas"}, "desk": {"streamlit", "pandas", "duckdb", "numpy"}}


def asked(package: str) -> set[str]:
    """Return the packages that a package's modules import, itself left out."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / package).rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    names |= {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return {name.split(".")[0] for name in names} - {package}


@pytest.mark.parametrize("package", MAY_ASK)
def test_a_package_asks_only_those_that_it_may(package: str) -> None:
    assert asked(package) & {*MAY_ASK, "app", "asgi"} <= MAY_ASK[package]


@pytest.mark.parametrize("package", DOES_WITHOUT)
def test_a_package_does_without_libraries_of_the_others(package: str) -> None:
    assert not asked(package) & DOES_WITHOUT[package]


# Houses whose rooms know each other one way only: a room is a folder, or a module that stands in none.
HOUSES = [*MAY_ASK, "loaders.mapping"]


@pytest.mark.parametrize("house", HOUSES)
def test_rooms_of_a_house_ask_each_other_one_way(house: str) -> None:
    folder = ROOT.joinpath(*house.split("."))
    asks: dict[str, set[str]] = {}
    for path in folder.rglob("*.py"):
        room = path.relative_to(folder).with_suffix("").parts[0]
        nodes = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
        names = [node.module or "" for node in nodes if (node.module or "").startswith(f"{house}.")]
        asks[room] = asks.get(room, set()) | {name.removeprefix(f"{house}.").split(".")[0] for name in names} - {room}
    TopologicalSorter(asks).prepare()
