"""A table as it was understood: what each column is taken for stands above its own headings, in words and in a tint."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

# Tints over either theme's ground; what a column is stands in words above it as well.
TINTS: Final[Mapping[str, str]] = {
    "target": "rgba(0, 23, 193, 0.14)",
    "result": "rgba(0, 139, 242, 0.20)",
    "name": "rgba(118, 118, 118, 0.22)",
    "other": "rgba(165, 128, 0, 0.18)",
    "unread": "transparent",
}
LEGEND: Final[Mapping[str, str]] = {
    "name": "事業・指標・担当課",
    "target": "目標・計画",
    "result": "実績・評価",
    "other": "そのほか（基準値・単位など）",
}
GROUPS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("target", "final_goal"), "target"),
    **dict.fromkeys(("result", "current", "forecast", "grade", "comment", "rate", "value", "pair"), "result"),
    **dict.fromkeys(("number", "group", "name", "activity", "department", "lead", "measure", "part"), "name"),
    "unread": "unread",
}
EDGE: Final = "border: 1px solid rgba(118, 118, 118, 0.6)"
CELL: Final = f"{EDGE}; padding: 4px 6px; min-width: 4.5rem; max-width: 16rem; vertical-align: top; text-align: left"
DASHED: Final = "; outline: 2px dashed currentColor; outline-offset: -3px"
BOX: Final = '<div tabindex="0" role="region" aria-label="表の読み方" style="overflow: auto; max-height: 30rem">'
SWATCH: Final = f"display: inline-block; width: 1rem; height: 0.75rem; margin-right: 0.35rem; {EDGE}"
LONGEST: Final = 60


def group(use: str) -> str:
    """Return the group of uses that share a tint."""
    return GROUPS.get(use, "other")


def html(table: Mapping[str, Any], said: Sequence[str], uses: Sequence[str], doubtful: frozenset[int], rows: int) -> str:
    """Return the first rows of a table as HTML.

    `said` is what each column is taken for, in words, and `uses` its codes; `doubtful` are columns a person should look at.
    """
    labels = "".join(
        f'<th scope="col" style="{CELL}; background: {TINTS[group(use)]}{DASHED if at in doubtful else ""}">'
        f"{escape(letter)}　{'？ ' if at in doubtful else ''}{escape(words)}</th>"
        for at, (letter, words, use) in enumerate(zip(table["letters"], said, uses, strict=True))
    )
    lines = []
    for at, (row, line) in enumerate(zip(table["rows"][:rows], table["lines"], strict=False)):
        weight = "; font-weight: 700" if at < table["headings"] else ""
        cells = "".join(
            f'<td style="{CELL}{weight}; background: {TINTS[group(use)]}">{escape(_short(text))}</td>'
            for text, use in zip(row, uses, strict=True)
        )
        lines.append(f'<tr><th scope="row" style="{CELL}; min-width: 2rem">{line}</th>{cells}</tr>')
    head = f'<thead><tr><th scope="col" style="{CELL}; min-width: 2rem">行</th>{labels}</tr></thead>'
    body = f"<tbody>{''.join(lines)}</tbody>"
    return f'{BOX}<table style="border-collapse: collapse; font-size: 0.875rem">{head}{body}</table></div>'


def legend() -> str:
    """Return what the tints mean."""
    parts = [
        f'<span style="display: inline-block; margin-right: 1rem">'
        f'<span style="{SWATCH}; background: {TINTS[key]}"></span>{words}</span>'
        for key, words in LEGEND.items()
    ]
    return f"<div>{''.join(parts)}<span>？ 確かめる列（破線の枠）</span></div>"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
