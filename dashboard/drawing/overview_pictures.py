"""概要 is every matter of the plan in every year, beside it what to talk about today and the targets of every year."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from dashboard.database import queries
from dashboard.database.queries import Filter
from dashboard.drawing import picture
from dashboard.drawing.picture import said
from dashboard.facts import board, tree
from dashboard.facts.board import Matter
from dashboard.facts.standing import UNDONE
from dashboard.facts.sums import Sum
from dashboard.text import words
from dashboard.text.colours import RED, SLATE, Tone
from dashboard.text.records import Record, known
from dashboard.text.words import Word

BEFORE: Final = Word("評価前", "□", SLATE, "その年度の評価がまだない。")
# What was done stays quiet, so that what was left undone, and what ended, is seen.
FILLED: Final = ("met", "unmet", "closed")
FIRST_MATTERS: Final = 5
# So many have room for their names beside what to talk about.
MOST_NAMED: Final = 32
WORST_FIRST: Final = "未達・繰越の年度が多いもの"
BAR_WIDTH, BAR_HEIGHT, BAR_STEP, LABEL_WIDTH = 380, 22, 30, 34


def asked_first(judged: Filter, everything: Filter) -> str:
    """Return the first matters to talk about of what the filter lets through."""
    return first_matters(queries.records("agenda", judged), queries.read(board.read, "board", everything))


def asked(chosen: Filter, year: int) -> str:
    """Return the matrix of what the filter lets through, with the meaning of its signs."""
    matters = queries.read(board.read, "board", chosen)
    return key(matters) + matrix(matters, year, tree.part_names())


def matrix(matters: Sequence[Matter], year: int, names: Mapping[str, str], *, most_named: int = MOST_NAMED) -> str:
    """Return every matter as a strip of its years, goal by goal; each strip leads to its initiative.

    `names` are those of goals, by code. Few matters (`most_named`) are told by name; of too many those that were left undone
    most often stand for their goal.
    """
    parts, goals = [], board.by_goal(matters)
    # Two strips stand in the room of a row.
    most = picture.room(len(matters), max(1, 2 * picture.FIRST_ROWS // max(1, len(goals))))
    for goal, own in goals.items():
        heading = f"目標{goal} {names.get(goal, '')}".strip() if goal else "実施事業"
        undone = board.undone(own, year)
        note = f'<span class="bad">未達・繰越{undone}</span>' if undone else "未達・繰越0"
        shown = own if len(own) <= most else sorted(own, key=board.undone_years, reverse=True)[:most]
        drawn = named(shown) if len(matters) <= most_named else strips_of("".join(map(_strip, shown)))
        strips = drawn + picture.left_out(len(own) - len(shown), WORST_FIRST)
        parts.append(f'<section class="part"><h3>{said(heading)} <small>{len(own)}件　{note}</small></h3>{strips}</section>')
    return "".join(parts)


def named(matters: Iterable[Matter]) -> str:
    """Return matters as rows: numbers and name, and a sign a year."""
    return f'<div class="matters by-name">{"".join(map(_named, matters))}</div>'


def _named(one: Matter) -> str:
    cells = "".join(map(year_cell, one.years))
    numbers = "・".join(map(str, one.numbers))
    markup = f'<span class="what">{said(numbers)} {said(one.activity)}</span><span class="dots">{cells}</span>'
    return picture.to_initiative(markup, one.number, kind="matter named")


def strips_of(strips: str) -> str:
    """Return strips in as many columns as there is room for."""
    return f'<div class="strips">{strips}</div>'


def key(matters: Sequence[Matter]) -> str:
    """Return what the signs of the matrix mean, those that occur."""
    years = [year for one in matters for year in one.years]
    shown = {year.status for year in years}
    parts = [
        (picture.cell(word, is_hollow=code not in FILLED), word.label) for code, word in words.STATUSES.items() if code in shown
    ]
    if any(year.is_carried_over for year in years):
        parts.append((picture.cell(words.STATUSES["unmet"], is_again=True), words.CARRIED_OVER.label))
    if None in shown:
        parts.append((picture.cell(BEFORE, is_hollow=True), BEFORE.label))
    if any(year.is_doubtful for year in years):
        parts.append((picture.cell(words.STATUSES["implemented"], is_hollow=True, is_doubtful=True), words.DOUBTFUL.label))
    return picture.key_line(parts)


def first_matters(items: Sequence[Record], matters: Sequence[Matter]) -> str:
    """Return the first matters to talk about, of the frame `agenda`, as rows under their heading."""
    if not items:
        return f'<h3>今日話し合うこと</h3><p class="quiet">{UNDONE}の事業はありません。</p>'
    shown = items[:FIRST_MATTERS]
    numbers = {int(item["number"]) for item in shown}
    title = f"<h3>今日話し合うこと <small>{len(items)}件中{len(shown)}件、長い順</small></h3>"
    return title + agenda(shown, {one.number: one for one in matters if one.number in numbers})


def agenda(items: Sequence[Record], matters: Mapping[int, Matter]) -> str:
    """Return what to talk about as rows: what, whose, why, and a sign a year."""
    return f'<div class="matters">{"".join(_agenda(item, matters.get(int(item["number"]))) for item in items)}</div>'


def sums(found: Mapping[int, Sum]) -> str:
    """Return the targets of every evaluated year as bars from zero, by what became of them."""
    shown = [one for one in found.values() if one.is_evaluated]
    most = max((one.targets for one in shown), default=1)
    height = BAR_STEP * len(shown) + 2
    bars = "".join(_sum_bar(one, at * BAR_STEP, most) for at, one in enumerate(shown))
    spoken = "。".join(f"{one.label}は{one.text}" for one in shown)
    present = [code for code in words.TARGET_STATES if any(one.states[code] for one in shown)]
    parts = [(_swatch(code), words.TARGET_STATES[code].text) for code in present]
    box = f'viewBox="0 0 {BAR_WIDTH + LABEL_WIDTH} {height}" width="100%"'
    return f'<svg {box} role="img" aria-label="{said(spoken)}">{bars}</svg>{picture.key_line(parts)}'


def spoken(matters: Sequence[Matter], year: int) -> str:
    """Return the matrix as a sentence for those who hear it."""
    parts = [f"目標{goal}は{len(own)}件中{board.undone(own, year)}件" for goal, own in board.by_goal(matters).items()]
    return f"未達・繰越は、{'、'.join(parts)}です。"


def _strip(one: Matter) -> str:
    cells = "".join(map(year_cell, one.years))
    number = f"{one.number}+" if len(one.numbers) > 1 else f"{one.number}"
    label = f"番号{'・'.join(map(str, one.numbers))} {words.of_section(one.activity, one.owner)}{_years_text(one)}"
    return picture.to_initiative(f'<span class="no">{number}</span>{cells}', one.number, label=label, kind="strip")


class Judged(Protocol):
    """A year of an initiative or a matter, as far as its sign goes."""

    @property
    def status(self) -> str | None:
        """What became of it; None in a year without an evaluation column."""

    @property
    def is_carried_over(self) -> bool:
        """Whether it was left undone and goes on."""

    @property
    def is_doubtful(self) -> bool:
        """Whether the judgement is to be checked."""


def year_cell(year: Judged) -> str:
    """Return a year as a sign on its colour: hollow before an evaluation, underlined where carried over, hatched in doubt."""
    if year.status is None:
        return picture.cell(BEFORE, is_hollow=True)
    word = words.STATUSES[year.status]
    return picture.cell(word, is_hollow=year.status not in FILLED, is_doubtful=year.is_doubtful, is_again=year.is_carried_over)


def _years_text(one: Matter) -> str:
    said_of = [
        f"{year.label} {words.STATUSES[year.status].label}{'・繰越' if year.is_carried_over else ''}"
        for year in one.years
        if year.status
    ]
    return "：" + "、".join(said_of)


def _agenda(item: Record, matter: Matter | None) -> str:
    dots = "".join(year_cell(year) for year in matter.years if year.status) if matter else ""
    reason = known(item["reason"])
    why = [words.REASONS[reason] if reason else words.NO_REASON]
    if waiting := known(item["waiting"]):
        why.append(f"待つ課：{waiting}")
    elif lead := known(item["waits_for"]):
        why.append(f"主担当の{lead}を待つ")
    if item["undone_run"] > 1:
        why.append(f"{int(item['undone_run'])}年連続")
    markup = (
        f'<span class="what">{int(item["number"])} {said(item["activity"])}</span><span class="dots">{dots}</span>'
        f'<span class="why">{said(words.spaced(words.section(item["department"]), "／".join(why)))}</span>'
    )
    return picture.to_initiative(markup, int(item["number"]), kind="matter")


def _sum_bar(one: Sum, top: float, most: int) -> str:
    x = float(LABEL_WIDTH)
    parts = [f'<text x="0" y="{top + 16}">{said(one.label)}</text>']
    for code, word in words.TARGET_STATES.items():
        count = one.states[code]
        width = (BAR_WIDTH - 30) * count / most
        if count:
            parts.append(_bar_part(code, word.tone, x, top, width))
            label = f"{word.symbol}{count}" if width > 40 else f"{count}"
            filled = code in ("met", "missed", "closed")
            colour = "var(--on)" if filled else "var(--ink)"
            if width >= 9 * len(str(count)):
                parts.append(
                    f'<text x="{x + width / 2:.1f}" y="{top + 16}" text-anchor="middle" style="fill:{colour}">{label}</text>'
                )
        x += width
    parts.append(f'<text x="{x + 6:.1f}" y="{top + 16}">{one.targets}</text>')
    return "".join(parts)


def _bar_part(code: str, tone: Tone, x: float, top: float, width: float) -> str:
    colour = picture.tone_of(RED if code == "not_carried_out" else tone)
    fill = colour if code in ("met", "missed", "closed") else "none"
    dash = ' stroke-dasharray="3 2"' if code in ("no_number", "forecast") else ""
    place = f'x="{x + 1:.1f}" y="{top}" width="{max(width - 2, 1):.1f}" height="{BAR_HEIGHT}"'
    return f'<rect {place} fill="{fill}" stroke="{colour}" stroke-width="1.5"{dash}/>'


def _swatch(code: str) -> str:
    part = _bar_part(code, words.TARGET_STATES[code].tone, 0, 0, 20)
    inline = 'width="14" height="12" style="display:inline-block" aria-hidden="true"'
    return f'<svg {inline}><g transform="scale(.5)">{part}</g></svg>'
