"""Most digits in a plan measure nothing: they are dates, fiscal years, ordinals, list numbers, references, names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from loaders.numbers.unit_words import unit_at
from loaders.numbers.units import counter
from loaders.patterns import Pattern
from loaders.prose.dates import find_dates
from loaders.prose.eras import ERA, ERA_LETTER, ERA_NAME
from loaders.prose.sieve import first_characters


@dataclass(frozen=True)
class OtherNumber:
    """Words with digits that are no quantity: what they are, their offsets, and the day where they are a full date."""

    kind: str
    start: int
    end: int
    day: date | None = None


@dataclass(frozen=True)
class Spelling:
    """How one kind of such words is written, with an example; `needs_no_counter`: with a counter it is a count (3/4箇所).

    `is_never_counted`: nouns are not counted by it, as they are by a name (Windows10端末), so that a noun makes it a count as
    well (12/15団体).
    """

    kind: str
    pattern: str
    example: str
    needs_no_counter: bool = False
    is_never_counted: bool = False


ONE_YEAR = r"\s?(?:\d{1,2}(?!\d)|元)"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_OF_YEAR = rf"[./年]?\s?{_MONTH}(?:月|[./](?=\d))(?:{_DAY}日?)?"
_MONTH_DAY = rf"{_MONTH}/{_DAY}(?!\d)"
_DURATION = r"\d+(?:時間半?|分間?|日間?|週間|[かカヶヵ箇]月間?)"
_EVENT = r"(?:研修|講座|講習|講演|教室|コース|会議|訓練|イベント|セミナー|相談|説明|体験|授業|プログラム|ワークショップ)"

# Tried in this order at each place; the first that fits wins.
SPELLINGS = (
    Spelling(
        "era_span",
        rf"{ERA}{ONE_YEAR}(?:年度?)?\s?[~〜-]\s?{ERA}?{ONE_YEAR}(?:年度?|(?!\.))",
        "H29~R3年度に",
        needs_no_counter=True,
    ),
    Spelling("era_year", rf"{ERA_NAME}{ONE_YEAR}\s?(?:年度|{_OF_YEAR}|年)?", "平成31年度までに"),
    Spelling("era_year", rf"{ERA_LETTER}{ONE_YEAR}\s?(?:年度|{_OF_YEAR}|年|[./]{_MONTH}(?!\d))", "R2年度に"),
    Spelling("era_year", rf"{ERA_LETTER}{ONE_YEAR}", "R2実績", needs_no_counter=True),
    Spelling(
        "western_year",
        r"(?<![\d,.])(?:19|20)\d\d(?![\d,.])(?:年度?|年版)?",
        "環境白書2017のホームページ",
        needs_no_counter=True,
    ),
    Spelling("fiscal_year", r"\d{1,4}年度", "29年度と同様に"),
    Spelling("school_year", r"\d(?:[・、,~〜～-]\d)*年生", "5・6年生を対象"),
    Spelling(
        "school_year", r"(?<![一-龥])[小中高]\d(?:[・、,~〜～-]\d)*(?:年生?)?(?![\d.,])", "小6 66.1%", needs_no_counter=True
    ),
    Spelling("age", r"\d歳\d{1,2}[かカヶヵ箇]月(?=児)", "1歳6か月児健診"),
    Spelling("years", r"\d+\s?(?:[かカヶヵ箇]年|年)(?:間|目|後|前|以内|以上|毎|ごと|度)?", "今後3年を目途に"),
    Spelling("months", r"\d{1,2}(?:[・、,~〜～-]\d{1,2})*月(?:\d{1,2}日)?(?!間)", "2回(9・11月)"),
    Spelling(
        "month_days",
        rf"(?<![\d/]){_MONTH_DAY}(?:\s?[~〜～,、-]\s?(?:{_MONTH}/)?{_DAY}(?![\d/回人名件]))*(?:号)?",
        "10/2~5, 12, 13",
        True,
        is_never_counted=True,
    ),
    Spelling("day_of_month", rf"(?<!\d){_DAY}日(?:付け?|号|(?=[(（][月火水木金土日]))", "15日号"),
    Spelling("clock", r"\d{1,2}(?::\d{2}|時(?!間|点)(?:\d{1,2}分|半)?)", "10時30分から"),
    Spelling(
        "per_one",
        r"(?<!\d)(?:1|一)(?:人|名|校|世帯|家庭|学級|クラス)(?:に|につき)?(?:\d+|一)(?:台|校|冊|回)"
        r"|\d+(?:人|名|世帯)(?:に|につき)1(?:台|校|冊|回)",
        "児童生徒1人1台の端末",
    ),
    Spelling(
        "per_each",
        r"(?<!\d)1(?:人|世帯)1(?:日|[かカヶヵ箇]月|年)(?:当たり|あたり|当り|平均)?|(?<!\d)1人[日月年](?=平均)",
        "1人1日当たり",
    ),
    Spelling(
        "per_each",
        r"(?:\d[\d,]*[千万]?|(?<!\d)[千万])[^\d\s、。()千万をがはにの]{1,4}(?:\d+(?:日|月|年|か月))?(?:当たり|あたり|当り|につき)"
        r"|\d+(?:人|名|回|日|件|世帯|校|箇所|戸|台|時間)に1(?:人|世帯|校)",
        "1便当たり2.2人",
    ),
    Spelling("per_each", r"(?<!\d)1(?:回|日)(?=\d+(?:人|名|組|世帯|冊|点|台)(?:まで|ずつ|限定))", "月1回(1回3人まで)"),
    Spelling("per_each", r"(?<!\d)1(?:回|日|人|月|世帯|校|件|台|便)(?=の?平均)", "1回平均26.5人"),
    Spelling(
        "level", r"(?:震度|レベル|ランク|ステージ|フェーズ|ステップ|バージョン|Ver\.?)\s?\d+(?:\.\d+)?[強弱]?", "震度5強の地震"
    ),
    Spelling(
        "size",
        r"(?:口径|管径|幅員?|高さ|厚さ|深さ|時速|[WHφ]\s?=)\s?\d+(?:\.\d+)?(?:[mck]?m|メートル|センチ)(?![A-Za-z])"
        r"|\d+(?:mm|ミリ)(?=の(?:雨|降))",
        "口径300mmの配水管",
    ),
    Spelling("full_marks", r"\d+(?:\.\d+)?点満点中?", "5点満点中4.5点"),
    Spelling("per_each", r"(?<!\d)1(?:枚|人|名|回|個|口|台|件|冊|泊|世帯|頭)(?=\d[\d,]*[千万]?円)", "1枚500円の商品券"),
    Spelling("tax", r"(?:消費税率?|税率|金利|利率|年利)\s?\d+(?:\.\d+)?%", "消費税10%への引上げ"),
    Spelling("pillars", r"\d(?:本|つ)の(?=柱|視点|基本|重点|密)", "3本の柱"),
    Spelling("proportion", r"(?<![\d.])\d+(?::|対)\d+(?![\d,.])", "3対1で可決", needs_no_counter=True, is_never_counted=True),
    Spelling("fraction", r"\d+分の\d+", "経費の2分の1を補助"),
    Spelling("portion", r"\d+(?:回|ページ|日|年度?|[かカヶヵ箇]月)分(?!間)", "※2回分は台風の影響で中止"),
    Spelling(
        "capacity",
        r"\d+(?:人|名)(?:規模の|乗り|学級|部屋|収容の|体制(?!と(?:す|し|な)|[にへ](?:す|し|な|増|拡|移)|$)|槽|[1一]組)",
        "20人規模の会議室",
    ),
    Spelling("generations", r"\d世代", "3世代同居の住宅"),
    Spelling("one_of", r"(?<=の)1つ(?=[とはにでがを])|\b1つ(?=として)", "遅延原因の1つとして"),
    Spelling("one_step", r"1(?:回|度)の(?=(?:登録|申請|手続き?|操作|入力|ログイン)(?:だけ)?で)", "1回の登録で市内の施設すべて"),
    Spelling(
        "event_length",
        rf"{_DURATION}(?:程度|未満|以内)?(?:[(（]{_DURATION}(?:程度)?[)）])?の?(?={_EVENT})",
        "1日(6時間程度)研修",
    ),
    Spelling(
        "ordinal",
        r"第\s?\d+(?:[・~〜～-]\d+)*(?:[・、,]\d+(?=[次回号条期章節項版弾部]))*"
        r"(?:次|回|号|条|期|章|節|項|版|弾|部|四半期|位|種|類|回目)?(?:の\d+)?",
        "第4次情報化計画",
    ),
    Spelling("nth", r"\d+[^\d\s、。()（）]{1,3}(?<![項種科品名費題丁])目(?![標的指])", "2か所目の開設"),
    Spelling(
        "share_of_goal",
        r"(?:(?<=目標の)|(?<=目標値の)|(?<=計画の))\d+割(?:程度|弱|強)?",
        "目標の8割程度",
    ),
    Spelling(
        "place_in_order",
        r"(?<![\d.])(?<!寿命)(?<!寿命[をは])(?<!年齢)(?<!年齢は)"
        r"\d+(?:[・、,-]\d+)*(?:番(?!組)|位(?!置)|号(?:機|棟|館)?|丁目|階(?!層)|級|期(?!間)|学期|学年|次|条|項(?!目)|版"
        r"|歳代?|才|段階|周年|(?<=0)代(?![表替金行]))",
        "中央2丁目",
    ),
    Spelling("phone", r"0\d{1,4}-\d{1,4}-\d{3,4}|\d{3}-\d{4}", "0476-42-5111"),
    Spelling("reference", r"\d+(?:-\d+)*-[①-⑳ア-ン一-龥A-Za-z]\S?(?:-[ア-ンA-Za-z])?|\d+-\d+(?:-\d+)+", "計画2-1-イにある"),
    Spelling(
        "reference",
        r"(?:別表|別紙|別添|図|表|資料|様式|参考|注)\s?\d{1,2}(?:-\d+)*(?![\d,.])",
        "別表1のとおり",
        needs_no_counter=True,
        is_never_counted=True,
    ),
    Spelling("quarter", r"\d四半期|\dQ(?![A-Za-z])", "2Qの実績"),
    Spelling(
        "name", r"[A-Za-z][A-Za-z.&]*[-_]?\d+(?:\.\d+)*[A-Za-z]*|(?<=[A-Za-z])\s\d+(?:\.\d+)*(?![\d,/])", "Windows10", True
    ),
    Spelling("name_ahead", r"\d+(?:st|nd|rd|th|[GKDCBSRV])(?![A-Za-z])", "5G通信"),
    Spelling("list_number", r"(?:(?<=\A)|(?<=[\s。)）】]))[(（]?\d{1,2}[.．)）](?!\d)\s?(?=\D)", "1. 開催実績なし"),
    Spelling("list_number", r"(?:\A|(?<=[。)）]\s)|(?<=[。)）]))\d{1,2}\s(?=[^\d\s])", "1 印西市行政不服審査会", True),
)
# No date or reference has more digits or parts. Without a bound a long row of digits is tried from each of them to its end.
_MOST = 15


def _bounded(pattern: str) -> str:
    """Return a pattern whose repetitions end.

    >>> print(_bounded("[0-9]+(?:-[0-9]+)*年"))
    [0-9]{1,15}(?:-[0-9]{1,15}){0,15}年
    """
    for endless, least in (("+", 1), ("*", 0)):
        for repeated in (r"\d", ")", "]"):
            pattern = pattern.replace(f"{repeated}{endless}", f"{repeated}{{{least},{_MOST}}}")
    return pattern


# Whatever no form begins with, half of any text, is passed over at once, and the groups that would name the form are left out.
_ALL: Final = "|".join(_bounded(form.pattern) for form in SPELLINGS)
_ANY = Pattern(f"(?=[{first_characters(_ALL)}])(?:{_ALL})")
_PATTERNS = tuple((form, Pattern(_bounded(form.pattern))) for form in SPELLINGS)


def find_other_numbers(text: str) -> tuple[OtherNumber, ...]:
    """Return the digits of `text` (narrowed) that are no quantity, in order and without overlap. Full dates go first."""
    dates = [OtherNumber("date", mention.start, mention.end, mention.day) for mention in find_dates(text)]
    taken = offsets_of(dates)
    others = [found for found in _forms(text) if taken.isdisjoint(range(found.start, found.end))]
    return tuple(sorted(dates + others, key=lambda found: found.start))


def offsets_of(found: Iterable[OtherNumber]) -> set[int]:
    """Return the offsets of all signs of what was found."""
    return {at for other in found for at in range(other.start, other.end)}


def _forms(text: str) -> Iterator[OtherNumber]:
    at = 0
    while match := _ANY.search(text, at):
        form = next(form for form, pattern in _PATTERNS if pattern.match(text, match.start()))
        has_nouns = form.is_never_counted or match[0][0].isspace()
        if form.needs_no_counter and _counts(text, match.end(), has_nouns):
            at = match.start() + 1
            while at < len(text) and text[at - 1].isdecimal() and text[at].isdecimal():
                at += 1
            continue
        yield OtherNumber(form.kind, match.start(), match.end())
        at = match.end()


def _counts(text: str, at: int, has_nouns: bool) -> bool:
    """Tell whether a counter stands at `at`; one that is a noun besides only where `has_nouns`: Windows10端末 is a name.

    R2件数 is of a year: 件数 counts nothing.
    """
    unit = unit_at(text, at)
    if unit is None or text.startswith("数", at + len(unit)):
        return False
    return has_nouns or not counter(unit).is_plain_noun
