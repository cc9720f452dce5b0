"""The head of a Japanese heading is its end: 目標に対する達成状況 is a 状況, 目標年度の実績 an 実績. Cues are looked for there.

Each cue is a row: what a column so headed is for, the words, how strongly they say so, an example. What a column holds decides
with them (evidence.py): a 評価 of letters is a grade, of sentences a result.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from loaders.mapping.mapping import VALUED, Use
from loaders.numbers.units import COUNTERS
from loaders.prose.eras import ERA, ERA_COUNT, WESTERN_YEAR, find_dates, find_eraless_year, find_fiscal_year, fiscal_year
from loaders.prose.widths import folded
from loaders.table.headings import states_and_aims


@dataclass(frozen=True)
class Cue:
    """Words of headings and what they say of a column, with an example. A cue that must fill the heading `is_whole`."""

    use: Use
    words: str
    weight: float
    example: str
    is_whole: bool = False


CUES: tuple[Cue, ...] = (
    Cue(
        Use.NUMBER,
        r"(?:no\.?|№|#|id|コード|通番|通し番号|項番|連番|整理no\.?|[一-龥kpi]{0,6}(?:番号|no\.?|id))",
        1.0,
        "事業番号",
        True,
    ),
    Cue(Use.UNIT, r"単位(?:名称?)?", 1.0, "単位"),
    Cue(Use.LEAD, r"(?:主担当|主|主管|主管区分|主担当課?区分)", 1.0, "主担当", True),
    Cue(
        Use.DEPARTMENT,
        r"(?:担当|所管|所属|主管)(?:部|局|課|室|係|者|所|署|所属|機関|主体|組織|等|・|/|及び|名称?|庁|長|グループ)*"
        r"|(?:実施|関係|協力|連携|推進|責任)(?:部|局|課|室|係|者|所|署|所属|機関|主体|組織|等|・|/|及び|名|庁|長|グループ)+"
        r"|(?:部|局|課|室|係|部署|部局|部課|課室)(?:等|・|/|名|及び|部|局|課|室|係)*名称?|所管課等|部(?:局|署|課)|(?:所管|担当|関係)(?:府省|省庁|機関|府省庁)(?:名|等)*|課室|課所室?|担当.{0,4}[課局部]",
        0.95,
        "担当部局庁",
    ),
    Cue(
        Use.MEASURE,
        r"(?:指標|kpi|kgi)(?:名称?|項目|の?内容|等|\(?項目\)?|\d{1,2})*|(?:評価|測定|目標|管理|モニタリング|数値目標)項目|指標となる数値",
        1.0,
        "成果指標",
    ),
    Cue(Use.MEASURE, r"(?:数値|成果|達成|到達|行動)目標|目標(?:の?内容|指標)?", 0.55, "数値目標"),
    Cue(
        Use.NAME,
        r"(?:[一-龥]{0,4}(?:事業|取組|取り組み|事務|プロジェクト|プログラム|アクション)|実施項目|(?:取組|実施)事項)(?:名称?|項目|等)*|具体的な?取り?組み?|件名|名称|項目名?|細目|内訳",
        0.9,
        "事業名",
    ),
    Cue(
        Use.GROUP,
        r"(?:基本|重点|個別|主要|政策|施策)?(?:目標|方針|施策|政策|戦略|課題|項目|分野|領域|方向性?)(?:名称?|体系|の柱|の方向性?|区分|分野)*|柱|(?:提供)?(?:区域|圏域)(?:名|区分)?|[大中小](?:項目|分類|区分)|章|節|区分|カテゴリー?|テーマ",
        0.7,
        "基本施策",
        True,
    ),
    Cue(Use.GROUP, r"(?:基本|重点|政策|施策|大|中|小)目標(?:名|の柱)?", 1.1, "基本目標", True),
    Cue(Use.ACTIVITY, r"(?:内容|概要|目的|ねらい|具体的内容|取組のねらい)", 0.75, "事業概要"),
    Cue(
        Use.UNREAD,
        r"定義|算出方法|算定方法|計算式|算式|出典|根拠|データ元|把握方法|調査方法|備考|url|関連計画|予算額?|決算額|事業費|執行額|金額|コスト|人件費|財源|更新日",
        0.95,
        "指標の定義",
    ),
    Cue(
        Use.UNREAD, r"[一-龥]{1,8}コード|(?:最終)?(?:更新|登録|入力|作成|出力|公表)(?:日時?|年月日|時刻|者)", 0.95, "施策コード"
    ),
    Cue(
        Use.TARGET,
        r"(?:目標|計画|予定|目安|計画目標|年次目標|年度目標)(?:値|量|数|数値|水準|額)?|年次計画|内容(?:及び|・|と)目標|(?:実施|事業|取組|年度)(?:計画|予定|方針)|プラン|予定値|計画内容|推計値?|計画の推計",
        1.0,
        "R5目標値",
    ),
    Cue(Use.TARGET, r"当初(?:見込み?|計画|予定|目標)(?:値|量|数|額)?", 1.3, "当初見込み"),
    Cue(Use.TARGET, r"(?:実施|取組|事業|活動)?(?:内容|事項)|方針|取組|取り組み|見込(?:み|値|量|数)?", 0.5, "R5取組内容"),
    Cue(
        Use.RESULT,
        r"(?:実績|結果|成果実績|活動実績)(?:値|量|数|数値|等)?|実績(?:及び|・|と)(?:評価|自己評価)|(?:実施|達成|進捗|進行|取組|対応|執行)?状況|成果|検証|点検|総括|振り?返り|実施報告|実測値?|到達値|達成値",
        1.0,
        "R5実績",
    ),
    Cue(
        Use.RESULT,
        r"(?:自己|内部|外部|総合|事後|一次|二次|効果|中間|最終)?評価(?:結果|内容|値|時点?(?:の?(?:実績)?値)?)?|達成度|進捗(?:度|率)?|進み具合",
        0.7,
        "R5評価",
    ),
    Cue(
        Use.GRADE,
        r"(?:自己|内部|外部|総合|事後|一次|二次)?(?:評価|判定|評定|達成|進捗|進行)(?:区分|ランク|結果|度|状況|の?判定|の?評価|評価|値)*|ランク|判定|評定|ステータス|総合判断|達成(?:の)?可否|進捗",
        0.95,
        "R5達成度",
    ),
    Cue(
        Use.RATE,
        r"(?:達成|進捗|執行|増減|伸び|対計画|対目標|計画対比|充足)(?:率|度|割合|比)(?:\(?%\)?)?|対?(?:前年度?|計画|目標|見込(?:み|量)?|基準年?度?)(?:比|差|対比|増減)|増減(?:率|数|額)?|差(?:引|異)?|乖離(?:率)?|比較",
        1.05,
        "R5達成率",
    ),
    Cue(
        Use.FORECAST,
        r"実績(?:の|\()?(?:見込|推計|予測|見通し)(?:み|値|量|数|額)?\)?|見込実績|決算見込(?:み|額)?|年度末見込(?:み|値)?",
        1.3,
        "R5実績見込",
    ),
    Cue(Use.FORECAST, r"(?:見込|見通し)(?:み|値|量|数)?", 0.6, "R5見込"),
    Cue(
        Use.COMMENT,
        r"理由|要因|分析|コメント|所見|意見|特記(?:事項)?|説明|補足|評価(?:の)?(?:理由|根拠|コメント)|主な(?:実績|成果)|(?:実績|成果|評価)の?(?:内容|説明|概要)",
        1.1,
        "評価の理由",
    ),
    Cue(
        Use.UNREAD,
        r"課題|今後.*|次年度以降.*|改善(?:策|点|方針)|対応(?:策|方針)|見直し(?:内容)?|方向性|翌年度(?!.*(?:目標|計画|予定)値?$).*",
        0.9,
        "今後の方向性",
    ),
    Cue(
        Use.BASELINE,
        r"(?:基準|当初|策定時|従前|起点|ベースライン|スタート|計画開始時|計画当初)(?:値|年値|年度値|年|年度|時|の状況|の現状|の値|現状|現況|水準|の水準|数値)*"
        r"|(?:計画|事業)?(?:策定|開始|着手|実施|開始年度?)(?:前|時|当初|時点)の?(?:状況|現状|現況|値|水準|数値|基準|年度)*",
        1.2,
        "基準値（R3）",
    ),
    Cue(Use.CURRENT, r"(?:現状|現況|現在|直近|最新|中間)(?:値|数値|の値|水準|実績|の状況|数|年度値)*", 1.1, "現状値（R5）"),
    Cue(
        Use.FINAL_GOAL,
        r"(?:最終|到達|計画(?:期間)?|期末|全体|長期|将来|終了時)(?:の|年度?の?|期間の?|末の?|における)*(?:目標|到達)(?:値|水準|数値|年度の?目標値?)*"
        r"|(?:達成|到達)すべき(?:水準|目標|値)|(?:目指す|めざす)(?:値|姿|水準|べき値|数値)?|目標指標値|あるべき姿|最終.*(?:水準|目標値?|値)|目標最終年度(?:の?目標値?)?|目標年[度次]の?(?:目標)?値?|計画終了時.*",
        1.25,
        "最終目標値",
    ),
    Cue(Use.FINAL_GOAL, r"最終(?:年度?|値)?|目標年[度次]?", 1.0, "最終（R7）", True),
    Cue(Use.YEAR, r"(?:[一-龥]{0,4}年度|年|年次|年度末)", 0.9, "年度", True),
    Cue(
        Use.KIND,
        r"(?:区分|種別|項目|内訳|目標実績|計画実績|目標/実績|目標・実績|計画・実績|計画/実績)",
        0.6,
        "目標・実績",
        True,
    ),
)
_COMPILED = tuple((cue, re.compile(cue.words)) for cue in CUES)

# Four digits alone are a year of a plan between these only.
FIRST_YEAR, LAST_YEAR = 1985, 2070
# What stands for every year in a heading's shape.
YEAR_SIGN = "~"
# Longer than any heading is a sentence.
LONGEST = 60
_ASIDE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|<([^<>]*)>|【([^【】]*)】|〔([^〔〕]*)〕|〈([^〈〉]*)〉")
_ERA_YEAR = rf"{ERA}\s*{ERA_COUNT}(?!\d)"
_YEAR_WORD = rf"(?:{_ERA_YEAR}|{WESTERN_YEAR})\s*年?度?末?(?:時点|現在)?"
_ERALESS = r"(?<![\d元])(?:元|\d{1,2})年度末?"
_RANGE = re.compile(
    rf"(?:{_ERA_YEAR}|(?<!\d)(?:19|20)\d\d)\s*(?:年度?)?\s*(?:[~〜～\-−–ー―]|から)\s*(?:{_ERA_YEAR}|(?:20)?\d{{1,2}})\s*(?:年|$|\))"
)
_MONTH = re.compile(
    rf"(?P<year>{_ERA_YEAR}|(?<!\d)(?:19|20)\d\d)\s*(?:年|[./])\s*(?P<month>\d{{1,2}})\s*(?:月|(?=末|時点|現在|$|\)))"
)
_DAY = re.compile(
    rf"(?:{_ERA_YEAR}|(?<!\d)(?:19|20)\d\d)(?P<sign>[./])\d{{1,2}}(?P=sign)\d{{1,2}}(?!\d)(?:時点|現在)?", re.IGNORECASE
)
_SPELLINGS = frozenset(unicodedata.normalize("NFKC", s) for counter in COUNTERS for s in counter.spellings)
_UNIT_ASIDE = re.compile(r"^(?:単位[:：]?)?[^\d]{1,8}$")
# What refers to a note below the table stands in a heading's line and is none of its words: 評価※1, 目標値(注2).
_NOTE_MARK = re.compile(r"\(?(?:[※*]+(?:注)?|注(?=[\d)]))\d{0,2}\)?(?=$|[\s(\[・、)])")


def plain(text: str) -> str:
    """Return a heading after NFKC and without blanks, in small letters."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def names_range(text: str) -> bool:
    """Return whether a text names a period of years (令和4~8年度), which is no column's year."""
    return _RANGE.search("".join(folded(text).split())) is not None


