"""会議用1枚 is a year of the plan, or of one section, on one sheet of A4: figures, matters, agenda, targets."""

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.drawing import overview_pictures, overview_tiles, slope_pictures, target_pictures
from dashboard.drawing.overview_tiles import Tile
from dashboard.drawing.picture import said
from dashboard.facts import board
from dashboard.facts.board import Matter
from dashboard.facts.series import Series
from dashboard.facts.sums import Sum
from dashboard.text.records import Record

# So many matters have room for their names, so many targets for their bars.
MOST_NAMED: Final = 16
MOST_TARGETS: Final = 14


def sheet(
    tiles: Sequence[Tile],
    matters: Sequence[Matter],
    undone: Sequence[Record],
    by_sum: Mapping[int, Sum],
    indicators: Sequence[Series],
    year: int,
    names: Mapping[str, str],
) -> str:
    """Return the sheet's body. What one section has is told by name; the whole plan as strips of years.

    `names` are those of goals, by code.
    """
    years = board.years_told(matters)
    is_few = len(matters) <= MOST_NAMED
    drawn = overview_pictures.named(matters) if is_few else overview_pictures.matrix(matters, year, names, most_named=0)
    targets = [one for one in indicators if (point := one.at(year)) and point.state and point.is_counted]
    if 0 < len(targets) <= MOST_TARGETS:
        beside = f"<h3>数値目標（100%の線が目標）</h3>{target_pictures.ranking(targets, year)}"
    elif any(one.is_evaluated for one in by_sum.values()):
        beside = f"<h3>数値目標の件数（年度別）</h3>{overview_pictures.sums(by_sum)}"
    else:
        beside = ""
    return (
        f'<div class="sheet">{overview_tiles.tiles(tiles)}'
        f'<div class="halves"><div>{overview_pictures.first_matters(undone, matters)}</div><div>{beside}</div></div>'
        f"<h3>すべての取組{len(matters)}件 × {said(years)}</h3>{overview_pictures.key(matters)}{drawn}</div>"
    )


def turned(worse: Sequence[Record], better: Sequence[Record]) -> str:
    """Return what turned worse and better since the year before, beside each other on a sheet of their own."""
    halves = "".join(
        f"<div><h3>{said(name)}（{len(rows)}件）</h3>{slope_pictures.turned(rows) if rows else 'ありません。'}</div>"
        for name, rows in (("前年度より悪化", worse), ("前年度より改善", better))
    )
    return f'<div class="sheet next"><div class="halves">{halves}</div></div>'
