"""The pictures of a page lie beside it: those that a document names elsewhere are copied there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pincite.cli.conversion.places import folder_of, pictures_folder
from pincite.cli.output import tell, told
from pincite.converter.compose.targets import written_path
from pincite.export import FORMATS
from pincite.model.media_types import type_of_name
from pincite.model.named_file import FileFault
from pincite.reading.file_types import HEAD, type_of
from pincite.reading.named_files import allowed_path
from pincite.reading.opening import open_regular
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from pincite.model.format import DocumentData, Image

_SUFFIXES = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/bmp": "bmp",
    "image/tiff": "tif",
    "image/jp2": "jp2",
    "image/jxl": "jxl",
    "image/heic": "heic",
    "image/vnd.djvu": "djvu",
    "application/pdf": "pdf",
}
"""Types of files that are copied, with the endings of their names; a drawing in SVG or a page could hold a script."""
_LARGEST = 64 * 1024 * 1024
"""Bytes of one picture."""
_ALL = 512 * 1024 * 1024
"""Bytes of all pictures of one page: they are held in memory until the page is written."""


def beside(
    document: DocumentData, base: str, to: str, target: str | None
) -> tuple[DocumentData, tuple[tuple[str, bytes], ...]]:
    """Return a document for a page with its pictures beside it, and those that are to be written there.

    Its paths are relative to the folder of *target*; only what lies in the page's folder or below it is left where it is.
    Files are read where the document or article *base* may name them. One that cannot be copied is told, and keeps its path.
    Nothing changes for formats other than pages, and for a page that goes into no file.
    """
    folder = None if target is None else pictures_folder(target)
    if not FORMATS[to].shows_pictures or target is None or folder is None or "images" not in document:
        return document, ()
    copies = _Copies(base, str(folder_of(target)), folder)
    images = [copies.beside(image) for image in document["images"]]
    return cast("DocumentData", {**document, "images": images}), tuple(copies.contents.items())


class _Copies:
    """The pictures that are copied into one folder."""

    def __init__(self, base: str, page_folder: str, folder: str) -> None:
        self._base = base
        self._page_folder = page_folder
        self._folder = folder
        self._names: dict[str, str] = {}
        """The new paths, by the files."""
        self._left = _ALL
        self.contents: dict[str, bytes] = {}

    def beside(self, image: Image) -> Image:
        """Return an image whose file lies beside the page, or will."""
        path = image.get("path")
        if path is None or not os.path.normpath(path).startswith(os.pardir):
            return image
        file = allowed_path(self._base, os.path.abspath(os.path.join(self._page_folder, path)))  # noqa: PTH100, PTH118 - links are followed by the check
        if isinstance(file, FileFault):
            return self._left_where_it_is(image, path, "it lies outside the document's folder")
        if file not in self._names:
            fault = self._copy(file)
            if fault:
                return self._left_where_it_is(image, path, fault)
        return cast("Image", {**image, "path": self._names[file]})

    def _copy(self, file: str) -> str:
        """Take a file along under a name of its own; return why not, nothing where it is."""
        limit = min(_LARGEST, self._left)
        try:
            with open_regular(file) as stream:
                content = stream.read(limit + 1)
        except (OSError, ValueError) as error:
            return told(error) if isinstance(error, OSError) else "no file can have its name"
        if len(content) > limit:
            return f"it has more than {limit // 1024 // 1024} MiB"
        suffix = _SUFFIXES.get(type_of(content[:HEAD]) or "")
        if suffix is None:
            return "its first bytes are not a picture's"
        self._left -= len(content)
        if Path(self._page_folder, self._folder).is_symlink():
            return f"{self._folder} is a link to another folder"
        name = self._free_name(os.path.basename(file), suffix, content)  # noqa: PTH119 - a name, not a path
        self._names[file] = name
        self.contents[name] = content
        return ""

    def _free_name(self, name: str, suffix: str, content: bytes) -> str:
        """Return a path in the folder that no other picture has, nor another file, with an ending that fits the type."""
        stem, dot, ending = name.rpartition(".")
        if not dot or type_of_name(name) != type_of_name(f"x.{suffix}"):
            stem, ending = name, suffix
        taken = {one.casefold() for one in self.contents}
        number = 1
        while True:
            counted = f"{stem}-{number}.{ending}" if number > 1 else f"{stem}.{ending}"
            path = written_path(f"{self._folder}/{counted}")
            if path is None:
                stem = "picture"
            elif path.casefold() not in taken and self._is_free(path, content):
                return path
            else:
                number += 1

    def _is_free(self, path: str, content: bytes) -> bool:
        """Return whether nothing would be lost by writing a file there: none is there, or one with the same bytes."""
        there = Path(self._page_folder, path)
        if not os.path.lexists(there):
            return True
        try:
            return there.is_file() and not there.is_symlink() and there.read_bytes() == content
        except OSError:
            return False

    def _left_where_it_is(self, image: Image, path: str, why: str) -> Image:
        tell(f"pincite: the picture {safe(path)} is not copied beside the page: {why}")
        return image
