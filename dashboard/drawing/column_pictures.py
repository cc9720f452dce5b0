"""How much there was each year stands as columns from zero, with the number on top; the year in question is told in bold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.database.queries import Filter
from dashboard.drawing import picture
from dashboard.drawing.picture import said
from dashboard.facts import undone_years
from dashboard.facts.promises import ORDER, PromiseOutcome
from dashboard.facts.standing import UNDONE, Standing
from dashboard.facts.undone_years import InitiativeYear
from dashboard.frame import filters
from dashboard.saying import standing_words
from dashboard.text import words
from dashboard.text.colours import RED, Tone
from dashboard.text.words import Word

STEP, WIDTH, HEIGHT, FOOT, HEAD = 62, 34, 64, 20, 22
# Few columns are drawn no larger than many, and stand where they begin.
LEAST_STEPS: Final = 5
# A longer name has no room below its column.
LONGEST_NAME: Final = 4


@dataclass(frozen=True)
class Part:
    """A part of a column; `is_hollow` leaves its ground open."""

    count: int
    tone: Tone
    is_hollow: bool = False


@dataclass(frozen=True)
class Column:
    """A column with its parts from below, what stands on top, and whether it is what the page asks about."""

    label: str
    parts: tuple[Part, ...]
    top: str
    is_now: bool = False

    @property
    def height(self) -> int:
        """How much all parts are together."""
        return sum(part.count for part in self.parts)


def columns(found: Sequence[Column], title: str, key: Iterable[tuple[str, str]] = ()) -> str:
    """Return columns under their title; `key` says what their colours mean, as pairs of a mark's markup and its words."""
    most = max((one.height for one in found), default=0) or 1
    width = STEP * max(len(found), LEAST_STEPS)
    drawn = "".join(_column(one, at * STEP, most) for at, one in enumerate(found))
    spoken = f"{title}：" + "、".join(f"{one.label} {one.top}" for one in found)
    total = HEAD + HEIGHT + FOOT
    svg = (
        f'<svg viewBox="0 0 {width} {total}" width="100%" style="max-width:{width}px" role="img" aria-label="{said(spoken)}">'
        f'<path d="M0 {HEAD + HEIGHT}H{width}" stroke="var(--line)"/>{drawn}</svg>'
    )
    return f"<h3>{said(title)}</h3>{svg}{picture.key_line(key) if key else ''}"


def undone(years: Sequence[InitiativeYear], labels: Mapping[int, str], now: int) -> str:
    """Return how many matters were left undone each year, those that go on apart from those that do not."""
    unmet, carried = words.STATUSES["unmet"], words.CARRIED_OVER
    found = []
    for year, label in labels.items():
        its = [one for one in years if one.year == year]
        on = sum(one.is_carried_over for one in its)
        parts = (Part(on, RED), Part(len(its) - on, RED, is_hollow=True))
        found.append(Column(label, parts, f"{len(its)}件", year == now))
    kinds = (carried.label, f"{unmet.label}（繰越なし）")
    key = [
        (_swatch(Part(1, RED, is_hollow=bool(at))), kind)
        for at, kind in enumerate(kinds)
        if any(one.parts[at].count for one in found)
    ]
    return columns(found, f"{UNDONE}の件数（年度別）", key)


def asked_undone(chosen: Filter, now: int) -> str:
    """Return how many matters were left undone each evaluated year, of what the filter lets through."""
    years = [one for row in undone_years.asked(chosen) for one in row.undone]
    return undone(years, filters.evaluated_labels(), now)


def shares(years: Mapping[int, Standing], labels: Mapping[int, str], now: int, whose: str) -> str:
    """Return how many of what was judged was left undone each year."""
    found = []
    for year, label in labels.items():
        there = years.get(year)
        count = there.undone if there else 0
        top = f"{count}／{there.judged}" if there and there.judged else "－"
        found.append(Column(label, (Part(count, RED),), top, year == now))
    return columns(found, f"{whose}の{UNDONE}（{standing_words.running(*years.values())}件数／判定した件数）")


def parts(by_name: Mapping[str, Standing]) -> str:
    """Return the parts of a plan in one year: how many of what was judged was left undone; '' where none is beside another.

    Long names stand beside their bars instead of below columns.
    """
    if len(by_name) < 2:
        return ""
    found = [Column(name, (Part(one.undone, RED),), f"{one.undone}／{one.judged}") for name, one in by_name.items()]
    title = f"{UNDONE}（{standing_words.running(*by_name.values())}件数／判定した件数）"
    return _bars(found, title) if max(map(len, by_name)) > LONGEST_NAME else columns(found, title)


def _bars(found: Sequence[Column], title: str) -> str:
    most = max((one.height for one in found), default=0) or 1
    rows = "".join(
        f'<div class="row"><span class="name">{said(one.label)}</span><span class="track">'
        f'<i class="fill" style="width:{100 * one.height / most:.0f}%;--fill:{picture.tone_of(RED)}"></i></span>'
        f'<span class="num">{said(one.top)}</span></div>'
        for one in found
    )
    return f'<h3>{said(title)}</h3><div class="rows reasons">{rows}</div>'


def promised(found: Sequence[PromiseOutcome], now: int) -> str:
    """Return what was promised by each year, by what became of it."""
    years = dict(sorted({one.due_year: one.due_label for one in found}.items()))
    states = [state for state in ORDER if any(one.state == state for one in found)]
    drawn = []
    for year, label in years.items():
        its = [one for one in found if one.due_year == year]
        cut = tuple(_part(words.PROMISE_STATES[state], sum(one.state == state for one in its)) for state in states)
        drawn.append(Column(label, cut, f"{len(its)}件", year == now))
    key = [(_swatch(_part(words.PROMISE_STATES[state], 1)), words.PROMISE_STATES[state].label) for state in states]
    return columns(drawn, "約束の件数（期限の年度別）", key)


def told(counts: Mapping[str, int], title: str, now: str, counter: str) -> str:
    """Return how many there are each year, with their counter."""
    tone = words.STATUSES["under_study"].tone
    found = [Column(label, (Part(count, tone),), f"{count}{counter}", label == now) for label, count in counts.items()]
    return columns(found, title)


def _part(word: Word, count: int) -> Part:
    return Part(count, word.tone, is_hollow=word == words.PROMISE_STATES["not_yet"])


def _column(one: Column, x: float, most: int) -> str:
    middle, foot = x + STEP / 2, HEAD + HEIGHT
    weight = ' font-weight="700"' if one.is_now else ""
    drawn, top = "", float(foot)
    for part in one.parts:
        height = HEIGHT * part.count / most
        if height:
            top -= height
            drawn += _rect(part, middle - WIDTH / 2, top, WIDTH, height)
    return (
        f'{drawn}<text x="{middle}" y="{top - 4:.1f}" text-anchor="middle"{weight}>{said(one.top)}</text>'
        f'<text x="{middle}" y="{foot + 16}" text-anchor="middle"{weight}>{said(one.label)}</text>'
    )


def _rect(part: Part, x: float, y: float, width: float, height: float) -> str:
    tone = picture.tone_of(part.tone)
    place = f'x="{x + 0.75:.1f}" y="{y + 0.75:.1f}" width="{width - 1.5:.1f}" height="{max(height - 1.5, 0.5):.1f}"'
    return f'<rect {place} fill="{"none" if part.is_hollow else tone}" stroke="{tone}" stroke-width="1.5"/>'


def _swatch(part: Part) -> str:
    return f'<svg width="14" height="12" style="display:inline-block" aria-hidden="true">{_rect(part, 0, 0, 14, 12)}</svg>'
