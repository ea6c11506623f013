"""The third road: a document is carried out as text. A format is one module with ``write``, and one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.carried import NO_ORIGINS, Carried
from pincite.model.endings import by_ending
from pincite.model.losses import Losses

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from pincite.model.format import DocumentData
    from pincite.model.losses import Declared, Loss


class Format(NamedTuple):
    """A way to write a document.

    Its module has ``write``, which makes text of what is ``Carried``, and ``DECLARED``, what the format cannot hold.
    ``summary`` completes "writes …". ``suffixes`` are what the names of files end with that are written so. ``holds`` is
    what of a document is there: the ``document`` itself, a ``graph`` of all it says, its ``sources``, its
    ``annotations`` of the article, or the ``article`` with them. ``shows_pictures``: the files of pictures have to lie
    beside it.
    """

    module: str
    summary: str
    suffixes: tuple[str, ...]
    holds: Literal["document", "graph", "sources", "annotations", "article"]
    shows_pictures: bool = False

    @property
    def is_whole(self) -> bool:
        """Return whether what is written is a Pincite document again."""
        return self.holds == "document"


FORMATS = {
    "yaml": Format(
        "pincite.export.pincite_yaml",
        "a Pincite document in YAML",
        (".pincite.yaml", ".yaml", ".yml"),
        "document",
    ),
    "json": Format(
        "pincite.export.pincite_json", "a Pincite document in JSON", (".pincite.json", ".json"), "document"
    ),
    "markdown": Format(
        "pincite.export.markdown",
        "an article with its annotation, for Pandoc and people",
        (".md", ".markdown"),
        "document",
    ),
    "html": Format(
        "pincite.export.html",
        "a page with each quotation beside its source",
        (".html", ".htm"),
        "article",
        shows_pictures=True,
    ),
    "tei": Format(
        "pincite.export.tei", "the article in TEI P5, for editions and archives", (".tei.xml",), "article"
    ),
    "jats": Format(
        "pincite.export.jats", "the article in JATS, for journals and repositories", (".jats.xml",), "article"
    ),
    "json-ld": Format(
        "pincite.export.json_ld",
        "the whole document as linked data, in words of schema.org, CiTO, PROV and Web Annotation",
        (".jsonld",),
        "graph",
    ),
    "web-annotation": Format(
        "pincite.export.web_annotation",
        "quotations, claims and pictures as W3C Web Annotations, for clients that show notes on pages",
        (".anno.jsonld",),
        "annotations",
    ),
    "csl-json": Format(
        "pincite.bibliography.csl_json.writing",
        "the sources, for Zotero, Pandoc and citation processors",
        (".csl.json",),
        "sources",
    ),
    "bibtex": Format(
        "pincite.bibliography.bibtex.writing",
        "the sources, for BibTeX's classic styles",
        (".bib",),
        "sources",
    ),
    "biblatex": Format(
        "pincite.bibliography.bibtex.writing_biblatex",
        "the sources, for biblatex, with its dates and types",
        (".biblatex.bib",),
        "sources",
    ),
    "ris": Format(
        "pincite.bibliography.ris.writing",
        "the sources, for EndNote, Zotero and Mendeley",
        (".ris",),
        "sources",
    ),
}
"""The formats by their names; the first ending is that of files that a format gives names to."""
ENDINGS = tuple(ending for one in FORMATS.values() for ending in one.suffixes)
"""What the names of files end with that are written in any of them."""


class Exported(NamedTuple):
    """A document as it is written in a format, and what of it the format does not hold as it is."""

    text: str
    losses: tuple[Loss, ...] = ()


def format_for(name: str | None) -> str:
    """Return the format that a file's name asks for: the one with the longest ending that fits, else YAML."""
    return by_ending(name or "", {key: one.suffixes for key, one in FORMATS.items()}) or "yaml"


def declared(name: str) -> tuple[Declared, ...]:
    """Return what the format called *name* cannot hold."""
    found: tuple[Declared, ...] = import_module(FORMATS[name].module).DECLARED
    return found


def carry_out(
    document: DocumentData, name: str, text: str | None = None, origins: Mapping[str, str] = NO_ORIGINS
) -> Exported:
    """Return the document in the format called *name*; *text* is the article's, where the document only names it.

    *origins* are the IRIs of the catalogues that sources are taken from, by these sources' ids.
    """
    from pincite.model.document import plain_text  # noqa: PLC0415 - the command line asks for the names of formats alone

    module = import_module(FORMATS[name].module)
    if text is None:
        text = document.get("article", {}).get("text", {}).get("content")
    losses = Losses(module.DECLARED, document)
    text = None if text is None else plain_text(text)
    written: str = module.write(Carried(document, text, losses, origins))
    return Exported(written, losses.all())


def write(document: DocumentData, name: str, text: str | None = None) -> str:
    """Return the document in the format called *name*, whatever it cannot hold; see ``carry_out``."""
    return carry_out(document, name, text).text
