"""A person never meets a rule's raw name for a rule that the loaders know."""

import re
from pathlib import Path

import duckdb

from dashboard.text import rule_words

RAW = re.compile(r"[a-z_]+")


def rules(store: Path, sql: str) -> list[str]:
    with duckdb.connect(str(store), read_only=True) as connection:
        return [str(rule) for (rule,) in connection.execute(sql).fetchall()]


def test_every_rule_of_the_store_has_words(store_path: Path) -> None:
    said = [rule_words.outcome_text(rule) for rule in rules(store_path, "select distinct rule from outcome")]
    said += [
        rule_words.carried_text(rule)
        for rule in rules(store_path, "select distinct carried_rule from outcome where carried_rule <> ''")
    ]
    said += [rule_words.place_text(rule) for rule in rules(store_path, "select distinct rule from cell")]
    assert [text for text in said if RAW.fullmatch(text)] == []


def test_a_rule_without_words_is_shown_by_its_name() -> None:
    assert rule_words.outcome_text("words_brand_new") == "words_brand_new"
    assert rule_words.carried_text("brand_new") == "brand_new"
    assert rule_words.place_text("brand_new") == "brand_new"
