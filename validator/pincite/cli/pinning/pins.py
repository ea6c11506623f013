"""What is to be recorded of each file that a document names, and what was recorded and is not so any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.model.media_types import facts_of_file
from pincite.model.named_file import Picture, PictureFault
from pincite.reading.file_types import EMPTY, LFS_POINTER
from pincite.rules.picture_files import KINDS, plain_type, type_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.document import Document
    from pincite.model.json_value import Json
    from pincite.model.named_file import NamedFile

_NOT_PINNED = {
    EMPTY: "is empty",
    LFS_POINTER: "is the stand-in that Git LFS left for a file that was not fetched",
}


class Named(NamedTuple):
    """A file that a document names: the pointer of what names it, in words what that is, and what is recorded."""

    at: str
    what: str
    path: str
    file: NamedFile
    recorded: Mapping[str, Json]
    is_image: bool


class Pin(NamedTuple):
    """What there is to say of one named file.

    ``missing`` are members to be recorded and ``differing`` recorded ones that the file belies, each with the value
    that the file has. ``fault`` says why the file is not looked at; ``remark`` what is as it should be, and left out.
    """

    named: Named
    missing: Mapping[str, Json]
    differing: Mapping[str, Json]
    fault: str | None = None
    remark: str | None = None


def pins(document: Document) -> Iterator[Pin]:
    """Yield what there is to say of each file that a document names for a copy of a source, or for an image.

    Of the copies that catalogues name, for sources that the document uses, only that they cannot be read: what there is to
    record of them is recorded in the catalogue.
    """
    for named in _named(document):
        fault = named.file.fault
        if fault is not None and _is_folder(document.path, named.path):
            remark = f"{named.path} is a folder: only files have a digest"
            yield Pin(named, {}, {}, fault.message if fault.kind == "outside" else None, remark)
        elif fault is not None:
            yield Pin(named, {}, {}, fault.message)
        else:
            yield _of_file(named)
    for named in _named_in_catalogues(document):
        fault = named.file.fault
        if fault is not None and not _is_folder(document.path, named.path):
            yield Pin(named, {}, {}, fault.message)


def facts(path: str, file: NamedFile, *, is_image: bool) -> dict[str, Json]:
    """Return what is recorded of a file that can be read: its type where that is known, its digest, a picture's size."""
    found: dict[str, Json] = {**facts_of_file(path, file.media_type, file.sha256)}
    picture = file.picture if is_image else None
    if isinstance(picture, Picture):
        found["width"], found["height"] = picture.width, picture.height
    return found


def not_pinned(path: str, file: NamedFile, *, is_image: bool) -> str | None:
    """Return why a file that can be read is not the one that was meant, None where it may be."""
    kind = file.media_type or ""
    if kind in _NOT_PINNED:
        return f"{path} {_NOT_PINNED[kind]}"
    claimed = type_by_name(path)
    if is_image and kind not in KINDS and (kind == "text/html" or claimed not in {None, "image/svg+xml"}):
        return f"{path} is no picture"
    return f"cannot read {path} to its end" if file.sha256 is None else None


def _of_file(named: Named) -> Pin:
    fault = not_pinned(named.path, named.file, is_image=named.is_image)
    if fault is not None:
        return Pin(named, {}, {}, fault)
    found = facts(named.path, named.file, is_image=named.is_image)
    missing = {name: value for name, value in found.items() if name not in named.recorded}
    differing = {name: value for name, value in found.items() if _belies(name, value, named)}
    remark = None
    picture = named.file.picture if named.is_image else None
    if isinstance(picture, PictureFault) and not {"width", "height"} <= named.recorded.keys():
        remark = f"width and height of {named.path} are not recorded: {picture.message}"
    return Pin(named, missing, differing, None, remark)


def _belies(name: str, value: Json, named: Named) -> bool:
    """Return whether a file has another value than the one that is recorded of it."""
    recorded = named.recorded.get(name)
    if recorded is None or recorded == value:
        return False
    if name == "sha256":
        return str(recorded).lower() != value
    if name == "media_type":  # what is no picture has many names, of which the first bytes know one
        return value in KINDS and plain_type(str(recorded)) not in {value, "application/octet-stream"}
    return not _is_turned(named)


def _is_turned(named: Named) -> bool:
    """Return whether a picture's recorded size is right for one that is to be shown on its side."""
    picture = named.file.picture
    size = named.recorded.get("width"), named.recorded.get("height")
    return isinstance(picture, Picture) and picture.turned and size == (picture.height, picture.width)


def _named(document: Document) -> Iterator[Named]:
    for at, source in document.sources:
        for number, copy in enumerate(source.get("copies", ())):
            path = copy.get("path") if copy else None
            file = None if path is None else document.named_file(path)
            if path is not None and file is not None:
                what = f"copy of source '{source['id']}'"
                yield Named(f"{at}/copies/{number}", what, path, file, _plain(copy), is_image=False)
    for at, image in document.images:
        path = image.get("path")
        file = None if path is None else document.named_file(path)
        if path is not None and file is not None:
            yield Named(at, f"image '{image['id']}'", path, file, _plain(image), is_image=True)


def _named_in_catalogues(document: Document) -> Iterator[Named]:
    for name, source in document.used_of_catalogues.items():
        at, catalogue = document.source_at(name), document.catalogue_of(name)
        if at is None or catalogue is None:
            continue
        for copy in source.get("copies", ()):
            path = copy.get("path") if copy else None
            file = None if path is None else document.named_file(path)
            if path is not None and file is not None:
                what = f"copy of source '{name}' in {catalogue.path}"
                yield Named(at, what, path, file, _plain(copy), is_image=False)


def _plain(item: Mapping[str, object]) -> Mapping[str, Json]:
    """Return an object of the format as the plain data that it is."""
    return cast("Mapping[str, Json]", item)


def _is_folder(document_path: str, path: str) -> bool:
    try:
        return (Path(document_path).parent / path).is_dir()
    except (OSError, ValueError):
        return False
