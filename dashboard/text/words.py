"""A word of the plan means one thing on every screen: its label, sign and meaning are the store's, its colour in `colours`."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import pandas as pd

from dashboard.database import codes
from dashboard.text import colours
from dashboard.text.colours import Tone


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


# What the store calls a section that the table does not name.
NO_SECTION: Final = "不明"


def _word(tones: Mapping[str, Tone]) -> Callable[[codes.CodeRow], Word]:
    return lambda row: Word(row.label_ja, row.symbol, tones.get(row.code, colours.GREY), row.meaning)


def _label(row: codes.CodeRow) -> str:
    return row.label_ja


STATUSES: Final = codes.Codes("status_code", _word(colours.STATUS_TONES))
TARGET_STATES: Final = codes.Codes("target_state_code", _word(colours.TARGET_TONES))
PROMISE_STATES: Final = codes.Codes("promise_state_code", _word(colours.PROMISE_TONES))
CARRIED_ENDS: Final = codes.Codes("carried_end_code", _label)
REASONS: Final = codes.Codes("reason_code", _label)
OUTSIDE_CAUSES: Final = codes.Codes("reason_code", _label, where="is_outside")
KINDS: Final = codes.Codes("kind_code", _label)
ROLES: Final = codes.Codes("role_code", _label)
COMPARATORS: Final = codes.Codes("comparator_code", _label)
DIRECTIONS: Final = codes.Codes("direction_code", _label)
SEVERITIES: Final = codes.Codes("severity_code", _label)
ITEMS: Final = codes.Codes("item_code", _label)
FINDING_KINDS: Final = codes.Codes("finding_kind_code", _label)
# What kind of carry-over a rule finds; a person's correction says none.
CARRIED_KINDS: Final = codes.Codes("rule_code", lambda row: str(row.carried_kind), where="carried_kind is not null")
NO_REASON: Final = "理由の記載なし"

CARRIED_OVER: Final = Word(
    "繰越",
    "↻",
    colours.RED,
    "その年度の取組が行われずに翌年度以降へ見送られた、または、未達のまま翌年度も同じ取組・目標を計画している。"
    "実施したうえで引き続き行うものは含まない。",
)
DOUBTFUL: Final = Word("要確認", "▨", colours.OCHRE, "読み取りか判定が確かでない。もとの文を確かめてから使う。")
LEADS: Final[dict[bool, str]] = {True: "主担当", False: "主担当以外"}
# How sure a conclusion is said to be, from this confidence on.
SURE: Final = 0.8
FAIRLY_SURE: Final = 0.6
QUOTE_LENGTH: Final = 70
GOAL: Final = "目標"
POLICY: Final = "施策"
PROGRAM: Final = "事業"
# The columns of the frames that hold the codes of the plan's parts, from the top down.
CODES: Final = {"goal_code": GOAL, "policy_code": POLICY, "program_code": PROGRAM}
JAPAN_AHEAD: Final = timedelta(hours=9)


@dataclass(frozen=True)
class Band:
    """A step of the scale of attainment: from `at_least` (1.0 = 100 %) up to the next better band."""

    code: str
    at_least: float
    word: Word

    @property
    def text(self) -> str:
        """Sign, code and word together: '● A 達成'."""
        return f"{self.word.symbol} {self.code} {self.word.label}"


BANDS: Final = codes.Codes("band_code", lambda row: Band(row.code, float(row.at_least or 0.0), _word(colours.BAND_TONES)(row)))


def bands() -> tuple[Band, ...]:
    """Return the scale in force, from the best band down; one scale for all sections, or they could not be compared."""
    return tuple(BANDS.values())


# What stands where there is nothing to say.
NOTHING: Final = "－"
NOT_JUDGED: Final = Word("判定なし", NOTHING, colours.GREY, "目標または実績の数値がない。")


def scale_note() -> str:
    """Return the scale in force as one line: 'A 達成100%以上／B 概ね達成80%以上／…'."""
    steps = bands()
    last = f"{steps[-1].code} {steps[-1].word.label}{percent_text(steps[-2].at_least)}未満"
    return "／".join([*(f"{step.code} {step.word.label}{percent_text(step.at_least)}以上" for step in steps[:-1]), last])


def band(attainment: float | None, is_met: bool | None) -> Band | None:
    """Return the band of an attainment, None where nothing can be judged.

    A target that was reached is A and one that was missed is not, whatever rounding says; a target of 0 has no ratio and is
    judged by yes or no.
    """
    if pd.isna(is_met):
        return None
    if is_met:
        return bands()[0]
    if attainment is None or pd.isna(attainment):
        return bands()[-1]
    *better, last = bands()
    return next((step for step in better[1:] if attainment >= step.at_least), last)


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
        return NOTHING
    return f"{value:,.6f}".rstrip("0").rstrip(".") + (unit or "")


def missed_by_text(result: float, target: float, unit: str | None = None) -> str:
    """Return by how much a target was missed; of a target that was missed, more is too much.

    >>> missed_by_text(13194, 15000, "件"), missed_by_text(11, 8, "件")
    ('1,806件不足', '3件超過')
    """
    return f"{number_text(abs(target - result), unit)}{'不足' if result < target else '超過'}"


def percent_text(ratio: float | None) -> str:
    """Return a ratio as a percentage without decimals; no miss becomes 100 %: 0.998 is '99%'."""
    return NOTHING if ratio is None or ratio != ratio else f"{rounded(ratio) * 100:,.0f}%"


def rounded(ratio: float, decimals: int = 0) -> float:
    """Return a ratio rounded to so many decimals of its percentage: screen, table and workbook round alike.

    Where rounding would lift it to a step of the scale that it does not reach (100 %, 80 %, 50 %), it is cut off, so that
    a figure never contradicts its band.

    >>> rounded(0.8796), rounded(0.8796, decimals=1), rounded(0.29), rounded(0.998), rounded(0.7961)
    (0.88, 0.88, 0.29, 0.99, 0.79)
    """
    scale = 100 * 10**decimals
    nearest = math.floor(ratio * scale + 0.5) / scale
    if any(ratio < step.at_least <= nearest for step in bands() if step.at_least > 0):
        return float(math.floor(ratio * scale) / scale)
    return float(nearest)


def date_text(day: date | None) -> str:
    """Return a day as an office writes it: '2026年11月24日'; '記載なし' where none is known."""
    return f"{day.year}年{day.month}月{day.day}日" if isinstance(day, date) and day == day else "記載なし"


def time_text(moment: datetime) -> str:
    """Return a moment of the store, which is UTC, in Japan's time: '2026年11月24日 12時45分'."""
    local = moment + JAPAN_AHEAD
    return f"{date_text(local)} {local.hour}時{local.minute:02d}分"


