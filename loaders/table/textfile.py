"""Offices save tables as Excel, PDF, Shift_JIS text and more; only UTF-8 text is read, the others are told by name."""

from loaders.errors import DocumentError

# What a file of another kind starts with.
OTHER_FILES = {
    b"PK\x03\x04": "Excel・Word などのファイル",
    b"\xd0\xcf\x11\xe0": "古い形式の Excel・Word のファイル",
    b"%PDF": "PDF ファイル",
    b"{\\rtf": "リッチテキスト",
    b"\x89PNG": "画像",
    b"\xff\xd8\xff": "画像",
}
# Encodings that Japanese offices' programs write, as a person knows them.
OTHER_ENCODINGS = {"utf-16": "UTF-16", "euc_jp": "EUC-JP", "cp932": "Shift_JIS（cp932）"}
_AS_TEXT = "表を「タブ区切りのテキスト（UTF-8）」で保存し直してから読み込んでください。"


def decode(data: bytes, file_name: str) -> str:
    """Return the text of a file; raise DocumentError where it is empty, of another kind or not UTF-8."""
    for magic, kind in OTHER_FILES.items():
        if data.startswith(magic):
            raise DocumentError(f"資料が{kind}です。テキストではありません。", where=file_name, todo=_AS_TEXT)
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        todo = "正しいファイルか、途中で保存に失敗していないか確かめてください。"
        raise DocumentError("資料が空です。", where=file_name, todo=todo)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _encoding_error(data, error, file_name) from error
    if "\x00" in text:
        raise DocumentError("資料にテキストでないデータが含まれています。", where=file_name, todo=_AS_TEXT)
    return text


def _encoding_error(data: bytes, error: UnicodeDecodeError, file_name: str) -> DocumentError:
    line = data.count(b"\n", 0, error.start) + 1
    where = f"{file_name} {line}行目"
    if error.end == len(data) and error.reason == "unexpected end of data":
        return DocumentError("資料が文字の途中で切れています。", where=where, todo="元の資料からもう一度取り出してください。")
    for encoding, name in OTHER_ENCODINGS.items():
        try:
            is_table = "\t" in data.decode(encoding)
        except UnicodeError:
            continue
        if is_table:
            return DocumentError(f"資料の文字コードが {name} です。UTF-8 だけを読み込めます。", where=where, todo=_AS_TEXT)
    return DocumentError("資料の文字コードが UTF-8 ではありません。", where=where, todo=_AS_TEXT)
