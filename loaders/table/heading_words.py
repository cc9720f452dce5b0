"""Words that head the columns of plans' tables, said once for both readers of headings.

Of a printed table they are the headings themselves, known or not (printed_headings.py); of any grid they are cues, weighed
against what stands below (mapping/words/cues.py). All are patterns of words without widths, in small letters. A heading each
with the column that it means stands in EXAMPLES; the tests are made from that table and from the lists of whole headings beside
it.
"""

from enum import StrEnum
from typing import Final

from loaders.model import Kind, Place


class Field(StrEnum):
    """What a column says about the initiative itself."""

    NUMBER = "number"
    PROGRAM = "program"
    LEAD = "lead"
    DEPARTMENT = "department"
    ACTIVITY = "activity"
    MEASURE = "measure"
    UNIT = "unit"


# What a heading says that its column holds; None where it is not known.
Meaning = Field | Place | None

NUMBER: Final = r"(?:no\.?|№|#|id|コード|通番|通し番号|項番|連番|整理no\.?|[一-龥kpi]{0,6}(?:番号|no\.?|id))"
UNIT: Final = r"単位(?:名称?)?"
LEAD: Final = "主(?:担当(?:課?区分)?|管(?:区分)?)?"
_OFFICES = "部|局|課|室|係|者|所|署|所属|機関|主体|組織|等|・|/|及び|庁|長|グループ"
DEPARTMENT: Final = (
    rf"(?:担当|所管|所属|主管)(?:{_OFFICES}|名称?)*|(?:実施|関係|協力|連携|推進|責任)(?:{_OFFICES}|名)+"
    r"|(?:部|局|課|室|係|部署|部局|部課|課室)(?:等|・|/|名|及び|部|局|課|室|係)*名称?|所管課等|部(?:局|署|課)"
    r"|(?:所管|担当|関係)(?:府省|省庁|機関|府省庁)(?:名|等)*|課室|課所室?|担当.{0,4}[課局部]"
)
MEASURE: Final = (
    r"(?:指標|kpi|kgi)(?:の?名称?|項目|の?内容|等|\(?項目\)?|\d{1,2})*"
    r"|(?:評価|測定|目標|管理|モニタリング|数値目標)項目|指標となる数値"
)
# What is done is called by these, alone or with words before it: 事業, 実施事業, 取組名.
WORK: Final = "事業|取組|取り組み|事務|プロジェクト|プログラム|アクション"
WORK_ITEM: Final = r"実施項目|(?:取組|実施)事項"
GROUP: Final = (
    r"(?:基本|重点|個別|主要|政策|施策)?(?:目標|方針|施策|政策|戦略|課題|項目|分野|領域|方向性?)"
    r"(?:名称?|体系|の?柱|の?方向性?|区分|分野)*|柱|(?:提供)?(?:区域|圏域)(?:名|区分)?|[大中小](?:項目|分類|区分)|章|節|区分"
    r"|カテゴリー?|テーマ"
)
ACTIVITY: Final = "内容|概要|目的|ねらい"

