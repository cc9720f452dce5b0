"""A form of one project says above its table whose it is, a label and its words side by side: 事務事業名 | がん検診.

Such a line looks like headings, since half of it is; but what stands beside a label is its value, and below it stands none.
In go the cells of a line, out comes whether it is one, and its pairs. Where a form stands again and again on a sheet, its
labels are known by that, in whatever words: 受け持ち | 総務課.
"""

import re
from collections.abc import Sequence

from loaders.grid.grid import Sheet, non_empty
from loaders.mapping.cells.evidence import is_unit
from loaders.mapping.cells.values import read_values
from loaders.mapping.layout.ends_beside import ends_among, ends_told
from loaders.mapping.layout.labelled_cells import OF_A_PROJECT, OF_A_TABLE, SURE, labelled, use_of_label
from loaders.mapping.layout.sections_in_titles import SECTION, departments_in
from loaders.mapping.layout.table_titles import short_title
from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_senses import is_heading_word, is_label, is_year_heading, senses
from loaders.mapping.words.heading_years import names_range, plain, year_of_plan
from loaders.mapping.words.unknown_headings import likeliest
from loaders.patterns import Pattern
from loaders.prose.dates import parse_date

# What such lines tell besides, which is no heading of a table's either: 指標の定義 | 延べ人数.
_TOLD = (*OF_A_TABLE, Use.ACTIVITY, Use.UNREAD)
# How likely like headings must make a label's use.
_LIKELY = 0.4
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
    return is_title or bool(pairs_in(cells)) or _is_title_with_facts(cells)


def tells_facts(sheet: Sheet, row: int) -> bool:
    """Return whether a line of a sheet is labels with their values, by its words or because its labels come again."""
    cells = sheet.rows[row]
    is_end_of_a_form = len(sheet.labels_again.get(row, ())) > 1 and bool(ends_among(cells))
    return is_facts(cells) or is_end_of_a_form or bool(ends_told(cells) or facts_of_a_form(sheet, row))


def facts_of_a_form(sheet: Sheet, row: int) -> list[tuple[Use, str]]:
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
    if (known := use_of_label(label)) is not None or is_label(label):
        return known
    return likeliest(label, OF_A_TABLE, _LIKELY)


def _is_title_with_facts(cells: Sequence[str]) -> bool:
    texts = [text for _, text in non_empty(cells)]
    untold = [text for text in texts if labelled(text) is None and _UNIT_ALONE.fullmatch(text.strip()) is None]
    return len(untold) == 1 < len(texts) and untold[0] == texts[0] and bool(short_title(texts[0])) and not is_label(texts[0])


# A unit in brackets beside a title is that of the table below both: 表１　ごみの量 | （単位：トン）.
_UNIT_ALONE = Pattern(r"[(（\[［]\s*単位\s*[:：][^()（）]*[)）\]］]")


def pairs_in(cells: Sequence[str]) -> list[tuple[str, str]]:
    """Return the labels of a line with the value beside each, '' where none is; none where the line holds anything else.

    Before a section or a unit, and its label, may stand a title that is none of them: 約束１　まち | 担当 | 公園課.

    >>> pairs_in(("約束１　まちの安心", "担当", "公園課")), pairs_in(("約束１", "担当", "できばえ"))
    ([('担当', '公園課')], [])

    What counts the forms of a sheet stands before any of its labels, and is a project's number.

    >>> pairs_in(("№１", "事業名", "里山の宿", "事業期間", "令和2年度～令和4年度"))
    [('番号', '№１'), ('事業名', '里山の宿'), ('事業期間', '令和2年度～令和4年度')]
    """
    texts = [text for _, text in non_empty(cells)]
    if (pairs := _pairs(texts)) or len(texts) % 2 == 0:
        return pairs
    behind_title = _pairs(texts[1:])
    if behind_title and _COUNT.fullmatch(plain(texts[0])):
        return [(_NUMBER, texts[0]), *behind_title]
    if not short_title(texts[0]):
        return []
    return behind_title if all(_is_section_or_unit(label, value) for label, value in behind_title) else []


