"""A promise stands in the store with its words, and with what became of it by the outcomes of the same load."""

from collections.abc import Iterator, Sequence
from typing import Any

from loaders.doubt.threshold import is_doubtful
from loaders.model import Reading
from loaders.outcomes.promised import judge_promise
from loaders.outcomes.promises import find_promises
from loaders.prose.eras import label, label_ja


def promise_rows(reading: Reading, last_year: int, evaluated_years: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Yield the rows of an initiative's promises; `last_year` is the plan's last."""
    for position, promise in enumerate(find_promises(reading.cells, last_year), start=1):
        judged = judge_promise(promise, reading, evaluated_years)
        yield {
            "initiative_id": reading.initiative.number,
            "position": position,
            "due_year": promise.year,
            "due_label": label(promise.year),
            "due_label_ja": label_ja(promise.year),
            "what": promise.what,
            "quote": promise.quote,
            "printed_kind": promise.printed.kind,
            "printed_year": promise.printed.year,
            "span_start": promise.span_start,
            "span_end": promise.span_end,
            "is_study": judged.is_study,
            "state": judged.state,
            "kept_year": judged.kept_year,
            "confidence": judged.confidence,
            "is_doubtful": is_doubtful(judged.confidence),
        }