def first_year_of(text: str) -> int | None:
    """Return the first year of the period that a text names, None where it names none or several.

    >>> first_year_of("計画期間：令和4年度～令和6年度"), first_year_of("2021-2025年度"), first_year_of("令和4年度")
    (2022, 2021, None)
    """
    found = {find_fiscal_year(match[0]) for match in _RANGE.finditer("".join(folded(text).split()))}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=65536)
def year_of_plan(text: str) -> int | None:
    """Return which year of its plan a heading counts, from 1: 2年目, 初年度; None where it counts none or names a year too.

    >>> year_of_plan("２年目"), year_of_plan("初年度"), year_of_plan("1年目 目標"), year_of_plan("2年目（令和5年度）")
    (2, 1, 1, None)
    """
    found = _PLAN_YEAR.match(plain(text))
    if found is None or year_in(text) is not None:
        return None
    return int(found["count"]) if found["count"] else 1


_PLAN_YEAR = re.compile(r"(?:(?:事業|計画|取組|実施)(?:期間|開始)?の?)?(?:第?(?P<count>[1-9]|1\d)(?:か年|年度?|年次)目|初年度)")


def year_in(text: str, near: int | None = None) -> int | None:
    """Return the fiscal year that a heading names, None where it names none or a period of several.

    A day or month is of the fiscal year that it falls in: 令和6年3月末 is 2023. `near` tells the era of 30年度.

    >>> year_in("R5目標"), year_in("令和6年3月31日現在"), year_in("2022年度(R4)"), year_in("令和4～8年度")
    (2023, 2023, 2022, None)
    """
    normal = "".join(folded(text).split())
    if len(normal) > LONGEST or names_range(normal):
        return None
    day = next(find_dates(normal), None)
    if day is not None:
        return fiscal_year(day.day)
    if month := _MONTH.search(normal):
        year = find_fiscal_year(month["year"])
        return None if year is None or not 1 <= int(month["month"]) <= 12 else year - (int(month["month"]) < 4)
    found = find_fiscal_year(normal)
    return found if found is not None or near is None else find_eraless_year(normal, near)


