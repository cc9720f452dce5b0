"""A table as it was understood: what each column is taken for stands above its own headings, in words and in a tint.

A column's sign leads to the choices about it.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from dashboard.drawing import picture
from dashboard.drawing.picture import said

# A bright edge and a tint over either theme's ground; what a column is stands in words above it as well.
EDGES: Final[Mapping[str, tuple[str, str]]] = {
    "name": ("#6B6E76", "rgba(118, 118, 118, 0.16)"),
    "target": ("#2F5BFF", "rgba(47, 91, 255, 0.14)"),
    "result": ("#0091C7", "rgba(0, 164, 224, 0.16)"),
    "verdict": ("#9A5BD0", "rgba(154, 91, 208, 0.15)"),
    "other": ("#A58000", "rgba(165, 128, 0, 0.16)"),
    "unread": ("transparent", "transparent"),
}
LEGEND: Final[Mapping[str, str]] = {
    "name": "番号・事業・指標・担当課",
    "target": "目標・計画",
    "result": "実績",
    "verdict": "評価・説明",
    "other": "単位・基準値など",
    "unread": "読み込まない",
}
GROUPS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("target", "final_goal"), "target"),
    **dict.fromkeys(("result", "current", "forecast", "value", "pair"), "result"),
    **dict.fromkeys(("grade", "comment", "rate", "state_and_aim"), "verdict"),
    **dict.fromkeys(("number", "group", "name", "activity", "department", "lead", "measure", "part"), "name"),
    "unread": "unread",
}
# What the words of a cell are cut at: a table is looked over here, and read in its file.
LONGEST: Final = 36


def group(use: str) -> str:
    """Return the group of uses that share a tint."""
    return GROUPS.get(use, "other")


def of_columns(
    table: Mapping[str, Any],
    said_of: Sequence[str],
    uses: Sequence[str],
    *,
    doubtful: Collection[int] = (),
    rows: int = 0,
    page: str = "",
    key: str = "",
    chosen: int | None = None,
) -> str:
    """Return a table's headings and the first `rows` of it as markup.

    `said_of` is what each column is taken for, in words, and `uses` its codes; `doubtful` are columns to be looked at. With a
    `key`, each column's sign sets the widget of that key on the page at path `page` to the column's place.
    """
    signs = "".join(
        f'<th scope="col" class="{_kind(at, doubtful, chosen)}" style="{_style(use)}">'
        f"{_sign(at, letter, words, at in doubtful, page, key)}</th>"
        for at, (letter, words, use) in enumerate(zip(table["letters"], said_of, uses, strict=True))
    )
    shown = table["rows"][: rows + table["headings"]]
    lines = []
    for at, (row, line) in enumerate(zip(shown, table["lines"], strict=False)):
        cells = "".join(
            f'<td class="{_kind(column, doubtful, chosen)}" style="{_style(use)}">{said(_short(text))}</td>'
            for column, (text, use) in enumerate(zip(row, uses, strict=True))
        )
        kind = "headings" if at < table["headings"] else ""
        lines.append(f'<tr class="{kind}"><th scope="row">{said(line)}</th>{cells}</tr>')
    head = f'<thead><tr><th scope="col">行</th>{signs}</tr></thead>'
    return _boxed(f"{head}<tbody>{''.join(lines)}</tbody>")


def of_lines(sheet: Mapping[str, Any], headings: range) -> str:
    """Return the first lines of a sheet as they are, those that are taken for headings marked."""
    lines = []
    for at, (row, line) in enumerate(zip(sheet["rows"], sheet["lines"], strict=False)):
        cells = "".join(f"<td>{said(_short(text))}</td>" for text in row)
        kind = "headings taken" if at in headings else ""
        lines.append(f'<tr class="{kind}"><th scope="row">{said(line)}</th>{cells}</tr>')
    signs = "".join(f'<th scope="col">{said(letter)}</th>' for letter in sheet["letters"])
    head = f'<thead><tr><th scope="col">行</th>{signs}</tr></thead>'
    return _boxed(f"{head}<tbody>{''.join(lines)}</tbody>")


def legend(uses: Collection[str], *, has_doubt: bool) -> str:
    """Return what the tints mean, those that occur."""
    present = {group(use) for use in uses}
    parts = [(f'<i class="swatch" style="{_tint(key)}"></i>', words) for key, words in LEGEND.items() if key in present]
    return picture.key_line([*parts, *([("？", "確かめる列")] if has_doubt else [])])


def _boxed(rows: str) -> str:
    """Return a table in a box that scrolls, by keyboard too."""
    box = 'class="scroll understood" tabindex="0" role="region" aria-label="表の読み方"'
    return f"<div {box}><table>{rows}</table></div>"


def _sign(at: int, letter: str, words: str, is_doubtful: bool, page: str, key: str) -> str:
    shown = f"<small>{said(letter)}</small><b>{'？ ' if is_doubtful else ''}{said(words)}</b>"
    return picture.to_filter(shown, page, key, str(at), title="この列の読み方を変える") if key else shown


def _kind(at: int, doubtful: Collection[int], chosen: int | None) -> str:
    return " ".join(kind for kind, holds in (("doubt", at in doubtful), ("chosen", at == chosen)) if holds)


def _style(use: str) -> str:
    return _tint(group(use))


def _tint(key: str) -> str:
    edge, ground = EDGES[key]
    return f"--edge:{edge};--tint:{ground}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
