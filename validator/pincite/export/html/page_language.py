"""The language of a page: that of the article, beside which the page's own words are English."""

from __future__ import annotations

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo"})


def english_beside(language: str | None) -> str | None:
    """Return the language of the page's own words where the page's language is another one."""
    return None if language is None or language.lower().partition("-")[0] == "en" else "en"


def is_right_to_left(language: str | None) -> bool:
    """Return whether a language is written from right to left, by its script or by itself."""
    first, *more = (language or "").lower().split("-")
    scripts = [one for one in more if len(one) == 4]  # noqa: PLR2004 - the length of a code for a script (RFC 5646)
    return scripts[0] in _SCRIPTS if scripts else first in _RIGHT_TO_LEFT
