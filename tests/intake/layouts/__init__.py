"""Every layout, clean and dirty, a family a module: each module of this folder is one."""

from importlib import import_module
from pkgutil import iter_modules

from tests.intake.cells import CASES

FAMILIES = {family.name: import_module(f"{__name__}.{family.name}") for family in iter_modules(__path__)}

__all__ = ["CASES", "FAMILIES"]
