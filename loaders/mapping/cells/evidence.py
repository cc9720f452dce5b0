"""What a column's cells look like says as much as its heading: values, sentences, sections, units, grades, 目標 and 実績."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from loaders.mapping.cells.numbered import states_numbered_values
from loaders.mapping.cells.pairs import is_in_own_words, split_pair
from loaders.mapping.cells.row_years import name_years
from loaders.mapping.cells.values import is_blank, is_not_reported, read_range, read_values, stands_for_value
from loaders.mapping.model.looks import Evidence
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.directions import direction_told, without_bound
from loaders.mapping.words.heading_years import plain
from loaders.mapping.words.row_kinds import guessed_kinds, kind_of, kinds_in
from loaders.numbers.units import names_unit
from loaders.patterns import Pattern
from loaders.prose.arrows import ARROWS
from loaders.prose.eras import parse_fiscal_year
from loaders.prose.moods import Mood, moods
from loaders.prose.widths import narrow
from loaders.table.cells_tell import states_or_aims
from loaders.table.departments import DIVISION_ENDS, SECTION_ENDS, is_lead_mark

# Cells that are looked at: a column shows what it is in its first hundreds.
SAMPLE = 400
SENTENCE = 20

_SECTION = Pattern(rf".*(?:{SECTION_ENDS}|{DIVISION_ENDS}|協議会|学校|チーム|担当)(?:\(.*\))?")
_GRADE = Pattern(
    r"[SABCDEFsabcde][+\-]?|I{1,3}|IV|V|[◎○〇◯●△▲×✕✖☆★□■◇◆－]|未達|(?:目標)?(?:未)?達成(?:済|済み|見込み?|できず|ならず)?|(?:概ね|おおむね|ほぼ|一部|やや|大きく|極めて)?(?:順調|達成|遅れ|遅延|改善|悪化|良好|不調|実現|未実現|上昇|低下|維持|増加|減少|横ばい|変化なし|不十分|十分)(?:である|している|に推移|に進んでいる|ている|あり|気味|傾向)?"
    r"|(?:順調|計画)(?:では|で)ない|未着手|着手|完了|実施済み?|実施中|継続|廃止|休止|中止|終了|見直し|拡大|縮小|統合|(?:目標)?(?:以上|以下|どおり|通り|未満)"
)
_RATE = Pattern(r"[+\-▲△]?\d[\d,.]*(?:[%％]|ポイント|倍)?")
# From how much to how much: 97.4 → 100, 18件⇒60件.
_MOVING = Pattern(rf"\d\D{{0,8}}(?:[{ARROWS}➝]|->)\D{{0,12}}\d")


def look_at(cells: Sequence[str], in_forms: Sequence[str] = ()) -> Evidence:
    """Return what the non-blank cells of a column look like; `in_forms` are its words in all forms like its."""
    known = _known(cells)
    if not known:
        return Evidence(0)
    size, kinds = len(known), kinds_in(in_forms or known)
    guessed = guessed_kinds(kinds)

    def share(test: Callable[[str], bool]) -> float:
        return sum(map(test, known)) / size

    return Evidence(
        count=size,
        values=0.0 if is_outline(known) or _are_groups(known) else share(_is_value),
        sentences=share(lambda text: len(text) >= SENTENCE or text.endswith("。")),
        years=_share_of_years(known),
        bare_years=share(lambda text: re.fullmatch(r"(?:19|20)\d\d(?:\.0)?", plain(text)) is not None),
        kinds=share(lambda text: text in kinds),
        kind_variety=len(set(kinds.values())),
        guessed_kinds=share(lambda text: text in guessed),
        has_plan_and_result=Use.RESULT in kinds.values() and not {Use.TARGET, Use.FORECAST}.isdisjoint(kinds.values()),
        units=share(is_unit),
        sections=share(
            lambda text: len(text) <= 60 and all(_SECTION.fullmatch(p) for p in re.split(r"[\s、，,・/／]+", plain(text)) if p)
        ),
        grades=share(is_grade),
        codes=share(
            lambda text: len(text) <= 14 and re.search(r"[\d①-⑳]", text) is not None and not text.endswith(("%", "％"))
        ),
        leads=share(lambda text: is_lead_mark(text)),
        signs=share(lambda text: re.search(r"\w", text) is None),
        directions=share(lambda text: direction_told(text) is not None),
        suffixed=share(lambda text: split_kind(text)[1] is not None),
        pairs=share(lambda text: bool(split_pair(text, ()))),
        likened_pairs=share(is_in_own_words),
        parted=share(lambda text: bool(split_pair(text, (Use.TARGET, Use.RESULT)))),
        lined=share(_has_lines),
        dated=share(lambda text: any(value.measured is not None for value in read_values(text))),
        aimed=share(states_or_aims),
        moving=share(lambda text: _MOVING.search(narrow(text)) is not None),
        done=share(lambda text: Mood.DONE in moods(text)),
        worded=share(lambda text: all(value.label for value in read_values(text)) and not is_not_reported(text)),
        distinct=len(set(known)) / size,
        length=sum(map(len, known)) / size,
    )


def _has_lines(text: str) -> bool:
    """Return whether a cell holds a plan and a result on lines of their own, with their rate below or not."""
    both = (Use.TARGET, Use.RESULT)
    return "\n" in text.strip() and any(split_pair(text, order) for order in (both, (*both, Use.RATE)))


_OUTLINED = Pattern(r"(\d{1,2})[.．、)）]?\s+(\D.*)", re.DOTALL)


def is_outline(cells: Sequence[str]) -> bool:
    """Return whether the cells are titles with their numbers (1 新しい人の流れをつくる) and no values that words stand behind.

    A number stands before one title only, and titles come again, or the numbers count on from 1.
    """
    parts = [match.groups() for cell in cells if (match := _OUTLINED.fullmatch(cell.strip()))]
    titles = dict.fromkeys(parts)
    numbers = [int(number) for number, _ in titles]
    is_one_to_one = len(titles) == len(set(numbers)) == len({words for _, words in titles})
    counts_on = sorted(numbers) == list(range(1, len(numbers) + 1))
    return len(parts) == len(cells) > 1 and is_one_to_one and (len(titles) < len(parts) or counts_on)


_AGES = Pattern(r"[^\d]*\d{1,3}歳?(?:[~〜～\-−–ー]\d{1,3})?歳?(?:代|以上|未満|以下)?[^\d]{0,4}")
_FROM_TO = Pattern(r"\d歳?[~〜～\-−–ー]\d{1,3}歳")
_SCHOOL_YEAR = Pattern(r"(?:小|中|高)(?:学校?|校)?\d(?:年生?)?")


def _are_groups(cells: Sequence[str]) -> bool:
    """Return whether the cells are what people are parted by, and no values: ages (20~64歳), school years (小6), or both.

    An age alone (65歳) may be a value; one of those that go from an age to another is none.
    """
    told = [plain(text) for text in cells if any(map(str.isnumeric, plain(text)))]
    are_groups = all(_SCHOOL_YEAR.fullmatch(text) or ("歳" in text and _AGES.fullmatch(text)) for text in told)
    return are_groups and any(_SCHOOL_YEAR.fullmatch(text) or _FROM_TO.search(text) for text in told)


def _known(cells: Sequence[str]) -> list[str]:
    return [text.strip() for text in cells[:SAMPLE] if not is_blank(text)]


def count_values(cells: Sequence[str]) -> tuple[int, int]:
    """Return how many of a column's non-blank cells are values, and how many such cells there are."""
    known = _known(cells)
    return sum(map(_is_value, known)), len(known)