# What was planned for a year: its goal, and what was to be done.
TARGET: Final = (
    r"(?:目標|計画|予定|目安|計画目標|年次目標|年度目標)(?:値|量|数|数値|水準|額)?|年次計画|内容(?:及び|・|と)目標"
    r"|(?:実施|事業|取組|年度)(?:計画|予定|方針)|プラン|予定値|計画内容|推計値?|計画の推計"
)
PLANNED_WORK: Final = r"(?:実施|取組|事業|活動)?内容|方針|取組|取り組み|見込(?:み|値|量|数)?"
# What is expected: of a year to come it may be what was planned (mapping/columns/expecting.py), of a result that is being
# counted it is what will come of it.
EXPECTED: Final = r"(?:見込|見通し)(?:み|値|量|数)?"
EXPECTED_RESULT: Final = (
    r"実績(?:の|\()?(?:見込|推計|予測|見通し)(?:み|値|量|数|額)?\)?|見込実績|決算見込(?:み|額)?|年度末見込(?:み|値)?"
)
# What came of it: the result, and what the body says of it.
RESULT: Final = (
    r"(?:実績|結果|成果実績|活動実績)(?:値|量|数|数値|等)?|実績(?:及び|・|と)(?:評価|自己評価)"
    r"|(?:実施|達成|進捗|進行|取組|対応|執行)?状況|成果|検証|点検|総括|振り?返り|実施報告|実測値?|到達値|達成値"
)
EVALUATION: Final = (
    r"(?:自己|内部|外部|総合|事後|一次|二次|効果|中間|最終)?評価(?:結果|内容|値|時点?(?:の?(?:実績)?値)?)?"
    r"|達成度|進捗(?:度|率)?|進み具合"
)
# How things stood when the plan began, and how they stand.
BASELINE: Final = (
    r"(?:基準|当初|策定時|従前|起点|ベースライン|スタート|計画開始時|計画当初)"
    r"(?:値|年値|年度値|年|年度|時|の状況|の現状|の値|現状|現況|水準|の水準|数値)*"
    r"|(?:計画|事業)?(?:策定|開始|着手|実施|設定|申請|認定|採択|開始年度?)(?:前|時|当初|時点)の?(?:状況|現状|現況|値|水準|数値|基準|年度)*"
)
STATE: Final = "現状|現況"
# What is to be reached when the plan ends, whichever year the heading names.
FINAL_GOAL: Final = (
    r"(?:最終|到達|計画(?:期間)?|期末|全体|長期|将来|終了時)(?:の|年度?の?|期間の?|末の?|における)*"
    r"(?:目標|到達)(?:値|水準|数値|年度の?目標値?)*|(?:達成|到達)すべき(?:水準|目標|値)"
    r"|(?:目指|めざ)(?:す|そう)(?:値|姿|水準|べき値|数値)?|目標指標値|あるべき姿|目標最終年度(?:の?目標値?)?|目標年[度次]の?(?:目標)?値?"
)

# Whole headings as cities word them, set apart by spaces: what the patterns have to know.
FIELD_EXAMPLES: dict[Field, str] = {
    Field.NUMBER: "番号 No. No 通番 通し番号 整理番号 事業番号 項番 連番",
    Field.PROGRAM: (
        "実施事業 実施事業名 事業名 事業名称 事業 事務事業 事務事業名 施策 施策名 基本施策 個別施策 "
        "取組 取組名 取り組み 取組項目 取組事項 具体的取組 実施項目 施策の柱 基本目標 基本方針 重点施策 重点目標 施策の方向 "
        "施策の方向性 政策 政策名 分野 大項目 中項目 小項目 柱"
    ),
    Field.LEAD: "主担当 主管 主 主担当区分 主担当課区分 主管区分",
    Field.DEPARTMENT: (
        "担当課 担当課名 担当課等 担当課室 担当課(係) 担当部課 担当部局 担当部署 担当 "
        "所管課 所管課名 所管課等 所管部署 所管 主管課 実施課 関係課 協力課 連携課 関係部署"
    ),
    Field.ACTIVITY: (
        "実施内容 事業内容 事業概要 取組内容 取組概要 具体的な取組 具体的内容 施策内容 概要 内容 "
        "取組のねらい ねらい 目的 事業目的"
    ),
    Field.MEASURE: "指標 指標名 評価指標 成果指標 活動指標 目標指標 数値指標 管理指標 重要業績評価指標 KPI",
    Field.UNIT: "単位 指標の単位",
}

# What is left of a heading when its fiscal year is taken out.
PLAN_EXAMPLES = (
    "内容及び目標 内容・目標 内容と目標 実施内容及び目標 取組内容及び目標 目標 目標値 数値目標 年度目標 "
    "計画 計画値 計画内容 事業計画 実施計画 取組計画 予定 実施予定 取組予定 内容 実施内容 取組内容 事業内容 "
    "予定値 目安 目安値 見込 見込み 見込値 方針 取組方針 取組 取り組み 取組事項"
)
RESULT_EXAMPLES = (
    "評価 事後評価 自己評価 実績 実績値 実施実績 取組実績 事業実績 実績及び評価 実績・評価 結果 実施結果 取組結果 結果及び評価 "
    "達成状況 達成度 進捗 進捗状況 進行状況 実施状況 取組状況 状況 成果 検証 "
    "効果検証 点検 点検結果 効果 総括 振り返り 実施報告 決算 所見"
)
BASELINE_GOAL_EXAMPLES = (
    "現状及び事業目標 現状及び目標 現状と目標 現状・目標 現状と課題 現状 現状値 現況 現況値 基準値 基準 当初値 策定時 "
    "計画策定時 計画策定時の現状 計画当初 ベースライン 事業目標 目標 目標値 数値目標 年次目標"
)
FINAL_GOAL_EXAMPLES = "最終目標 最終目標値 最終年度目標 計画目標 計画目標値 計画期間目標 全体目標 到達目標 目指す値 目標指標値"

