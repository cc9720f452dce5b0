"""A heading may bear a mark by which a formula calls its values: 目標 ①, 実績 ②, 達成状況 ②／①×100; it is no word of it."""

from collections.abc import Iterable, Sequence

from loaders.patterns import Pattern

# Marks of one kind; what is worked out from them stands under a heading that joins two by a sign.
_KINDS = (r"[①-⑳]", r"[A-FＡ-Ｆ]", r"[a-fａ-ｆ]")
_MARK = Pattern(rf"(?<=[^\s(（])\s*(?:{_KINDS[0]}|(?<![!-~])(?:{_KINDS[1]}|{_KINDS[2]}))\s*$")
_FORMULA = Pattern("|".join(rf"(?<![A-Za-z]){mark}\s*[/／÷\-－−]\s*{mark}(?![A-Za-z])" for mark in _KINDS))
_Path = tuple[str, ...]


def is_formula(text: str) -> bool:
    """Return whether a heading tells how its values are worked out from marked ones.

    >>> [is_formula(text) for text in ("達成状況\\n②／①×100", "進み具合（Ｂ÷Ａ）", "実績 ②", "1-A", "人数/F棟")]
    [True, True, False, False, False]
    """
    return _FORMULA.search(text) is not None


def without_marks(paths: Sequence[_Path]) -> list[_Path]:
    """Return the headings over each column without the marks by which formulas call them.

    Where headings are told apart by the mark alone it is a number of theirs: 取組① beside 取組②.

    >>> without_marks([("指標",), ("目標 ①",), ("実績 ②",)])
    [('指標',), ('目標',), ('実績',)]
    >>> without_marks([("取組①",), ("取組②",)])
    [('取組①',), ('取組②',)]
    """
    bare = [tuple(part if is_formula(part) else _MARK.sub("", part) for part in path) for path in paths]
    marked = [at for at, path in enumerate(paths) if bare[at] != path]
    are_alone = all(bare.count(bare[at]) == 1 for at in marked)
    return bare if len(marked) > 1 and are_alone else list(paths)


_BRACKETED_MARK = Pattern(rf"\s*[(（](?:{'|'.join(_KINDS)})[)）]\s*$|^\s*[①-⑳]\s*(?=[^\W\d])")


def unmarked(words: Iterable[str]) -> dict[str, str]:
    """Return the words beside rows that bear marks, each without its own; none where a mark alone tells two of them apart.

    >>> unmarked(["量の見込み ①", "確保方策（②）", "②－①", "実績"])
    {'量の見込み ①': '量の見込み', '確保方策（②）': '確保方策'}
    >>> unmarked(["取組①", "取組②"])
    {}
    """
    told = list(dict.fromkeys(words))
    bare = {word: word if is_formula(word) else _BRACKETED_MARK.sub("", _MARK.sub("", word)) for word in told}
    marked = {word: own for word, own in bare.items() if own != word}
    return marked if len(marked) > 1 and len(set(bare.values())) == len(told) else {}


def mark_of(word: str) -> str:
    """Return the circled number by which a formula calls a row, '' where its words bear none.

    >>> mark_of("②確保方策"), mark_of("実績 ③"), mark_of("差")
    ('②', '③', '')
    """
    found = _FIRST.match(word) or _LAST.search(word)
    return found[1] if found else ""


def joined_marks(word: str) -> frozenset[str]:
    """Return the circled numbers that a formula in a word joins, none where it holds none.

    >>> sorted(joined_marks("④差（③－②）")), joined_marks("②確保方策")
    (['②', '③'], frozenset())
    """
    found = _JOINED.search(word)
    return frozenset(found.groups()) if found else frozenset()


_FIRST, _LAST = Pattern(r"\s*([①-⑳])"), Pattern(r"([①-⑳])[)）]?\s*$")
_JOINED = Pattern(rf"({_KINDS[0]})\s*[/／÷\-－−]\s*({_KINDS[0]})")
