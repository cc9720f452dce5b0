"""Fewer of what is unwanted is a success, whatever is done about it is not."""

import re

import pytest

from loaders.outcomes.phrases import read_phrase
from loaders.outcomes.predicates import FAILING, Predicate
from loaders.prose.undesired import DREADED, DREADED_SUBJECT, LESSENED, UNWANTED, UNWANTED_SUBJECT, is_wanted_less


@pytest.mark.parametrize(("thing", "example"), [*DREADED.items(), *LESSENED.items()])
def test_example_names_its_thing_and_is_no_failure(thing: str, example: str) -> None:
    assert thing in example
    found = read_phrase(example)
    assert found is not None
    assert found.says not in FAILING


@pytest.mark.parametrize("name", UNWANTED.values())
def test_what_indicators_count_less_of_is_no_failure_where_it_became_less(name: str) -> None:
    for verb in ("が減少した", "は前年度を下回った"):
        found = read_phrase(name + verb)
        assert found is not None
        assert found.says not in FAILING


@pytest.mark.parametrize(
    "words",
    [
        "空き家の利用が減少した",
        "空き家バンクの登録件数は前年度を下回った",
        "事故防止教室の参加者が減少した",
        "苦情対応マニュアルは作成していない",
        "不具合は解消していない",
        "待機児童の解消には至らなかった",
        "空き家は減少しなかった",
        "ごみの減量化率は目標値を下回った",
        "ごみ減量化率は目標値を下回った",
        "ごみ排出量は目標値を上回った",
        "ごみ排出量は目標値に届かなかった",
    ],
)
def test_activity_about_it_or_too_much_of_it_is_a_failure(words: str) -> None:
    found = read_phrase(words)
    assert found is not None
    assert found.says in FAILING


@pytest.mark.parametrize(
    "words",
    [
        "障害者雇用率は目標を上回った",
        "火災警報器設置率は目標を上回った",
        "滞納繰越分収納率は目標を上回った",
        "空き家除却件数は目標を上回った",
        "ごみ拾い参加者数は目標を上回った",
    ],
)
def test_more_of_what_is_done_about_it_is_a_success(words: str) -> None:
    found = read_phrase(words)
    assert found is not None
    assert found.says is Predicate.ATTAINED


def test_what_must_not_occur_is_also_what_is_wanted_less() -> None:
    assert re.search(DREADED_SUBJECT, "漏えいが")
    assert re.search(UNWANTED_SUBJECT, "漏えいが")
    assert not re.search(DREADED_SUBJECT, "空き家が")


def test_no_thing_is_spelled_in_two_places() -> None:
    assert len({*UNWANTED, *DREADED, *LESSENED}) == len(UNWANTED) + len(DREADED) + len(LESSENED)


LESS_IS_BETTER = (
    "自殺者数 空き家数 救急搬送件数 喫煙率 医療費 要介護認定率 個人情報漏えい件数 ごみの量 不登校児童生徒数 交通事故件数 "
    "火災件数 温室効果ガス排出量 1人1日当たりごみ排出量 滞納額 未収金 苦情件数 時間外勤務時間 待ち時間 処理日数 漏水率 停電 "
    "停電時間 耕作放棄地面積 有害鳥獣被害額 農作物被害面積 離職率 欠員 赤字 将来負担比率 実質公債費比率 経常収支比率 市債残高 "
    "1人当たり医療費 刑法犯罪認知件数 交通事故死傷者数 救急車の平均到着時間 いじめ発生件数 食品ロス量 健診未受診者数 "
    "転出超過数 ごみの1人1日当たりの排出量 不適切な事務処理による苦情件数 介護給付費 空き店舗率 子どもの貧困率 "
    "システム障害件数 事務処理ミス 電力使用量 延滞件数 苦情件数（窓口） 児童虐待件数 がん死亡率 失業率"
)
WITH_ITS_TITLE = (
    "待機児童の解消 人数",
    "未収金の縮減 金額",
    "苦情の削減 件数",
    "ごみ処理 1日排出量",
    "交通安全の推進 事故件数",
    "公害苦情 受付",
)


@pytest.mark.parametrize("name", [*LESS_IS_BETTER.split(), *WITH_ITS_TITLE])
def test_less_of_it_is_better(name: str) -> None:
    assert is_wanted_less(name)


MORE_IS_BETTER = (
    "空き家バンク登録件数 相談件数 苦情相談件数 自殺予防ゲートキーパー養成人数 待機児童解消のための保育士確保 事故防止教室 "
    "収納率 リサイクル率 滞納整理件数 有害鳥獣捕獲頭数 空き家解体補助件数 避難所数 無事故日数 ごみ減量講座 ごみ収集車両数 "
    "ごみステーション数 ごみ袋配布枚数 不登校児童の復帰率 火災予防査察件数 住宅用火災警報器設置率 障害者雇用率 "
    "障害福祉サービス利用者数 医療費通知件数 未収金の回収率 漏水修繕件数 漏水調査延長 交通事故相談件数 犯罪被害者支援団体数 "
    "虐待防止研修 温室効果ガス削減率 ごみ減量化率 空き家活用件数 空き店舗出店数 滞納者催告件数 再生可能エネルギー使用量 "
    "待機児童の解消率 基金残高 市民満足度 感染症対策物品数 被害防止柵設置延長 経費削減額 防犯カメラ設置台数 停電対応訓練 "
    "要介護者の通所施設 負担軽減策 空き家見学会 事故多発地点説明会"
)
ABOUT_ITS_TITLE = (
    "空き家バンク 登録件数",
    "事故防止教室 開催回数",
    "ごみ減量講座 参加者数",
    "事故の防止 回数",
    "交通事故の防止 校数",
    "不法投棄の防止 箇所数",
    "苦情への対応 研修受講者数",
    "ごみの減量に関する啓発 回数",
)


@pytest.mark.parametrize("name", [*MORE_IS_BETTER.split(), *ABOUT_ITS_TITLE])
def test_more_of_it_is_better(name: str) -> None:
    assert not is_wanted_less(name)
