"""Every value of the store is said on screen once: with a label, a sign and colours that can be seen in both themes."""

from datetime import date, datetime

import pandas as pd
import pytest

from dashboard.text import colours, words
from tests.colours import contrast

GROUNDS = {"light": ("#FFFFFF", "#F8F8FB"), "dark": ("#16171B", "#222429")}


@pytest.mark.parametrize("theme", GROUNDS)
def test_a_mark_is_seen_on_every_ground_of_its_theme(theme: str) -> None:
    bands = [step.word for step in words.bands()]
    for word in (*words.STATUSES.values(), *bands, words.CARRIED_OVER, words.NOT_JUDGED):
        colour = getattr(word.tone, theme)
        assert min(contrast(colour, ground) for ground in GROUNDS[theme]) >= 3, word.label


def test_unmet_is_red_as_a_missed_band_is() -> None:
    assert words.STATUSES["unmet"].tone == words.BANDS["D"].word.tone == colours.RED


def test_every_status_and_band_has_a_colour_of_its_own() -> None:
    assert set(colours.STATUS_TONES) == set(words.STATUSES) - {"not_reported"}
    assert set(colours.BAND_TONES) == set(words.BANDS)


def test_statuses_differ_by_sign_and_label_and_not_by_colour_alone() -> None:
    assert len({word.symbol for word in words.STATUSES.values()}) == len(words.STATUSES)
    assert len({word.label for word in words.STATUSES.values()}) == len(words.STATUSES)


@pytest.mark.parametrize(
    ("attainment", "is_met", "code"),
    [
        (1.0, True, "A"),
        (1.4, True, "A"),
        (0.9999, False, "B"),
        (0.8, False, "B"),
        (0.7999, False, "C"),
        (0.5, False, "C"),
        (0.4999, False, "D"),
        (0.0, False, "D"),
        (None, True, "A"),
        (None, False, "D"),
        (float("nan"), False, "D"),
    ],
)
def test_bands_cut_at_100_80_and_50_percent(attainment: float | None, is_met: bool, code: str) -> None:
    step = words.band(attainment, is_met)
    assert step is not None
    assert step.code == code


@pytest.mark.parametrize("unknown", [None, pd.NA])
def test_nothing_is_judged_where_target_or_result_is_missing(unknown: object) -> None:
    assert words.band(None, unknown) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (9813.0, "人", "9,813人"),
        (0.0, "件", "0件"),
        (99.5, "%", "99.5%"),
        (1234.5, "百万円", "1,234.5百万円"),
        (0.1 + 0.2, None, "0.3"),
        (-1500.0, "人", "-1,500人"),
        (15000.0, None, "15,000"),
        (float("nan"), "回", "－"),
    ],
)
def test_numbers_are_written_as_an_office_writes_them(value: float, unit: str | None, said: str) -> None:
    assert words.number_text(value, unit) == said


@pytest.mark.parametrize(
    ("ratio", "said"),
    [(13194 / 15000, "88%"), (3 / 7, "43%"), (1.0, "100%"), (0.29, "29%"), (2.349, "235%"), (-0.004, "0%"), (None, "－")],
)
def test_a_percentage_is_rounded(ratio: float | None, said: str) -> None:
    assert words.percent_text(ratio) == said


@pytest.mark.parametrize(("ratio", "said"), [(0.9999, "99%"), (0.7999, "79%"), (0.4999, "49%")])
def test_rounding_never_lifts_a_figure_to_a_step_of_the_scale(ratio: float, said: str) -> None:
    assert words.percent_text(ratio) == said


@pytest.mark.parametrize(("difference", "said"), [(-3, "3件減"), (3, "3件増"), (0, "増減なし")])
def test_changes_are_said_without_signs(difference: int, said: str) -> None:
    assert words.change_text(difference) == said


def test_a_carried_status_shows_both_signs() -> None:
    assert words.status_text("unmet", is_carried_over=True) == "✕ 未達 ↻ 繰越"


def test_a_carry_over_says_its_kind_by_the_rule_that_found_it() -> None:
    assert words.status_text("unmet", True, "same_target_again") == "✕ 未達 ↻ 繰越（未達のまま継続）"
    assert words.status_text("unmet", True, "correction") == "✕ 未達 ↻ 繰越"


def test_both_kinds_of_carrying_over_stand_in_its_definition() -> None:
    assert "見送られた" in words.CARRIED_OVER.meaning
    assert "未達のまま翌年度も同じ取組・目標を計画" in words.CARRIED_OVER.meaning


def test_a_missing_reason_is_said() -> None:
    assert words.reason_text(None) == "理由の記載なし"


def test_a_place_is_said_as_the_headings_say_it() -> None:
    assert words.place_text("result", "H30") == "H30 評価"
    assert words.place_text("baseline_goal", None) == "現状及び事業目標"


def test_times_of_the_store_are_shown_in_japans_time() -> None:
    assert words.time_text(datetime(2021, 3, 31, 18, 5)) == "2021年4月1日 3時05分"


def test_an_unknown_day_is_said_to_be_unknown() -> None:
    assert words.date_text(date(2021, 4, 1)) == "2021年4月1日"
    assert words.date_text(None) == "記載なし"
    assert words.date_text(pd.NaT) == "記載なし"


def test_the_scale_in_force_is_said_in_one_line() -> None:
    assert words.scale_note() == "A 達成100%以上／B 概ね達成80%以上／C 一部達成50%以上／D 未達成50%未満"


def test_a_long_quotation_is_cut_with_an_ellipsis() -> None:
    assert words.short("あ" * 80, 70) == "あ" * 70 + "…"
    assert words.short("前年 \n同様", 70) == "前年 同様"
