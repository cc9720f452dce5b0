"""Whether a number is a target or a result follows the words, and the place of the cell where the words leave it open."""

import re

from loaders.model import Kind, Place, Role
from loaders.numbers.base_goals import base_role
from loaders.numbers.denominators import LABELLED_PAIR, PAIR
from loaders.numbers.giving_way import gives_way, has_arrow_behind, is_former
from loaders.numbers.labels import roles
from loaders.numbers.readings import ReadAmount, fell_through, is_left_over
from loaders.prose.eras import ERA, find_fiscal_year

# The rule of a target that the same plan sets anew (4.8→4.5km): the year's first one.
FORMER_TARGET = "former_target"
_GOAL = r"(?:目標(?:値|額|数|率|量|件数|回数|人数)?|ノルマ)"
# Words right before a number that say what it is, in any year's cell, each with an example; the first that fits decides.
_BEFORE = (
    (re.compile(rf"{_GOAL}(?:の|である|とする|として(?:いた)?|に掲げた)?[はをが:]? ?[(]?$"), Role.TARGET, "目標の10回に対し"),
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
    (
        re.compile(
            r"(?:見込み?(?:の|数|では|であった|だった|を)|(?:見込んだ|見込んで(?:い)?た)(?:目標の)?|想定(?:の|した|して(?:い)?た))$"
        ),
        Role.TARGET,
        "見込みの120件を上回った",
    ),
    (re.compile(r"(?:一?昨年度?|前年度?|前々年度?|前回)(?:の?実績|末)?[はがの:]? ?[(]?$"), Role.BASELINE, "18.1(前年は15.6)"),
)
# 15回を予定し、3回実施予定のところ, 3,000人には届かず: an evaluation names the target that it holds its result against.
_PLANNED_THEN = re.compile(
    r"[^。、\d\s]{0,12}(?:(?:予定|計画)(?:して|であっ|だっ|でし)|見込(?:んで|みで))"
    r"|(?:を|で)(?:予定|計画)し、"
    r"|の(?:予定|計画)(?:のところ|のうち|に対し|から|[がを](?![^。、\d]{0,4}(?:[作策立]|出来上|でき|まとま|まとめ|完成|認定|提出|届))|だった|であった)"
    r"|(?:予定|計画|目標)\s*[→⇒➡]"
    r"|の目標(?:のところ|に対し|に(?:は)?[^達])"
    r"|[^。、\d]{0,8}予定(?:のところ|だった)"
    r"|に(?:は|も)?(?:[^。、\d]{0,6}?)(?:届か|届くべくもな|達しな|達せ|至らな|及ばな|及ばず|満たな|満たず)"
)
_PLANNED_AHEAD = re.compile(r"(?:予定|計画)(?:した|していた|の)$")
_PLAN_AHEAD = re.compile(r"(?:計画|予定|見込み?)(?:の|では)?$")
# 予定していた10か所に設置した: all that was planned was done, so that it is the result too.
_ALL_DONE = re.compile(r"[^。\d]*?(?:(?:た|ました)(?:。|$)|(?:を終え|を?完了し|を?済ませ|が?終わり)(?:て)?、)")
_NOT_DONE = re.compile(
    r"な(?:い|かっ)|ず|中止|見送|見合わせ|延期|延ば|取り?や|断念|残っ|残り|持ち越|繰り?越|先送り|のうち|対し"
)
_KEPT_UP = re.compile(r"[)]?(?:以上|並み|を(?:維持|上回|目標|目指))")
_HELD_AGAINST = re.compile(r"(?:に(?:対し|比べ|比し)|のところ|のうち)")
_YEAR_BEFORE = re.compile(
    rf"(?P<note>[(])?(?:(?P<year>{ERA}(?:\d{{1,2}}|元)(?:年度)?(?!\d))|(?:前|昨)年度?|前回)(?:末|時点)?(?P<report>の?(?:実績|結果)[値数]?)?"
    r"(?:は|が|の|には?|では)?[:(、 ]?(?:延べ|約|計)?$"
)
# What may be below zero.
_BALANCE = re.compile(r"収支|損益|増減|利益|損失|差引|過不足|黒字|赤字|剰余|欠損|資金残|純損|成長率")
_COMPARED = re.compile(r"比|より|から|に対し")
_DONE = re.compile(r"(?:た|ました)[)」]?$")


