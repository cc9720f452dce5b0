"""A city does not misspell its own name: 伊西市 in a document of 印西市 says that copying has damaged kanji there."""

import re
from collections import Counter
from collections.abc import Sequence

from loaders.model import Finding, FindingKind, Initiative, Severity


def find_misspelt_names(initiatives: Sequence[Initiative], body: str) -> tuple[Finding, ...]:
    """Return a finding for each row that names a municipality one kanji off `body`, where `body` itself is named as well.

    A neighbour may bear such a name (印西市, 湖西市), so nothing is changed and the message says only what is suspected.
    """
    if not re.fullmatch(r"[一-鿿々ヶケ]{2,}[市町村区]", body):
        return ()
    texts = {row.number: "\n".join(cell.text for cell in row.cells) for row in initiatives}
    if not any(body in text for text in texts.values()):
        return ()
    findings = []
    for number, text in texts.items():
        for name, count in _near_names(text, body).items():
            message = f"「{name}」は「{body}」の文字が壊れたものと思われます（{count}か所）。本文は印刷のまま残しています。"
            findings.append(Finding(FindingKind.MISSPELT_NAME, Severity.INFO, message, name, number))
    return tuple(findings)


def _near_names(text: str, body: str) -> Counter[str]:
    """Count the names that differ from `body` by one kanji, which is not its last (市, 町, 村)."""
    near: Counter[str] = Counter()
    for i in range(len(body) - 1):
        pattern = re.escape(body[:i]) + "[一-鿿]" + re.escape(body[i + 1 :])
        near.update(name for name in re.findall(pattern, text) if name != body)
    return near
