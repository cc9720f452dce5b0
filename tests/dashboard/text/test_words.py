"""Every value of the store is said on screen once: with a label, a sign and colours that can be seen in both themes."""

import ast
import re
from datetime import date, datetime
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dashboard.saying import rule_words
from dashboard.text import words
from tests.colours import contrast

LOADERS = Path(__file__).resolve().parents[3] / "loaders"
CHECKED = [
    ("outcome", "status", words.STATUSES),
    ("outcome", "reason", words.REASONS),
    ("cell", "kind", words.KINDS),
    ("quantity", "role", words.ROLES),
    ("quantity", "comparator", words.COMPARATORS),
    ("indicator", "direction", words.DIRECTIONS),
    ("finding", "severity", words.SEVERITIES),
]
GROUNDS = {"light": ("#FFFFFF", "#F8F8FB"), "dark": ("#16171B", "#222429")}
WORDS = {
    **words.STATUSES,
    **{step.code: step.word for step in words.BANDS},
    "carried_over": words.CARRIED_OVER,
    "not_judged": words.NOT_JUDGED,
}


def allowed_values(connection: duckdb.DuckDBPyConnection, table: str, column: str) -> set[str]:
    checks = connection.execute(
        "select constraint_text from duckdb_constraints() where table_name = ? and constraint_type = 'CHECK'", [table]
    ).fetchall()
    listed = [text for (text,) in checks if re.match(rf"CHECK\(+\"?{column}\"? IN", text)]
    assert len(listed) == 1, f"{table}.{column} has no list of allowed values"
    return set(re.findall(r"'(\w+)'", listed[0]))


@pytest.mark.parametrize(("table", "column", "said"), CHECKED, ids=[f"{table}.{column}" for table, column, _ in CHECKED])
def test_every_value_that_the_store_allows_has_a_word(
    store_path: Path, table: str, column: str, said: dict[str, object]
) -> None:
    with duckdb.connect(str(store_path), read_only=True) as connection:
        assert allowed_values(connection, table, column) == set(said)


def test_every_kind_of_finding_in_the_store_has_a_word(store_path: Path) -> None:
    with duckdb.connect(str(store_path), read_only=True) as connection:
        kinds = {kind for (kind,) in connection.execute("select distinct kind from finding").fetchall()}
    assert kinds
    assert kinds <= set(words.FINDING_KINDS)


def test_every_kind_of_finding_that_the_loaders_can_make_has_a_word(store_path: Path) -> None:
    kinds = {kind for path in LOADERS.rglob("*.py") for kind in kinds_in(path.read_text(encoding="utf-8"))}
    with duckdb.connect(str(store_path), read_only=True) as connection:
        found = {kind for (kind,) in connection.execute("select distinct kind from finding").fetchall()}
    assert found <= kinds, "a way to make findings that this test does not see"
    assert kinds == set(words.FINDING_KINDS)


def kinds_in(source: str) -> set[str]:
    """Return the kinds that a module gives to findings: in the call that makes one, or in a name `kind` made ready for it."""
    if "Finding" not in source:
        return set()
    said: list[ast.expr] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Finding", "_finding", "tell"):
            said += [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "kind")]
        if isinstance(node, ast.Assign) and "kind" in re.findall(r"\w+", ast.unparse(node.targets[0])):
            said += node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
    constants = [part.value for part in said if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return {constant for constant in constants if re.fullmatch(r"[a-z]+(_[a-z]+)+", constant)}


@pytest.mark.parametrize("theme", GROUNDS)
@pytest.mark.parametrize("name", WORDS)
def test_a_mark_is_seen_on_every_ground_of_its_theme(name: str, theme: str) -> None:
    colour = getattr(WORDS[name].tone, theme)
    assert min(contrast(colour, ground) for ground in GROUNDS[theme]) >= 3


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


def test_every_rule_of_carrying_over_says_its_kind_on_screen(store_path: Path) -> None:
    with duckdb.connect(str(store_path), read_only=True) as connection:
        rules = {rule for (rule,) in connection.execute("select distinct carried_rule from outcome").fetchall()} - {""}
    known = set(rule_words.CARRIED) - {"correction"}
    assert rules
    assert rules <= known
    assert set(words.CARRIED_KINDS) == known
    assert words.status_text("unmet", True, "same_target_again") == f"✕ 未達 ↻ 繰越（{words.STILL_UNMET}）"


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


def test_the_cuts_are_a_setting_that_the_meanings_follow() -> None:
    scale = words.bands(*words.cuts("90,70"))
    assert [step.at_least for step in scale] == [1.0, 0.9, 0.7, 0.0]
    assert [step.word.meaning for step in scale[1:3]] == ["達成率90%以上100%未満", "達成率70%以上90%未満"]


@pytest.mark.parametrize("setting", ["", "80", "50,80", "100,50", "80,0", "eighty,fifty"])
def test_a_setting_that_is_no_scale_is_refused_by_name(setting: str) -> None:
    with pytest.raises(ValueError, match=words.CUTS_SETTING):
        words.cuts(setting)
