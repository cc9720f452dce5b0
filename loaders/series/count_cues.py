"""A cell also tells what was not done (2回は中止), what is left (残り2戸), and how many there are by now (計9施設)."""

import re

from loaders.model import Quantity
from loaders.prose.eras import ERA_COUNT, ERA_NAME, NEXT_YEAR

# Behind a number: it fell through, or went. What is told of it must follow in its own clause.
_FELL_THROUGH = (
    r"中止|取り?やめ|取り?止め|見送|見合わせ|先送|先延ば|延期|延ば[しす]|繰り?越|断念|辞退|撤退|脱退|退会|退所|閉[園館校店鎖]|休止|休講|"
    r"キャンセル|取り?消|不調|不成立|不採択|辞め|退団|解散|でき(?:な|ず|てい?な)|至(?:ら|って(?:い)?な)|間に合わ|[つ付]か(?:ず|な)|(?:て|で)(?:い)?ない|未[了着実]|解約|失効|廃業"
)
_LOST_BEHIND = re.compile(
    rf"^(?:程度|分)?(?:[(][^()]*[)])?(?:については|に関しては|について|には|では|とも|の|は|が|を|も|で)[^。、\d]{{0,24}}?(?:{_FELL_THROUGH})"
)
# 急病により2回中止した: the verb stands right behind.
_LOST_RIGHT_BEHIND = re.compile(
    r"^(?:程度|分)?\s?(?:(?:を|が)\s?)?(?:中止|取りやめ|取り止め|見送り|見合わせ|延期|休講|休止|欠航|運休|断念)(?:し|と(?:な|し)|に(?:な|し)|(?=[、。)]|$))"
)
_LEFT_OVER = re.compile(r"^(?:程度|分)?を(?:残|除)[しすい]")
_LATER = re.compile(
    rf"^(?:程度|分)?(?:については|に関しては|には|は|を)[^。、\d]{{0,12}}(?:{NEXT_YEAR}|{ERA_NAME}?{ERA_COUNT}年度|年度明け|今後)[^。、]{{0,8}}(?:に|へ|以降|中)"
)
_PUT_OFF = rf"{_FELL_THROUGH}|待っ[てた]|持ち越|{NEXT_YEAR}(?:に|へ|以降)"
_PUT_OFF_BY_COMMA = re.compile(rf"^(?:は|については)、[^。\d]{{0,40}}?(?:{_PUT_OFF})")
_CALLED_OFF_BY_COMMA = re.compile(r"^(?:程度|分)?(?:を|が)、[^。\d]{0,40}?(?:中止|取り?やめ|取り?止め|休止|休講|見送|断念)")
# Before a number: what is left, the other one, what left.
_LOST_BEFORE = re.compile(
    r"(?:残り?の?|残る|残った|不足する|不足した|不足分の?|もう|あと|中止(?:した)?|未実施(?:の|は|が)?|退会(?:者)?[はが]?|取りやめた|見送った|先送りした|取下げ[はが]?)\s*$"
)
_DONE_BEHIND = re.compile(
    r"^(?:程度|分)?(?:全て|すべて)?(?:を|の)[^。、\d]{1,12}?(?:した|し(?=[、。]|$)|し、|を?終え|完了|行った)(?!かった)"
)
_TOTAL_BEFORE = re.compile(r"(?:累計|合計|総計|通算|累積|(?<![一-龥])計|これで|合わせて)(?:で|は|が|を|:)?\s*$")
_TOTAL_WITHIN = re.compile(r"^(?:累計|合計|総計|通算|累積|計|全部で)")
_BECAME = re.compile(r"^(?:程度|分)?(?:と|に)(?:な[りっる]|達し|達す|増え|増やす|到達|する|した|し、)")
_SINCE_THE_BEGINNING = re.compile(r"累計|累積|通算")

_ASKED_FOR = re.compile(r"^(?:の|を超える)?[^。、\d]{0,14}に対し(?:て)?(?:は|、)?(?:約|延べ)?$")
# このほか電話で87件を受けた, 8回開催したほか、講演会を2回開いた: what comes on top is told apart from what was asked for.
_BESIDES = re.compile(
    r"(?:^|[。\n】])\s*(?:(?:この|その)?(?:ほか|他)(?:に|、|に?も|[一-龠ァ-ヶ])|別途|これ(?:とは別|に加え|らのほか))"
    r"|(?:[たる]|の)(?:ほか|他)(?:に|、)|とは別に"
)


def is_besides(sentence: str) -> bool:
    """Tell whether a number comes on top of those before it; `sentence` is its sentence's words up to it.

    >>> is_besides("このほか電話で"), is_besides("ほかの課で"), is_besides("8回開催したほか、講演会を")
    (True, False, True)
    """
    return _BESIDES.search(sentence) is not None


def leads_to_answer(tail: str) -> bool:
    """Tell whether a number says for how many something was asked, before how many there were: 13件の申請に対し10件を交付.

    >>> leads_to_answer("の申請に対し"), leads_to_answer("の申請があり")
    (True, False)
    """
    return _ASKED_FOR.search(tail) is not None


def is_lost(before: str, tail: str) -> bool:
    """Tell whether an evaluation's number is of what was not done or has gone; `before` and `tail` are its clause's words.

    >>> is_lost("", "は中止"), is_lost("残る", "は翌年度に回した"), is_lost("残る", "を整備した"), is_lost("講座を", "開催した")
    (True, True, False, False)
    """
    if _LOST_BEFORE.search(before):
        return _LATER.match(tail) is not None or not _DONE_BEHIND.match(tail)
    return any(
        pattern.match(tail)
        for pattern in (_LOST_BEHIND, _LOST_RIGHT_BEHIND, _LEFT_OVER, _LATER, _PUT_OFF_BY_COMMA, _CALLED_OFF_BY_COMMA)
    )


def is_total(before: str, quote: str, tail: str) -> bool:
    """Tell whether a number is said to be how many there are by now: 計17手続, これで19施設, 40手続に到達させる.

    >>> is_total("5手続を追加し、", "計17手続", "になりました"), is_total("講座を", "5回", "開催した")
    (True, False)
    """
    return any((_TOTAL_BEFORE.search(before), _TOTAL_WITHIN.match(quote), _BECAME.match(tail)))


def counts_on(quantity: Quantity) -> bool:
    """Tell whether a number says itself that it counts from the plan's beginning: 累計14箇所; not 延べ24回, nor 登録14人."""
    return _SINCE_THE_BEGINNING.search(quantity.quote) is not None


def is_running(before: str, quote: str) -> bool:
    """Tell whether a number counts from the plan's beginning, whatever stands beside it: 累計42人.

    >>> is_running("累計は", "50人"), is_running("", "計3回")
    (True, False)
    """
    return _SINCE_THE_BEGINNING.search(before[-5:] + quote) is not None
