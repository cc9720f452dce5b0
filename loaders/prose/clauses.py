"""In Japanese the main clause comes last: 予定していたが、未実施 begins with what was meant and ends with what happened.

So an evaluation is cut into sentences and these into clauses, each with its offsets and how it is tied to the next one.
A morphological analyser is not used: the clause ends of office prose are a closed list (たが、ものの、ため、ことから、し),
and offsets into the verbatim text have to survive.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from loaders.patterns import Pattern
from loaders.prose.widths import narrow


class Link(StrEnum):
    """How a clause leads on to the next."""

    CONCESSIVE = "concessive"
    CAUSE = "cause"
    CONTINUED = "continued"
    EXPLAINED = "explained"
    MAIN = "main"


@dataclass(frozen=True)
class Clause:
    """Words from `start` to `end`; from `body_end` on they only tie the clause to the next one (たが、 is たが、's が、)."""

    start: int
    body_end: int
    end: int
    link: Link


@dataclass(frozen=True)
class Sentence:
    """Words from `start` to `end` and the clauses they fall into, in order and without the blanks between them."""

    start: int
    end: int
    clauses: tuple[Clause, ...]


# What ties a clause to the next, with an example that is cut into two clauses there.
CONNECTIVES: tuple[tuple[Link, str, str], ...] = (
    (
        Link.EXPLAINED,
        r"(?<=[たいるだ])のは、?(?=[^。]*(?:ため|から|こと|もの|理由|原因|要因|せい)(?:に?よる(?:もの)?)?(?:である|だ|です|だった|であった)?[\s。]*$)",
        "出店者が決まらなかったのは、運営会社が契約を辞退したためである。",
    ),
    (Link.CONCESSIVE, r"(?<=[っいんし]た)が(?![っいうえく])、?", "関係課に照会を行ったが追加できるマップはなかった。"),
    (Link.CONCESSIVE, r"(?<=[みえきれけせてげべめぎちび]た)が、", "追加を試みたが、鍵の受渡しの問題が解けなかった。"),
    (Link.CONCESSIVE, r"(?<=[るいだうす])が、", "大きな変更はないが、適宜更新した。"),
    (Link.CONCESSIVE, r"ものの、?", "準備を進めたものの、開催に至らなかった。"),
    (Link.CONCESSIVE, r"けれども?、", "準備したけれども、開催できなかった。"),
    (Link.CONCESSIVE, r"にもかかわらず、?", "周知したにもかかわらず、応募がなかった。"),
    (Link.CONCESSIVE, r"一方で?、", "講座を開催した一方、相談会は見送った。"),
    (
        Link.CAUSE,
        r"(?<![そこ]の)(?:ため|為)に?(?:、|(?![のに、。)]|$))",
        "期間等の都合がつかず、追加することはできなかったため次年度に向けて準備を行った。",
    ),
    (Link.CAUSE, r"こと(?:から|により|で(?!合意|決|一致|申し合わせ|話がまとま))、?", "費用がかかることから見送ることとした。"),
    (Link.CAUSE, r"ので、", "応募がなかったので、実施しなかった。"),
    (Link.CAUSE, r"(?:影響|関係|都合|理由)(?:により|によって|から|で|上)、?", "予算の関係から購入はできなかった。"),
    (Link.CAUSE, r"(?:により|によって|に伴い|に伴って|から|の観点で)、", "事務事業の移管により、子育て支援課で実施する。"),
    (Link.CONTINUED, r"(?:とともに|と共に|ほか|ところ|結果|上で|うえで)、", "見直しを検討した結果、掲載内容を改めた。"),
    (Link.CONTINUED, r"(?:(?<=中止)|(?<=延期)|(?<=休止)|(?<=未実施)|(?<=未着手))、", "コロナで1回中止、3回実施。"),
    (Link.CONTINUED, r"(?<!として)(?<=[しりいきちみびぎえけせてでめれずく])、", "導入は見送り、他の方法の準備をした。"),
)
_CONNECTIVE = Pattern("|".join(f"(?P<c{i}>{pattern})" for i, (_, pattern, _) in enumerate(CONNECTIVES)))

# A sentence begins after 。 and a line break, and at a label, a bullet, a note or an item number (after a blank).
_BREAK = Pattern(
    r"(?<=。)|\n|(?=【)|(?=[※●■◆◇□▼])|(?<=\s)(?=・)|(?<=\s)(?=[①-⑳])|(?<=\s)(?=\d{1,2}[.)]?\s+[^\d\s])"
    # 広報紙に掲載 B: a grade in a column of its own.
    r"|\s+(?=(?:評価)?[SA-E](?:評価)?\s*$)"
    # 【回数】3回 全国合同訓練において、迅速に対応できた。: the figure ends a line, what follows is a sentence of its own.
    r"|(?<=\d[^\s\d、。,.])\s+(?=[^【。\d]*。)"
)
_OPENING, _CLOSING = "([「『〔", ")]」』〕"


@lru_cache(maxsize=8192)
def split(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text`, none of them blank.

    >>> [text[c.start:c.end] for text in ["導入は見送り、準備をした。 【回数】2回"] for s in split(text) for c in s.clauses]
    ['導入は見送り、', '準備をした。', '【回数】2回']
    """
    folded = narrow(text)
    edges = [0, *(m.end() if m.group() else m.start() for m in _BREAK.finditer(folded)), len(folded)]
    spans = (_trimmed(folded, start, end) for start, end in pairwise(edges))
    return tuple(Sentence(start, end, tuple(_clauses(folded, start, end))) for start, end in spans if start < end)


def _clauses(folded: str, start: int, end: int) -> Iterator[Clause]:
    inside = _bracketed(folded, start, end)
    at = start
    for match in _CONNECTIVE.finditer(folded, start, end):
        if inside[match.start() - start] or match.end() >= end:
            continue
        link = CONNECTIVES[int((match.lastgroup or "c0")[1:])][0]
        yield Clause(at, match.start(), match.end(), link)
        at = _trimmed(folded, match.end(), end)[0]
    yield Clause(at, end, end, Link.MAIN)


def _bracketed(folded: str, start: int, end: int) -> list[bool]:
    """Say for each sign of a sentence whether it stands within brackets; a bracket that is never closed holds nothing."""
    inside = [False] * (end - start)
    opened: list[int] = []
    for at in range(start, end):
        if folded[at] in _OPENING:
            opened.append(at)
        elif folded[at] in _CLOSING and opened:
            since = opened.pop()
            inside[since - start : at - start + 1] = [True] * (at - since + 1)
    return inside


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start].isspace():
        start += 1
    while start < end and folded[end - 1].isspace():
        end -= 1
    return start, end