def role_of(reading: ReadAmount, place: Place, measure: str = "") -> tuple[Role, str]:
    """Return a number's role in a cell that belongs at `place`, and the name of the rule that decided it.

    `measure` is what the row's own indicator says that the number counts, '' where it says nothing.
    """
    kind = place.kind
    if reading.amount.change and not _is_level_below_zero(reading, measure):
        return Role.CHANGE, "change"
    named = roles(reading.segment.tag.words, kind) if reading.segment.tag else ()
    if reading.size == 2:
        pair = named if len(named) == 2 else (Role.RESULT, Role.TARGET)
        return pair[reading.position], LABELLED_PAIR if len(named) == 2 else PAIR
    if kind is Kind.BASELINE_GOAL:
        return base_role(reading, named)
    if kind is Kind.PLAN and is_former(reading):
        return Role.TARGET, FORMER_TARGET
    if gives_way(reading):
        return Role.BASELINE, "became"
    if place.year is not None and _is_of_year_before(reading, place.year, kind):
        is_kept_up = kind is Kind.PLAN and _KEPT_UP.match(reading.text, reading.group_end)
        return (Role.TARGET if is_kept_up else Role.BASELINE), "year_before"
    if kind is Kind.RESULT and is_left_over(reading):
        return Role.RESULT, "left_over"
    if kind is Kind.RESULT and fell_through(reading):
        return Role.RESULT, "fell_through"
    for pattern, role, _ in (*_BEFORE, *(_BEFORE_IN_RESULT if kind is Kind.RESULT else ())):
        if pattern.search(reading.before):
            return (Role.RESULT, "all_done") if _is_all_done(reading) else (role, "words_before")
    if kind is Kind.RESULT and _was_planned(reading):
        return Role.TARGET, "planned_then"
    if has_arrow_behind(reading):
        return Role.BASELINE, "became"
    if named:
        return named[0], "label"
    if kind is Kind.RESULT:
        return Role.RESULT, "place"
    return (Role.RESULT, "done") if _is_done(reading) else (Role.TARGET, "place")


def _is_level_below_zero(reading: ReadAmount, measure: str) -> bool:
    """Tell whether a sign says that a balance is below zero, rather than by how much something fell: 経常収支▲12百万円.

    So does the sign of a figure that a cell begins with in its row's own unit: △118 進学期の転出が多い.
    """
    if reading.is_in_unit_of_row:
        return True
    quote = reading.text[reading.amount.start : reading.amount.end]
    words = f"{reading.before}{reading.segment.tag.words if reading.segment.tag else ''}{measure}"
    return quote[0] in "▲△-−" and _BALANCE.search(words) is not None and not _COMPARED.search(reading.before)


def _was_planned(reading: ReadAmount) -> bool:
    """Tell whether an evaluation's words around a number say that it was planned: 15回を予定し, 計画の3.0kmに対し."""
    is_plan = _PLAN_AHEAD.search(reading.before) and _HELD_AGAINST.match(reading.behind)
    return bool(is_plan) or _PLANNED_THEN.match(reading.behind) is not None


def _is_all_done(reading: ReadAmount) -> bool:
    """Tell whether what was planned was done to the last one: 予定していた10か所に設置した; not 予定した10か所のうち8か所に."""
    done = _ALL_DONE.match(reading.behind) if _PLANNED_AHEAD.search(reading.before) else None
    return done is not None and _NOT_DONE.search(done[0]) is None


def _is_of_year_before(reading: ReadAmount, year: int, kind: Kind) -> bool:
    """Tell whether words right before a number name a year before the cell's: 120人(H30:98人).

    In a plan, only its 実績 or a note does (前年度の3件を含む5件 is planned).
    """
    named = _YEAR_BEFORE.search(reading.text[reading.sentence_start : reading.group_start])
    if named is None or (kind is Kind.PLAN and not named["report"] and not named["note"]):
        return False
    then = find_fiscal_year(named["year"]) if named["year"] else year - 1
    return then is not None and then < year


def _is_done(reading: ReadAmount) -> bool:
    """Tell whether the words report what was done: 129台導入した, or a past sentence before the label (努めた。【回数】1回)."""
    if reading.is_tagged and reading.segment.tag:
        sentence = reading.text[: reading.segment.tag.start].rstrip()
        return sentence.endswith("。") and _DONE.search(sentence[:-1]) is not None
    sentence, stop, _ = reading.behind.partition("。")
    return bool(stop) and _DONE.search(sentence) is not None
