"""What is due is seen as signs on the months ahead, a row a section: what is overdue stands to the left of this month."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from dashboard.drawing import picture
from dashboard.drawing.picture import said
from dashboard.facts.steps import NOBODY, ORDER, OVERDUE, UNDATED, Listed, by_section
from dashboard.saying.step_words import when
from dashboard.text.words import Word

MONTHS: Final = 7
LATE, AFTER, NEVER = OVERDUE.label, "その後", UNDATED.label


def months(today: date) -> list[str]:
    """Return the months ahead as they are said, this one first; January says its year.

    >>> months(date(2026, 11, 29))[:3]
    ['11月', '12月', '27年1月']
    """
    found = []
    for ahead in range(MONTHS):
        years, month = divmod(today.month - 1 + ahead, 12)
        found.append(f"{(today.year + years) % 100}年{month + 1}月" if ahead and month == 0 else f"{month + 1}月")
    return found


def column(one: Listed, today: date) -> int:
    """Return the column of a step: 0 what is overdue, then the months, then what is later, then what has no day."""
    due = one.step.due
    if one.state is OVERDUE:
        return 0
    if due is None:
        return MONTHS + 2
    ahead = (due.year - today.year) * 12 + due.month - today.month
    return 1 + max(0, min(ahead, MONTHS))


def timeline(found: Sequence[Listed], today: date) -> str:
    """Return open steps as signs, a row a section and a column a month."""
    still = [one for one in found if one.is_open]
    heads = [LATE, *months(today), AFTER, NEVER]
    used = [at for at in range(len(heads)) if 1 <= at <= MONTHS or any(column(one, today) == at for one in still)]
    head = "".join(f'<th scope="col"{" class=now" if at == 1 else ""}>{said(heads[at])}</th>' for at in used)
    rows = []
    for section, steps in by_section(still):
        by_column: Mapping[int, list[Listed]] = {at: [one for one in steps if column(one, today) == at] for at in used}
        cells = "".join(
            f"<td{' class=now' if at == 1 else ''}>{''.join(sign(one, today) for one in by_column[at])}</td>" for at in used
        )
        rows.append(f'<tr><th scope="row">{said(section)}</th>{cells}<td class="num">{len(steps)}件</td></tr>')
    key = picture.key_line((_mark(one), one.label) for one in ORDER[:-1] if any(each.state is one for each in still))
    return (
        f'{key}<div class="scroll"><table class="ahead"><thead><tr><th scope="col">担当課</th>{head}'
        f'<th scope="col">計</th></tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
    )


def sign(one: Listed, today: date) -> str:
    """Return a step's sign as a link to its initiative, which tells what is to be done, by whom and until when."""
    told = f"{one.step.what}（{one.step.whose or NOBODY}、{when(one.step, today)}）　{one.step.number} {one.step.named}"
    if one.number is None:
        return f'<span title="{said(told)}">{_mark(one.state)}</span>'
    return picture.to_initiative(_mark(one.state), one.number, label=told, kind="dot")


def _mark(word: Word) -> str:
    return f'<i class="sign" style="--fill:{picture.tone_of(word.tone)}">{said(word.symbol)}</i>'
