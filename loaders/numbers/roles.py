"""Whether a number is a target or a result follows the words, and the place of the cell where the words leave it open."""

import re
from collections.abc import Sequence

from loaders.model import Comparator, Kind, Place, Role
from loaders.numbers.eras import ERA_LETTER, ERA_NAME, find_fiscal_year
from loaders.numbers.labels import roles, segments
from loaders.numbers.readings import Reading, is_left_over
from loaders.numbers.unit_words import unit_at
from loaders.numbers.units import same_unit

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
            r"(?<!の)(?:(?:計画|予定)(?:した|していた)|予定(?:の|数|では)?|計画[値数])[はを:]? ?$"
            r"|(?:^|[。、(\s]|当初の?)計画 ?$"
        ),
        Role.TARGET,
        "予定していた4回のうち3回",
    ),
    (re.compile(r"見込み?(?:の|数|では|であった|だった|を)$"), Role.TARGET, "見込みの120件を上回った"),
    (re.compile(r"(?:一?昨年度?|前年度?|前々年度?|前回)(?:の?実績|末)?[はがの:]? ?[(]?$"), Role.BASELINE, "18.1(前年は15.6)"),
)
# 15回を予定し、3回実施予定のところ, 3,000人には届かず: an evaluation names the target that it holds its result against.
_PLANNED_THEN = re.compile(
    r"[^。、]{0,12}(?:(?:予定|計画)(?:して|であっ|だっ|でし)|見込(?:んで|みで))"
    r"|(?:を|で)(?:予定|計画)し、"
    r"|の(?:予定|計画)(?:のところ|のうち|に対し|から|が|を|だった|であった)"
    r"|[^。、\d]{0,8}予定(?:のところ|だった)"
    r"|に(?:は)?(?:届か|達しな|達せ|至らな|及ばな|満たな)"
)
_PLAN_AHEAD = re.compile(r"(?:計画|予定|見込み?)(?:の|では)?$")
_HELD_AGAINST = re.compile(r"(?:に(?:対し|比べ|比し)|のところ|のうち)")
_YEAR_BEFORE = re.compile(
    rf"(?P<note>[(])?(?:(?P<year>(?:{ERA_NAME}|{ERA_LETTER})(?:\d{{1,2}}|元)(?:年度)?(?!\d))|(?:前|昨)年度?|前回)(?:末|時点)?(?P<report>の?(?:実績|結果)[値数]?)?"
    r"(?:は|が|の|には?|では)?[:(、 ]?(?:延べ|約|計)?$"
)
_AIM = re.compile(r"(?:とする|を目指す|を維持する|を確保する)$")
_ARROW = re.compile(r"[→⇒➡]")
_IS_NOW = re.compile(r"(?:実績|現状|現況|現在|基準)値?[はが:]? ?$")
_AND_NOW = re.compile(r"(?:て(?:おり|いる|います)|で?あ(?:り|る)|ある|あります)(?:が|ため|ので)?、")
_ENDS_STATEMENT = re.compile(r" ?(?:[(][^()]*[)])? ?(?:$|[。、【・])")
_BEHIND_ARROW = re.compile(r"[→⇒➡]\s*(?:[^\d、。]{0,6}(?:\d{1,2}|元)年度?末?)?\s*$")
_IN_A_YEAR = re.compile(r"年度末?(?:に|まで)は? ?(?:延べ|約)?$")
_YEAR_IN_NOTE = re.compile(rf"[(]((?:{ERA_NAME}|{ERA_LETTER})?(?:\d{{1,2}}|元|20\d\d)(?:年度?)?末?)(?:現在|時点)?[)]")
# A goal is some years ahead of what it starts from: 14箇所(平成30年度末)、20箇所(令和4年度末).
_YEARS_AHEAD = 3
_LIMITS = (Comparator.AT_LEAST, Comparator.AT_MOST)
_ARROW_BEHIND = re.compile(r"[^\d。]{0,6}[→⇒➡]")
_FROM = re.compile(r"(?:程度)?(?:から|を)[^\d。、をして]{0,8}(?P<number>\d[\d,.]*)[万億千]?")
_TO = re.compile(r"(?:以上|以下|以内|程度)?(?:に|へ|まで|と(?=する|し))(?!対|つい)")
_TO_NONE = re.compile(r"(?:から|を)(?:ゼロ|皆無|半数|半減|倍)(?:に|へ|と)")
_DONE = re.compile(r"(?:た|ました)[)」]?$")
_ANNUAL = re.compile(r"(?<!\d)年間|毎月|毎週")
_REACHED = re.compile(r"(?:以上|以下|以内|程度)?(?:まで|に)(?:増や|伸ば|引き?上げ|引き?下げ|高め|減ら|拡大|縮小)")
_EACH_YEAR = re.compile(r"毎年|各年度")
_ONE_YEAR = re.compile(rf"[(](?:{ERA_NAME}|{ERA_LETTER})?(?:\d{{1,2}}|元)年度?")
# A year stands between a goal and its verb (22施設への整備を令和2年度までに終える): it is no other number.
_YEAR = re.compile(
    rf"(?:{ERA_NAME}|{ERA_LETTER})?(?:\d{{1,2}}|元|20\d\d)年(?:度末?)?(?=まで|に|を|間)|\d{{1,2}}月末?(?=まで|に)"
)
_AIMED_BEHIND = re.compile(
    r"[^\d。、,→⇒➡]{0,8}?(?:"
    r"(?:に|へと?|まで|を|ずつ)(?:増や|伸ば|引き?上げ|引き?下げ|高め|上げ|下げ|減ら|縮め|広げ|近づけ|短縮|縮小|縮減|拡充|拡大|再編|増設|増員)"
    r"(?!し?[たて])|(?:に|と)(?:する|します)(?!こと)|を(?:備える|見込む|予定|徹底|終え(?!て|た)))"
)
# A sentence of the base that ends in a verb of doing says what is meant (63,000食を整える), being and having the present.
_DOING = re.compile(
    r"(?:以上|程度)?(?:分)?(?:[をに][^。、\d]{1,12}(?<!てい)(?<!でい)(?<!があ)(?<!であ)(?<!占め)(?<!超え)(?<!回)(?<!抱え)(?<!要す)(?<!有す)"
    r"(?:[るすうくむつぶぐ]|ます)|[一-龥]{2}(?:する|します))(?=。|$)"
)
_AIMED_AT = re.compile(
    r"までに|目標|目指|(?:を|に)(?:維持|確保|達成|拡大|増や|引き上げ|削減|抑え)(?!し(?:た|て))|以上と(?:する|し)"
)


