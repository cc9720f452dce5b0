"""What stands in a cell is not always a bare number: look-alikes of years, losses, brackets, two values, words."""

from tests.intake.cells import LEFT, UP, Drawn, Item, Row, Sheet, across, between, blank, items, layout, right
from tests.intake.layouts.bodies import NOTES

LIKE_YEARS = items(
    """
    1|返礼品|返礼品の登録品目数|品目|産業課|1480|1600 1710 2000 1950 2050 2023|2099
    2|体験の旅|体験型の旅の参加者|人|観光課|1900|1950 1938 1980 2001 2010 2022|2060
    3|農地の集積|集積した農地の面積|ha|農林課|1990|2000 1996 2020 2024 2030 2019|2050
    4|名産の認証|認証を受けた品数|品|産業課|48|52 51 55 57 58 60|70
    5|販路の開拓|商談会の来場者数|人|商工課|1930|1960 2015 1990 1989 2000 2000|2090
    6|移住の相談|移住相談に応じた件数|件|移住推進室|1910|1920 1944 1970 1966 2005 1999|2040
    """,
    first=2021,
)
LIKE_YEARS_DIRTY = items(
    """
    1|返礼品|返礼品の登録品目数|品目|産業課|1,480=1480|1600 1710 ２０００=2000 1950 2050 2023※=2023|2099
    2|体験の旅|体験型の旅の参加者|人|観光課|1900人=1900|1950 1938人=1938 1980 2001 2010 2022|2060
    3|農地の集積|集積した農地の面積|ha|農林課|1990|2000 1996 2020 2024 2030 2019|2050以上=2050
    4|名産の認証|認証を受けた品数|品|産業課|48|52 51 55 57 58 －=-|70
    5|販路の開拓|商談会の来場者数|人|商工課|1930|1960 2015⏎（うち市外980）=2015 1990 1989 2000 2000|2090
    6|移住の相談|移住相談に応じた件数|件|移住推進室|1910|1920 1944 1970 1966 2005 1999|2040
    """,
    first=2021,
)
LOSSES = items(
    """
    1|学力|全国平均との差|ポイント|指導課|-4.2|-3.0 -3.5 -2.0 -2.1|0
    2|収支|単年度収支|千円|財政課|-2300|-1500 -1200 0 350|500
    3|人口|転入と転出の差|人|企画課|-310|-250 -264 -200 -188|0
    4|観光|宿泊者数の前年との差|人|観光課|-1200|0 -45 500 612|1000
    5|病院|病院事業の経常損益|百万円|病院総務課|-86|-70 -74 -50 -41|0
    6|公営住宅|使用料の過年度差|千円|住宅課|-95|-80 -77 -60 -63|0
    """,
    first=2022,
)
LOSSES_DIRTY = items(
    """
    1|学力|全国平均との差|ポイント|指導課|▲4.2=-4.2|▲3.0=-3.0 ▲3.5=-3.5 ▲2.0=-2.0 ▲2.1=-2.1|±0=0
    2|収支|単年度収支|千円|財政課|▲2,300=-2300|▲1,500=-1500 ▲1,200=-1200 0 350|500
    3|人口|転入と転出の差|人|企画課|△310=-310|△250=-250 △264=-264 △200=-200 △188=-188|0
    4|観光|宿泊者数の前年との差|人|観光課|▲１，２００=-1200|０=0 ▲４５=-45 ５００=500 ６１２=612|１，０００=1000
    5|病院|病院事業の経常損益|百万円|病院総務課|△86=-86|△70=-70 △74=-74 △50=-50 集計中=-|0
    6|公営住宅|使用料の過年度差|千円|住宅課|−95=-95|−80=-80 −77=-77 −60=-60 −63=-63|0
    """,
    first=2022,
)
MEASURED = items(
    """
    1|健診|特定健診の受診率|％|保健課|(2015)␣47.3=47.3|(2017)␣54.0以上=54.0 (2017)␣52.7=52.7|(2023)␣60.0以上=60.0
    2|養成|支援員の養成者数|人|福祉課|(2016)␣180,200=180200|(2018)␣200,000=200000 (2018)␣212,585=212585|(2023)␣250,000=250000
    3|雇用|障害者の雇用率|％|労働課|(2016)␣1.92=1.92|(2018)␣2.20=2.20 (2018)␣2.05=2.05|(2023)␣2.30=2.30
    4|住まい|高齢者向け住宅の割合|％|住宅課|(2013)␣2.1=2.1|(2018)␣3.2=3.2 (2018)␣2.6=2.6|(2023)␣4.0=4.0
    5|家庭|家事に充てる時間|分|企画課|(2011)␣67=67|(2016)␣90=90 (2016)␣83=83|(2021)␣150=150
    6|交流|宿泊した外国人の数|千人|観光課|(2015)␣412=412|(2018)␣700=700 (2018)␣744=744|(2023)␣1,000=1000
    """,
    first=2019,
)
MEASURED_DIRTY = items(
    """
    1|健診|特定健診の受診率|％|保健課|(2015)␣47.3=47.3|(2017)⏎54.0以上=54.0 (2017)⏎52.7※=52.7|(2023)␣60.0以上=60.0
    2|養成|支援員の養成者数|人|福祉課|(2016)␣180,200=180200|（2018）200,000=200000 \
        （2018）２１２，５８５=212585|（2023）250,000=250000
    3|雇用|障害者の雇用率|％|労働課|(H28)␣1.92=1.92|(H30)␣2.20=2.20 (H30)␣2.05=2.05|(R5)␣2.30=2.30
    4|住まい|高齢者向け住宅の割合|％|住宅課|(2013)␣2.1=2.1|(2018)␣3.2=3.2 (2018)␣2.6=2.6|(2023)␣4.0=4.0
    5|家庭|家事に充てる時間|分|企画課|(2011)␣67分=67|(2016)␣90分=90 (2016)␣83分=83|(2021)␣150分=150
    6|交流|宿泊した外国人の数|千人|観光課|(2015)␣412=412|(2018)␣700=700 －=-|(2023)␣1,000=1000
    """,
    first=2019,
)
BRACKETS = items(
    """
    1|保育|保育所の整備数|箇所|保育課|-|29（4）=29 28（3）=28 31（2）=31 31（3）=31|-
    2|住宅|市営住宅の改修戸数|戸|住宅課|-|120（12）=120 116（8）=116 124（12）=124 125（12）=125|-
    3|避難|避難所の電源整備|箇所|防災課|-|18（6）=18 18（5）=18 23(8)=23 22(7)=22|-
    4|職員|研修の受講者数|人|人事課|-|240（うち管理職40）=240 251（うち管理職38）=251 \
        250（うち管理職45）=250 246（うち管理職47）=246|-
    5|林道|開設した林道の延長|ｍ|農林課|-|1,500（累計4,200）=1500 1,480（累計4,180）=1480 \
        1,500（累計5,680）=1500 1,510（累計5,690）=1510|-
    6|医療|休日当番医の数|箇所|医療課|-|12 12 12 13|-
    """,
    first=2022,
)
WAITING = items(
    """
    1|健診|若者健診の受診率|％|保健課|-|50.0 精査中（12月公表）=- 52.0 51.3|-
    2|調査|暮らしの満足度|％|広報課|-|70.0 隔年のため調査せず（次はR6）=- 72.0 73.0|-
    3|学力|授業の分かる児童の割合|％|指導課|-|80.0 未公表=- 82.0 81.4|-
    4|交通|交通空白地の解消数|地区|交通課|-|3 4 5 確認中=-|-
    5|介護|介護職員の離職率|％|長寿課|-|14.0 集計中（国の調査待ち）=- 13.5 13.1|-|↓
    6|産業|製造品の出荷額|億円|商工課|-|1850 令和6年12月頃公表予定=- 1900 1912|-
    7|農業|認定農業者の数|経営体|農政課|-|210 208 212 －=-|-
    """,
    first=2023,
)
WAITING_DIRTY = items(
    """
    1|健診|若者健診の受診率|％|保健課|-|50.0％=50.0 精査中⏎（12月公表）=- 52.0％=52.0 51.3％=51.3|-
    2|調査|暮らしの満足度|％|広報課|-|70.0 隔年のため調査せず⏎（次はR6）=- 72.0 73.0|-
    3|学力|授業の分かる児童の割合|％|指導課|-|80.0 ※R6.8月公表=- 82.0 ８１．４=81.4|-
    4|交通|交通空白地の解消数|地区|交通課|-|3 4 5 R7.3月末確定=-|-
    5|介護|介護職員の離職率|％|長寿課|-|14.0 調査中=- 13.5 13.1|-|↓
    6|産業|製造品の出荷額|億円|商工課|-|1,850=1850 把握できず（R4は1,790億円）=- 1,900=1900 1,912=1912|-
    7|農業|認定農業者の数|経営体|農政課|-|210 208 212 ‐=-|-
    """,
    first=2023,
)
DASHES = items(
    """
    1|窓口|休日窓口を開いた日数|日|市民課|-|24 24 24 0|-
    2|苦情|重大な苦情の件数|件|広聴課|-|0 0 0 0|-
    3|広報|特集号を出した回数|回|広報課|-|2 －=- 2 2|-
    4|統計|調査員の研修回数|回|統計課|-|ー=- ー=- 1 1|-
    5|選挙|啓発を行った学校数|校|選管事務局|-|4 ‐=- 4 5|-
    6|監査|監査した団体の数|団体|監査事務局|-|6 6 –=- –=-|-
    7|議会|議会報告会の参加者|人|議会事務局|-|120 0 120 131|-
    8|契約|電子入札の割合|％|契約課|-|90.0 91.2 - -|-
    """,
    first=2022,
)
TWO = [
    ("1", "学力の定着", "国語の正答率", "％", "指導課", "小 65.0 中 48.0", "小 63.6 中 48.8", [(65.0, 63.6), (48.0, 48.8)]),
    ("2", "家事の分担", "家事に充てる時間", "分", "企画課", "夫 60分 妻 240分", "夫 50分 妻 267分", [(60, 50), (240, 267)]),
    (
        "3",
        "読書の習慣",
        "読書が好きな子の割合",
        "％",
        "図書館",
        "小５ 74.0／中２ 61.0",
        "小５ 72.8／中２ 62.3",
        [(74.0, 72.8), (61.0, 62.3)],
    ),
    (
        "4",
        "健康づくり",
        "運動する人の割合",
        "％",
        "健康課",
        "男性 40.0 女性 35.0",
        "男性 38.4 女性 36.1",
        [(40.0, 38.4), (35.0, 36.1)],
    ),
    ("5", "施設の利用", "会館の利用者数", "人", "文化課", "12,000", "12,480", [(12000, 12480)]),
    ("6", "窓口の満足", "窓口への満足度", "％", "市民課", "80.0", "78.8", [(80.0, 78.8)]),
    ("7", "住民の参加", "審議会の委員公募率", "％", "総務課", "20.0", "21.4", [(20.0, 21.4)]),
]


