"""What stands behind "From:" goes to the source that was published: publisher, year, platform, address."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description

_OF_PUBLICATION = (
    "publisher", "publisher_place", "edition", "platform", "url", "doi", "accessed", "number", "volume", "issue",
    "coverage", "note", "archive_code",
)  # fmt: skip
"""What may stand behind "From:" and belongs to the published source."""


def publish(described: Description, platform: Description) -> None:
    """Put publisher, year and platform on the published source: the outermost one; nothing printed is dropped."""
    for member in _OF_PUBLICATION:
        value = getattr(platform, member)
        if getattr(described, member) is None:
            setattr(described, member, value)
        elif value not in (None, getattr(described, member)):
            described.unparsed.append(value)
    for people in ("editors", "translators"):
        getattr(described, people).extend(
            name for name in getattr(platform, people) if name not in getattr(described, people)
        )
    _date_publication(described, platform)
    described.archive.update(platform.archive)
    if platform.locator and not described.locator:
        described.locator = platform.locator
    else:
        described.unparsed.extend(f"{label} {value}" for label, value in platform.locator.items())
    described.unparsed.extend(platform.unparsed)


def _date_publication(described: Description, platform: Description) -> None:
    """Put the publisher's year on what was published; a volume's own year before is what the volume covers."""
    if platform.date is None and platform.date_text is None:
        return
    if described.volume is not None and described.coverage is None and "-" not in (described.date or "-"):
        described.coverage, described.date = described.date, None
        described.inferred["coverage"] = "a year of its own before the publisher's"
    unpublished = described.date is not None or described.date_text is not None or described.recipients
    if unpublished:
        described.unparsed.append(platform.date_text or platform.date or "")
        return
    described.date, described.date_text = platform.date, platform.date_text
    if "date" in platform.inferred:
        described.inferred["date"] = platform.inferred["date"]
