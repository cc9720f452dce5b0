"""A column of a data file has one name and one meaning wherever it stands: headings and definitions are made from this."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.database import codes
from dashboard.text import words


@dataclass(frozen=True)
class DataColumn:
    """What a column of the store is called in Japanese, what it means, in which unit; `words` are its codes in Japanese."""

    heading: str
    meaning: str
    unit: str = ""
    words: Mapping[str, str] | None = None

    @property
    def word_heading(self) -> str:
        """The heading of the column that says a code in Japanese."""
        return f"{self.heading.removesuffix('コード')}名"


# The sheets of the file, in its order: `DataSheet` in loaders/sheets.py.
SHEETS: Final = codes.Codes("data_sheet_code", lambda row: row)


@dataclass(frozen=True)
class DataTable:
    """A table of the data files: its code in `data_sheet_code`, the table or view of the store, and its columns there."""

    code: str
    store: str
    columns: tuple[str, ...]

    @property
    def query(self) -> str:
        """The query that it comes from."""
        return f"takeaway_{self.code}"

    @property
    def name(self) -> str:
        """How its sheet is called: '文章'."""
        return SHEETS[self.code].label_ja

    @property
    def row(self) -> str:
        """What a row of it is: '実施事業の1年度'."""
        return SHEETS[self.code].meaning


OWN_UNIT: Final = "同じ行の「単位」"
RATIO: Final = "比（1＝100%）"
YES_NO: Final = "1＝はい、0＝いいえ"
STATUS_WORDS: Final = codes.Codes("status_code", lambda row: row.label_ja)
COMPARATOR_WORDS: Final = codes.Codes("comparator_code", lambda row: row.label_ja or "ちょうど")

COLUMNS: Final[dict[str, DataColumn]] = {
    "number": DataColumn("番号", "進行管理表に印刷された実施事業の番号"),
    "goal_code": DataColumn("目標番号", "計画の目標"),
    "policy_code": DataColumn("施策番号", "目標の下の施策"),
    "program_code": DataColumn("事業番号", "施策の下の事業。資料で壊れていたものは直したあとの番号"),
    "program_name": DataColumn("実施事業名", "実施事業の名称。番号を除く"),
    "is_lead": DataColumn("主担当か", f"主担当の課の行か（{YES_NO}）"),
    "department": DataColumn("担当課", "担当する課。係・館と旧名称を除く"),
    "department_unit": DataColumn("係・館", "かっこ書きの係または館"),
    "former_department": DataColumn("旧課名", "かっこ書きの旧名称"),
    "activity": DataColumn("実施内容", "実施内容の文"),
    "program_code_printed": DataColumn("印刷された事業番号", "資料に印刷されたままの事業番号"),
    "program_printed": DataColumn("印刷された実施事業", "資料に印刷されたままの実施事業の欄"),
    "lead_printed": DataColumn("印刷された主担当", "資料に印刷されたままの主担当の欄"),
    "department_printed": DataColumn("印刷された担当課", "資料に印刷されたままの担当課の欄"),
    "file_name": DataColumn("資料のファイル名", "読み取った資料のファイル"),
    "source_page": DataColumn("資料のページ", "資料の何ページ目か", "ページ"),
    "source_line": DataColumn("資料の行", "資料のファイルの何行目か", "行目"),
    "year": DataColumn("年度西暦", "年度が始まる年の西暦", "年度"),
    "label_ja": DataColumn("年度和暦", "和暦の年度"),
    "status": DataColumn("状況コード", "その年度の状況のコード", words=STATUS_WORDS),
    "is_carried_over": DataColumn("繰越か", f"行われずに翌年度以降へ持ち越されたか（{YES_NO}）"),
    "undone_run": DataColumn("未達・繰越の連続年数", "その年度まで続けて未達または繰越となっている年数", "年"),
    "carried_run": DataColumn("繰越の連続年数", "その年度まで続けて繰り越している年数", "年"),
    "reason": DataColumn("理由コード", "文に書かれた、できなかった理由のコード", words=words.REASONS),
    "reason_quote": DataColumn("理由の文", "理由を読み取った文。資料のまま"),
    "evidence": DataColumn("根拠の文", "状況を判定した文。資料のまま"),
    "rule": DataColumn("規則", "判定した規則の名前"),
    "confidence": DataColumn("確かさ", "判定の確かさ", "0から1"),
    "is_corrected": DataColumn("訂正か", f"人が訂正したか（{YES_NO}）"),
    "indicator_id": DataColumn("指標番号", "指標を区別する番号。作り直すと変わることがある"),
    "name": DataColumn("指標名", "数えているもの"),
    "unit": DataColumn("単位", "数値の単位。書かれていないときは空欄"),
    "direction": DataColumn("向きコード", "多いほどよいか、少ないほどよいか", words=words.DIRECTIONS),
    "is_cumulative": DataColumn("累計か", f"年度をまたいで積み上がる数か（{YES_NO}）"),
    "baseline": DataColumn("現状", "計画前の値", OWN_UNIT),
    "final_goal": DataColumn("最終目標", "計画の終わりの目標", OWN_UNIT),
    "target": DataColumn("目標", "年度の目標。変更されたものは最後に書かれた値", OWN_UNIT),
    "first_target": DataColumn("当初の目標", "あとで変更された目標の、はじめの値", OWN_UNIT),
    "result": DataColumn("実績", "年度の実績", OWN_UNIT),
    "attainment": DataColumn("達成率", "実績÷目標。少ないほどよい指標は目標÷実績", RATIO),
    "progress": DataColumn("現状からの進み", "（実績−現状）÷（目標−現状）", RATIO),
    "is_met": DataColumn("達成したか", f"目標に届いたか（{YES_NO}）。判定できないときは空欄"),
    "target_quote": DataColumn("目標の文", "目標を読み取った文。資料のまま"),
    "result_quote": DataColumn("実績の文", "実績を読み取った文。資料のまま"),
    "quantity_id": DataColumn("数値番号", "数値を区別する番号。作り直すと変わることがある"),
    "kind": DataColumn("欄コード", "正しい欄の種類", words=words.KINDS),
    "printed_kind": DataColumn("印刷された欄コード", "印刷された欄の種類", words=words.KINDS),
    "printed_year": DataColumn("印刷された年度西暦", "印刷された欄の年度の西暦", "年度"),
    "printed_label_ja": DataColumn("印刷された年度和暦", "印刷された欄の年度の和暦"),
    "role": DataColumn("役割コード", "数値の役割", words=words.ROLES),
    "label": DataColumn("数値の見出し", "何の数かを示す文"),
    "value": DataColumn("値", "読み取った数値", OWN_UNIT),
    "comparator": DataColumn("比べ方コード", "ちょうど、以上、程度、以下のどれか", words=COMPARATOR_WORDS),
    "as_of": DataColumn("時点", "「現在」などの日付（西暦）", "年-月-日"),
    "quote": DataColumn("読み取った文", "数値や気づきのもとになった文。資料のまま"),
    "text": DataColumn("文", "資料の文そのまま"),
    "is_moved": DataColumn("移したか", f"印刷された欄と正しい欄が違うか（{YES_NO}）"),
    "severity": DataColumn("重要度コード", "気づきの重要度", words=words.SEVERITIES),
    "message": DataColumn("気づきの内容", "何が変わっているか、疑わしいか"),
}
# Where one name of the store means another thing in a table.
OWN_MEANINGS: Final[dict[tuple[str, str], DataColumn]] = {
    ("takeaway_findings", "kind"): DataColumn("気づきの種類コード", "気づきの種類", words=words.FINDING_KINDS),
}
# Where a column of the store stands, if not in the table's own table or view.
ELSEWHERE: Final = {
    "number": "initiative.number",
    "label_ja": "fiscal_year.label_ja",
    "printed_label_ja": "fiscal_year.label_ja",
    "file_name": "document.file_name",
    "target_quote": "quantity.quote",
    "result_quote": "quantity.quote",
}
_YEAR: Final = ("year", "label_ja")
_PRINTED: Final = ("printed_kind", "printed_year", "printed_label_ja")

TABLES: Final[tuple[DataTable, ...]] = (
    DataTable(
        "initiatives",
        "initiative",
        (
            "number",
            "goal_code",
            "policy_code",
            "program_code",
            "program_name",
            "is_lead",
            "department",
            "department_unit",
            "former_department",
            "activity",
            "program_code_printed",
            "program_printed",
            "lead_printed",
            "department_printed",
            "file_name",
            "source_page",
            "source_line",
        ),
    ),
    DataTable(
        "outcomes",
        "initiative_year",
        (
            "number",
            *_YEAR,
            "status",
            "is_carried_over",
            "undone_run",
            "carried_run",
            "reason",
            "reason_quote",
            "evidence",
            "rule",
            "confidence",
            "is_corrected",
        ),
    ),
    DataTable(
        "indicators",
        "indicator",
        ("indicator_id", "number", "name", "unit", "direction", "is_cumulative", "baseline", "final_goal"),
    ),
    DataTable(
        "indicator_years",
        "indicator_result",
        (
            "indicator_id",
            "number",
            "name",
            *_YEAR,
            "unit",
            "target",
            "first_target",
            "result",
            "attainment",
            "progress",
            "is_met",
            "target_quote",
            "result_quote",
        ),
    ),
    DataTable(
        "quantities",
        "quantity",
        (
            "quantity_id",
            "number",
            "kind",
            *_YEAR,
            "role",
            "label",
            "value",
            "unit",
            "comparator",
            "as_of",
            "is_cumulative",
            "quote",
            *_PRINTED,
        ),
    ),
    DataTable(
        "cells",
        "cell",
        ("number", "kind", *_YEAR, "text", "is_moved", *_PRINTED, "confidence", "rule"),
    ),
    DataTable(
        "findings",
        "finding",
        ("number", *_YEAR, "kind", "severity", "message", "quote"),
    ),
)
