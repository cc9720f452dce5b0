"""The door belongs to neither side: server and pages ask it, so it may know neither."""

import ast
from pathlib import Path

ACCESS = Path(__file__).parents[2] / "access"
OTHERS = {"dashboard", "desk", "loaders", "pages", "app", "asgi"}


def test_the_door_knows_no_page_and_no_table() -> None:
    asked = set()
    for module in ACCESS.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                asked.add((node.module or "").split(".")[0])
            elif isinstance(node, ast.Import):
                asked |= {name.name.split(".")[0] for name in node.names}
    assert not asked & OTHERS
