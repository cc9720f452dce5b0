"""Some work waits until somebody needs it or asks for it; a year in which nobody did has nothing to show and nothing amiss.

A plan says so in the mood of a condition (依頼に応じて, 該当があれば, 基準を超えたとき), an evaluation by telling that the
case did not arise: 依頼がなかった, 超えた事業所はなく. Who offers a course or calls
for bids has work to do before anybody comes.
"""

import re
from collections.abc import Sequence

from loaders.outcomes.statements import Statement
from loaders.prose.widths import narrow

# The moods in which a plan is of work that waits for somebody to ask for it, each with a plan of such work.
ON_DEMAND: tuple[tuple[str, str], ...] = (
    (r"必要(?:に応じ|な都度|が生じ)", "必要に応じて助言する。"),
    (
        r"(?:求め|要望|要請|依頼|相談|申請|申し?込み?|申出|希望|請求|状況|事案)(?:に応じ|の都度|があった)",
        "依頼に応じて講師を派遣する。",
    ),
    (
        r"都度|随時(?:対応|受け?付け)|(?:求められ|要望|相談|依頼|要請|発生し?)[^、。]{0,6}(?:場合|際|とき)",
        "要請があった場合に支援する。",
    ),
    (r"(?:が|の)?あれば", "該当があれば公売にかける。"),
    (r"(?<![っ])[ただる](?:とき|場合|際)(?:に|は|の|[)）\s]|$)", "基準を超えたときに立入検査を行う。"),
    (r"(?:があり|があった|の(?:届出|申出|発生))次第", "申出があり次第、職員を向かわせる。"),
)
_ON_DEMAND = re.compile("|".join(pattern for pattern, _ in ON_DEMAND))

_NONE = (
    r"(?:[^、。はがも]{0,6})?(?:な(?:い|く|かった|し)|無(?:い|く|かった|し)|お(?:らず|りません)|い(?:な(?:い|く|かった)|ません)|"
    r"(?:出|寄せられ|生じ|起き|見られ|届い|来|見つかっ|発生し|あがっ|確認され)てい?な(?:い|く|かった)|見つから(?:ず|な)|出(?:ず|な(?:い|く|かった))|寄せられ(?:ず|な)|生じ(?:ず|な)|発生(?:せず|しな)|起き(?:ず|な)|見られ(?:ず|な)|届か(?:ず|な)|来(?:ず|な)"
    r"|ゼロ|皆無)"
)
# What somebody has to need or to ask for before there is anything to do, and that there was none of it.
_NEED = (
    r"(?:希望|要望|要請|依頼|申請|申し?出|案件|事案|事例|該当|対象|故障|相談|照会|請求|通報)(?:する|のある|のあった|とな[るった]+|した)?"
    r"(?:者|人|方|等|など|自体|件数|世帯|団体|施設|住民|校|園|店)*"
)
_NOT_NEEDED = re.compile(
    rf"{_NEED}(?:の?発生)?[がはも]?(?:特に|特段|全く|1件も|一件も)?(?:な(?:い|く|かった|し)|無(?:い|く|かった|し)|おらず|い(?:な(?:い|く|かった)|ません)|ゼロ|皆無)"
    r"|対応(?:する)?(?:すること|こと|もの)[はがも](?:な(?:い|かった)|無(?:い|かった))"
)
# Of work that waits for its case, any thing or body may be what did not come: 超えた事業所はなく, 申立てが要る人は出なかった.
_NONE_CAME = re.compile(rf"[一-鿿ァ-ヶ](?:[^、。はがも]{{0,3}})?[はがも]{_NONE}")
_OFFERED = re.compile(
    r"公募|募集|入札|公告|誘致|採用|講座|教室|研修|催し|イベント|説明会|大会|普及|促進|推進|増[やす加]|拡[大充]|[1-9]\d*(?:件|人|回|校|団体)"
)
_COUNTED = re.compile(r"[1-9]\d*(?:件|人|回|校|団体|か所|箇所)(?!以上に?なった)")


def is_on_demand(plan: str) -> bool:
    """Say whether a plan is of work that waits for somebody to ask for it: 必要に応じて助言する."""
    return _ON_DEMAND.search(narrow(plan)) is not None


def unneeded(plan: str, statements: Sequence[Statement], failures: Sequence[Statement]) -> Statement | None:
    """Return the statement by which nobody needed the planned work that year, None where it was to be done all the same.

    `failures` are those of the statements that tell of what was left undone; each has to tell that nobody needed it.
    """
    waits = is_on_demand(plan)
    if (_COUNTED if waits else _OFFERED).search(narrow(plan)):
        return None
    none = _NONE_CAME if waits else _NOT_NEEDED
    told = [s for s in statements if none.search(narrow(s.sentence.text)) or _NOT_NEEDED.search(narrow(s.sentence.text))]
    return told[0] if told and all(s in told for s in failures) else None