EXAMPLES: dict[str, Meaning] = {
    "番号": Field.NUMBER,
    "Ｎｏ．": Field.NUMBER,
    "実施事業": Field.PROGRAM,
    "事業名": Field.PROGRAM,
    "主担当": Field.LEAD,
    "担当課": Field.DEPARTMENT,
    "所管課": Field.DEPARTMENT,
    "担当部署": Field.DEPARTMENT,
    "実施内容": Field.ACTIVITY,
    "現状及び事業目標": Place(Kind.BASELINE_GOAL, None),
    "現状": Place(Kind.BASELINE_GOAL, None),
    "平成29年度内容及び目標": Place(Kind.PLAN, 2017),
    "令和元年度評価": Place(Kind.RESULT, 2019),
    "R3目標": Place(Kind.PLAN, 2021),
    "令和２年度　取組実績": Place(Kind.RESULT, 2020),
    "実績(令和2年度)": Place(Kind.RESULT, 2020),
    "取組内容〔指標・単位〕": Field.ACTIVITY,
    "2021年度 達成状況": Place(Kind.RESULT, 2021),
    "【H30】結果": Place(Kind.RESULT, 2018),
    "令和元年度の実施状況・検証": Place(Kind.RESULT, 2019),
    "現状(平成30年度)と目指す姿(令和4年度)": Place(Kind.BASELINE_GOAL, None),
    "現状値(H30)": Place(Kind.BASELINE_GOAL, None),
    "現況→R5目標": Place(Kind.BASELINE_GOAL, None),
    "令和2年度の主な取組実績": Place(Kind.RESULT, 2020),
    "平成30年度目標に対する達成状況": Place(Kind.RESULT, 2018),
    "R3目標値(人)": Place(Kind.PLAN, 2021),
    "現状(平成28年度末)": Place(Kind.BASELINE_GOAL, None),
    "最終目標(令和5年度末)": Place(Kind.BASELINE_GOAL, None),
    "30年度実績": Place(Kind.RESULT, 2018),
    "元年度計画": Place(Kind.PLAN, 2019),
    "H28現状値": Place(Kind.BASELINE_GOAL, None),
    "計画策定時の状況及び到達目標": Place(Kind.BASELINE_GOAL, None),
    "事業開始前の現状と目標値": Place(Kind.BASELINE_GOAL, None),
    "計画期間における到達目標": Place(Kind.BASELINE_GOAL, None),
    "現況値 → 最終目標（令和8年度）": Place(Kind.BASELINE_GOAL, None),
    "計画策定時の状況及び計画期間の到達目標": Place(Kind.BASELINE_GOAL, None),
    "策定時の実態・めざす水準": Place(Kind.BASELINE_GOAL, None),
    "基本目標": Field.PROGRAM,
    "目標指標": Field.MEASURE,
    "令和2年度状況": Place(Kind.RESULT, 2020),
    "成果指標": Field.MEASURE,
    "重要業績評価指標(KPI)": Field.MEASURE,
    "単位": Field.UNIT,
    "令和元年度目安値": Place(Kind.PLAN, 2019),
    "令和元年度実績・所見": Place(Kind.RESULT, 2019),
    "令和4年度 評価内容": Place(Kind.RESULT, 2022),
    "進捗率（％） R5": Place(Kind.RESULT, 2023),
    "R6 見込量": Place(Kind.PLAN, 2024),
    "令和5年度執行率（対計画量）": None,
    "長期目標（令和22年度）": Place(Kind.BASELINE_GOAL, None),
    "めざす姿（令和12年度）": Place(Kind.BASELINE_GOAL, None),
    "計画策定時の数値": Place(Kind.BASELINE_GOAL, None),
    "実施主体（課名）": Field.DEPARTMENT,
    "区分（計画・実績の別）": None,
    "備考": None,
    "多様な防災情報の発信": None,
}