def role_of(reading: Reading, place: Place) -> tuple[Role, str]:
    """Return a number's role in a cell that belongs at `place`, and the name of the rule that decided it."""
    kind = place.kind
    if reading.amount.change:
        return Role.CHANGE, "change"
    named = roles(reading.segment.tag.words, kind) if reading.segment.tag else ()
    if reading.size == 2:
        pair = named if len(named) == 2 else (Role.RESULT, Role.TARGET)
        return pair[reading.position], "pair"
    if kind is Kind.BASELINE_GOAL:
        return _base_role(reading, named)
    if _gives_way(reading):
        return Role.BASELINE, "became"
    if place.year is not None and _is_of_year_before(reading, place.year, kind):
        return Role.BASELINE, "year_before"
    if kind is Kind.RESULT and is_left_over(reading):
        return Role.RESULT, "left_over"
    for pattern, role, _ in (*_BEFORE, *(_BEFORE_IN_RESULT if kind is Kind.RESULT else ())):
        if pattern.search(reading.before):
            return role, "words_before"
    if kind is Kind.RESULT and _was_planned(reading):
        return Role.TARGET, "planned_then"
    if kind is Kind.RESULT and _ARROW_BEHIND.match(reading.behind):
        return Role.BASELINE, "became"
    if named:
        return named[0], "label"
    if kind is Kind.RESULT:
        return Role.RESULT, "place"
    return (Role.RESULT, "done") if _is_done(reading) else (Role.TARGET, "place")


def _was_planned(reading: Reading) -> bool:
    """Tell whether an evaluation's words around a number say that it was planned: 15回を予定し, 計画の3.0kmに対し."""
    is_plan = _PLAN_AHEAD.search(reading.before) and _HELD_AGAINST.match(reading.behind)
    return bool(is_plan) or _PLANNED_THEN.match(reading.behind) is not None


