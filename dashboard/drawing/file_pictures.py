"""A file that is taken away is known by its look: a small drawing of its sheets, without words."""

from typing import Final

from dashboard.drawing import picture
from dashboard.text.colours import NAVY, RED, SKY, SLATE

WIDTH, HEIGHT = 132, 84
LINES: Final = "".join(f"M34 {y}H98" for y in range(22, 76, 9))


def thumbnail(kind: str) -> str:
    """Return the drawing of a kind of file: sheet, workbook, data, archive or database."""
    navy, red, sky, slate = (picture.tone_of(tone) for tone in (NAVY, RED, SKY, SLATE))
    paper = f'<rect x="28" y="4" width="76" height="76" rx="3" fill="none" stroke="{slate}" stroke-width="1.5"/>'
    grid = f'<path d="{LINES}M56 14V76M77 14V76" stroke="{slate}" fill="none"/>'
    drawn = {
        "sheet": paper
        + f'<path d="M34 14H76" stroke="{slate}" stroke-width="4"/>'
        + "".join(
            f'<rect x="{34 + 9 * x}" y="{24 + 8 * y}" width="7" height="6" fill="{red if (x + y) % 5 == 0 else sky}"/>'
            for x in range(7)
            for y in range(4)
        )
        + f'<path d="M34 64H66M34 71H60" stroke="{slate}" stroke-width="2"/>'
        + f'<path d="M74 74V62M82 74V66M90 74V58" stroke="{navy}" stroke-width="5"/>',
        "workbook": paper
        + f'<path d="M40 70V50M52 70V34M64 70V42M76 70V26M88 70V56" stroke="{navy}" stroke-width="7"/>'
        + f'<path d="M34 30H98" stroke="{red}" stroke-width="1.5" stroke-dasharray="4 3"/>',
        "data": paper + grid + f'<rect x="34" y="13" width="64" height="8" fill="{sky}"/>',
        "archive": f'<g transform="translate(-8,0)">{paper}</g><g transform="translate(8,4)">{paper}{grid}</g>',
        "database": "".join(
            f'<path d="M36 {y}c0 10 60 10 60 0v16c0 10 -60 10 -60 0z" fill="none" stroke="{navy}" stroke-width="2"/>'
            for y in (14, 32, 50)
        )
        + f'<ellipse cx="66" cy="14" rx="30" ry="8" fill="none" stroke="{navy}" stroke-width="2"/>',
    }
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg {size} aria-hidden="true">{drawn[kind]}</svg>'
