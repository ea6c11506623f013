"""What is written about a dataset for others: for people, and for the programs that read Data Packages, Croissant and RO-Crates.

A descriptor is one module with ``files``, which yields the path and the text of each of its files, made of ``Facts``; and one
line here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pincite.dataset.describing.facts import Facts

DESCRIPTORS: tuple[str, ...] = ("card", "datapackage", "croissant", "ro_crate")
"""The modules, in the order in which they are written: each sees the files of those before it among the facts."""


def described(facts: Callable[[], Facts]) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file; *facts* are asked for before each descriptor, when the last one is written."""
    for name in DESCRIPTORS:
        module = import_module(f"pincite.dataset.describing.{name}")
        yield from cast("Iterator[tuple[str, str]]", module.files(facts()))
