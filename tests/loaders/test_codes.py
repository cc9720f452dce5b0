"""Every code stands once with its words, and the store holds them for whoever joins."""

from pathlib import Path

import duckdb
import pytest

from loaders.bands import BANDS_SETTING, Bands, read_bands
from loaders.codes import Comparator, Reason
from loaders.rules import rules
from loaders.store.code_tables import CODE_TABLES, CodeTable, code_rows


@pytest.mark.parametrize("table", CODE_TABLES, ids=lambda table: table.name)
def test_the_store_holds_every_code_with_its_words_in_order(store_path: Path, table: CodeTable) -> None:
    with duckdb.connect(str(store_path), read_only=True) as connection:
        stored = connection.execute(f"select * from {table.name} order by position").fetchall()
    assert stored == [tuple(row[name] for name in row) for row in code_rows(table)]


@pytest.mark.parametrize("table", CODE_TABLES, ids=lambda table: table.name)
def test_no_two_codes_of_a_table_share_a_word(table: CodeTable) -> None:
    words = [member.label_ja for member in table.members]
    assert len(set(words)) == len(words)
    assert all(words) or table.members is Comparator


def test_disaster_and_epidemic_are_outside_causes_and_no_other() -> None:
    assert {reason.value for reason in Reason if reason.is_outside} == {"covid", "disaster"}


def test_a_rule_stands_once_in_its_step() -> None:
    known = [(rule.step, rule.code) for rule in rules()]
    assert len(set(known)) == len(known)


def test_every_rule_of_carrying_over_finds_a_kind_but_a_persons_word() -> None:
    assert [rule.code for rule in rules() if rule.step == "carried" and rule.carried_kind is None] == ["correction"]


def test_every_rule_of_the_store_has_words(store_path: Path) -> None:
    used = """
        select 'status', rule from outcome union select 'carried', carried_rule from outcome where carried_rule <> ''
        union select 'place', rule from cell
    """
    with duckdb.connect(str(store_path), read_only=True) as connection:
        assert connection.execute(f"{used} except select step, code from rule_code").fetchall() == []


def test_the_cuts_are_a_setting_that_the_meanings_follow() -> None:
    scale = list(read_bands("90,70").rows())
    assert [step["at_least"] for step in scale] == [1.0, 0.9, 0.7, 0.0]
    assert [step["meaning"] for step in scale[1:3]] == ["達成率90%以上100%未満", "達成率70%以上90%未満"]
    assert read_bands(None) == Bands(80, 50)


@pytest.mark.parametrize("setting", ["80", "50,80", "100,50", "80,0", "eighty,fifty"])
def test_a_setting_that_is_no_scale_is_refused_by_name(setting: str) -> None:
    with pytest.raises(ValueError, match=BANDS_SETTING):
        read_bands(setting)
