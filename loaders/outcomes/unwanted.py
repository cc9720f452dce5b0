"""Of some things a city wants less, or none: fewer 苦情 are a success, and a 漏えい that didn't occur is no work left undone.

The subject decides: 空き家が減少した is good, 空き家の利用が減少した is not, nor is 苦情対応研修の参加者が減少した.
"""

from loaders.series.attainment import ACTIVITY, UNWANTED

# What must not occur, each with a sentence that says that it didn't.
DREADED = {
    "漏えい": "漏えいは発生していない",
    "漏洩": "個人情報の漏洩は確認されなかった",
    "流出": "データの流出はなかった",
    "異常": "異常は見つからなかった",
    "トラブル": "トラブルは起きていない",
    "クレーム": "クレームは寄せられなかった",
    "混乱": "大きな混乱は見られなかった",
    "支障": "業務に支障は生じなかった",
    "遅延": "遅延は生じなかった",
    "遅滞": "遅滞は見られなかった",
    "被害": "被害は報告されていない",
    "違反": "違反は確認されなかった",
    "不正利用": "不正利用は認められなかった",
    "不正": "会計の不正は確認されなかった",
    "不祥事": "不祥事は発生しなかった",
    "不適合": "不適合は認められなかった",
    "欠席": "欠席者はいなかった",
    "延滞": "延滞者はいなかった",
    "断水": "断水には至らなかった",
    "停電": "停電は起きなかった",
    "けが": "けが人はいなかった",
    "負傷": "負傷者は出なかった",
    "感染者": "感染者は出ていない",
    "故障": "故障は1件も発生しなかった",
    "紛失": "紛失は発生していない",
    "侵入": "外部からの侵入は検知されていない",
    "停止": "障害による停止は生じなかった",
    "中毒": "食中毒は発生しなかった",
    "孤立": "孤立した集落は生じなかった",
    "虐待": "虐待は確認されなかった",
}
# What is to become less, each with a sentence that says that it did.
LESSENED = {
    "空き家": "空き家が減少した",
    "空家": "空家数が減少した",
    "空き店舗": "空き店舗が減少した",
    "混雑": "窓口の混雑が減少した",
    "渋滞": "渋滞が減少した",
    "負担": "事務負担が減少した",
    "医療費": "医療費が前年度を下回った",
    "給付費": "給付費は前年度実績を下回った",
    "経費": "維持管理経費が減少した",
    "光熱水費": "光熱水費が減少した",
    "ごみ": "ごみの量が減少した",
    "使用枚数": "紙の使用枚数が減った",
    "印刷枚数": "印刷枚数が半減した",
    "出動": "救急出動件数は前年度を下回った",
    "救急搬送": "救急搬送件数が減少した",
    "超過勤務": "超過勤務時間が減少した",
    "手戻り": "手戻りが減った",
    "重複": "入力の重複が減少した",
    "肥満": "肥満の割合が低下した",
    "喫煙率": "喫煙率が低下した",
    "自殺": "自殺者数が減少した",
    "有病": "糖尿病有病者数が減少した",
    "要介護": "要介護認定率が低下した",
    "倒産": "倒産件数が減少した",
    "失業": "失業率が低下した",
    "高齢化率": "高齢化率が低下した",
}

# What of an unwanted thing is the city's own or the citizens' activity: 空き家バンク, 医療費助成, 苦情対応.
_ACTIVITY = (
    rf"(?:{ACTIVITY.pattern}|バンク|助成|給付金|補助|減免|申請|登録|利用|活用|マニュアル"
    r"|計画|マップ|調査|点検|保険|袋|減量|資源化|リサイクル|分別|回収|処理|収集|抑制|軽減|縮減|低減|還付|改善)"
)
_MEASURE = r"(?:の(?:総|平均)?(?:件数|人数|数|量|額|率|割合|時間|発生|認知|排出))?(?:件|者|人|数|量|額|率)*"


def subject(things: tuple[str, ...]) -> str:
    """Return a pattern of a subject that is one of the things, or a measure of it, and no activity about it.

    >>> import re
    >>> found = re.compile(subject(("空き家", "苦情")))
    >>> [bool(found.search(text)) for text in ("苦情の件数が減った", "空き家バンクの登録が減った", "苦情対応研修は")]
    [True, False, False]
    """
    named = rf"(?:{'|'.join(things)})(?:(?!{_ACTIVITY})[^、。はがもをのに]){{0,8}}{_MEASURE}"
    return rf"{named}(?:による[一-鿿]{{2,6}})?(?:は|が|も|に(?=は)|[、】:\d\s])"


DREADED_SUBJECT = subject((*UNWANTED, *DREADED))
UNWANTED_SUBJECT = subject((*UNWANTED, *DREADED, *LESSENED))
