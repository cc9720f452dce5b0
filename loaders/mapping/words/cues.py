"""The head of a Japanese heading is its end: 目標に対する達成状況 is a 状況, 目標年度の実績 an 実績. Cues are looked for there.

Each cue is a row: what a column so headed is for, the words, how strongly they say so, an example. What a column holds decides
with them (evidence.py): a 評価 of letters is a grade, of sentences a result.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.mapping.model.mapping import VALUED, Use
from loaders.mapping.words.formula_marks import is_formula
from loaders.mapping.words.heading_years import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST,
    in_brackets,
    plain,
    without_year,
    year_in,
    year_of_plan,
)
from loaders.table.heading_words import FIELD_WORDS, Field
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
    Cue(Use.LEAD, "|".join(FIELD_WORDS[Field.LEAD].split()), 1.0, "主担当", True),
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
        r"(?:指標|kpi|kgi)(?:の?名称?|項目|の?内容|等|\(?項目\)?|\d{1,2})*|(?:評価|測定|目標|管理|モニタリング|数値目標)項目|指標となる数値",
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
# What a heading ends in, also where other words of the cue end within it: 計画値 in 次年度計画値, whose 年度計画 is one too.
_ENDING = {pattern: re.compile(rf"(?:{pattern.pattern})$") for _, pattern in _COMPILED}


@lru_cache(maxsize=65536)
def senses(text: str) -> dict[Use, float]:
    """Return what a heading's words may say that its column is for, each with a weight; none for words that say nothing.

    >>> max(senses("令和5年度目標値"), key=senses("令和5年度目標値").get).value, senses("植樹")
    ('target', {})
    """
    bare = without_year(text)
    if not bare or len(bare) > LONGEST:
        return {}
    if is_formula(text):
        return {Use.RATE: 1.5}
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
    ending = _ENDING[pattern].search(bare)
    for match in (*pattern.finditer(bare), *([ending] if ending else [])):
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


def is_cued(text: str) -> bool:
    """Return whether cues know a heading by more than a hint in a longer word.

    >>> is_cued("実施計画"), is_cued("実施計画期間")
    (True, False)
    """
    return max(senses(text).values(), default=0.0) >= _HINT


# What says when a year is and nothing of its values: 前回（令和4年度）, 今回（令和5年度）.
_WHEN = r"(?:前々?回|今回|前々?年度?|[当本今]年度?)(?:の?(?:調査|値|時))?"


@lru_cache(maxsize=65536)
def is_year_heading(text: str) -> bool:
    """Return whether a cell names a year and no more than a heading's words with it.

    >>> [is_year_heading(text) for text in ("R4", "令和5年度（見込）", "今回（R5）", "第7期（平成30年3月策定）", "120")]
    [True, True, True, False, False]
    >>> is_year_heading("めざす到達点（令和８年度）"), is_year_heading("31（令和4年度）")
    (False, False)
    """
    year = year_in(text)
    if year is None and not re.fullmatch(r"(?:元|\d{1,2})年度", plain(text)):
        return False
    if plain(text).isdecimal() and not FIRST_YEAR <= (year or 0) <= LAST_YEAR:
        return False
    rest = without_year(text)
    if not rest or is_cued(text):
        return True
    if any(year_in(inner) is not None and without_year(inner) for inner in in_brackets(plain(text))):
        return False
    return re.fullmatch(rf"(?:第\d+期?|\d*期)?(?:\d+年目)?|年目|初年度|最終年度|[a-z]|{_WHEN}", rest) is not None
