"""How a finding on an indicator is worded: amounts in its unit, its name ahead, the numbers that it is about quoted."""

from loaders.model import Finding, FindingKind, Indicator, Quantity, Reading, Severity
from loaders.numbers.written import written


def amount_text(value: float | None, indicator: Indicator) -> str:
    """Return a value with the unit of its indicator, '' for none."""
    return f"{written(value)}{indicator.unit or ''}" if value is not None else ""


def on_indicator(
    reading: Reading,
    indicator: Indicator,
    year: int | None,
    kind: FindingKind,
    message: str,
    first: Quantity | None,
    second: Quantity | None,
    severity: Severity = Severity.WARNING,
) -> Finding:
    """Return a finding on an indicator, quoting the one or two numbers that it is about."""
    quotes = [quantity.quote for quantity in (first, second) if quantity is not None]
    return Finding(kind, severity, f"{indicator.name}：{message}", " … ".join(quotes), reading.initiative.number, year)
