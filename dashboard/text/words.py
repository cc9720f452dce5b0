"""A word of the plan means one thing on every screen: its label, sign, colour and definition stand here once.

Colours start from the light palette (navy, light blue, ochre, red, grey: no red/amber/green, apart for colour-blind
eyes). Navy #0017C1 is 1.8:1 on a dark ground, so every word has a second, lighter tone; each tone is at least 3:1 on
its theme's grounds, which a test checks.
"""

import math
import os
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import pandas as pd


@dataclass(frozen=True)
class Tone:
    """A colour in the light and in the dark theme."""

    light: str
    dark: str


@dataclass(frozen=True)
class Word:
    """How a value of the store is said on screen: never by colour alone."""

    label: str
    symbol: str
    tone: Tone
    meaning: str

    @property
    def text(self) -> str:
        """Sign and word together, as tables and lists show it: '● 達成'."""
        return f"{self.symbol} {self.label}"


NAVY: Final = Tone("#0017C1", "#7096F8")
SKY: Final = Tone("#0877D7", "#57B8FF")
OCHRE: Final = Tone("#927200", "#D2A400")
RED: Final = Tone("#A90000", "#FF7171")
SLATE: Final = Tone("#626264", "#B4B4B7")
GREY: Final = Tone("#767676", "#949497")
GRID: Final = Tone("#E6E6E6", "#3A3C42")
GROUND: Final = Tone("#F8F8FB", "#16171B")
INK: Final = Tone("#000000", "#F1F1F4")

STATUSES: Final[dict[str, Word]] = {
    "met": Word("達成", "●", NAVY, "その年度に数値目標があり、すべて達成した。"),
    "unmet": Word(
        "未達",
        "✕",
        RED,
        "数値目標に届かなかった、または、予定した取組の未実施・中止・延期・遅れ・不足が書かれている。",
    ),
    "implemented": Word(
        "実施", "○", SKY, "予定した取組を行った。数値目標がないもののほか、目標があっても実績の数値が書かれていないものを含む。"
    ),
    "under_study": Word(
        "検討中",
        "△",
        OCHRE,
        "検討・調査・調整にとどまる。数値目標がないもののほか、目標があっても実績の数値が書かれていないものを含む。",
    ),
    "closed": Word("終了", "■", SLATE, "完了、統合、移管、または実施しないと決めた。"),
    "not_reported": Word("記載なし", "－", GREY, "評価が書かれていない、または、その年度に評価する取組がない。"),
}

CARRIED_OVER: Final = Word(
    "繰越",
    "↻",
    RED,
    "その年度の取組が行われずに翌年度以降へ見送られた、または、未達のまま翌年度も同じ取組・目標を計画している。"
    "実施したうえで引き続き行うものは含まない。",
)
PUT_OFF: Final = "見送り"
STILL_UNMET: Final = "未達のまま継続"
# Which of the two a year is, by the rule that found it carried over; a person's correction says neither.
CARRIED_KINDS: Final[dict[str, str]] = {
    "words_put_off": PUT_OFF,
    "prepared_for_later_year": PUT_OFF,
    "same_target_again": STILL_UNMET,
    "planned_again": STILL_UNMET,
    "announced_for_later_year": PUT_OFF,
    "taken_up_again": PUT_OFF,
    "same_object_again": STILL_UNMET,
    "same_goal_again": STILL_UNMET,
    "promised_again": STILL_UNMET,
}

REASONS: Final[dict[str, str]] = {
    "covid": "新型コロナ",
    "disaster": "災害",
    "cost": "費用・予算",
    "no_demand": "需要・申込なし",
    "schedule": "日程・時間",
    "technical": "技術・システム",
    "organisation": "組織・体制",
    "dependency": "他の事業・団体待ち",
    "other": "その他",
}
OUTSIDE_CAUSES: Final = ("covid", "disaster")
NO_REASON: Final = "理由の記載なし"

