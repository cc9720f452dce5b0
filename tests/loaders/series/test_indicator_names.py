"""What a manager would write above a chart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.prose.vocabulary import load_rows, words_of
from loaders.series import label_similarity
from loaders.series.name_length import LONGEST_NAME
from tests.series import indicators_of

NAMES = [
    pytest.param(
        "防災メールの登録の推進",
        {"base": "【現状】登録数9,484人", "h29_result": "【結果/目標】9,813人/10,000人"},
        ["防災メール登録者数"],
        id="registrations-of-the-activity",
    ),
    pytest.param(
        "教育向けICT講習",
        {"h29_result": "教職員対象にICT研修を行い、指導技術の向上を図った。 【回数】9回 【参加人数】163人"},
        ["ICT研修 回数", "ICT研修 参加人数"],
        id="event-in-the-sentence",
    ),
    pytest.param(
        "市民活動支援センターの提供情報の充実",
        {"h29_plan": "メールマガジンの配信を行う。 【目標】10回", "h29_result": "配信を行った。 【結果/目標】10/10回"},
        ["メールマガジン配信回数"],
        id="what-is-done-to-what",
    ),
    pytest.param(
        "市民参加の推進",
        {"h29_result": "【内容】 消防委員会 2回 都市計画審議会 3回"},
        ["消防委員会", "都市計画審議会"],
        id="label-that-names-its-thing",
    ),
    pytest.param(
        "SNSのPR",
        {"h30_result": "【ツイート件数】市公式43件、いんざい君106件"},
        ["ツイート件数（市公式）", "ツイート件数（いんざい君）"],
        id="label-with-kinds",
    ),
    pytest.param(
        "「広報紙配信アプリ(マチイロ)」の利用者を増やすためのPR",
        {"h29_result": "利用促進に向け、周知を行った。 【ホームページ】24回 【広報紙】4回"},
        ["ホームページでの周知", "広報紙での周知"],
        id="medium-with-what-is-done-there",
    ),
    pytest.param(
        "口座振替手続の電子化",
        {"h29_result": "システムの構築に必要な要件と機能を検討した。 【回数】2回"},
        ["口座振替手続の電子化 検討回数"],
        id="study-of-the-activity",
    ),
    pytest.param(
        "ひばり防災メールの登録促進",
        {
            "base": "【現況】6,240人 【到達目標】12,000人",
            "h29_plan": "登録者7,000人",
            "h29_result": "6,871人。防災訓練の会場で登録を呼びかけた。",
            "h30_plan": "8,000人",
            "h30_result": "登録者は8,415人となった。",
        },
        ["ひばり防災メール登録者数"],
        id="what-two-years-call-it-before-an-event-that-one-speaks-of",
    ),
    pytest.param(
        "婚活イベント",
        {"h29_plan": "40人", "h29_result": "秋の回は申込52人。"},
        ["婚活イベント 申込 人数"],
        id="noun-behind-a-topic",
    ),
    pytest.param(
        "公衆無線LANの設置",
        {"h29_plan": "体育館の残りを含め20箇所", "h29_result": "17箇所"},
        ["公衆無線LANの設置 箇所数"],
        id="verb-names-nothing",
    ),
    pytest.param(
        "「電子申請サービス」で行える各種申請手続きの増加",
        {"h29_result": "税止め申告を追加した。【結果/目標】19/19手続き"},
        ["電子申請サービス 手続き数"],
        id="unit-that-is-a-noun",
    ),
    pytest.param(
        "ふれあいバスのルートや時刻表、乗換案内の提供",
        {"h29_result": "【結果】アクセス件数 27,499件/年"},
        ["ふれあいバス アクセス件数"],
        id="count-without-its-subject",
    ),
    pytest.param(
        "市民参加推進のための情報提供の充実",
        {"h30_result": "●パブリックコメント(10/2~10/16) 【提出数】30件 ●市民懇談サロン 【閲覧者】39名"},
        ["パブリックコメント 提出数", "市民懇談サロン 閲覧者"],
        id="bullet-above",
    ),
    pytest.param("特定健診の受診率向上", {"h29_result": "【受診率】54.1％"}, ["特定健診受診率"], id="rate-of-the-activity"),
    pytest.param(
        "電子申請の推進", {"h29_result": "【電子申請件数】1,250件"}, ["電子申請件数"], id="label-that-is-the-activity"
    ),
    pytest.param(
        "市民参加推進のための情報提供の充実",
        {"h30_result": "●市民シンポジウム(9/30) 【HP】1回 【ツイッター】2回"},
        ["市民シンポジウム ホームページ", "市民シンポジウム ツイッター"],
        id="media-under-a-bullet",
    ),
]


[EVENT_NAMES] = [row.examples for row in load_rows(words_of(label_similarity.__file__)) if row.id == "event"]


@pytest.mark.parametrize(("activity", "words", "names"), NAMES)
def test_name_says_what_is_counted_of_what(activity: str, words: dict[str, str], names: list[str]) -> None:
    assert [indicator.name for indicator in indicators_of(activity, **words)] == names


@pytest.mark.parametrize("event", EVENT_NAMES)
def test_bare_count_is_called_after_its_event(event: str) -> None:
    [indicator] = indicators_of("市民活動の推進", h29_result=f"市民対象の{event}を実施した。 【参加人数】20人")
    assert indicator.name.startswith(event[-LONGEST_NAME:])


def test_names_that_would_be_the_same_are_told_apart() -> None:
    found = indicators_of(h29_result="【内容】総合計画審議会 3回 総合計画審議会 2回")
    assert [indicator.name for indicator in found] == ["総合計画審議会", "総合計画審議会（2）"]


@given(
    st.text("市民活動の推進「」()、・ABCア研修講座", max_size=60),
    st.lists(st.text("市民のをに参加人数公表周知研修ABC", min_size=1, max_size=40), min_size=1, max_size=4),
)
def test_names_are_short_unique_and_never_empty(activity: str, labels: list[str]) -> None:
    words = " ".join(f"【{label}】{count}回" for count, label in enumerate(labels, 1))
    names = [indicator.name for indicator in indicators_of(activity, h29_result=words)]
    assert all(0 < len(name) <= LONGEST_NAME for name in names)
    assert len(set(names)) == len(names)


@given(
    st.sampled_from(["", "の推進", "第3次計画の検討", "「」", "(再掲)", "向上"]),
    st.text("市民人員数参加会の0123456789%件円、。()①小中男女・→【】 ", max_size=80),
    st.text("計回件%延べ目標実績合5.0(うち)。、 ", max_size=40),
)
def test_whatever_a_row_says_its_indicators_have_names(activity: str, plan: str, result: str) -> None:
    names = [indicator.name for indicator in indicators_of(activity, r1_plan=plan, r1_result=f"{result} {plan}")]
    assert all(name.strip() and len(name) <= LONGEST_NAME for name in names)
    assert len(set(names)) == len(names)


AMOUNTS_IN_WORDS = [
    ("公民館の充実", {"h29_plan": "主催講座50講座、参加者1,600人"}, "50講座"),
    ("窓口の電子化", {"h29_result": "9月から税務課で取扱いを開始した2箇所"}, "9月"),
    ("広報の充実", {"h29_result": "広報紙9月号ほか3回で周知した。"}, "9月号"),
]


@pytest.mark.parametrize(("activity", "words", "amount"), AMOUNTS_IN_WORDS, ids=[amount for *_, amount in AMOUNTS_IN_WORDS])
def test_no_amount_and_no_month_is_part_of_a_name(activity: str, words: dict[str, str], amount: str) -> None:
    assert not [indicator.name for indicator in indicators_of(activity, **words) if amount in indicator.name]


def test_a_number_that_belongs_to_the_thing_stays_in_its_name() -> None:
    [indicator] = indicators_of("ごみの減量", h29_result="【1人1日当たり排出量】630g")
    assert indicator.name == "1人1日当たり排出量"
    [indicator] = indicators_of("端末の更新", h29_result="Windows10端末30台を更新した。")
    assert "Windows10" in indicator.name


@pytest.mark.parametrize("result", ["4台。2台は点検中", "4台に貸与。2台が修理中", "4台。2台も点検中"])
def test_no_name_is_told_apart_by_words_that_begin_with_a_particle(result: str) -> None:
    names = [indicator.name for indicator in indicators_of("端末の貸与", h29_plan="6台", h29_result=result)]
    assert not [name for name in names if re.search(r"(?:^|（)[はがをもでにへのと](?![ぁ-ん])", name)]


def test_no_name_is_told_apart_by_what_leads_on_to_another_number() -> None:
    words = {"h29_plan": "2園", "h29_result": "2園。計4園", "h30_plan": "3園（うち1園は前年度分）", "h30_result": "3園。計7園"}
    assert not [i.name for i in indicators_of("園庭の芝生化", base="【現状】2園【目標】10園", **words) if "うち" in i.name]
