"""What a sentence of an office says at its end: that something was done (周知を図った), is meant (周知を図る), or is so.

Office prose ends its sentences in few ways, so a closed list of endings does; a morphological analyser is not used. In goes a
text, out comes the mood of each of its sentences.
"""

import unicodedata
from enum import StrEnum
from functools import lru_cache

from loaders.patterns import Pattern


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
    (Mood.DONE, r"(?:た|[んい]だ|ず)$", "周知を図った"),
    (Mood.DONE, r"(?:未実施|実績なし|該当なし|特になし|(?:研究|検討|協議|調整)中|済み?)$", "スケジュールが合わず未実施"),
    (Mood.MEANT, r"予定(?:である|です|)$", "市民向けのSNS講座を1回行う予定"),
    (Mood.MEANT, r"[るうくすむつぶぐ]$", "引き続き周知を図る"),
    (Mood.MEANT, r"(?:を|の)?目指す?$", "登録者数の増加を目指す"),
)
_LABEL = Pattern(r"【[^】]*】")
_ENDS = tuple((mood, Pattern(pattern)) for mood, pattern, _ in ENDS)
_STOP = Pattern(r"[。\n]")
_COMMENT = Pattern(r"\([^()]*\)|(?<=\S)\s*※[^\n※]*")


@lru_cache(maxsize=8192)
def moods(text: str) -> tuple[Mood, ...]:
    """Return the mood of each sentence; labels, counts, and comments in brackets or behind ※ are none.

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
