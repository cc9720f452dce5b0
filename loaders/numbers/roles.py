"""Whether a number is a target or a result follows the words, and the place of the cell where the words leave it open."""

import re
from collections.abc import Sequence

from loaders.model import Kind, Role
from loaders.numbers.labels import roles, segments
from loaders.numbers.readings import Reading

_BEFORE = (
    (re.compile(r"目標(?:値|数|件数|回数|人数)?[はをが:]? ?$"), Role.TARGET, "目標10回に対し"),
    (re.compile(r"(?:実績|結果)[値数]?[はをが:]? ?$"), Role.RESULT, "実績8回"),
)
_PLANNED_THEN = re.compile(r"[^。、]{0,12}(?:予定|計画)(?:して|であっ|だっ|でし)")
_DONE = re.compile(r"(?:た|ました)[)」]?$")
_ANNUAL = re.compile(r"年間|毎年|毎月|毎週|各年度")
_AIMED_AT = re.compile(r"までに|目標|目指")


def role_of(reading: Reading, kind: Kind) -> tuple[Role, str]:
    """Return a number's role in a cell of `kind`, and the name of the rule that decided it."""
    if reading.amount.change:
        return Role.CHANGE, "change"
    named = roles(reading.segment.tag.words, kind) if reading.segment.tag else ()
    if reading.size == 2:
        pair = named if len(named) == 2 else (Role.RESULT, Role.TARGET)
        return pair[reading.position], "pair"
    if kind is Kind.BASELINE_GOAL:
        return _base_role(reading, named)
    for pattern, role, _ in _BEFORE:
        if pattern.search(reading.before):
            return role, "words_before"
    if named:
        return named[0], "label"
    if kind is Kind.RESULT:
        return (Role.TARGET, "planned_then") if _PLANNED_THEN.match(reading.behind) else (Role.RESULT, "place")
    return (Role.RESULT, "done") if _is_done(reading) else (Role.TARGET, "place")


def _base_role(reading: Reading, named: Sequence[Role]) -> tuple[Role, str]:
    """現状 is a baseline, 目標 a goal for the end of the plan, unless it stands for every year (年間15,000件を維持する)."""
    sentence = reading.text[reading.sentence_start : reading.segment.end].partition("。")[0]
    roles_so_far = [named[0]] if named else _roles_before(reading)
    role = roles_so_far[-1] if roles_so_far else Role.FINAL_GOAL if _AIMED_AT.search(sentence) else Role.BASELINE
    is_annual = reading.amount.is_frequency or _ANNUAL.search(reading.text[reading.sentence_start : reading.amount.end])
    if role is Role.FINAL_GOAL and is_annual:
        return Role.TARGET, "annual_goal"
    return role, "label" if roles_so_far else "place"


def _roles_before(reading: Reading) -> list[Role]:
    earlier = segments(reading.text[: reading.segment.start])
    named = [roles(segment.tag.words, Kind.BASELINE_GOAL) for segment in earlier if segment.tag]
    return [found[0] for found in named if found]


def _is_done(reading: Reading) -> bool:
    """Tell whether the words report what was done: 129台導入した, or a past sentence before the label (努めた。【回数】1回)."""
    if reading.is_tagged and reading.segment.tag:
        sentence = reading.text[: reading.segment.tag.start].rstrip()
        return sentence.endswith("。") and _DONE.search(sentence[:-1]) is not None
    sentence, stop, _ = reading.behind.partition("。")
    return bool(stop) and _DONE.search(sentence) is not None
