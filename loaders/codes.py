"""A code of the store has one Japanese word, one sign, one place in the order and one meaning: they are said here, once.

The loaders write every enum below into a code table of the store (code, label_ja, symbol, position, meaning), so pages, files
and other people's tools show the same words by a join. Colours and layout are not said here: they are the dashboard's.
"""

from enum import StrEnum
from typing import Self


class Code(StrEnum):
    """A value of the store with the words for it; a member is written (value, label, symbol, meaning)."""

    label_ja: str
    symbol: str
    meaning: str

    def __new__(cls, value: str, label_ja: str = "", symbol: str = "", meaning: str = "") -> Self:
        """Return the member `value`, which compares and formats as that plain string."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label_ja = label_ja
        member.symbol = symbol
        member.meaning = meaning
        return member


class Kind(Code):
    """What a cell of the table is for."""

    BASELINE_GOAL = "baseline_goal", "現状及び事業目標"
    PLAN = "plan", "内容及び目標"
    RESULT = "result", "評価"


class Role(Code):
    """What a number says about the thing that it counts."""

    BASELINE = "baseline", "現状"
    FINAL_GOAL = "final_goal", "計画の最終目標"
    TARGET = "target", "年度の目標"
    RESULT = "result", "実績"
    CHANGE = "change", "増減", "", "329人増、前年度比37増など、前の値との差。"


class Comparator(Code):
    """How a stated number is meant to be held against another; the label is what an office writes behind the number."""

    EQUAL = "eq", ""
    AT_LEAST = "ge", "以上"
    APPROXIMATE = "approx", "程度", "", "程度、約、おおむねなど。"
    AT_MOST = "le", "以下", "", "以下、以内、未満。"


class Direction(Code):
    """Which way an indicator improves."""

    UP = "up", "多いほどよい"
    DOWN = "down", "少ないほどよい"


class Status(Code):
    """What became of an initiative in a year."""

    MET = "met", "達成", "●", "その年度に数値目標があり、すべて達成した。"
    UNMET = (
        "unmet",
        "未達",
        "✕",
        "数値目標に届かなかった、または、予定した取組の未実施・中止・延期・遅れ・不足が書かれている。",
    )
    IMPLEMENTED = (
        "implemented",
        "実施",
        "○",
        "予定した取組を行った。数値目標がないもののほか、目標があっても実績の数値が書かれていないものを含む。",
    )
    UNDER_STUDY = (
        "under_study",
        "検討中",
        "△",
        "検討・調査・調整にとどまる。数値目標がないもののほか、目標があっても実績の数値が書かれていないものを含む。",
    )
    CLOSED = "closed", "終了", "■", "完了、統合、移管、または実施しないと決めた。"
    NOT_REPORTED = "not_reported", "記載なし", "－", "評価が書かれていない、または、その年度に評価する取組がない。"

    @property
    def is_carried_out(self) -> bool:
        """Whether what was planned for the year was done, with a numeric target reached or without one."""
        return self in (Status.MET, Status.IMPLEMENTED)


class TargetState(Code):
    """What became of a numeric target that was set for a year: every target has one, whether or not a number answers it."""

    MET = "met", "達成", "●", "実績の数値が目標に届いた。"
    MISSED = "missed", "未達", "✕", "実績の数値が目標に届かなかった。"
    NOT_CARRIED_OUT = (
        "not_carried_out",
        "未実施",
        "✕",
        "目標を立てた取組が行われなかったと、評価の文に書かれている。実績の数値はない。ことばによる判定で、目標は届いていない。",
    )
    FORECAST = (
        "forecast",
        "見込（未確定）",
        "≒",
        "目標に答える数値は、まだ確定していない実績の見込みだけである。目標に届いたかどうかは判定しない。",
    )
    NO_NUMBER = "no_number", "数値の記載なし", "？", "評価の文に、目標に答える数値が書かれていない。"
    CLOSED = "closed", "終了", "■", "目標を立てた取組が、完了、統合、移管、または実施しないと決められた。"
    NOT_YET = "not_yet", "評価前", "◇", "その年度の評価がまだない。"


class PromiseState(Code):
    """What became of a thing that was promised by a year."""

    KEPT = "kept", "実現", "●", "期限の年度までに行われたと、その年度の評価から読める。"
    LATE = "late", "遅れて実現", "◐", "期限の年度には行われず、あとの年度に行われた。"
    OVERDUE = "overdue", "期限超過", "✕", "期限の年度を過ぎても、行われたと評価から読めない。"
    CLOSED = "closed", "終了", "■", "期限の年度までに、完了、統合、移管、または実施しないと決められた。"
    UNKNOWN = "unknown", "記載なし", "？", "期限の年度の評価に、行われたかどうかが書かれていない。"
    NOT_YET = "not_yet", "期限前", "○", "期限の年度の評価がまだない。"


class CarriedEnd(Code):
    """How an initiative stopped being carried over: a number that went down is good news only where work was done."""

    RESOLVED = "resolved", "解消", "", "前年度から繰り越した取組が行われた。"
    GIVEN_UP = "given_up", "断念・終了", "", "前年度から繰り越した取組が、終了したか、行われないまま計画から外れた。"
    OTHER = "other", "検討中・記載なし", "", "前年度から繰り越した取組が行われたかどうか、評価の文からは分からない。"


class Reason(Code):
    """Why planned work was left undone, where the text says so."""

    COVID = "covid", "新型コロナ"
    DISASTER = "disaster", "災害"
    COST = "cost", "費用・予算"
    NO_DEMAND = "no_demand", "需要・申込なし"
    SCHEDULE = "schedule", "日程・時間"
    TECHNICAL = "technical", "技術・システム"
    ORGANISATION = "organisation", "組織・体制"
    DEPENDENCY = "dependency", "他の事業・団体待ち"
    OTHER = "other", "その他"

    @property
    def is_outside(self) -> bool:
        """Whether the cause lies outside what a city can steer (外的要因), so that a reader may leave such years out."""
        return self in (Reason.COVID, Reason.DISASTER)


class Severity(Code):
    """How much a finding should trouble a reader."""

    INFO = "info", "お知らせ"
    WARNING = "warning", "注意"
    ERROR = "error", "誤りの疑い"


class FindingKind(Code):
    """What is odd in the source, or doubtful in its reading."""

    SUSPECT_ALIGNMENT = "suspect_alignment", "見出しとのずれの疑い"
    MOVED_CELL = "moved_cell", "見出しの違うセルを移した"
    SPLIT_CELL = "split_cell", "つながったセルを分けた"
    FOREIGN_TEXT = "foreign_text", "ほかの行の文"
    HEADING_DAMAGED = "heading_damaged", "見出しの破損"
    HEADING_GUESSED = "heading_guessed", "見出しの推定"
    MISSING_EVALUATION = "missing_evaluation", "評価の欠落"
    COPIED_EVALUATION = "copied_evaluation", "前年度と同じ評価の文"
    COPIED_PLAN_AS_RESULT = "copied_plan_as_result", "計画と同じ評価の文"
    DATE_BEYOND_YEAR = "date_beyond_year", "年度より後の日付"
    TARGET_REVISED = "target_revised", "見直された目標"
    TARGET_LOWERED = "target_lowered", "下げられた目標"
    TARGET_CONTRADICTS = "target_contradicts", "計画と評価で目標の値が違う"
    FROZEN_TARGET = "frozen_target", "変わらない目標"
    ALWAYS_EXCEEDED = "always_exceeded", "毎年上回る目標"
    SUM_MISMATCH = "sum_mismatch", "合計・増減が合わない"
    CUMULATIVE_FALLS = "cumulative_falls", "累計が減っている"
    BASIS_CHANGED = "basis_changed", "累計と単年度の混在"
    CODE_REPAIRED = "code_repaired", "事業番号の補正"
    CODE_DOUBTFUL = "code_doubtful", "事業番号の疑い"
    MISSPELT_NAME = "misspelt_name", "名称の文字化け"
    NUMBERS_APART = "numbers_apart", "番号の飛び"
    MERGED_ABOVE = "merged_above", "結合されたセル"
    NUMBERS_BEGIN_ANEW = "numbers_begin_anew", "節ごとの番号"
    DEPARTMENT_MISSING = "department_missing", "担当課の記載なし"
    SHORT_ROW = "short_row", "列の不足"
    UNREAD_LINE = "unread_line", "読めなかった行"
    UNREAD_COLUMN = "unread_column", "読めなかった列"
    COLUMN_DOUBTFUL = "column_doubtful", "役割の確かでない列"
    UNREAD_SHEET = "unread_sheet", "読み込んでいないシート"
    HIDDEN_NOT_READ = "hidden_not_read", "非表示の行・列・シート・文字"
    YEAR_FROM_TITLE = "year_from_title", "表題から補った年度"
    YEAR_UNKNOWN = "year_unknown", "年度の分からない値"
    NUMBERS_IN_ORDER = "numbers_in_order", "付け直した番号"
    SEVERAL_DEPARTMENTS = "several_departments", "複数の担当課"
    NOT_REPORTED_YET = "not_reported_yet", "まだ報告のない値"
    UNREAD_VALUE = "unread_value", "読めなかった値"
    RANGE_AS_TARGET = "range_as_target", "幅のある目標"
    MEASURED_IN_OTHER_YEAR = "measured_in_other_year", "測定年度の違う値"
    PERCENT_SCALE = "percent_scale", "割合の桁の疑い"
    MACROS_NOT_RUN = "macros_not_run", "動かしていないマクロ"
    LINKS_NOT_FOLLOWED = "links_not_followed", "開いていない外部参照"
    TABLE_TURNED = "table_turned", "行と列を入れ替えた表"
    NOT_RULED = "not_ruled", "罫線のない表"
    FORMULA_WITHOUT_VALUE = "formula_without_value", "値のない数式"
    QUOTE_NOT_CLOSED = "quote_not_closed", "閉じていない引用符"
    NUMBER_BEYOND = "number_beyond", "桁の多すぎる数値"
    LONG_CELL = "long_cell", "長すぎるセル"
    MANY_NUMBERS = "many_numbers", "数値の多すぎるセル"
    UNREAD_NUMBER = "unread_number", "読めなかった数値"
    UNPLACED_NUMBER = "unplaced_number", "指標に結び付かない数値"
    DOUBTFUL_OUTCOME = "doubtful_outcome", "判定が確かでない評価"
    WORDS_CONTRADICT_NUMBERS = "words_contradict_numbers", "文と数値の食い違い"
    DOUBTFUL_FIGURE = "doubtful_figure", "確かでない目標・実績"
    READERS_DISAGREE = "readers_disagree", "二つの読み方の食い違い"
    DOUBTFUL_MATCH = "doubtful_match", "前の版との対応が確かでない"
    CORRECTION_MISFIT = "correction_misfit", "今の読み取りと合わない訂正"

    @property
    def casts_doubt_on(self) -> str | None:
        """What it makes doubtful: 'year' (its outcome and figures), 'outcome', or None: it tells of the source."""
        return "outcome" if self in ABOUT_OUTCOMES else "year" if self in ABOUT_BOTH else None


# Kinds of findings that cast doubt on what was read of a year; the others tell of the source (a target that was lowered).
ABOUT_OUTCOMES = frozenset({FindingKind.DOUBTFUL_OUTCOME, FindingKind.WORDS_CONTRADICT_NUMBERS, FindingKind.READERS_DISAGREE})
ABOUT_BOTH = frozenset(
    {
        FindingKind.UNREAD_NUMBER,
        FindingKind.UNREAD_VALUE,
        FindingKind.NUMBER_BEYOND,
        FindingKind.UNPLACED_NUMBER,
        FindingKind.TARGET_CONTRADICTS,
        FindingKind.SUSPECT_ALIGNMENT,
        FindingKind.FOREIGN_TEXT,
    }
)


class Item(Code):
    """What a correction puts right."""

    STATUS = "status", "状況"
    IS_CARRIED_OVER = "is_carried_over", "繰越"
    REASON = "reason", "理由"
    CELL_PLACE = "cell_place", "文の欄"
    TARGET = "target", "目標"
    RESULT = "result", "実績"
    UNIT = "unit", "単位"
    DIRECTION = "direction", "よい向き"
    INDICATOR_NAME = "indicator_name", "指標の名前"
    INDICATOR = (
        "indicator",
        "指標の追加",
        "",
        "読み取られていない指標がある。場所がその名前、訂正後が単位。目標と実績は、その名前で1年度ずつ加える。",
    )
    CONFIRMED = (
        "confirmed",
        "確認",
        "",
        "読み取ったとおりでよいと確かめた。場所が空なら状況・繰越・理由、指標の名前ならその目標と実績、欄ならその位置。",
    )
    PROMISE = (
        "promise",
        "期限のある約束",
        "",
        "約束がどうなったか（promise_state_code）。none は、期限のある約束ではない。場所は期限と約束のことば。",
    )
    FINDING = "finding", "気づきの確認", "", "気づき（場所はその種類）を見て、読み取りはそのままでよいとした。"


class ChangeKind(Code):
    """What a new edition of a plan's table changed."""

    ADDED = "added", "新しい事業", "", "前の版にはない。"
    ENDED = "ended", "なくなった事業", "", "新しい版にはない。前の版までの記載を残している。"
    RENAMED = "renamed", "名前の変更"
    MOVED = "moved", "担当課の変更"
    TARGET_CHANGED = "target_changed", "目標の変更", "", "前の版にもある年度の目標が、新しい版では違う。"
    RESULT_CHANGED = "result_changed", "過去の実績の変更", "", "前の版で報告された年度の実績が、新しい版では違う。"
    EVALUATION_REWRITTEN = (
        "evaluation_rewritten",
        "過去の評価の書き換え",
        "",
        "前の版で評価された年度の文が、新しい版では違う。",
    )
    PLAN_REWRITTEN = "plan_rewritten", "計画の書き換え", "", "前の版にもある年度の内容及び目標の文が、新しい版では違う。"
