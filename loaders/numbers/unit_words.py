"""Behind a number the longest counter of the table counts, unless a longer word begins there: 2回 counts, 2回線 does not."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from loaders.numbers.units import SPELLINGS
from loaders.patterns import Pattern

# Words that begin like a counter and count nothing: 1回線 counts 回線, which no cell should be charted by.
NOT_COUNTERS = Pattern(
    "口座|口頭|頭数|株式|床面|筆頭|箱物|品質|品名|袋小路|回線|回答|回目|人目|人口|件名|件目|名称|台帳|台風|校舎|校目|園児|園長|館長|館内|"
    "店長|部長|部局|部分|部会|部制|部構成|部活|食品|食育|食堂|食中毒|席上|室内|室長|曲線|計画策定|計画的|計画期間|条例改正|条例案|"
    "大会議|会議室|会議録|周年|本庁|本市|本化|本部|点検|点目|個人|基本|戸籍|社会|課長|"
    "課題|組合|式典|つ目|種別|市民|市内|町内(?!会)|村内|割合|倍率|度目|度数|通常|通り|"
    "灯油|灯台|灯具|灯火|局面|局長|局所|局地|面積|面談|面接|面会|面的|体験|体制|体操|体育|体力|体系|体調|体罰|体温|体感|体格|張替|張り替|"
    "着工|着手|着用|着任|着実|杯目|歩道|歩行|歩車|巡回|巡視|巡目|問合|問い|問題|区分|区域|区長|区民|区内|区役|区別|駅前|駅舎|駅長|駅伝|"
    "県内|県外|県道|県立|県民|県営|県下|県産|県庁|大学生|大学院|高校生|河川敷|クラブ員|便所|便器|基準|基地|基礎|基金|基盤|基幹|"
    "点字|点灯|点訳|点数|"
    "市長|市立|市営|市道|市税|市外|町長|町立|町営|町道|村長|村立|本体|本格|本年|本人|本来|校長|園芸|"
    "分の|分野|分類|日程|日本|日付|日常|日目|枚目|冊目|人材|人権|便利|国民"
)

# What is done to what a number counts stands right behind its unit in terse cells, and is no part of it: 2台増設, 1路線追加.
ACTION_BEHIND = Pattern(
    r"(?:追加|増設|新設|新築|設置|導入|整備|作成|策定|更新|改修|改良|改築|補修|修繕|公開|開設|開始|開通|配置|配備|配布|交付|購入|交換|"
    r"実施|開催|完成|完了|建設|着工|施工|締結|認定|登録|指定|撤去|廃止|解体|移設|採用|養成|発行|掲載|貸与|結成|除却|新規)(?:済み?|予定)?"
    r"(?=[\s、。,()/・※]|$)"
)
# A noun that no table of counters can foresee counts too, where it stands alone behind a larger number: 18,000食, 24系列.
_ANY_NOUN = Pattern(
    r"(?:[一-龥々]{1,3}?|[ァ-ヶー]{2,6})"
    rf"(?=[\s、。,()/・をにのはがでともへ【※]|$|以上|以下|程度|未満|増|減|{ACTION_BEHIND.pattern})"
)
_NO_NOUN_OF_COUNTING = Pattern(
    r"[年月日時分号番階期次条項級位代歳才世周度割類者密大対余順]|以[上下内降前後外]|程度|未満|前後|超|増|減|強|弱"
)

# So large a number with a noun behind it is no name, as 3密 and 5類 are.
_COUNT = Pattern(r"(?<![\d,.])(?:[1-9]\d{1,2}|\d{1,3}(?:,\d{3})+)(?![\d,.])")
# A smaller one that a cell begins with, or that says how many there are in all, may be: 1パターン追加, 計4パターン.
_SMALL_COUNT = Pattern(r"(?:^|(?<=[。】])|(?<![一-龥])計)[1-9](?![\d,.])")
# In so many cells of a row a noun is no chance.
_CELLS = 3

# One sign that stands for a unit (㎞, ㌔), which folding by signs leaves as it is.
_SIGNS_OF_UNITS = {unicodedata.normalize("NFKC", sign): sign for sign in map(chr, range(0x3300, 0x3400))}
_WRITTEN = SPELLINGS | {_SIGNS_OF_UNITS[spelling] for spelling in SPELLINGS if spelling in _SIGNS_OF_UNITS}
_BY_FIRST_SIGN: dict[str, list[str]] = {}
for _spelling in sorted(_WRITTEN, key=lambda spelling: (-len(spelling), spelling)):
    _BY_FIRST_SIGN.setdefault(_spelling[0], []).append(_spelling)


def unit_at(text: str, start: int) -> str | None:
    """Return the longest counter that stands at `start` of `text` (narrowed), as written; None where none does.

    >>> unit_at("3箇所", 1), unit_at("2回線", 1), unit_at("12kmの", 2), unit_at("5GB", 1)
    ('箇所', None, 'km', 'GB')
    >>> unit_at("4.9㎞", 3)
    '㎞'
    """
    if NOT_COUNTERS.match(text, start):
        return None
    for spelling in _BY_FIRST_SIGN.get(text[start : start + 1], ()):
        end = start + len(spelling)
        if text.startswith(spelling, start) and not _runs_on(text, end, spelling):
            return spelling
    return None


def noun_at(text: str, start: int) -> str | None:
    """Return the noun alone at `start` of `text` (narrowed) that the table does not hold, None where none does.

    >>> noun_at("24系列の", 2), noun_at("65歳以上", 2), noun_at("12系列追加", 2)
    ('系列', None, '系列')
    """
    match = _ANY_NOUN.match(text, start)
    if match is None or NOT_COUNTERS.match(text, start) or _NO_NOUN_OF_COUNTING.match(match[0]):
        return None
    return match[0]


def nouns_of_counting(texts: Sequence[str]) -> frozenset[str]:
    """Return the nouns that count a row's numbers, though the table does not hold them: they count its small ones too.

    So does a noun behind a large number (11タイトル), and one that small numbers of several cells begin with, not all the same.

    >>> nouns_of_counting(["11タイトル", "6タイトル"]), nouns_of_counting(["3密を避ける", "3密の回避", "3密"])
    (frozenset({'タイトル'}), frozenset())
    >>> nouns_of_counting(["1パターン追加", "2パターン作成。計4パターン", "1パターン"])
    frozenset({'パターン'})
    """
    large = {noun for text in texts for noun, _ in _counted(text, _COUNT)}
    small = [set(_counted(text, _SMALL_COUNT)) for text in texts]
    cells = Counter(noun for found in small for noun in {noun for noun, _ in found})
    numbers = Counter(noun for noun, _ in set().union(*small))
    return frozenset(large | {noun for noun, many in cells.items() if many >= _CELLS and numbers[noun] > 1})


def _counted(text: str, number: Pattern) -> Iterator[tuple[str, str]]:
    """Yield the nouns that no table of counters holds behind numbers of a text, each with its number."""
    for match in number.finditer(text):
        if match.end() < len(text) and unit_at(text, match.end()) is None and (noun := noun_at(text, match.end())):
            yield noun, match[0].removeprefix("計")


def _runs_on(text: str, end: int, spelling: str) -> bool:
    """Tell whether a Latin unit is the beginning of a longer Latin word (5GBps, 3times)."""
    following = text[end : end + 1]
    return spelling[-1].isascii() and spelling[-1].isalpha() and following.isascii() and following.isalnum()
