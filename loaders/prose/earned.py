"""What a body earns it wants more of, though its plan expects less from year to year: 給水収益 falls with the population.

Of most things a goal that falls says that less is better. Of income it says what may still be hoped for, and more is better.
"""

from collections.abc import Sequence

from loaders.patterns import Pattern

# What ends the name of something earned, each with a name.
EARNED = {
    "収益": "給水収益",
    "収入": "下水道使用料収入",
    "税収": "法人市民税の税収",
    "利益": "当年度純利益",
    "損益": "事業の純損益",
    "黒字": "単年度の黒字額",
    "売上": "直売所の売上高",
    "総人口": "市の総人口",
    "定住人口": "中山間地域の定住人口",
}
# What comes in for what goes out, in percent: above 100 there is a surplus, as hospitals and waterworks have it.
BALANCES = {"収支比率": "経常収支比率", "回収率": "経費回収率"}
# What ends the name of what something costs: its price rises with the others', and less is better all the same.
SPENT = {"原価": "給水原価", "コスト": "1人当たりの行政コスト"}
_SPENT = Pattern(rf"(?:{'|'.join(SPENT)})")
_EARNED = Pattern(rf"(?:{'|'.join(EARNED)})(?:の?(?:総額|金額|額|高|見込))?")
_BALANCE = Pattern("|".join(BALANCES))
_BRACKETS = Pattern(r"[(（][^()（）]*[)）]")
_SURPLUS = 100.0


def is_spent(name: str) -> bool:
    """Return whether an indicator's name says that it counts what something costs.

    >>> is_spent("給水原価（円／㎥）"), is_spent("原価計算の研修の参加者数")
    (True, False)
    """
    bare = _BRACKETS.sub("", name).strip()
    ends = list(_SPENT.finditer(bare))
    return bool(ends) and ends[-1].end() == len(bare)


def is_earned(name: str, goals: Sequence[float] = ()) -> bool:
    """Return whether an indicator's name says that it counts what is earned; a balance does where all its goals are a surplus.

    >>> [is_earned(name) for name in ("給水収益（税抜）", "当年度純利益", "収入未済額", "給与費対医業収益比率")]
    [True, True, False, False]
    >>> is_earned("経常収支比率", (105.5, 101.8)), is_earned("経常収支比率", (92.0, 91.5)), is_earned("経常収支比率")
    (True, False, False)
    """
    bare = _BRACKETS.sub("", name).strip()
    ends = list(_EARNED.finditer(bare))
    if ends and ends[-1].end() == len(bare):
        return True
    return bool(goals) and min(goals) >= _SURPLUS and _BALANCE.search(bare) is not None
