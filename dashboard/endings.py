"""A plan cell can end what it stands for: ITボランティアの解散により事業終了 plans nothing, though the cell is not empty."""

import re
from typing import Final

# Each with words that it finds. 終了する is no ending: a plan may set out to complete its work within the year.
PHRASES: Final[dict[str, str]] = {
    r"事業(?:を|は)?(?:終了|中断|休止|廃止|中止)": "ITボランティアの解散により事業終了",
    r"(?:終了|中断|休止|廃止|中止)(?:した|となった|とした)?$": "共催相手の移転に伴い、平成29年度で終了した",
    r"(?:廃止|休止)(?:する|とする)$": "利用が少ないため廃止する",
    r"(?:実施|開催|開設)(?:は)?しない(?:こと|予定)?(?:とする|とした|である)?$": "公民館事業としては実施しない",
}
_ENDING: Final = re.compile("|".join(PHRASES))


def ends(plan: str) -> bool:
    """Say whether a plan's last sentence ends the work; what comes after an ending is planned in its place.

    >>> ends("講師の確保が困難となり事業を中断した。"), ends("広報紙は廃止した。SNSで周知する。"), ends("整備を終了する。")
    (True, False, False)
    """
    sentences = [sentence.strip() for sentence in re.split(r"[。\n]", plan) if sentence.strip()]
    return bool(sentences) and _ENDING.search(sentences[-1]) is not None
