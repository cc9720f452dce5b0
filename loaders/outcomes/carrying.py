"""Work is carried over (繰越) when it was left undone and goes on: the words put it off, or the next year plans it again.

Routine that was done and goes on (引き続き周知する) is not carried over; nor is work that was done late, nor work
that the next year's plan ends.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.model import Indicator
from loaders.numbers.widths import narrow
from loaders.outcomes.clauses import split
from loaders.outcomes.signs import CLOSING, FAILING, Sign
from loaders.outcomes.statements import Statement
from loaders.outcomes.words import read_sign

# Half of the shorter plan's pairs of signs found again in the other: the same work in other words.
# With 引き続き a third is enough.
SAME_WORK = 0.5
SAME_WORK_CONTINUED = 1 / 3

_CONTINUED = re.compile(r"引き?続き|継続")
_IDLE = re.compile(
    r"引き?続き|(?:平成|令和)(?:\d+|元)年度|今年度|本年度|次年度|[\s、。・,.()「」【】]|を行う|に努める|を図る|する|ため|について"
)
_ENDS = frozenset(CLOSING | FAILING)
_NOT_PLANNED = re.compile(r"(?:実施|開催|行わ|し)ない(?:。|$|こと|予定)")

# What a plan promises to bring about once: a plan or a system that stands or does not, unlike 周知 or 更新.
_ONE_OFF = re.compile(
    r"([一-鿿ァ-ヶーA-Za-z\-・]{2,16}?)(?:を|の)(策定|構築|制定|導入)(?:を)?(?:する|行う)(?!場合|際|ため|か|方向|準備)"
)


@dataclass(frozen=True)
class Plans:
    """The words of a year's plan and of the next one's, '' where there is none."""

    this: str
    next: str


def carried_rule(failing: Statement | None, plans: Plans, indicators: Sequence[Indicator], year: int) -> str:
    """Return the rule by which an unmet year's work is carried over, '' where it is not.

    `failing` is the statement that says that work was left undone, None where numbers alone show it.
    """
    if ends(plans.next) or (failing and failing.sign is Sign.LATE):
        return ""
    if failing and failing.sign in (Sign.POSTPONED, Sign.INCONCLUSIVE):
        return "words_put_off"
    if failing and failing.for_later:
        return "prepared_for_later_year"
    if _same_target_again(indicators, year):
        return "same_target_again"
    return "planned_again" if plans_again(plans) else ""


def plans_again(plans: Plans) -> bool:
    """Say whether two years plan the same work.

    >>> plans_again(Plans("システムを導入する。", "引き続き、システムの導入を進める。"))
    True
    """
    this, following = _pairs(plans.this), _pairs(plans.next)
    shorter = min(this.total(), following.total())
    if not shorter:
        return False
    share = (this & following).total() / shorter
    return share >= (SAME_WORK_CONTINUED if _CONTINUED.search(plans.next) else SAME_WORK)


def promises_undone(plans: Plans, evaluation: str) -> str:
    """Return what both plans promise to bring about once and the evaluation does not name, '' where there is no such.

    >>> promises_undone(Plans("BCPを策定する。", "BCPの策定をする。"), "パソコン等の選定を実施した。")
    'BCPを策定する'
    """
    later = narrow(plans.next)
    for match in _ONE_OFF.finditer(narrow(plans.this)):
        act = match[2]
        again = any(act == m[2] for m in _ONE_OFF.finditer(later))
        if again and act not in narrow(evaluation):
            return match[0]
    return ""


def ends(plan: str) -> bool:
    """Say whether a plan ends the work: ITボランティアの解散により事業終了.

    >>> ends("国が講座を実施する予定であるため、公民館事業としては実施しない。")
    True
    """
    last = [sentence.clauses[-1] for sentence in split(plan)]
    signs = {word.sign for word in (read_sign(plan[c.start : c.body_end]) for c in last) if word}
    return bool(signs & _ENDS) or _NOT_PLANNED.search(narrow(plan)) is not None


def _same_target_again(indicators: Sequence[Indicator], year: int) -> bool:
    for indicator in indicators:
        by_year = {entry.year: entry for entry in indicator.years}
        entry, following = by_year.get(year), by_year.get(year + 1)
        if entry and entry.target is not None and not entry.is_met and following and following.target is not None:
            return True
    return False


def _pairs(plan: str) -> Counter[str]:
    bare = _IDLE.sub("", narrow(plan))
    return Counter(bare[i : i + 2] for i in range(len(bare) - 1))
