"""The descriptions of images (``alt``), as the rules about them look at them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.document import Document
    from pincite.model.format import Image


@lru_cache(maxsize=1)
def descriptions(document: Document) -> list[tuple[str, Image, str]]:
    """Return the images that are described, with their pointers and descriptions, without white space around.

    Kept for the document under judgement, because several rules ask.
    """
    found = []
    for at, image in document.images:
        if "alt" in image:
            text = image["alt"].get("text", "").strip()
            if text:
                found.append((at, image, text))
    return found
