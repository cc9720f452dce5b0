"""What a correction would change is told before it is kept: which figures, from what to what, and on which pages they stand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from dashboard.facts.subjects import value_words
from dashboard.text import words

# Where a change shows, by what it is about.
PAGES: Final = {
    "status": "概要、未達・繰越、担当課、目標体系の件数",
    "is_carried_over": "概要と未達・繰越の件数",
    "reason": "未達・繰越の理由",
    "target": "数値目標の値とグラフ",
    "result": "数値目標の値とグラフ",
    "is_met": "概要と数値目標の達成件数",
    "unit": "数値目標の単位",
    "direction": "数値目標の判定",
    "indicator_name": "数値目標の一覧",
    "cell_place": "この実施事業の年度ごとの文",
    "promise": "次にすることの期限のある約束",
}
MET: Final = {"met": "達成", "missed": "未達", "": "判定なし"}


def lines(changes: Sequence[Mapping[str, Any]], labels: Mapping[int, str]) -> Iterator[str]:
    """Yield a line for each change, in words; `labels` are the years as they are said."""
    new = {change["name"] for change in changes if change["item"] == "indicator_name" and not change["before"]}
    for change in changes:
        item = str(change["item"])
        if change["name"] in new and item in ("unit", "direction"):
            continue
        year = f"{labels.get(change['year'], change['year'])}の" if change["year"] is not None else ""
        name = f"「{change['name']}」" if change["name"] and item != "cell_place" else ""
        is_new = item == "indicator_name" and change["name"] in new
        said = "目標の達成" if item == "is_met" else words.ITEMS[item]
        before, after = (
            MET[str(v)] if item == "is_met" else value_words(item, str(v)) for v in (change["before"], change["after"])
        )
        yield f"{words.ITEMS['indicator']}：{after}" if is_new else f"{name}{year}{said}：{before} → {after}"


def pages(changes: Sequence[Mapping[str, Any]]) -> str:
    """Return where the changes show: '概要、数値目標の達成件数'."""
    return "、".join(dict.fromkeys(PAGES[str(change["item"])] for change in changes if change["item"] in PAGES))
