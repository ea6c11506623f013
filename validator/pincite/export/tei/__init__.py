"""The article with its annotation as TEI P5, for editions, archives and whatever reads the Text Encoding Initiative's XML.

The text stands whole in ``body``, with quotations, citations, claims and segments as elements around their words;
sources in ``back``; what is said of them in ``standOff``. Namespace and elements are those of the Guidelines, 4.3.0 or later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.layout.laying import lay_out
from pincite.export.layout.values import words_of_pieces
from pincite.export.tei.body import Body
from pincite.export.tei.header import header
from pincite.export.tei.inline import Inline
from pincite.export.tei.losses import DECLARED
from pincite.export.tei.pictures import surfaces
from pincite.export.tei.sources import list_of_sources
from pincite.export.tei.statements import statements
from pincite.export.xml_text.characters import BARRED
from pincite.export.xml_text.elements import Element, written

if TYPE_CHECKING:
    from pincite.model.carried import Carried

__all__ = ["DECLARED", "write"]

_NAMESPACE = "http://www.tei-c.org/ns/1.0"


def write(carried: Carried) -> str:
    """Return the document as one TEI text with a final line end."""
    data = carried.data
    layout = lay_out(data, carried.text)
    inline = Inline(carried)
    body = Body(carried, layout, inline)
    text = Element("text", None, body.body())
    apart = body.apart()
    back = Element("back", None, list_of_sources(data.get("sources", []), inline.ids), apart)
    text.add(back if back.children else None)
    root = Element("TEI", {"xmlns": _NAMESPACE, "xml:lang": data.get("article", {}).get("language")})
    root.add(header(data), surfaces(data.get("images", [])), text)
    root.add(statements(data, words_of_pieces(layout)))
    BARRED.tell(carried)
    return written(root)
