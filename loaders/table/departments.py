"""担当課 names a section and, in brackets, a part of it (図書館) or its name before a reorganisation (旧介護保険課)."""

from typing import NamedTuple

from loaders.patterns import Pattern


class Department(NamedTuple):
    """A section, the unit of it that is named, and its former name."""

    name: str
    unit: str | None = None
    former: str | None = None


# Printed section with what it says; the tests are made from this table.
EXAMPLES = {
    "防災課": Department("防災課"),
    "高齢者福祉課(旧介護保険課)": Department("高齢者福祉課", None, "介護保険課"),
    "課税課（旧資産課）": Department("課税課", None, "資産課"),
    "管財課(旧：情報管理課)": Department("管財課", None, "情報管理課"),
    "生涯学習課(図書館)": Department("生涯学習課", "図書館"),
    "生涯学習課（公民館等）": Department("生涯学習課", "公民館等"),
    "生涯学習課(図書館)(旧社会教育課)": Department("生涯学習課", "図書館", "社会教育課"),
    " 市民課 ": Department("市民課"),
    "(図書館)": Department("(図書館)"),
}

# The signs with which tables mark the leading section, the circle in all the shapes that keyboards and OCR give it.
LEAD_MARKS = frozenset("○◯〇◎●⚪⭕oO0Ｏ０✓✔レ主正有")

# What a section's name ends in, and a division's, of which sections are parts.
SECTION_ENDS = "課|室|係|班|所|署|館|センター|委員会|事務局|病院|園"
DIVISION_ENDS = "部|局"
# Sections, and the bodies that work with them.
_SECTION = Pattern(rf".{{1,12}}(?:{SECTION_ENDS}|{DIVISION_ENDS}|協議会|公社|学校)")
_MOST_SIGNS = 60
_BETWEEN = Pattern(r"[\s、，,・/／]+")
_BRACKETED = Pattern(r"[(（]([^()（）]*)[)）]")
_FORMER = Pattern(r"^(?:旧|元)[:：・\s]*")


def read_department(text: str) -> Department:
    """Return the section named by a 担当課 cell; `name` is '' only where the cell is blank."""
    name = _BRACKETED.sub("", text).strip()
    if not name:
        return Department(text.strip())
    unit = former = None
    for inner in (match.strip() for match in _BRACKETED.findall(text)):
        if _FORMER.match(inner):
            former = former or _FORMER.sub("", inner) or None
        else:
            unit = unit or inner or None
    return Department(name, unit, former)


def is_section(text: str) -> bool:
    """Return whether a text names one section or several, with or without a mark of the leading one, and nothing else.

    >>> [is_section(text) for text in ("◎建設課、農林課", "生涯学習課（公民館等）", "水道管の更新", "")]
    [True, True, False, False]
    """
    bare = _BRACKETED.sub("", text).strip()
    names = [name.strip("".join(LEAD_MARKS)) for name in _BETWEEN.split(bare)]
    return 0 < len(bare) <= _MOST_SIGNS and all(_SECTION.fullmatch(name) for name in names if name)


def is_lead_mark(text: str) -> bool:
    """Return whether a 主担当 cell is marked: ○ in any of its shapes."""
    return text.strip() in LEAD_MARKS
