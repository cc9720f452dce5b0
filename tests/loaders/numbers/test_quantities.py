"""Quantities of a cell, read from fragments of the source: value, unit, role, name, day, total, span."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.model import Cell, Comparator, Place, Role
from loaders.numbers.quantities import read_quantities
from loaders.numbers.scanning import scan
from loaders.prose.widths import narrow
from tests.loaders.numbers.cells import BASE, PLAN, RESULT, findings, read, row, said

FRAGMENTS = [
    "【結果/目標】9,813人/10,000人(329人増) ",
    "【広報紙での周知】5回 ",
    "【目標】4回、参加人数70人 ",
    "【登録数】192(前年度比37増)(平成30年3月31日現在) ",
    "●パブリックコメント(10/2~10/16) 【HP】1回 【広報】1回(9/15号) ",
    "1 印西市行政不服審査会 開催実績なし（案件がなかったため） ",
    "【更新回数：月1回以上】",
    "教職員対象のICTに関する年９回の研修を継続する。",
    "・伊西市環境白書2017のホームページへの掲載 1/1回 ",
    "年4回の1日(6時間程度)研修を100名が受講、各校1回以上実施する。",
    "第4次LGWANに移行し、Windows10端末を129台導入した。",
    "平成29年1月16日現在 登録数2,962件 ",
    "実施事業2-①-イの後、令和３年度に5・6年生へ。",
    "1,234レイヤーを3層に。",
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("".join),
    st.text(alphabet="0123456789０１,./-~()【】：。、 回人件年月日第平成元R~約増減以上目標結果研修A①一二十百万千", max_size=40),
)


CASES = [
    (BASE, "【現状】平成29年3月31日現在の登録数9,484人", [(Role.BASELINE, 9484, "人")]),
    (BASE, "【事業目標】令和4年3月31日現在の登録数11,000人", [(Role.FINAL_GOAL, 11000, "人")]),
    (BASE, "【事業目標】年間15,000件のアクセス件数を維持する。", [(Role.TARGET, 15000, "件")]),
    (BASE, "【現状】提供 年9回 登録数180(個人、団体)", [(Role.BASELINE, 9, "回"), (Role.BASELINE, 180, None)]),
    (BASE, "【現状】提供している。(交渉成立件数22件) 【事業目標】周知する。", [(Role.BASELINE, 22, "件")]),
    (BASE, "【現状】18手続き【事業目標】手続きを追加する。", [(Role.BASELINE, 18, "手続き")]),
    (BASE, "平成31年度までに案内板を11箇所を設置する。", [(Role.FINAL_GOAL, 11, "箇所")]),
    (BASE, "年9回程度のICT研修を行っている。", [(Role.BASELINE, 9, "回")]),
    (PLAN, "【目標】2回以上 公開情報の収集に努める。", [(Role.TARGET, 2, "回")]),
    (PLAN, "【目標】4回、参加人数70人", [(Role.TARGET, 4, "回"), (Role.TARGET, 70, "人")]),
    (PLAN, "【回数】9回 【参加人数】178人", [(Role.TARGET, 9, "回"), (Role.TARGET, 178, "人")]),
    (PLAN, "引き続き今年度も1回以上周知していく。", [(Role.TARGET, 1, "回")]),
    (PLAN, "多言語翻訳機1台を購入する予定である。また、対応する。", [(Role.TARGET, 1, "台")]),
    (PLAN, "【結果/目標】13/13回", [(Role.RESULT, 13, "回"), (Role.TARGET, 13, "回")]),
    (PLAN, "庁内へ貸出した。【貸出実績】7件", [(Role.RESULT, 7, "件")]),
    (PLAN, "周知に努めた。【広報回数】1回", [(Role.RESULT, 1, "回")]),
    (PLAN, "要望をもとに大型提示装置を129台導入した。", [(Role.RESULT, 129, "台")]),
    (RESULT, "【結果/目標】3/4箇所", [(Role.RESULT, 3, "箇所"), (Role.TARGET, 4, "箇所")]),
    (RESULT, "【目標/実績】10/12回", [(Role.TARGET, 10, "回"), (Role.RESULT, 12, "回")]),
    (RESULT, "【結果/目標】3/4", [(Role.RESULT, 3, None), (Role.TARGET, 4, None)]),
    (
        RESULT,
        "【結果/目標】9,813人/10,000人(329人増)",
        [(Role.RESULT, 9813, "人"), (Role.TARGET, 10000, "人"), (Role.CHANGE, 329, "人")],
    ),
    (RESULT, "【施設数】63箇所(4箇所減)", [(Role.RESULT, 63, "箇所"), (Role.CHANGE, -4, "箇所")]),
    (RESULT, "【結果：1件(207件申し込み)】", [(Role.RESULT, 1, "件"), (Role.RESULT, 207, "件")]),
    (RESULT, "【令和2年度クレジットによる寄附：539件】", [(Role.RESULT, 539, "件")]),
    (RESULT, "【目標】1回", [(Role.TARGET, 1, "回")]),
    (RESULT, "目標10回に対し、実績8回であった。", [(Role.TARGET, 10, "回"), (Role.RESULT, 8, "回")]),
    (RESULT, "11回事業計画していたが、未実施。", [(Role.TARGET, 11, "回")]),
    (RESULT, "【公開手続数】11", [(Role.RESULT, 11, None)]),
    (RESULT, "【登録数】2017", [(Role.RESULT, 2017, None)]),
    (RESULT, "【内容】環境白書2017", []),
    (RESULT, "【内容】操作研修 3回/日", [(Role.RESULT, 3, "回")]),
    (RESULT, "常設の手続きを4つ、期間限定の手続きを5つ増やした。", [(Role.RESULT, 4, "つ"), (Role.RESULT, 5, "つ")]),
    (RESULT, "【回数】0回 【参加人数】0人", [(Role.RESULT, 0, "回"), (Role.RESULT, 0, "人")]),
    (RESULT, "三回開催し、百二十人が参加した。", [(Role.RESULT, 3, "回"), (Role.RESULT, 120, "人")]),
    (RESULT, "85.2%", [(Role.RESULT, 85.2, "%")]),
    (RESULT, "12", [(Role.RESULT, 12, None)]),
    (RESULT, "件数がホームページ1ページ分程度のため、遅延原因の1つとして第4次計画を2-①-イで。", []),
    (RESULT, "全国一斉の訓練で一部を一般公開し、市役所一階で千葉県と統一した。", []),
    (RESULT, "24時間365日対応のチャットボットを導入した。", []),
    (BASE, "平成29年度 642g → 令和4年度 580g", [(Role.BASELINE, 642, "g"), (Role.FINAL_GOAL, 580, "g")]),
    (BASE, "受診率 36.9%(法定報告値)、令和4年度の目標 50.0%", [(Role.BASELINE, 36.9, "%"), (Role.FINAL_GOAL, 50, "%")]),
    (BASE, "来館者数12万人以上を維持する。(121,460人)", [(Role.FINAL_GOAL, 120_000, "人"), (Role.BASELINE, 121_460, "人")]),
    (PLAN, "【目標】1人1日当たり615g", [(Role.TARGET, 615, "g")]),
    (
        RESULT,
        "交付率は41.7%で、目標の45%に3.3ポイント及ばなかった。",
        [(Role.RESULT, 41.7, "%"), (Role.TARGET, 45, "%"), (Role.CHANGE, -3.3, "ポイント")],
    ),
    (RESULT, "1,298件(あと2件及ばず)", [(Role.RESULT, 1298, "件"), (Role.CHANGE, -2, "件")]),
    (RESULT, "予定した4回のうち3回実施した。", [(Role.TARGET, 4, "回"), (Role.RESULT, 3, "回")]),
    (RESULT, "【結果】4回開催を予定していたが、2回の開催となった。", [(Role.TARGET, 4, "回"), (Role.RESULT, 2, "回")]),
    (RESULT, "12回の予定が5回の開催となった。", [(Role.TARGET, 12, "回"), (Role.RESULT, 5, "回")]),
    (RESULT, "昨年度10件、今年度12件", [(Role.BASELINE, 10, "件"), (Role.RESULT, 12, "件")]),
    (RESULT, "45件→52件に増加した。", [(Role.BASELINE, 45, "件"), (Role.RESULT, 52, "件")]),
    (RESULT, "3回/98人", [(Role.RESULT, 3, "回"), (Role.RESULT, 98, "人")]),
    (RESULT, "満足度4.5点/5点満点", [(Role.RESULT, 4.5, "点")]),
    (RESULT, "【ヒアリング】12/15団体", [(Role.RESULT, 12, "団体"), (Role.TARGET, 15, "団体")]),
    (RESULT, "1か所のまま。2か所目は延期した。", [(Role.RESULT, 1, "か所")]),
    (RESULT, "削減時間も1,530時間となった。", [(Role.RESULT, 1530, "時間")]),
    (RESULT, "備蓄食を1,800食購入し、24系列を整えた。", [(Role.RESULT, 1800, "食"), (Role.RESULT, 24, "系列")]),
    (RESULT, "28.4 ※調査の年でないため推計", [(Role.RESULT, 28.4, None)]),
]


@pytest.mark.parametrize(("place", "text", "expected"), CASES, ids=[text for _, text, _ in CASES])
def test_numbers_have_the_role_that_the_words_and_the_place_give(
    place: Place, text: str, expected: list[tuple[Role, float, str | None]]
) -> None:
    assert said(text, place) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("【内容】 都市計画審議会 3回 景観審議会 1回", ["都市計画審議会", "景観審議会"]),
        ("【ツイート件数】市公式43件、いんざい君106件", ["ツイート件数 市公式", "ツイート件数 いんざい君"]),
        ("【場所】小学校6校 中学校1校 【参加人数】448人", ["小学校", "中学校", "参加人数"]),
        ("【内容】検討回数：2回", ["検討回数"]),
        (
            "●市民シンポジウム(9/30) 【HP】1回 ●市民懇談サロン(10/2~5, 12, 13) 【HP】1回",
            ["市民シンポジウム HP", "市民懇談サロン HP"],
        ),
        ("【結果】アクセス件数 27,499件/年", ["アクセス件数"]),
        ("令和元年度中に、所蔵資料をデジタルライブラリーに1件公開した。", ["デジタルライブラリー"]),
        ("【結果/目標】 環境白書2017の掲載 1/1回 ・放射線量測定 2/2回", ["環境白書2017の掲載"] * 2 + ["放射線量測定"] * 2),
        ("【登録数】192(前年度比37増)", ["登録数", "登録数"]),
        ("農地の集積率を58%から65%に高めた。", ["農地の集積率"] * 2),
        ("お試し住宅を1棟増やして3棟とした。", ["お試し住宅"] * 2),
        ("待ち時間は平均12分、家庭系ごみ 1人1日 480g", ["待ち時間", "家庭系ごみ"]),
        (
            "小学校7校(繰越分)及び公民館3館、移住者32人、うち子育て世帯は7人",
            ["小学校", "公民館", "移住者", "移住者 子育て世帯"],
        ),
        ("1歳6か月児健診98.4%、図書の貸出 人口1人当たり6冊", ["1歳6か月児健診", "図書の貸出"]),
    ],
)
def test_numbers_bear_the_name_of_what_they_count(text: str, names: list[str]) -> None:
    assert [quantity.label for quantity in read(text)] == names


@pytest.mark.parametrize(
    ("text", "is_tagged"),
    [
        ("【目標】4回", True),
        ("【更新回数：月1回以上】", True),
        ("【目標】更新作業を行う。 わが街ガイドの更新 1回", False),
        ("1回以上周知していく。", False),
        ("3箇所設置した。【結果/目標】3/3箇所", None),
    ],
)
def test_number_is_tagged_by_a_label_without_a_stop_between(text: str, is_tagged: bool | None) -> None:
    expected = [False, True, True] if is_tagged is None else [is_tagged]
    assert [quantity.is_tagged for quantity in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "activity", "is_cumulative"),
    [
        ("【結果/目標】10,249人/10,000人(延人数)", "", True),
        ("延べ54人が参加した。", "", True),
        ("【登録数】192", "", True),
        ("【目標】10,000人(平成31年3月31日現在)", "防災メールの登録の推進", True),
        ("【結果】アクセス件数 23,677件(令和2年3月31日現在)", "時刻表の提供", False),
        ("【参加人数】163人", "", False),
        ("スマホ教室を12回（延べ240名参加）開催した。", "", None),
    ],
)
def test_number_is_cumulative_where_words_say_so(text: str, activity: str, is_cumulative: bool | None) -> None:
    found = {quantity.is_cumulative for quantity in read(text, activity=activity)}
    assert found == ({False, True} if is_cumulative is None else {is_cumulative})


@pytest.mark.parametrize(
    ("text", "comparator"),
    [("2回以上", "ge"), ("20件程度", "approx"), ("約3,000人", "approx"), ("10件以下", "le"), ("3~5回", "ge"), ("4回", "eq")],
)
def test_bounds_are_kept(text: str, comparator: str) -> None:
    assert [quantity.comparator for quantity in read(text)] == [Comparator(comparator)]


def test_spans_count_the_printed_cell_and_order_is_the_documents() -> None:
    text = "周知を図る。【目標】４回 を行った。【結果】５回"
    cut = text.index("を行った")
    cells = [
        Cell(PLAN, RESULT, text[cut:], cut, len(text), 0.9, "merged"),
        Cell(PLAN, PLAN, text[:cut], 0, cut, 0.9, "merged"),
    ]
    quantities, _ = read_quantities(row(text, PLAN), cells)
    assert [text[quantity.span_start : quantity.span_end] for quantity in quantities] == ["４回", "５回"]
    assert [quantity.quote for quantity in quantities] == ["４回", "５回"]
    assert [quantity.place for quantity in quantities] == [PLAN, RESULT]


def test_number_that_no_rule_reads_is_reported_with_its_words() -> None:
    (finding,) = findings("地図に1,234と書いた。")
    assert (finding.kind, finding.number, finding.year) == ("unread_number", 1, 2019)
    assert "1,234" in finding.message
    assert finding.quote == "地図に1,234と書いた。"


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("1,0000人が参加した。", "1,0000"),
        ("【参加者】12,34人", "12,34"),
        ("１，２３４５件", "１，２３４５"),
        ("1,2,3回", "1,2,3"),
        ("9,813人/10,00人", "10,00"),
    ],
)
def test_number_with_misplaced_commas_is_reported_whole_and_no_part_of_it_is_read(text: str, run: str) -> None:
    (finding,) = findings(text)
    assert f"「{run}」" in finding.message
    assert all(not {"0", "34", "5", "3"} & {f"{quantity.value:g}"} for quantity in read(text))


def test_months_in_a_list_are_no_number_and_are_not_reported() -> None:
    assert said("2回(1,2,3月)開催した。") == [(Role.RESULT, 2, "回")]
    assert findings("2回(1,2,3月)開催した。") == ()


def test_cell_of_read_numbers_reports_nothing() -> None:
    assert findings("".join(FRAGMENTS[:-1])) == ()


@given(TEXTS)
def test_every_digit_is_accounted_for(text: str) -> None:
    found = scan(narrow(text))
    spans = [(reading.amount.start, reading.amount.end) for reading in found.readings]
    spans += [(other.start, other.end) for other in found.others] + [*found.unread, *found.beyond]
    digits = {match.start() for match in re.finditer(r"\d", found.text)}
    assert digits <= {at for start, end in spans for at in range(start, end)}


@given(TEXTS)
def test_amounts_follow_one_another_without_overlap(text: str) -> None:
    found = scan(narrow(text)).readings
    assert all(one.amount.end <= other.amount.start for one, other in pairwise(found))


@given(TEXTS)
def test_quotes_are_the_words_of_the_cell(text: str) -> None:
    assert all(text[quantity.span_start : quantity.span_end] == quantity.quote for quantity in read(text))


@given(TEXTS)
def test_totals_are_quantities_of_the_same_cell(text: str) -> None:
    quantities = read(text)
    starts = {quantity.span_start for quantity in quantities}
    assert all(quantity.part_of in starts for quantity in quantities if quantity.part_of is not None)


@given(
    st.integers(0, 9_999_999), st.sampled_from(["{:,}人", "{}回", "約{:,}件", "{:,}人以上", "【目標】{:,}校", "【登録数】{}"])
)
def test_number_round_trips_through_the_cell(number: int, form: str) -> None:
    (quantity,) = read(form.format(number), PLAN)
    assert quantity.value == number


BEYOND = ["9" * 309, "9" * 5000, "九" * 400, "9,999,999,999,999,999", "100000兆", "0.0000001"]


@pytest.mark.parametrize("digits", BEYOND, ids=lambda digits: f"{digits[:9]}({len(digits)})")
@pytest.mark.parametrize("before", ["【結果/目標】3人/", "講座を", ""])
def test_number_that_no_plan_can_mean_stays_words_with_a_finding(before: str, digits: str) -> None:
    text = f"{before}{digits}人"
    assert digits not in [quantity.quote for quantity in read(text)]
    assert all(abs(quantity.value) < 1e15 for quantity in read(text))
    assert "number_beyond" in {finding.kind for finding in findings(text)}


def test_a_noun_that_counts_large_numbers_of_a_row_counts_its_small_ones() -> None:
    assert said("製作は9タイトル、累計246タイトル。") == [(Role.RESULT, 9, "タイトル"), (Role.RESULT, 246, "タイトル")]
    assert said("製作は9タイトル。") == []