def _is_of_year_before(reading: Reading, year: int, kind: Kind) -> bool:
    """Tell whether words right before a number name a year before the cell's: 120人(H30:98人).

    In a plan, only its 実績 or a note does (前年度の3件を含む5件 is planned).
    """
    named = _YEAR_BEFORE.search(reading.text[reading.sentence_start : reading.group_start])
    if named is None or (kind is Kind.PLAN and not named["report"] and not named["note"]):
        return False
    then = find_fiscal_year(named["year"]) if named["year"] else year - 1
    return then is not None and then < year


def _gives_way(reading: Reading) -> bool:
    """Tell whether a number is left for another of its unit: 8便から10便に, 4往復を6往復に; 23人をゼロに; not 3台を2校に."""
    words = _YEAR.sub("", reading.behind)
    if _TO_NONE.match(words):
        return True
    match = _FROM.match(words)
    for end in {match.end("number"), match.end()} if match else ():
        unit = unit_at(words, end)
        if unit is not None and same_unit(unit, reading.amount.unit) and _TO.match(words, end + len(unit)):
            return True
    return False


def _base_role(reading: Reading, named: Sequence[Role]) -> tuple[Role, str]:
    """現状 is a baseline, 目標 a goal for the end of the plan, unless it stands for every year (年間15,000件を維持する)."""
    roles_so_far = [named[0]] if named else _roles_before(reading)
    role = roles_so_far[-1] if roles_so_far else Role.FINAL_GOAL if _is_aimed_at(reading) else Role.BASELINE
    if role is Role.FINAL_GOAL and _is_annual(reading):
        return Role.TARGET, "annual_goal"
    return role, "label" if roles_so_far else "place"


def _is_annual(reading: Reading) -> bool:
    """Tell whether a goal holds for each year: 年間15,000件を維持する; not 年間90,000冊(令和3年度), which names its year.

    Nor does a level that is to be reached: 年間利用者を5万人まで拡大する.
    """
    words = reading.text[reading.sentence_start : reading.amount.end]
    if _EACH_YEAR.search(words):
        return True
    is_yearly = not reading.heading and (reading.amount.is_frequency or _ANNUAL.search(words))
    if _REACHED.match(reading.behind):
        return False
    return bool(is_yearly) and not _ONE_YEAR.match(reading.text, reading.amount.end)


def _is_aimed_at(reading: Reading) -> bool:
    """Tell whether the words around a number of 現状及び事業目標 aim at it: 50校を目指す, 642g → 580g; not 36.9%、目標50%."""
    if _gives_way(reading) or _ARROW_BEHIND.match(reading.behind) or _IS_NOW.search(reading.before):
        return False
    sentence_before = reading.text[reading.sentence_start : reading.group_start]
    before = re.split(r"[。、]", reading.text[reading.sentence_start : reading.amount.start])[-1]
    words = _YEAR.sub("", reading.behind)
    behind = re.split(r"[\d。、,→⇒➡]", words, maxsplit=1)[0]
    sentence = reading.text[reading.sentence_start : reading.segment.end].partition("。")[0]
    aims = (
        _BEHIND_ARROW.search(before),
        _AIMED_AT.search(before + behind),
        _AIMED_BEHIND.match(words),
        _DOING.match(words),
        _AIM.search(sentence) and not _AND_NOW.search(sentence, len(sentence_before)),
    )
    is_behind_only_arrow = len(_ARROW.findall(sentence)) == 1 and _ARROW.search(sentence_before) is not None
    is_limit = reading.amount.comparator in _LIMITS and _ENDS_STATEMENT.match(reading.behind) is not None
    is_then = _IN_A_YEAR.search(sentence_before) is not None and not _DONE.search(sentence)
    return any(aims) or is_behind_only_arrow or is_limit or is_then or _is_of_later_year(reading, sentence_before)


def _is_of_later_year(reading: Reading, before: str) -> bool:
    """Tell whether the note behind a number names a year well ahead of one that a note before it in its sentence names."""
    own = _YEAR_IN_NOTE.match(reading.text, reading.group_end)
    year = find_fiscal_year(own[1]) if own else None
    earlier = (find_fiscal_year(note) for note in _YEAR_IN_NOTE.findall(before))
    return year is not None and any(then is not None and then + _YEARS_AHEAD <= year for then in earlier)


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
