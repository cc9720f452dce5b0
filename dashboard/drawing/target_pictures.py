"""All targets of a year at one look: bars from zero, a line at 100 %, the furthest first, those without a number apart."""

from collections.abc import Sequence
from typing import Final

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import picture
from dashboard.drawing.picture import said
from dashboard.facts import series
from dashboard.facts.due import Due
from dashboard.facts.series import Point, Series
from dashboard.text import words
from dashboard.text.colours import NAVY, RED
from dashboard.text.words import Word

PAGE: Final = "indicators"
KEY: Final = "indicator"
# The bar ends here; what reaches further says so in its figures.
WIDEST: Final = 1.5
KEY_LINE: Final = f"縦の線が目標（100%）、棒は0%から{WIDEST:.0%}までです。同じ取組は1つに数え、目標に遠い順です。"
# In this order: what was missed, what was not carried out, what was reached, what is only expected, and apart from them
# what has no number.
ORDER: Final = ("missed", "not_carried_out", "met", "forecast", "no_number", "closed", "not_yet")
MOST_OF_A_STATE: Final = picture.MOST_ROWS // 3
FIRST_OF_A_STATE: Final = picture.FIRST_ROWS // 4
WITHOUT_BAR: Final = ("no_number", "closed", "not_yet")


def asked(chosen: Filter, year: int, without_outside: bool) -> str:
    """Return the targets that the filter lets through; `without_outside` leaves out misses with a cause outside the office."""
    every = queries.read(series.read, "indicator_series", chosen)
    return ranking([one for one in every if not (without_outside and one.is_outside(year))], year)


def ranking(every: Sequence[Series], year: int) -> str:
    """Return the targets of a year as rows, each matter once; a row chooses its indicator."""
    told = [(one, point) for one in every if (point := one.at(year)) and point.state]
    pairs = [pair for pair in told if pair[1].is_counted]
    most = min(MOST_OF_A_STATE, picture.room(len(pairs), FIRST_OF_A_STATE))
    parts = []
    for state in ORDER:
        own = sorted((pair for pair in pairs if pair[1].state == state), key=lambda pair: pair[1].attainment or 0.0)
        if not own:
            continue
        word = words.TARGET_STATES[state]
        parts.append(f'<h3 class="band">{_sign(word)} {said(word.label)} {len(own)}件{_again(told, state, len(own))}</h3>')
        rows = [_row(one, _bar(one, point, word), _figures(one, point)) for one, point in own[:most]]
        parts.append(f'<div class="plain">{"".join(rows)}</div>' if state in WITHOUT_BAR else "".join(rows))
        parts.append(picture.left_out(len(own) - len(rows)))
    return f'<div class="rows">{"".join(parts)}</div>'


def _again(told: Sequence[tuple[Series, Point]], state: str, matters: int) -> str:
    """How many targets of the title a heading stands for, where some of them are of one matter."""
    targets = sum(point.state == state for _, point in told)
    return f" <small>（同じ取組を分けると{targets}件）</small>" if targets > matters else ""


def waiting(found: Sequence[Due], label: str) -> str:
    """Return the targets of a year without an evaluation, each against the last result, drawn hollow."""
    rows = []
    for due in found[: picture.room(len(found))]:
        share = due.share
        bar = _track("" if share is None else _fill(share, picture.tone_of(NAVY), is_hollow=True))
        unit = due.series.unit
        last = "実績の数値なし" if due.result is None else f"{label} {words.number_text(due.result, unit)}"
        rows.append(_row(due.series, bar, f"{said(last)} → 目標{said(words.number_text(due.target, unit))}"))
    return f'<div class="rows">{"".join(rows)}{picture.left_out(len(found) - len(rows))}</div>'


def _row(one: Series, bar: str, figures: str) -> str:
    name = f'<span class="name">{said(one.name)} <span class="quiet">{said(words.section(one.department))}</span></span>'
    row = f'{name}{bar}<span class="num">{figures}</span>'
    return picture.to_filter(row, PAGE, KEY, [one.option], title=one.heading, kind="row")


def _sign(word: Word) -> str:
    return f'<span style="color:{picture.tone_of(word.tone)}">{said(word.symbol)}</span>'


def _figures(one: Series, point: Point) -> str:
    target = words.number_text(point.target, one.unit)
    if point.result is None:
        return f"－／{said(target)}"
    if point.is_forecast:
        return f"見込{said(words.number_text(point.result))}／{said(target)}"
    ratio = f" <b>{said(_held_against(point, one.unit))}</b>"
    return f"{said(words.number_text(point.result))}／{said(target)}{ratio}"


def _held_against(point: Point, unit: str | None) -> str:
    """How far a target was reached; of a target of 0, of which nothing is a share, by how much it was missed."""
    if point.attainment is not None:
        return words.percent_text(point.attainment)
    if point.is_met is False and point.result is not None and point.target is not None:
        return words.missed_by_text(point.result, point.target, unit)
    return ""


def _bar(one: Series, point: Point, word: Word) -> str:
    if point.state in WITHOUT_BAR:
        return ""
    if point.state == "not_carried_out":
        return _track(f'<i class="zero" style="color:{picture.tone_of(RED)}">{said(word.symbol)}</i>')
    if point.is_forecast:
        share = Due(one, point, point).share
        return _track("" if share is None else _fill(share, picture.tone_of(word.tone), is_hollow=True))
    share = point.attainment if point.attainment is not None else float(bool(point.is_met))
    return _track(_fill(share, picture.tone_of(word.tone), is_doubtful=point.is_doubtful))


def _fill(share: float, colour: str, *, is_hollow: bool = False, is_doubtful: bool = False) -> str:
    kinds = ["fill", *(["open"] if is_hollow else []), *(["doubtful"] if is_doubtful else [])]
    width = 100 * min(max(share, 0.0), WIDEST) / WIDEST
    end = "" if share <= WIDEST else '<i class="beyond">▶</i>'
    return f'<i class="{" ".join(kinds)}" style="width:{width:.1f}%;--fill:{colour}"></i>{end}'


def _track(inner: str) -> str:
    return f'<span class="track">{inner}<u style="left:{100 / WIDEST:.1f}%"></u></span>'
