"""A form of one project says above its table whose it is, a label and its words side by side: 事務事業名 | がん検診.

Such a line looks like headings, since half of it is; but what stands beside a label is its value, and below it stands none.
A cell may hold both (担当課：公園課), above a table or among its headings. Where a form stands again and again on a sheet, its
labels are known by that, in whatever words: 受け持ち | 総務課.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from loaders.grid.grid import Sheet, is_remark, non_empty
from loaders.mapping.cells.evidence import is_unit
from loaders.mapping.cells.values import read_values
from loaders.mapping.layout.ends_beside import ends_told, labels_an_end
from loaders.mapping.layout.line_facts import SECTION, departments_in, without_departments
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_senses import is_heading_word, is_label, is_year_heading, senses
from loaders.mapping.words.heading_units import unit_in
from loaders.mapping.words.heading_years import names_range, plain, year_of_plan
from loaders.mapping.words.row_kinds import kind_of
from loaders.mapping.words.unknown_headings import likeliest
from loaders.prose.eras import parse_date

# What a table is of, where lines above it say so and none of its columns does.
_OF_A_PROJECT = (Use.NUMBER, Use.GROUP, Use.NAME, Use.DEPARTMENT)
OF_A_TABLE = (*_OF_A_PROJECT, Use.MEASURE, Use.UNIT)
# What such lines tell besides, which is no heading of a table's either: 指標の定義 | 延べ人数.
_TOLD = (*OF_A_TABLE, Use.ACTIVITY, Use.UNREAD)
_SURE = 0.6
# How likely like headings must make a label's use.
_LIKELY = 0.4
_LONGEST_TITLE = 50
_LONGEST_LABEL = 10


def is_facts(cells: Sequence[str]) -> bool:
    """Return whether a line is labels with their values beside: 事務事業名 | がん検診推進事業 | 担当課 | 健康増進課.

    So is a title with what else is told of the table below it: （2）延長保育 | 所管：保育課 | 単位：人.

    >>> is_facts(("事業名", "検診推進事業", "担当課", "公園課")), is_facts(("事業名", "指標", "担当課", "単位"))
    (True, False)
    >>> is_facts(("（2）延長保育", "所管：保育課", "単位：人")), is_facts(("（2）延長保育",))
    (True, False)
    """
    texts = [text for _, text in non_empty(cells)]
    is_title = len(texts) == 1 and bool(departments_in(texts[0]))
    return is_title or bool(_pairs(cells)) or _is_title_with_facts(cells)


def tells_facts(sheet: Sheet, row: int) -> bool:
    """Return whether a line of a sheet is labels with their values, by its words or because its labels come again."""
    return is_facts(sheet.rows[row]) or bool(ends_told(sheet.rows[row]) or _of_a_form(sheet, row))


def _of_a_form(sheet: Sheet, row: int) -> list[tuple[Use, str]]:
    """Return what a line whose labels stand in each form of a sheet says of the table below; none where it says nothing."""
    cells = sheet.rows[row]
    pairs = [(cells[label], cells[behind] if behind >= 0 else "") for label, behind in sheet.labels_again.get(row, ())]
    if any(is_year_heading(label) or _heads_columns(label, value) for label, value in pairs):
        return []
    told = ((_use_in_a_form(label), value) for label, value in pairs if value.strip())
    return [(use, value) for use, value in told if use is not None and (use is Use.NUMBER or not _is_figure(value))]


def _use_in_a_form(label: str) -> Use | None:
    """Return what stands behind a label of forms: by its words, by what they are like, or a name where it counts the forms.

    >>> [use.value for use in map(_use_in_a_form, ("担当", "約束１")) if use], _use_in_a_form("ひとこと")
    (['department', 'name'], None)
    """
    words = re.sub(r"[\d①-⑳]+", "", label)
    return _use_by_likeness(words) or (Use.NAME if words != label else None)


def _is_figure(text: str) -> bool:
    """Return whether a cell is a value, and no name that holds a number: 12件, but not 職員１人あたり時間外勤務."""
    return any(not value.label and (value.unit is None or is_unit(value.unit)) for value in read_values(text))


def _heads_columns(label: str, value: str) -> bool:
    """Return whether what stands behind a word is a heading as well, so that they head columns side by side."""
    return is_label(value) or (is_year_heading(value) and not _names_time(label))


def _use_by_likeness(label: str) -> Use | None:
    """Return what a label's value is of a table by words that are known, or as like headings have it."""
    if (known := _use(label)) is not None or is_label(label):
        return known
    return likeliest(label, OF_A_TABLE, _LIKELY)


