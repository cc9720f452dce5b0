"""現状及び事業目標 says where a number stands and where it shall be: 3施設。全22施設への整備を令和2年度までに終える."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.model import Comparator, Kind, Role
from loaders.numbers.giving_way import gives_way, has_arrow_behind, without_years
from loaders.numbers.labels import roles, segments
from loaders.numbers.readings import ReadAmount
from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS
from loaders.prose.eras import ANY_ERA_YEAR, ERA, find_fiscal_year
from loaders.prose.vocabulary import load_signs, words_of


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/base_goals.toml tells what each means, with examples."""

    aim: Pattern
    aimed_at: Pattern
    aimed_behind: Pattern
    doing: Pattern
    made_so: Pattern
    is_now: Pattern
    and_now: Pattern
    in_a_year: Pattern
    annual: Pattern
    each_year: Pattern
    reached: Pattern
    done: Pattern
    next_label: Pattern
    from_before: Pattern
    into: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))
# The rule of a number whose label nobody knows, but which stands where a goal does.
BEHIND_STATE: Final = "behind_state"
_LIMITS = (Comparator.AT_LEAST, Comparator.AT_MOST)
_ENDS_STATEMENT = Pattern(r" ?(?:[(][^()]*[)])? ?(?:$|[。、【・])")
_ARROW = Pattern(f"[{ARROWS}]")
_BEHIND_ARROW = Pattern(rf"[{ARROWS}]\s*(?:[^\d、。]{{0,6}}(?:\d{{1,2}}|元)年度?末?)?\s*$")
_YEAR_IN_NOTE = Pattern(rf"[(]({ERA}?(?:\d{{1,2}}|元|20\d\d)(?:年度?)?末?)(?:現在|時点)?[)]")
# A goal is some years ahead of what it starts from: 14箇所(平成30年度末)、20箇所(令和4年度末).
_YEARS_AHEAD = 3
_YEAR_BEFORE = Pattern(rf"({ANY_ERA_YEAR})(?:年度?)?末?(?:時点)?[)\]】]?\s*[:はが]?\s*(?:約|延べ|累計|[▲△])?\s*$")
_YEARS = Pattern(ANY_ERA_YEAR)
_ONE_YEAR = Pattern(rf"[(]{ERA}?(?:\d{{1,2}}|元)年度?")


def base_role(reading: ReadAmount, named: Sequence[Role]) -> tuple[Role, str]:
    """現状 is a baseline, 目標 a goal for the end of the plan, unless it stands for every year (年間15,000件を維持する)."""
    if not named and _stands_behind_state(reading):
        return Role.FINAL_GOAL, BEHIND_STATE
    roles_so_far = [named[0]] if named else _roles_before(reading)
    if not named and roles_so_far[-1:] == [Role.BASELINE] and _has_unknown_label(reading):
        roles_so_far = []
    role = roles_so_far[-1] if roles_so_far else Role.FINAL_GOAL if _is_aimed_at(reading) else Role.BASELINE
    if role is Role.FINAL_GOAL and _is_annual(reading):
        return Role.TARGET, "annual_goal"
    return role, "label" if roles_so_far else "place"


def _is_annual(reading: ReadAmount) -> bool:
    """Tell whether a goal holds for each year: 年間15,000件を維持する; not 年間90,000冊(令和3年度), which names its year.

    Nor does a level that is to be reached: 年間利用者を5万人まで拡大する.
    """
    words = reading.text[reading.sentence_start : reading.amount.end]
    if _SIGNS.each_year.search(words):
        return True
    is_yearly = not reading.heading and (reading.amount.is_frequency or _SIGNS.annual.search(words))
    if _SIGNS.reached.match(reading.behind):
        return False
    return bool(is_yearly) and not _ONE_YEAR.match(reading.text, reading.amount.end)


