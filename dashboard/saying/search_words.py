"""A search is answered in a sentence, and each place by its words, with what was looked for marked in them."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import pandas as pd

from dashboard.facts.hits import Hit
from dashboard.text.folding import TextSpan, merged
from dashboard.text.markdown import verbatim
from dashboard.text.marked_text import Mark, marked

LONGEST_WHOLE: Final = 160
AROUND: Final = 40
LEFT_OUT: Final = "…"


def answer(query: str, hits: Sequence[Hit]) -> str:
    """Return what was found in one sentence."""
    said = f"「{query}」"
    if not hits:
        return f"{said}は見つかりません"
    return f"{said}は実施事業{len({hit.number for hit in hits}):,}件の{len(hits):,}か所に書かれています"


def most(hits: Sequence[Hit]) -> str:
    """Return by section and by year where most hits stand, as a sentence; '' without hits."""
    if not hits:
        return ""
    said = "最も多い担当課は{}（{:,}か所）".format(*Counter(hit.department for hit in hits).most_common(1)[0])
    years = Counter(hit.label for hit in hits if hit.label)
    return said + ("、最も多い年度は{}（{:,}か所）".format(*years.most_common(1)[0]) if years else "") + "です。"


def alone(counts: pd.DataFrame) -> str:
    """Return how often each of several words occurs by itself, as a Markdown list, from the frame `search_words`."""
    return "\n".join(
        f"- 「{verbatim(str(row.word))}」だけなら {row.places:,}か所（実施事業{row.initiatives:,}件）"
        for row in counts.itertuples()
    )


def excerpt(hit: Hit) -> str:
    """Return a hit's words as Markdown with what was found marked: all of a short text, the surroundings in a long one."""
    marks = [Mark(span.start, span.end, is_number=True) for span in hit.spans]
    if len(hit.text) <= LONGEST_WHOLE:
        return marked(hit.text, marks)
    size = len(hit.text)
    shown = merged(TextSpan(max(span.start - AROUND, 0), min(span.end + AROUND, size)) for span in hit.spans)
    pieces = LEFT_OUT.join(marked(hit.text[piece.start : piece.end], marks, piece.start) for piece in shown)
    return f"{LEFT_OUT if shown[0].start else ''}{pieces}{LEFT_OUT if shown[-1].end < size else ''}"
