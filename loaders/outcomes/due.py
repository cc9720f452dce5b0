"""A year before the work begins, or between its turns, has nothing to evaluate: R3からの新規取組のため、実績なし, 隔年実施.

Work that was due and was put off to a later year is another matter: 令和3年度に実施予定 says nothing of this kind.
"""

import re

from loaders.prose.eras import ANY_ERA_YEAR, NEXT_YEAR, OWN_YEAR, WESTERN_YEAR, find_fiscal_year
from loaders.prose.widths import narrow

# Words by which the year is none of the work's years, each with an evaluation that says so.
NOT_DUE_WORDS: tuple[tuple[str, str], ...] = (
    (r"(?<!\d)(?:\d+|数|[二三四五])年に(?:1|一)(?:度|回)の", "3年に1度の調査のため、本年度は実施なし"),
    (r"(?<!\d)(?:\d+|数|[二三四五])年(?:ごと|おき|毎)に", "5年ごとに行う調査であり、今年度は実施していない。"),
    (
        r"(?:評価|実施)の?対象と?(?:なる)?[^、。]{0,8}(?:は|が)(?:な[いし])",
        "施行に備える年であり、評価の対象となる取組はない。",
    ),
    (
        rf"{OWN_YEAR}(?:は|の)(?:計画|予定|実施予定|取組予定)(?:は|が)?(?:な[いし]|ありません)",
        "当年度は計画なし。",
    ),
    (r"計画期間(?:内|中)の[^、。]{0,6}予定はな", "本計画期間内の実施予定はない。"),
    (r"計画期間の?(?:後半|後期|最終年度)に(?:着手|実施|開始|整備)", "計画期間の後半に着手する予定のため、実績なし。"),
    (r"評価(?:する|すべき|の対象となる)(?:取組|実績|事業|内容)(?:は|が)な", "準備期間であり、本年度に評価する取組はない。"),
    (
        r"(?:策定|改定|改訂|開催|実施|調査|更新|見直し|選挙|改選)(?:の)?年度?(?:に|には)(?:当たら|あたら|該当し)な",
        "計画の策定年度に当たらないため、実施していない。",
    ),
    (r"^(?:評価)?対象外。?$", "対象外"),
    (r"隔年", "隔年実施のため、今年度は実施していない。"),
    (r"(?:実施|対象|開催|調査|該当)(?:の)?年度?(?:外|では?な)", "調査の年度ではない。"),
    (rf"{OWN_YEAR}は(?:評価|実施|調査)?の?対象(?:外|では?な|とならな)", "本年度は対象外"),
    (r"(?:評価|進行管理|進捗管理)の?対象(?:外|では?な)", "令和3年度から実施予定のため、評価対象外"),
    (r"(?:事業|取組|運用|供用|制度|サービス|計画期間)の?開始前(?:の(?:ため|事業)|であ|につき|$)", "事業開始前のため評価なし"),
    (r"計画期間(?:の開始)?前(?:の|であ|$)", "計画期間前のため評価なし"),
    (r"^評価(?:は)?なし。?$", "評価なし"),
)

# A note ends with the words that tell it, but for である, です and the like.
_TRAILING_SIGNS = 4
_YEAR = rf"(?:{ANY_ERA_YEAR}|{WESTERN_YEAR}年度|{NEXT_YEAR})"
# Words by which the work begins with a year that they name, each with an evaluation that says so.
BEGINS_WORDS: tuple[tuple[str, str], ...] = (
    (
        rf"{_YEAR}(?:当初)?(?:から|より)(?:の|新たに)?(?:新規|開始|実施|運用|事業|供用|スタート|取り?組|計画|設置|開設|発足|追加)(?:(?!予定)[^、。])*?(?:ため|為)",
        "令和元年度から開始のため",
    ),
    (
        rf"{_YEAR}(?:から|より)?の?(?:新規|新設|(?:新規|開始)の?(?:取組|取り組み|事業|追加|項目))(?:である|です)?(?:のため|。|$)",
        "次年度からの新規事業",
    ),
    (
        rf"{_YEAR}(?:から|より|に)(?:新たに)?(?:始め|始ま|開始す|着手す|実施す|取り?組|行)[るむう](?:事業|取組|もの|計画|講座|制度|予定の事業)(?:で|の|と|。|$)",
        "令和元年度から始める事業であり、本年度は動きがない。",
    ),
    (rf"次(?:回(?:の)?[^、。]{{0,6}})?は、?{_YEAR}", "次回の調査は令和3年度のため。"),
)

