"""A text taken out of a PDF may have lost something: a row that is cut, folded or too long is refused with its place."""

from collections.abc import Sequence

from loaders.errors import DocumentError
from loaders.table.printed import Heading, PrintedRow


def where(file_name: str, line: int, column: str = "") -> str:
    """Return a place in a document as errors tell it: 'a.txt 12行目「番号」の欄'."""
    return f"{file_name} {line}行目" + (f"「{column}」の欄" if column else "")


def check_unbroken(rows: Sequence[PrintedRow], line: int, file_name: str) -> None:
    """Raise DocumentError where a line that is no row follows a short row: both are halves of one."""
    above = next((row for row in reversed(rows) if row.line < line), None)
    if above is None or not above.is_short:
        return
    raise DocumentError(
        "行が途中で折れています。セルの中の改行が残っているようです。",
        where=where(file_name, line, above.last_word),
        todo="セルの中の改行を空白に替えて、事業ごとに1行にしてください。",
    )


def fitted(line: int, cells: list[str], heading: Heading, file_name: str) -> list[str]:
    """Return the cells that stand under the heading; raise DocumentError where words stand beyond it."""
    width = len(heading.columns)
    if any(cell.strip() for cell in cells[width:]):
        raise DocumentError(
            f"見出しは{width}欄ですが、この行には{len(cells)}欄あります。",
            where=where(file_name, line, heading.words[-1].strip()) + "より右",
            todo="余分なタブや、隣の行の文が混ざっていないか確かめてください。",
        )
    return cells[:width]


def check_last_row(rows: Sequence[PrintedRow], file_name: str) -> None:
    """Raise DocumentError where the last row of a document without a last line end is shorter than all others."""
    last, width = rows[-1], len(rows[-1].heading.columns)
    if last.is_short and len(last.cells) < min((len(row.cells) for row in rows[:-1]), default=width):
        raise DocumentError(
            f"資料が途中で切れています。最後の行は{width}欄のうち{len(last.cells)}欄しかありません。",
            where=where(file_name, last.line, last.last_word),
            todo="元の資料からもう一度取り出してください。",
        )
