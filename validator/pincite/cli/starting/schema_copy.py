"""A project's own copy of the schema, which editors read: what it is called, and where the nearest one lies."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from pincite import schemas
from pincite.settings.lookup import Lookup

NAME = "pincite.schema.json"
"""What the copy is called; it is the one of draft-07, which editors read."""


def schema_text() -> str:
    """Return what a copy says."""
    return Path(schemas.path_of("document.draft-07")).read_text("utf-8")


def modeline(target: Path) -> str:
    """Return the first line of a document at *target*, by which editors find the schema; empty where there is no copy.

    A copy is looked for from the document's folder upwards, as far as its repository or, without one, the working folder
    around it. The path is relative to the document, so that it is right for everybody who has the project.
    """
    folder = target.absolute().parent
    copy = _nearest(folder)
    if copy is None:
        return ""
    way = os.path.relpath(copy, folder).replace(os.sep, "/")
    # an address: what is no plain letter is escaped, and a name with spaces is not cut
    return f"# yaml-language-server: $schema={quote(way)}\n"


def _nearest(folder: Path) -> Path | None:
    top = Lookup(configs=False).of(str(folder))[1]
    bound = Path(top) if top is not None else Path.cwd()
    if bound != folder and bound not in folder.parents:
        bound = folder
    for at in (folder, *folder.parents):
        if (at / NAME).is_file():
            return at / NAME
        if at == bound:
            break
    return None