@lru_cache(maxsize=65536)
def without_year(text: str) -> str:
    """Return a heading's words without the years that it names and without what stands in brackets.

    Where that leaves nothing, what stands in brackets is its words.

    >>> without_year("令和５年度\\n（目標）"), without_year("目標値※１（R7年度末）"), without_year("R4.4.1現在の実績")
    ('目標', '目標値', '実績')
    """
    bare = _DAY.sub("", _NOTE_MARK.sub("", plain(text)))
    bare = re.sub(rf"{_MONTH.pattern}(?:\d{{1,2}}日|末日?)?(?:時点|現在)?", "", bare, flags=re.IGNORECASE)
    bare = re.sub(_YEAR_WORD, "", bare, flags=re.IGNORECASE)
    bare = re.sub(_ERALESS, "", bare)
    outside = _ASIDE.sub("", bare).strip("・-_/の:：,、末")
    inside = "".join(next(filter(None, groups), "") for groups in _ASIDE.findall(bare))
    return (outside or inside).strip("・-_/の:：,、")


def shape(text: str) -> str:
    """Return a heading with every year in it as one sign: headings of one form differ in their years alone.

    >>> shape("令和5年度 目標") == shape("6年度 目標"), shape("目標値（R7）")
    (True, '目標値(~)')
    """
    return re.sub(rf"{_YEAR_WORD}|{_ERALESS}", YEAR_SIGN, plain(text), flags=re.IGNORECASE)


