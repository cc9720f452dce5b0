"""A picture of cells, bars and rows is markup that a browser draws at once; each mark is a link to what it stands for.

A link leads on within the visit (the address of its page stands in it too, for a new tab): to an initiative's page or to a
choice of the sidebar's filter. How a picture looks is said once a page (browser/picture.css). Who builds the markup escapes
the words of the document (`said`).
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, Final

import streamlit as st

from dashboard.frame import filter_address, links
from dashboard.text import words
from dashboard.text.colours import GRID, GROUND, INK, SLATE, Tone
from dashboard.text.words import Word

HERE: Final = Path(__file__).resolve().parent
NAME: Final = "picture"
SCRIPT: Final = (HERE / "picture.js").read_text(encoding="utf-8")
GO: Final = "go"
CARD: Final = Tone("#FFFFFF", "#222429")
# More rows are no picture any more, and more than a browser draws at once: a plan of thousands is looked at part by part.
MOST_ROWS: Final = 300
# So many rows of a larger list are drawn: as many as a plan of a hundred initiatives has, so that they come as soon.
FIRST_ROWS: Final = 60
LINE: Final = Tone("#949497", "#7A7C82")
HOVER: Final = Tone("#E8F1FE", "#2F3647")
TRACK: Final = Tone("#E8E8EB", "#34363D")
ON: Final = Tone("#FFFFFF", "#16171B")
STRIPE: Final = Tone("rgba(255,255,255,.55)", "rgba(22,23,27,.55)")
GROUNDS: Final = {
    "ink": INK,
    "quiet": SLATE,
    "grid": GRID,
    "ground": GROUND,
    "card": CARD,
    "line": LINE,
    "hover": HOVER,
    "track": TRACK,
}


def said(text: object) -> str:
    """Return words as markup, every character as it is.

    >>> said("1 < 2 & '新規'")
    '1 &lt; 2 &amp; &#x27;新規&#x27;'
    """
    return escape(str(text))


def tone_of(tone: Tone) -> str:
    """Return a tone as the style sheet says it: the browser takes the colour of the theme that it shows."""
    return f"light-dark({tone.light},{tone.dark})"


def draw(markup: str, *, key: str, sets: Collection[str] = filter_address.KEYS) -> None:
    """Draw markup, and go where a link of it was pressed. `key` is unique on the page.

    `sets` are the keys of widgets that links of the picture may set: the sidebar's filters, where the page names no others.
    """
    mounted = st.components.v2.component(NAME, js=SCRIPT, isolate_styles=False)
    gone = mounted(data=_toned(markup), key=key, on_go_change=partial(_choose, key, tuple(sets)))
    if place := gone.get(GO):
        _turn(json.loads(place))


def show(markup: str) -> None:
    """Draw markup whose links lead nowhere within the visit: they open in a new tab."""
    st.html(f'<div class="picture">{_toned(markup)}</div>')


def _toned(markup: str) -> str:
    """Return markup with the tones that its style names; the browser follows the theme, a switch in an open page too."""
    tones = {**GROUNDS, "on": ON, "stripe": STRIPE, **{code: word.tone for code, word in words.STATUSES.items()}}
    style = ";".join(f"--{name}:{tone_of(tone)}" for name, tone in tones.items())
    return f'<div style="{style}">{markup}</div>'


def link(
    markup: str,
    address: str,
    go: Mapping[str, Any],
    *,
    label: str = "",
    title: str = "",
    kind: str = "",
    style: str = "",
    is_current: bool = False,
) -> str:
    """Return markup as a link; `label` says where it leads where the markup does not, `title` tells more.

    `is_current` says that it leads to what is open.
    """
    named = f' aria-label="{said(label)}" title="{said(label)}"' if label else f' title="{said(title)}"' if title else ""
    named += ' aria-current="true"' if is_current else ""
    named += f' style="{said(style)}"' if style else ""
    return (
        f'<a class="{kind}" href="{said(address)}" target="_self" data-go="{said(json.dumps(go, ensure_ascii=False))}"{named}>'
        f"{markup}</a>"
    )


def to_initiative(markup: str, number: int, *, label: str = "", title: str = "", kind: str = "", style: str = "") -> str:
    """Return markup as a link to an initiative's page."""
    address = links.initiative_address(number)
    return link(markup, address, {"initiative": number}, label=label, title=title, kind=kind, style=style)


def to_filter(
    markup: str,
    page: str,
    key: str,
    value: str | Sequence[str],
    *,
    title: str = "",
    kind: str = "",
    style: str = "",
    is_current: bool = False,
    own: Mapping[str, str] | None = None,
) -> str:
    """Return markup as a link that sets a widget's choice; `page` is the path of the page that is open.

    `own` are choices of that page that its address keeps.
    """
    values = [value] if isinstance(value, str) else list(value)
    address = links.address(page, {**links.filters_in_url(), key: values}, **(own or {}))
    go = {"filter": key, "value": value}
    return link(markup, address, go, title=title, kind=kind, style=style, is_current=is_current)


def cell(word: Word, *, title: str = "", is_hollow: bool = False, is_doubtful: bool = False, is_again: bool = False) -> str:
    """Return a sign on the ground of its colour; hollow before an evaluation, hatched where the judgement is doubtful.

    `is_again` underlines what is carried over.
    """
    kinds = [
        "cell",
        *(["hollow"] if is_hollow else []),
        *(["doubtful"] if is_doubtful else []),
        *(["again"] if is_again else []),
    ]
    named = f' title="{said(title)}"' if title else ""
    return f'<i class="{" ".join(kinds)}" style="--fill:{_fill(word.tone)}"{named}>{said(word.symbol)}</i>'


def _fill(tone: Tone) -> str:
    """Return a tone as short as it can be said: a status by its name, of which a picture of the whole plan has hundreds."""
    return next((f"var(--{code})" for code, word in words.STATUSES.items() if word.tone == tone), tone_of(tone))


def room(count: int, first: int = FIRST_ROWS) -> int:
    """Return how many of so many rows are drawn: all that are still a picture, of more the first.

    >>> room(300), room(301)
    (300, 60)
    """
    return count if count <= MOST_ROWS else first


def left_out(count: int, order: str = "") -> str:
    """Return the line below a picture that says how many rows it leaves out, '' where it is whole.

    `order` says which are drawn, where rows that were chosen for it might be taken for all.
    """
    said_first = f"{order}から順に示しています。" if order else ""
    return f'<p class="quiet">{said_first}ほか{count:,}件は、絞り込むと表示されます。</p>' if count > 0 else ""


def key_line(parts: Iterable[tuple[str, str]]) -> str:
    """Return what marks mean, as a line: pairs of a mark's markup and its words."""
    return f'<div class="key">{"".join(f"<span>{mark} {said(word)}</span>" for mark, word in parts)}</div>'


def _choose(key: str, sets: Collection[str]) -> None:
    """Set the filter that a link stands for, before the page runs again; what leads to a page is gone to by `draw`."""
    place = st.session_state[key].get(GO)
    wish = json.loads(place) if place else {}
    if wish.get("filter") in sets:
        st.session_state[wish["filter"]] = wish["value"]


def _turn(wish: Mapping[str, Any]) -> None:
    if "initiative" in wish:
        st.switch_page(links.INITIATIVE_PAGE, query_params={links.INITIATIVE_KEY: str(int(wish["initiative"]))})
