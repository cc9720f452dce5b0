"""An arrow leads from how things stood to how they stand or shall stand: 4→5回, 目標⇒実績. Offices write any of these."""

from typing import Final

# For a class of signs in a pattern.
ARROWS: Final = "→⇒➡"