def sureness(confidence: float) -> str:
    """Return how sure a conclusion is, in words and figure.

    >>> sureness(0.95), sureness(0.6), sureness(0.4)
    ('高い（95%）', 'ふつう（60%）', '低い（40%）')
    """
    word = "高い" if confidence >= SURE else "ふつう" if confidence >= FAIRLY_SURE else "低い"
    return f"{word}（{percent_text(confidence)}）"


def section(department: str) -> str:
    """Return whose it is as lists tell it: '' where the table names no section, which the store calls 不明."""
    return "" if department == NO_SECTION else department


def of_section(what: str, department: str) -> str:
    """Return what it is with whose it is.

    >>> of_section("研修の実施", "指導課"), of_section("研修の実施", "不明")
    ('研修の実施（指導課）', '研修の実施')
    """
    return f"{what}（{department}）" if section(department) else what


def spaced(*parts: str) -> str:
    """Return what stands on one line, each apart; nothing for what is empty.

    >>> spaced("指導課", "新型コロナ"), spaced("", "新型コロナ")
    ('指導課　新型コロナ', '新型コロナ')
    """
    return "　".join(filter(None, parts))


def by_code(code: str) -> tuple[bool, int]:
    """Return what sorts parts of a plan by their numbers, wherever their rows stand; codes of other kinds follow.

    >>> sorted(["10", "2", "ア", "1"], key=by_code)
    ['1', '2', '10', 'ア']
    """
    return (not code.isdecimal(), int(code) if code.isdecimal() else 0)


def short(quote: str, length: int = QUOTE_LENGTH) -> str:
    """Return the beginning of a quotation, on one line, with an ellipsis where it was cut."""
    flat = " ".join(quote.split())
    return flat if len(flat) <= length else flat[:length] + "…"


def change_text(difference: float, unit: str = "件") -> str:
    """Return a change against the year before: '3件増', '3件減', '増減なし'."""
    if difference == 0:
        return "増減なし"
    return f"{number_text(abs(difference), unit)}{'増' if difference > 0 else '減'}"
