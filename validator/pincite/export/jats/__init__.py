"""The article with its annotation as JATS (Z39.96), Journal Archiving and Interchange 1.3, for journals and repositories.

The text stands whole in ``body``; quotations, claims and what was changed in quotations are ``disp-quote`` and
``named-content``, citations cross-references to the sources in ``ref-list``. No document type is declared: whoever reads
it then fetches nothing, and ``dtd-version`` says what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.jats.body import Body
from pincite.export.jats.front import front
from pincite.export.jats.inline import Inline
from pincite.export.jats.losses import DECLARED
from pincite.export.jats.references import list_of_references
from pincite.export.jats.telling import tell
from pincite.export.layout.laying import lay_out
from pincite.export.layout.values import words_of_pieces
from pincite.export.xml_text.characters import BARRED
from pincite.export.xml_text.elements import Element, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.carried import Carried
    from pincite.model.format import ArchiveEntry

__all__ = ["DECLARED", "write"]


def write(carried: Carried) -> str:
    """Return the document as one JATS article with a final line end."""
    data = carried.data
    inline = Inline(carried)
    layout = lay_out(data, carried.text)
    tell(carried, words_of_pieces(layout))
    body = Body(carried, layout, inline)
    text = body.body()
    back = Element("back", None, body.apart(), _archives(data.get("archives", {})))
    back.add(list_of_references(carried, inline.ids))
    attributes = {
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "dtd-version": "1.3",
        "xml:lang": data.get("article", {}).get("language"),
    }
    root = Element("article", attributes, front(carried))
    root.add(text if text.children else None, back if back.children else None)
    BARRED.tell(carried)
    return written(root)


def _archives(archives: Mapping[str, ArchiveEntry]) -> Element | None:
    """Return what the codes of archives stand for."""
    items = []
    for code, entry in archives.items():
        words = "; ".join(one for one in (entry.get("name"), entry.get("url")) if one)
        meaning = Element("def", None, Element("p", None, words))
        items.append(Element("def-item", None, Element("term", None, code), meaning))
    if not items:
        return None
    title = Element("title", None, "Archives")
    return Element("glossary", {"content-type": "archives"}, title, Element("def-list", None, *items))
