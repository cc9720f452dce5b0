"""How a part of the plan stands is said by what is left undone of what was judged; of few the counts alone, no percentage."""

from collections.abc import Mapping
from typing import Final

from dashboard.facts.standing import FEWEST, UNDONE, Standing, worst
from dashboard.text import words

RANK_NOTE: Final = (
    f"{UNDONE}の割合（{UNDONE}の件数 / 判定した件数）の高い順です。"
    f"判定が{FEWEST}件未満のものは、1件で割合が大きく動くため、その後ろに置いています。"
)
JUDGED_NOTE: Final = "「終了」と「記載なし」は判定した件数に含めず、「判定外」として数えています。"
NOTHING_JUDGED: Final = "判定できる事業はありません"
NO_TARGET_JUDGED: Final = "判定できる数値目標はありません"
NO_EVALUATION: Final = (
    "評価が書かれた進行管理表を読み込むと、ここに件数が並びます。年度ごとの計画と目標は「数値目標」と「実施事業」で見られます。"
)


# A count of rows, among which the same matter may stand more than once.
RUNNING: Final = "延べ"


def cell_note() -> str:
    """Return what a cell of counts says: its signs, and what they are counted over."""
    signs_said = f"{words.STATUSES['unmet'].text}と{words.CARRIED_OVER.text}"
    return f"{signs_said}の件数（両方に当たる事業はどちらにも数えます） / 判定した件数です。"


def worst_text(parts: Mapping[str, Standing]) -> str:
    """Return the parts with the largest share left undone as a sentence names them; '' where nothing is.

    Small parts whose share is larger still are passed over, and that is said.

    >>> worst_text({"防災課": Standing(8, 8, 2, 0, 2), "市民課": Standing(12, 12, 3, 0, 3), "総務課": Standing(1, 1, 1, 0, 1)})
    '判定3件以上の中では市民課（12件中3件）と防災課（8件中2件）の25%'
    """
    names = worst(parts)
    if not names:
        return ""
    top = parts[names[0]]
    is_passed_over = any(
        part.judged < FEWEST <= top.judged and (part.share or 0) >= (top.share or 0) for part in parts.values()
    )
    among = f"判定{FEWEST}件以上の中では" if is_passed_over else ""
    if len(names) == 1:
        return f"{among}{names[0]}の{part_text(top)}"
    said = "と".join(f"{name}（{parts[name].judged}件中{parts[name].undone}件）" for name in names)
    return f"{among}{said}" + (f"の{words.percent_text(top.share)}" if all(parts[name].tells_share for name in names) else "")


def part_text(standing: Standing) -> str:
    """Return the undone of the judged as a sentence says it, of few without a percentage.

    >>> part_text(Standing(initiatives=8, judged=7, undone=3)), part_text(Standing(initiatives=1, judged=1, undone=1))
    ('7件中3件（43%）', '1件中1件')
    """
    if standing.share is None:
        return "判定できる事業なし"
    share = f"（{words.percent_text(standing.share)}）" if standing.tells_share else ""
    return f"{standing.judged}件中{standing.undone}件{share}"


def undone_text(standing: Standing) -> str:
    """Return how many matters were left undone, and beside them the rows where some tell the same matter.

    >>> undone_text(Standing(judged=20, undone=17)), undone_text(Standing(judged=20, undone=17, repeated=1))
    ('17件', '16件（延べ17件）')
    """
    return f"{standing.undone_matters}件" + (f"（{RUNNING}{standing.undone}件）" if standing.repeated else "")


def of_judged_text(standing: Standing) -> str:
    """Return the undone of the judged in figures, as a running count where rows tell the same matter.

    >>> of_judged_text(Standing(judged=25, undone=9)), of_judged_text(Standing(judged=25, undone=9, repeated=1))
    ('9／25件', '延べ9／25件')
    """
    return f"{running(standing)}{standing.undone}／{standing.judged}件"


def running(*standings: Standing) -> str:
    """Return what stands before a count of rows of which some tell the same matter; '' where none does."""
    return RUNNING if any(standing.repeated for standing in standings) else ""


def same_matter_note(standing: Standing) -> str:
    """Return why there is a running count beside that of matters; '' where both are the same."""
    if not standing.repeated:
        return ""
    return f"「{RUNNING}」は進行管理表の行の数です。同じ取組の行を1つに数えると、{UNDONE}は{standing.undone_matters}件です。"


def share_text(standing: Standing) -> str:
    """Return the share left undone, of few the counts: '15%', '3件中1件'."""
    return words.percent_text(standing.share) if standing.tells_share or not standing.judged else part_text(standing)


def share_heading(label: str) -> str:
    """Return the heading of the column that holds the share left undone in a year."""
    return f"{label}の{UNDONE}の割合"


def change_text(now: Standing, before: Standing) -> str:
    """Return how the number left undone changed since the year before; '－' where there is nothing to compare."""
    if not (now.judged and before.judged):
        return words.NOTHING
    return words.change_text(now.undone - before.undone)
