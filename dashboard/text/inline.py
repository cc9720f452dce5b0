"""Words written as Markdown, as markup: the few signs that this house writes, and every other character as it is.

A browser takes a millisecond and more for the Markdown of each cell of a table; its markup is made here once, for everybody.
Nothing but these signs becomes a tag, whatever a document says: `markdown.verbatim` puts a backslash before its signs, and
what is no sign of the house is escaped.

| written | drawn |
|---|---|
| `**words**`, `~~words~~` | bold, struck through |
| `:red[words]`, `:blue-background[words]` | in a colour, on a ground |
| `[words](address)` | a link of this house, in a new tab |
| two blanks and a line break, an empty line | a line break |
"""

import re
from functools import lru_cache
from html import escape
from typing import Final

COLOURS: Final = ("red", "gray", "blue", "blue-background", "orange-background")
# Where a link may lead: within the house.
_HOUSE: Final = re.compile(r"(?:\./)?[a-z_]*(?:\?[^\s()<>]*)?")
_SIGNS: Final = re.compile(
    r"\\(?P<plain>[!-/:-@\[-`{-~])"
    r"|(?P<blank>&#32;)"
    r"|(?P<line> {2,}\n|\n\s*\n)"
    rf"|:(?P<colour>{'|'.join(COLOURS)})\["
    r"|\["
    r"|(?P<close>\])"
    r"|(?P<pair>\*\*|~~)"
)
_TAGS: Final = {"**": "b", "~~": "s"}
_ADDRESS: Final = re.compile(r"\(([^()\s]+)\)")


class Markup(str):
    """What is markup already, and is drawn as it is; whoever made it has escaped the words in it."""

    __slots__ = ()


@lru_cache(maxsize=5_000)
def markup(said: str) -> str:
    r"""Return Markdown of this house as markup.

    >>> markup(r"**✕ 未達**　\<b\> & :red[1] [11](initiative?initiative=11)")
    '<b>✕ 未達</b>　&lt;b&gt; &amp; <span class="red">1</span> <a href="initiative?initiative=11" target="_blank">11</a>'
    >>> markup("a]  \n[b](//elsewhere) **c")
    'a]<br>[b](//elsewhere) **c'
    """
    return _Reader(said).whole()


class _Reader:
    """Reads words from left to right; what is opened and never closed stays as it was written."""

    def __init__(self, said: str) -> None:
        self.said, self.at = said, 0

    def whole(self) -> str:
        made = ""
        while self.at < len(self.said):
            made += self.until(None)
            # What ends nothing is a sign like any other.
            if self.at < len(self.said):
                made += escape(self.said[self.at])
                self.at += 1
        return made

    def until(self, end: str | None) -> str:
        """Read up to `end`, which is left unread, or to the end of the words."""
        made = ""
        while found := _SIGNS.search(self.said, self.at):
            made += escape(self.said[self.at : found.start()])
            self.at = found.start()
            if end is not None and found[0] == end:
                return made
            if found["close"]:
                return made
            self.at = found.end()
            made += self.sign(found)
        made += escape(self.said[self.at :])
        self.at = len(self.said)
        return made

    def sign(self, found: re.Match[str]) -> str:
        if found["plain"]:
            return escape(found["plain"])
        if found["blank"]:
            return " "
        if found["line"]:
            return "<br>"
        if found["pair"]:
            return self.enclosed(found, found["pair"], _TAGS[found["pair"]], "")
        if found["colour"]:
            return self.enclosed(found, "]", "span", f' class="{found["colour"]}"')
        return self.link(found)

    def enclosed(self, found: re.Match[str], closing: str, tag: str, attributes: str) -> str:
        inner = self.until(closing)
        if self.said.startswith(closing, self.at):
            self.at += len(closing)
            return f"<{tag}{attributes}>{inner}</{tag}>"
        return escape(found[0]) + inner

    def link(self, found: re.Match[str]) -> str:
        inner = self.until("]")
        if not self.said.startswith("]", self.at):
            return escape(found[0]) + inner
        address = _ADDRESS.match(self.said, self.at + 1)
        if address and _HOUSE.fullmatch(address[1]):
            self.at = address.end()
            return f'<a href="{escape(address[1])}" target="_blank">{inner}</a>'
        self.at += 1
        return f"{escape(found[0])}{inner}]"
