"""Pictures are copied into a dataset, each once, and only as the documents found them."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

from pincite.model.named_file import FileFault
from pincite.reading.named_files import allowed_path, opened, standing_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pincite.dataset.assembling.documents import Piece
    from pincite.dataset.job import Job

_CHUNK = 1 << 20


class PictureChangedError(Exception):
    """A picture is no longer the one that its document was read with."""


def copy_pictures(pieces: Sequence[Piece], job: Job, folder: Path) -> int:
    """Copy the pictures of all documents of a job into the dataset in a folder, and return how many there are.

    Raises OSError, and PictureChangedError for one that has been changed meanwhile.
    """
    number = 0
    with standing_in(job.working_folder):
        for piece in pieces:
            for one in piece.pictures():
                target = folder / one.path
                if not target.exists():
                    part = piece.shard.parts[one.part]
                    document = os.path.join(job.root, part.path)  # noqa: PTH118 - as the reading of files
                    _copy(document, one.named, target)
                    number += 1
    return number


def _copy(document: str, relative: str, target: Path) -> None:
    found = allowed_path(document, relative)
    if isinstance(found, FileFault):
        raise PictureChangedError(f"{relative}: {found.message}")
    target.parent.mkdir(exist_ok=True)
    digest = sha256()
    with opened(found) as stream, target.open("wb") as copy:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            copy.write(chunk)
    if target.name.partition(".")[0] != digest.hexdigest():
        target.unlink()
        raise PictureChangedError(
            f"{relative} was changed while the dataset was built; run the command again"
        )
