"""A stranger takes in a table of an unknown form, mends it, sees its charts; next year's file tells what changed."""

from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.server import settle

FIRST = [
    ["番号", "事業名", "担当課", "指標", "単位", "R4目標値", "R4仕上がり", "R5目標値", "R5仕上がり"],
    [1, "歩道の整備", "土木課", "整備延長", "m", 120, 100, 130, 135],
    [2, "街灯の更新", "土木課", "更新数", "基", 30, 31, 30, 29],
    [3, "橋の点検", "土木課", "点検数", "橋", 8, 8, 9, 9],
]
SECOND = [
    ["番号", "事業名", "担当課", "指標", "単位", "R5目標値", "R5仕上がり", "R6目標値", "R6仕上がり"],
    [1, "歩道の整備", "道路課", "整備延長", "m", 140, 133, 150, 150],
    [2, "街灯の更新", "土木課", "更新数", "基", 30, 29, 30, 30],
    [3, "公園の整備", "公園課", "整備数", "か所", 2, 2, 3, 3],
]
SECONDS = 120_000


def workbook(place: Path, rows: list[list[object]]) -> str:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(place)
    return str(place)


def drop(page: Page, file: str) -> None:
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("heading", name="取り込み先")).to_be_visible(timeout=SECONDS)
    settle(page)


def take_in(page: Page) -> None:
    page.get_by_role("button", name="この読み方で取り込む").click()
    expect(page.get_by_text("として取り込みました")).to_be_visible(timeout=SECONDS)
    settle(page)


def test_a_stranger_takes_in_a_table_and_reads_what_next_years_changed(desk_url: str, tmp_path: Path, visit: Visit) -> None:
    page = visit(f"{desk_url}/intake")
    drop(page, workbook(tmp_path / "道路計画_R5.xlsx", FIRST))
    expect(page.get_by_role("heading", name="3件、R4～R5の表と読みました")).to_be_visible()
    expect(page.get_by_text("確かめる列が2つ")).to_be_visible()
    page.get_by_role("link", name="I列").click()
    settle(page)
    # The list draws no more choices than it shows; typing finds the others.
    page.get_by_label("この列は").fill("実績見込")
    page.get_by_role("option", name="実績見込").click()
    expect(page.get_by_text("確かめる列が1つ")).to_be_visible(timeout=SECONDS)
    settle(page)
    page.get_by_label("列", exact=True).click()
    page.get_by_role("option", name="？ G列").click()
    settle(page)
    page.get_by_role("button", name="この列はこの読み方でよい").click()
    expect(page.get_by_text("疑わしい列はありません")).to_be_visible(timeout=SECONDS)
    settle(page)
    page.get_by_label("計画の名前").fill("道路計画")
    page.keyboard.press("Enter")
    settle(page)
    take_in(page)

    charts = visit(f"{desk_url}/indicators?plan=道路計画")
    expect(charts.get_by_text("整備延長").first).to_be_visible()

    page = visit(f"{desk_url}/intake")
    drop(page, workbook(tmp_path / "道路計画_R6.xlsx", SECOND))
    expect(page.get_by_text("前の版と同じ様式です")).to_be_visible()
    take_in(page)

    changes = visit(f"{desk_url}/plans?plan=道路計画&compare=改訂の差分")
    expect(changes.get_by_role("heading", name="改訂の差分")).to_be_visible()
    for words in ("担当課の変更", "目標の変更", "新しい事業", "なくなった事業"):
        expect(changes.get_by_text(words).first).to_be_visible()
