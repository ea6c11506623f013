"""Numbers with what they count."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 citation", "2 citations", "2 entries"; for nouns whose plural is regular."""
    if number == 1:
        return f"1 {noun}"
    has_ies = noun.endswith("y") and noun[-2:-1] not in "aeiou"
    return f"{number} {noun[:-1]}ies" if has_ies else f"{number} {noun}s"