def by_year(found: list[Item], dirty: bool, title: str, kinds: tuple[str, str] = ("目標", "実績")) -> Sheet:
    """The commonest form, so that only the cells are in question."""
    years = list(found[0].years)
    goals = [i.base.stored is not None for i in found]
    heading: list[Row] = [
        ["番号", "事業名", "指標", "単位", "担当課", *(["基準値"] if any(goals) else [])]
        + [f"{'Ｒ' if dirty else 'R'}{y - 2018}{kind}" for y in years for kind in kinds]
        + (["最終目標値"] if any(goals) else [])
    ]
    rows: list[Row] = [
        [int(i.number), i.project, i.indicator, i.unit, i.section, *([i.base] if any(goals) else [])]
        + [cell for y in years for cell in i.years[y]]
        + ([i.final] if any(goals) else [])
        for i in found
    ]
    lines = {3: heading, 5: [blank(len(heading[0]))]} if dirty else {}
    return Sheet(heading, between([[r] for r in rows], lines), [[title], []], NOTES if dirty else [])


@layout("1900 to 2099 in a value's column are values", LIKE_YEARS, LIKE_YEARS_DIRTY)
def values_like_years(found: list[Item], dirty: bool) -> Drawn:
    sheet = by_year(found, dirty, "灯台町特産品振興計画")
    return Drawn((sheet,), right(found, "base", "final", "units", "departments", "met"))


