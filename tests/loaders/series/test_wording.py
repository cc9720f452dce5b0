"""What the words around a number say it counts."""

import pytest

from loaders.series.wording import Wording, read_wording

PHRASES = [
    ("【内容】 都市計画審議会 3回", "3回", "都市計画審議会"),
    ("【目標】講座回数：1回", "1回", "講座回数"),
    ("【目標】4回、参加人数70人", "70人", "参加人数"),
    ("【ツイート件数】市公式43件、いんざい君106件", "106件", "いんざい君"),
    ("【現状】平成29年3月31日現在の登録数9,484人", "9,484人", "登録数"),
    ("年間15,000件のアクセス件数を維持する。", "15,000件", "アクセス件数"),
    ("教職員対象のICTに関する年9回の研修を継続する。", "9回", "教職員対象のICTに関する研修"),
    ("多言語翻訳機1台を購入する予定である。", "1台", "多言語翻訳機"),
    ("各課への情報提供を行い、操作研修を年1回実施する。", "1回", "操作研修"),
    ("市内小・中学校7校にタブレット型PCを整備した。", "7校", "タブレット型PC"),
    ("【回数】2回", "2回", ""),
    ("引き続き今年度も1回以上周知していく。", "1回", ""),
]


def wording(text: str, quote: str, *others: str) -> Wording:
    spans = [(text.index(q), text.index(q) + len(q)) for q in (quote, *others)]
    return read_wording(text, *spans[0], spans)


@pytest.mark.parametrize(("text", "quote", "phrase"), PHRASES, ids=[quote for _, quote, _ in PHRASES])
def test_phrase_names_what_is_counted(text: str, quote: str, phrase: str) -> None:
    others = [q for q in ("4回", "市公式43件"[3:]) if q in text and q != quote]
    assert wording(text, quote, *others).phrase == phrase


def test_tag_reaches_to_the_end_of_its_sentence() -> None:
    text = "【目標】速やかに更新作業を行う。わが街ガイドの更新 1回"
    assert wording(text, "1回").tag == ""
    assert wording("【回数】2回", "2回").tag == "回数"


def test_number_within_its_tag_bears_the_words_before_the_colon() -> None:
    assert wording("内容を充実させる。 【更新回数：月1回以上】", "1回").tag == "更新回数"


def test_a_run_of_tags_shares_the_sentence_above_it() -> None:
    text = "教職員対象にICT研修を行い、指導技術の向上を図った。 【回数】9回 【参加人数】163人"
    assert wording(text, "163人", "9回").context == wording(text, "9回", "163人").context
    assert "ICT研修" in wording(text, "163人", "9回").context


def test_each_sentence_is_the_context_of_the_numbers_behind_it() -> None:
    text = "情報伝達訓練を実施した。 【回数】4回 全国合同訓練で迅速に対応できた。 【回数】1回"
    assert wording(text, "4回", "1回").context == "情報伝達訓練を実施した。"
    assert wording(text, "1回", "4回").context == "全国合同訓練で迅速に対応できた。"


def test_section_is_the_nearest_bullet_above() -> None:
    text = "●パブリックコメント(10/2~10/16) 【HP】1回 ●市民シンポジウム(9/30) 【参加者】30名"
    assert wording(text, "30名").section == "市民シンポジウム"
    assert wording(text, "1回").section == "パブリックコメント"


@pytest.mark.parametrize("text", ["各審議会 計9回 ※内、2回は書面開催", "子育て会議 4回 (うち書面開催2回)"])
def test_number_behind_uchi_is_a_part(text: str) -> None:
    assert wording(text, "2回").is_part


def test_number_behind_other_words_is_no_part() -> None:
    assert not wording("市内の案内2回", "2回").is_part
