"""Word documents: their text and notes, and behind them what stands around: headers, footers and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.copies.as_article import told_as_copy
from pincite.verifier.copies.extract import Extract
from pincite.verifier.copies.page_marks import pages_of

if TYPE_CHECKING:
    from pincite.verifier.copies.extract import Wish


def version(_: Wish) -> str:
    """Return the version of what is extracted here."""
    return "1"


def read(content: bytes, _: Wish) -> Extract:
    """Return the text of a Word document; raises CopyError for what is none or asks for too much.

    Tracked changes count as accepted, and text that is formatted as hidden is left out. What pictures say to those who
    cannot see them stands behind the text.
    """
    with told_as_copy("docx"):
        from pincite.converter.readers import docx  # noqa: PLC0415 - imports lxml

        manuscript = docx.read(content)
        around = dict.fromkeys(docx.around(content))
    alts = [picture.alt for picture in manuscript.pictures if picture.alt]
    text = "\n".join([manuscript.text, *alts, *around])
    return Extract(text, pages_of(text))
