"""Both sides of the house ask where the store is, so what knows it may know neither."""

import ast
from pathlib import Path

ENGINES = Path(__file__).parents[2] / "engines"
SIDES = {"dashboard", "pages", "loaders", "desk", "access", "serving", "streamlit"}


def test_engines_know_neither_side_of_the_house() -> None:
    asked = set()
    for module in ENGINES.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                asked.add((node.module or "").split(".")[0])
            elif isinstance(node, ast.Import):
                asked |= {name.name.split(".")[0] for name in node.names}
    assert not asked & SIDES
