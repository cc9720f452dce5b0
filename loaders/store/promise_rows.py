"""A promise stands in the store with its words, and with what became of it by the outcomes of the same load."""

from collections.abc import Iterator

from loaders.confidence import is_doubtful
from loaders.corrections.promises import promise_place
from loaders.model import Reading
from loaders.prose.eras import label, label_ja
from loaders.store.identities import Row


def promise_rows(reading: Reading) -> Iterator[Row]:
    """Yield the rows of an initiative's promises."""
    for position, judged in enumerate(reading.promises, start=1):
        promise = judged.promise
        yield {
            "initiative_id": reading.initiative.number,
            "position": position,
            "due_year": promise.year,
            "due_label": label(promise.year),
            "due_label_ja": label_ja(promise.year),
            "what": promise.what,
            "place": promise_place(judged),
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
            "is_corrected": judged.is_corrected,
        }
