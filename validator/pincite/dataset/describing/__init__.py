"""What is written about a dataset for others: for people, and for the programs that read Data Packages, Croissant and RO-Crates.

A descriptor is one module and one line here. The module has ``files``, which yields the path and the text of each of its files,
made of ``Facts``; ``KINDS``, what these are; and ``NAMED``, what says which paths each of them names that is JSON.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pincite.dataset.describing.facts import Facts
    from pincite.dataset.describing.kinds import Kind
    from pincite.dataset.describing.named import Named
    from pincite.model.json_value import Json

    class Descriptor(Protocol):
        """A module that describes datasets."""

        KINDS: Mapping[str, Kind]
        NAMED: Mapping[str, Callable[[Json], Iterator[Named]]]

        def files(self, facts: Facts) -> Iterator[tuple[str, str]]:
            """Yield the path and the text of each file."""


DESCRIPTORS: tuple[str, ...] = ("card", "datapackage", "croissant", "ro_crate")
"""The modules, in the order in which they are written: each sees the files of those before it among the facts."""


def descriptors() -> Iterator[Descriptor]:
    """Yield the modules."""
    for name in DESCRIPTORS:
        yield cast("Descriptor", import_module(f"pincite.dataset.describing.{name}"))


def descriptor_files(facts: Callable[[], Facts]) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file; *facts* are asked for before each descriptor, when the last one is written."""
    for one in descriptors():
        yield from one.files(facts())
