"""What is odd is shown with its words side by side: each card leads to the initiative and marks what differs or is meant."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from dashboard.drawing import entries, insight_tables, picture, wide_tables
from dashboard.facts.contradictions import Contradiction
from dashboard.facts.copies import Copy, Stretch
from dashboard.facts.series import Series
from dashboard.facts.target_moves import Move
from dashboard.frame import links
from dashboard.saying import target_words
from dashboard.text import differences, inline, words
from dashboard.text.markdown import link, verbatim


def moved(same: Sequence[Series], moves: Iterable[Move]) -> str:
    """Return an indicator whose target was moved, with every year beside it, and the other rows that tell the same of it."""
    one, *others = same
    head = entries.entry(one.number, verbatim(one.heading), verbatim(words.of_section(one.activity, one.department)))
    head += "".join(_line(f"同じ取組：{_led(other)}") for other in others)
    told = [
        _line(
            f"**{target_words.move_text(move, one.unit)}**　{target_words.against_old(move, one.unit)}"
            f"{target_words.told_late(move)}  \n原文：{verbatim(target_words.sources(move))}"
        )
        for move in moves
    ]
    return head + "".join(told) + wide_tables.markup(insight_tables.years(one), f"{one.heading}の年度別の目標と実績", {})


def _led(one: Series) -> str:
    told = words.of_section(f"番号{one.number} {one.activity}", one.department)
    return link(told, links.initiative_address(one.number))


def copied(group: Sequence[Stretch]) -> str:
    """Return an initiative's evaluations that repeat themselves."""
    first = group[0].copies[0]
    said = [_same_words(each) if each.is_same else _side_by_side(each.copies[0], words.KINDS["result"]) for each in group]
    return _head(first) + "".join(said)


def plan_copied(copy: Copy) -> str:
    """Return a plan beside the evaluation that repeats it."""
    return _head(copy) + _line(verbatim(copy.message)) + _side_by_side(copy, words.KINDS["plan"])


def contradicted(one: Contradiction) -> str:
    """Return a contradiction with the quoted words marked on both sides."""
    sides = [
        f"{side.place}：{differences.stressed(side.text, side.quoted) or words.STATUSES['not_reported'].label}"
        for side in one.sides
    ]
    return _head(one) + _line(f"**{one.label}　{one.kind_text}**：{verbatim(one.message)}") + _beside(*sides)


def draw(cards: Iterable[str], key: str) -> None:
    """Draw cards as one picture. `key` is unique on the page."""
    picture.draw(f'<div class="cards">{"".join(f"<div>{card}</div>" for card in cards)}</div>', key=key)


def by_section(found: Mapping[str, Iterable[str]]) -> pd.DataFrame:
    """Return how many of each kind every section has, the most first; `found` holds the sections of each kind's findings."""
    counts = {name: Counter(departments) for name, departments in found.items()}
    total = sum(counts.values(), Counter[str]())
    names = sorted(total, key=lambda name: (-total[name], name))
    return pd.DataFrame(
        [{"担当課": name} | {kind: counts[kind][name] for kind in found} | {"計": total[name]} for name in names]
    )


def _head(one: Copy | Contradiction) -> str:
    return entries.entry(
        one.number, verbatim(one.activity), verbatim(words.spaced(words.section(one.department), one.program.strip()))
    )


def _same_words(stretch: Stretch) -> str:
    years = "・".join(stretch.labels)
    lines = [
        f"**{years}　＝ {differences.SAME}（{len(stretch.labels)}年分）**　{stretch.copies[-1].status_text}",
        f"{words.KINDS['result']}：{verbatim(stretch.copies[-1].now)}",
        *(f"**{words.SEVERITIES['warning']}**：{verbatim(message)}" for message in stretch.messages),
    ]
    return "".join(map(_line, lines))


def _side_by_side(copy: Copy, before: str) -> str:
    """Return two texts with what differs marked in both."""
    changed = differences.changes(copy.before, copy.now)
    sign, after = "＝" if copy.grade == differences.SAME else "≒", words.KINDS["result"]
    return _line(f"**{copy.before_label} {before} → {copy.label} {after}　{sign} {copy.grade}**　{copy.status_text}") + _beside(
        f"{copy.before_label} {before}：{differences.struck(copy.before, changed.before)}",
        f"{copy.label} {after}：{differences.stressed(copy.now, changed.after)}",
    )


def _line(said: str) -> str:
    return f"<p>{inline.markup(said)}</p>"


def _beside(*said: str) -> str:
    return f'<div class="beside">{"".join(map(_line, said))}</div>'
