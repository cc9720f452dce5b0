"""A counter (助数詞) says what a number counts: 5回, 300冊, 80%. Administration also counts by plain nouns: 7団体, 19手続き.

Why no library: a morphological analyser was tried (SudachiPy 0.7 with its core dictionary). It takes 校, 冊, 種類, 手続き,
施設, 団体 and 部署 behind a number for the nouns that they otherwise are, and cuts 11カ国語 in two, so that this table would
still be needed; and it brings a dictionary of 77 MB, 193 MB once installed. GiNZA reads with the same dictionary.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Counter:
    """A counter: its spellings, the first being the usual one, and a phrase in which it stands.

    `is_plain_noun`: it is a noun as well, so that it counts only where it stands directly behind the number. `is_duration`: it
    measures time, which most often describes an event (1日研修) and is no figure of the plan.
    """

    spellings: tuple[str, ...]
    example: str
    is_plain_noun: bool = False
    is_duration: bool = False


COUNTERS = (
    Counter(("人", "名"), "参加人数70人"),
    Counter(("回",), "年4回"),
    Counter(("度",), "2度対応した"),
    Counter(("件",), "年間15,000件"),
    Counter(("箇所", "カ所", "か所", "ヶ所", "ケ所", "ヵ所", "個所"), "4箇所"),
    Counter(("校",), "小学校4校"),
    Counter(("園",), "保育園3園"),
    Counter(("館",), "公民館6館"),
    Counter(("店", "店舗"), "加盟店12店舗"),
    Counter(("台",), "35台"),
    Counter(("冊",), "300冊"),
    Counter(("枚",), "チラシ500枚"),
    Counter(("部",), "パンフレット1,000部"),
    Counter(("通",), "郵送200通"),
    Counter(("本",), "動画3本"),
    Counter(("点",), "資料20点"),
    Counter(("個",), "端末用カバー30個"),
    Counter(("基",), "防災無線5基"),
    Counter(("棟",), "庁舎2棟"),
    Counter(("戸",), "住宅50戸"),
    Counter(("軒",), "空家3軒"),
    Counter(("社",), "事業者4社"),
    Counter(("課",), "関係3課"),
    Counter(("班",), "2班に分けて"),
    Counter(("組",), "親子20組"),
    Counter(("式",), "機器1式"),
    Counter(("つ",), "常設の手続きを4つ"),
    Counter(("種類", "種"), "3種類の地図"),
    Counter(("項目",), "12項目"),
    Counter(("市町村", "市町", "区市町村"), "県内5市町村"),
    Counter(("市",), "情報収集(4市)"),
    Counter(("町",), "近隣2町"),
    Counter(("村",), "1村"),
    Counter(("か国語", "カ国語", "ヶ国語", "言語"), "4か国語"),
    Counter(("か国", "カ国", "ヶ国"), "6か国"),
    Counter(("頭",), "乳牛120頭"),
    Counter(("匹",), "犬15匹"),
    Counter(("羽",), "鶏2,000羽"),
    Counter(("隻",), "漁船8隻"),
    Counter(("株",), "苗300株"),
    Counter(("袋",), "土のう500袋"),
    Counter(("箱",), "マスク40箱"),
    Counter(("票",), "投票総数1,204票"),
    Counter(("口",), "寄附25口"),
    Counter(("泊",), "延べ宿泊数9,000泊"),
    Counter(("床",), "療養病床60床"),
    Counter(("区画",), "市民農園80区画"),
    Counter(("筆",), "農地35筆"),
    Counter(("橋",), "15橋"),
    Counter(("橋りょう", "橋梁"), "12橋りょう", is_plain_noun=True),
    Counter(("公園",), "3公園", is_plain_noun=True),
    Counter(("法人",), "2法人", is_plain_noun=True),
    Counter(("組織",), "自主防災組織12組織", is_plain_noun=True),
    Counter(("自治会", "町内会"), "45自治会", is_plain_noun=True),
    Counter(("集落",), "6集落", is_plain_noun=True),
    Counter(("経営体",), "4経営体", is_plain_noun=True),
    Counter(("品目", "品"), "返礼品120品目", is_plain_noun=True),
    Counter(("作品",), "応募30作品", is_plain_noun=True),
    Counter(("協定",), "5協定", is_plain_noun=True),
    Counter(("区間",), "2区間", is_plain_noun=True),
    Counter(("系統",), "4系統", is_plain_noun=True),
    Counter(("議案",), "18議案", is_plain_noun=True),
    Counter(("灯",), "LED照明1,200灯"),
    Counter(("局",), "郵便局12局"),
    Counter(("面",), "コート4面"),
    Counter(("体",), "石仏8体"),
    Counter(("張",), "テント8張"),
    Counter(("脚",), "椅子120脚"),
    Counter(("缶",), "ミルク24缶"),
    Counter(("着",), "防護服50着"),
    Counter(("尾",), "稚魚12,000尾"),
    Counter(("杯",), "5杯"),
    Counter(("歩",), "8,000歩"),
    Counter(("坪",), "120坪"),
    Counter(("巡",), "2巡"),
    Counter(("問",), "設問20問"),
    Counter(("区",), "自治区12区"),
    Counter(("駅",), "市内3駅"),
    Counter(("県",), "隣接2県"),
    Counter(("支援単位", "単位"), "2単位", is_plain_noun=True),
    Counter(("歳", "才"), "健康寿命79.8歳"),
    Counter(("製品",), "2製品", is_plain_noun=True),
    Counter(("往復",), "6往復", is_plain_noun=True),
    Counter(("分団",), "消防団12分団", is_plain_noun=True),
    Counter(("小隊",), "3小隊", is_plain_noun=True),
    Counter(("隊員",), "協力隊4隊員", is_plain_noun=True),
    Counter(("種目",), "8種目", is_plain_noun=True),
    Counter(("競技",), "6競技", is_plain_noun=True),
    Counter(("科目",), "5科目", is_plain_noun=True),
    Counter(("部門",), "4部門", is_plain_noun=True),
    Counter(("コマ",), "授業12コマ", is_plain_noun=True),
    Counter(("事例",), "5事例", is_plain_noun=True),
    Counter(("機関",), "医療機関6機関", is_plain_noun=True),
    Counter(("大学",), "3大学", is_plain_noun=True),
    Counter(("高校",), "2高校", is_plain_noun=True),
    Counter(("小学校",), "4小学校", is_plain_noun=True),
    Counter(("中学校",), "2中学校", is_plain_noun=True),
    Counter(("保育所", "保育園"), "3保育所", is_plain_noun=True),
    Counter(("幼稚園",), "2幼稚園", is_plain_noun=True),
    Counter(("公民館",), "5公民館", is_plain_noun=True),
    Counter(("避難所",), "8避難所", is_plain_noun=True),
    Counter(("クラブ", "サークル"), "学童保育8クラブ", is_plain_noun=True),
    Counter(("サロン",), "6サロン", is_plain_noun=True),
    Counter(("河川",), "5河川", is_plain_noun=True),
    Counter(("漁港",), "2漁港", is_plain_noun=True),
    Counter(("ため池",), "7ため池", is_plain_noun=True),
    Counter(("トンネル",), "3トンネル", is_plain_noun=True),
    Counter(("交差点",), "4交差点", is_plain_noun=True),
    Counter(("農家",), "9農家", is_plain_noun=True),
    Counter(("食",), "備蓄12,600食"),
    Counter(("席",), "閲覧席20席"),
    Counter(("室",), "会議室5室"),
    Counter(("隊",), "消防3隊"),
    Counter(("曲",), "演奏12曲"),
    Counter(("会議",), "5会議で試行", is_plain_noun=True),
    Counter(("地点",), "調査8地点", is_plain_noun=True),
    Counter(("都道府県", "都県"), "全国47都道府県", is_plain_noun=True),
    Counter(("行政区",), "49行政区", is_plain_noun=True),
    Counter(("拠点",), "6拠点", is_plain_noun=True),
    Counter(("窓口",), "12窓口", is_plain_noun=True),
    Counter(("病院",), "4病院", is_plain_noun=True),
    Counter(("診療所",), "2診療所", is_plain_noun=True),
    Counter(("薬局",), "30薬局", is_plain_noun=True),
    Counter(("商店街",), "5商店街", is_plain_noun=True),
    Counter(("工場",), "8工場", is_plain_noun=True),
    Counter(("試合",), "10試合", is_plain_noun=True),
    Counter(("大会",), "3大会", is_plain_noun=True),
    Counter(("ルート",), "4ルート", is_plain_noun=True),
    Counter(("スポット",), "15スポット", is_plain_noun=True),
    Counter(("ブース",), "20ブース", is_plain_noun=True),
    Counter(("エリア",), "3エリア", is_plain_noun=True),
    Counter(("セット",), "50セット", is_plain_noun=True),
    Counter(("案件",), "6案件", is_plain_noun=True),
    Counter(("契約",), "9契約", is_plain_noun=True),
    Counter(("計画",), "4計画", is_plain_noun=True),
    Counter(("条例",), "2条例", is_plain_noun=True),
    Counter(("帳票",), "120帳票", is_plain_noun=True),
    Counter(("自治体",), "3自治体", is_plain_noun=True),
    Counter(("団体",), "7団体", is_plain_noun=True),
    Counter(("世帯",), "1,200世帯", is_plain_noun=True),
    Counter(("施設",), "63施設", is_plain_noun=True),
    Counter(("講座",), "5講座", is_plain_noun=True),
    Counter(("コース",), "3コース", is_plain_noun=True),
    Counter(("教室",), "2教室", is_plain_noun=True),
    Counter(("クラス", "学級"), "4クラス", is_plain_noun=True),
    Counter(("会場",), "3会場", is_plain_noun=True),
    Counter(("校区", "学区"), "5校区", is_plain_noun=True),
    Counter(("中学校区",), "2中学校区", is_plain_noun=True),
    Counter(("小学校区",), "6小学校区", is_plain_noun=True),
    Counter(("地区",), "2地区", is_plain_noun=True),
    Counter(("地域",), "2地域", is_plain_noun=True),
    Counter(("路線",), "6路線", is_plain_noun=True),
    Counter(("便",), "バス8便", is_plain_noun=True),
    Counter(("手続き", "手続"), "19手続き", is_plain_noun=True),
    Counter(("業務",), "17業務", is_plain_noun=True),
    Counter(("事業",), "5事業", is_plain_noun=True),
    Counter(("事業所",), "8事業所", is_plain_noun=True),
    Counter(("事業者",), "8事業者", is_plain_noun=True),
    Counter(("企業",), "30企業", is_plain_noun=True),
    Counter(("部署",), "12部署", is_plain_noun=True),
    Counter(("チーム", "グループ"), "3チーム", is_plain_noun=True),
    Counter(("システム",), "20システム", is_plain_noun=True),
    Counter(("サービス",), "2サービス", is_plain_noun=True),
    Counter(("メニュー",), "4メニュー", is_plain_noun=True),
    Counter(("コンテンツ",), "2コンテンツ", is_plain_noun=True),
    Counter(("データセット", "データ"), "15データセット", is_plain_noun=True),
    Counter(("様式",), "40様式", is_plain_noun=True),
    Counter(("記事",), "記事27記事", is_plain_noun=True),
    Counter(("ページ", "頁"), "全24ページ", is_plain_noun=True),
    Counter(("アカウント", "ID"), "100アカウント", is_plain_noun=True),
    Counter(("ライセンス",), "50ライセンス", is_plain_noun=True),
    Counter(("端末",), "30端末", is_plain_noun=True),
    Counter(("アクセス", "PV", "ビュー"), "5,000アクセス", is_plain_noun=True),
    Counter(("フォロワー",), "1,200フォロワー", is_plain_noun=True),
    Counter(("ダウンロード",), "8,000ダウンロード", is_plain_noun=True),
    Counter(("%", "パーセント", "㌫"), "98.5%"),
    Counter(("‰", "パーミル"), "保護率9.8‰"),
    Counter(("ポイント", "pt"), "3.2ポイント増"),
    Counter(("割",), "8割"),
    Counter(("倍",), "2倍"),
    Counter(("円",), "500円"),
    Counter(("千円",), "3,500千円"),
    Counter(("万円",), "30万円"),
    Counter(("百万円",), "12百万円"),
    Counter(("億円",), "5億円"),
    Counter(("人日",), "40人日"),
    Counter(("人泊",), "延べ620人泊"),
    Counter(("人月",), "3人月"),
    Counter(("時間",), "延べ120時間", is_duration=True),
    Counter(("分", "分間"), "30分", is_duration=True),
    Counter(("秒",), "3秒", is_duration=True),
    Counter(("日", "日間"), "開館日数280日", is_duration=True),
    Counter(("週間",), "2週間", is_duration=True),
    Counter(("か月", "カ月", "ヶ月", "ヵ月", "箇月", "か月間", "ヶ月間"), "3か月", is_duration=True),
    Counter(("年間", "か年", "カ年", "ヶ年"), "5か年", is_duration=True),
    Counter(("km", "キロメートル", "キロ", "㌔"), "12.5km"),
    Counter(("m", "メートル", "㍍"), "300m"),
    Counter(("㎡", "m2", "m²", "平方メートル"), "1,234㎡"),
    Counter(("ha", "ヘクタール", "㌶"), "3.4ha"),
    Counter(("t", "トン", "㌧"), "25,000t"),
    Counter(("kg", "キログラム"), "120kg"),
    Counter(("g", "グラム"), "640g"),
    Counter(("t-CO2", "t-CO₂", "トン-CO2", "tCO2", "tCO₂"), "12,500t-CO2"),
    Counter(("kg-CO2", "kg-CO₂"), "820kg-CO2"),
    Counter(("L", "リットル"), "340L"),
    Counter(("m3", "m³", "㎥", "立方メートル"), "1,200m3"),
    Counter(("km2", "km²", "㎢", "k㎡", "平方キロメートル"), "8.2km2"),
    Counter(("cm", "センチメートル", "センチ"), "積雪30cm"),
    Counter(("mm", "ミリメートル", "ミリ"), "時間雨量50mm"),
    Counter(("kL", "kl", "キロリットル"), "灯油12kL"),
    Counter(("mL", "ml", "ミリリットル"), "200mL"),
    Counter(("mg/L", "mg/l"), "BOD 3.4mg/L"),
    Counter(("ppm",), "0.012ppm"),
    Counter(("ppb",), "2ppb"),
    Counter(("dB", "デシベル"), "昼間62dB"),
    Counter(("℃", "°C"), "室温28℃"),
    Counter(("μSv/h", "マイクロシーベルト"), "0.08μSv/h"),
    Counter(("Bq/kg", "Bq"), "25Bq/kg"),
    Counter(("GWh",), "2.1GWh"),
    Counter(("MW",), "1.5MW"),
    Counter(("TB", "テラバイト"), "2TB"),
    Counter(("MWh",), "15MWh"),
    Counter(("GJ",), "900GJ"),
    Counter(("kWh",), "4,200kWh"),
    Counter(("kW",), "10kW"),
    Counter(("Gbps",), "1Gbps"),
    Counter(("Mbps",), "100Mbps"),
    Counter(("GB", "ギガバイト"), "16GB"),
    Counter(("MB", "メガバイト"), "5MB"),
)

# The thousand of 千円 belongs to the unit that a table is kept in.
SCALED_MONEY = frozenset({"千円", "万円", "百万円", "億円"})
MONEY = SCALED_MONEY | {"円"}

_COUNTER_OF = {spelling: counter for counter in COUNTERS for spelling in counter.spellings}


def counter(unit: str) -> Counter:
    """Return the table's row of a unit; one for a plain noun where the table does not hold it."""
    known = _COUNTER_OF.get(unit) or _COUNTER_OF.get(unicodedata.normalize("NFKC", unit))
    return known or Counter((unit,), "", is_plain_noun=True)


def is_counter(unit: str) -> bool:
    """Tell whether the table holds a unit: 千人 is a scale and one that it holds, 千畳 is not."""
    return unit in _COUNTER_OF


def same_unit(one: str | None, other: str | None) -> bool:
    """Tell whether two units count the same: 人 and 名, カ所 and 箇所; what is not in the table is compared as written.

    >>> same_unit("名", "人"), same_unit("カ所", "箇所"), same_unit("回", "件"), same_unit(None, "件")
    (True, True, False, False)
    """
    return usual_unit(one) == usual_unit(other)


@lru_cache(maxsize=4096)
def usual_unit(unit: str | None) -> str | None:
    """Return the usual spelling of a unit, itself after NFKC where the table does not hold it, and None for None.

    >>> usual_unit("名"), usual_unit("ヶ所"), usual_unit("％"), usual_unit("羽")
    ('人', '箇所', '%', '羽')
    """
    if unit is None:
        return None
    unit = unicodedata.normalize("NFKC", unit)
    row = _COUNTER_OF.get(unit)
    return unit if row is None else unicodedata.normalize("NFKC", row.spellings[0])
