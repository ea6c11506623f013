"""Names for a document and what is in it that no other document has."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

if TYPE_CHECKING:
    from pincite.model.format import DocumentData


def document_iri(data: DocumentData) -> str:
    """Return the document's own ``id``, else a ``urn:uuid`` made of its content, the same for the same content.

    A name-based UUID, version 5 (RFC 9562, section 5.5), of the digest of its canonical JSON.
    """
    own = data.get("id")
    if own:
        return own
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'urn:sha256:{digest}')}"


def item_iri(document: str, name: str) -> str:
    """Return the name of an object of a document: the document's with the object's ``id`` as fragment."""
    return f"{document.partition('#')[0]}#{name}"
