"""What a number counts is said by the words around it: the 【…】 it stands behind, the clause that leads to it, its bullet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.numbers.labels import Segment, segments
from loaders.numbers.other_numbers import find_other_numbers
from loaders.prose.eras import ANY_ERA_YEAR, NEXT_YEAR, OWN_YEAR
from loaders.prose.widths import narrow
from loaders.series.count_cues import is_besides, is_lost, is_running, is_total

BULLET = re.compile(r"[●■◆◇□▼▲★]\s*([^\s(【、。]+)")
_BRACKETS = re.compile(r"\([^()]*\)")
_CLAUSE_END = re.compile(r"[。、\n※●■◆◇□▼▲★①-⑳]|(?<=\s)・|^・")

# What may stand before the words that name the thing, and says nothing of it: 引き続き、広報紙での周知.
_LEAD_IN = re.compile(
    rf"^(?:(?:[春夏秋冬]|年末|年明け|年度内|\d{{1,2}}月)まで|年間の|うち、?|引き?続き|{OWN_YEAR}|{NEXT_YEAR}|{ANY_ERA_YEAR}|新たに|及び|並びに|および|ならびに|[をと]?(?:含め|合わせ|併せ|加え)て?|また|なお|さらに|更に|各年|まで|も|は|に|の|、|・|\s)+"
)
# 平成29年3月31日現在の登録数9,484人 counts 登録数.
_AS_OF = re.compile(r"^.*(?:現在|時点|月末|年度末)(?:における|での|で|の)?")
# What may stand between the name and its number: 操作研修を年1回, 各審議会 計13回, 講座回数：1回.
_BEFORE_NUMBER = re.compile(
    r"(?:\d+(?:人|世帯|日)(?:\d+日)?(?:当たり|あたり)|まで(?=に)|年間|毎年|毎月|(?<!現)年|月|週|各|累計|合計|総計|累積|通算|(?<![設集統推家時余])計|(?<![成契予解節要規条公制集婚特盟誓])約|延べ|全|最低|目標値|に?対して?|について|に関して|のところ|のうち|うち|内|[をはがにでもとへの:：=＝/\s\-])+$"
)
# うち2回, ※内、2回; and (達成率97%), which is the result said again.
_PART = re.compile(r"うち|[(]達成率|(?:^|[(※、。\s])内(?=[、\s\d]|$)")
# 0.8kmを含め2.8km, 残り3か所と合わせて4か所, 1.5km(繰越分0.6kmを除く) are parts of the other number; 4回中3回 is of the first.
# 4施設を加える is what is done, and 3施設を加え、20施設とする leads to a total.
_ADDED_TO = re.compile(
    r"^(?:[をが]?含[めまむ]|を(?:除[いくき]|加えた(?=\d))|に加え|[とに](?:合わせ|併せ|あわせ))|^の?うち、|^(?:の?うち|中)、?[^。、\d]{0,15}$"
)
# 13件の申請に対し10件を交付した: what it is held against names the other number.
_HELD_AGAINST = re.compile(r"^の.*に対し(?:て)?、?(?:約|延べ)?$")
_SHARE = re.compile(r"(?:の?うち|中)、?")
_CAUSE = re.compile(r"(?:により|によって|ため|から)$")
_OBJECT = re.compile(r"^(?:程度|以上)?(?:[にのでへ](.{2,}?)を|の(.{2,}?)$)")
_SAID = re.compile(r"[をはが。]|し[たて、]|する|った|いる|いて")
_JAPANESE = re.compile(r"[ぁ-んァ-ヶー一-龠]")
_NUMERAL = "0123456789,.〇一二三四五六七八九十百千万"
# 申請のあった60台, 活動していたのは22箇所: a clause tells which ones, and names nothing.
_CLAUSE = re.compile(
    r"^(?:を|が(?!ん)|で(?!ん))|(?:[しっいれえけせきげめて]た|んだ|[すれせえてい]る|[やらかたわ]す|ない|なかった)(?:もの)?の?$"
    r"|(?:[がで]あり|となり|により|[てで]おり|[いっえけせしれじ]て)$|(?:多|少な|近|高|低|早|遅|大き|小さ)い$"
)
# モデル地区で30件の計画: the place names less than the noun that is counted.
_PLACE = re.compile(r"(?:で|にて|において)(?:年|約|延べ|計|\s)*$")
# 戸別受信機60台の貸与, 60台を貸与した: what is done, which another cell may name alone (貸与は52台).
_ACTION = re.compile(
    r"^(?:程度|以上|以下|ほど)?(?:のみ|だけ|すべて|全て)?(?:[のをにが][^、。\d]{0,14}?)?([一-龠]{2,5})(?=し(?:た|、|て|ま|$)|する|を(?:行|実施|終|完了|予定)|済|$|[\s(])"
)
# 貯留施設の完成及び雨水管300m: what is done to the first thing is told, and the number is of the second alone.
_DONE_FIRST = re.compile(
    r"^.*の(?:完成|整備|設置|更新|改修|補修|実施|開催|作成|策定|建設|点検|購入|導入|検討|開設|新設)"
    r"(?:及び|並びに|および|ならびに)(?=.{2})"
)
_OF = re.compile(r"^(?:程度|以上|以下|未満)?の(?!み|ほか|うち|べ)(.{2,}?)(?=[をはがにでも]|$)")


@dataclass(frozen=True)
class Wording:
    """The words around one number.

    `tag`: words of the 【…】 it stands behind, '' where none. `phrase`: the words of its clause that name what is counted.
    `tail`: the clause's words after it. `section`: the ● heading above it. `context`: the sentence that says what was done.
    `is_within`: the number stands within a sentence, not right behind its label. `is_part`: it is a part of another (うち),
    which may be told in words alone (小中学校のうち7校): `needs_whole` then.
    `is_share`: it is what came of a whole (4回中3回).
    `from_total`: how far back the number ends behind which the brackets around this one were opened (19人に貸与(新規7人)).
    `is_aside`: it says in brackets what the number before it says (11校(10箇所)).
    `action`: what is done to the things counted (60台の貸与).
    `is_lost`, `is_total`, `is_running`, `is_besides`: see `count_cues`.
    """

    tag: str
    phrase: str
    tail: str
    section: str
    context: str
    is_within: bool = False
    is_part: bool = False
    is_share: bool = False
    is_aside: bool = False
    needs_whole: bool = False
    from_total: int | None = None
    action: str = ""
    is_lost: bool = False
    is_total: bool = False
    is_running: bool = False
    is_besides: bool = False


def read_wording(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> Wording:
    """Return the words around text[start:end]; `spans` are those of all numbers that were read from `text`.

    >>> read_wording("【内容】 消防委員会 2回", 11, 13, [(11, 13)]).phrase
    '消防委員会'
    >>> read_wording("年間15,000件のアクセス件数を維持する", 2, 9, [(2, 9)]).phrase
    'アクセス件数'
    """
    text = narrow(text)
    tag, left, right = _tag_of(text, start, end)
    is_within = _is_prose(text[left:start])
    left = max([left, *(e for _, e in spans if e <= start)])
    right = min([right, *(s for s, _ in spans if s >= end)])
    before, tail = text[left:start], re.split(r"[。、\n【]", text[end:right], maxsplit=1)[0].rstrip()
    sections = BULLET.findall(text[:start])
    is_share = _SHARE.fullmatch(before) is not None
    is_added = _ADDED_TO.match(text[end:right]) is not None
    # Words that lead on to another number are that one's: 講座2回・受講40人.
    action = _ACTION.match(tail if end + len(tail) < right or right == len(text) else f"{tail}0")
    behind = re.split(r"[。\n【]", text[end:], maxsplit=1)[0]
    return Wording(
        tag=tag,
        phrase=_phrase(before, tail, text[start:end].lstrip(_NUMERAL)),
        tail=tail,
        section=sections[-1] if sections else "",
        context=_context(text, start, spans),
        is_within=is_within,
        is_part=(_PART.search(before) is not None and not is_share) or is_added,
        needs_whole=not is_added and "達成率" not in before,
        is_share=is_share,
        is_aside=before.strip() == "(" and any(e == left for _, e in spans),
        from_total=_from_total(text, start, spans),
        action=action[1] if action else "",
        is_lost=is_lost(before, behind),
        is_total=is_total(before, text[start:end], text[end:right]),
        is_running=is_running(before, text[start:end]),
        is_besides=is_besides(re.split(r"[。\n【】]", text[:start])[-1]),
    )


@lru_cache(maxsize=64)
def _segments(text: str) -> tuple[Segment, ...]:
    """Return the parts of a cell, which every number of the cell asks for."""
    return tuple(segments(text, find_other_numbers(text)))


def _tag_of(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the tag that the number stands behind, and the stretch of text that its name may be looked for in."""
    segment = next((s for s in _segments(text) if s.start <= start < s.end), Segment(None, 0, len(text)))
    is_behind = segment.tag is not None and "。" not in text[segment.start : start]
    return segment.tag.words if segment.tag and is_behind else "", segment.start, max(segment.end, end)


