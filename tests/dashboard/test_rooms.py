"""A newcomer finds a thing by its room, because rooms stand in one order and each imports only from those before it."""

import ast
from pathlib import Path

import pytest

DASHBOARD = Path(__file__).parents[2] / "dashboard"
ORDER = ("database", "text", "frame", "facts", "saying", "browser", "drawing", "files", "intake", "settling", "following")
ROOMS = sorted(path.name for path in DASHBOARD.iterdir() if (path / "__init__.py").is_file())


def rooms_asked(room: str) -> set[str]:
    """Return the rooms that the modules of a room import from."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (DASHBOARD / room).glob("*.py")]
    modules = [node.module or "" for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {module.split(".")[1] for module in modules if module.startswith("dashboard.")}


def test_every_room_has_its_place_in_the_order() -> None:
    assert sorted(ORDER) == ROOMS


@pytest.mark.parametrize("room", ORDER)
def test_a_room_imports_only_from_rooms_before_it(room: str) -> None:
    assert rooms_asked(room) <= set(ORDER[: ORDER.index(room) + 1])


# What opens a page is said in `saying`, what is read or saved row by row is laid out in `drawing`.
TOLD = {"answer", "title", "table", "long_table"}


def test_facts_are_values_and_no_sentence_or_table() -> None:
    modules = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in (DASHBOARD / "facts").glob("*.py")}
    functions = [(name, node.name) for name, tree in modules.items() for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert functions
    assert [(module, name) for module, name in functions if name in TOLD] == []
