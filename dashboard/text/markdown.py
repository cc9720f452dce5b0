"""Words of the document and of visitors stand on the screen as they are: none of their signs is Markdown.

A name in an address that somebody was sent could else draw a picture from elsewhere.
"""


def link(label: str, address: str) -> str:
    """Return a link for a cell of a plain table; brackets in the label are kept as words.

    >>> link("[案] 防災", "initiative?initiative=1")
    '[\\\\[案\\\\] 防災](initiative?initiative=1)'
    """
    escaped = label.replace("[", "\\[").replace("]", "\\]")
    return f"[{escaped}]({address})"


def verbatim(said: str) -> str:
    """Return words of the document so that Markdown leaves every character as it is.

    >>> verbatim("1-①-ア *印* $5")
    '1-①-ア \\\\*印\\\\* \\\\$5'
    """
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|$~:" else sign for sign in said)