def _is_title_with_facts(cells: Sequence[str]) -> bool:
    texts = [text for _, text in non_empty(cells)]
    untold = [text for text in texts if labelled(text) is None]
    return len(untold) == 1 < len(texts) and untold[0] == texts[0] and bool(_short(texts[0])) and not is_label(texts[0])


def _pairs(cells: Sequence[str]) -> list[tuple[str, str]]:
    """Return the labels of a line with the value beside each, '' where none is; none where the line holds anything else."""
    pairs: list[tuple[str, str]] = []
    texts = [text for _, text in non_empty(cells)]
    for text, behind in zip(texts, [*texts[1:], ""], strict=False):
        is_year = is_year_heading(text) or year_of_plan(text) is not None
        is_named = is_label(text) or is_year or _says_of_values(text)
        if pairs and not pairs[-1][1] and (not is_named or _names_time(pairs[-1][0])):
            pairs[-1] = (pairs[-1][0], text)
        elif (is_heading_word(text) and not is_year) or _labels_a_figure(text, behind):
            pairs.append((text, ""))
        elif pairs and pairs[-1][1] and _PERSON.fullmatch(text) and _use(pairs[-1][0]) is Use.DEPARTMENT:
            continue
        else:
            return []
    is_told = any(value and (_use(label, _TOLD) is not None or _is_time(label, value)) for label, value in pairs)
    return pairs if is_told and 2 * sum(bool(value) for _, value in pairs) >= len(pairs) else []


def _labels_a_figure(text: str, behind: str) -> bool:
    """Return whether a word that heads no columns labels what stands beside it: a day, a period, a sum, a sign (方向 | ↓)."""
    if len(text) > _LONGEST_LABEL or re.search(r"[\d①-⑳。]", text) or not re.search(r"[一-龥ァ-ヶ]", text):
        return False
    is_figure = re.search(r"\d", behind) is not None and not is_heading_word(behind)
    return is_figure or _is_time(text, behind) or re.fullmatch(r"[↑↓→↗↘⇧⇩⇒+\-＋－]", behind.strip()) is not None


def _is_time(label: str, value: str) -> bool:
    """Return whether a line tells when: a day under a label of one, a period of years under one of periods, an end's year."""
    is_end = _END.fullmatch(plain(label)) is not None and is_year_heading(value)
    return _names_time(label) and (is_end or parse_date(value) is not None or names_range(value))


# When something begins and ends is no year of a column: 事業終了（予定）年度 | 令和7年度.
_END = re.compile(r"(?:事業|計画|取組|工事|助成)?(?:の?実施)?(?:開始|終了|完了|着手)(?:\(?予定\)?)?(?:年度?|時期)")
# Whose section it is stands behind it: 担当課室 | 地域交通課 | 課長 見本 太郎.
_PERSON = re.compile(r"\S{0,10}(?:長|補佐|主幹|主査|主任|参事|技監|理事|担当官?)[\s　]+\S{1,6}(?:[\s　]\S{1,6})?")


def _says_of_values(text: str) -> bool:
    """Return whether words head values (数値目標の進捗, 区分・単位): they are no project, section or aim.

    Words that head columns which are not read (登録者) may as well be counted: the name of an indicator ends so.
    """
    return any(weight >= _SURE and use not in (*_OF_A_PROJECT, Use.UNREAD) for use, weight in senses(text).items())


def _names_time(label: str) -> bool:
    return label.strip().endswith(("年度", "年", "期間", "時期", "日"))


