"""What a cell is for shows in its words: plans say 周知を図る and 【目標】4回, evaluations 周知を図った and 【結果】3箇所.

Labels tell it, and the moods of sentences (prose/moods.py). An evaluation is often the words of its plan copied (努める), so
plan mood weighs less in a result cell than past tense in a plan cell.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from loaders.model import Kind
from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS
from loaders.prose.moods import Mood, moods

# Labels that say which statement follows, each with an example.
BASELINE_LABEL = Pattern(r"【(?:現状|現況|事業目標|基準値|当初値)")  # 【現状】課内で検討中
RESULT_LABEL = Pattern(r"【[^】]*(?:結果|実績)")  # 【結果/目標】3/4箇所
TARGET_LABEL = Pattern(r"【(?:数値)?目標】")  # 【目標】4回
# The same said in words: 60回を目標とし, 32%をめざす.
AIMED = Pattern(r"\d[^\d。、]{0,4}を(?:目標[にと]|目指|めざ)")
COUNT_LABEL = Pattern(r"【(?![^】]*目標)[^】]*】[^【。]*\d")  # 【回数】11回
# What was reached of what was meant, without a label that says so: an answer, so no plan.
_OF = r"/\s*\d[\d,.]*\s*"
ANSWER = Pattern(
    r"\s*(?:【[^】]*】)?\s*\d[\d,.]*\s*"
    rf"(?:{_OF}(?!から|まで|より|[にの付、)])[^\d\s月日年/]|(?P<unit>[^\d\s/。]{{1,3}}){_OF}(?P=unit))"  # 4/4回, 3人/5人
    rf"|目標[^。]*?\d[^。]*?(?:[{ARROWS}]|に対し)[^。]*\d"  # 目標4回→実績3回
)

# An initiative's last words: nothing need follow them.
CLOSING = Pattern(r"終了|廃止|統合|移管|見送(?:る|っ)|中断|終える|しない(?:もの|こと)とす")

# What words without 【現状】 cost as a baseline, and a bare count as a plan; customs.py tells of tables where they are usual.
UNLABELLED = 1.1
COUNTED_PLAN = 2.0


@dataclass(frozen=True)
class Signs:
    """What a cell's words cost (0: fits, about 1: unusual, 3 and more: out of place) as a cell of each kind."""

    as_baseline: float = 0.0
    as_plan: float = 0.0
    as_result: float = 0.0

    def cost(self, kind: Kind) -> float:
        """Return what it costs to take the cell for one of `kind`."""
        return {Kind.BASELINE_GOAL: self.as_baseline, Kind.PLAN: self.as_plan, Kind.RESULT: self.as_result}[kind]


def is_labelled(text: str) -> bool:
    """Whether a cell says of itself that it is a baseline.

    >>> is_labelled("【現状】課内で検討中"), is_labelled("会員数410人")
    (True, False)
    """
    return BASELINE_LABEL.search(text) is not None


@lru_cache(maxsize=8192)
def is_mere_count(text: str) -> bool:
    """Whether a cell is labels with their counts, of which nothing says whether they were reached or are meant.

    >>> is_mere_count("【会員数】450人 【体験会】4回"), is_mere_count("【目標】4回"), is_mere_count("【会員数】5人増えた")
    (True, False, False)
    """
    return bool(COUNT_LABEL.search(text)) and not moods(text) and not _answers(text) and not TARGET_LABEL.search(text)


def _answers(text: str) -> bool:
    """Whether a label or a form says that words tell a result."""
    return bool(RESULT_LABEL.search(text) or ANSWER.match(unicodedata.normalize("NFKC", text)))


@lru_cache(maxsize=8192)
def read_signs(text: str) -> Signs:
    """Return what a cell's words cost as each kind of cell."""
    if not text.strip():
        return Signs()
    if is_labelled(text):
        return Signs(0.0, 3.0, 3.0)
    found = moods(text)
    done, meant = Mood.DONE in found, Mood.MEANT in found
    result_label = _answers(text)
    counted, target = COUNT_LABEL.search(text), TARGET_LABEL.search(text)
    as_plan = 1.2 if done and (meant or target) else 3.0 if done else 1.5 if found and set(found) == {Mood.STATE} else 0.0
    if result_label:
        as_plan += 1.0 if done or meant else 3.0
    elif counted and not found:
        as_plan = COUNTED_PLAN
    as_result = 1.5 if meant and not done and not result_label else 0.0
    if as_result and counted:
        as_result = 1.0
    elif done and found[-1:] == (Mood.MEANT,):
        as_result = 0.4
    elif done and found[:1] == (Mood.MEANT,) and not result_label:
        as_result = 0.6
    if target and not result_label:
        as_result = 1.0 if done else 2.0
    elif meant and not done and not result_label and AIMED.search(text):
        as_result = 2.0
    as_baseline = UNLABELLED + (0.9 + as_plan / 3 if done or counted or result_label else 0.0)
    return Signs(as_baseline, as_plan, as_result)