KINDS: Final[dict[str, str]] = {"baseline_goal": "現状及び事業目標", "plan": "内容及び目標", "result": "評価"}
ROLES: Final[dict[str, str]] = {
    "baseline": "現状",
    "final_goal": "計画の最終目標",
    "target": "年度の目標",
    "result": "実績",
    "change": "増減",
}
COMPARATORS: Final[dict[str, str]] = {"eq": "", "ge": "以上", "approx": "程度", "le": "以下"}
DIRECTIONS: Final[dict[str, str]] = {"up": "多いほどよい", "down": "少ないほどよい"}
SEVERITIES: Final[dict[str, str]] = {"info": "お知らせ", "warning": "要確認", "error": "誤りの疑い"}
FINDING_KINDS: Final[dict[str, str]] = {
    "suspect_alignment": "見出しとのずれの疑い",
    "moved_cell": "見出しの違うセルを移した",
    "split_cell": "つながったセルを分けた",
    "foreign_text": "ほかの行の文",
    "heading_damaged": "見出しの破損",
    "heading_guessed": "見出しの推定",
    "missing_evaluation": "評価の欠落",
    "copied_evaluation": "前年度と同じ評価の文",
    "copied_plan_as_result": "計画と同じ評価の文",
    "target_revised": "見直された目標",
    "target_lowered": "下げられた目標",
    "target_contradicts": "計画と評価で目標の値が違う",
    "frozen_target": "変わらない目標",
    "always_exceeded": "毎年上回る目標",
    "sum_mismatch": "合計・増減が合わない",
    "cumulative_falls": "累計が減っている",
    "code_repaired": "事業番号の補正",
    "code_doubtful": "事業番号の疑い",
    "misspelt_name": "名称の文字化け",
    "numbers_apart": "番号の飛び",
    "merged_above": "結合されたセル",
    "numbers_begin_anew": "節ごとの番号",
    "department_missing": "担当課の記載なし",
    "short_row": "列の不足",
    "unread_line": "読めなかった行",
    "unread_column": "読めなかった列",
    "unread_number": "読めなかった数値",
    "number_beyond": "桁の多すぎる数値",
    "long_cell": "長すぎるセル",
    "many_numbers": "数値の多すぎるセル",
    "unplaced_number": "指標に結び付かない数値",
    "doubtful_outcome": "判定が確かでない評価",
    "words_contradict_numbers": "文と数値の食い違い",
}
JAPAN_AHEAD: Final = timedelta(hours=9)
LEADS: Final[dict[bool, str]] = {True: "主担当", False: "主担当以外"}


@dataclass(frozen=True)
class Band:
    """A step of the scale of attainment: from `at_least` (1.0 = 100 %) up to the next better band."""

    code: str
    at_least: float
    word: Word


# One scale for all sections and all visitors, or their bands could not be compared: a setting of the installation.
CUTS_SETTING: Final = "PLAN_BAND_CUTS"
USUAL_CUTS: Final = "80,50"


def cuts(setting: str) -> tuple[int, int]:
    """Return the lower ends of B and C in percent from a setting such as '80,50'; raise ValueError where it is no scale.

    >>> cuts("90,70")
    (90, 70)
    """
    try:
        upper, lower = (int(part) for part in setting.split(","))
    except ValueError:
        upper, lower = 0, 0
    if not 100 > upper > lower > 0:
        raise ValueError(
            f"{CUTS_SETTING}={setting}: 区分の区切りは「80,50」のように、100より小さい順に2つの整数で書いてください。"
        )
    return upper, lower


def bands(upper: int, lower: int) -> tuple[Band, ...]:
    """Return the scale from A to D whose B begins at `upper` and whose C begins at `lower` percent."""
    return (
        Band("A", 1.0, Word("達成", "●", NAVY, "達成率100%以上")),
        Band("B", upper / 100, Word("概ね達成", "◐", Tone("#008BF2", "#57B8FF"), f"達成率{upper}%以上100%未満")),
        Band("C", lower / 100, Word("一部達成", "▲", Tone("#A58000", "#D2A400"), f"達成率{lower}%以上{upper}%未満")),
        Band("D", 0.0, Word("未達成", "✕", RED, f"達成率{lower}%未満")),
    )


_UPPER, _LOWER = cuts(os.environ.get(CUTS_SETTING, USUAL_CUTS))
BANDS: Final[tuple[Band, ...]] = bands(_UPPER, _LOWER)
NOT_JUDGED: Final = Word("判定なし", "－", GREY, "目標または実績の数値がない。")
SCALE_NOTE: Final = f"A 達成100%以上／B 概ね達成{_UPPER}%以上／C 一部達成{_LOWER}%以上／D 未達成{_LOWER}%未満"


