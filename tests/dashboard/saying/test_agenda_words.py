"""An entry of the meeting's list tells why it is there in its words, and judgements that words do not show by their rule."""

from dashboard.saying import agenda_words

ITEM = {
    "status": "unmet",
    "is_carried_over": True,
    "carried_rule": "words_put_off",
    "rule": "words_not_done",
    "confidence": 0.9,
    "undone_run": 1,
    "is_worse": False,
    "previous_status": "implemented",
    "indicator": None,
    "reason": None,
    "quote": "",
    "next_plan": None,
    "unit": None,
    "target": None,
    "result": None,
    "attainment": None,
    "missed_targets": 0,
}


def test_a_note_tells_status_run_reason_and_words() -> None:
    item = ITEM | {"undone_run": 3, "reason": "covid", "quote": "感染防止のため *中止*", "next_plan": "開催する"}
    assert agenda_words.note(item) == (
        "✕ 未達 ↻ 繰越（見送り）　**3年連続**　理由：新型コロナ  \n"
        ":gray[「感染防止のため \\*中止\\*」]  \n翌年度の計画：開催する"
    )


def test_a_note_says_from_what_it_turned_worse_and_that_no_reason_is_given() -> None:
    assert agenda_words.note(ITEM | {"is_worse": True, "is_carried_over": False}) == (
        "✕ 未達　前年度の実施から悪化　理由の記載なし  \n翌年度の計画：記載なし"
    )


def test_a_missed_target_is_told_with_its_ratio_and_how_many_more_there_are() -> None:
    item = ITEM | {
        "indicator": "防災メール登録者数",
        "unit": "人",
        "target": 10000.0,
        "result": 9813.0,
        "attainment": 0.9813,
        "missed_targets": 2,
    }
    assert agenda_words.missed_text(item) == "防災メール登録者数 9,813人／目標10,000人（98%、187人不足）、ほか1件の目標"


def test_a_missed_target_of_zero_has_no_ratio() -> None:
    item = ITEM | {"indicator": "事故", "unit": "件", "target": 0.0, "result": 2.0, "attainment": None, "missed_targets": 1}
    assert agenda_words.missed_text(item) == "事故 2件／目標0件（2件超過）"


def test_a_turn_is_told_in_figures_where_there_are_some_else_in_statuses() -> None:
    figures = {
        "subject": "講習会",
        "unit": "回",
        "previous_result": 4.0,
        "previous_target": 4.0,
        "result": 0.0,
        "target": 2.0,
        "undone_run": 1,
    }
    assert agenda_words.turned_note(figures) == "講習会：4回／目標4回 → 0回／目標2回"
    assert agenda_words.turned_note({"subject": None, "previous_status": "met", "status": "unmet"}) == "● 達成 → ✕ 未達"


def test_a_number_that_turned_does_not_hide_that_its_initiative_has_been_unmet_for_longer() -> None:
    figures = {"subject": "講習会", "unit": "回", "previous_result": 4, "previous_target": 4, "result": 0, "target": 2}
    assert agenda_words.turned_note(figures | {"undone_run": 3}).endswith("目標2回（事業としては3年連続の未達・繰越）")


def test_words_that_do_not_show_the_status_come_with_the_rule_that_did() -> None:
    item = ITEM | {"rule": "promised_again", "confidence": 0.5, "quote": "選定を実施した。"}
    assert "判定の理由：計画した成果に触れておらず、翌年度も同じ成果を約束している（確かさ：低い（50%））" in agenda_words.note(
        item
    )
    assert "判定の理由" not in agenda_words.note(ITEM)
