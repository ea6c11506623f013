"""Names for a document and what is in it that no other document has."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import DocumentData

_FORBIDDEN = re.compile(
    '[\x00-\x20<>"{}|\\\\^`\x7f-\x9f\u200e\u200f\u202a-\u202e\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff'
    "\ud800-\udfff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff]"
    "|%(?![0-9A-Fa-f]{2})"
)
"""What no IRI has (RFC 3987, sections 2.2 and 4.1): white space, marks, controls, also those for the direction of writing,
private and reserved characters, halves of surrogate pairs, and a ``%`` that encodes nothing."""
LONGEST_NAME = 1000
"""Characters of an address that may be repeated with every object of a document: with more, what is written would grow with
their number times its length."""
_BEFORE_PATH = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*")
_PREFIXES = frozenset(
    {"as", "bibo", "cito", "dc", "dcterms", "dctypes", "foaf", "iana", "oa", "owl", "pincite", "prov"}
    | {"rdf", "rdfs", "schema", "skos", "xsd"}
)
"""Prefixes of the JSON-LD contexts that exports have: in linked data, ``schema:Person`` is no address but an abbreviation."""
_SPDX_ID = re.compile(r"(?!LicenseRef-|DocumentRef-)[A-Za-z0-9.-]+")


_UNFIT = (
    "it has characters that no address (IRI) has, or begins with a prefix of linked data, as 'schema:' is"
)
UNFIT = (
    "in linked data such characters are encoded, and such a prefix stands in capitals",
    f"where {_UNFIT}",
)
"""Why and when an address is changed by ``iri_of``."""
UNFIT_NAME = (
    "all other names begin with it, so it is encoded as an address or replaced by a short one",
    f"where {_UNFIT}, or is longer than {LONGEST_NAME} characters",
)
"""Why and when a document's own name is changed by ``document_iri``."""


def document_iri(data: DocumentData) -> str:
    """Return the document's own ``id``, else a ``urn:uuid`` made of its content, the same for the same content.

    A name-based UUID, version 5 (RFC 9562, section 5.5), of the digest of its canonical JSON. An ``id`` that is too long
    to be repeated with each object counts as part of the content.
    """
    own = data.get("id")
    if own and len(own) <= LONGEST_NAME:
        return iri_of(own)
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'urn:sha256:{digest}')}"


def item_iri(document: str, name: str) -> str:
    """Return the name of an object of a document: the document's with the object's ``id`` as fragment.

    Where the document is itself named by a fragment (``set#3``), the name goes on after a slash (``set#3/q1``): objects of
    several documents in one file must not share a name.
    """
    return f"{document}/{name}" if "#" in document else f"{document}#{name}"


def named_origins(origins: Mapping[str, str]) -> dict[str, str]:
    """Return the IRIs under which sources of catalogues are named, by these sources' ids.

    One source of a catalogue has one name in all documents that cite it. The IRI of a catalogue that is too long to be repeated
    with each of its sources names none, as that of a document.
    """
    return {name: iri_of(origin) for name, origin in origins.items() if len(origin) <= LONGEST_NAME}


def item_iris(data: DocumentData, document: str, origins: Mapping[str, str]) -> dict[str, str]:
    """Return the names of all objects with an ``id``, by their JSON Pointers; of some sources by their ``named_origins``.

    Of several with the same id, the first has the name that everything refers to. The others are named by their pointers
    (``doc#/claims/3``): under one name they would be taken for one object.
    """
    objects = [
        *((f"/sources/{number}", one["id"]) for number, one in enumerate(data.get("sources", []))),
        *((f"/quotations/{number}", one["id"]) for number, one in enumerate(data.get("quotations", []))),
        *((f"/claims/{number}", one["id"]) for number, one in enumerate(data.get("claims", []))),
        *((f"/images/{number}", one["id"]) for number, one in enumerate(data.get("images", []))),
    ]
    first: dict[str, str] = {}
    return {
        at: item_iri(origins.get(name, document), name)
        if first.setdefault(name, at) == at
        else item_iri(document, at)
        for at, name in objects
    }


def iri_of(address: str) -> str:
    """Return an address as a valid IRI: what no IRI may have is percent-encoded, all else stays as it is.

    A scheme that linked data would take for a prefix is written in capitals, which mean the same (RFC 3986, section 3.1).
    """
    scheme, mark, rest = address.partition(":")
    if scheme in _PREFIXES and not rest.startswith("//"):
        address = f"{scheme.upper()}{mark}{rest}"
    start = _BEFORE_PATH.match(address)
    head, tail = (start[0], address[start.end() :]) if start else ("", address)
    path, mark, fragment = tail.partition("#")
    tail = f"{path}{mark}{fragment.replace('#', '%23')}"
    return _encoded(head) + _encoded(tail).replace("[", "%5B").replace("]", "%5D")


def license_iri(expression: str) -> str | None:
    """Return the address of a licence in SPDX's list, or None for an expression of several parts or a licence of one's own."""
    return f"https://spdx.org/licenses/{expression}" if _SPDX_ID.fullmatch(expression) else None


def _encoded(part: str) -> str:
    return _FORBIDDEN.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), part
    )