@lru_cache(maxsize=65536)
def senses(text: str) -> dict[Use, float]:
    """Return what a heading's words may say that its column is for, each with a weight; none for words that say nothing.

    >>> max(senses("令和5年度目標値"), key=senses("令和5年度目標値").get).value, senses("植樹")
    ('target', {})
    """
    bare = without_year(text)
    if not bare or len(bare) > LONGEST:
        return {}
    found: dict[Use, float] = {}
    if states_and_aims(text):
        found[Use.STATE_AND_AIM] = 1.5
    of_a_value = _OF_A_VALUE.sub("", bare)
    for cue, pattern in _COMPILED:
        weight = _weight(cue, pattern, bare)
        if of_a_value != bare and cue.use in VALUED and cue.weight >= _TELLING:
            weight = max(weight, _weight(cue, pattern, of_a_value))
        if weight > found.get(cue.use, 0.0):
            found[cue.use] = weight
    return found


# めざす姿の値 is of めざす姿; words that may mean other things as well (取組) do not become values by it.
_OF_A_VALUE = re.compile(r"(?<=..)の(?:数値|値|水準|数量|数|推移)$")
_TELLING = 0.9


def _weight(cue: Cue, pattern: re.Pattern[str], bare: str) -> float:
    """Return how strongly a cue speaks: fully where it is the heading or ends it, less where other words follow."""
    if pattern.fullmatch(bare):
        return cue.weight * 1.1
    if cue.is_whole:
        return 0.0
    best = 0.0
    for match in pattern.finditer(bare):
        if match.end() == match.start():
            continue
        share = len(match[0]) / len(bare)
        best = max(best, cue.weight * (0.75 + 0.25 * share) if match.end() == len(bare) else cue.weight * 0.35 * share)
    return best if best >= 0.2 else 0.0


