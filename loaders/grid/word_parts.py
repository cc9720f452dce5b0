"""A .docx is a package of XML parts: the text, its styles, notes and headers apart; each is opened within limits, or refused.

Read with lxml alone. python-docx (MIT) is made for writing: its texts leave out what tracked changes and content controls have
put in, it knows no merged rows and no note marks, and all of these would be read from the XML beside it.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from loaders.errors import DocumentError
from loaders.grid.limits import check_zip
from loaders.patterns import Pattern

Element = etree._Element
BROKEN = "Word の文書として開けません。壊れているか、別の形式のファイルです。"
RESAVE = "Word で開けるか確かめ、「Word 文書（.docx）」で保存し直してください。"
_WORDPROCESSING = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PREFIXES = {
    **dict.fromkeys(_WORDPROCESSING, "w"),
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:office:office": "o",
}
_TEXT = Pattern(r"word/document\d*\.xml")


@dataclass(frozen=True)
class WordParts:
    """The parts of a document that hold words or tell how they are shown, and the names of all that it holds."""

    text: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    headers: tuple[Element, ...]
    names: tuple[str, ...]
    links: bytes


def open_parts(data: bytes, file_name: str) -> WordParts:
    """Return the parts of a .docx or .docm; raise DocumentError where it is damaged, or more than any document unfolds to."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_zip(archive, file_name)
            names = archive.namelist()
            text = next(filter(_TEXT.fullmatch, names))
            at_hand = {name: _parsed(archive.read(name)) for name in names if _is_read(name)}
            links = b"".join(archive.read(name) for name in names if name == f"word/_rels/{text.removeprefix('word/')}.rels")
    except DocumentError:
        raise
    except Exception as error:  # A damaged package fails anywhere in zipfile or the XML parser.
        raise DocumentError(BROKEN, where=file_name, todo=RESAVE) from error
    headers = tuple(root for name, root in sorted(at_hand.items()) if name.startswith("word/header"))
    styles, numbering, footnotes, endnotes = (
        at_hand.get(f"word/{name}.xml") for name in ("styles", "numbering", "footnotes", "endnotes")
    )
    return WordParts(at_hand[text], styles, numbering, footnotes, endnotes, headers, tuple(names), links)


def _is_read(name: str) -> bool:
    return re.fullmatch(r"word/(?:document\d*|styles|numbering|footnotes|endnotes|header\d*)\.xml", name) is not None


def _parsed(content: bytes) -> Element:
    """Return the root of a part; raise ValueError where it declares entities, as no program that writes documents does."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a part declares a document type")
    return root


@lru_cache(maxsize=2048)
def _short(tag: str) -> str:
    space, _, local = tag.removeprefix("{").partition("}")
    return f"{_PREFIXES.get(space, '')}:{local}"


def name(element: Element) -> str:
    """Return an element's name with its usual prefix (w:p), whichever of the two namespaces it has; '' of a comment."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: Element | None, key: str) -> str | None:
    """Return a w: attribute of an element, None where there is neither."""
    if element is None:
        return None
    return next((found for space in _WORDPROCESSING if (found := element.get(f"{{{space}}}{key}")) is not None), None)


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element at a path of names below an element."""
    for step in path:
        element = next((one for one in element if name(one) == step), None) if element is not None else None
    return element


def value(element: Element | None, *path: str) -> str | None:
    """Return the w:val of the element at a path, None where there is none."""
    return attribute(child(element, *path), "val")


def is_on(element: Element | None, *path: str) -> bool | None:
    """Return whether a property that is on or off is on; None where nothing is said."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val") not in ("0", "false", "off")


def number(text: str | None, otherwise: int = 0) -> int:
    """Return a whole number that is written in an attribute."""
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else otherwise


# What holds other elements and shows nothing itself: content controls, inserted text, marks of other programs.
_WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"})


def within(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names in an element, in their order, also those in content controls and the like."""
    for one in element:
        if name(one) in names:
            yield one
        elif name(one) in _WRAPPERS:
            yield from within(one, *names)
