"""How corrections write what they are of: a figure, a place of words, a promise and that there is none."""

from typing import Final

from dashboard.text import words
from dashboard.text.records import Record, known

# What corrections write of words that promise nothing by a year.
NO_PROMISE: Final = "none"
NO_PROMISE_WORDS: Final = "期限のある約束ではない"


def place_code(kind: str, label: str | None) -> str:
    """Return a place as corrections name it.

    >>> place_code("plan", "H29"), place_code("baseline_goal", None)
    ('H29_plan', 'baseline_goal')
    """
    return f"{label}_{kind}" if label else kind


def promise_text(row: Record) -> str:
    """Return how a promise is named on the screen: '令和3年度が期限の約束「構築運用」'."""
    return f"{row['due_label_ja']}が期限の約束「{words.short(str(row['what']))}」"


def figure_code(value: float | None) -> str:
    """Return a figure as corrections write it, '' for none.

    >>> figure_code(9813.0), figure_code(0.25), figure_code(None)
    ('9813', '0.25', '')
    """
    return "" if known(value) is None else words.number_text(value).replace(",", "")
