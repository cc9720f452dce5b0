"""A target is reached from below or, where less is better (苦情, 待ち時間, 以下), from above."""

import re

from loaders.model import Comparator, Direction

# What a city wants less of, where the number counts it; with what follows it and makes it the city's own activity instead.
UNWANTED = {
    "苦情": "苦情件数",
    "待ち時間": "平均待ち時間",
    "待機": "待機児童数",
    "事故": "交通事故件数",
    "滞納": "滞納額",
    "未納": "未納件数",
    "排出量": "ごみ排出量",
    "使用量": "用紙使用量",
    "消費量": "電力消費量",
    "残業": "残業時間",
    "時間外": "時間外勤務時間",
    "停止時間": "システム停止時間",
    "不具合": "不具合件数",
    "障害": "障害発生件数",
    "未処理": "未処理件数",
    "所要": "所要時間",
    "未収": "市税の未収金額",
    "収入未済": "収入未済額",
    "債務残高": "市債務残高",
    "借入残高": "借入残高",
    "市債残高": "市債残高",
    "赤字": "赤字額",
    "温室効果ガス": "温室効果ガス総量",
    "廃棄物": "一般廃棄物の総量",
    "不法投棄": "不法投棄件数",
    "犯罪": "刑法犯罪認知件数",
    "火災": "建物火災件数",
    "死者": "交通死者数",
    "死亡率": "がん死亡率",
    "離職率": "離職率",
    "漏水": "漏水率",
    "不登校": "不登校児童数",
    "耕作放棄": "耕作放棄地面積",
    "誤り": "事務処理誤り件数",
    "ミス": "事務処理ミス件数",
    "エラー": "エラー件数",
}
ACTIVITY = re.compile(
    r"対応|調査|点検|訓練|研修|講座|講習|啓発|周知|相談|検討|会議|協議会|審議会|委員会|教室|公表|公開|掲載|対策|支援|削減|減少|短縮|防止|"
    r"解消|福祉|手帳|(?:障害|利用|参加|受講|登録|協力|来場|従事)者"
)
_UNWANTED = re.compile("|".join(UNWANTED))
_AIM = re.compile(r"の(?:削減|減少|縮減|短縮|防止|解消|抑制|低減|圧縮)$")
# 10件以下, 30日以内, 500トンまで削減する, 5分に短縮する; but 10%削減する is a reduction of which more is better.
_AT_MOST = re.compile(
    r"^\s*(?:程度)?\s*(?:以下|未満|以内|を?超えない|(?:まで|に)(?:に|を)?(?:削減|減ら|減少|縮減|抑制|抑え|短縮|低減|圧縮))"
)


def direction_of(label: str, tails: tuple[str, ...] = ()) -> Direction:
    """Return which way an indicator improves, from what it counts and the words that follow its targets.

    >>> direction_of("苦情件数"), direction_of("ごみの減量に関する啓発"), direction_of("ごみ排出量", ("トンまで削減する",))
    (<Direction.DOWN: 'down'>, <Direction.UP: 'up'>, <Direction.DOWN: 'down'>)
    """
    if any(_AT_MOST.search(tail) for tail in tails):
        return Direction.DOWN
    # 未収金の縮減 is measured by what is still owed; 削減量 is what was saved.
    label = _AIM.sub("", label)
    unwanted = _UNWANTED.search(label)
    return Direction.DOWN if unwanted and not ACTIVITY.search(label) else Direction.UP


def attainment(target: float | None, result: float | None, direction: Direction) -> float | None:
    """Return result / target (1.0 = 100 %), target / result where less is better; None where either is missing or 0 divides."""
    if target is None or result is None or target == 0:
        return None
    if direction is Direction.UP:
        return result / target
    return target / result if result != 0 else None


def is_met(target: float | None, result: float | None, direction: Direction, comparator: Comparator) -> bool | None:
    """Return whether the target was reached, None where either number is missing.

    以上 and a bare number ask for that many; 程度 and 約 do too, since the table gives no margin to judge them by. 以下
    and 以内 ask for no more, as a bare number does where less is better.
    """
    if target is None or result is None:
        return None
    is_upper_bound = comparator is Comparator.AT_MOST or direction is Direction.DOWN
    return result <= target if is_upper_bound else result >= target
