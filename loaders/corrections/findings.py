"""A finding that somebody has looked at is settled: it casts no doubt any more."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.corrections.fitting import Misfit, applied
from loaders.corrections.form import Correction, Item
from loaders.model import Finding


def settle_findings(
    findings: Sequence[Finding], corrections: Sequence[Correction], unfit: list[Misfit] | None = None
) -> tuple[Finding, ...]:
    """Return findings with those marked as settled that a person has looked at: all of a kind that a row and year has."""
    return applied(tuple(findings), (c for c in corrections if c.item is Item.FINDING), _settle, unfit)


def _settle(findings: tuple[Finding, ...], correction: Correction) -> tuple[Finding, ...]:
    def is_meant(finding: Finding) -> bool:
        return (finding.number, finding.year, finding.kind) == (correction.number, correction.year, correction.place)

    found = quotes_text(finding.quote for finding in findings if is_meant(finding))
    if not any(map(is_meant, findings)) or found != correction.expected:
        raise correction.misfit(found or "その気づきは今はありません")
    return tuple(replace(finding, is_settled=True) if is_meant(finding) else finding for finding in findings)


def quotes_text(quotes: Iterable[str]) -> str:
    """Return the words that findings of a kind are about, as they are confirmed.

    >>> quotes_text(["2回", "1回 ", "2回"])
    '1回 … 2回'
    """
    return " … ".join(sorted({" ".join(quote.split()) for quote in quotes}))
