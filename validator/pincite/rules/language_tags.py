"""The language tags of a document, with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document


def language_tags(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the pointer and the tag of every ``language`` of the document."""
    if "language" in document.article:
        yield "/article/language", document.article["language"]
    for at, source in document.sources:
        if "language" in source:
            yield f"{at}/language", source["language"]
    for at, quotation in document.quotations:
        if "language" in quotation:
            yield f"{at}/language", quotation["language"]
