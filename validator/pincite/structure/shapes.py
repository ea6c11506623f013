"""What each scalar shape of the schema means: the code of its fault, its words, and its test beyond shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model import edtf
from pincite.structure import checksums
from pincite.structure.rules import (
    address_malformed,
    date_malformed,
    digest_malformed,
    doi_malformed,
    identifier_malformed,
    isbn_malformed,
    issn_malformed,
    language_malformed,
    license_malformed,
    media_type_malformed,
    path_malformed,
    version_unsupported,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.model.rule import Rule


class Shape(NamedTuple):
    """A scalar's rule, what it should be in the user's words, and why a well-shaped one may still be wrong."""

    rule: Rule
    wanted: str
    fault: Callable[[str], str | None] | None = None


SHAPES = {
    "identifier": Shape(
        identifier_malformed.RULE,
        "an identifier: lower-case letters, digits and single hyphens, starting with a letter, at most 64",
    ),
    "edtf_date": Shape(
        date_malformed.RULE,
        "an EDTF date such as 1918-04-02, 1918-04, 1918, 1918? (uncertain), 1918~ (approximate) "
        "or 1918-03-13/1918-05-12",
        edtf.impossible,
    ),
    "calendar_date": Shape(
        date_malformed.RULE,
        "a calendar date such as 2026-04-02",
        edtf.impossible,
    ),
    "language_tag": Shape(language_malformed.RULE, "a BCP 47 language tag such as en, pt-BR or zh-Hant"),
    "url": Shape(address_malformed.RULE, "a full web address such as https://example.org/page"),
    "iri": Shape(address_malformed.RULE, "an absolute IRI such as https://example.org/a or urn:uuid:…"),
    "spdx_expression": Shape(license_malformed.RULE, "an SPDX licence expression such as CC-BY-4.0"),
    "sha256": Shape(digest_malformed.RULE, "a SHA-256 digest: 64 lower-case hexadecimal digits"),
    "doi": Shape(doi_malformed.RULE, "a DOI such as 10.1234/abc, without the address of a resolver"),
    "isbn": Shape(isbn_malformed.RULE, "an ISBN of 10 or 13 digits", checksums.isbn_fault),
    "issn": Shape(issn_malformed.RULE, "an ISSN such as 1234-5679", checksums.issn_fault),
    "media_type": Shape(media_type_malformed.RULE, "a media type such as image/png"),
    "relative_path": Shape(
        path_malformed.RULE, "a relative path such as scans/p112.png: from this file on, with forward slashes"
    ),
    "format_version": Shape(version_unsupported.RULE, 'a format version such as "1.0"'),
}
"""Name of a scalar definition of the schema to what it means."""

MEANINGS: dict[str, Callable[[str], bool]] = {
    "edtf_date": lambda text: edtf.impossible(text) is None,
    "calendar_date": lambda text: edtf.impossible(text) is None,
    "isbn": lambda text: checksums.isbn_fault(text) is None,
    "issn": lambda text: checksums.issn_fault(text) is None,
}
"""The same tests as predicates, for the gate."""
