"""``--add SOURCE_ID=PATH``: a file becomes a copy of a source, with what there is to record of it."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.output import CallError
from pincite.cli.pinning.pins import facts, not_pinned
from pincite.model.fix import Change

if TYPE_CHECKING:
    from pincite.model.document import Document
    from pincite.model.json_value import Json


class Addition(NamedTuple):
    """A file that is to become a copy of a source; the path is the caller's, not the document's."""

    source: str
    path: str


def addition(word: str) -> Addition:
    """Return what ``SOURCE_ID=PATH`` asks for; raises CallError."""
    source, equals, path = word.partition("=")
    if not (source and equals and path):
        raise CallError(f"--add takes SOURCE_ID=PATH, not '{word}'")
    return Addition(source, path)


def added_copy(document: Document, wanted: Addition) -> tuple[str, Change | None, str]:
    """Return the source's pointer, what is to be written for a new copy (None where it is one already), and a line.

    Raises CallError where the source is unknown, or the file is none that a document can name.
    """
    at = next((at for at, source in document.sources if source["id"] == wanted.source), None)
    there = document.catalogue_of(wanted.source)
    if there is not None:
        advice = (
            "name that"
            if there.is_document
            else "which pincite does not write to; use verify --sources FOLDER"
        )
        raise CallError(f"--add: source '{wanted.source}' stands in the catalogue {there.path}; {advice}")
    if at is None:
        near = get_close_matches(wanted.source, list(document.source_by_id), n=1)
        meant = f"; did you mean '{near[0]}'?" if near else ""
        raise CallError(f"--add: {document.path} has no source '{wanted.source}'{meant}")
    folder = Path(document.path).parent
    path = os.path.relpath(wanted.path, folder).replace(os.sep, "/")
    copies = document.source_by_id[wanted.source].get("copies", [])
    if any(copy and os.path.normpath(copy.get("path", "")) == os.path.normpath(path) for copy in copies):
        return at, None, f"source '{wanted.source}' has the copy {path} already"
    change = Change(f"{at}/copies/-", _copy(document, wanted, path))
    return at, change, f"source '{wanted.source}': {path} becomes a copy"


def _copy(document: Document, wanted: Addition, path: str) -> Json:
    """Return the new copy; raises CallError for a file that it cannot be."""
    if Path(wanted.path).is_dir():
        raise CallError(f"--add: {wanted.path} is a folder: only files have a digest; name its files")
    file = document.named_file(path)
    fault = None if file is None else file.fault
    if file is None or fault is not None:
        raise CallError(f"--add: {fault.message if fault else f'cannot read {wanted.path}'}")
    unfit = not_pinned(path, file, is_image=False)
    if unfit is not None:
        raise CallError(f"--add: {unfit}")
    return {"path": path, **facts(path, file, is_image=False)}
