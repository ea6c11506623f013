"""Two files that are to show different pages hold one picture.

## Why

A page was scanned twice under two names, or its file copied instead of the next one: one of the quotations is shown by a picture of
another page. Files with the same bytes are one picture for certain (PIN520 tells where the document itself says so); of pictures
saved in another size or type it can only be told that they look alike, and that is no more than worth a glance.

Pillow decodes the pictures; it comes with `pip install 'pincite[images]'`. Without it only their bytes are compared.

## Bad

```yaml
sources:
  - {id: tides, type: book, title: Tides}
quotations:
  - {id: q1, text: It turned at six., citations: [{source: tides, locator: {page: "16"}, images: [a]}]}
  - {id: q2, text: It turned at ten., citations: [{source: tides, locator: {page: "41"}, images: [b]}]}
images:
  - {id: a, role: evidence, path: images/dial.png}
  - {id: b, role: evidence, path: images/dial-again.png}
```

## Good

```yaml
sources:
  - {id: tides, type: book, title: Tides}
quotations:
  - {id: q1, text: It turned at six., citations: [{source: tides, locator: {page: "16"}, images: [a]}]}
  - {id: q2, text: It turned at ten., citations: [{source: tides, locator: {page: "41"}, images: [b]}]}
images:
  - {id: a, role: evidence, path: images/dial.png, region: {x: 0, y: 0, w: 20, h: 30}}
  - {id: b, role: evidence, path: images/dial-again.png, region: {x: 20, y: 0, w: 20, h: 30}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.rule import Rule
from pincite.rules.picture_files import KINDS, PictureFile, picture_files, picture_of
from pincite.rules.shown_places import apart, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.named_file import Look
    from pincite.rules.shown_places import Place

RULE = Rule(
    "PIN527",
    "picture-repeated",
    "warning",
    "Two files that are to show different pages hold one picture.",
    needs="files",
)

_OF_MANY_PAGES = frozenset({"application/pdf", "image/tiff", "image/vnd.djvu"})
"""Types of files that may hold many pages, each shown by an image of its own."""


class _Shown(NamedTuple):
    """A picture file with the places that it is to show."""

    named: PictureFile
    places: list[Place]


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image whose file holds the picture of an earlier image of another place."""
    shown = [
        _Shown(named, places)
        for named in picture_files(document)
        if named.file.media_type in KINDS
        and named.file.media_type not in _OF_MANY_PAGES
        and (places := places_of(document, named.image))
    ]
    if len(shown) < 2:  # noqa: PLR2004 - two may be one
        return
    told: set[str] = set()
    for one, earlier in _of_same_bytes(shown):
        told.add(one.named.at)
        if not _said_otherwise(one.named, earlier.named):
            yield _finding(document, one, earlier, certain=True)
    seen: list[tuple[_Shown, Look]] = []
    for one in shown:
        picture = picture_of(RULE, one.named.file)
        look = None if picture is None else picture.look
        if look is None:
            continue
        other = _other_place(one, (other for other, its in seen if look.resembles(its)))
        seen.append((one, look))
        if other is not None and one.named.at not in told:
            yield _finding(document, one, other, certain=False)


def _of_same_bytes(shown: Iterable[_Shown]) -> Iterator[tuple[_Shown, _Shown]]:
    """Yield the pictures whose file has the bytes of an earlier one's, with that one."""
    by_size: dict[int | None, list[_Shown]] = {}
    for one in shown:
        others = by_size.setdefault(one.named.file.size, [])
        same = (other for other in others if one.named.file.sha256 == other.named.file.sha256 is not None)
        earlier = _other_place(one, same)
        others.append(one)
        if earlier is not None:
            yield one, earlier


def _other_place(one: _Shown, others: Iterable[_Shown]) -> _Shown | None:
    """Return the first of *others* that is to show another place, and not by another region of the picture."""
    for other in others:
        same_region = one.named.image.get("region") == other.named.image.get("region")
        if same_region and all(apart(place, its) for place in one.places for its in other.places):
            return other
    return None


def _said_otherwise(one: PictureFile, other: PictureFile) -> bool:
    """Return whether the document itself says that two files are one, which another rule tells."""
    digests = one.image.get("sha256", ""), other.image.get("sha256", "")
    return one.path == other.path or (digests[0] != "" and digests[0] == digests[1])


def _finding(document: Document, one: _Shown, earlier: _Shown, *, certain: bool) -> Finding:
    image, other = one.named, earlier.named
    alike = "has the same bytes as" if certain else "looks like"
    return document.finding(
        RULE,
        f"{image.at}/path",
        f"{image.path}, which is to show {one.places[0]}, {alike} {other.path}, which is to show {earlier.places[0]}",
        hint="put the right picture there; if the picture shows both, give each image its region"
        if certain
        else "look at both; if they are one picture, put the right one there",
        severity=None if certain else "info",
    )
