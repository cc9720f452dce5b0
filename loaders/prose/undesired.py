"""Of some things a city wants less, or none: fewer 苦情 are a success, and a 漏えい that didn't occur is no work left undone.

The subject decides: 空き家が減少した is good, 空き家の利用が減少した is not, nor is 苦情対応研修の参加者が減少した.
One table serves sentences and the names of indicators: of 空き家数 less is better, of 空き家バンク 登録件数 more.
"""

from loaders.patterns import Pattern

# What a city wants less of, where the number counts it.
UNWANTED = {
    "苦情": "苦情件数",
    "待ち時間": "平均待ち時間",
    "待ち日数": "予約の待ち日数",
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
    "処理日数": "申請の処理日数",
    "処理時間": "申請1件の処理時間",
    "審査日数": "平均審査日数",
    "到着時間": "救急車の到着時間",
    "食品ロス": "食品ロス量",
    "電気量": "使用電気量",
    "消費電力": "消費電力",
    "公債費": "実質公債費比率",
    "経常収支": "経常収支比率",
    "欠員": "保育士の欠員数",
    "欠損": "欠損金額",
    "いじめ": "いじめ発生件数",
    "ひきこもり": "ひきこもり者数",
    "未受診": "健診未受診者数",
    "未接種": "未接種者数",
    "転出": "転出超過数",
    "孤独死": "孤独死件数",
    "貧困": "子どもの貧困率",
    "刑法犯": "刑法犯認知件数",
    "特殊詐欺": "特殊詐欺認知件数",
    "死亡者": "交通事故死亡者数",
    "死亡数": "新生児死亡数",
    "最終処分量": "ごみの最終処分量",
    "埋立": "ごみ埋立量",
    "むし歯": "むし歯のある児の割合",
    "欠食": "朝食欠食率",
    "低栄養": "低栄養傾向の高齢者の割合",
    "低出生体重": "低出生体重児の割合",
    "罹患": "結核罹患率",
    "受動喫煙": "受動喫煙の割合",
    "高血圧": "高血圧者の割合",
    "糖尿病": "糖尿病有病者数",
    "透析": "新規透析導入患者数",
    "メタボ": "メタボ該当者の割合",
}

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
    "遅れ": "工程の遅れは生じていない",
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
    "費用": "導入費用は想定を下回った",
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

