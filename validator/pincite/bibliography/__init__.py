"""Lists of sources in the formats of reference managers: a folder for each format, with both directions.

Bibliographies are flat: a work has at most a title around its own, a series around that, and no more. ``flat`` makes
one entry of a source and the works around it, and ``nesting`` sources and works around them of entries. A format that
can be read has a module ``reading`` with ``read(text) -> Listed``, and a line here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.endings import by_ending

if TYPE_CHECKING:
    from pincite.bibliography.listed import Listed


class Bibliography(NamedTuple):
    """A format that sources are read from: its module, what the names of its files end with, the extra it needs."""

    module: str
    suffixes: tuple[str, ...]
    extra: str = ""


BIBLIOGRAPHIES: dict[str, Bibliography] = {
    "csl-json": Bibliography("pincite.bibliography.csl_json.reading", (".csl.json",)),
    "ris": Bibliography("pincite.bibliography.ris.reading", (".ris",)),
    "bibtex": Bibliography("pincite.bibliography.bibtex.reading", (".bib",), "bibtex"),
    "biblatex": Bibliography("pincite.bibliography.bibtex.reading", (".biblatex.bib",), "bibtex"),
}


def bibliography_for(path: str) -> str | None:
    """Return the name of the format that a file's name asks for by the longest ending; None where it is no bibliography's."""
    return by_ending(path, {name: one.suffixes for name, one in BIBLIOGRAPHIES.items()})


def read(name: str, text: str) -> Listed:
    """Return the sources in a bibliography in the format called *name*.

    Raises ImportError, naming the extra, where what reads the format is not installed.
    """
    listed: Listed = import_module(BIBLIOGRAPHIES[name].module).read(text)
    return listed
