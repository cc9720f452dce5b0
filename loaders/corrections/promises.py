"""What a person says of a promise by a year: what became of it, or that the words promise nothing."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.corrections.fitting import Misfit, applied
from loaders.corrections.form import Correction, Item
from loaders.corrections.form_fields import NO_PROMISE
from loaders.model import JudgedPromise, PromiseState
from loaders.prose.eras import label


def promise_place(judged: JudgedPromise) -> str:
    """Return how corrections name a promise: by its year and its words, 'R3 システムを構築する'."""
    return f"{label(judged.promise.year)} {judged.promise.what}"


def correct_promises(
    promises: Sequence[JudgedPromise], corrections: Sequence[Correction], unfit: list[Misfit] | None = None
) -> tuple[JudgedPromise, ...]:
    """Return a row's promises with the corrections of `promise` applied; what is said to be none is left out."""
    return applied(tuple(promises), (c for c in corrections if c.item is Item.PROMISE), _correct_promise, unfit)


def _correct_promise(promises: tuple[JudgedPromise, ...], correction: Correction) -> tuple[JudgedPromise, ...]:
    at = [i for i, judged in enumerate(promises) if promise_place(judged) == correction.place]
    if not at:
        raise correction.misfit(f"「{correction.place}」という約束はありません")
    old = promises[at[0]]
    if old.state != correction.expected:
        raise correction.misfit(old.state)
    if correction.corrected == NO_PROMISE:
        return tuple(judged for i, judged in enumerate(promises) if i != at[0])
    state = PromiseState(correction.corrected)
    kept = {PromiseState.KEPT: old.promise.year, PromiseState.LATE: old.kept_year}.get(state)
    new = replace(old, state=state, kept_year=kept, confidence=1.0, is_corrected=True)
    return tuple(new if i == at[0] else judged for i, judged in enumerate(promises))
