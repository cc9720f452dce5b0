"""A list of initiatives, each a few lines of words with the link to its page, drawn as one: a browser lays it out at once."""

from collections.abc import Iterable

from dashboard.drawing import picture
from dashboard.text import inline


def draw(found: Iterable[tuple[int, str, str]], key: str) -> None:
    """Draw entries: 番号, what the initiative is about, a note; both in Markdown. `key` is unique on the page."""
    if markup := "".join(entry(*one) for one in found):
        picture.draw(f'<div class="entries">{markup}</div>', key=key)


def entry(number: int, label: str, note: str = "") -> str:
    """Return one entry as markup."""
    said = f"<br>{inline.markup(note)}" if note else ""
    leads = picture.to_initiative(f"番号{number}の記載を見る", number)
    return f'<div class="entry"><b>{inline.markup(label)}</b>{said}<br>{leads}</div>'
