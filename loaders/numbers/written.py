"""A person copies a figure out of a message into a form, so that it is written with all its digits and without float noise."""

# What is left of a figure behind this many decimals comes from the arithmetic, not from the table.
_DECIMALS = 6


def plain(value: float) -> str:
    """Return a figure as people type it: all digits, no thousands' commas, no noise.

    >>> plain(1_450_000), plain(60.3 - 59.1), plain(-3.0), plain(0.25), plain(-0.0)
    ('1450000', '1.2', '-3', '0.25', '0')
    """
    return _trimmed(f"{value:.{_DECIMALS}f}")


def written(value: float) -> str:
    """Return a figure as people print it, with commas between the thousands.

    >>> written(1_450_000), written(11_482.5)
    ('1,450,000', '11,482.5')
    """
    return _trimmed(f"{value:,.{_DECIMALS}f}")


def change(value: float) -> str:
    """Return by how much a figure rose or fell, with its sign.

    >>> change(1_200), change(60.3 - 61.5)
    ('+1,200', '-1.2')
    """
    return f"+{written(value)}" if value > 0 else written(value)


def _trimmed(digits: str) -> str:
    trimmed = digits.rstrip("0").rstrip(".")
    return "0" if trimmed == "-0" else trimmed
