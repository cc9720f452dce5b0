"""Every colour of the screens stands here: the tones of words, lines and grounds in both themes, and which code has which.

They start from the light palette (navy, light blue, ochre, red, grey: no red/amber/green, apart for colour-blind eyes).
Navy #0017C1 is 1.8:1 on a dark ground, so every tone has a second, lighter one; each is at least 3:1 on its theme's grounds,
which a test checks.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Tone:
    """A colour in the light and in the dark theme."""

    light: str
    dark: str


NAVY: Final = Tone("#0017C1", "#7096F8")
SKY: Final = Tone("#0877D7", "#57B8FF")
OCHRE: Final = Tone("#927200", "#D2A400")
RED: Final = Tone("#A90000", "#FF7171")
SLATE: Final = Tone("#626264", "#B4B4B7")
GREY: Final = Tone("#767676", "#949497")
GRID: Final = Tone("#E6E6E6", "#3A3C42")
GROUND: Final = Tone("#F8F8FB", "#16171B")
INK: Final = Tone("#000000", "#F1F1F4")
# Colours are the dashboard's own; a code that has none yet is grey.
STATUS_TONES: Final = {"met": NAVY, "unmet": RED, "implemented": SKY, "under_study": OCHRE, "closed": SLATE}
TARGET_TONES: Final = {
    "met": NAVY,
    "missed": RED,
    "not_carried_out": RED,
    "forecast": NAVY,
    "closed": SLATE,
    "not_yet": NAVY,
}
PROMISE_TONES: Final = {"kept": NAVY, "late": SKY, "overdue": RED, "closed": SLATE, "unknown": OCHRE, "not_yet": NAVY}
BAND_TONES: Final = {"A": NAVY, "B": Tone("#008BF2", "#57B8FF"), "C": Tone("#A58000", "#D2A400"), "D": RED}
