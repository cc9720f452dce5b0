"""A person never meets a rule's raw name for a rule that the loaders know."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb

from dashboard.saying import rule_words
from loaders.outcomes import carrying, judging
from loaders.outcomes.predicates import CLOSING, FAILING

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


def modules() -> Iterator[ast.Module]:
    """The modules that judge a year."""
    for path in sorted(Path(judging.__file__).parent.glob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def heads(joined: ast.JoinedStr) -> list[str]:
    """Return what stands before the sign in a rule that is joined: words_, or one of several and an underscore."""
    first, second = joined.values[:2]
    if isinstance(first, ast.Constant):
        return [str(first.value)]
    choices = [node.value for node in ast.walk(first) if isinstance(node, ast.Constant)]
    return [f"{choice}{second.value}" for choice in choices if isinstance(second, ast.Constant)]


def rules_in(tree: ast.Module) -> Iterator[str]:
    """Return the rules that a module gives to verdicts; one that is joined of a head and a sign stands for each sign."""
    named = [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "rule"]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "Verdict":
                named += node.args[1:2]
            elif node.func.id == "replace":
                named += [word.value for word in node.keywords if word.arg == "rule"]
    for rule in (part for told in named for part in ast.walk(told)):
        if isinstance(rule, ast.Constant) and isinstance(rule.value, str) and re.search(r"[a-z]_[a-z]", rule.value):
            yield rule.value
        elif isinstance(rule, ast.JoinedStr):
            yield from (f"{head}{sign}" for head in heads(rule) for sign in CLOSING | FAILING)


def test_every_rule_that_the_loaders_can_give_has_words(store_path: Path) -> None:
    known = {rule for tree in modules() for rule in rules_in(tree)}
    given = set(rules(store_path, "select distinct rule from outcome where not is_corrected"))
    assert given <= known, "a way to give a rule that this test does not see"
    assert [rule for rule in known if RAW.fullmatch(rule_words.outcome_text(rule))] == []


def test_every_rule_of_carrying_over_that_the_loaders_can_give_has_words(store_path: Path) -> None:
    tree = ast.parse(Path(carrying.__file__).read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.endswith("_rule")]
    returned = [node.value for function in functions for node in ast.walk(function) if isinstance(node, ast.Return)]
    known = {node.value for node in returned if isinstance(node, ast.Constant) and node.value} | {"promised_again"}
    assert set(rules(store_path, "select distinct carried_rule from outcome where carried_rule <> ''")) <= known
    assert known <= set(rule_words.CARRIED)


def test_a_rule_without_words_is_shown_by_its_name() -> None:
    assert rule_words.outcome_text("words_brand_new") == "words_brand_new"
    assert rule_words.carried_text("brand_new") == "brand_new"
    assert rule_words.place_text("brand_new") == "brand_new"
