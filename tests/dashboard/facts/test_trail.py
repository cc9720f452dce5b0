"""Every act of a person is told with who, when and why, whatever it was about."""

from datetime import UTC, datetime

from dashboard.drawing import change_tables
from dashboard.facts import trail
from dashboard.saying import change_words
from desk.corrections import PersonsWord, Saved
from desk.keepings import ADDED, RESTORED, Done, Keeping
from desk.notes import Kept, Step

EVENING = datetime(2026, 11, 28, 16, 5, tzinfo=UTC)
WORD = PersonsWord(1, 30, "周知", 2019, "status", "", "unmet", "met", "見落とし")
FIGURE = PersonsWord(1, 11, "防災メール", 2020, "result", "登録者数", "9813", "9831", "転記の誤り")
STEP = Step("a", 1, 11, "防災メール", 2020, "呼びかける")


def test_all_kinds_stand_in_one_list_the_latest_first() -> None:
    found = trail.entries(
        [
            Saved(WORD, 1, EVENING, "花子（h@city.example.jp）"),
            Kept(STEP, 3, EVENING, "係"),
            Saved(FIGURE, 2, EVENING, "係", undoes=1),
        ],
        [
            Done(Keeping(ADDED, 2, "環境基本計画", "k.xlsx"), 4, EVENING, "管理係"),
            Done(Keeping(RESTORED), 5, EVENING, "管理係"),
        ],
        {2019: "R1", 2020: "R2"},
    )
    rows = change_tables.trail(found).to_numpy().tolist()
    assert [row[4] for row in rows] == [
        "外した計画を元に戻した",
        "「環境基本計画」を取り込んだ（k.xlsx）",
        "呼びかける",
        "「登録者数」のR2の実績：9,813 → 9,831（元に戻した）",
        "R1の状況：✕ 未達 → ● 達成",
    ]
    assert rows[-1] == ["2026-11-29 01:05", "花子（h@city.example.jp）", "訂正・確認", "30", rows[-1][4], "見落とし"]
    assert change_words.trail(found) == "2026年11月29日から、3人が5件の変更をしました。"


def test_nobody_has_changed_anything_yet() -> None:
    assert change_words.trail([]) == "まだ、だれも書き換えていません。"
