"""What a press did is read out: one region, there as long as the page, says the words that changed on the screen.

A region that comes together with its words is read out by few screen readers, and Streamlit draws its boxes anew at each run,
so announcing.js repeats what is new in containers made for being heard. Streamlit's boxes of trouble are alerts anyway.
"""

from pathlib import Path
from typing import Final

SCRIPT: Final = (Path(__file__).resolve().parent / "announcing.js").read_text(encoding="utf-8")


def heard(name: str) -> str:
    """Return the key of a container whose words are read out when they change.

    >>> heard("question")
    'said_question'
    """
    return f"said_{name}"
