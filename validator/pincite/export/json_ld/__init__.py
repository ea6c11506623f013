"""The whole document as linked data (JSON-LD 1.1).

What schema.org, CiTO, PROV, Web Annotation, Dublin Core and BIBO have a word for is said in their words, the rest in terms
of Pincite's own. The context stands in the file itself, from ``schema/context.jsonld``: nothing has to be fetched to read
it. In that context each name has one meaning, wherever it stands.

Objects with an ``id`` have the IRI of the document with that id as fragment; all others are blank nodes. Paths of files stay
plain words: they are relative to the document's file, which an IRI like ``urn:uuid:`` says nothing of. A verdict on a claim
(``ClaimReview``) is never written: the format has none.
"""

from __future__ import annotations

from pincite.export.json_ld.losses import DECLARED
from pincite.export.json_ld.writing import write

__all__ = ["DECLARED", "write"]
