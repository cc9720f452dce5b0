"""What changed from one year to the next is a line from the one to the other: up or down, and what it was each time."""

from collections.abc import Iterable
from typing import Final

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import picture
from dashboard.drawing.picture import said
from dashboard.facts import turns
from dashboard.facts.turns import Turn
from dashboard.text import words
from dashboard.text.colours import NAVY, RED
from dashboard.text.records import Record, known
from dashboard.text.words import Word

WIDTH, HEIGHT, EDGE = 96, 34, 5
# Twice the target is as high as a line goes: what matters is on which side of the target it ends.
HIGHEST: Final = 2.0
SHOWN: Final = 8


def asked(chosen: Filter, is_worse: bool) -> str:
    """Return what turned worse, or better, of what the filter lets through."""
    return turned(one for one in queries.records("turned", chosen) if bool(one["is_worse"]) is is_worse)


def turned(items: Iterable[Record]) -> str:
    """Return what turned as rows: what, a line from the year before to the year, and both in figures or words."""
    every = turns.read(items)
    shown, rest = "".join(map(_row, every[:SHOWN])), sum(turn.rows for turn in every[SHOWN:])
    more = f'<p class="quiet">ほか{rest}件（「詳しく」に全件）</p>' if rest else ""
    return f'<div class="matters">{shown}</div>{more}'


def _row(turn: Turn) -> str:
    item = turn.item
    before, after, figures = _figures(item) if known(item["subject"]) else _statuses(item)
    word = words.STATUSES["unmet"] if item["is_worse"] else words.STATUSES["met"]
    rows = f"（{turn.rows}件）" if turn.rows > 1 else ""
    markup = (
        f'<span class="what">{said(known(item["subject"]) or item["activity"])}</span>{_line(before, after, word)}'
        f'<span class="why">{words.spaced(said(turn.owners), figures)}{said(rows)}</span>'
    )
    return picture.to_initiative(markup, int(item["number"]), kind="matter")


def _figures(item: Record) -> tuple[float, float, str]:
    """An indicator's attainment in both years; a target of 0 has none, and is reached or not."""
    unit = known(item["unit"])

    def of(result: float, target: float, is_met: bool) -> tuple[float, str]:
        ratio = result / target if target else float(is_met)
        return min(ratio, HIGHEST), f"{words.number_text(result, unit)}／目標{words.number_text(target, unit)}"

    before, was = of(item["previous_result"], item["previous_target"], bool(item["is_worse"]))
    after, became = of(item["result"], item["target"], not item["is_worse"])
    return before, after, f"{said(was)} → {said(became)}"


def _statuses(item: Record) -> tuple[float, float, str]:
    was, became = words.STATUSES[item["previous_status"]], words.STATUSES[item["status"]]
    before, after = (1.3, 0.4) if item["is_worse"] else (0.4, 1.3)
    return before, after, f"{said(was.text)} → {said(became.text)}"


def _line(before: float, after: float, word: Word) -> str:
    def height(ratio: float) -> float:
        return round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * ratio / HIGHEST, 1)

    left, right = height(before), height(after)
    middle = height(1.0)
    tone = picture.tone_of(RED if word == words.STATUSES["unmet"] else NAVY)
    return (
        f'<svg width="{WIDTH}" height="{HEIGHT}" aria-hidden="true">'
        f'<path d="M0 {middle}H{WIDTH}" stroke="var(--line)" stroke-dasharray="2 3"/>'
        f'<path d="M{EDGE} {left}L{WIDTH - EDGE} {right}" stroke="{tone}" stroke-width="2.5"/>'
        f'<circle cx="{EDGE}" cy="{left}" r="4" fill="var(--card)" stroke="{tone}" stroke-width="2"/>'
        f'<circle cx="{WIDTH - EDGE}" cy="{right}" r="4.5" fill="{tone}"/></svg>'
    )
