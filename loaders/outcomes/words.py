"""Evaluations say with a small stock of office phrases whether work was done: 未実施, 見送った, 至らなかった, 検討した, 統合.

The first phrase of `WORDS` that fits a clause says what the clause says. Patterns see the clause after width folding, without
its connective, its closing brackets and its full stop, so that `$` is where its predicate ends.
"""

import re
from functools import lru_cache

from loaders.numbers.widths import narrow
from loaders.outcomes.done_words import DONE_WORDS
from loaders.outcomes.ended_words import ENDED_WORDS
from loaders.outcomes.signs import CLOSING, FAILING, Word
from loaders.outcomes.undone_words import FAILED_WORDS, NEXT_YEAR, PUT_OFF_WORDS

WORDS: tuple[Word, ...] = ENDED_WORDS + PUT_OFF_WORDS + FAILED_WORDS + DONE_WORDS

# Words of a plan that say why nothing was to be done that year, each with a plan that says it.
NOT_YET_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"計画策定(?:時|当初)には?、?[^。]*(?:計画|予定|想定)していなかった"),
        "計画策定時には、計画していなかったが、令和元年度に多言語翻訳機を設置予定のため追加。",
    ),
    (re.compile(r"年度(?:に|の)?(?:発足|新設|設置)のため[^。]*年度より"), "平成30年度発足のため平成30年度より記載。"),
    (re.compile(r"年度より(?:記載|追加|新規)"), "平成30年度より追加"),
    (re.compile(r"次(?:の|回の?)(?:開催|実施|策定)は"), "計画策定済みのため、次の開催は令和2年度。"),
)

# Words of an evaluation that say that the year was not one of the work's years.
NOT_DUE = re.compile(r"隔年|(?:実施|対象|開催|調査|該当)(?:の)?年度?(?:外|では?な)")

# An evaluation that consists of such a mark only reports nothing.
BLANK = re.compile(r"[\s\-‐‑–—―ーｰ/.…・。、]*|(?:記載)?なし。?|該当なし。?|特に?なし。?|未記入。?|N/?A")

# What opens a sentence that tells something beside the point, and one that tells what was done instead.
ASIDE = re.compile(r"^(?:なお|ちなみに|※|\(例|例\)|（例)")
INSTEAD = re.compile(r"^(?:その|この)?(?:代わり|替わり|かわり|代替)|代わりに|代替として|に代えて|に替えて")

# Work that is got ready for a later year is not yet done: 次年度に向けて準備を行った.
LATER_YEAR = re.compile(rf"(?:{NEXT_YEAR}(?:以降)?|(?:令和|平成)(?:\d+|元)年度)(?:から)?の?[^、。]{{0,8}}(?:に|へ)?向け")

# What failed is the predicate, not what describes a noun: 延期していた講座を開催した, 中止や延期の問い合わせに対応した.
_DESCRIBES = re.compile(
    r"(?:(?:(?:や|・|又は|または|及び)[一-鿿]{2,4})?(?:等|など)?(?:の|に関する|に係る|に伴う)|[ぁ-ん]{0,6}?(?:た|る|の))(?=[一-鿿ァ-ヶA-Za-z0-9おご])"
    r"(?!状況|状態|結果|方針|見込|模様|予定|形|決定|判断|ため|為|[一-鿿]*$)"
)
# Polite endings say the same as plain ones; the tables spell the plain ones.
POLITE: tuple[tuple[str, str], ...] = (
    ("ませんでした", "なかった"),
    ("ません", "ない"),
    ("ております", "ている"),
    ("ています", "ている"),
    ("します", "する"),
    ("ました", "た"),
    ("ます", "る"),
)
_TRAILING = re.compile(r"(?:[\s。、,.]|\([^()]*\))+$")


@lru_cache(maxsize=4096)
def read_sign(words: str) -> Word | None:
    """Return the row of the table that `words`, the body of one clause, fall under; None where none fits.

    >>> read_sign("検討は次年度以降に行う。").sign
    <Sign.POSTPONED: 'postponed'>
    """
    body = _TRAILING.sub("", narrow(words))
    polite = next((pair for pair in POLITE if body.endswith(pair[0])), None)
    if polite:
        body = body.removesuffix(polite[0]) + polite[1]
    return next((word for word in WORDS if _says(word, body)), None)


def _says(word: Word, body: str) -> bool:
    match = word.pattern.search(body)
    if match is None:
        return False
    ends = (match.end(), match.end() - 1) if match[0].endswith("た") else (match.end(),)
    return word.sign not in FAILING | CLOSING or not any(_DESCRIBES.match(body, end) for end in ends)
