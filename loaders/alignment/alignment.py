"""In about one row in six, words stand under a wrong heading; alignment says where every printed cell's words belong.

Precision comes before recall: a row is read otherwise than printed only where that explains its words clearly better. What is
in doubt stays where it is printed, with a confidence that keeps its numbers out of charts and a finding that says what is odd.

How it decides: an arrangement of a row says for all its words at once under which heading they belong. Its price is what its
breaks cost (a cell lost, two merged, two swapped, one too many), what each cell's words cost under their heading (mood, labels,
dates and words that the table uses for one kind of cell), and what it costs that a cell resembles the row's cells of the other
kind more than those of its own. The cheapest arrangement is believed when it is clearly cheaper than the printed one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.alignment.costs import RowTexts
from loaders.alignment.customs import Customs, find_customs
from loaders.alignment.foreign import Foreign, find_foreign
from loaders.alignment.numbers import years_apart
from loaders.alignment.row_similarity import strangeness
from loaders.alignment.search import CHEAPEST, Arrangement, Piece, arrangements, as_printed
from loaders.confidence import DOUBTED
from loaders.lengths import PLACED
from loaders.model import Cell, Column, Finding, FindingKind, Initiative, Kind, Place, PrintedCell, Severity

# How much cheaper another arrangement has to be before it is believed.
CLEAR = 0.3
# Words at this price under their heading are said to be odd there; dearer ones are not charted.
ODD = 2.5
# Numbers of a year that a move leaves without a common unit speak against it as a sentence in the wrong mood would.
APART = 3.0
# What the words of a row's years must say for a move, beside what its blanks and its 現状 say.
TOLD = 0.5

# Words of another row are hardly this row's.
FOREIGN_CONFIDENCE = 0.2

# Why the words of a moved cell belong elsewhere, by the rule that moved them.
WHY = {
    "lost_cell": "途中のセルが1つ抜け、後ろのセルが左に詰まったと見られます。",
    "inserted_cell": "余分なセルが入り、後ろのセルが右にずれたと見られます。",
    "swapped": "隣り合うセルと入れ替わっていると見られます。",
    "merged_cells": "2つのセルの文が1つになっていると見られます。",
}


@dataclass(frozen=True)
class Alignment:
    """A row's cells at their true places, and what a person should know of it."""

    cells: tuple[Cell, ...]
    findings: tuple[Finding, ...]


def align(initiatives: Sequence[Initiative], customs: Customs | None = None, own: range | None = None) -> tuple[Alignment, ...]:
    """Return one alignment per initiative, in the same order.

    A row may hold the words of one that stands close to it, and words that many rows share are told by the whole table: where
    only the rows of `own` are asked for, the others are those close to them, and `customs` is find_customs of all rows.
    """
    if customs is None:
        customs = find_customs(initiatives)
    own = range(len(initiatives)) if own is None else own
    foreign = find_foreign(initiatives, own)
    return tuple(_align_row(initiatives[row], customs, foreign.get(row, {})) for row in own)


def as_they_stand(initiative: Initiative) -> Alignment:
    """Return a row's cells where they are printed, one for each column of a place: a grid says where its cells stand."""
    whole = (Cell(cell.place, cell.place, cell.text, 0, len(cell.text), 1.0, "as_printed") for cell in initiative.cells)
    pieces = [_by_column(cell, printed.columns) for cell, printed in zip(whole, initiative.cells, strict=True)]
    cells = (cell for cells in pieces for cell in cells)
    return Alignment(tuple(replace(c, confidence=c.column.confidence) if c.column else c for c in cells), ())


def _align_row(initiative: Initiative, customs: Customs, foreign: Mapping[int, Foreign]) -> Alignment:
    printed = initiative.cells
    settled = frozenset(at for at, cell in enumerate(printed) if cell.columns)
    row = RowTexts(tuple(c.text[:PLACED] for c in printed), tuple(c.place for c in printed), customs, settled)
    chosen, margin = _choose(row)
    if chosen.moved and _told_by_words(row, chosen) < TOLD:
        chosen, margin = as_printed(row), 0.0
    refused = chosen if chosen.moved and margin < CLEAR + _disagreement(row, chosen) else None
    if refused is not None:
        chosen, margin = as_printed(row), 0.0
    moved_confidence = _confidence(margin)
    cells, findings = [], _refusals(initiative, row, refused)
    for piece in (_to_the_end(piece, row, printed[piece.cell]) for piece in chosen.pieces):
        cell = _cell(row, piece, printed[piece.cell].text, moved_confidence, piece.cell in foreign)
        cells.extend(_by_column(cell, printed[piece.cell].columns))
        findings.extend(_findings(initiative, cell, piece, foreign.get(piece.cell)))
    return Alignment(tuple(cells), tuple(findings))


def _choose(row: RowTexts) -> tuple[Arrangement, float]:
    """Return the arrangement that is believed, and how much cheaper it is than the printed one."""
    printed = as_printed(row)
    printed_price = _price(row, printed)
    if printed_price < CHEAPEST + CLEAR:
        return printed, 0.0
    prices = {arrangement: _price(row, arrangement) for arrangement in arrangements(row, printed_price - CLEAR)}
    chosen = min(prices, key=lambda arrangement: (prices[arrangement], arrangement.moved))
    margin = printed_price - prices[chosen]
    return (chosen, margin) if margin >= CLEAR else (printed, 0.0)


def _told_by_words(row: RowTexts, arrangement: Arrangement) -> float:
    """Return how much better the words of the years fit where an arrangement has them.

    That a row stops before its last plan, or that a 現状 bears no label, tells of no lost cell by itself.
    """
    yearly = [p for p in arrangement.pieces if row.places[p.cell].year is not None and p.cell != p.slot]
    gain = sum(row.fit(p.cell, p.cell) - row.words_fit(row.texts[p.cell][p.start : p.end], p.slot) for p in yearly)
    return gain + strangeness(row, as_printed(row).pieces) - strangeness(row, arrangement.pieces)


