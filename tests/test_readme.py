"""A newcomer finds what the README shows and links to."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Modules and folders of the house as they are said in prose: `loaders/bands.py`.
PLACE = re.compile(r"`((?:access|dashboard|desk|engines|loaders|pages|serving|tests|deploy)/[\w./-]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#]+)\)")


def test_every_picture_and_file_that_the_readme_names_is_there() -> None:
    named = [link for link in LINK.findall((ROOT / "README.md").read_text(encoding="utf-8")) if "://" not in link]
    assert named
    assert [link for link in named if not (ROOT / link).is_file()] == []


def test_every_place_in_the_house_that_the_readme_names_is_there() -> None:
    named = PLACE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert "loaders/bands.py" in named
    assert [place for place in named if not (ROOT / place).exists()] == []