def _is_value(text: str) -> bool:
    return stands_for_value(text) or bool(read_range(text)) or states_numbered_values(text)


def _share_of_years(known: Sequence[str]) -> float:
    """Return how many of a column's cells name a year; digits alone do so below a year that they follow."""
    named = zip(known, name_years(known), strict=True)
    return sum(
        is_year or (not plain(text).isdecimal() and parse_fiscal_year(text) is not None) for text, is_year in named
    ) / len(known)


_KIND_BEHIND = (
    r"(?P<name>.*?)[\s・:：]*(?:[(（\[【](?P<inside>[^()（）\[\]【】]{2,8})[)）\]】]|(?P<outside>目標値?|計画値|実績値?))\s*"
)
_LAST = Pattern(rf"{_KIND_BEHIND}(?P<behind>)", re.DOTALL)
_SUFFIX = Pattern(rf"{_KIND_BEHIND}(?P<behind>[(（][^()（）]{{1,8}}[)）])?", re.DOTALL)


@lru_cache(maxsize=16384)
def split_kind(text: str) -> tuple[str, Use | None]:
    """Return an item's name without the kind that it ends in, and that kind: 認定者数（実績）; None where it ends in none.

    Its unit, or its part, may stand behind that: 受講者数（計画値）（人） is 受講者数（人）.

    >>> split_kind("認定者数（実績）"), split_kind("計画の推計"), split_kind("受診者数（人）")
    (('認定者数', <Use.RESULT: 'result'>), ('', <Use.TARGET: 'target'>), ('受診者数（人）', None))
    >>> split_kind("受講者数（計画値）（人）"), split_kind("受講者数（計画）（市内）")
    (('受講者数（人）', <Use.TARGET: 'target'>), ('受講者数（市内）', <Use.TARGET: 'target'>))
    >>> split_kind("利用件数（延べ）（計画値）")
    ('利用件数（延べ）', <Use.TARGET: 'target'>)
    """
    if (whole := kind_of(text)) is not None and whole not in (Use.COMMENT, Use.UNREAD):
        return "", whole
    for pattern in (_LAST, _SUFFIX):
        found = pattern.fullmatch(text.strip())
        kind = kind_of(found["inside"] or found["outside"]) if found else None
        if found is not None and kind in (Use.TARGET, Use.RESULT, Use.FORECAST) and found["name"]:
            return found["name"].strip() + (found["behind"] or ""), kind
    return text, None


def is_unit(text: str) -> bool:
    """Return whether a cell is a unit, in brackets or not, alone or with the bound of targets: 人, 箇所/年, （％）, 件以下."""
    return names_unit(without_bound(plain(text).strip("()[]【】")))


def are_units(texts: Sequence[str]) -> bool:
    """Return whether cells side by side are units in brackets, of which some may be unknown: （km） （圃） （千円）."""
    return any(map(is_unit, texts)) and all(_IN_BRACKETS.fullmatch(text.strip()) and kind_of(text) is None for text in texts)


_IN_BRACKETS = Pattern(r"[(（\[［][^()（）\[\]［］\d]{1,4}[)）\]］]")


def is_grade(text: str) -> bool:
    """Return whether a cell is a verdict in a letter, a sign or a set phrase: A, ◎, 概ね順調, 達成."""
    bare = plain(text).upper().strip("()[]【】")
    return len(bare) <= 12 and _GRADE.fullmatch(bare) is not None


def is_rate(text: str) -> bool:
    """Return whether a cell is a ratio or a difference: 98.3%, ▲2, 0.98."""
    return _RATE.fullmatch(plain(text)) is not None
