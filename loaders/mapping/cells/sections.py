"""A cell of 担当 names one section or several, with or without their divisions: 環境局/公園課, 公園課、環境課."""

import re
from collections.abc import Sequence

from loaders.patterns import Pattern
from loaders.table.departments import DIVISION_ENDS, SECTION_ENDS, Department, read_department

# A section's name, or another body's, ends so; a division's names the sections under it.
_SECTION = Pattern(rf".*(?:{SECTION_ENDS}|担当|グループ|チーム|校|隊|団|会|社)(?:[(（].*[)）])?")
_DIVISION = Pattern(rf".*(?:{DIVISION_ENDS}|庁|部門)(?:[(（].*[)）])?")
# A lone word, a dot, and the last word behind it.
_WORD, _SIGN = r"[^、，,・/／;；\n\s]+", r"[、，,/／;；\n\s]"
_DOT = Pattern(rf"(?:(?<={_SIGN})|^)(?P<before>{_WORD})・(?={_SIGN}|(?P<behind>{_WORD})(?:{_SIGN}|$))")
# A body that has sections of its own, a blank or a line's end, and one of them: what stands before it is as a division.
_OF_BODY = Pattern(rf"{_WORD}(?:委員会|事務局|病院)\s+(?={_WORD}(?<=[課室係班])(?:{_SIGN}|$))")
_PARTED = Pattern(r"[、，,・/／;；\n]+|\s{1,}(?=\S{2,})")

# Cells of the columns of 担当, with the sections that they name; the tests are made from this table.
EXAMPLES: dict[tuple[str, ...], tuple[str, ...]] = {
    ("公園課",): ("公園課",),
    ("環境局/公園課",): ("公園課",),
    ("環境局", "公園課"): ("公園課",),
    ("銀行第二課\n地域金融企画室",): ("銀行第二課", "地域金融企画室"),
    ("公園課、環境課",): ("公園課", "環境課"),
    ("リスク分析\n総括課",): ("リスク分析総括課",),
    ("環境局",): ("環境局",),
    ("選挙管理委員会　庶務係",): ("庶務係",),
    ("教育委員会\n学校課",): ("学校課",),
    ("選挙管理委員会、庶務課",): ("選挙管理委員会", "庶務課"),
    ("生涯学習課（図書館・公民館）",): ("生涯学習課（図書館・公民館）",),
    ("雇用環境・均等室",): ("雇用環境・均等室",),
    ("雇用環境・均等室、総務課",): ("雇用環境・均等室", "総務課"),
    ("公園課・環境課",): ("公園課", "環境課"),
    ("市民・事業者",): ("市民", "事業者"),
    ("",): (),
}


def read_sections(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the sections that a row's cells of 担当 name, in order; divisions only where no section is named."""
    parts = [part for cell in cells for part in _parts(cell)]
    sections = [part for part in parts if _SECTION.fullmatch(part) or not _DIVISION.fullmatch(part)]
    return tuple(dict.fromkeys(sections or parts))


def _parts(cell: str) -> list[str]:
    """Return the parts of a cell; brackets are not cut.

    A line that ends in no section's name goes on in the next, and so does a lone word before a dot: 雇用環境・均等室 is one.
    """
    hidden = re.sub(r"[(（][^()（）]*[)）]", lambda match: match[0].translate(_HIDE), cell.strip())
    parts: list[str] = []
    for part in filter(None, (p.strip() for p in _PARTED.split(_DOT.sub(_without_dot, _OF_BODY.sub("", hidden))))):
        if parts and not _ends_name(parts[-1]) and "\n" in cell:
            parts[-1] += part
        else:
            parts.append(part)
    return [part.translate(_SHOW) for part in parts]


def _ends_name(part: str) -> bool:
    return _SECTION.fullmatch(part) is not None or _DIVISION.fullmatch(part) is not None


def _without_dot(found: re.Match[str]) -> str:
    """Return a word and the dot behind it, hidden where only both sides of it together are a section's name."""
    is_one = not _ends_name(found["before"]) and _ends_name(found["behind"] or "")
    return found[0].translate(_HIDE) if is_one else found[0]


_SIGNS = "、，,・/／;；\n "
_HIDE = {ord(sign): 0xE000 + at for at, sign in enumerate(_SIGNS)}
_SHOW = {0xE000 + at: sign for at, sign in enumerate(_SIGNS)}


def department_of(sections: Sequence[str]) -> Department:
    """Return the section that leads, the first that is named; its name is '' where none is."""
    return read_department(sections[0]) if sections else Department("")