def _phrase(before: str, tail: str, unit: str) -> str:
    """Return what the clause names before its number, with the noun that the number belongs to (年9回の研修).

    Where those words name only whom it counts (市内小・中学校7校に案内板を設置する), the thing is the clause's object.
    """
    before = _without_brackets(before)
    if _HELD_AGAINST.search(before):
        return ""
    clause = _CLAUSE_END.split(before)[-1] if not before.rstrip().endswith(("、", "・")) else ""
    clause = _BEFORE_NUMBER.sub("", _LEAD_IN.sub("", _AS_OF.sub("", clause.strip())))
    words = clause.split()
    name = _DONE_FIRST.sub("", _LEAD_IN.sub("", words[-1])) if words and not _CAUSE.search(words[-1]) else ""
    if unit and name.endswith(unit) and (thing := _OBJECT.match(_BRACKETS.sub("", tail))):
        action = _ACTION.match(tail)
        return name if action and action[1] == thing[2] else thing[1] or thing[2]
    counted = _OF.match(tail)
    if counted and _PLACE.search(before):
        return counted[1]
    if counted and name in ("新規", "追加"):
        return counted[1]
    if counted and (not name or name.endswith(("する", "した"))):
        return name + counted[1]
    return "" if is_clause(name) else name


def is_clause(words: str) -> bool:
    """Tell whether words say which ones are counted, or are another number's: 申請のあった, を残し; they name nothing.

    >>> is_clause("申請のあった"), is_clause("戸別受信機")
    (True, False)
    """
    return _CLAUSE.search(words) is not None


