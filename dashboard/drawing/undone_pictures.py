"""What was left undone is seen as rows of years with joined runs, beside it why; a row is chosen to read its words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from dashboard.drawing import overview_pictures, picture
from dashboard.drawing.picture import said
from dashboard.facts import next_plan
from dashboard.facts.undone_years import InitiativeYear, InitiativeYears, run_told
from dashboard.text import words

PAGE: Final = "unmet"
ROW: Final = "row"
REASON: Final = "reason"
CHOSEN: Final = "chosen"


def matrix(groups: Iterable[tuple[str, Sequence[InitiativeYears]]], year: int, chosen: int | None) -> str:
    """Return rows of years under the heading of their group, each with how long, why, and what the next plan does with it.

    `chosen` is the number of the row whose words are shown.
    """
    parts = []
    labels: list[str] = []
    groups = list(groups)
    room, hidden = picture.room(sum(len(rows) for _, rows in groups)), 0
    for heading, rows in groups:
        if not labels and rows:
            labels = [one.label for one in rows[0].years if one.status is not None]
        count = len(labels) + 4
        parts.append(
            f'<tr role="row"><th colspan="{count}" scope="colgroup" class="group">{said(heading)}（{len(rows)}件）</th></tr>'
        )
        parts += [_row(row, year, chosen) for row in rows[:room]]
        hidden += len(rows[room:])
        room = max(0, room - len(rows))
    years = "".join(f'<th scope="col" class="year">{said(label)}</th>' for label in labels)
    head = (
        f'<th scope="col">取組</th>{years}<th scope="col">続いた年数</th><th scope="col">次の計画</th><th scope="col">理由</th>'
    )
    # On a phone a row is laid out on two lines: its roles say that it is one all the same.
    kind = f'class="undone" role="table" style="--years:{len(labels)}"'
    table = f'<table {kind}><thead><tr role="row">{head}</tr></thead><tbody>{"".join(parts)}</tbody></table>'
    return f'<div class="scroll">{table}</div>{picture.left_out(hidden)}'


def reasons(years: Sequence[InitiativeYear], chosen: Sequence[str]) -> str:
    """Return how many years each reason is given for, as bars from zero; a bar narrows to its reason, and back."""
    counts = Counter(words.reason_text(year.reason) for year in years)
    most = max(counts.values(), default=1)
    rows = []
    for reason, count in sorted(counts.items(), key=lambda pair: (pair[0] == words.NO_REASON, -pair[1], pair[0])):
        fill = "unmet" if reason in chosen else "quiet"
        width = f'<i class="fill" style="width:{100 * count / most:.0f}%;--fill:var(--{fill})"></i>'
        wish = [one for one in chosen if one != reason] if reason in chosen else [*chosen, reason]
        row = f'<span class="name">{said(reason)}</span><span class="track">{width}</span><span class="num">{count}件</span>'
        rows.append(picture.to_filter(row, PAGE, REASON, wish, kind=f"row bar {CHOSEN if reason in chosen else ''}".strip()))
    return f'<div class="rows reasons">{"".join(rows)}</div>'


def _row(row: InitiativeYears, year: int, chosen: int | None) -> str:
    years = [one for one in row.years if one.status is not None]
    cells = []
    for at, one in enumerate(years):
        joined = " joined" if one.is_undone and at and years[at - 1].is_undone else ""
        cells.append(f'<td role="cell" class="year{joined}">{overview_pictures.year_cell(one)}</td>')
    run = run_told(row, year)
    last = run.years[-1]
    after = row.after(last)
    name = picture.to_filter(
        f'{row.number} {said(row.activity)} <span class="quiet">{said(words.section(row.department))}</span>',
        PAGE,
        ROW,
        str(row.number),
    )
    kind = f' class="{CHOSEN}" aria-current="true"' if row.number == chosen else ""
    planned = next_plan.SHORT.get(next_plan.again(last, after), "")
    reason = "・".join(dict.fromkeys(words.reason_text(one.reason) for one in run.years))
    return (
        f'<tr role="row"{kind}><td role="cell" class="what">{name}</td>{"".join(cells)}<td role="cell">{said(run.since)}</td>'
        f'<td role="cell">{said(planned)}</td><td role="cell" class="why">{said(reason)}{said(_waits(run.years))}</td></tr>'
    )


def _waits(years: Sequence[InitiativeYear]) -> str:
    leads = [year.waits_for for year in years if year.waits_for]
    return f"（主担当の{leads[0]}）" if leads else ""