@lru_cache(maxsize=16384)
def is_label(text: str) -> bool:
    """Return whether a text is nothing but a heading's words; a project's name may end in one (がん検診推進事業).

    >>> is_label("担当課"), is_label("がん検診推進事業"), is_label("健康増進課")
    (True, False, False)
    """
    bare = without_year(text)
    is_short = len(bare) <= 4 or bare.endswith(("名", "名称", "項目"))
    return any((is_short or cue.use is not Use.NAME) and pattern.fullmatch(bare) is not None for cue, pattern in _COMPILED)


# What heads columns and says nothing of what they are for: beside 計画 a 決算 is what came of it, beside 予算 it is money.
_HEADS = frozenset({"値", "数値", "数量", "決算"})


def heads_anything(text: str) -> bool:
    """Return whether a heading says nothing of what its column is for: 値, 数量.

    >>> heads_anything("値"), heads_anything("実績値")
    (True, False)
    """
    return plain(text) in _HEADS


def is_heading_word(text: str) -> bool:
    """Return whether a cell reads as a heading: it names a year and nothing unknown, or is made of a heading's words."""
    if not text.strip() or len(plain(text)) > LONGEST:
        return False
    if text.rstrip().endswith("。"):
        return False
    if heads_anything(text) or year_of_plan(text) is not None:
        return True
    return is_year_heading(text) or max(senses(text).values(), default=0.0) >= 0.5


# A cue in the midst of longer words says less than this, and they are not known by it: めざす in めざす到達点.
_HINT = 0.3
# What says when a year is and nothing of its values: 前回（令和4年度）, 今回（令和5年度）.
_WHEN = r"(?:前々?回|今回|前々?年度?|[当本今]年度?)(?:の?(?:調査|値|時))?"


def _insides(text: str) -> list[str]:
    """Return what stands in the brackets of a heading."""
    return [next(filter(None, groups), "") for groups in _ASIDE.findall(plain(text))]


@lru_cache(maxsize=65536)
def is_year_heading(text: str) -> bool:
    """Return whether a cell names a year and no more than a heading's words with it.

    >>> [is_year_heading(text) for text in ("R4", "令和5年度（見込）", "今回（R5）", "第7期（平成30年3月策定）", "120")]
    [True, True, True, False, False]
    >>> is_year_heading("めざす到達点（令和８年度）")
    False
    """
    year = year_in(text)
    if year is None and not re.fullmatch(r"(?:元|\d{1,2})年度", plain(text)):
        return False
    if plain(text).isdecimal() and not FIRST_YEAR <= (year or 0) <= LAST_YEAR:
        return False
    rest = without_year(text)
    if not rest or max(senses(text).values(), default=0.0) >= _HINT:
        return True
    if any(year_in(inner) is not None and without_year(inner) for inner in _insides(text)):
        return False
    return re.fullmatch(rf"第?\d*期?(?:\d+年目)?|年目|初年度|最終年度|[a-z]|{_WHEN}", rest) is not None


def unit_in(text: str) -> str:
    """Return the unit that the brackets of a heading or a name hold, '' where they hold none.

    >>> unit_in("受診率（％）"), unit_in("施設改修率（累計実施施設数/施設数）"), unit_in("目標（単位：千人、累計）")
    ('%', '', '千人')
    """
    normal = unicodedata.normalize("NFKC", text)
    for groups in reversed(_ASIDE.findall(normal)):
        inner = "".join(next(filter(None, groups), "").split())
        stated = re.match(r"単位[:：]([^、,;・]{1,10})(?=$|[、,;・])", inner)
        if stated and _QUALIFYING.fullmatch(inner[stated.end() :]):
            return stated[1]
        if re.search(r"\d+[万千]?(?:人|世帯|戸)?(?:対|当たり|あたり)$", inner):
            return inner
        parts = [part for part in re.split(r"[・、,;]", inner) if not _QUALIFYING.fullmatch(part)]
        if len(parts) == 1 and _is_unit(parts[0]):
            return parts[0]
    return ""


# What brackets say of an amount besides its unit: （社・累計）, （単位：千円、税抜）.
_QUALIFYING = re.compile(
    r"(?:[・、,;]?(?:単年度?|累計値?|延べ数?|実数|年平均|年間|平均値?|税[抜込]き?|年度末|期末|暦年|概数|概算|決算))*"
)


def _is_unit(words: str) -> bool:
    bare = re.sub(r"^[千万百億]", "", words)
    return (
        words in _SPELLINGS or bare in _SPELLINGS or bool(_UNIT_ASIDE.match(words) and re.sub(r"/.*$", "", bare) in _SPELLINGS)
    )
