"""What stands in a line and is no text: pictures, boxes with texts of their own, forms of the same to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.readers.docx.markup import attribute, child, descendants

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from pincite.converter.manuscript import Picture
    from pincite.converter.readers.docx.walk import Walk


def _alternatives(walk: Walk, element: _Element, depth: int) -> None:
    """Take down the first of several forms of the same that has anything to say."""
    before = (walk.scribe.progress(), len(walk.waiting))
    for one in element:
        walk.inside(one, depth + 1)
        if (walk.scribe.progress(), len(walk.waiting)) != before:
            return


def _box(walk: Walk, element: _Element, depth: int) -> None:
    """Take down the text of a box, behind the paragraph that the box hangs on."""
    if not walk.waits(element, depth):
        walk.inside(element, depth)


def _drawn_text(walk: Walk, element: _Element, depth: int) -> None:
    """Take down text that is drawn as a shape, as that of a box."""
    if not walk.waits(element, depth):
        walk.scribe.say((attribute(element, "string") or "").replace("\r", "\n"))


def _diagram(walk: Walk, element: _Element, depth: int) -> None:
    """Take down the texts of a diagram, which stand in a part of their own, as those of boxes; each part once."""
    relationship = walk.relationships.get(attribute(element, "r:dm") or "")
    if relationship and not relationship.external and relationship.target not in walk.diagrams:
        walk.diagrams.add(relationship.target)
        for one in descendants(walk.content.package.xml(relationship.target), "a:p"):
            walk.paragraph(one, depth)


def _drawing(walk: Walk, element: _Element, depth: int) -> None:
    """Take down a drawing with what is said of it, unless it is hidden."""
    properties = child(element, "wp:docPr")
    if attribute(properties, "hidden") not in {"1", "true"}:
        _described(walk, element, depth, _said_of(properties))


def _part_of_drawing(walk: Walk, element: _Element, depth: int) -> None:
    _described(walk, element, depth, _said_of(child(element, "pic:nvPicPr", "pic:cNvPr")) or walk.alt)


def _shape(walk: Walk, element: _Element, depth: int) -> None:
    _described(walk, element, depth, (attribute(element, "alt") or "").strip() or walk.alt)


def _described(walk: Walk, element: _Element, depth: int, alt: str | None) -> None:
    """Take down an element of whose pictures *alt* is said."""
    before, walk.alt = walk.alt, alt
    walk.inside(element, depth)
    walk.alt = before


def _said_of(properties: _Element | None) -> str | None:
    said = (attribute(properties, name) for name in ("descr", "title"))
    return next((text for one in said if (text := (one or "").strip())), None)


def _picture(walk: Walk, element: _Element, depth: int) -> None:
    """Take down a picture: that in the file, or else the place that it is linked from."""
    if walk.scribe.taking:
        found = (
            _related(walk, attribute(element, name), walk.alt or attribute(element, "o:title"))
            for name in ("r:embed", "r:id", "r:link", "r:href")
        )
        picture = next((one for one in found if one), None)
        if picture:
            walk.scribe.show(picture)
    walk.inside(element, depth)


def _related(walk: Walk, relationship_id: str | None, alt: str | None) -> Picture | None:
    relationship = walk.relationships.get(relationship_id or "")
    return walk.content.pictures.picture(walk.scribe.at, relationship, alt) if relationship else None


HANDLERS: dict[str, Callable[[Walk, _Element, int], None]] = {
    "mc:AlternateContent": _alternatives,
    "w:txbxContent": _box,
    "v:textpath": _drawn_text,
    "dgm:relIds": _diagram,
    "wp:inline": _drawing,
    "wp:anchor": _drawing,
    "pic:pic": _part_of_drawing,
    "v:shape": _shape,
    "v:rect": _shape,
    "a:blip": _picture,
    "v:imagedata": _picture,
}
"""How elements are taken down, by their names."""
