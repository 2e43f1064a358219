"""The meaning of each pattern: slots → expression. A production that finds no sense raises NoMeaning.

A production is a function under its rule's name (or the rule's `make`), in the module of its kind.
"""

from timeline.text.productions import (
    anaphoric,
    counted,
    days,
    lengths,
    numbers,
    periods,
    reports,
    times,
    years,
)
from timeline.text.productions.classes import CLASSES
from timeline.text.productions.registry import PRODUCTIONS, NoMeaning

__all__ = ["CLASSES", "PRODUCTIONS", "NoMeaning"]
_ALL = (
    anaphoric,
    counted,
    days,
    lengths,
    numbers,
    periods,
    reports,
    times,
    years,
)  # importing them registers their productions
