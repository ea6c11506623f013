"""How much a copy of a source may ask for; every limit is far above what a book needs."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What reading one copy may take.

    ``bytes`` of the file (of a folder: of all its files), ``characters`` of the text that comes out, ``pages`` with a
    text of their own, ``pictures``: pages that are read off pictures. ``seconds``: how long a reader may be silent, which
    tells of each page, and the processor time that it may use meanwhile; ``page_seconds`` for reading a picture, which
    must be fewer. ``memory``: bytes of address space of the process that reads.
    """

    bytes: int = 64 * MIB
    characters: int = 40_000_000
    pages: int = 10_000
    pictures: int = 200
    seconds: int = 60
    page_seconds: int = 45
    memory: int = 768 * MIB


DEFAULT = Limits()
