"""Which words head a column of which use: a row a cue, with what a column so headed is for, the words, weight and an example.

How a heading is read by them is said in heading_senses.py.
"""

from dataclasses import dataclass

from loaders.mapping.model.mapping import Use
from loaders.table import heading_words as words


@dataclass(frozen=True)
class Cue:
    """Words of headings and what they say of a column, with an example. A cue that must fill the heading `is_whole`."""

    use: Use
    words: str
    weight: float
    example: str
    is_whole: bool = False


# What is told of when a row was written, and by whom.
WRITTEN = "更新|登録|作成|入力|公表|出力"

CUES: tuple[Cue, ...] = (
    Cue(
        Use.NUMBER,
        words.NUMBER,
        1.0,
        "事業番号",
        True,
    ),
    Cue(Use.UNIT, words.UNIT, 1.0, "単位"),
    Cue(
        Use.DIRECTION,
        r"(?:望ましい|好ましい|目指す|めざす|あるべき|期待する|良い)(?:値の|数値の|指標の)?(?:方向性?|向き|動き|推移|変化|傾向)|指標の(?:方向性?|向き|性質|種別)|方向",
        1.4,
        "望ましい方向",
        True,
    ),
    Cue(Use.LEAD, words.LEAD, 1.0, "主担当", True),
    Cue(
        Use.DEPARTMENT,
        words.DEPARTMENT,
        0.95,
        "担当部局庁",
    ),
    Cue(
        Use.MEASURE,
        words.MEASURE,
        1.0,
        "成果指標",
    ),
    Cue(Use.MEASURE, r"(?:数値|成果|達成|到達|行動)目標|目標(?:の?内容|指標)?", 0.55, "数値目標"),
    Cue(
        Use.NAME,
        rf"(?:[一-龥]{{0,4}}(?:{words.WORK})|{words.WORK_ITEM})(?:名称?|項目|等)*|具体的な?取り?組み?|件名|名称|項目名?|細目|内訳",
        0.9,
        "事業名",
    ),
    Cue(
        Use.GROUP,
        words.GROUP,
        0.7,
        "基本施策",
        True,
    ),
    Cue(Use.GROUP, r"(?:基本|重点|政策|施策|大|中|小)目標(?:名|の柱)?", 1.1, "基本目標", True),
    Cue(Use.ACTIVITY, rf"(?:{words.ACTIVITY}|具体的内容|取組のねらい)", 0.75, "事業概要"),
    Cue(
        Use.UNREAD,
        r"定義|算出方法|算定方法|計算式|算式|出典|根拠|データ元|把握方法|調査方法|備考|摘要|url|関連計画|予算額?|決算額|事業費|執行額|金額|コスト|人件費|財源|更新日",
        0.95,
        "指標の定義",
    ),
    Cue(Use.UNREAD, r"(?:sdgsの?)?(?:関連|該当)?(?:する)?(?:ゴール|ターゲット)(?:の?番号|名)?", 0.95, "ターゲット", True),
    Cue(Use.UNREAD, rf"[一-龥]{{1,8}}コード|(?:最終)?(?:{WRITTEN})(?:日時?|年月日|時刻|者)", 0.95, "施策コード"),
    Cue(
        Use.TARGET,
        words.TARGET,
        1.0,
        "R5目標値",
    ),
    Cue(Use.TARGET, r"当初(?:見込み?|計画|予定|目標)(?:値|量|数|額)?", 1.3, "当初見込み"),
    Cue(Use.TARGET, rf"{words.PLANNED_WORK}|(?:実施|取組|事業|活動)?事項", 0.5, "R5取組内容"),
    Cue(
        Use.RESULT,
        words.RESULT,
        1.0,
        "R5実績",
    ),
    Cue(
        Use.RESULT,
        words.EVALUATION,
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
    Cue(Use.FORECAST, words.EXPECTED_RESULT, 1.3, "R5実績見込"),
    Cue(Use.FORECAST, words.EXPECTED, 0.6, "R5見込"),
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
        words.BASELINE,
        1.2,
        "基準値（R3）",
    ),
    Cue(
        Use.CURRENT, rf"(?:{words.STATE}|現在|直近|最新|中間)(?:値|数値|の値|水準|実績|の状況|数|年度値)*", 1.1, "現状値（R5）"
    ),
    Cue(
        Use.FINAL_GOAL,
        rf"{words.FINAL_GOAL}|最終.*(?:水準|目標値?|値)|計画終了時.*",
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
