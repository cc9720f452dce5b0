"""What an edition changed is bars by kind, each leading to its rows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from dashboard.drawing import picture
from dashboard.drawing.picture import said

CHOSEN: Final = "chosen"


def kinds(found: Iterable[str], page: str, key: str, chosen: str | None, own: Mapping[str, str]) -> str:
    """Return how many changes are of each kind as bars from zero; a bar sets the widget `key` of the page to its kind.

    `own` are choices of that page that its address keeps.
    """
    counts = Counter(found)
    most = max(counts.values(), default=1)
    rows = []
    for name, count in counts.items():
        fill = "unmet" if name == chosen else "quiet"
        bar = f'<i class="fill" style="width:{100 * count / most:.0f}%;--fill:var(--{fill})"></i>'
        row = f'<span class="name">{said(name)}</span><span class="track">{bar}</span><span class="num">{count:,}件</span>'
        is_chosen = CHOSEN if name == chosen else ""
        rows.append(picture.to_filter(row, page, key, name, kind=f"row bar {is_chosen}".strip(), own=own))
    return f'<div class="rows reasons">{"".join(rows)}</div>'