def _disagreement(row: RowTexts, arrangement: Arrangement) -> float:
    """Return what speaks against an arrangement: years, more than printed, whose plan and evaluation have no common unit."""
    return APART * max(0, years_apart(_texts(row, arrangement)) - years_apart(_texts(row, as_printed(row))))


def _texts(row: RowTexts, arrangement: Arrangement) -> dict[Place, str]:
    """Return the words of each place as an arrangement has them."""
    texts: dict[Place, str] = {}
    for piece in arrangement.pieces:
        place = row.places[piece.slot]
        texts[place] = f"{texts.get(place, '')} {row.texts[piece.cell][piece.start : piece.end]}"
    return texts


def _refusals(initiative: Initiative, row: RowTexts, refused: Arrangement | None) -> list[Finding]:
    """Say of each cell that its words would move, had the numbers not spoken against it."""
    findings = []
    for piece in refused.pieces if refused else ():
        text = row.texts[piece.cell][piece.start : piece.end]
        if piece.cell == piece.slot or not text.strip():
            continue
        here, there = row.places[piece.cell], row.places[piece.slot]
        message = (
            f"「{here.label_ja}」の文は「{there.label_ja}」の文とも読めますが、移すと計画と評価の数値の単位が合わなくなるため、"
            "印刷された位置のままにしています。"
        )
        findings.append(Finding(FindingKind.SUSPECT_ALIGNMENT, Severity.WARNING, message, text, initiative.number, here.year))
    return findings


def _price(row: RowTexts, arrangement: Arrangement) -> float:
    return round(arrangement.cost + strangeness(row, arrangement.pieces), 6)


def _confidence(margin: float) -> float:
    """Return how sure an arrangement is that is cheaper by `margin` than the printed one."""
    return round(1 - 0.5 / (1 + margin), 3)


def _by_column(cell: Cell, columns: Sequence[Column]) -> list[Cell]:
    """Return the piece that each column of a place fills, the blank between two with the former."""
    ends = [column.start for column in columns[1:]] + [len(cell.text)]
    if not columns:
        return [cell]
    return [
        replace(cell, text=cell.text[c.start : end], span_start=c.start, span_end=end, column=c)
        for c, end in zip(columns, ends, strict=True)
    ]


def _to_the_end(piece: Piece, row: RowTexts, cell: PrintedCell) -> Piece:
    """Return a piece with all its words, where its place was told by the first ones."""
    is_cut_short = len(cell.text) > PLACED and piece.end == len(row.texts[piece.cell])
    return piece._replace(end=len(cell.text)) if is_cut_short else piece


def _cell(row: RowTexts, piece: Piece, printed: str, moved_confidence: float, is_foreign: bool) -> Cell:
    text = printed[piece.start : piece.end]
    rule, confidence = piece.rule, 1.0
    if is_foreign and piece.cell == piece.slot:
        rule, confidence = "foreign_text", FOREIGN_CONFIDENCE
    elif rule == "surplus":
        confidence = DOUBTED
    elif rule != "as_printed" and (piece.cell != piece.slot or rule == "merged_cells"):
        confidence = moved_confidence
    elif text.strip():
        price = row.fit(piece.cell, piece.slot)
        confidence = DOUBTED if price >= ODD else round(1 - 0.15 * max(price, 0.0), 3)
    places = row.places
    if piece.cell == piece.slot and rule not in ("merged_cells", FindingKind.FOREIGN_TEXT, "surplus"):
        rule = "as_printed"
    return Cell(places[piece.cell], places[piece.slot], text, piece.start, piece.end, confidence, rule)


def _findings(initiative: Initiative, cell: Cell, piece: Piece, foreign: Foreign | None) -> list[Finding]:
    """Return what a person should know of one piece."""
    here = cell.printed.label_ja

    def tell(kind: FindingKind, severity: Severity, message: str) -> Finding:
        return Finding(kind, severity, message, cell.text, initiative.number, cell.place.year)

    if cell.rule == "foreign_text" and foreign is not None:
        message = f"「{here}」の文は番号{foreign.number}の文によく似ています。別の事業の文が入った疑いがあります。"
        return [tell(FindingKind.FOREIGN_TEXT, Severity.WARNING, message)]
    if cell.rule == "merged_cells" and cell.is_moved:
        message = f"「{here}」の文の一部を「{cell.place.label_ja}」として読みました。{WHY['merged_cells']}"
        return [tell(FindingKind.SPLIT_CELL, Severity.INFO, message)]
    if cell.is_moved and cell.text.strip():
        message = f"「{here}」の文を「{cell.place.label_ja}」に移しました。{WHY[cell.rule]}"
        return [tell(FindingKind.MOVED_CELL, Severity.INFO, message)]
    if cell.confidence <= DOUBTED:
        odd = "前後のセルと重なる文か、入る見出しのない文です" if piece.rule == "surplus" else _oddity(cell.place.kind)
        return [tell(FindingKind.SUSPECT_ALIGNMENT, Severity.WARNING, f"「{here}」は{odd}。印刷された位置のままにしています。")]
    return []


def _oddity(kind: Kind) -> str:
    if kind is Kind.PLAN:
        return "計画の欄ですが、実施した結果を述べる文です"
    if kind is Kind.RESULT:
        return "評価の欄ですが、これからの予定を述べる文です"
    return "現状及び事業目標の欄ですが、年度の計画か評価を述べる文です"
