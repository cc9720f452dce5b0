"""The words that name what a number counts."""

import pytest

from loaders.numbers.labels import Tag
from loaders.numbers.subjects import heading, label, own_words, subject, subject_behind


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (" 都市計画審議会 ", "都市計画審議会"),
        ("、参加人数", "参加人数"),
        ("速やかに公表した。1 印西市行政改革推進委員会 ", "印西市行政改革推進委員会"),
        (" ・大気中放射線量簡易測定 ", "大気中放射線量簡易測定"),
        ("のホームページへの掲載(平成29年度新規) ", "ホームページへの掲載"),
        ("は書面開催となったため、結果のみ公表) 市民意見公募 ", "市民意見公募"),
        ("インターネットにて情報収集(", "インターネットにて情報収集"),
        ("(うち書面開催", "書面開催"),
        ("", ""),
    ],
)
def test_own_words_begin_at_the_last_item(before: str, words: str) -> None:
    assert own_words(before) == words


@pytest.mark.parametrize(
    ("own", "noun"),
    [
        ("都市計画審議会", "都市計画審議会"),
        ("いんざい自然探訪開催のお知らせ", "いんざい自然探訪開催のお知らせ"),
        ("安全で安心なまちづくり推進協議会", "安全で安心なまちづくり推進協議会"),
        ("大型提示装置を", "大型提示装置"),
        ("各校からの要望をもとに大型提示装置を", "大型提示装置"),
        ("図書館所蔵資料をデジタルライブラリーに", "デジタルライブラリー"),
        ("千葉県での事例も", "千葉県での事例"),
        ("公表し、検討を", "検討"),
        ("引き続き今年度も", ""),
        ("今年度も", ""),
        ("教職員対象のICTに関する", ""),
    ],
)
def test_subject_is_the_noun_of_the_own_words(own: str, noun: str) -> None:
    assert subject(own) == noun


@pytest.mark.parametrize(
    ("behind", "noun"),
    [
        ("のICT研修を行っている。", "ICT研修"),
        ("の地図を市民に公開している", "地図"),
        ("、冊子を発行している。", "冊子"),
        ("周知していく。", "周知"),
        ("、参加人数70人", ""),
        ("。", ""),
    ],
)
def test_subject_behind_is_what_the_number_counts(behind: str, noun: str) -> None:
    assert subject_behind(behind) == noun


@pytest.mark.parametrize(
    ("tag", "above", "before", "behind", "expected"),
    [
        ("広報紙での周知", "", "", "", "広報紙での周知"),
        ("内容", "", " 景観審議会 ", " ", "景観審議会"),
        ("ツイート件数", "", "、いんざい君", "", "ツイート件数 いんざい君"),
        ("申請数", "", " 成人式 ", "", "申請数 成人式"),
        ("場所", "", " 中学校", " ", "中学校"),
        ("HP", "市民シンポジウム", "", " 【広報】", "市民シンポジウム HP"),
        ("目標", "", "", "、参加人数70人", "目標"),
        ("結果/目標", "", "", "マイナポータルや情報連携", "結果/目標"),
        (None, "", "", "を対象に", None),
    ],
)
def test_name_joins_the_label_and_the_own_words(
    tag: str | None, above: str, before: str, behind: str, expected: str | None
) -> None:
    assert label(Tag(tag, 0, len(tag) + 2) if tag else None, above, before, behind) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("周知を図った。 ●パブリックコメント(10/2~10/16) 【HP】1回 ●市民シンポジウム(9/30) ", "市民シンポジウム"),
        ("周知を図った。 ", ""),
    ],
)
def test_heading_is_the_last_marked_line(before: str, expected: str) -> None:
    assert heading(before) == expected
