"""Where headings name years alone, a table's own title may say what its values are: 見込量, 人口の計画 beside 人口の実績.

Tables of the same headings, one of what was planned, one of what came of it and one of how far they are apart, tell each other.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_years import plain
from loaders.mapping.words.row_kinds import OTHER_HALF, kind_of, plan_and_result
from loaders.patterns import Pattern


@dataclass(frozen=True)
class TitleKind:
    """What a title says that its table's values are; it `is_sure` where its words are known, and no likeness told."""

    use: Use
    is_sure: bool = True


_ENDS = r"(?:の?(?:一覧|推移|状況))?表?(?:\(.*\))?(?:[^年]{1,4}年\d+月(?:\d+日|末日?)?(?:現在|時点|作成|策定|公表))?$"
# Words that no plan is called by; 計画 and 目標 may be the plan's name unless a table beside is of what came of them.
_PLANNED = Pattern(rf"(?:目標値|計画[値量]|見込[量値]|見込み量|推計値){_ENDS}")
_DONE = Pattern(rf"実績[値量]?{_ENDS}")
_EITHER = Pattern(rf"(?:数値)?(?P<kind>計画|目標|実績|結果)[値量]?{_ENDS}")
# A note tells what a line or brackets hold (（　）内は計画値), and is no title.
_OF_LINES = Pattern(r"[(\[〔【〈<][)\]〕】〉>]|[上下]段")
_ORDER = Pattern(r"^(?:表|図表|別表|別紙)?[\d\-－ー.．、()①-⑳]*")


def kind_told(title: str, others: Iterable[str]) -> Use | None:
    """Return what a table's title says that its values are, None where it says nothing; `others` are titles beside it.

    >>> kind_told("第7期見込量", []), kind_told("環境の計画", [])
    (<Use.TARGET: 'target'>, None)
    >>> kind_told("（　）内は計画値", [])
    >>> kind_told("表1 人口の計画", ["表2 人口の実績"]), kind_told("表1 年度別の数値目標", ["表2 年度別の実績"])
    (<Use.TARGET: 'target'>, <Use.TARGET: 'target'>)
    """
    words = _unwrapped(title)
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
    beside = map(_unwrapped, others)
    is_answered = any(_EITHER.search(o) and _bare(o) == bare and o != words and ("実績" in o or "結果" in o) for o in beside)
    return Use.TARGET if is_answered else None


def _unwrapped(title: str) -> str:
    """Return a title with the kind that stands in brackets behind it as its last words: 様式2（実績）."""
    return _WRAPPED.sub(r"\1", plain(title))


_WRAPPED = Pattern(r"(?<=[^()])\(((?:計画|目標|実績|結果)[値量]?)\)$")


def _bare(words: str) -> str:
    """Return a title without its number and the word for the kind of its values."""
    return _ORDER.sub("", _EITHER.sub("", words)).strip("のー-")


def kinds_of_titles(titles: Sequence[str]) -> dict[str, Use]:
    """Return what titles of tables that are alike besides say of their values; none where no two of them part plan and result.

    >>> found = kinds_of_titles(["１　計画した量", "２　実際の量", "３　ちがい（実際の量－計画した量）"])
    >>> [use.value for use in found.values()], kinds_of_titles(["中央館", "北分館"])
    (['target', 'result', 'rate'], {})
    """
    stems = {title: _stem(title) for title in titles}
    rates = {title: Use.RATE for title in titles if _is_reckoned(title, [s for t, s in stems.items() if t != title])}
    open_ones = {title: stem for title, stem in stems.items() if title not in rates}
    told = {title: kind for title, stem in open_ones.items() if (kind := _kind(stem)) in OTHER_HALF}
    words = [_WORDS[told[title]] if title in told else stem for title, stem in open_ones.items()]
    if len(words) == len(_WORDS) and (likened := plan_and_result(*words)):
        told = dict(zip(open_ones, likened, strict=True))
    halves = set(told.values()) & set(OTHER_HALF)
    others = [title for title in open_ones if title not in told]
    if len(halves) == len(others) == 1 and rates:
        # What a difference is taken of is the plan and what came of it.
        told[others[0]] = OTHER_HALF[halves.pop()]
    elif len(halves) == 1 and len(others) > 1:
        # Beside the one half that is told one title alone is like the other; what else stands there is neither.
        [half] = halves
        near = [title for title in others if plan_and_result(_WORDS[half], stems[title])]
        told |= {near[0]: OTHER_HALF[half]} if len(near) == 1 else {}
    is_parted = set(told.values()) == set(OTHER_HALF) or (bool(told) and bool(rates) and len(told | rates) == len(stems))
    known = dict.fromkeys(titles, Use.UNREAD) | told | rates
    return known if is_parted else {}


# What a title that begins with a kind's word is held against the other by.
_WORDS = {Use.TARGET: "目標", Use.RESULT: "実績"}


def kind_among(titles: Sequence[str], own: str) -> TitleKind | None:
    """Return what a table's own title says of its values beside those of tables that are alike besides."""
    use = kinds_of_titles(list(dict.fromkeys(titles))).get(own)
    return None if use is None else TitleKind(use, kind_of(_stem(own)) is use)


def _stem(title: str) -> str:
    """Return the words of a title without its number and without what stands in brackets behind it."""
    return _ORDER.sub("", re.sub(r"\(.*\)$", "", plain(title)))


def _is_reckoned(title: str, others: Iterable[str]) -> bool:
    """Return whether a title says that its values are reckoned from those of the tables beside it: 実際の量－計画した量."""
    behind = re.search(r"\((.*)\)$", plain(title))
    is_formula = behind is not None and re.search(r"[-−－‐–÷/／]", behind[1]) is not None
    named = behind is not None and any(stem and stem in behind[1] for stem in others)
    return (is_formula and named) or kind_of(_stem(title)) is Use.RATE


def _kind(stem: str) -> Use | None:
    """Return what the words of a title end in or begin with: 計画した量, 成果指標の目標値."""
    begins = re.match(r"[一-龥]{2,4}(?=[ぁ-ん])", stem)
    return kind_of(stem) or (kind_of(begins[0]) if begins else None)
