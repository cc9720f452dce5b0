"""What ties a number to a day and to a total: brackets, うち, 計, and what is drawn together."""

from datetime import date

import pytest

from tests.loaders.numbers.cells import read


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("平成29年3月31日現在の登録数9,484人", [date(2017, 3, 31)]),
        ("平成29年1月16日現在 登録数2,962件", [date(2017, 1, 16)]),
        ("【目標】10,000人(平成31年3月31日現在)", [date(2019, 3, 31)]),
        ("【ダウンロード件数】 3,221件 (H30.3.31)", [date(2018, 3, 31)]),
        ("【結果/目標】12,597人/11,000人(令和3年3月31日現在) 【広報誌】20回", [date(2021, 3, 31)] * 2 + [None]),
        ("令和2年度末時点で350台", [date(2021, 3, 31)]),
        ("4件(H30.3.31現在) 申請5件", [date(2018, 3, 31), None]),
        ("令和2年4月1日に3回実施した。", [None]),
    ],
)
def test_day_is_bound_to_the_number_beside_it(text: str, days: list[date | None]) -> None:
    assert [quantity.as_of for quantity in read(text)] == days


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("【内容】策定委員会 4回 （うち1回は書面開催） 市民意見公募 1回", [None, 10, None]),
        ("【内容】各審議会 計9回 ※内、2回は書面開催", [None, 9]),
        ("訓練を実施し、内2回は自動で配信した。 【回数】3回", [24, None]),
        ("【参加人数】54人(延べ前期:34名 後期:20名参加)", [None, 6, 6]),
        ("小・中学校29校中、22校で整備済み。", [None, 5]),
        ("11校(10箇所)に設置した。", [None, None]),
        ("【結果：1件(207件申し込み)】", [None, None]),
        ("1園が閉園し、新設の1園と合わせて11園となった。", [17, 17, None]),
        ("9園となった。開園を予定していた1園は、翌年に延ばした。", [None, 0]),
        ("舗装した延長は3.6km(東部1.2km、西部2.4km)であった。", [None, 7, 7]),
    ],
)
def test_part_is_tied_to_its_total(text: str, totals: list[int | None]) -> None:
    assert [quantity.part_of for quantity in read(text)] == totals