def _from_total(text: str, start: int, spans: Sequence[tuple[int, int]]) -> int | None:
    """Return how far back the last number before the brackets around `start` ends, None where there is none."""
    depth = 0
    for at in range(start - 1, -1, -1):
        if text[at] in "。\n":
            return None
        depth += (text[at] == ")") - (text[at] == "(")
        if depth < 0:
            ends = [end for _, end in spans if end <= at]
            return start - max(ends) if ends else None
    return None


def _without_brackets(text: str) -> str:
    """Return `text` without what stands in brackets; an open bracket hides nothing (11校(10箇所))."""
    return _BRACKETS.sub("", text).replace("(", " ").replace(")", " ")


def _context(text: str, start: int, spans: Sequence[tuple[int, int]]) -> str:
    """Return the prose nearest before the number, else nearest after: a run of tags shares the sentences above it."""
    tags = [(s.tag.start, s.tag.end) for s in _segments(text) if s.tag is not None]
    values = [span for span in spans if _tag_of(text, *span)[0]]
    marks = sorted({*tags, *values})
    gaps, at = [], 0
    for mark_start, mark_end in [*marks, (len(text), len(text))]:
        gaps.append((at, text[at:mark_start]))
        at = max(at, mark_end)
    prose = [(place, gap.strip()) for place, gap in gaps if _is_prose(gap)]
    before = [gap for place, gap in prose if place <= start]
    after = [gap for place, gap in prose if place > start]
    return before[-1] if before else after[0] if after else ""


def _is_prose(gap: str) -> bool:
    """Whether a stretch between tags and numbers says what was done, rather than a name or a note such as (延人数)."""
    words = _BRACKETS.sub("", gap)
    return _SAID.search(words) is not None and len(_JAPANESE.findall(words)) >= 4
