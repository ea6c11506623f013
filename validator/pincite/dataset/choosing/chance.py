"""Chance that is the same in every run: numbers made of a seed and a document's id, and of nothing else."""

from __future__ import annotations

from hashlib import sha256

DIGITS = 32
"""Hexadecimal digits of a number: 128 bits, of which no two are equal by accident."""


def draw(seed: str, name: str) -> str:
    """Return the number that a name draws, in hexadecimal digits; uniform, and independent of all other names."""
    digest = sha256(f"{len(seed)}:{seed}{name}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:DIGITS]
