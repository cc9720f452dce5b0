"""The reading of the shipped document must stay as good as it was measured to be, on the labelled rows."""

from pathlib import Path

import pytest

from tests.gold.score import (
    DOUBTS,
    LABELS,
    LATEST_ROW,
    OTHERS_ROW,
    SECOND_LABELS,
    SUMMARY,
    UNSEEN_ROW,
    Figure,
    Label,
    Read,
    amount,
    f1,
    latest_tables,
    load_labels,
    load_tables,
    other_tables,
    place,
    same_unit,
    score,
    score_figure_doubts,
    score_outcomes,
    unseen_tables,
)

README = Path(__file__).parents[2] / "README.md"
# What a change of a label or a rule may move before README must be written anew.
SLACK = 0.01
# What the loaders have reached, as README publishes it of each row, at worst: the figures of SUMMARY but for its doubts.
REACHED = {
    "dev": (1.0, 0.998, 1.0, 1.0, 0.992, 1.0, 1.0, 1.0),
    "rest": (1.0, 1.0, 1.0, 0.997, 1.0, 1.0, 1.0, 0.935),
    # Tables that the loaders were not made with.
    OTHERS_ROW: (0.923, 0.994, 0.982, 0.974, 0.979, 0.982, 0.945, 0.92),
    LATEST_ROW: (0.923, 0.89, 0.883, 0.821, 0.865, 0.889, 0.857, 0.538),
}
WHOLE = {"text": 1.0}
FLOORS = {row: WHOLE | dict(zip(SUMMARY, (worst - SLACK for worst in found), strict=False)) for row, found in REACHED.items()}
FLOORS["dev"]["tagged"] = FLOORS["rest"]["tagged"] = 0.99


def flattering(row: str, figures: dict[str, Figure]) -> dict[str, tuple[float, float]]:
    """Return the figures that README's row states better than they are, each with what is stated at worst."""
    [line] = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("|") and row in line]
    stated = dict(zip(SUMMARY, (float(cell.split("–")[0]) for cell in line.strip("| ").split(" | ")[1:]), strict=True))
    better = {name: worst - figures[name].value for name, worst in stated.items()}
    gains = {name: -gain if name in DOUBTS else gain for name, gain in better.items()}
    return {name: (stated[name], round(figures[name].value, 3)) for name, gain in gains.items() if gain > SLACK}


def short(row: str, figures: dict[str, Figure]) -> dict[str, float]:
    """Return the figures of a table of this row that are below its floors."""
    return {name: round(figures[name].value, 3) for name, floor in FLOORS[row].items() if figures[name].value < floor}


TABLES = [
    (row, table)
    for row, tables in {OTHERS_ROW: other_tables(), LATEST_ROW: latest_tables(), UNSEEN_ROW: unseen_tables()}.items()
    for table in tables
]


@pytest.fixture(scope="module")
def tables_read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[Path, int]]:
    """A store of all tables, and by which number each stands in it."""
    documents = [table for _, table in TABLES]
    store = load_tables(documents, tmp_path_factory.mktemp("tables") / "plan.duckdb")
    return store, {document: number for number, document in enumerate(documents, 1)}


@pytest.mark.parametrize(("row", "table"), TABLES, ids=lambda value: value.stem if isinstance(value, Path) else "")
def test_reading_keeps_its_floors_on_other_tables_and_readme_tells_no_better(
    row: str, table: Path, tables_read: tuple[Path, dict[Path, int]]
) -> None:
    store, numbers = tables_read
    figures = score(store, load_labels(table.with_suffix(".jsonl")), numbers[table])
    # README alone bounds tables that nothing is ever learnt from.
    assert row == UNSEEN_ROW or not short(row, figures), f"below the floor on {table.name}: {short(row, figures)}"
    assert not flattering(row, figures), "README's row flatters: make score prints it"


@pytest.mark.parametrize("labels", [LABELS, SECOND_LABELS], ids=lambda path: path.stem)
def test_reading_keeps_its_floors_on_the_labelled_rows(store_path: Path, labels: Path) -> None:
    figures = score(store_path, load_labels(labels))
    below = short(labels.stem, figures)
    assert not below, f"below the floor on {labels.name}: {below}"
    assert not flattering(f"this document ({labels.stem})", figures), "README's row flatters: make score prints it"


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


@pytest.mark.parametrize(
    ("one", "other"), [((3.2, "億円"), (32_000, "万円")), ((320_000, "千円"), (3.2, "億円")), ((7.5, "分"), (450, "秒"))]
)
def test_writings_of_one_amount_are_one(one: tuple[float, str], other: tuple[float, str]) -> None:
    assert amount((one[0],), one[1]) == amount((other[0],), other[1])


def label(**outcome: object) -> Label:
    said = {"accepted": ["unmet"], "carried": None, "reason": None} | outcome
    return {"number": 1, "outcomes": {"R1": said}, "series": [], "series_skip": []}


SAID = {"year": "R1", "target": None, "result": 7.0, "unit": "人"}


def read(status: str = "unmet", reason: str | None = None, *, is_doubtful: bool = False) -> Read:
    return Read([], [], [], [(1, 2019, status, False, reason)], set(), {(1, "R1")} if is_doubtful else set())


def test_a_wrong_status_is_silent_unless_its_year_is_doubtful() -> None:
    silence = [score_outcomes(read("implemented", is_doubtful=said), [label()])["silent"].value for said in (False, True)]
    assert silence == [1.0, 0.0]


def test_a_reason_where_a_label_says_that_none_is_given_is_one_too_many() -> None:
    figure = score_outcomes(read(reason="cost"), [label(reason=[])])["reason"]
    assert (figure.precision, figure.surplus) == (0.0, [(1, "R1", "cost")])


def test_a_reason_that_is_not_scored_counts_neither_way() -> None:
    figure = score_outcomes(read(reason="cost"), [label(reason=None)])["reason"]
    assert (figure.value, figure.precision) == (1.0, 1.0)


def test_a_result_that_was_not_read_is_silent_unless_its_year_is_doubtful() -> None:
    labels = [label() | {"series": [SAID, {"year": "R1", "target": None, "result": 5.0, "unit": "回"}]}]
    silence = [
        len(score_figure_doubts(Read([], [], [(1, 2019, None, 7.0, "人")], [], marked, set()), labels)["silent figures"].missed)
        for marked in (set(), {(1, "R1", None, 7.0, "人")})
    ]
    assert silence == [1, 0]
