"""A title may say besides whose its table is: （２）一時預かり　担当：保育課, 食育（所管：保健課）, 延長保育【保育課】."""

import re
from collections.abc import Iterator

from loaders.mapping.model.mapping import Use
from loaders.mapping.words.heading_senses import is_label, senses
from loaders.mapping.words.unknown_headings import likeliest
from loaders.patterns import Pattern

# Longer tells something.
_LONGEST = 80
# How sure a label's words must be, and how likely like headings must make it.
_SURE, _LIKELY = 0.6, 0.4
_IN_A_LINE = r"[^\s:：、，,;；()（）【】\[\]〔〕]"
# Behind a label's words a sign may stand before the next label: 単位：万人／担当：公園課.
BEFORE_A_LABEL = r"(?![/／・|｜][^\s:：/／]{2,8}[:：])"
_LABELLED = Pattern(
    rf"(?P<label>(?:(?![/／|｜]){_IN_A_LINE}){{2,8}})\s*[:：]\s*(?P<value>(?:{BEFORE_A_LABEL}{_IN_A_LINE}){{1,30}})"
)
# A section's name by how it ends.
SECTION = Pattern(r"\S{1,20}(?:課|係|局|室)")
_BEHIND = Pattern(rf"(?<=\S)\s*[【\[〔(（](?P<value>{_IN_A_LINE}{{2,20}})[】\]〕)）]\s*$")
# What is left of brackets, or of separators, whose words were taken out.
_EMPTY = Pattern(r"[(（【\[〔][\s、，,]*[)）】\]〕]")


def departments_in(line: str) -> tuple[str, ...]:
    """Return the sections that a line names by a label, or in brackets behind a title; none where it tells something else.

    >>> departments_in("（２）一時預かり　担当：保育課　単位：人"), departments_in("延長保育【保育課】")
    (('保育課',), ('保育課',))
    >>> departments_in("単位：万人／担当：公園課"), departments_in("担当：公園課／道路課")
    (('公園課',), ('公園課／道路課',))
    >>> departments_in("人口（市内）"), departments_in("資料：健康課")
    ((), ())
    """
    return tuple(found["value"] for found in _found(line))


def without_departments(line: str) -> str:
    """Return a line without the sections that it names and without other labels: the title that it begins with.

    >>> without_departments("２ たべもの（所管：保健課、単位：回）"), without_departments("単位：人")
    ('２ たべもの', '単位：人')
    """
    found = list(_found(line))
    bare = line
    for match in (*found, *(_LABELLED.finditer(line) if found else ())):
        bare = bare.replace(match[0], " ")
    return " ".join(_EMPTY.sub(" ", bare).split()).strip("／/|｜ ") or line


def _found(line: str) -> Iterator[re.Match[str]]:
    if len(line) > _LONGEST or line.rstrip().endswith("。"):
        return
    labelled = [match for match in _LABELLED.finditer(line) if _heads_sections(match["label"], match["value"])]
    yield from labelled
    behind = None if labelled else _BEHIND.search(line)
    if behind is not None and SECTION.fullmatch(behind["value"]):
        yield behind


def _heads_sections(label: str, value: str) -> bool:
    """Return whether a label says that a section stands behind it: by words that are known, or likely and with one's ending."""
    if is_label(label):
        return senses(label).get(Use.DEPARTMENT, 0.0) >= _SURE
    return likeliest(label, (Use.DEPARTMENT,), _LIKELY) is not None and SECTION.fullmatch(value) is not None
