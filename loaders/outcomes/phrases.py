"""Evaluations say with a small stock of office phrases whether work was done: 未実施, 見送った, 至らなかった, 検討した, 統合.

The first phrase of the vocabulary that fits a clause says what the clause says. Patterns see the clause after width folding,
without its connective, its closing brackets and its full stop, so that `$` is where its predicate ends.
"""

import re
from functools import lru_cache

from loaders.outcomes.predicates import CLOSING, FAILING
from loaders.outcomes.vocabulary.loading import PHRASES, Phrase
from loaders.prose.eras import ERA_YEAR, NEXT_YEAR
from loaders.prose.sieve import Sieve
from loaders.prose.widths import narrow

# An evaluation that consists of such a mark only reports nothing.
BLANK = re.compile(r"[\s\-‐‑–—―ーｰ/.…・。、]*|(?:記載)?なし。?|該当なし。?|特に?なし。?|未記入。?|N/?A")

# What opens a sentence that tells something beside the point, and one that tells what was done instead.
ASIDE = re.compile(r"^(?:なお|ちなみに|※|\(例|例\)|（例)")
INSTEAD = re.compile(r"^(?:その|この)?(?:代わり|替わり|かわり|代替)|代わりに|代替として|に代えて|に替えて")

# Work that is got ready for a later year is not yet done: 次年度に向けて準備を行った.
LATER_YEAR = re.compile(rf"(?:{NEXT_YEAR}(?:以降)?|{ERA_YEAR})(?:から)?の?[^、。]{{0,8}}(?:に|へ)?向け")

# What failed is the predicate, not what describes a noun: 延期していた講座を開催した, 中止や延期の問い合わせに対応した.
_DESCRIBES = re.compile(
    r"(?:(?:(?:や|・|又は|または|及び)[一-鿿]{2,4})?(?:等|など)?(?:の|に関する|に係る|に伴う)|[ぁ-ん]{0,6}?[ただるのむうくすつぶぬぐ])(?=[一-鿿ァ-ヶA-Za-z0-9おご])"
    r"(?!状況|状態|事態|運び|羽目|始末|結果|方針|見込|模様|予定|形|決定|判断|ため|為|[一-鿿]*$)"
)
# What follows a failure's words and makes them deny it or name something else, each with a clause that says so.
BESIDE_IT: tuple[tuple[str, str], ...] = (
    (r"[ぁ-ん]{0,3}(?:こと|もの)(?:は|も)?なく", "休止することなく運営した"),
    (r"(?:と|に)?(?:は)?(?:せず|ならず)(?!$)", "中止とせず開催した"),
    (r"[はもし]{0,2}(?:し|ら)?ない(?:こと|もの|方針)", "事業を見送らないこととし、継続した"),
    (r"(?:は|も)?(?:なく|ないよう)(?!$)", "中断なく配信した"),
    (r"[ぁ-ん]{0,3}(?:しない|させない|ならない|出ない|防ぐ)よう", "業務を停止しないよう計画を策定した"),
    (
        r"(?:の)?(?:判断|決定)?(?:基準|条件|規[程定]|要[綱領]|連絡|通知|情報|届|対応(?:策)?|マニュアル|フロー)(?=を|に|の|と)",
        "中止判断基準を作成した",
    ),
    (r"(?:期間)?中(?:の|に|も|、)", "休止中の窓口を再開した"),
    (r"(?:期間|決定)?(?:前|後)(?:の|に|と|は|も|を|から|、|並み|水準)", "休止前の規模に戻った"),
    (r"[ぁ-ん]{0,2}(?:期間)?を(?:経[てた]|挟[んみ]|はさ[んみ]|乗り越え|解[いき除])", "2か月の休止を経て再開した"),
    (r"[ぁ-ん]{0,5}(?:の)?(?:場合|際|とき|時)(?:の|に|を|は|、)", "中止となった場合に備え、代替会場を確保した"),
    (r"(?:も|を)(?:視野|想定|求め|含め|見据え|検討|防|避け|回避|念頭)", "延期も視野に準備した"),
    (r"(?:等|など)?(?:も|を)?含め", "延期等含め準備した"),
    (
        r"(?:が|と)(?:(?:続い|相次い|重なっ)て(?:いた|いる|きた)|続[くい]た?|相次[ぐい]だ?)(?=[一-鿿ァ-ヶ])",
        "中止が続いていた祭りを3年ぶりに開いた",
    ),
    (r"を?(?:決め|決定し|発表し)た(?=[一-鿿ァ-ヶ])(?![一-鿿]*$)", "県が中止を決めた大会の代わりに、市の大会を開いた"),
    (r"(?:に)?な(?:る|った)?ること(?:も|を)(?:想定|視野)", "中止になることも想定し、準備した"),
    (r"[ぁ-ん]{0,4}予定(?:だった|であった|の)(?=[一-鿿ァ-ヶ])", "廃止予定の公民館で講座を開催した"),
)
# Polite endings say the same as plain ones; the tables spell the plain ones.
POLITE: tuple[tuple[str, str], ...] = (
    ("ておりませんでした", "ていなかった"),
    ("でおりませんでした", "でいなかった"),
    ("ておりません", "ていない"),
    ("でおりません", "でいない"),
    ("ありませんでした", "なかった"),
    ("ありません", "ない"),
    ("なりませんでした", "ならなかった"),
    ("なりません", "ならない"),
    ("至りませんでした", "至らなかった"),
    ("至りません", "至らない"),
    ("なりました", "なった"),
    ("おりました", "いた"),
    ("行いました", "行った"),
    ("終わりました", "終わった"),
    ("ませんでした", "なかった"),
    ("でした", "であった"),
    ("ません", "ない"),
    ("ております", "ている"),
    ("ています", "ている"),
    ("します", "する"),
    ("ました", "た"),
    ("ます", "る"),
)
_ATTRIBUTIVE = ("た", "だ", "る", "む", "う", "く", "す", "つ", "ぶ", "ぬ", "ぐ")
_BESIDE_IT = re.compile("|".join(pattern for pattern, _ in BESIDE_IT))
_SIEVE = Sieve([phrase.pattern for phrase in PHRASES])
# A clause of figures alone, as a table of values is full of, says nothing.
_LETTER = re.compile(r"[^\W\d_]")
_TRAILING = re.compile(r"(?:[\s。、,.]|\([^()]*\))+$")


