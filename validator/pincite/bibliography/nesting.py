"""Entries of a bibliography become sources in the works around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pincite.model.format import Container, Source


class Entry(NamedTuple):
    """What one entry says, in the format's words.

    ``key`` and ``line`` are the file's. ``source`` has what the entry says of the work itself and, among its members, what it
    says of the works around it (``publisher``, ``volume``); its ``id`` is set when all keys are known. ``container`` is
    there where the file names the work around by its key, which is then the container's ``source``. Where it does not, there
    are the titles of that work and of the series around it (with the work's number in the series), and the pages.
    """

    key: str
    line: int
    source: Source
    container: Container | None = None
    container_title: str = ""
    collection_title: str = ""
    collection_number: str = ""
    pages: str = ""
