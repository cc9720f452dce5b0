"""Where no known heading heads the rows' names, their column is told by its cells: short, and of each row its own.

挑むこと, やること and 枝 are headings of a city's own; 証明書をコンビニで受け取れるまち below one is a name all the same, and
what several rows share in the columns before it is what they stand under.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from loaders.model import Finding, FindingKind, Place, Severity
from loaders.table.departments import is_section
from loaders.table.heading_words import Field, Meaning
from loaders.table.printed import Heading, PrintedRow

# Names differ from row to row; of what rows stand under each has several.
_EACH_ITS_OWN: Final = 0.95
_SHARED: Final = 0.7
_SHORTEST: Final = 3
_LONGEST: Final = 40
# Fewer rows tell nothing: two that differ are no custom.
_FEWEST: Final = 4


def with_names_told_by_cells(rows: Sequence[PrintedRow], heading: Heading) -> tuple[list[PrintedRow], Heading, list[Finding]]:
    """Return rows and heading with the unread columns before the years that number the rows, group and name them.

    All stay as they are where a column of known heading names each row. What was taken so is told by findings.
    """
    first = next((at for at, column in enumerate(heading.columns) if isinstance(column, Place)), 0)
    texts = [[row.cells[at].strip() for row in rows if at < len(row.cells)] for at in range(first)]
    columns = list(heading.columns)
    if len(rows) < _FEWEST or any(columns[at] is Field.PROGRAM and _each_its_own(texts[at]) for at in range(first)):
        return list(rows), heading, []
    unread = [at for at in range(first) if columns[at] is None and heading.words[at].strip()]
    named = next((at for at in unread if _are_names(texts[at])), None)
    if named is None:
        return list(rows), heading, []
    told: dict[int, tuple[Meaning, str]] = {named: (Field.PROGRAM, "行ごとに違う名前が並んでいるため、事業の名前")}
    for at in (at for at in unread if at < named):
        if Field.NUMBER not in columns and texts[at] == [str(number) for number in range(1, len(rows) + 1)]:
            told[at] = (Field.NUMBER, "1からの番号が並んでいるため、番号")
        elif _are_shared(texts[at]):
            told[at] = (Field.PROGRAM, "いくつかの行に同じことばが並んでいるため、上位の区分")
    for at, (meaning, _) in told.items():
        columns[at] = meaning
    findings = [
        Finding(FindingKind.HEADING_GUESSED, Severity.WARNING, f"見出し「{word}」の欄は、{said}の欄とみて読みました。", word)
        for at, (_, said) in sorted(told.items())
        if (word := heading.words[at].strip())
    ]
    known = replace(heading, columns=tuple(columns))
    return [row._replace(heading=replace(row.heading, columns=known.columns)) for row in rows], known, findings


def _each_its_own(texts: Sequence[str]) -> bool:
    return bool(texts) and all(texts) and len(set(texts)) >= _EACH_ITS_OWN * len(texts)


def _are_names(texts: Sequence[str]) -> bool:
    is_one = (not text.isdecimal() and "。" not in text and not is_section(text) for text in texts)
    return _each_its_own(texts) and _SHORTEST <= sum(map(len, texts)) / len(texts) <= _LONGEST and all(is_one)


def _are_shared(texts: Sequence[str]) -> bool:
    is_shared = bool(texts) and all(texts) and 1 < len(set(texts)) <= _SHARED * len(texts)
    return is_shared and not all(map(is_section, texts))
