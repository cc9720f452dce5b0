"""Words of documents and people stand on the screen as they are: none of their signs is Markdown, HTML or a picture.

A first line of a document, or a name in an address that somebody was sent, could else draw a picture from elsewhere. Whatever
was written by others goes through `verbatim` before it comes into text that Streamlit reads as Markdown, and through `plotly`
before it comes into a chart.
"""

import re
from typing import Final

# Parts what Streamlit joins into signs of its own behind the Markdown, where no backslash helps; it takes no room.
JOINER: Final = "\u2060"
_ALWAYS: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|$~:&"})
# Blanks that make code of a line.
INDENTED: Final = 4
# Within it no sign is read, so that words of a document could do no more than look like a command.
_CODE: Final = re.compile(r"(`[^`]+`)")
# What is a sign at the beginning of a line only: lists (-, +, 1., 1\)), underlined headings (=, -), and indented code.
_LINE_START: Final = re.compile(r"^(?P<blank>[ \t]*)(?:(?P<sign>[-+=])|(?P<number>\d{1,9})(?P<behind>[.)]))?", re.MULTILINE)
# Icons and emoji (:material/home:, :tada:), addresses (https://…, www.…, a@b.jp), and arrows between blanks.
_JOINED: Final = re.compile(
    r":(?=[\w+/-]+:)|(?:https?|ftp|mailto|xmpp):|www(?=\.)|(?<=[\w.+-])@(?=\w)|(?<!\S)(?:<(?=->|-|=)|-(?=>|-)|>(?==)|~(?==))",
    re.ASCII | re.IGNORECASE,
)


def link(label: str, address: str) -> str:
    """Return a link for a cell of a plain table; every character of the label is kept as it is.

    >>> link("[案] 防災", "initiative?initiative=1")
    '[\\\\[案\\\\] 防災](initiative?initiative=1)'
    """
    return f"[{verbatim(label)}]({address})"


def lines(said: str) -> str:
    """Return a message as it is, broken where it breaks: it may quote a document. Commands in `backticks` stay code.

    >>> lines("「*表*」を読めません。\\n対処: `make load`")
    '「\\\\*表\\\\*」を読めません。  \\n対処\\\\: `make load`'
    """
    return "  \n".join(map(_line, said.split("\n")))


def verbatim(said: str) -> str:
    """Return words so that Markdown leaves every character as it is.

    >>> verbatim("1-①-ア *印* $5")
    '1-①-ア \\\\*印\\\\* \\\\$5'
    >>> verbatim("1. 実施"), verbatim("- 実施"), verbatim("&lt;")
    ('1\\\\. 実施', '\\\\- 実施', '\\\\&lt;')
    """
    parted = _JOINED.sub(lambda found: found[0] + JOINER, said)
    return _LINE_START.sub(_as_words, parted.translate(_ALWAYS))


def _line(said: str) -> str:
    return "".join(part if at % 2 else verbatim(part) for at, part in enumerate(_CODE.split(said)))


def _as_words(line: re.Match[str]) -> str:
    blank = line["blank"]
    if "\t" in blank or len(blank) >= INDENTED:
        # A reference is a blank to the reader, but no indentation.
        blank = "&#32;" + blank[1:].replace("\t", " ")
    sign = f"\\{line['sign']}" if line["sign"] else ""
    number = f"{line['number']}\\{line['behind']}" if line["number"] else ""
    return blank + sign + number


def plotly(said: str) -> str:
    """Return words so that a chart draws every character as it is: Plotly reads some HTML in its texts.

    >>> plotly("<b>3</b> & 4")
    '&lt;b>3&lt;/b> &amp; 4'
    """
    return said.replace("&", "&amp;").replace("<", "&lt;")