# Plans that tell no more than that the work begins, or comes round again, in a year that they name, each with such a plan.
# The same words in a longer plan are of something else: 令和元年度より追加した窓口で相談を実施する.
NOT_YET_WORDS: tuple[tuple[str, str], ...] = (
    (
        r"計画(?:策定|作成)?(?:時|当初)?には?、?[^。]*(?:計画|予定|想定)していなかった[^。]*(?:追加|記載|新規|予定)",
        "計画策定時には、計画していなかったが、令和元年度に多言語翻訳機を設置予定のため追加。",
    ),
    (
        r"[^。]*年度に?の?(?:発足|新設|設置|開設|開始)のため[^。]*年度(?:より|から)(?:記載|追加|実施|開始|計上|掲載)",
        "平成30年度発足のため平成30年度より記載。",
    ),
    (rf"{_YEAR}(?:より|から)の?(?:記載|追加|新規|計上)(?:(?:取組|事業|項目)|する|した|予定)?(?:のため)?", "平成30年度より追加"),
    (
        rf"(?:[^。]*(?:ため|済み?)、?)?次(?:の|回の?)(?:開催|実施|策定|改定|調査|改選)は、?{_YEAR}(?:に?(?:の?予定|行う|実施する)|である|です)?",
        "計画策定済みのため、次の開催は令和2年度。",
    ),
)
# Words by which the figures of the year are not known yet, each with an evaluation that says so; numbers in brackets behind
# them are no results.
NOT_KNOWN_YET_WORDS: tuple[tuple[str, str], ...] = (
    (r"(?:集計|精査|算定|確認|取り?まとめ|照合|推計|審査)中", "集計中（9月確定）"),
    (r"(?:公表|確定|発表|集計|報告)(?:前|待ち)", "国の公表前"),
    (r"速報(?:値)?(?:の公表)?待ち", "速報待ち"),
    (r"未(?:確定|公表|集計|算定)", "未確定（3か月の経過を見たうえで算定する）"),
    (
        r"(?:数値|実績|結果|数字)は(?:後日|追って|次回)[^、。]{0,6}(?:入れる|示す|記載する|公表する|報告する)",
        "数値は後日入れる。",
    ),
    (r"(?:集計|調査|数値|結果)[^、。]{0,6}次第[^、。]{0,4}(?:公表|報告|掲載|記載)する", "集計がまとまり次第公表する。"),
    (r"中につき[^、。]{0,6}(?:掲載|公表|記載)", "決算整理中につき次回掲載"),
    (r"(?:算出|集計)(?:せず|していない|できず|不能)", "算出せず（システムの入替え中）"),
    (
        r"(?:確定|公表|判明|集計|算定)(?:して|されて|でき)(?:い)?な(?:い|く)",
        "都の調査の公表を待って算定するため、本書の作成時点では確定していない。",
    ),
)
_NOT_DUE = re.compile("|".join(pattern for pattern, _ in NOT_DUE_WORDS))
_NOT_KNOWN_YET = re.compile("|".join(pattern for pattern, _ in NOT_KNOWN_YET_WORDS))
_MERE_NOTE = re.compile(r"\([^()]*\)|[\s。・、*※ー\-－―]")
_BEGINS = re.compile("|".join(pattern for pattern, _ in BEGINS_WORDS))
_NOT_YET = re.compile(rf"(?:{'|'.join(pattern for pattern, _ in NOT_YET_WORDS)})[\s。]*")


def is_not_due(evaluation: str, year: int) -> bool:
    """Say whether an evaluation of `year` tells that nothing was to be done in it.

    >>> is_not_due("令和元年度から開始のため", 2018), is_not_due("令和元年度から開始のため", 2020)
    (True, False)
    """
    words = narrow(evaluation)
    begins = _BEGINS.search(words)
    first = find_fiscal_year(begins[0]) or year + 1 if begins else year
    return _NOT_DUE.search(words) is not None or first > year


def is_not_known_yet(sentence: str) -> bool:
    """Say whether a sentence tells no more than that the year's figures are not known yet.

    >>> [is_not_known_yet(told) for told in ("集計中（9月確定）", "集計中のデータを整理し、公表した。", "速報待ち")]
    [True, False, True]
    """
    words = _MERE_NOTE.sub("", narrow(sentence))
    match = _NOT_KNOWN_YET.search(words)
    return match is not None and match.end() >= len(words) - _TRAILING_SIGNS


def is_not_yet(plan: str, year: int) -> bool:
    """Say whether the plan of `year` is but a note that the work begins in a later year, which it names.

    >>> is_not_yet("平成30年度より追加", 2017), is_not_yet("平成30年度より追加", 2018)
    (True, False)
    """
    words = narrow(plan).strip()
    named = find_fiscal_year(words)
    return named is not None and named > year and _NOT_YET.fullmatch(words) is not None
