"""What a cell is for shows in its words: plans say 周知を図る and 【目標】4回, evaluations 周知を図った and 【結果】3箇所.

Office prose ends its sentences in few ways, so closed lists of endings and labels do; a morphological analyser is not used. An
evaluation is often the plan's words copied (努める), so plan mood weighs less in a result cell than past tense in a plan cell.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from loaders.model import Kind
from loaders.prose.arrows import ARROWS


class Mood(StrEnum):
    """What the end of a sentence says."""

    DONE = "done"
    MEANT = "meant"
    STATE = "state"
    NEUTRAL = "neutral"


# Ends of sentences, each with an example; the first that fits decides.
ENDS: tuple[tuple[Mood, str, str], ...] = (
    (Mood.STATE, r"(?:て|で)い(?:る|ます)$", "ホームページで周知している"),
    (Mood.DONE, r"[ただ]のは[^。]+$", "締結に至ったのは1か所のみ"),
    # A plan that was set anew tells so in the past: 6月の見直しにより40件に下方修正した, 目標を15人に変更した.
    (
        Mood.NEUTRAL,
        r"[上下]方修正し(?:た|ました)$|(?:目標|計画|予定)[^。、]{0,12}\d[^。、]{0,6}[にへ](?:変更|修正|見直|改訂|改定|引き[上下]げ)し?(?:た|ました)$",
        "目標を15人に変更した",
    ),
    (Mood.NEUTRAL, r"\d[^\d。、]{0,4}(?:に|と)(?:なる|達する|上る|とどまる)$", "協定施設は13か所となる"),
    (Mood.NEUTRAL, r"(?:必要|課題|困難|可能|有効|重要)(?:で|と)?(?:ある|なる|です)?$", "さらに検討が必要である"),
    (Mood.NEUTRAL, r"(?:と|が|に)(?:考えられ|思われ|うかがえ|見受けられ|認められ|分か|わか)る$", "効果的と考えられる"),
    (Mood.STATE, r"(?:が|も|は|で)(?:ある|いる|残る|続く|目立つ|みられる|見られる)$", "送迎の手段がなく通えない世帯がある"),
    (Mood.NEUTRAL, r"(?:こと|もの|終了|完了|廃止|中止)とする$", "市独自の情報提供は行わないものとする"),
    (Mood.NEUTRAL, r"(?:終了|廃止|統合|中断|移管)(?:する)?$", "組織改編により高齢者福祉課と統合"),
    (Mood.DONE, r"(?:た|ました|だった|ず)$", "周知を図った"),
    (Mood.DONE, r"(?:未実施|実績なし|該当なし|特になし|(?:研究|検討|協議|調整)中|済み?)$", "スケジュールが合わず未実施"),
    (Mood.MEANT, r"予定(?:である|です|)$", "市民向けのSNS講座を1回行う予定"),
    (Mood.MEANT, r"[るうくすむつぶぐ]$", "引き続き周知を図る"),
    (Mood.MEANT, r"(?:を|の)?目指す?$", "登録者数の増加を目指す"),
)

# Labels that say which statement follows, each with an example.
BASELINE_LABEL = re.compile(r"【(?:現状|現況|事業目標|基準値|当初値)")  # 【現状】課内で検討中
RESULT_LABEL = re.compile(r"【[^】]*(?:結果|実績)")  # 【結果/目標】3/4箇所
TARGET_LABEL = re.compile(r"【(?:数値)?目標】")  # 【目標】4回
# The same said in words: 60回を目標とし, 32%をめざす.
AIMED = re.compile(r"\d[^\d。、]{0,4}を(?:目標[にと]|目指|めざ)")
COUNT_LABEL = re.compile(r"【(?![^】]*目標)[^】]*】[^【。]*\d")  # 【回数】11回
# What was reached of what was meant, without a label that says so: an answer, so no plan.
_OF = r"/\s*\d[\d,.]*\s*"
ANSWER = re.compile(
    r"\s*(?:【[^】]*】)?\s*\d[\d,.]*\s*"
    rf"(?:{_OF}(?!から|まで|より|[にの付、)])[^\d\s月日年/]|(?P<unit>[^\d\s/。]{{1,3}}){_OF}(?P=unit))"  # 4/4回, 3人/5人
    rf"|目標[^。]*?\d[^。]*?(?:[{ARROWS}]|に対し)[^。]*\d"  # 目標4回→実績3回
)
_LABEL = re.compile(r"【[^】]*】")
_ENDS = tuple((mood, re.compile(pattern)) for mood, pattern, _ in ENDS)
_STOP = re.compile(r"[。\n]")
_COMMENT = re.compile(r"\([^()]*\)")

# An initiative's last words: nothing need follow them.
CLOSING = re.compile(r"終了|廃止|統合|移管|見送(?:る|っ)|中断|終える|しない(?:もの|こと)とす")

# What words without 【現状】 cost as a baseline; few baselines have none.
UNLABELLED = 1.1


@dataclass(frozen=True)
class Signs:
    """What a cell's words cost (0: fits, about 1: unusual, 3 and more: out of place) as a cell of each kind."""

    as_baseline: float = 0.0
    as_plan: float = 0.0
    as_result: float = 0.0

    def cost(self, kind: Kind) -> float:
        """Return what it costs to take the cell for one of `kind`."""
        return {Kind.BASELINE_GOAL: self.as_baseline, Kind.PLAN: self.as_plan, Kind.RESULT: self.as_result}[kind]


@lru_cache(maxsize=8192)
def moods(text: str) -> tuple[Mood, ...]:
    """Return the mood of each sentence; labels, comments in brackets and counts are no sentences.

    >>> [m.value for m in moods("情報収集を行った。 引き続き検討する。【回数】2回")]
    ['done', 'meant']
    """
    plain = _COMMENT.sub("", unicodedata.normalize("NFKC", text))
    parts = (part for stretch in _STOP.split(plain) for part in _LABEL.split(stretch))
    return tuple(mood for part in parts if (mood := _mood(part.rstrip(" )」・"))) is not None)


def _mood(sentence: str) -> Mood | None:
    """Return the mood of one sentence, also where a blank stands for its full stop, None where it has no verb."""
    for ending in (sentence, *reversed(sentence.split())):
        for mood, pattern in _ENDS:
            if len(ending) > 2 and pattern.search(ending):
                return mood
    return None


@lru_cache(maxsize=8192)
def read_signs(text: str) -> Signs:
    """Return what a cell's words cost as each kind of cell."""
    if not text.strip():
        return Signs()
    if BASELINE_LABEL.search(text):
        return Signs(0.0, 3.0, 3.0)
    found = moods(text)
    done, meant = Mood.DONE in found, Mood.MEANT in found
    result_label = RESULT_LABEL.search(text) or ANSWER.match(unicodedata.normalize("NFKC", text))
    counted, target = COUNT_LABEL.search(text), TARGET_LABEL.search(text)
    as_plan = 1.2 if done and (meant or target) else 3.0 if done else 1.5 if found and set(found) == {Mood.STATE} else 0.0
    if result_label:
        as_plan += 1.0 if done or meant else 3.0
    elif counted and not found:
        as_plan = 2.0
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
