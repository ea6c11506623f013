"""The third road: a document is written as text. A format is one module with ``write``, and one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pincite.model.format import DocumentData


class Format(NamedTuple):
    """A way to write a document.

    Its module, what the names of files end with that are written so, whether the module's ``write`` also takes
    the article's text, and whether all of the document is in what it writes.
    """

    module: str
    suffixes: tuple[str, ...]
    takes_text: bool = False
    is_whole: bool = True


FORMATS = {
    "yaml": Format("pincite.export.pincite_yaml", (".yaml", ".yml")),
    "json": Format("pincite.export.pincite_json", (".json",)),
    "markdown": Format("pincite.export.markdown", (".md", ".markdown"), takes_text=True),
    "csl-json": Format("pincite.export.csl_json", (".csl.json",), is_whole=False),
}


def format_for(name: str | None) -> str:
    """Return the format that a file's name asks for: the one with the longest ending that fits, else YAML."""
    fitting = [
        (len(suffix), key)
        for key, one in FORMATS.items()
        for suffix in one.suffixes
        if name is not None and name.lower().endswith(suffix)
    ]
    return max(fitting)[1] if fitting else "yaml"


def write(document: DocumentData, name: str, text: str | None = None) -> str:
    """Return the document in the format called *name*; *text* is the article's, where the document only names it."""
    chosen = FORMATS[name]
    module = import_module(chosen.module)
    written: str = module.write(document, text) if chosen.takes_text else module.write(document)
    return written
