"""What becomes of the files of pictures: copied into the dataset, linked to, or told by their digest alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.dataset.licences import is_open
from pincite.dataset.package.layout import IMAGES
from pincite.model.media_types import BY_SUFFIX, ending_of
from pincite.model.named_file import PictureFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.policy import Policy
    from pincite.model.document import Document
    from pincite.model.format import Image
    from pincite.model.named_file import NamedFile

NOT_PASSED_ON = "its file is not passed on"
"""How the reason begins for which an image is missing whose file was left out on purpose."""


_PROGRAMS = f"{NOT_PASSED_ON}: it is in SVG, which may hold programs"


class Handled(NamedTuple):
    """An image as it stands in a dataset, what became of its file, and the path of the file to copy, if any."""

    image: Image
    handling: str
    copied: str | None = None


def handled(document: Document, policy: Policy) -> Iterator[Handled]:
    """Yield the images of a document, in their order."""
    for _, image in document.images:
        path = image.get("path")
        file = document.named_file(path) if path is not None else None
        if path is None or file is None:
            yield Handled(image, _told(image))
        elif file.fault is not None or file.sha256 is None:
            yield _left(image, "its file could not be read")
        elif not is_picture(file.media_type):
            # a document may name any file beside it; what is no picture stays where it is
            yield _left(image, "its file is no picture")
        elif file.media_type == _SVG:
            yield _left(image, _PROGRAMS, file.sha256)
        elif not policy.copies(document.article, image.get("license")):
            yield _left(image, _reason(document, image, policy), file.sha256)
        elif _is_broken(file):
            yield _left(image, "its file is no picture that can be decoded")
        else:
            yield Handled(_at_home(image, file), "copied", path)


def _left(image: Image, why: str, sha256: str | None = None) -> Handled:
    """Return an image whose file stays where it is: told by its digest, where that is known."""
    left = cast("Image", {name: value for name, value in image.items() if name != "path"})
    if sha256 is not None:
        left["sha256"] = sha256
    if "url" in left:
        return Handled(left, "linked")
    left["missing"] = {"reason": why}
    return Handled(left, "missing" if sha256 is None else "hashed")


def is_picture(media_type: str | None) -> bool:
    """Return whether a file of a type shows something: a picture, or pages."""
    return media_type is not None and (media_type.startswith("image/") or media_type in _OF_PAGES)


_SVG = BY_SUFFIX["svg"]
"""A type of pictures that browsers run programs in; nobody can tell which of them have none."""
_OF_PAGES = frozenset({BY_SUFFIX["pdf"], BY_SUFFIX["djvu"]})


def _is_broken(file: NamedFile) -> bool:
    """Return whether a file begins like a picture and is none, as far as Pillow is there to tell."""
    picture = file.picture
    return isinstance(picture, PictureFault) and picture.kind == "broken"


def _told(image: Image) -> str:
    """Return what is said of an image that has no file here; one that a dataset hashed has its digest still."""
    if "url" in image:
        return "linked"
    return "hashed" if "sha256" in image else "missing"


def _at_home(image: Image, file: NamedFile) -> Image:
    """Return an image whose file lies in the dataset, under the name of its digest: so each is there once."""
    kind = file.media_type or image.get("media_type")
    found = {**image, "path": f"{IMAGES}/{file.sha256}{ending_of(kind)}", "sha256": file.sha256}
    if file.media_type is not None:
        found["media_type"] = file.media_type
    return cast("Image", found)


def _reason(document: Document, image: Image, policy: Policy) -> str:
    license_ = image.get("license")
    if not is_open(license_):
        why = f"its licence is {license_}" if license_ else "it names no licence"
    elif policy.images == "hash":
        why = "no picture's file is in the dataset"
    else:
        why = f"its article says redistribution: {document.article.get('redistribution')}"
    return f"{NOT_PASSED_ON}: {why}"
