"""The scale of attainment: A from 100 %, B and C from the percentages that a setting of the installation gives, D below."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Bands:
    """The scale of attainment: A from 100 %, B and C from these percentages on, D below.

    The usual cuts are those by which 愛知県 judges its own IT plan.
    """

    upper: int = 80
    lower: int = 50

    def rows(self) -> Iterator[dict[str, str | int | float]]:
        """Yield the rows of band_code, the best band first; `at_least` is a ratio: 1.0 is 100 %."""
        steps = (
            ("A", "達成", "●", 1.0, "達成率100%以上"),
            ("B", "概ね達成", "◐", self.upper / 100, f"達成率{self.upper}%以上100%未満"),
            ("C", "一部達成", "▲", self.lower / 100, f"達成率{self.lower}%以上{self.upper}%未満"),
            ("D", "未達成", "✕", 0.0, f"達成率{self.lower}%未満"),
        )
        names = ("code", "label_ja", "symbol", "at_least", "meaning")
        for position, step in enumerate(steps, start=1):
            yield {**dict(zip(names, step, strict=True)), "position": position}


# One scale for all sections and all visitors, or their bands could not be compared: a setting of the installation.
BANDS_SETTING = "PLAN_BAND_CUTS"


def read_bands(setting: str | None) -> Bands:
    """Return the scale that a setting such as '80,50' states, the usual one for None; raise ValueError where it is no scale.

    >>> read_bands("90,70")
    Bands(upper=90, lower=70)
    """
    if not setting:
        return Bands()
    try:
        upper, lower = (int(part) for part in setting.split(","))
    except ValueError:
        upper, lower = 0, 0
    if not 100 > upper > lower > 0:
        raise ValueError(
            f"{BANDS_SETTING}={setting}: 区分の区切りは「80,50」のように、100より小さい順に2つの整数で書いてください。"
        )
    return Bands(upper, lower)
