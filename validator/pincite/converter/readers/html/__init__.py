"""Pages: HTML as people save it, from blogs, wikis, word processors and by hand."""

from __future__ import annotations

from pincite.converter.manuscript import Manuscript
from pincite.converter.readers.html.about import about_page
from pincite.converter.readers.html.encoding import page_text
from pincite.converter.readers.html.layout import Layout
from pincite.converter.readers.html.roles import Roles
from pincite.converter.readers.html.taming import tamed
from pincite.converter.readers.html.tree import page


def read(content: bytes) -> Manuscript:
    """Return the manuscript in the bytes of a page: all the text that browsers show, in order.

    Raises UnreadableError for bytes that are none in the page's encoding, and for a page that nests or holds more
    than is read; ImportError where selectolax is not installed.
    """
    safe = tamed(page_text(content))
    shown = page(safe.source)
    roles = Roles(shown.elements, safe.sheets)
    layout = Layout(shown, roles)
    return Manuscript(
        layout.text,
        layout.paragraphs,
        "text/html",
        links=layout.links,
        pictures=layout.pictures,
        notes=roles.notes.links(layout.text),
        cites=layout.cites,
        about=about_page(shown, safe.data),
    )


def safe_source(content: bytes) -> str:
    """Return the source of a page without its scripts, sheets and comments, safe for the parser.

    Raises UnreadableError as ``read`` does.
    """
    return tamed(page_text(content)).source
