"""The sheets of the Excel files that we write, each once: what writes them, and what takes such a file in again, reads it here.

They stand in the store as codes do (code_tables.py), in the order of their file.
"""

from loaders.codes import Code


class MeetingSheet(Code):
    """A sheet of the workbook for a meeting, in the order of the file: its name, and what the cover says of it.

    The two of a year that is not evaluated yet are there only where such a year is asked for: `{asked}` is that year, `{last}`
    the last evaluated one.
    """

    COVER = "cover", "表紙"
    DUE = "due", "{asked}の目標", "", "{asked}に目標のある指標を、{last}の実績と並べた表。届いていないものが先です"
    LEFT_OVER = "left_over", "{last}から残る事業", "", "{last}に未達・繰越となった事業と、翌年度の計画の文"
    SUMMARY = "summary", "集計", "", "年度別・目標別・担当課別の件数と、年度別のグラフ"
    INDICATORS = "indicators", "数値目標", "", "指標ごとの目標・実績（全年度）、達成率、区分、現状からの進み、傾向"
    CHARTS = "charts", "指標グラフ", "", "数値目標のある指標のグラフ（Excelのグラフなので、写して直せます）"
    UNDONE = "undone", "未達・繰越", "", "未達・繰越の年度ごとの理由と評価の文、続いた年数、翌年度の計画"
    TABLE = "table", "進行管理表", "", "資料と同じ見出しの表。文を正しい見出しへ移した欄には印があります"

    @property
    def is_of_a_year_to_come(self) -> bool:
        """Whether it is there only where a year is asked for that is not evaluated yet."""
        return self in (MeetingSheet.DUE, MeetingSheet.LEFT_OVER)


class DataSheet(Code):
    """A sheet of the data for machines, in the order of the file: its name, and what a row of it is."""

    ABOUT = "about", "この資料について"
    DEFINITIONS = "definitions", "列の定義", "", "表の1つの列"
    INITIATIVES = "initiatives", "実施事業", "", "実施事業（1つの事業の1つの担当課）"
    OUTCOMES = "outcomes", "年度別の状況", "", "実施事業の1年度"
    INDICATORS = "indicators", "指標", "", "指標（1つの単位で測るもの）"
    INDICATOR_YEARS = "indicator_years", "指標の年度値", "", "指標の1年度"
    QUANTITIES = "quantities", "読み取った数値", "", "文から読み取った1つの数値"
    CELLS = "cells", "文章", "", "資料の1つの欄の文（欄が分かれるときはその一部）"
    FINDINGS = "findings", "気づき", "", "資料や読み取りについての1つの気づき"
