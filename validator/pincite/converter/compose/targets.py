"""What a link or a picture in an article leads to, as a document names it: a path, an address, or nothing."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pincite.converter.addresses import address_of

if TYPE_CHECKING:
    from pincite.converter.compose.origin import Origin
    from pincite.model.format import Image

_NO_FILE = "the article marks a picture here but names no file"
_ELSEWHERE = "the article links to what is neither a file beside it nor an address on the web"
_ROOTED = "the article names a path from the top of a site or a disk, which leads nowhere from here"
_OUTSIDE = "the article names a file outside of the folders that are looked at"
_UNKNOWN = "the article names a file beside it, but where the article lies is not known"
_WITHIN = "the article links to a place in itself"
_UNWRITABLE = "the article names a file with characters that a path cannot have"

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NO_PATH = re.compile("[\\\\\x00-\x1f\x7f\ud800-\udfff]")
"""What a path in a document cannot hold; a byte of a file's name that is no UTF-8 arrives as a lone surrogate."""


def place(image: Image, target: str | None, origin: Origin) -> None:
    """Set the path, the url or the reason for having neither of *image*, whose target the article's file gives."""
    found = (target or "").strip()
    if not found:
        image["missing"] = {"reason": _NO_FILE}
    elif (address := address_of(found)) is not None:
        image["url"] = address
    elif _SCHEME.match(found):
        image["missing"] = {"reason": _ELSEWHERE}
    else:
        _place_file(image, found, origin)


def written_path(path: str) -> str | None:
    """Return a path as a document writes it, None for one that it cannot hold.

    A path whose first part has a colon would be an address without "./".
    """
    if _NO_PATH.search(path):
        return None
    return f"./{path}" if ":" in path.partition("/")[0] else path


def _place_file(image: Image, target: str, origin: Origin) -> None:
    """Set the path of a file named as a page names one: percent-encoded, perhaps with a query and a fragment."""
    path = unquote(re.split(r"[?#]", target, maxsplit=1)[0])
    whole = "" if origin.folder is None else posixpath.normpath(posixpath.join(origin.folder, path))
    reason, written = _fault(path, whole, origin), written_path(whole)
    if reason is None and written is not None:
        image["path"] = written
    else:
        image["missing"] = {"reason": reason or _UNWRITABLE}


def _fault(path: str, whole: str, origin: Origin) -> str | None:
    """Return why a path from the article, *whole* from the document, cannot be given, None where it can."""
    if not path:
        return _WITHIN
    if _NO_PATH.search(path):
        return _UNWRITABLE
    if path.startswith("/"):
        return _ROOTED
    if origin.folder is None:
        return _UNKNOWN
    steps = whole.split("/").count("..")
    leaves = posixpath.normpath(path).startswith("..")  # the folder that the article is in
    return _OUTSIDE if leaves and steps > origin.climbs else None