# What counts forms, and what it is called.
_COUNT = Pattern(r"(?:no\.?|第|事業|番号)?[(（]?(?:\d{1,3}|[①-⑳])[)）]?(?:号|番)?")
_NUMBER = "番号"


def _is_section_or_unit(label: str, value: str) -> bool:
    use = use_of_label(label)
    return (use is Use.DEPARTMENT and SECTION.fullmatch(value) is not None) or (use is Use.UNIT and is_unit(value))


def _pairs(texts: Sequence[str]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for text, behind in zip(texts, [*texts[1:], ""], strict=False):
        is_year = is_year_heading(text) or year_of_plan(text) is not None
        is_named = is_label(text) or is_year or _says_of_values(text)
        if pairs and not pairs[-1][1] and (not is_named or _names_time(pairs[-1][0])):
            pairs[-1] = (pairs[-1][0], text)
        elif (is_heading_word(text) and not is_year) or _labels_a_figure(text, behind) or ends_among((text, behind)):
            pairs.append((text, ""))
        elif pairs and pairs[-1][1] and PERSON.fullmatch(text) and use_of_label(pairs[-1][0]) is Use.DEPARTMENT:
            continue
        else:
            return []
    is_told = any(value and (use_of_label(label, _TOLD) is not None or _is_time(label, value)) for label, value in pairs)
    return pairs if is_told and 2 * sum(bool(value) for _, value in pairs) >= len(pairs) else []


def _labels_a_figure(text: str, behind: str) -> bool:
    """Return whether a word that heads no columns labels what stands beside it: a day, a period, a sum, a sign (方向 | ↓)."""
    if len(text) > _LONGEST_LABEL or re.search(r"[\d①-⑳。]", text) or not re.search(r"[一-龥ァ-ヶ]", text):
        return False
    is_figure = re.search(r"\d", behind) is not None and not is_heading_word(behind)
    return is_figure or _is_time(text, behind) or re.fullmatch(r"[↑↓→↗↘⇧⇩⇒+\-＋－]", behind.strip()) is not None


def _is_time(label: str, value: str) -> bool:
    """Return whether a line tells when: a day or a month under a label of one, years under one of periods, an end's year."""
    is_end = _END.fullmatch(plain(label)) is not None and is_year_heading(value)
    is_month = _MONTH.fullmatch(plain(value)) is not None
    return _names_time(label) and (is_end or is_month or parse_date(value) is not None or names_range(value))


_MONTH = Pattern(r"(?:[一-龥]{2}|[a-z])?(?:\d{1,4}|元)年(?:1[0-2]|[1-9])月(?:末|頃|中|上旬|下旬)?")
# When something begins and ends is no year of a column: 事業終了（予定）年度 | 令和7年度.
_END = Pattern(r"(?:事業|計画|取組|工事|助成)?(?:の?実施)?(?:開始|終了|完了|着手)(?:\(?予定\)?)?(?:年度?|時期)")
# Whose section it is stands behind it: 担当課室 | 地域交通課 | 課長 見本 太郎.
PERSON = Pattern(r"\S{0,10}(?:長|補佐|主幹|主査|主任|参事|技監|理事|担当官?)[\s　]+\S{1,6}(?:[\s　]\S{1,6})?")


def _says_of_values(text: str) -> bool:
    """Return whether words head values (数値目標の進捗, 区分・単位): they are no project, section or aim.

    Words that head columns which are not read (登録者) may as well be counted: the name of an indicator ends so.
    """
    return any(weight >= SURE and use not in (*OF_A_PROJECT, Use.UNREAD) for use, weight in senses(text).items())


def _names_time(label: str) -> bool:
    return label.strip().endswith(("年度", "年", "期間", "時期", "時点", "日"))
