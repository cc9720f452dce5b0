"""Examples in docstrings of the dashboard, of what people wrote and of the door run."""

import doctest
import importlib
import pkgutil

import pytest

import access
import dashboard
import desk

FINDER = doctest.DocTestFinder()
MODULES = [
    module.name
    for package in (access, dashboard, desk)
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
]


# A module without examples would pass whatever it did.
WITH_EXAMPLES = [name for name in MODULES if any(test.examples for test in FINDER.find(importlib.import_module(name)))]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
