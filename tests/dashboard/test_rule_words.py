"""A person never meets a rule's raw name for a rule that the loaders know."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb

from dashboard import rule_words
from loaders.outcomes import carrying, judging
from loaders.outcomes.signs import CLOSING, FAILING

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


def rules_in(source: str) -> Iterator[str]:
    """Return the rules that a module gives to verdicts; one that is joined of a head and a sign stands for each sign."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        told = [word.value for word in node.keywords if word.arg == "rule"] if node.func.id == "replace" else node.args[1:2]
        for rule in told if node.func.id in ("replace", "_Verdict") else ():
            if isinstance(rule, ast.Constant):
                yield str(rule.value)
            elif isinstance(rule, ast.JoinedStr) and isinstance(rule.values[0], ast.Constant):
                yield from (f"{rule.values[0].value}{sign}" for sign in CLOSING | FAILING)


def test_every_rule_that_the_loaders_can_give_has_words(store_path: Path) -> None:
    known = set(rules_in(Path(judging.__file__).read_text(encoding="utf-8")))
    given = set(rules(store_path, "select distinct rule from outcome where not is_corrected"))
    assert given <= known, "a way to give a rule that this test does not see"
    assert [rule for rule in known if RAW.fullmatch(rule_words.outcome_text(rule))] == []


def test_every_rule_of_carrying_over_that_the_loaders_can_give_has_words(store_path: Path) -> None:
    tree = ast.parse(Path(carrying.__file__).read_text(encoding="utf-8"))
    function = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "carried_rule")
    texts = [node.value for node in ast.walk(function) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    known = {text for text in texts if RAW.fullmatch(text)} | {"promised_again"}
    assert set(rules(store_path, "select distinct carried_rule from outcome where carried_rule <> ''")) <= known
    assert known <= set(rule_words.CARRIED)


def test_a_rule_without_words_is_shown_by_its_name() -> None:
    assert rule_words.outcome_text("words_brand_new") == "words_brand_new"
    assert rule_words.carried_text("brand_new") == "brand_new"
    assert rule_words.place_text("brand_new") == "brand_new"
