"""The picture files that images name, as far as rules look: types by their names, and what was found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.media_types import type_of_name
from pincite.model.named_file import Picture, PictureFault
from pincite.model.rule import NotAppliedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.format import Image
    from pincite.model.named_file import NamedFile
    from pincite.model.rule import Rule

KINDS = {
    "image/png": "a PNG picture",
    "image/jpeg": "a JPEG picture",
    "image/gif": "a GIF picture",
    "image/webp": "a WebP picture",
    "image/tiff": "a TIFF picture",
    "image/bmp": "a BMP picture",
    "image/svg+xml": "an SVG drawing",
    "image/avif": "an AVIF picture",
    "image/heic": "a HEIC picture",
    "image/jp2": "a JPEG 2000 picture",
    "image/jxl": "a JPEG XL picture",
    "image/vnd.djvu": "a DjVu document",
    "image/vnd.adobe.photoshop": "a Photoshop picture",
    "image/vnd.microsoft.icon": "an icon",
    "application/pdf": "a PDF document",
}
"""Media types of pictures that files give away, and what messages call them."""

NEVER = {
    "application/x-empty": "empty",
    "text/x-git-lfs-pointer": "the stand-in that Git LFS left for a file that was not fetched",
    "text/html": "a web page",
}
"""Types of files that are never a picture, and what messages call them."""

_ALIASES = {
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "image/apng": "image/png",
    "image/x-png": "image/png",
    "image/tif": "image/tiff",
    "image/x-ms-bmp": "image/bmp",
    "image/x-bmp": "image/bmp",
    "image/svg": "image/svg+xml",
    "image/heif": "image/heic",
    "image/jpx": "image/jp2",
    "image/jpm": "image/jp2",
    "image/x-jp2": "image/jp2",
    "image/x.djvu": "image/vnd.djvu",
    "image/x-djvu": "image/vnd.djvu",
    "image/x-icon": "image/vnd.microsoft.icon",
    "application/x-pdf": "application/pdf",
}


class PictureFile(NamedTuple):
    """An image with its pointer, and the file it names."""

    at: str
    image: Image
    path: str
    file: NamedFile


def named_files(document: Document) -> Iterator[PictureFile]:
    """Yield every image that names a file, with the file, whether it can be read or not."""
    for at, image in document.images:
        path = image.get("path")
        file = None if path is None else document.named_file(path)
        if path is not None and file is not None:
            yield PictureFile(at, image, path, file)


def picture_files(document: Document) -> Iterator[PictureFile]:
    """Yield every image that names a file that can be read."""
    return (one for one in named_files(document) if one.file.fault is None)


def picture_of(rule: Rule, file: NamedFile) -> Picture | None:
    """Return the decoded picture, None where there is none for a reason that another rule tells.

    Raises NotAppliedError for *rule* where what decodes pictures is not installed.
    """
    found = looked_at(rule, file)
    return found if isinstance(found, Picture) else None


def looked_at(rule: Rule, file: NamedFile) -> Picture | PictureFault | None:
    """Return what came of decoding a file; raises NotAppliedError as ``picture_of`` does."""
    found = file.picture
    if isinstance(found, PictureFault) and found.kind == "no_decoder":
        raise NotAppliedError(rule, found.message)
    return found


def plain_type(media_type: str) -> str:
    """Return a media type under the one name that is used here for it."""
    lower = media_type.lower()
    return _ALIASES.get(lower, lower)


def type_by_name(path: str) -> str | None:
    """Return the type of picture that the ending of a file's name stands for, None for one that is not known."""
    found = type_of_name(path)
    return found if found in KINDS else None


def claimed_type(image: Image) -> str | None:
    """Return the type of picture that an image says it is, by its media type or else by its file's name."""
    declared = plain_type(image.get("media_type", ""))
    return declared if declared in KINDS else type_by_name(image.get("path", ""))
