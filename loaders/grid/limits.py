"""A table of a plan has thousands of rows at most; a file that is larger by far is something else, or meant to do harm."""

import zipfile
from pathlib import PurePath

from loaders.errors import DocumentError

MOST_BYTES = 50 * 2**20
MOST_ROWS, MOST_COLUMNS, MOST_SHEETS, MOST_PAGES = 20_000, 300, 100, 300
# A workbook packs to a tenth or so; what unfolds to this much fills the memory of a small machine.
MOST_UNPACKED = 400 * 2**20
MOST_RATIO, RATIO_FROM = 200, 20 * 2**20


def check_size(data: bytes, file_name: str) -> None:
    """Raise DocumentError where a file is empty, or larger than any table of a plan."""
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise DocumentError(
            "資料が空です。", where=file_name, todo="正しいファイルか、途中で保存に失敗していないか確かめてください。"
        )
    if len(data) > MOST_BYTES:
        raise DocumentError(
            f"ファイルが大きすぎます（{len(data) / 2**20:,.0f} MB。{MOST_BYTES // 2**20} MB まで読めます）。",
            where=file_name,
            todo="画像や使わないシートを除いて、保存し直してください。",
        )


def check_rows(rows: int, columns: int, where: str) -> None:
    """Raise DocumentError where a sheet has more rows or columns with words than any table of a plan."""
    if rows > MOST_ROWS:
        todo = "使う行だけを残すか、いくつかのファイルに分けてください。"
        raise DocumentError(f"行が多すぎます（{rows:,}行。{MOST_ROWS:,}行まで読めます）。", where=where, todo=todo)
    if columns > MOST_COLUMNS:
        todo = "使う列だけを残して保存し直してください。"
        raise DocumentError(f"列が多すぎます（{columns:,}列。{MOST_COLUMNS}列まで読めます）。", where=where, todo=todo)


def check_sheets(count: int, file_name: str) -> None:
    """Raise DocumentError where a workbook has more sheets, or a page more tables, than a person can look through."""
    if count > MOST_SHEETS:
        todo = "使うシート（表）だけを残して保存し直してください。"
        raise DocumentError(f"シート（表）が多すぎます（{count:,}。{MOST_SHEETS}まで読めます）。", where=file_name, todo=todo)


def check_zip(archive: zipfile.ZipFile, file_name: str) -> None:
    """Raise DocumentError where a packed file unfolds to more than any workbook or document, or is made to (a zip bomb).

    A file packed within is a sign of one, but for the data of a chart or object, which nothing here unfolds (embeddings).
    """
    for item in archive.infolist():
        inner = PurePath(item.filename)
        is_folded = item.file_size > RATIO_FROM and item.file_size > MOST_RATIO * max(item.compress_size, 1)
        if is_folded or (inner.suffix.lower() in (".zip", ".xlsx", ".docx") and inner.parent.name != "embeddings"):
            raise DocumentError(
                "圧縮のしかたが普通のファイルと違うため、安全のために開いていません。",
                where=f"{file_name}（中の {item.filename}）",
                todo="元のソフト（Excel、Word など）で開き、新しいファイルに表を貼り付けて保存したものを使ってください。",
            )
    if sum(item.file_size for item in archive.infolist()) > MOST_UNPACKED:
        raise DocumentError(
            "展開すると大きすぎるファイルです。",
            where=file_name,
            todo="画像や使わないシートを除いて、保存し直してください。",
        )
