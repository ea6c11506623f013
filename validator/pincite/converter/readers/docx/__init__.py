"""Word documents (.docx): an own walk through the XML, because the text as libraries give it has gaps.

They leave out insertions, content controls, fields or the indents that quotations are told by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.readers.docx.about import about, default_language, tag
from pincite.converter.readers.docx.around import around
from pincite.converter.readers.docx.assembly import assembled
from pincite.converter.readers.docx.content import Content
from pincite.converter.readers.docx.markup import child
from pincite.converter.readers.docx.notes import Notes
from pincite.converter.readers.docx.numbering import Lists
from pincite.converter.readers.docx.package import Package
from pincite.converter.readers.docx.pictures import Pictures
from pincite.converter.readers.docx.refusal import refusal
from pincite.converter.readers.docx.styles import Styles
from pincite.converter.readers.docx.walk import Walk

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from lxml.etree import _Element

    from pincite.converter.manuscript import Manuscript
    from pincite.converter.readers.docx.draft import Block
    from pincite.converter.readers.docx.notes import NoteKey

__all__ = ["around", "read"]


def read(content: bytes, styles: Mapping[str, str] | None = None) -> Manuscript:
    """Return the manuscript in the bytes of a .docx.

    *styles* gives names of the house's own paragraph styles to kinds of paragraphs: ``{"Zitat Block": "quotation"}``.
    Tracked changes count as accepted; headers, footers and comments are not the article's text. Raises
    UnreadableError for what is no .docx, or one that is damaged or asks for too much; ValueError for a kind of
    paragraph that there is not.
    """
    package = Package(content)
    main = package.main_part()
    parts = {one.kind: one.target for one in package.relationships(main).values() if not one.external}
    style_part = _part(package, parts, "styles")
    language = default_language(style_part, _part(package, parts, "settings"))
    notes = Notes(package, {kind: parts[kind] for kind in ("footnotes", "endnotes") if parts.get(kind)})
    shared = Content(
        package,
        Styles(style_part, styles or {}, language),
        Lists(_part(package, parts, "numbering")),
        notes,
        Pictures(package),
    )
    root = package.xml(main)
    body = None if root is None else child(root, "w:body")
    if body is None:
        raise refusal(f"the file is no Word document: its part {main} has no body", "save it again as .docx")
    walk = Walk(shared, main)
    blocks = walk.story(body)
    texts = _notes(shared)
    core = next(
        (one.target for one in package.relationships("").values() if one.kind == "core-properties"), ""
    )
    said = about(package.xml(core) if core else None, _most(walk.scribe.languages, language))
    return assembled(blocks, texts, notes, said)


def _part(package: Package, parts: dict[str, str], kind: str) -> _Element | None:
    return package.xml(parts[kind]) if parts.get(kind) else None


def _notes(content: Content) -> dict[NoteKey, list[Block]]:
    """Return the texts of the notes that are marked, in the order of their marks, those marked in notes too."""
    walks = {kind: Walk(content, part) for kind, part in content.notes.parts.items()}
    texts = {}
    for key in content.notes.order:  # grows while notes are walked through
        element = content.notes.element(key)
        if element is not None:
            texts[key] = walks[key.kind].story(element)
    return texts


def _most(languages: Counter[str | None], default: str | None) -> str | None:
    """Return the language of most characters; None among them stands for the default."""
    counted: dict[str | None, int] = {}
    for said, count in languages.items():
        language = tag(said) or default
        counted[language] = counted.get(language, 0) + count
    return max(counted, key=lambda one: counted[one]) if counted else default
