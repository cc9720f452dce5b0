"""Headings of printed tables as cities word them: whole headings, by what their column holds.

A heading each with the column that it means stands in EXAMPLES; the tests are made from that table.
"""

from enum import StrEnum

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

# Whole headings as cities word them, after NFKC, set apart by spaces.
FIELD_WORDS: dict[Field, str] = {
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
PLAN_WORDS = (
    "内容及び目標 内容・目標 内容と目標 実施内容及び目標 取組内容及び目標 目標 目標値 数値目標 年度目標 "
    "計画 計画値 計画内容 事業計画 実施計画 取組計画 予定 実施予定 取組予定 内容 実施内容 取組内容 事業内容 "
    "予定値 目安 目安値 見込 見込み 見込値 方針 取組方針 取組 取り組み 取組事項"
)
RESULT_WORDS = (
    "評価 事後評価 自己評価 実績 実績値 実施実績 取組実績 事業実績 実績及び評価 実績・評価 結果 実施結果 取組結果 結果及び評価 "
    "達成状況 達成度 進捗 進捗状況 進行状況 実施状況 取組状況 状況 成果 検証 "
    "効果検証 点検 点検結果 効果 総括 振り返り 実施報告 決算 所見"
)
BASELINE_GOAL_WORDS = (
    "現状及び事業目標 現状及び目標 現状と目標 現状・目標 現状と課題 現状 現状値 現況 現況値 基準値 基準 当初値 策定時 "
    "計画策定時 計画策定時の現状 計画当初 ベースライン 事業目標 目標 目標値 数値目標 年次目標"
)
# What is to be reached when the plan ends, whichever year the heading names.
FINAL_GOAL_WORDS = "最終目標 最終目標値 最終年度目標 計画目標 計画目標値 計画期間目標 全体目標 到達目標 目指す値 目標指標値"

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
    "備考": None,
    "多様な防災情報の発信": None,
}
