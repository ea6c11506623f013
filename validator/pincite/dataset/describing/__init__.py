"""What is written about a dataset for others: for people, and for the programs that read Data Packages, Croissant and RO-Crates.

A descriptor is one module with ``NAME`` (its file) and ``text`` (its content, made of ``Facts``), and one line here. One with
several files has ``files`` instead, which yields the path and the text of each.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.describing.facts import Facts

DESCRIPTORS: tuple[str, ...] = ("card",)
"""The modules, in the order in which they are written: each sees the files of those before it among the facts."""


def described(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file of the descriptors."""
    for name in DESCRIPTORS:
        module = import_module(f"pincite.dataset.describing.{name}")
        if hasattr(module, "files"):
            yield from cast("Iterator[tuple[str, str]]", module.files(facts))
        else:
            yield cast("str", module.NAME), cast("str", module.text(facts))
