"""Streamlit names its own parts in English and hides some of the focus; what no setting mends is mended in the browser.

access.js says the words of Streamlit's widgets in Japanese for eye and ear, and lets the keyboard reach a table that scrolls
sideways. The style sheet shows where the keyboard is, lets the name of a figure and what it is compared with go on over
lines, and keeps the years of the filter on one.
"""

import json
from pathlib import Path
from typing import Final

SCRIPT: Final = (Path(__file__).resolve().parent / "access.js").read_text(encoding="utf-8")
WORDS: Final[dict[str, str]] = {
    "Upload": "ファイルを選ぶ",
    "Skip to main content": "本文へ移動",
    "Help": "説明",
    "Choose date": "日付を選ぶ",
    "No results": "該当する選択肢はありません",
    "Choose an option": "選択してください",
    "Choose options": "選択してください",
    "Selected values": "選んだもの",
    "Clear all": "すべて外す",
    "Clear value": "選択を消す",
    "Open": "選択肢を開く",
    "Close": "閉じる",
    "Sidebar": "メニューと絞り込み",
    "App pages": "ページ",
    "Collapse sidebar": "メニューをたたむ",
    "Expand sidebar": "メニューを開く",
    "Link to heading": "この見出しへのリンク",
    "Copy to clipboard": "写し取る",
    "Pagination": "一覧のページ",
    "Previous page": "前のページ",
    "Next page": "次のページ",
    "Main menu": "設定のメニュー",
    "Running...": "処理しています",
    "Press Enter to apply": "改行キーで決定します",
    "Fullscreen": "全画面で見る",
    "Close fullscreen": "全画面をやめる",
    "Show/hide columns": "列を選ぶ",
    "Download as CSV": "表を保存",
    "Search": "表の中を探す",
    "Connection error": "サーバーに接続できません",
    "Page not found": "ページがありません",
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "アドレスにあるページはありません。ページの名前が変わったか、アドレスが途中で切れています。概要を表示しています。"
    ),
}
# A word of the page stands in these.
PATTERNS: Final[dict[str, str]] = {
    "^Page (\\d+)$": "$1ページ",
    "^([\\d.]+)MB per file$": "$1MBまで",
    "^Remove (.+)$": "$1を外す",
    "^Help for (.+)$": "$1の説明",
    "^You can only select up to (\\d+) options?\\. Remove an option first\\.$": (
        "選べるのは$1つまでです。1つ外してから選んでください。"
    ),
    "^You have requested page /(.+), but no corresponding file was found.+$": (
        "アドレスにあるページ「$1」はありません。概要を表示しています。"
    ),
}
SHEET: Final = """:is(a, button, summary, [data-testid=stTable] > div, .picture .scroll):focus-visible {
  outline: 2px solid currentColor !important; outline-offset: 2px;
}
[data-testid=stPageLink] a:focus-visible { outline-offset: -2px; }
:is([data-testid=stMetricDeltaDescription], [data-testid=stMetricLabel]) :is(div, p) {
  white-space: normal !important; overflow: visible !important;
}
div:has(> [data-testid=stMetricDeltaDescription]) { flex-wrap: wrap; }
/* Streamlit writes white on the primary colour, which in the dark is as light as words. */
[data-testid=stBaseButton-primary]:enabled { color: light-dark(#FFFFFF, #16171B) !important; }"""


def script() -> str:
    """Return the script with the words it says."""
    said = {"words": WORDS, "patterns": PATTERNS}
    return SCRIPT.replace("SAID", json.dumps(said, ensure_ascii=False))
