"""How sure the reading is stands in tiles: what was read, and how much of each kind is to be checked; a tile opens its list."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from dashboard.drawing import column_pictures, picture
from dashboard.drawing.picture import said
from dashboard.text import words
from dashboard.text.records import Record

PAGE: Final = "data"
KEY: Final = "finding"


def read(counts: Record) -> str:
    """Return how much was read as bars of what did not find its place, or is not sure."""
    shares = (
        ("文章のセル", int(counts["cells"]), int(counts["moved_cells"]), "正しい見出しへ移した", "個"),
        (
            "読み取った数値",
            int(counts["quantities"]),
            int(counts["quantities"] - counts["placed_quantities"]),
            "指標に結び付かず",
            "個",
        ),
        ("年度ごとの判定", int(counts["outcomes"]), int(counts["doubtful_outcomes"]), "確かでない", "件"),
    )
    return f'<div class="rows shares">{"".join(_share(*share) for share in shares)}</div>'


def by_severity(kinds: Iterable[Record]) -> str:
    """Return how many findings are how grave, as columns."""
    found = Counter[str]()
    for record in kinds:
        found[str(record["severity"])] += int(record["findings"])
    counts = {words.SEVERITIES[code]: found[code] for code in words.SEVERITIES if found[code]}
    return column_pictures.told(counts, "気づきの件数（重要度別）", "", "件")


def tiles(kinds: Iterable[Record]) -> str:
    """Return a tile a kind of finding, which leads to its list."""
    found = "".join(_kind(record) for record in kinds)
    return f'<h3>気づきの種類（押すと下に一覧）</h3><div class="tiles kinds">{found}</div>'


def _share(name: str, whole: int, part: int, what: str, unit: str) -> str:
    width = f"{100 * part / whole:.1f}%" if whole else "0"
    fill = f'<i class="fill" style="width:{width};--fill:var(--under_study)"></i>'
    return (
        f'<div class="row"><span class="name">{said(name)} <b>{whole:,}{said(unit)}</b></span><span class="track">{fill}</span>'
        f'<span class="num">{said(what)} {part:,}{said(unit)}</span></div>'
    )


def _kind(record: Record) -> str:
    kind = str(record["kind"])
    name = words.finding_kind_text(kind)
    markup = (
        f'<span class="name">{said(name)}</span><b>{int(record["findings"]):,}<small>件</small></b>'
        f'<span class="note quiet">{said(words.SEVERITIES[str(record["severity"])])}</span>'
    )
    return picture.to_filter(markup, PAGE, KEY, name, kind="tile")
