"""Digests by which what was read is known again; they are no seal, and need no cryptography's start-up time."""

from __future__ import annotations

from typing import TYPE_CHECKING

try:
    # hashlib would load OpenSSL first, which takes longer than the digests of a hundred articles
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

if TYPE_CHECKING:
    from hashlib import blake2b as Blake2b  # noqa: N812 - the type of the objects

SIZE = 16
"""Bytes of a digest: two that are equal by accident are not met in the age of the universe."""


def new_digest(start: bytes = b"") -> Blake2b:
    """Return what takes in bytes and tells their digest."""
    return blake2b(start, digest_size=SIZE)


def digest_of(content: bytes) -> str:
    """Return the digest of some bytes in 32 hexadecimal digits."""
    return new_digest(content).hexdigest()
