"""What a call of ``pincite convert`` asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.settings.run import Settings

if TYPE_CHECKING:
    from pincite.model.finding import Finding


@dataclass(frozen=True)
class Wishes:
    """The options of one call.

    ``to`` names a way to write documents, None for what the output's name says; ``source`` a format of articles
    or bibliographies, None for what the input's name and content say; ``encoding`` that of its text; ``styles`` names those
    its citations are printed in, none for what the configuration says. With ``refer`` the document names the
    article's file instead of holding its text; with ``force`` a document worked on by hand is replaced. ``losses``
    names the format of a report on what is lost, None where none is wanted.
    """

    to: str | None = None
    source: str | None = None
    encoding: str | None = None
    styles: tuple[str, ...] = ()
    refer: bool = False
    force: bool = False
    losses: str | None = None
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True)
class Written:
    """One document as it is written, with the pictures that go beside it: names and bytes.

    ``counts`` are its quotations, citations and images; None for a document that was only rewritten. ``losses`` tell
    what of it is not written as it is. Of a bibliography ``sources`` is their number, and ``remarks`` what there is to tell of
    its entries. ``held`` are the quotations and citations of the input, for a report on it.
    """

    text: str
    pictures: tuple[tuple[str, bytes], ...] = ()
    counts: tuple[int, int, int] | None = None
    losses: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()
    sources: int | None = None
    held: tuple[int, int] = (0, 0)
