"""Promises are seen on the years by which they are due, a row an initiative, overdue ones on top."""

from collections.abc import Mapping, Sequence

from dashboard.drawing import picture
from dashboard.drawing.picture import said
from dashboard.facts.promises import ORDER, PromiseOutcome, pressing
from dashboard.saying.step_words import came
from dashboard.text import words


def timeline(found: Sequence[PromiseOutcome], labels: Mapping[int, str], now: int) -> str:
    """Return promises as signs with what is promised, a column a year by which any is due; `now` is the year in question."""
    years = dict(sorted({one.due_year: one.due_label for one in found}.items()))
    by_number: dict[int, list[PromiseOutcome]] = {}
    for one in pressing(found):
        by_number.setdefault(one.number, []).append(one)
    head = "".join(f'<th scope="col"{_now(year, now)}>{said(label)}</th>' for year, label in years.items())
    rows = []
    for number, its in list(by_number.items())[: picture.room(len(by_number))]:
        cells = "".join(
            f"<td{_now(year, now)}>{''.join(_sign(one, labels) for one in its if one.due_year == year)}</td>" for year in years
        )
        name = f'{number} {said(its[0].activity)} <span class="quiet">{said(words.section(its[0].department))}</span>'
        rows.append(f'<tr><th scope="row">{picture.to_initiative(name, number)}</th>{cells}</tr>')
    states = [state for state in ORDER if any(one.state == state for one in found)]
    key = picture.key_line((_mark(state), words.PROMISE_STATES[state].label) for state in states)
    return (
        f'{key}<div class="scroll"><table class="ahead promised"><thead><tr><th scope="col">実施事業</th>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>{picture.left_out(len(by_number) - len(rows))}"
    )


def _now(year: int, now: int) -> str:
    return ' class="now"' if year == now else ""


def _sign(one: PromiseOutcome, labels: Mapping[int, str]) -> str:
    doubt = f' <span class="quiet">{said(words.DOUBTFUL.symbol)}</span>' if one.is_doubtful else ""
    told = f"{one.due_label_ja}：{one.what}　{came(one, labels)}　もとのことば「{one.quote}」"
    by = f'<span class="by quiet">{said(one.due_label)}まで </span>'
    return f'<span class="due" title="{said(told)}">{by}{_mark(one.state)} {said(words.short(one.what, 14))}{doubt}</span>'


def _mark(state: str) -> str:
    word = words.PROMISE_STATES[state]
    return f'<i class="sign" style="--fill:{picture.tone_of(word.tone)}">{said(word.symbol)}</i>'
