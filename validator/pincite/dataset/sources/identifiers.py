"""Identifiers of sources as they are compared; those that cannot be right are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.structure.checksums import isbn_fault, issn_fault

if TYPE_CHECKING:
    from pincite.model.format import Source

_SHORT = 10
_CAPITALS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def doi_of(source: Source) -> str | None:
    """Return a source's DOI, in which the case of ASCII letters does not count (ISO 26324); None for none."""
    return source["doi"].translate(_CAPITALS) if "doi" in source else None


def isbn_of(source: Source) -> str | None:
    """Return a source's ISBN in its thirteen digits; None for none, and for one with a wrong check digit or of one digit alone."""
    isbn = source.get("isbn")
    if isbn is None:
        return None
    digits = isbn_13(isbn)
    is_filled_in = len(set(digits.removeprefix("978")[:-1])) == 1
    return None if is_filled_in or isbn_fault(isbn) is not None else digits


def issn_of(source: Source) -> str | None:
    """Return a source's ISSN; None for none, and for one with a wrong check digit or of one digit alone."""
    issn = source.get("issn")
    if issn is None or issn_fault(issn) is not None or len(set(issn) - {"-"}) == 1:
        return None
    return issn


def isbn_13(isbn: str) -> str:
    """Return an ISBN in its thirteen digits (ISO 2108, annex A), without marks between them."""
    digits = isbn.replace("-", "")
    if len(digits) != _SHORT:
        return digits
    body = f"978{digits[:9]}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return f"{body}{-total % 10}"
