"""A sentence is about its nouns: runs of Chinese characters or of katakana, less the words that any sentence holds."""

from loaders.patterns import Pattern
from loaders.prose.widths import narrow

_NOUN = Pattern(r"[ァ-ヶー]{2,}|[A-Za-z]{2,}|[一-鿿]{2,}")

# Words of any evaluation, and words of times and amounts.
_COMMON = Pattern(
    r"実施|検討|開催|導入|対応|公開|作成|必要|予定|状況|影響|情報|結果|実績|開催実績|目標|目標値|計画|取組|事業"
    r"|今年度|本年度|年度|年度内|次年度|翌年度|来年度|前年度|令和|平成|令和元年度|全て|一部|以降|以上|今後|当初"
    r"|着手|完了|中止|延期|見送|未了|未実施|調整|協議|準備|作業|内容|市民|件数|回数|箇所"
)
# Ways of doing the same work: 講座 is still the work when it is held オンライン.
_WAY = Pattern(
    r"オンライン|リモート|動画|配信|書面|電話|資料|郵送|紙面|広報|ホームページ|メール|会議|形式|方式|方法|縮小|規模"
    r"|個別|屋外|会場|代替|配布|提供"
)


def nouns(text: str) -> set[str]:
    """Return what a text is about.

    >>> sorted(nouns("相談会の開催は見送った。"))
    ['相談会']
    """
    return {noun for noun in _NOUN.findall(narrow(text)) if not _COMMON.fullmatch(noun)}


def is_same_work(instead: str, meant: str) -> bool:
    """Say whether what was done instead is what was meant, done another way.

    >>> is_same_work("代わりにオンラインで開催した。", "講座を開催する。")
    True
    >>> is_same_work("代替として物産展を実施した。", "マルシェを開催する。")
    False
    """
    return all(_WAY.search(noun) or _is_about(meant, noun) for noun in nouns(instead))


def _is_about(text: str, noun: str) -> bool:
    """Say whether a text names a noun, or the general word at its end: 出前講座 is a 講座."""
    general = noun[-2:]
    return noun in text or (len(noun) > 2 and general in text and not _COMMON.fullmatch(general))
