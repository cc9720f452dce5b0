"""現状及び事業目標 says where a number stands and where it shall be: 3施設。全22施設への整備を令和2年度までに終える."""

import re
from collections.abc import Iterable, Sequence

from loaders.model import Comparator, Kind, Role
from loaders.numbers.giving_way import gives_way, has_arrow_behind, without_years
from loaders.numbers.labels import roles, segments
from loaders.numbers.readings import ReadAmount
from loaders.prose.eras import ANY_ERA_YEAR, ERA, find_fiscal_year

_AIM = re.compile(r"(?:とする|を目指す|を維持する|を確保する)$")
_AIMED_AT = re.compile(
    r"までに|目標|目指|めざ|最終|計画期間(?:の|中|内)|を保つ|(?:を|に)(?:維持|確保|達成|拡大|増や|引き上げ|削減|抑え)(?!し(?:た|て))|以上と(?:する|し)"
)
_AIMED_BEHIND = re.compile(
    r"[^\d。、,→⇒➡]{0,8}?(?:"
    r"(?:に|へと?|まで|を|ずつ)(?:増や|伸ば|引き?上げ|引き?下げ|高め|上げ|下げ|減ら|縮め|広げ|近づけ|短縮|縮小|縮減|拡充|拡大|再編|増設|増員)"
    r"(?!し?[たて])|(?:に|と)(?:する|します)(?!こと)|(?:と|に)し、(?:これを|その後も|以後も?)[^。\d]{0,8}(?:保つ|維持|継続|続ける)|を(?:備える|見込む|予定|徹底|終え(?!て|た)))"
)
# A sentence that ends in a verb of doing says what is meant (63,000食を整える), being and having the present.
_DOING = re.compile(
    r"(?:以上|程度)?(?:分)?(?:[をに][^。、\d]{1,12}(?<!てい)(?<!でい)(?<!があ)(?<!であ)(?<!占め)(?<!超え)(?<!回)(?<!抱え)(?<!要す)(?<!有す)"
    r"(?:[るすうくむつぶぐ]|ます)|[一-龥]{2}(?:する|します)|(?:行|開|設|催)(?:う|く|ける|す))(?=。|$)"
)
_LIMITS = (Comparator.AT_LEAST, Comparator.AT_MOST)
# 令和3年度末に定員を5,600人とし、待機児童を解消する.
_MADE_SO = re.compile(r"(?:と|に)し(?:て)?、[^。]*(?:する|目指す|図る)(?=。|$)")
_ENDS_STATEMENT = re.compile(r" ?(?:[(][^()]*[)])? ?(?:$|[。、【・])")
_IS_NOW = re.compile(r"(?:実績|現状|現況|現在|基準|当初)値?(?:\([^()]*\))?[はが:]? ?(?:約|延べ)?$")
_AND_NOW = re.compile(r"(?:て(?:おり|いる|います)|で?あ(?:り|る)|ある|あります)(?:が|ため|ので)?、")
_ARROW = re.compile(r"[→⇒➡]")
_BEHIND_ARROW = re.compile(r"[→⇒➡]\s*(?:[^\d、。]{0,6}(?:\d{1,2}|元)年度?末?)?\s*$")
_IN_A_YEAR = re.compile(r"年度末?(?:に|まで)は? ?(?:延べ|約)?$")
_YEAR_IN_NOTE = re.compile(rf"[(]({ERA}?(?:\d{{1,2}}|元|20\d\d)(?:年度?)?末?)(?:現在|時点)?[)]")
# A goal is some years ahead of what it starts from: 14箇所(平成30年度末)、20箇所(令和4年度末).
_YEARS_AHEAD = 3
_YEAR_BEFORE = re.compile(rf"({ANY_ERA_YEAR})(?:年度?)?末?(?:時点)?[)\]】]?\s*[:はが]?\s*(?:約|延べ|累計|[▲△])?\s*$")
_YEARS = re.compile(ANY_ERA_YEAR)
_ANNUAL = re.compile(r"(?<!\d)年間|毎月|毎週")
_EACH_YEAR = re.compile(r"毎年|各年度")
_ONE_YEAR = re.compile(rf"[(]{ERA}?(?:\d{{1,2}}|元)年度?")
_REACHED = re.compile(r"(?:以上|以下|以内|程度)?(?:まで|に)(?:増や|伸ば|引き?上げ|引き?下げ|高め|減ら|拡大|縮小)")
_DONE = re.compile(r"(?:た|ました)[)」]?$")


def base_role(reading: ReadAmount, named: Sequence[Role]) -> tuple[Role, str]:
    """現状 is a baseline, 目標 a goal for the end of the plan, unless it stands for every year (年間15,000件を維持する)."""
    roles_so_far = [named[0]] if named else _roles_before(reading)
    role = roles_so_far[-1] if roles_so_far else Role.FINAL_GOAL if _is_aimed_at(reading) else Role.BASELINE
    if role is Role.FINAL_GOAL and _is_annual(reading):
        return Role.TARGET, "annual_goal"
    return role, "label" if roles_so_far else "place"


def _is_annual(reading: ReadAmount) -> bool:
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


def _is_aimed_at(reading: ReadAmount) -> bool:
    """Tell whether the words around a number of 現状及び事業目標 aim at it: 50校を目指す, 642g → 580g; not 36.9%、目標50%."""
    if gives_way(reading) or has_arrow_behind(reading) or _IS_NOW.search(reading.before):
        return False
    sentence_before = reading.text[reading.sentence_start : reading.group_start]
    before = re.split(r"[。、]", reading.text[reading.sentence_start : reading.amount.start])[-1]
    words = without_years(reading.behind)
    behind = re.split(r"[\d。、,→⇒➡]", words, maxsplit=1)[0]
    sentence = reading.text[reading.sentence_start : reading.segment.end].partition("。")[0]
    aims = (
        _BEHIND_ARROW.search(before),
        _AIMED_AT.search(before + behind),
        _AIMED_BEHIND.match(words),
        _DOING.match(words),
        _MADE_SO.match(words),
        _AIM.search(sentence) and not _AND_NOW.search(sentence, len(sentence_before)),
    )
    whole = reading.text[reading.text.rfind("。", 0, reading.group_start) + 1 : reading.group_start]
    is_behind_only_arrow = len(_ARROW.findall(reading.text)) == 1 and _ARROW.search(whole) is not None
    is_limit = reading.amount.comparator in _LIMITS and _ENDS_STATEMENT.match(reading.behind) is not None
    is_then = _IN_A_YEAR.search(sentence_before) is not None and not _DONE.search(sentence)
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


def _roles_before(reading: ReadAmount) -> list[Role]:
    earlier = segments(reading.text[: reading.segment.start], heading=reading.heading)
    named = [roles(segment.tag.words, Kind.BASELINE_GOAL) for segment in earlier if segment.tag]
    return [found[0] for found in named if found]
