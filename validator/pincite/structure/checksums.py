"""Check digits of ISBN (ISO 2108) and ISSN (ISO 3297), and of ISNI and ORCID iD (ISO 7064 MOD 11-2)."""

from __future__ import annotations


def isbn_fault(isbn: str) -> str | None:
    """Return what is wrong with the check digit of *isbn* (10 or 13 digits, hyphens allowed), or None."""
    digits = isbn.replace("-", "").replace(" ", "").upper()
    if len(digits) == 10:  # noqa: PLR2004
        return _fault(digits, _check(digits[:-1], range(10, 1, -1), 11))
    total = sum(int(digit) * (1, 3)[index % 2] for index, digit in enumerate(digits[:-1]))
    return _fault(digits, str(-total % 10))


def issn_fault(issn: str) -> str | None:
    """Return what is wrong with the check digit of *issn* (``1234-5679``), or None."""
    digits = issn.replace("-", "").upper()
    return _fault(digits, _check(digits[:-1], range(8, 1, -1), 11))


def mod_11_2(digits: str) -> str:
    """Return the check character of ISO 7064 MOD 11-2 for *digits*."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)  # noqa: PLR2004 - the sign for ten


def _check(digits: str, weights: range, modulus: int) -> str:
    rest = -sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % modulus
    return "X" if rest == 10 else str(rest)  # noqa: PLR2004 - the sign for ten


def _fault(digits: str, wanted: str) -> str | None:
    if digits[-1] == wanted:
        return None
    return f"its check digit is {digits[-1]}, but the other digits call for {wanted}"
