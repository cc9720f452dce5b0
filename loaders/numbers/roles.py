"""Whether a number is a target or a result follows the words, and the place of the cell where the words leave it open."""

import re
from collections.abc import Sequence

from loaders.model import Kind, Role
from loaders.numbers.labels import roles, segments
from loaders.numbers.readings import Reading

_GOAL = r"(?:目標(?:値|額|数|率|量|件数|回数|人数)?|ノルマ)"
# Words right before a number that say what it is, in any year's cell, each with an example; the first that fits decides.
_BEFORE = (
    (re.compile(rf"{_GOAL}(?:の|である|とする|として(?:いた)?|に掲げた)?[はをが:]? ?$"), Role.TARGET, "目標の10回に対し"),
    (re.compile(r"(?:実績|結果)[値数]?[はをが:]? ?$"), Role.RESULT, "実績8回"),
)
# The same in an evaluation alone: what was planned, and what was counted in another year.
_BEFORE_IN_RESULT = (
    (
        re.compile(
            r"(?<!の)(?:(?:計画|予定)(?:した|していた)|予定(?:の|数|では)?|計画[値数])[はを:]? ?$|(?:^|[。、(\s])計画 ?$"
        ),
        Role.TARGET,
        "予定していた4回のうち3回",
    ),
    (re.compile(r"(?:一?昨年度?|前年度?|前々年度?|前回)(?:の?実績|末)?[はがの:]? ?$"), Role.BASELINE, "18.1(前年は15.6)"),
)
_PLANNED_THEN = re.compile(
    r"[^。、]{0,12}(?:(?:予定|計画)(?:して|であっ|だっ|でし)|見込(?:んで|みで))"
    r"|の(?:予定|計画)(?:のところ|のうち|に対し|から|が|を|だった|であった)"
)
_AIM = re.compile(r"(?:とする|を目指す|を維持する|を確保する)$")
_BEHIND_ARROW = re.compile(r"[→⇒➡]\s*(?:[^\d、。]{0,6}(?:\d{1,2}|元)年度?末?)?\s*$")
_BECAME = re.compile(r"[^\d。]{0,6}[→⇒➡]|から約?[\d,.]+[^\d。、]{0,4}(?:に|へ|まで)(?!対|つい)")
_DONE = re.compile(r"(?:た|ました)[)」]?$")
_ANNUAL = re.compile(r"年間|毎月|毎週")
_EACH_YEAR = re.compile(r"毎年|各年度")
_ONE_YEAR = re.compile(r"[(](?:令和|平成|[RH])?\.?(?:\d{1,2}|元)年度?")
_AIMED_AT = re.compile(
    r"までに|目標|目指|(?:を|に)(?:維持|確保|達成|拡大|増や|引き上げ|削減|抑え)(?!し(?:た|て))|以上と(?:する|し)"
)


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
    for pattern, role, _ in (*_BEFORE, *(_BEFORE_IN_RESULT if kind is Kind.RESULT else ())):
        if pattern.search(reading.before):
            return role, "words_before"
    if kind is Kind.RESULT and _PLANNED_THEN.match(reading.behind):
        return Role.TARGET, "planned_then"
    if kind is Kind.RESULT and _BECAME.match(reading.behind):
        return Role.BASELINE, "became"
    if named:
        return named[0], "label"
    if kind is Kind.RESULT:
        return Role.RESULT, "place"
    return (Role.RESULT, "done") if _is_done(reading) else (Role.TARGET, "place")


def _base_role(reading: Reading, named: Sequence[Role]) -> tuple[Role, str]:
    """現状 is a baseline, 目標 a goal for the end of the plan, unless it stands for every year (年間15,000件を維持する)."""
    roles_so_far = [named[0]] if named else _roles_before(reading)
    role = roles_so_far[-1] if roles_so_far else Role.FINAL_GOAL if _is_aimed_at(reading) else Role.BASELINE
    if role is Role.FINAL_GOAL and _is_annual(reading):
        return Role.TARGET, "annual_goal"
    return role, "label" if roles_so_far else "place"


def _is_annual(reading: Reading) -> bool:
    """Tell whether a goal holds for each year: 年間15,000件を維持する; not 年間90,000冊(令和3年度), which names its year."""
    words = reading.text[reading.sentence_start : reading.amount.end]
    if _EACH_YEAR.search(words):
        return True
    is_yearly = not reading.heading and (reading.amount.is_frequency or _ANNUAL.search(words))
    return bool(is_yearly) and not _ONE_YEAR.match(reading.text, reading.amount.end)


def _is_aimed_at(reading: Reading) -> bool:
    """Tell whether the words around a number of 現状及び事業目標 aim at it: 50校を目指す, 642g → 580g; not 36.9%、目標50%."""
    before = re.split(r"[。、]", reading.text[reading.sentence_start : reading.amount.start])[-1]
    behind = re.split(r"[\d。、,→⇒➡]", reading.behind, maxsplit=1)[0]
    sentence = reading.text[reading.sentence_start : reading.segment.end].partition("。")[0]
    aims = (_BEHIND_ARROW.search(before), _AIMED_AT.search(before + behind), _AIM.search(sentence))
    return any(found is not None for found in aims)


def _roles_before(reading: Reading) -> list[Role]:
    earlier = segments(reading.text[: reading.segment.start], heading=reading.heading)
    named = [roles(segment.tag.words, Kind.BASELINE_GOAL) for segment in earlier if segment.tag]
    return [found[0] for found in named if found]


def _is_done(reading: Reading) -> bool:
    """Tell whether the words report what was done: 129台導入した, or a past sentence before the label (努めた。【回数】1回)."""
    if reading.is_tagged and reading.segment.tag:
        sentence = reading.text[: reading.segment.tag.start].rstrip()
        return sentence.endswith("。") and _DONE.search(sentence[:-1]) is not None
    sentence, stop, _ = reading.behind.partition("。")
    return bool(stop) and _DONE.search(sentence) is not None
