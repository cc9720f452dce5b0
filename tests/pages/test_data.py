"""データについて states the source, defines every word, and lists what was repaired or is doubtful."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.text import words
from desk import keepings, notes, revisions
from tests.pages.conftest import Ask, OpenPage, tables_on, unfolded, words_on

PAGE = "pages/data.py"


def cells_of(opened: AppTest) -> str:
    return "\n".join(table.to_csv() for table in tables_on(opened))


def test_the_source_is_stated_with_its_checksum(open_page: OpenPage, ask: Ask) -> None:
    title, checksum = ask("select title, sha256 from document")[0]
    stated = cells_of(open_page(PAGE))
    assert str(title) in stated
    assert str(checksum) in stated.replace(" ", "")


def test_every_status_and_band_is_defined(open_page: OpenPage) -> None:
    stated = cells_of(open_page(PAGE))
    for word in (*words.STATUSES.values(), words.CARRIED_OVER, *(step.word for step in words.bands())):
        assert word.label in stated
        assert word.meaning in stated


def test_the_scale_in_force_is_shown(open_page: OpenPage) -> None:
    assert words.scale_note() in words_on(open_page(PAGE))


def test_it_says_how_many_numbers_were_read_and_how_many_found_no_place(open_page: OpenPage, ask: Ask) -> None:
    read = ask("select count(*) from quantity")[0][0]
    placed = ask(
        """
        select count(*) from quantity where quantity_id in (
            select unnest([target_quantity_id, result_quantity_id, first_target_quantity_id]) from indicator_year
            union select unnest([baseline_quantity_id, final_goal_quantity_id]) from indicator
        )
        """
    )[0][0]
    figure = next(figure for figure in open_page(PAGE).metric if figure.label == "読み取った数値")
    assert figure.value == f"{read:,}個"
    assert figure.delta == f"結び付かず {int(str(read)) - int(str(placed)):,}個"


def test_findings_of_a_kind_are_all_listed_with_links(open_page: OpenPage, ask: Ask) -> None:
    label = words.finding_kind_text("code_repaired")
    expected = ask("select count(*) from finding where kind = 'code_repaired'")[0][0]
    opened = unfolded(open_page(PAGE, {"finding": label}))
    rows = [row for table in tables_on(opened) if "気づき" in table.columns for row in table["番号"]]
    assert opened.selectbox(key="finding").value == label
    assert len(rows) == expected
    assert all("(initiative?initiative=" in row for row in rows)


def test_findings_follow_the_filter(open_page: OpenPage, ask: Ask) -> None:
    kinds = ask(
        "select count(distinct kind) from finding left join initiative using (initiative_id) "
        "where initiative_id is null or department = '防災課'"
    )[0][0]
    assert len(open_page(PAGE, {"department": "防災課"}).selectbox(key="finding").options) == kinds


def test_every_moved_text_is_listed_with_both_places_and_empty_cells_are_not(open_page: OpenPage, ask: Ask) -> None:
    moved = ask("select count(*) from cell where is_moved and text <> ''")[0][0]
    opened = unfolded(open_page(PAGE))
    listed = [table for table in tables_on(opened) if "正しい場所" in table.columns]
    assert sum(len(table) for table in listed) == moved
    assert all(table["文"].str.strip().all() for table in listed)
    assert next(figure for figure in opened.metric if figure.label == "文章のセル").delta == f"移したセル {moved}個"


def test_the_dictionary_holds_every_table_and_view(open_page: OpenPage, ask: Ask) -> None:
    names = {name for (name,) in ask("select table_name from information_schema.tables")}
    shown = open_page(PAGE).dataframe[-1].value
    assert set(shown["表"]) == names


def test_who_changed_what_is_listed_with_the_way_to_take_it_along(
    open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAN_DATA", str(tmp_path))
    desk = tmp_path / "desk.sqlite"
    notes.save(desk, [notes.Step("a", 1, 11, "防災メール", 2020, "呼びかける")], "花子（h@city.example.jp）", revisions.NONE)
    keepings.note(desk, keepings.Keeping(keepings.ADDED, 2, "環境基本計画", "kankyo.xlsx"), "管理係")
    opened = open_page(PAGE)
    listed = next(table for table in tables_on(opened) if "だれが" in table.columns)
    # What keeps an address from becoming a link takes no room.
    assert [who.replace("\u2060", "") for who in listed["だれが"]] == ["管理係", "花子（h@city.example.jp）"]
    assert "2人が2件の変更をしました" in words_on(opened)
    assert "trail_csv" in [button.key for button in opened.get("download_button")]
