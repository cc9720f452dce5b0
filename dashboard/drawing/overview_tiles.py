"""A figure says something with its years beside it, and with whether its change is for the better."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.drawing import picture
from dashboard.drawing.picture import said
from dashboard.facts.sums import Sum
from dashboard.saying import standing_words, year_words
from dashboard.text import words
from dashboard.text.colours import NAVY, SLATE

LINE_WIDTH, LINE_HEIGHT, EDGE = 84, 30, 4
BETTER: Final = ("good", "改善")
WORSE: Final = ("bad", "悪化")


@dataclass(frozen=True)
class Tile:
    """A figure with its years: `counts` by year in order, the last is the year's; `is_good` where more is better."""

    name: str
    value: str
    of: str
    counts: tuple[int, ...]
    is_good: bool
    note: str = ""
    is_comparable: bool = True


def tiles(found: Sequence[Tile]) -> str:
    """Return figures beside each other, each with its line over the years and how it changed, in sign, word and colour."""
    return f'<div class="tiles">{"".join(map(_tile, found))}</div>'


def of_year(by_year: pd.DataFrame, by_sum: Mapping[int, Sum], year: int) -> list[Tile]:
    """Return the four figures of a year from the frame `status_by_year` and the sums, each with the years up to it."""
    until = by_year[by_year["year"] <= year]
    if until.empty or until["year"].iloc[-1] != year:
        return []
    now, years = until.iloc[-1], [int(each) for each in until["year"]]
    found = []
    if target := by_sum.get(year):
        before = by_sum.get(year - 1)
        counts = tuple(by_sum[each].states["met"] if each in by_sum else 0 for each in years)
        note = _apart(target, before)
        found.append(Tile("達成した数値目標", str(counts[-1]), f"／{target.targets}件", counts, True, note, not note))
    for name, column, is_good in (
        ("達成・実施の事業", "done", True),
        ("未達の事業", "unmet", False),
        ("繰越の事業", "carried_over", False),
    ):
        counts = tuple(int(count) for count in until[column])
        note = _note(now, column) if now["judged"] else standing_words.NOTHING_JUDGED
        # Where a year judged nothing, fewer is no change.
        both = all(until["judged"].tail(2))
        found.append(Tile(name, str(counts[-1]), f"／{int(now['judged'])}件", counts, is_good, note, both))
    return found


def _apart(target: Sum, before: Sum | None) -> str:
    """Why the targets that were met are not compared with the year before's; '' where they are."""
    if not target.judged_share:
        return standing_words.NO_TARGET_JUDGED
    if before is None:
        return "前年度に数値目標はありません"
    if year_words.compared(target, before):
        return f"判定の割合{before.judged_share:.0f}→{target.judged_share:.0f}%：比較せず"
    return ""


def _note(now: pd.Series, column: str) -> str:
    """What a count of initiatives holds: rows of the same matter, and how those that were carried over came to an end."""
    if column == "carried_over" and now["carried_ended"]:
        return "　".join(
            f"{said}{int(now[code])}" for code, said in words.CARRIED_ENDS.items() if now[code] and code != "other"
        )
    matters = int(now[f"{column}_matters"])
    return f"同じ取組を1つに数え{matters}件" if matters < now[column] else ""


def _tile(tile: Tile) -> str:
    return (
        f'<div class="tile"><span class="name">{said(tile.name)}</span><b>{said(tile.value)}<small>{said(tile.of)}</small></b>'
        f'{_line(tile.counts)}<span class="note">{_change(tile)}</span></div>'
    )


def _change(tile: Tile) -> str:
    if not tile.is_comparable or len(tile.counts) < 2:
        return f'<span class="quiet">{said(tile.note)}</span>'
    difference = tile.counts[-1] - tile.counts[-2]
    kind, word = BETTER if (difference > 0) == tile.is_good else WORSE
    change = (
        f'<span class="{kind}">{"▲" if difference > 0 else "▼"}{abs(difference)} {word}</span>' if difference else "増減なし"
    )
    return f'{change} <span class="quiet">{said(tile.note)}</span>'


def _line(counts: Sequence[int]) -> str:
    """A line as small as a word; its last point is the year in question."""
    if len(counts) < 2:
        return "<span></span>"
    top = max(*counts, 1)
    step = (LINE_WIDTH - 2 * EDGE) / (len(counts) - 1)
    places = [
        (EDGE + at * step, LINE_HEIGHT - EDGE - (LINE_HEIGHT - 2 * EDGE) * count / top) for at, count in enumerate(counts)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    x, y = places[-1]
    tone = picture.tone_of(SLATE)
    box = f'width="{LINE_WIDTH}" height="{LINE_HEIGHT}" viewBox="0 0 {LINE_WIDTH} {LINE_HEIGHT}"'
    return (
        f'<svg {box} role="img" aria-label="年度別：{"、".join(map(str, counts))}">'
        f'<polyline points="{line}" fill="none" stroke="{tone}" stroke-width="2"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{picture.tone_of(NAVY)}"/></svg>'
    )
