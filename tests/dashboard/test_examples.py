"""Examples in docstrings run."""

import doctest
import importlib
import pkgutil

import pytest

import dashboard

MODULES = [module.name for module in pkgutil.iter_modules(dashboard.__path__, "dashboard.")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