# What is done about it, in whatever words: of 苦情対応 or 事故防止教室 more is better.
ACTIVITY = Pattern(
    r"対応|調査|点検|設置|整備|普及|収納|徴収|回収|検挙|雇用|資源化|訓練|研修|講座|講習|啓発|周知|相談|検討|会議|協議会|審議会|"
    r"委員会|教室|公表|公開|掲載|対策|支援|削減|減少|短縮|防止|解消|福祉|手帳|(?:障害|利用|参加|受講|登録|協力|来場|従事)者"
)
# What of an unwanted thing is the city's own or the citizens' activity: 空き家バンク, 医療費助成, 苦情対応.
_ACTIVITY = (
    rf"(?:{ACTIVITY.pattern}|バンク|助成|給付金|補助|減免|申請|登録|利用|活用|マニュアル"
    r"|計画|マップ|保険|袋|減量|リサイクル|分別|処理|収集|抑制|軽減|縮減|低減|還付|改善"
    r"|就労|通所|施設|団体|警報|加入|装置|窓口|開設|開館|開庁|回数|整理|納付|除却|解体|撤去|改修|修繕|更新|処分"
    r"|通知|控除|集積|負担金|スポーツ|ボランティア|ゼロ|検[診査]|健診|受診|予防|養成|育成|催告|督促|差押|訪問|指導|査察|巡回|監視"
    r"|パトロール|清掃|拾い|捕獲|駆除|復旧|訴訟|条例|協定|アプリ|ステーション|カメラ|出店|入居|対効果|見学|催し|イベント|ツアー|フェア|[一-龠]{2}会(?=[はがもの、\s])|からの[^、。]*復帰)"
)
_MEASURE = (
    r"(?:の?(?:市民|住民)?[1１一]人(?:[1１一]日)?[当あ]たり)?"
    r"(?:の(?:総|平均)?(?:件数|人数|数|量|額|率|割合|時間|発生|出現|認知|排出))?(?:件|者|人|数|量|額|率)*"
)
# Whoever has or bears it is counted in its stead: むし歯のある児の割合, 低栄養傾向の高齢者.
_BEARER = r"(?:の(?:ある|多い|見られる)?(?:児童?|生徒|学生|高齢者|者|人|子ども?|市民|住民|世帯))?"
# 再生可能エネルギー使用量 and 無事故日数 hold the word of what is unwanted, and are what a city wants more of.
_WANTED = Pattern(r"無(?:事故|火災|災害|違反|欠席)|再生可能|再エネ|地場産|県産|国産|市内産")
# What is done with an unwanted thing, told before it: 活用した空き店舗, 解消した待機児童.
_TURNED_TO_GOOD = Pattern(
    r"(?:活用|利用|利活用|解消|改善|解決|再生|改修|除却|解体|対応|予防|回避|防止|支援|処理|削減|減少|修繕|公開|登録|成約|契約)(?:し|され|でき)(?:た|て(?:い|き)る)"
)
_BRACKETS = Pattern(r"[(（][^()（）]*[)）]")
# 未収金の縮減 is measured by what is still owed; 削減量 is what was saved.
_AIM = Pattern(r"の(?:発生)?(?:削減|減少|縮減|短縮|防止|解消|抑制|低減|圧縮|軽減|減量|根絶)$")
# What says no more than how a thing is counted; cases, persons, amounts and times may be of what is unwanted, while
# occasions (回) and places are of what a city does about it.
_COUNT = Pattern(
    r"(?:年間|平均|総|延べ?|累計|発生|認知|受付|受理)*"
    r"(?:(?:人|者|件|戸|棟|世帯|頭|匹|日|時間)数|人数|件数|数|量|額|金額|率|割合|比率|時間|面積|残高|トン数?|[tg%])?"
)
_OCCASIONS = Pattern(r"[一-龥ァ-ヶーA-Za-z]{1,4}数")


def subject(things: tuple[str, ...]) -> str:
    """Return a pattern of a subject that is one of the things, or a measure of it, and no activity about it.

    >>> import re
    >>> found = re.compile(subject(("空き家", "苦情")))
    >>> [bool(found.search(text)) for text in ("苦情の件数が減った", "空き家バンクの登録が減った", "苦情対応研修は")]
    [True, False, False]
    """
    named = rf"(?:{'|'.join(things)})(?:(?!{_ACTIVITY})[^、。はがもをのに]){{0,8}}{_BEARER}{_MEASURE}"
    return rf"{named}(?:による[一-鿿]{{2,6}})?(?:は|が|も|に(?=は)|[、】:\d\s])"


DREADED_SUBJECT = subject((*UNWANTED, *DREADED))
UNWANTED_SUBJECT = subject((*UNWANTED, *DREADED, *LESSENED))
_NAME = Pattern(UNWANTED_SUBJECT)


def is_wanted_less(name: str) -> bool:
    """Tell whether an indicator's name says that less of it is better: 苦情件数, 待機児童の解消 人数; not 苦情対応研修 回数.

    Behind a blank stands what is counted (空き家バンク 登録件数); where that is a bare count, the words before it are asked,
    without the aim that a title ends with.

    >>> [is_wanted_less(name) for name in ("自殺者数", "待機児童の解消 人数", "空き家バンク 登録件数", "事故の防止 回数")]
    [True, True, False, False]
    >>> is_wanted_less("むし歯のある児童の出現率")
    True
    """
    title, _, label = _BRACKETS.sub("", name).strip().rpartition(" ")
    thing = label
    if title and _COUNT.fullmatch(label):
        thing = title
    elif title and _OCCASIONS.fullmatch(label) and not _NAME.search(f"{label}は"):
        return False
    thing = _AIM.sub("", thing).rpartition(" ")[2]
    if _TURNED_TO_GOOD.search(thing):
        return False
    return _NAME.search(f"{thing}は") is not None and not _WANTED.search(thing)
