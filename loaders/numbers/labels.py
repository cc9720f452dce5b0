"""Words in 【…】 label what follows them (【広報紙での周知】5回), and sometimes hold it (【結果：1件(207件申し込み)】).

A role before a colon (目標：30手続, KPI：45手続) labels the rest of its sentence likewise, in the midst of prose too.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from loaders.model import Kind, Role
from loaders.numbers.other_numbers import OtherNumber, offsets_of
from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS

_TAG = Pattern(r"【([^【】]*)】|［([^［］]*)］|\[([^\[\]]*)\]|〔([^〔〕]*)〕|《([^《》]*)》")
# What stands before a colon, at the beginning of a word.
_COLON_LABEL = (
    rf"(?:^|(?<=[\s。、(（・/／{ARROWS}■●◆]))"
    r"((?:最終|到達|達成|数値|事業|成果)?(?:目標|指標)値?|(?:現状|現況|基準|当初)値?|(?:計画|予定|実績|結果)[値数]?|KPI)"
    r"(?:\([^()]{1,12}\))?\s?[:：]\s?"
)
_LABEL = Pattern(f"{_TAG.pattern}|{_COLON_LABEL}")
_COLON = Pattern(r"[:：](?=.*\d)")

# Words of a label that say the role of its numbers: in a year's cell, in 現状及び事業目標, and an example. The first word that
# a label holds decides.
ROLE_WORDS: tuple[tuple[str, Role, Role, str], ...] = (
    ("現状", Role.BASELINE, Role.BASELINE, "【現状】登録数9,484人"),
    ("現況", Role.BASELINE, Role.BASELINE, "【現況値】12%"),
    ("基準値", Role.BASELINE, Role.BASELINE, "【基準値】12%"),
    ("当初値", Role.BASELINE, Role.BASELINE, "【当初値】12%"),
    ("^(?:出発点|起点|スタート|いま|今の値|策定時|計画前)$", Role.BASELINE, Role.BASELINE, "【出発点】12%"),
    ("最終目標", Role.FINAL_GOAL, Role.FINAL_GOAL, "【最終目標】80%"),
    ("事業目標", Role.FINAL_GOAL, Role.FINAL_GOAL, "【事業目標】登録数11,000人"),
    ("目指す(?:べき)?姿|あるべき姿|将来像", Role.FINAL_GOAL, Role.FINAL_GOAL, "【目指す姿】修了者80人"),
    ("^(?:ゴール|終着点|着地点|めざす(?:値|水準))$", Role.TARGET, Role.FINAL_GOAL, "【ゴール】80%"),
    ("目標", Role.TARGET, Role.FINAL_GOAL, "【目標】4回"),
    ("計画(?:値|数|回数|件数)?$", Role.TARGET, Role.FINAL_GOAL, "【計画】4回"),
    ("予定(?:値|数|回数|件数)?$", Role.TARGET, Role.FINAL_GOAL, "【予定】4回"),
    ("結果", Role.RESULT, Role.BASELINE, "【結果】632台"),
    ("実績", Role.RESULT, Role.BASELINE, "【貸出実績】7件"),
)

# Labels that say nothing of what is counted, beside those that say no more than that here is the figure (KPI, 成果指標).
GENERIC_NOUNS = frozenset(
    {
        "",
        "回数",
        "件数",
        "人数",
        "数",
        "数値",
        "内容",
        "内訳",
        "場所",
        "状況",
        "その他",
        "値",
        "及び",
        "と",
    }
)
_FIGURE = Pattern(r"KPI|(?:成果|数値|達成)?指標値?")
_ROLE_WORD = Pattern("|".join(word for word, *_ in ROLE_WORDS))


@dataclass(frozen=True)
class Tag:
    """A label: its words without brackets, and the offsets of its brackets; both 0 where the column's heading is the label.

    `is_bracketed` is False for words before a colon.
    """

    words: str
    start: int
    end: int
    is_bracketed: bool = True

    @property
    def is_printed(self) -> bool:
        """Whether the label stands in the cell itself."""
        return self.end > self.start


@dataclass(frozen=True)
class Segment:
    """The words from `start` to `end` that a label governs; `tag` is None before the first label of a cell."""

    tag: Tag | None
    start: int
    end: int


def segments(text: str, others: Sequence[OtherNumber] = (), heading: str = "") -> Iterator[Segment]:
    """Yield the parts of a cell's text in order; a label that holds its own value (【更新回数：月1回以上】) is a part too.

    `others` are the words of the text with digits that measure nothing: 【第2回】 holds no value. `heading` is what the heading
    of the cell's own column says of its numbers (基準値), '' where it says nothing: it labels what no printed label does.
    """
    tag, start = Tag(heading, 0, 0) if heading else None, 0
    outer, ends = tag, len(text)
    measures_nothing = offsets_of(others)
    for match in _LABEL.finditer(text):
        if match.start() > ends:
            yield Segment(tag, start, ends)
            tag, start, ends = outer, ends, len(text)
        if match.start() > start:
            yield Segment(tag, start, match.start())
        if match.lastindex == _LABEL.groups:
            tag, start = Tag(match[_LABEL.groups], match.start(), match.end(), is_bracketed=False), match.end()
            ends = _sentence_end(text, start)
            continue
        inner, inner_start = match[match.lastindex or 0], match.start(match.lastindex or 0)
        colon, digit = _COLON.search(inner), _first_digit(inner, inner_start, measures_nothing)
        words = inner if digit is None else inner[: colon.start()] if colon else inner[:digit]
        tag, start = Tag(words.strip(), match.start(), match.end()), match.end()
        outer, ends = tag, len(text)
        if digit is not None:
            yield Segment(tag, inner_start + (colon.end() if colon else 0), match.end() - 1)
    if start < ends < len(text):
        yield Segment(tag, start, ends)
        tag, start = outer, ends
    if start < len(text):
        yield Segment(tag, start, len(text))


def roles(words: str, kind: Kind) -> tuple[Role, ...]:
    """Return the roles that a label names, in its order: none, one, or two for a pair.

    >>> roles("結果/目標", Kind.RESULT)
    (<Role.RESULT: 'result'>, <Role.TARGET: 'target'>)
    >>> roles("目標→実績", Kind.RESULT)
    (<Role.TARGET: 'target'>, <Role.RESULT: 'result'>)
    >>> roles("広報紙での周知", Kind.PLAN)
    ()
    """
    parts = re.split(f"[/／・{ARROWS}]", words)
    found = [role for part in parts if (role := _role(part, kind)) is not None]
    return tuple(found[:2])


def declares_figure(words: str) -> bool:
    """Tell whether a label says no more than that here is the figure of the cell's own kind (KPI, 成果指標).

    >>> declares_figure("KPI"), declares_figure("目標"), declares_figure("内容")
    (True, False, False)
    """
    return _FIGURE.fullmatch(words.strip()) is not None


def names_subject(words: str) -> bool:
    """Tell whether a label says what is counted (広報紙での周知) rather than only its role or that it is a count (目標, 回数).

    >>> [names_subject(words) for words in ("結果/目標", "内容", "成果指標", "登録数", "参加人数")]
    [False, False, False, True, True]
    """
    rest = re.sub(r"[/／・\s:：]", "", _ROLE_WORD.sub("", words))
    return rest not in GENERIC_NOUNS and not declares_figure(rest)


def _sentence_end(text: str, start: int) -> int:
    """Return where the sentence ends that goes on at `start`: behind its 。, or at the end of its line."""
    found = re.search(r"。|\n", text[start:])
    return start + found.end() if found else len(text)


def _first_digit(inner: str, inner_start: int, measures_nothing: Set[int]) -> int | None:
    """Return where the first digit of a label's words stands that is part of a value."""
    return next((m.start() for m in re.finditer(r"\d", inner) if inner_start + m.start() not in measures_nothing), None)


def _role(words: str, kind: Kind) -> Role | None:
    for word, in_year, in_base, _ in ROLE_WORDS:
        if re.search(word, words):
            return in_base if kind is Kind.BASELINE_GOAL else in_year
    return None
