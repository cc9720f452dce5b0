"""使い方 leads from every question to a page that exists, with choices that the page knows."""

import json
from urllib.parse import parse_qsl

import pytest

from tests.pages.conftest import APP, OpenPage

PAGE = "pages/guide.py"


def ways(opened: object) -> list[tuple[str, dict[str, list[str]]]]:
    """Return the page and the choices of every link."""
    found = []
    for link in opened.get("page_link"):  # type: ignore[attr-defined]
        choices: dict[str, list[str]] = {}
        for key, value in parse_qsl(link.proto.query_string):
            choices.setdefault(key, []).append(value)
        found.append((link.proto.page, choices))
    return found


def test_every_question_has_a_way(open_page: OpenPage) -> None:
    opened = open_page(PAGE)
    assert opened.header[0].value == f"{len(opened.subheader)}の問いと、答えのある場所"
    assert len(ways(opened)) >= len(opened.subheader) == 12


def test_every_choice_of_a_way_is_one_that_its_page_takes(open_page: OpenPage) -> None:
    for page, choices in ways(open_page(PAGE)):
        file = f"pages/{page or 'overview'}.py"
        assert (APP.parent / file).is_file()
        opened = open_page(file, choices)
        assert not opened.exception
        for key, values in choices.items():
            held = opened.session_state[key]
            said = [str(one) for one in held] if isinstance(held, list) else [str(held)]
            assert [one.lower() for one in said] == [value.lower() for value in values], (page, key, json.dumps(said))


@pytest.mark.parametrize("filters", [{"department": "防災課"}, {"q": "存在しない言葉"}], ids=["section", "nothing"])
def test_a_filter_does_not_empty_the_guide(open_page: OpenPage, filters: dict[str, str]) -> None:
    assert len(open_page(PAGE, filters).subheader) >= 12
