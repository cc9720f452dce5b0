"""What people wrote lies between the two sides: both may ask it, so it may know neither."""

import ast
from pathlib import Path

DESK = Path(__file__).parents[2] / "desk"
OWN = {"desk", "collections", "contextlib", "csv", "dataclasses", "datetime", "os", "pathlib", "sqlite3", "typing"}


def test_desk_imports_nothing_but_itself_and_the_standard_library() -> None:
    asked = set()
    for module in DESK.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                asked.add((node.module or "").split(".")[0])
            elif isinstance(node, ast.Import):
                asked |= {name.name.split(".")[0] for name in node.names}
    assert asked <= OWN
