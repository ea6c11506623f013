"""Parts that many elements of TEI have: files, places in sources, and reasons for what was concluded."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.export.xml_text.elements import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.format import Copy


def copy(one: Copy, kind: str = "copy") -> Element:
    """Return a file that has a source's or the article's words."""
    members = cast("Mapping[str, str]", one)
    parts = [
        Element("idno", {"type": "URI" if name == "url" else name}, members[name])
        for name in ("path", "url", "sha256", "media_type")
        if members.get(name)
    ]
    return Element("relatedItem", {"type": kind}, Element("bibl", None, *parts))


def places(tag: str, locator: Mapping[str, str]) -> Iterator[Element]:
    """Yield the places that a locator names."""
    for label, value in locator.items():
        yield Element(tag, {"unit": label}, value)


def inferred(reasons: Mapping[str, str]) -> Iterator[Element]:
    """Yield a note for each member that was concluded, with the reason."""
    for name, reason in reasons.items():
        yield Element("note", {"type": "inferred", "n": name}, reason)