def facts_above(sheet: Sheet, end: int, start: int = 0) -> Iterator[tuple[Use, str]]:
    """Yield what the lines `start` to `end` say of the table below them, each with what it is."""
    for row in range(start, end):
        cells = [text for _, text in non_empty(sheet.rows[row])]
        yield from chain.from_iterable(map(_told_in, cells))
        yield from ((Use.DEPARTMENT, found[1]) for text in cells if (found := _OF_A_SECTION.fullmatch(text)) is not None)
        pairs = _pairs(sheet.rows[row])
        for label, value in pairs:
            if value and (use := _use(label)) is not None and not _PERSON.fullmatch(value):
                yield use, value
        if not pairs and not any(map(_told_in, cells)):
            yield from _of_a_form(sheet, row)


def head_above(sheet: Sheet, end: int, start: int = 0) -> tuple[tuple[Use, str], ...]:
    """Return what the head of a form says of its project, none where the lines `start` to `end` are none.

    They name it, or the section of the plan that it is.
    """
    pairs = [pair for row in range(start, end) for pair in _pairs(sheet.rows[row])]
    named = [(use, value) for label, value in pairs if value and (use := _use(label, _OF_A_PROJECT)) is not None]
    again = (fact for row in range(start, end) if not _pairs(sheet.rows[row]) for fact in _of_a_form(sheet, row))
    told = tuple(fact for fact in (*named, *again) if fact[0] in _OF_A_PROJECT and not _PERSON.fullmatch(fact[1]))
    return told if any(use in (Use.NAME, Use.GROUP) for use, _ in told) else ()


def told_of_all(cells: Sequence[str]) -> tuple[tuple[Use, int], ...]:
    """Return what a line of a form tells of all values above it, labels and their words side by side, by place; else nothing.

    >>> told_of_all(("評価", "Ａ", "理由", "順調に増えた。")), told_of_all(("評価", "Ａ", "Ｂ", "Ａ"))
    (((<Use.GRADE: 'grade'>, 1), (<Use.COMMENT: 'comment'>, 3)), ())
    >>> told_of_all(("内部評価", "Ａ", "今後の方向", "見直し"))
    ((<Use.GRADE: 'grade'>, 1),)
    """
    known = list(non_empty(cells))
    labels, words = known[::2], known[1::2]
    kinds = [_kind_of_label(text) for _, text in labels]
    is_line = len(known) > 2 and len(labels) == len(words) and _TOLD_OF_ALL & set(kinds) and set(kinds) <= _OF_ALL
    told = [(kind, *word) for kind, word in zip(kinds, words, strict=False) if kind in _TOLD_OF_ALL and kind is not None]
    if not is_line or any(is_label(text) for _, _, text in told) or any(read_values(text) for _, text in words):
        return ()
    return tuple((kind, column) for kind, column, _ in told)


_TOLD_OF_ALL = frozenset({Use.GRADE, Use.COMMENT})
# What may stand in such a line besides, and is not read.
_OF_ALL = _TOLD_OF_ALL | {Use.UNREAD}


def _kind_of_label(text: str) -> Use | None:
    """Return whether a label is of a verdict, of a remark, or of what is not read (今後の方向性); None for any other."""
    if not is_label(text):
        return None
    found = senses(text)
    return kind_of(text) or max(found, key=lambda use: found[use], default=None)


def facts_around(sheet: Sheet) -> Iterator[tuple[Use, str]]:
    """Yield what lines outside of a table, on its page before it, say of it."""
    return (fact for line in sheet.around for fact in _told_in(line) if fact[0] is not Use.UNIT)


def _told_in(text: str) -> tuple[tuple[Use, str], ...]:
    """Return what a cell or a line says of a table: its one label with all words behind it, or each section that it names."""
    sections = tuple((Use.DEPARTMENT, section) for section in departments_in(text))
    fact = labelled(text)
    return sections if fact is None or re.search(r"[:：]", fact[1]) else (fact,)


def unit_told(lines: Sequence[str]) -> str:
    """Return the unit that a line above a table says all of it is kept in, '' where none does or it names several.

    >>> unit_told(["経営戦略の進捗", "（単位：千円、税抜）"]), unit_told(["単位：人、％"]), unit_told(["単位　人"])
    ('千円', '', '人')
    """
    bare = {line: fact[1] for line in lines if (fact := _labelled_without_colon(line)) is not None and fact[0] is Use.UNIT}
    told = {line: found[1] for line in lines if (found := _UNIT_TOLD.search(line))}
    units = [unit_in(f"(単位:{unit})") for unit in (told | bare).values()]
    return units[-1] if units else ""


