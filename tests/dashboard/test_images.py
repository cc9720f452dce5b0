"""A chart's buttons name the chart whose picture they save, as Streamlit marks it, and never break out of their attributes."""

import pytest

from dashboard import images


@pytest.mark.parametrize("kind", images.KINDS)
def test_a_button_names_its_chart_and_its_file(kind: str) -> None:
    made = images.buttons("chart_bands", "達成の区分")
    assert f'data-picture-of="chart_bands" data-kind="{kind}" data-name="達成の区分"' in made
    assert images.KINDS[kind] in made


def test_words_of_the_document_stay_words() -> None:
    assert "<b>" not in images.buttons("chart_1", 'a"><b>')


def test_a_picture_takes_the_key_of_its_marks_along() -> None:
    assert 'data-marks="● 実績　━ その年度の目標"' in images.buttons("chart_1", "研修", ["● 実績", "━ その年度の目標"])


def test_nothing_is_asked_of_another_host() -> None:
    addresses = [word for word in images.SCRIPT.split('"') if word.startswith("http")]
    assert set(addresses) == {"http://www.w3.org/2000/svg"}