def _is_aimed_at(reading: ReadAmount) -> bool:
    """Tell whether the words around a number of 現状及び事業目標 aim at it: 50校を目指す, 642g → 580g; not 36.9%、目標50%."""
    if gives_way(reading) or has_arrow_behind(reading) or _SIGNS.is_now.search(reading.before):
        return False
    sentence_before = reading.text[reading.sentence_start : reading.group_start]
    before = re.split(r"[。、]", reading.text[reading.sentence_start : reading.amount.start])[-1]
    words = without_years(reading.behind)
    behind, next_sign, _ = re.split(rf"([\d。、,{ARROWS}]|$)", words, maxsplit=1)
    if next_sign.isdecimal():
        behind = _SIGNS.next_label.sub("", behind)
    sentence = reading.text[reading.sentence_start : reading.segment.end].partition("。")[0]
    aims = (
        _SIGNS.from_before.search(before) and _SIGNS.into.match(words),
        _BEHIND_ARROW.search(before),
        _SIGNS.aimed_at.search(before + behind),
        _SIGNS.aimed_behind.match(words),
        _SIGNS.doing.match(words),
        _SIGNS.made_so.match(words),
        _SIGNS.aim.search(sentence) and not _SIGNS.and_now.search(sentence, len(sentence_before)),
    )
    whole = reading.text[reading.text.rfind("。", 0, reading.group_start) + 1 : reading.group_start]
    is_behind_only_arrow = len(_ARROW.findall(reading.text)) == 1 and _ARROW.search(whole) is not None
    is_limit = reading.amount.comparator in _LIMITS and _ENDS_STATEMENT.match(reading.behind) is not None
    is_then = _SIGNS.in_a_year.search(sentence_before) is not None and not _SIGNS.done.search(sentence)
    return any(aims) or is_behind_only_arrow or is_limit or is_then or _is_of_later_year(reading, sentence_before)


def _is_of_later_year(reading: ReadAmount, before: str) -> bool:
    """Tell whether the note behind a number, or the words before it, name a year well ahead of another's before it.

    14箇所(平成30年度末)、20箇所(令和4年度末), H30末14,820 R10末11,500以下.
    """
    own = _YEAR_IN_NOTE.match(reading.text, reading.group_end)
    if own is not None:
        return _is_ahead(own[1], _YEAR_IN_NOTE.findall(before))
    stated = _YEAR_BEFORE.search(reading.text[: reading.group_start])
    return stated is not None and _is_ahead(stated[1], _YEARS.findall(reading.text[: stated.start()]))


def _is_ahead(year: str, others: Iterable[str]) -> bool:
    own = find_fiscal_year(year)
    known = [then for other in others if (then := find_fiscal_year(other)) is not None]
    return own is not None and any(then + _YEARS_AHEAD <= own for then in known)


def _has_unknown_label(reading: ReadAmount) -> bool:
    """Tell whether a label of its own that says nothing of its role parts a number from the state that is told before it."""
    tag = reading.segment.tag
    return tag is not None and tag.is_printed and not roles(tag.words, Kind.BASELINE_GOAL)


def _stands_behind_state(reading: ReadAmount) -> bool:
    """Tell whether the second of two labels must be the goal's, whatever it is called: 【現況】2基【到達点】6基.

    Both numbers stand right behind their labels, in one unit: else the second label may be of something else that is counted.
    """
    tag, unit = reading.segment.tag, reading.amount.unit
    if tag is None or not tag.is_printed or reading.before.strip() or reading.size != 1 or unit is None:
        return False
    parts = list(segments(reading.text, heading=reading.heading))
    labelled = [part for part in parts if part.tag is not None]
    if len(labelled) != 2 or labelled[1].tag != tag or parts[0].tag is None:
        return False
    state = labelled[0]
    named = roles(state.tag.words, Kind.BASELINE_GOAL) if state.tag else ()
    stated = re.match(rf"\s*\d[\d,]*(?:\.\d+)?{re.escape(unit)}", reading.text[state.start : state.end])
    return named == (Role.BASELINE,) and stated is not None


def _roles_before(reading: ReadAmount) -> list[Role]:
    earlier = segments(reading.text[: reading.segment.start], heading=reading.heading)
    named = [roles(segment.tag.words, Kind.BASELINE_GOAL) for segment in earlier if segment.tag]
    return [found[0] for found in named if found]