_UNIT_TOLD = re.compile(r"単位\s*[:：]\s*([^)）\]］】\s]+)")


def title_above(sheet: Sheet, first: int) -> str:
    """Return the short line of one cell right above a table, or before it on its page: what a table of one thing is of."""
    for row in range(first - 1, -1, -1):
        known = [text for _, text in non_empty(sheet.rows[row]) if _may_be_title(text)]
        if known:
            return _short(without_departments(known[0])) if len(known) == 1 else ""
    return _short(without_departments(next(filter(_may_be_title, reversed(sheet.around)), "")))


def _may_be_title(text: str) -> bool:
    """Return whether a line tells more than a remark, a label's words, the unit, or the plan's ends, of the table below it."""
    if is_remark(text):
        return False
    return labelled(text) is None and not labels_an_end(text) and bool(_UNIT_IN_TITLE.sub("", text).strip())


def _short(line: str) -> str:
    """Return a title without the unit that it tells and without what only counts it: 指標3　受診率（単位：％）."""
    words = " ".join(_UNIT_IN_TITLE.sub("", line).split())
    counted, _, rest = words.partition(" ")
    if rest and re.search(r"\d", plain(counted)) and _use(re.sub(r"\d+", "", plain(counted))) is Use.MEASURE:
        words = rest
    return words if len(words) <= _LONGEST_TITLE and not words.endswith("。") else ""


# A section's name alone in brackets above a table says whose all of it is; 各部局 is none's.
_OF_A_SECTION = re.compile(r"\s*[【［\[〔]\s*(?![各全]|関係|庁内)([^\s【】［］\[\]〔〕:：]{1,15}[部局課室])\s*[】］\]〕]\s*")
_UNIT_IN_TITLE = re.compile(r"[(（\[［【]\s*単位\s*[:：][^()（）\[\]［］【】]*[)）\]］】]")
_LABELLED = re.compile(
    r"[\s■□●◆○・※]*(?:[【\[［〔](?P<marked>[^】\]］〕]{2,8})[】\]］〕]|(?P<label>[^:：\s]{2,8})\s*[:：])\s*(?P<value>\S.{0,60})"
)


def labelled(text: str) -> tuple[Use, str] | None:
    """Return what a cell that holds a label and its words says of a table, None for any other.

    >>> labelled("担当　健康課"), labelled("単位　本"), labelled("担当　健康づくり")
    ((<Use.DEPARTMENT: 'department'>, '健康課'), (<Use.UNIT: 'unit'>, '本'), None)
    >>> labelled("担当：ごみ減量課"), labelled("【単位】人"), labelled("目標：80人"), labelled("（単位：千円）")
    ((<Use.DEPARTMENT: 'department'>, 'ごみ減量課'), (<Use.UNIT: 'unit'>, '人'), None, None)
    """
    found = _LABELLED.fullmatch(" ".join(text.split()))
    label = (found["marked"] or found["label"]) if found else ""
    use = _use(label) if label and is_label(label) else None
    return (use, found["value"].strip()) if found and use is not None else _labelled_without_colon(text)


def _labelled_without_colon(text: str) -> tuple[Use, str] | None:
    """Return the section or the unit that stands behind its label, a blank between: 担当　健康課; None for anything else."""
    label, *values = text.split() or [""]
    if len(values) != 1 or not is_label(label):
        return None
    use = _use(label)
    is_told = (use is Use.DEPARTMENT and SECTION.fullmatch(values[0])) or (use is Use.UNIT and is_unit(values[0]))
    return (use, values[0]) if is_told and use is not None else None


def _use(label: str, among: Sequence[Use] = OF_A_TABLE) -> Use | None:
    """Return what a label's value is of a table, None where it tells something else."""
    found = senses(label)
    best = max(found, key=lambda use: found[use]) if found else None
    return best if best in among and best is not None and found[best] >= _SURE else None
