"""事業目標 may promise a thing by a year (令和3年度までに構築する): what is promised, for when, and in which words.

A year promises where a mark of time follows it (までに, 中に, から with a beginning) and words of what will be; a day on which
something is counted (現在, 時点), what was (導入した), and what a year only names (年度比, 国勢調査) promise nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.model import Cell, Kind, Promise
from loaders.patterns import Pattern
from loaders.prose.dates import fiscal_year, parse_date
from loaders.prose.eras import ERA, ERA_COUNT, WESTERN_YEAR, find_fiscal_year
from loaders.prose.vocabulary import any_of, load_rows, load_signs, words_of
from loaders.prose.widths import narrow


@dataclass(frozen=True)
class _Signs:
    """What the rules below look for; vocabulary/promises.toml tells what each means, with examples."""

    counted: Pattern
    past: Pattern
    bare: Pattern
    leading: Pattern


_SIGNS: Final = load_signs(_Signs, words_of(__file__))

_NAMED: Final = rf"(?:{ERA}\s?{ERA_COUNT}|{WESTERN_YEAR})"
# A year, or a month of it: 令和6年3月までに is still 2023.
ONE_YEAR: Final = rf"(?P<year>{_NAMED}\s?年度)|(?P<month>{_NAMED}\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?)"
_PERIOD: Final = r"(?P<period>本?計画期間)"
_END: Final = r"(?:末|当初|当始|中|内)?"
# What makes a year the one by which, in which or from which something will be.
MARKS: Final = load_rows(words_of(__file__, "deadlines"))
_DEADLINE: Final = Pattern(rf"(?:{ONE_YEAR}|{_PERIOD}){_END}\s?(?P<mark>{any_of(MARKS).pattern})?、?")
# Where what is promised ends, and what lies between brackets.
_STOP: Final = Pattern(r"[。\n【※]|$")
_LISTED: Final = Pattern(r"\(([^()]*)\)")
_IN_LIST: Final = Pattern(rf"(?:{ONE_YEAR}){_END}(?:に|まで|までに)?\s?(?P<what>[^、,・()\d][^、,()]*)?")
_LONGEST: Final = 80
_TRAILING: Final = Pattern(r"[\s、。,・]+$|(?:し|て)?、$")
# How sure a promise is: with a mark of time, from a list in brackets, from the words before the year, of the state of things.
_SURE, _LISTED_SURE, _BEFORE, _OF_STATE = 0.9, 0.8, 0.7, 0.6
_STATE_ONLY: Final = Pattern(r"【現状】(?![^【]*【)")


def find_promises(cells: Sequence[Cell], last_year: int) -> tuple[Promise, ...]:
    """Return what 現状及び事業目標 promises, in the order of its words; 計画期間内 is by `last_year`, the plan's last."""
    found = []
    for cell in cells:
        if cell.place.kind is Kind.BASELINE_GOAL:
            for year, what, start, end, sure in _promises(cell.text, last_year):
                at = cell.span_start
                quote = cell.text[start:end]
                found.append(Promise(year, what, quote, cell.printed, at + start, at + end, min(sure, cell.confidence)))
    return tuple(found)


def _promises(text: str, last_year: int) -> Iterator[tuple[int, str, int, int, float]]:
    # As long as the text, character by character: what is promised is said in the text's own words.
    words = narrow(text)
    lists = [match for match in _LISTED.finditer(words) if _DEADLINE.search(match[1])]
    done: set[tuple[int, str]] = set()
    for promise in (*_listed(words, text, lists), *_told(words, text, lists, last_year)):
        if promise[:2] not in done:
            done.add(promise[:2])
            yield promise


def _listed(words: str, text: str, lists: Sequence[re.Match[str]]) -> Iterator[tuple[int, str, int, int, float]]:
    """Yield what brackets list by years: (平成30年度検討、令和3年度構築運用), or a year alone behind what is to be done."""
    for brackets in lists:
        if "~" in brackets[1] or "〜" in brackets[1] or "～" in brackets[1]:
            continue
        for item in _IN_LIST.finditer(brackets[1]):
            if _SIGNS.counted.match(brackets[1], max(item.end("year"), item.end("month"))):
                continue
            start, end = brackets.start(1) + item.start(), brackets.start(1) + item.end()
            first = brackets.start(1)
            what = text[first + item.start("what") : first + item.end("what")].strip() if item["what"] else ""
            sure = _LISTED_SURE
            if not what and item.start() == 0 and len(brackets[1]) - item.end() <= 1:
                begin = max(words.rfind(sign, 0, brackets.start()) for sign in "。、\n】)") + 1
                what, start, sure = text[begin : brackets.start()].strip(), begin, _BEFORE
            if what and not _SIGNS.past.search(what):
                yield _year(item, 0), _short(what), start, end, sure


def _told(words: str, text: str, lists: Sequence[re.Match[str]], last_year: int) -> Iterator[tuple[int, str, int, int, float]]:
    """Yield what sentences promise: a year with a mark of time, and what follows up to the next such year."""
    marked = [
        match
        for match in _DEADLINE.finditer(words)
        if not any(brackets.start() <= match.start() < brackets.end() for brackets in lists) and _is_marked(words, match)
    ]
    for at, match in enumerate(marked):
        stop = _STOP.search(words, match.end())
        end = stop.start() if stop else len(words)
        if at + 1 < len(marked):
            end = min(end, marked[at + 1].start())
        what, sure, start = text[match.end() : end], _SURE, match.start()
        if _SIGNS.past.search(what.rstrip()) or not what.strip(" 、。"):
            continue
        if _SIGNS.bare.match(what.strip()):
            begin = max([0, *(words.rfind(sign, 0, match.start()) + 1 for sign in "。\n】)")])
            before = _SIGNS.leading.sub("", text[begin : match.start()])
            if at and marked[at - 1].start() >= begin:
                before = ""
            what, start = before + what, begin if before else start
            sure = _BEFORE if before else sure
        if _STATE_ONLY.search(words[: match.start()]):
            sure = _OF_STATE
        yield _year(match, last_year), _short(what), start, end, sure


def _is_marked(words: str, match: re.Match[str]) -> bool:
    """Return whether a year has a mark of time, and no other use of it follows: 現在, 時点, 年度比."""
    if match["mark"] is None or _SIGNS.counted.match(words[match.end("mark") - len(match["mark"]) :]):
        return False
    return match["period"] is None or match["mark"].startswith(("中", "内", "まで"))


def _year(match: re.Match[str], last_year: int) -> int:
    """Return the fiscal year by which it is: 令和6年3月 is 2023."""
    named = match.groupdict()
    if named.get("period"):
        return last_year
    if named.get("month"):
        month = named["month"] if named["month"].endswith("日") else f"{named['month']}1日"
        day = parse_date(month)
        # By April means by its first day: until then it is the year before only where the month itself is before April.
        return fiscal_year(day) if day else find_fiscal_year(named["month"]) or last_year
    return find_fiscal_year(named["year"] or "") or last_year


def _short(what: str) -> str:
    said = _TRAILING.sub("", _SIGNS.leading.sub("", what.strip()))
    return said if len(said) <= _LONGEST else said[:_LONGEST] + "…"
