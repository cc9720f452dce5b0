"""Sections × years is a table of cells whose ground grows darker with the share left undone; the number stands in each cell."""

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.drawing import picture
from dashboard.drawing.picture import said
from dashboard.facts.sections import ALL_SECTIONS
from dashboard.facts.standing import ABSENT, FEWEST_FOR_SHARE, UNDONE, Standing
from dashboard.saying import standing_words
from dashboard.text import words
from dashboard.text.colours import RED, SLATE

PAGE: Final = "departments"
KEY: Final = "department"
# So many years up to the one in question fit on a phone beside the share.
YEARS_ON_A_PHONE: Final = 3
# The ground of a cell in which all was left undone; words on it stay readable in both themes.
DARKEST: Final = 45
LINE_WIDTH, LINE_HEIGHT, EDGE = 56, 22, 4


def sections(
    names: Sequence[str],
    standings: Mapping[str, Mapping[int, Standing]],
    labels: Mapping[int, str],
    year: int,
    chosen: str | None,
) -> str:
    """Return the sections as rows, the chosen one first; a name narrows to its section, and the chosen one back to all."""
    order = sorted(names, key=lambda name: name != chosen)
    years = "".join(f'<th scope="col"{_far(each, year)}>{said(label)}</th>' for each, label in labels.items())
    trend = '<th scope="col" class="trend">推移</th>' if len(labels) > 1 else ""
    head = f'<th scope="col">担当課</th>{years}{trend}<th scope="col" class="num">{said(labels[year])}の<wbr>割合</th>'
    whole = _row(ALL_SECTIONS, standings[ALL_SECTIONS], labels, year, is_chosen=False, is_whole=True)
    body = "".join(_row(name, standings[name], labels, year, is_chosen=name == chosen) for name in order)
    every = [there for each in standings.values() for there in each.values()]
    caption = f"年度の欄は{UNDONE}の{standing_words.running(*every)}件数／判定した件数。"
    is_doubtful = any(there.doubtful for there in every)
    hatched = f'<i class="hatch"></i>は{words.DOUBTFUL.label}を含む。' if is_doubtful else ""
    if any(_far(each, year) for each in labels):
        hatched += f'<span class="narrow-only">狭い画面では{YEARS_ON_A_PHONE}年度分です（全年度は保存したファイルに）。</span>'
    return (
        f'<p class="quiet">{said(caption)}{hatched}</p><div class="scroll"><table class="heat" aria-label="{said(caption)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{whole}{body}</tbody></table></div>"
    )


def ground(there: Standing) -> str:
    """Return the colour of a ground that grows darker with the share left undone."""
    part = round(DARKEST * (there.share or 0.0))
    return f"color-mix(in srgb, {picture.tone_of(RED)} {part}%, var(--card))"


def doubt(there: Standing) -> str:
    """Return a hatched mark where any of the judgements is to be checked; '' where none is."""
    return f'<i class="hatch" title="{said(words.DOUBTFUL.label)}{there.doubtful}件"></i>' if there.doubtful else ""


def _row(
    name: str, years: Mapping[int, Standing], labels: Mapping[int, str], year: int, *, is_chosen: bool, is_whole: bool = False
) -> str:
    shown = [years.get(each, ABSENT) for each in labels]
    trend = f'<td class="trend">{_line(shown)}</td>' if len(labels) > 1 else ""
    link = f"<b>{said(name)}</b>" if is_whole else picture.to_filter(said(name), PAGE, KEY, [] if is_chosen else [name])
    kind = ' class="chosen" aria-current="true"' if is_chosen else ""
    cells = "".join(_cell(there, _far(each, year)) for each, there in zip(labels, shown, strict=True))
    now = years.get(year, ABSENT)
    share = words.percent_text(now.share) if now.tells_share or not now.judged else f"{FEWEST_FOR_SHARE}件未満"
    return f'<tr{kind}><th scope="row">{link}</th>{cells}{trend}<td class="num">{said(share)}</td></tr>'


def _far(each: int, year: int) -> str:
    """Return the class of a year that gives way on a phone: one of the later or of the earlier ones."""
    return "" if year - YEARS_ON_A_PHONE < each <= year else ' data-far=""'


def _cell(there: Standing, far: str) -> str:
    if not there.judged:
        return f'<td class="count quiet"{far}>－</td>'
    count = f"<b>{there.undone}</b>" if there.undone else "0"
    return f'<td class="count"{far} style="background:{ground(there)}">{count}／{there.judged}{doubt(there)}</td>'


def _line(shown: Sequence[Standing]) -> str:
    step = (LINE_WIDTH - 2 * EDGE) / max(len(shown) - 1, 1)
    places = [
        (EDGE + at * step, LINE_HEIGHT - EDGE - (LINE_HEIGHT - 2 * EDGE) * (there.share or 0.0))
        for at, there in enumerate(shown)
        if there.judged
    ]
    if len(places) < 2:
        return ""
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    x, y = places[-1]
    return (
        f'<svg width="{LINE_WIDTH}" height="{LINE_HEIGHT}" aria-hidden="true">'
        f'<polyline points="{line}" fill="none" stroke="{picture.tone_of(SLATE)}" stroke-width="2"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{picture.tone_of(RED)}"/></svg>'
    )
