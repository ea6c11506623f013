"""Markdown: the text that a reader of the rendered page sees, with what stands above it, and what pictures say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.document import plain_text
from pincite.verifier.copies.as_article import told_as_copy
from pincite.verifier.copies.extract import Extract
from pincite.verifier.copies.page_marks import pages_of

if TYPE_CHECKING:
    from pincite.verifier.copies.extract import Wish


def version(_: Wish) -> str:
    """Return the version of what is extracted here."""
    return "1"


def read(content: bytes, _: Wish) -> Extract:
    """Return the text without the marks of Markdown; raises CopyError for bytes that are no text.

    Front matter stands before it as it is written; behind it stands what pictures say to those who cannot see them.
    Addresses of links are no text.
    """
    with told_as_copy():
        from pincite.converter.readers import markdown  # noqa: PLC0415 - imports markdown-it
        from pincite.converter.readers.decoding import decode  # noqa: PLC0415 - as above
        from pincite.converter.readers.front_matter import parted  # noqa: PLC0415 - as above

        source = plain_text(decode(content).text)
        above = source[: parted(source)[1]]
        manuscript = markdown.read(source.encode("utf-8"))
    alts = [picture.alt for picture in manuscript.pictures if picture.alt]
    text = "\n".join([above + manuscript.text, *alts])
    return Extract(text, pages_of(text))
