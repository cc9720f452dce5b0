"""A newcomer finds what the README shows and links to."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#]+)\)")


def test_every_picture_and_file_that_the_readme_names_is_there() -> None:
    named = [link for link in LINK.findall((ROOT / "README.md").read_text(encoding="utf-8")) if "://" not in link]
    assert named
    assert [link for link in named if not (ROOT / link).is_file()] == []
