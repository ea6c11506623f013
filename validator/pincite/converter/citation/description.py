"""What one level of a printed citation says about one source."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Description:
    """The members of a source as printed; ``inferred`` names those that were concluded, with the reason.

    ``relation`` and ``relation_number`` say how it stands in its container ("Enclosure 4"); ``locator`` is the
    place in it that the citation names, ``extent`` the pages it takes up where both are printed; ``note`` a remark
    of the article's author; ``unparsed`` what nobody understood. ``series`` is the name of the series it stands
    in and its number there, ``imprinted`` the part with its publisher in brackets behind it, ``remarks`` what is printed about
    it and has no member of its own.
    """

    type: str | None = None
    title: str | None = None
    title_supplied: bool = False
    authors: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    translators: list[str] = field(default_factory=list)
    date: str | None = None
    date_text: str | None = None
    received: str | None = None
    coverage: str | None = None
    place: str | None = None
    number: str | None = None
    volume: str | None = None
    issue: str | None = None
    edition: str | None = None
    genre: str | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    platform: str | None = None
    archive: dict[str, str] = field(default_factory=dict)
    doi: str | None = None
    url: str | None = None
    accessed: str | None = None
    textual_status: str | None = None
    relation: str | None = None
    relation_number: str | None = None
    relation_reason: str | None = None
    locator: dict[str, str] = field(default_factory=dict)
    inferred: dict[str, str] = field(default_factory=dict)
    unparsed: list[str] = field(default_factory=list)
    title_quoted: bool = False
    note: str | None = None
    extent: dict[str, str] = field(default_factory=dict)
    periodical: str | None = None
    archive_code: str | None = None
    series: tuple[str, str] | None = None
    remarks: list[str] = field(default_factory=list)
    locator_reason: str | None = None
    imprinted: str | None = None
    series_text: str | None = None
    """A series as printed ("Series B"), which may be an archive's or a journal's."""

    def is_empty(self) -> bool:
        """Return whether nothing but a locator was read."""
        return not any(
            (
                self.title,
                self.authors,
                self.date,
                self.number,
                self.volume,
                self.publisher,
                self.url,
                self.relation,
                self.archive,
            ),
        )
