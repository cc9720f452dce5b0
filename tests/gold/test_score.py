"""The reading of the shipped document must stay as good as it was measured to be, on the labelled rows."""

from pathlib import Path

import pytest

from tests.gold.score import LABELS, SECOND_LABELS, f1, load_labels, load_table, other_tables, place, same_unit, score

FLOORS = {
    "moves": 0.95,
    "tagged": 0.99,
    "quantities": 0.97,
    "pairs": 0.95,
    "series": 0.95,
    "status": 0.93,
    "unmet": 0.93,
    "carried": 0.85,
    "reason": 0.8,
    "text": 1.0,
}


# Tables that the loaders were not made with.
OTHER_FLOORS = {
    "moves": 0.85,
    "quantities": 0.93,
    "pairs": 0.9,
    "series": 0.9,
    "status": 0.92,
    "unmet": 0.9,
    "carried": 0.85,
    "reason": 0.7,
    "text": 1.0,
}


@pytest.mark.parametrize("table", other_tables(), ids=lambda path: path.stem)
def test_reading_keeps_its_floors_on_other_cities_tables(table: Path, tmp_path: Path) -> None:
    labels = load_labels(table.with_suffix(".jsonl"))
    figures = score(load_table(table, tmp_path / "plan.duckdb"), labels)
    short = {name: round(figures[name].value, 3) for name, floor in OTHER_FLOORS.items() if figures[name].value < floor}
    assert not short, f"below the floor on {table.name}: {short}"


@pytest.mark.parametrize("labels", [LABELS, SECOND_LABELS], ids=lambda path: path.stem)
def test_reading_keeps_its_floors_on_the_labelled_rows(store_path: Path, labels: Path) -> None:
    figures = score(store_path, load_labels(labels))
    short = {name: round(figures[name].value, 3) for name, floor in FLOORS.items() if figures[name].value < floor}
    assert not short, f"below the floor on {labels.name}: {short}"


def test_labels_cover_every_initiative_once() -> None:
    numbers = [row["number"] for path in (LABELS, SECOND_LABELS) for row in load_labels(path)]
    assert sorted(numbers) == list(range(1, 134))


def test_f1_counts_a_number_read_twice_as_one_surplus() -> None:
    figure = f1([(1, "a"), (1, "a")], [(1, "a")])
    assert (figure.precision, figure.recall, figure.surplus) == (0.5, 1.0, [(1, "a")])


def test_f1_leaves_out_what_two_readers_would_see_differently() -> None:
    assert f1([(1, "a"), (2, "b")], [(1, "a")], optional=[(2, "b")]).value == pytest.approx(1.0)


def test_spellings_of_a_unit_are_one() -> None:
    assert [same_unit(text) for text in ("カ所", "名", "回/年", "％", None)] == ["箇所", "人", "回", "%", ""]


def test_places_have_the_labels_names() -> None:
    assert [place("baseline_goal", None), place("plan", 2017), place("result", 2020)] == ["base", "H29_plan", "R2_result"]
