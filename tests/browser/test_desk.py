"""A stranger settles what is doubtful, corrects a target, takes it along and brings it in again; two at once lose nothing."""

from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

import desk.corrections
from tests.browser.conftest import Visit
from tests.browser.server import settle

SECONDS = 60_000
DONE = 3
STEP = "業者に見積もりを頼む"


def introduce(page: Page, name: str) -> None:
    page.get_by_label("名前または係名").first.fill(name)
    page.get_by_role("button", name="決める").first.click()
    expect(page.get_by_role("button", name="あとで")).to_be_visible(timeout=SECONDS)
    settle(page)


def left(page: Page) -> int:
    return int(page.locator("h1").inner_text().split("残り")[1].split("件")[0])


def test_a_stranger_settles_doubts_corrects_a_target_writes_a_step_exports_undoes_and_reloads(
    desk_url: str, data: Path, visit: Visit
) -> None:
    page = visit(f"{desk_url}/review")
    introduce(page, "情報政策係")
    before = left(page)
    for done in range(1, DONE + 1):
        page.keyboard.press("1")
        expect(page.locator("h1")).to_contain_text(f"残り{before - done}件", timeout=SECONDS)
        settle(page)
    expect(page.get_by_role("status").filter(has_text="番号")).to_be_visible()

    page.goto(f"{desk_url}/initiative?initiative=1")
    settle(page)
    page.get_by_role("button", name="訂正する", exact=True).first.click()
    form = page.get_by_role("dialog")
    form.get_by_label("訂正するもの").click()
    page.keyboard.type("「防災メール登録者数」平成29年度の目標")
    page.keyboard.press("Enter")
    settle(page)
    form.get_by_label("正しい値").fill("9000")
    page.keyboard.press("Enter")
    expect(form.get_by_text("未達 → 達成").first).to_be_visible(timeout=SECONDS)
    form.get_by_label("理由").fill("当初の目標である")
    page.keyboard.press("Enter")
    form.get_by_role("button", name="保存する").click()
    expect(page.get_by_text("に訂正しました").first).to_be_visible(timeout=SECONDS)
    assert len(desk.corrections.in_force(data / "desk.sqlite")) == DONE + 1

    page.get_by_role("textbox", name="次にすること").fill(STEP)
    page.get_by_role("button", name="書き加える").click()
    expect(page.get_by_text("を書き加えました").first).to_be_visible(timeout=SECONDS)

    page.goto(f"{desk_url}/review")
    settle(page)
    expect(page.locator("h1")).to_contain_text(f"{DONE + 1}件済み")
    page.get_by_text("訂正と確認をファイルで受け渡す").click()
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="CSVを保存").click()
    written = Path(download.value.path()).read_bytes()
    lines = written.decode("utf-8-sig").splitlines()
    assert len(lines) == DONE + 2
    assert any(",target,防災メール登録者数,10000,9000,当初の目標である,情報政策係," in line for line in lines)

    page.get_by_role("button", name="元に戻す").first.click()
    expect(page.locator("h1")).to_contain_text(f"{DONE}件済み", timeout=SECONDS)
    settle(page)
    saved: FilePayload = {"name": "corrections.csv", "mimeType": "text/csv", "buffer": written}
    page.locator("input[type=file]").set_input_files(saved)
    settle(page)
    page.get_by_role("button", name="読み込む").click()
    expect(page.get_by_text("1件の訂正を読み込みました").first).to_be_visible(timeout=SECONDS)
    expect(page.locator("h1")).to_contain_text(f"{DONE + 1}件済み")
    page.goto(f"{desk_url}/steps")
    expect(page.get_by_role("link", name=STEP)).to_be_visible(timeout=SECONDS)


def test_two_browsers_that_save_at_once_lose_nothing_and_the_second_sees_what_changed(
    desk_url: str, data: Path, visit: Visit
) -> None:
    first, second = visit(f"{desk_url}/review"), visit(f"{desk_url}/review")
    introduce(first, "情報政策係")
    introduce(second, "広報係")
    first.keyboard.press("1")
    expect(first.get_by_role("button", name="元に戻す").first).to_be_visible(timeout=SECONDS)
    second.keyboard.press("1")
    expect(second.get_by_text("ほかの人が同じところを訂正しています")).to_be_visible(timeout=SECONDS)
    expect(second.get_by_text("情報政策係さん")).to_be_visible()
    assert [one.who for one in desk.corrections.in_force(data / "desk.sqlite")] == ["情報政策係"]
