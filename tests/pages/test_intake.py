"""取り込み shows how a file is understood, and is offered only at the desk where the program runs."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.database import store
from dashboard.intake import uploads
from loaders.errors import InputError
from loaders.intake.understanding import inspected
from loaders.library.library import Library
from loaders.store.inputs import DOCUMENT
from tests.intake.cells import Case, Sheet
from tests.intake.word import write_docx
from tests.loaders.test_editions import FIRST
from tests.pages.conftest import OpenPage, open_app, words_on

# Nobody can tell by the heading alone whether R5仕上がり is reported or expected.
UNKNOWN_FORM = """番号,事業名,担当課,指標,単位,R4目標値,R4仕上がり,R5目標値,R5仕上がり
1,歩道の整備,土木課,整備延長,m,120,100,130,135
2,街灯の更新,土木課,更新数,基,30,31,30,29
3,橋の点検,土木課,点検数,橋,8,8,9,9
"""
LAST = 8


class Desk:
    """Reads files in this process; what is taken in is tested in a browser."""

    taken_back: tuple[int, int] | None = None
    names: tuple[str, ...] = ()

    def __init__(self, folder: Path) -> None:
        self.library = Library(folder / "plans", DOCUMENT, folder / "corrections.csv")
        (self.library.folder / ".without-shipped").parent.mkdir(parents=True)
        (self.library.folder / ".without-shipped").touch()

    def inspect(self, store: Path, name: str, data: bytes, how: Mapping[str, Any]) -> dict[str, Any]:
        try:
            found = inspected(self.library, store.with_name("none.duckdb"), name, data, how)
            return {**found, "names": [*found.get("names", ()), *self.names]}
        except InputError as error:
            return {"trouble": str(error)}

    def add(self, store: Path, name: str, data: bytes, plan: str, how: Mapping[str, Any]) -> dict[str, Any]:
        return {"plan_id": 2, "name": plan, "edition": 1}

    def take_back(self, store: Path, plan_id: int, edition: int) -> dict[str, Any]:
        self.taken_back = (plan_id, edition)
        return {}

    def plans(self, store: Path) -> dict[str, Any]:
        return {"plans": [{"plan_id": 1, "name": "情報化計画", "files": ["a.txt"], "trouble": None}], "removed": None}

    def remove(self, store: Path, plan_id: int) -> dict[str, Any]:
        return {}

    def restore(self, store: Path) -> dict[str, Any]:
        return {}


@pytest.fixture
def desk(tmp_path: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    found = Desk(tmp_path)
    monkeypatch.setenv(store.SETTING, str(store_path))
    monkeypatch.setattr(uploads, "refusal", lambda: "")
    monkeypatch.setattr(uploads, "service", lambda: found)
    return found


def dropped(name: str, text: str | bytes) -> AppTest:
    opened = open_app("pages/intake.py")
    return opened.file_uploader[0].set_value((name, text.encode() if isinstance(text, str) else text, "text/csv")).run()


def field(page: AppTest, name: str) -> Any:
    """The one widget whose key begins with a name."""
    [found] = [box for box in (*page.selectbox, *page.text_input, *page.button) if str(box.key).startswith(f"{name}_")]
    return found


def test_a_file_is_shown_as_it_was_understood_and_is_to_be_read_as_it_was_mended(desk: Desk) -> None:
    opened = dropped("new.csv", UNKNOWN_FORM)
    assert "3件、R4～R5の表と読みました" in opened.title[0].value
    assert "確かめる列が2つ" in words_on(opened)
    field(opened, "column_0").set_value(str(LAST)).run()
    mended = field(opened, f"use_0_{LAST}").set_value("forecast").run()
    assert "確かめる列が1つ" in words_on(mended)
    columns = mended.session_state["intake"]["how"]["mapping"]["tables"][0]["columns"]
    assert mended.text_input(key=next(box.key for box in mended.text_input if box.label == "計画の名前")).value == "new"
    assert [(column["use"], column["year"]) for column in columns if column["column"] == LAST] == [("forecast", 2023)]


def test_a_word_document_is_offered_and_read_as_a_workbook_is(desk: Desk, tmp_path: Path) -> None:
    heading, *rows = ([*line.split(",")] for line in UNKNOWN_FORM.replace("R5仕上がり", "R5実績").splitlines())
    sheet = Sheet([heading], [[row] for row in rows])
    write_docx(Case("道路計画", "", (sheet,), {}), tmp_path / "a.docx")
    opened = dropped("道路計画.docx", (tmp_path / "a.docx").read_bytes())
    assert opened.title[0].value == "3件、R4～R5の表と読みました"
    assert "Word" in words_on(open_app("pages/intake.py"))


def test_a_column_in_doubt_is_right_by_a_press_and_the_next_is_asked(desk: Desk) -> None:
    opened = dropped("new.csv", UNKNOWN_FORM)
    first = field(opened, "column_0").value
    asked = field(opened, "right").click().run()
    assert "確かめる列が1つ" in words_on(asked)
    assert field(asked, "column_0").value not in (None, first)
    assert "疑わしい列はありません" in words_on(field(asked, "right").click().run())


@pytest.mark.parametrize(("others", "is_listed"), [(2, False), (12, True)])
def test_many_plans_are_a_list_to_open_so_that_the_button_stays_in_sight(desk: Desk, others: int, is_listed: bool) -> None:
    desk.names = tuple(f"計画{number}" for number in range(others))
    opened = dropped("new.csv", UNKNOWN_FORM)
    assert any(box.label == "取り込み先" for box in opened.selectbox) is is_listed
    assert any(box.label == "取り込み先" for box in opened.radio) is not is_listed


def test_a_file_that_cannot_be_read_says_what_is_wrong(desk: Desk) -> None:
    assert "見出しの行が見つかりません" in words_on(dropped("note.txt", "ただの文"))


def test_a_table_of_sentences_needs_no_columns(desk: Desk) -> None:
    opened = dropped("r4.txt", FIRST)
    assert "3件" in words_on(opened)


def test_a_store_that_is_only_read_takes_nothing_in(open_page: OpenPage) -> None:
    assert "ここでは取り込みできません" in open_page("pages/intake.py").title[0].value


# Nothing in these headings is a word that plans use.
STRANGE_FORM = """みどりの集い　記録
名まえ,ねらい四年,おわり四年
花だん,120,118
川そうじ,900,874
"""


def test_where_no_table_is_found_a_person_chooses_headings_and_columns(desk: Desk) -> None:
    opened = dropped("strange.csv", STRANGE_FORM)
    assert opened.title[0].value == "どの行が見出しですか"
    for part in ("first", "last"):
        opened = field(opened, part).set_value(1).run()
    opened = field(opened, "heads").click().run()
    for place, use, year in ((0, "name", None), (1, "target", "2022"), (2, "result", "2022")):
        opened = field(opened, "column_0").set_value(str(place)).run()
        opened = field(opened, f"use_0_{place}").set_value(use).run()
        if year is not None:
            opened = field(opened, f"year_0_{place}").set_value(year).run()
    assert opened.title[0].value == "2件、R4の表と読みました"


def test_what_was_taken_in_is_taken_back_with_a_press(desk: Desk) -> None:
    page = dropped("table.csv", UNKNOWN_FORM.replace("R5仕上がり", "R5実績"))
    page.button(key="take_in").click().run()
    page.button(key="take_back").click().run()
    assert desk.taken_back == (2, 1)
    assert "取り込みを元に戻しました" in page.success[0].value
