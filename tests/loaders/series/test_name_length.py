"""A name has room for so many signs; a longer one gives up what it says first, at a word's beginning."""

from loaders.series.name_length import LONGEST_NAME, joined, shortened


def test_a_name_that_fits_is_left_alone_and_one_sign_more_is_cut() -> None:
    fits = "あ" * LONGEST_NAME
    assert shortened(fits, LONGEST_NAME) == fits
    assert shortened(fits + "い", LONGEST_NAME) == fits


def test_a_name_is_cut_at_the_first_word_whose_rest_fits() -> None:
    assert shortened("市民の生活を守る消防の施設の整備", 10) == "守る消防の施設の整備"
    assert shortened("市民の生活を守る消防の施設の整備", 9) == "施設の整備"
    # A rest of three signs says too little.
    assert shortened("広報紙とウェブページの更新数", 5) == "広報紙とウ"
    assert shortened("広報紙とウェブページの更新件数", 5) == "更新件数"


def test_subject_and_label_stand_apart_unless_the_activity_joins_them() -> None:
    assert joined("防災メール", "登録者数", "防災メールの登録を進める") == "防災メール登録者数"
    assert joined("防災メール", "登録者数", "防災情報を発信する") == "防災メール 登録者数"
    assert joined("研修", "研修 参加人数", "研修を行う") == "研修 参加人数"


def test_a_title_of_a_chart_has_room_for_so_many_signs() -> None:
    label = "あ" * (LONGEST_NAME - 3)
    assert joined("研修", label, "") == f"研修 {label}"
    assert joined("研修", f"{label}い", "").endswith(f"{label}い")
    assert "研修" not in joined("研修", f"{label}い", "")
    assert joined("研修", f"{label}いう", "") == f"{label}いう"