@layout("negative values: -3.5, ▲12, △4", LOSSES, LOSSES_DIRTY)
def negative_values(found: list[Item], dirty: bool) -> Drawn:
    sheet = by_year(found, dirty, "菜の原市財政健全化計画")
    return Drawn((sheet,), right(found, "base", "final", "units", "departments"))


@layout("a measuring year in brackets before the value", MEASURED, MEASURED_DIRTY)
def measuring_years(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [["番号", "項目", "指標", "単位", "策定時", "2019目標", "2019実績", "目標（2024年度）", "担当課"]]
    rows: list[Row] = [
        [int(i.number), i.project, i.indicator, i.unit, i.base, *i.years[2019], i.final, i.section] for i in found
    ]
    lines = {4: heading} if dirty else {}
    before: list[Row] = [["鳴瀬県男女共同参画計画"], ["（ ）内は調査した年"], []]
    sheet = Sheet(heading, between([[r] for r in rows], lines), before)
    return Drawn((sheet,), right(found, "base", "final", "units", "departments"))


@layout("a part of the value in brackets after it", BRACKETS, BRACKETS)
def parts_in_brackets(found: list[Item], dirty: bool) -> Drawn:
    sheet = by_year(found, dirty, "菜の原市実施計画（　）内は当該年度に新たに行った分", ("計画", "実績"))
    return Drawn((sheet,), right(found, "units", "departments", "met"))


@layout("words for not reported yet hold digits that are no results", WAITING, WAITING_DIRTY)
def not_reported_yet(found: list[Item], dirty: bool) -> Drawn:
    sheet = by_year(found, dirty, "波戸市未来計画　指標の状況")
    return Drawn((sheet,), right(found, "units", "departments", "met"))


@layout("dashes of every width, zero and blanks are apart", DASHES, DASHES)
def dashes_zero_blanks(found: list[Item], dirty: bool) -> Drawn:
    return Drawn((by_year(found, dirty, "水守市行政経営プラン"),), right(found, "units", "departments"))


@layout("two labelled values in a cell are two series", [], [])
def two_values_a_cell(found: list[Item], dirty: bool) -> Drawn:
    heading: list[Row] = [
        ["番号", "施策", "指標", "単位", "担当課", "令和5年度", LEFT],
        [UP, UP, UP, UP, UP, "目標", "実績"],
    ]

    def said(text: str) -> str:
        return (
            text.replace("／", "\n").replace(" 中 ", "\n中 ").replace(" 妻", "\n妻").replace(" 女", "\n女") if dirty else text
        )

    rows: list[Row] = [[int(n), p, i, u, s, said(target), said(result)] for n, p, i, u, s, target, result, _ in TWO]
    lines = {4: [across("（暮らし）", 7)]} if dirty else {}
    wanted = {
        "right": [[i, 2023, t, r] for _, _, i, *_, values in TWO for t, r in values],
        "departments": {i: s for _, _, i, _, s, *_ in TWO},
    }
    return Drawn((Sheet(heading, between([[r] for r in rows], lines), [["水守市教育・くらし計画"]]),), wanted)
