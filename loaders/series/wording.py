"""What a number counts is said by the words around it: the 【…】 it stands behind, the clause that leads to it, its bullet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from loaders.numbers.labels import Segment, segments
from loaders.numbers.other_numbers import find_other_numbers
from loaders.patterns import Pattern
from loaders.prose.vocabulary import load_signs, words_of
from loaders.prose.widths import narrow
from loaders.series.count_cues import is_besides, is_lost, is_running, is_total


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/wording.toml tells what each means, with examples."""

    lead_in: Pattern
    as_of: Pattern
    before_number: Pattern
    part: Pattern
    added_to: Pattern
    held_against: Pattern
    share: Pattern
    cause: Pattern
    object: Pattern
    said: Pattern
    clause: Pattern
    place: Pattern
    action: Pattern
    done_first: Pattern
    of: Pattern
    clause_topic: Pattern
    time_word: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

BULLET = Pattern(r"[●■◆◇□▼▲★]\s*([^\s(【、。]+)")
_BRACKETS = Pattern(r"\([^()]*\)")
_CLAUSE_END = Pattern(r"[。、\n※●■◆◇□▼▲★①-⑳]|(?<=\s)・|^・")
_JAPANESE = Pattern(r"[ぁ-んァ-ヶー一-龠]")
_NUMERAL = "0123456789,.〇一二三四五六七八九十百千万"


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
    is_share = _SIGNS.share.fullmatch(before) is not None
    is_added = _SIGNS.added_to.match(text[end:right]) is not None
    # Words that lead on to another number are that one's: 講座2回・受講40人.
    action = _SIGNS.action.match(tail if end + len(tail) < right or right == len(text) else f"{tail}0")
    behind = re.split(r"[。\n【]", text[end:], maxsplit=1)[0]
    return Wording(
        tag=tag,
        phrase=_phrase(before, tail, text[start:end].lstrip(_NUMERAL)),
        tail=tail,
        section=sections[-1] if sections else "",
        context=_context(text, start, spans),
        is_within=is_within,
        is_part=(_SIGNS.part.search(before) is not None and not is_share) or is_added,
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
    if _SIGNS.held_against.search(before):
        return ""
    clause = _CLAUSE_END.split(before)[-1] if not before.rstrip().endswith(("、", "・")) else ""
    clause = _SIGNS.lead_in.sub("", _SIGNS.as_of.sub("", clause.strip()))
    topic = _SIGNS.clause_topic.match(clause)
    if topic and not _SIGNS.time_word.fullmatch(topic[1]):
        return topic[1]
    words = _SIGNS.before_number.sub("", clause).split()
    name = _SIGNS.done_first.sub("", _SIGNS.lead_in.sub("", words[-1])) if words and not _SIGNS.cause.search(words[-1]) else ""
    if unit and name.endswith(unit) and (thing := _SIGNS.object.match(_BRACKETS.sub("", tail))):
        action = _SIGNS.action.match(tail)
        return name if action and action[1] == thing[2] else thing[1] or thing[2]
    counted = _SIGNS.of.match(tail)
    if counted and _SIGNS.place.search(before):
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
    return _SIGNS.clause.search(words) is not None


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
    return _SIGNS.said.search(words) is not None and len(_JAPANESE.findall(words)) >= 4
