"""Where headings name years alone, a table's own title may say what its values are: 見込量, 人口の計画 beside 人口の実績."""

import re
from collections.abc import Iterable

from loaders.mapping.cues import plain
from loaders.mapping.mapping import Use

_ENDS = r"(?:の?(?:一覧|推移|状況))?表?(?:\(.*\))?$"
# Words that no plan is called by; 計画 and 目標 may be the plan's name unless a table beside is of what came of them.
_PLANNED = re.compile(rf"(?:目標値|計画[値量]|見込[量値]|見込み量|推計値){_ENDS}")
_DONE = re.compile(rf"実績[値量]?{_ENDS}")
_EITHER = re.compile(rf"(?P<kind>計画|目標|実績|結果)[値量]?{_ENDS}")
# A note tells what a line or brackets hold (（　）内は計画値), and is no title.
_OF_LINES = re.compile(r"[(\[〔【〈<][)\]〕】〉>]|[上下]段")
_ORDER = re.compile(r"^(?:表|図表|別表|別紙)?[\d\-－ー.．、()①-⑳]*")


def kind_told(title: str, others: Iterable[str]) -> Use | None:
    """Return what a table's title says that its values are, None where it says nothing; `others` are titles beside it.

    >>> kind_told("第7期見込量", []), kind_told("環境の計画", [])
    (<Use.TARGET: 'target'>, None)
    >>> kind_told("（　）内は計画値", [])
    >>> kind_told("表1 人口の計画", ["表2 人口の実績"])
    <Use.TARGET: 'target'>
    """
    words = plain(title)
    if _OF_LINES.search(words):
        return None
    if _DONE.search(words):
        return Use.RESULT
    if _PLANNED.search(words):
        return Use.TARGET
    found = _EITHER.search(words)
    if found is None or found["kind"] not in ("計画", "目標"):
        return None
    bare = _bare(words)
    beside = (plain(other) for other in others)
    is_answered = any(_EITHER.search(o) and _bare(o) == bare and o != words and ("実績" in o or "結果" in o) for o in beside)
    return Use.TARGET if is_answered else None


def _bare(words: str) -> str:
    """Return a title without its number and the word for the kind of its values."""
    return _ORDER.sub("", _EITHER.sub("", words)).strip("のー-")
