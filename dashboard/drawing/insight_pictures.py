"""What is odd is counted in tiles that are tabs; of the open one each matter is a row: what it is, and its years."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

from dashboard.drawing import picture
from dashboard.drawing.picture import said
from dashboard.facts import target_moves
from dashboard.facts.contradictions import Contradiction
from dashboard.facts.copies import Copy
from dashboard.facts.series import Point, Series
from dashboard.text import differences, words
from dashboard.text.colours import NAVY, OCHRE, RED, SLATE

Item = TypeVar("Item")
PAGE: Final = "insights"
KEY: Final = "insight"
WIDTH, HEIGHT, EDGE = 130, 34, 6
# What stands below the first screen is in the cards and in the file.
SHOWN: Final = 24
COPIED_SIGNS: Final = {differences.SAME: "＝", differences.OTHER_NUMBERS: "≒", differences.OTHER_WORDS: "≒"}


def tabs(counts: Mapping[str, tuple[int, str]], view: str) -> str:
    """Return a tile a kind with its count and a note; `view` is the open one."""
    tiles = []
    for name, (count, note) in counts.items():
        is_open = name == view
        markup = f'<span class="name">{said(name)}</span><b>{count}<small>件</small></b><span class="note">{said(note)}</span>'
        kind = "tile chosen" if is_open else "tile"
        tiles.append(picture.to_filter(markup, PAGE, KEY, name, kind=kind, is_current=is_open))
    return f'<div class="tiles six">{"".join(tiles)}</div>'


def moved(found: Iterable[Series], last_year: int) -> str:
    """Return the first and the present target of each indicator as a slope, those that were eased first."""
    matters = [same for same in target_moves.matters(found) if target_moves.moves(same[0], last_year)]

    def row(same: Sequence[Series]) -> str:
        one = same[0]
        moves, harder = target_moves.moves(one, last_year), _harder(one, last_year)
        figures = (
            f"{said(moves[0].since)} {said(words.number_text(moves[0].old, one.unit))} → "
            f"{said(moves[-1].label)} {said(words.number_text(moves[-1].new, one.unit))}"
        )
        stated = [point for point in one.points if point.target is not None]
        slope = _slope(stated, picture.tone_of(RED if harder < 0 else NAVY if harder else SLATE))
        return _row(same, slope, f"{''.join(target_moves.SIGNS[move.direction] for move in moves)} {figures}")

    return _rows(sorted(matters, key=lambda same: _harder(same[0], last_year)), row)


def _harder(one: Series, last_year: int) -> int:
    """Return 1 where the target is harder than at first, -1 where it is easier; what went down and up again is neither."""
    moves = target_moves.moves(one, last_year)
    change = (moves[-1].new - moves[0].old) * (1 if one.direction == "up" else -1)
    return (change > 0) - (change < 0)


def reached(found: Iterable[Series], labels: Sequence[str]) -> str:
    """Return indicators with the attainment of each year, beside a target that stays as it is."""

    def row(same: Sequence[Series]) -> str:
        one = same[0]
        points = {point.label: point for point in one.points}
        cells = "".join(_attained(points.get(label), label) for label in labels)
        target = next((point.target for point in one.points if point.target is not None), None)
        return _row(same, f'<span class="dots">{cells}</span>', f"目標{said(words.number_text(target, one.unit))}")

    return _rows(target_moves.matters(found), row)


def copied(found: Iterable[Copy], labels: Sequence[str]) -> str:
    """Return initiatives with the years whose evaluation repeats the year before's, or the plan's, words."""
    by_number: dict[int, list[Copy]] = {}
    for one in found:
        by_number.setdefault(one.number, []).append(one)

    def row(group: Sequence[Copy]) -> str:
        marks = {copy.label: COPIED_SIGNS.get(copy.grade, "＝") for copy in group}
        cells = "".join(_mark(marks.get(label, ""), label) for label in labels)
        head = group[0]
        markup = _matter(
            head.activity,
            f'<span class="dots">{cells}</span>',
            said(words.spaced(words.section(head.department), f"{len(group)}年度")),
        )
        return picture.to_initiative(markup, head.number, kind="matter")

    return _rows(sorted(by_number.values(), key=lambda copies: (-len(copies), copies[0].number)), row)


def contradicted(found: Sequence[Contradiction]) -> str:
    """Return what does not fit together, a row each: what, in which year, of which kind."""

    def row(one: Contradiction) -> str:
        why = said(words.spaced(words.section(one.department), one.kind_text))
        return picture.to_initiative(_matter(one.activity, f"<span>{said(one.label)}</span>", why), one.number, kind="matter")

    return _rows(found, row)


def _rows(found: Sequence[Item], row: Callable[[Item], str]) -> str:
    """Return the first rows, and how many more there are: only what is seen is drawn."""
    if not found:
        return '<p class="quiet">ありません。</p>'
    more = f'<p class="quiet">ほか{len(found) - SHOWN}件（下の一覧に全件）</p>' if len(found) > SHOWN else ""
    return f'<div class="matters wide">{"".join(map(row, found[:SHOWN]))}</div>{more}'


def _row(same: Sequence[Series], marks: str, figures: str) -> str:
    one = same[0]
    sections = "・".join(filter(None, dict.fromkeys(words.section(each.department) for each in same)))
    return picture.to_initiative(_matter(one.name, marks, words.spaced(said(sections), figures)), one.number, kind="matter")


def _matter(what: str, marks: str, why: str) -> str:
    return f'<span class="what">{said(what)}</span>{marks}<span class="why">{why}</span>'


def _attained(point: Point | None, label: str) -> str:
    if point is None or point.band is None:
        return f'<span class="year-of"><small>{said(label)}</small>－</span>'
    share = words.percent_text(point.attainment)
    tone = picture.tone_of(point.band.word.tone)
    return (
        f'<span class="year-of"><small>{said(label)}</small>'
        f'<span style="color:{tone}">{said(point.band.word.symbol)}</span>{said(share)}</span>'
    )


def _mark(mark: str, label: str) -> str:
    style = f' style="color:{picture.tone_of(OCHRE)}"' if mark else ""
    return f'<span class="year-of"><small>{said(label)}</small><b{style}>{said(mark or "・")}</b></span>'


def _slope(stated: Sequence[Point], tone: str) -> str:
    values = [float(point.target or 0) for point in stated]
    low, high = min(values), max(values)
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    places = [
        (EDGE + at * step, HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value - low) / ((high - low) or 1))
        for at, value in enumerate(values)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    (left, start), (right, end) = places[0], places[-1]
    return (
        f'<svg width="{WIDTH}" height="{HEIGHT}" aria-hidden="true">'
        f'<polyline points="{line}" fill="none" stroke="{picture.tone_of(SLATE)}" stroke-width="1.5" stroke-dasharray="2 2"/>'
        f'<path d="M{left:.1f} {start:.1f}L{right:.1f} {end:.1f}" stroke="{tone}" stroke-width="2.5"/>'
        f'<circle cx="{left:.1f}" cy="{start:.1f}" r="4" fill="var(--card)" stroke="{tone}" stroke-width="2"/>'
        f'<circle cx="{right:.1f}" cy="{end:.1f}" r="4.5" fill="{tone}"/></svg>'
    )