def band(attainment: float | None, is_met: bool | None) -> Band | None:
    """Return the band of an attainment, None where nothing can be judged.

    A target that was reached is A and one that was missed is not, whatever rounding says; a target of 0 has no ratio and is
    judged by yes or no.
    """
    if pd.isna(is_met):
        return None
    if is_met:
        return BANDS[0]
    if attainment is None or pd.isna(attainment):
        return BANDS[-1]
    return next(step for step in BANDS[1:] if attainment >= step.at_least or step is BANDS[-1])


def status_text(status: str, is_carried_over: bool = False, carried_rule: str = "") -> str:
    """Return a status as sign and word, with the sign of carrying over on top: '✕ 未達 ↻ 繰越（見送り）'."""
    word = STATUSES[status].text
    return f"{word} {carried_text(carried_rule)}" if is_carried_over else word


def carried_text(rule: str) -> str:
    """Return the sign of carrying over with its kind, by the rule that found it.

    >>> carried_text("words_put_off"), carried_text("correction")
    ('↻ 繰越（見送り）', '↻ 繰越')
    """
    kind = CARRIED_KINDS.get(rule)
    return f"{CARRIED_OVER.text}（{kind}）" if kind else CARRIED_OVER.text


def finding_kind_text(kind: str) -> str:
    """Return what kind of finding this is, in words; a kind that has none yet is shown by its name."""
    return FINDING_KINDS.get(kind, kind)


def place_text(kind: str, label: str | None) -> str:
    """Return where a cell stands as the table's headings say it: 'H30 評価'; the first has no year: '現状及び事業目標'."""
    return f"{label} {KINDS[kind]}" if label else KINDS[kind]


def reason_text(reason: str | None) -> str:
    """Return a reason's label; where the text gives none, say so rather than leave a blank."""
    return REASONS.get(reason or "", NO_REASON)


def number_text(value: float | None, unit: str | None = None) -> str:
    """Return a number as an office writes it, with the decimals that it has; '－' where there is none.

    >>> number_text(10249.0, "人"), number_text(1234.5, "百万円"), number_text(None, "回")
    ('10,249人', '1,234.5百万円', '－')
    """
    if value is None or value != value:
        return "－"
    return f"{value:,.6f}".rstrip("0").rstrip(".") + (unit or "")


def missed_by_text(result: float, target: float, unit: str | None = None) -> str:
    """Return by how much a target was missed; of a target that was missed, more is too much.

    >>> missed_by_text(13194, 15000, "件"), missed_by_text(11, 8, "件")
    ('1,806件不足', '3件超過')
    """
    return f"{number_text(abs(target - result), unit)}{'不足' if result < target else '超過'}"


def percent_text(ratio: float | None) -> str:
    """Return a ratio as a percentage without decimals; no miss becomes 100 %: 0.998 is '99%'."""
    return "－" if ratio is None or ratio != ratio else f"{rounded(ratio) * 100:,.0f}%"


def rounded(ratio: float, decimals: int = 0) -> float:
    """Return a ratio rounded to so many decimals of its percentage: screen, table and workbook round alike.

    Where rounding would lift it to a step of the scale that it does not reach (100 %, 80 %, 50 %), it is cut off, so that
    a figure never contradicts its band.

    >>> rounded(0.8796), rounded(0.8796, decimals=1), rounded(0.29), rounded(0.998), rounded(0.7961)
    (0.88, 0.88, 0.29, 0.99, 0.79)
    """
    scale = 100 * 10**decimals
    nearest = math.floor(ratio * scale + 0.5) / scale
    if any(ratio < step.at_least <= nearest for step in BANDS if step.at_least > 0):
        return float(math.floor(ratio * scale) / scale)
    return float(nearest)


def date_text(day: date | None) -> str:
    """Return a day as an office writes it: '2026年11月24日'; '記載なし' where none is known."""
    return f"{day.year}年{day.month}月{day.day}日" if isinstance(day, date) and day == day else "記載なし"


def time_text(moment: datetime) -> str:
    """Return a moment of the store, which is UTC, in Japan's time: '2026年11月24日 12時45分'."""
    local = moment + JAPAN_AHEAD
    return f"{date_text(local)} {local.hour}時{local.minute:02d}分"


def change_text(difference: float, unit: str = "件") -> str:
    """Return a change against the year before: '3件増', '3件減', '増減なし'."""
    if difference == 0:
        return "増減なし"
    return f"{number_text(abs(difference), unit)}{'増' if difference > 0 else '減'}"