# What tells the same with a noun at its end: 完成とならなかったものである, 場所がつかないという事情がある.
_WRAPPED = re.compile(
    r"(?:もの|次第|わけ)(?:である|です|だ)$|(?:という|との)(?:事情|状況|状態)(?:が|に)?(?:ある|である|です|だ)$"
)

# A predicate ends its clause, and what it says is said within so many signs before.
_PREDICATE = 500


@lru_cache(maxsize=4096)
def read_phrase(words: str) -> Phrase | None:
    """Return the phrase of the vocabulary that `words`, the body of one clause, fall under; None where none fits.

    >>> phrase = read_phrase("検討は次年度以降に行う。")
    >>> phrase.id, phrase.says.value
    ('moved_to_next_year', 'postponed')
    """
    if _LETTER.search(words) is None:
        return None
    body = plain(words)
    bare = _WRAPPED.sub("", body).rstrip("、 ")
    return _first(body) or (_first(bare) if bare != body else None)


def _first(body: str) -> Phrase | None:
    possible = (PHRASES[at] for at in _SIEVE.possible(body))
    found = ((phrase, match) for phrase in possible if (match := phrase.pattern.search(body)))
    return next((phrase for phrase, match in found if _holds(phrase, body, match)), None)


def plain(words: str) -> str:
    """Return a clause as patterns see it: folded, without what trails it, with a plain ending for a polite one.

    >>> plain("検討しました。（令和２年度）")
    '検討した'
    """
    body = _TRAILING.sub("", narrow(words[-_PREDICATE:]))
    polite = next((pair for pair in POLITE if body.endswith(pair[0])), None)
    return body.removesuffix(polite[0]) + polite[1] if polite else body


def says(phrase: Phrase, body: str) -> bool:
    """Return whether a clause, without what trails it, falls under a phrase and does not deny it."""
    match = phrase.pattern.search(body)
    return match is not None and _holds(phrase, body, match)


def _holds(phrase: Phrase, body: str, match: re.Match[str]) -> bool:
    """Return whether what was found in a clause is meant, and not denied or said of something else."""
    # The verb's own ending may be what ties it to a noun: 活動を休む団体, 延期した大会.
    ends = (match.end(), match.end() - 1) if match[0].endswith(_ATTRIBUTIVE) else (match.end(),)
    return phrase.says not in FAILING | CLOSING or not any(
        pattern.match(body, end) for pattern in (_DESCRIBES, _BESIDE_IT) for end in ends
    )
