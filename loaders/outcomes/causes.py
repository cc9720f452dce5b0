"""A cause is a noun phrase and what ties it to the failure: 台風の影響により, 台風への対応を優先し, 台風を受け, 台風のため.

The tie is what tells a cause from a topic: 台風に関する情報を提供した names a typhoon and gives no cause.
"""

import re
from dataclasses import dataclass

from loaders.model import Reason


@dataclass(frozen=True)
class Cause:
    """A kind of cause: its reason, the pattern of its words, sentences that give it, the first and last year when it can."""

    reason: Reason
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    since: int = 0
    until: int = 9999


def cause(reason: Reason, pattern: str, *examples: str, since: int = 0, until: int = 9999) -> Cause:
    """Return a row of a table of causes, with its pattern compiled."""
    return Cause(reason, re.compile(pattern), examples, since, until)


# What ties an event to what it brought about. で ties only at a pause or before what was done; を受け does, を受ける人 doesn't.
TIE = (
    r"(?:により|によって|によ[りる]|の(?:ため|為)|に伴(?:い|う|って)|を受け(?![るた])|を受けた(?:ため|こと)"
    r"|を(?:考慮|踏まえ|鑑み|優先|理由|避け|懸念)|に(?:鑑み|かんがみ|配慮|追われ|注力|専念|見舞われ|当た[りっ]|あた[りっ])"
    r"|(?:の|が|に)?影響|(?:が|に)響[きい]|が?続[きい]|が(?:発生|発令|発出|延長|適用|相次|直撃|接近|上陸|長引"
    r"|収束し[なて])|と重な[りっ]|から|で(?=、|\d[^、。]{1,3}(?:中止|延期)|中止|延期|未|実施でき|開催でき|$|\))"
    r"|の(?:せい|あおり|余波|反動|しわ寄せ|観点|発生|接近|発令|発出|被害|長期化|状況下|最中|中(?:で|、)|おそれ|恐れ|懸念|不安)|下(?:で|に|の)|ゆえ|ため)"
)

# What is said of that which wasn't there or wasn't enough.
LACKING = (
    r"(?:な(?:い|く|かった|し)|無(?:い|く|かった|し)|(?:いな|おら|いません)|得られ|集まら|集ま(?:りません"
    r"|りが悪)|少な|あがら|上がら"
    r"|見込め|伸びな|伸び悩|寄せられな|低調|低迷|皆無|薄|乏し|限られ)"
)
