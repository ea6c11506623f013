"""Concern: the folder has the files that the manifest lists, as they were written, and no others."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from pincite.dataset.checking.file_errors import FileFaultError
from pincite.dataset.checking.folder import fault_of
from pincite.dataset.checking.telling import shown
from pincite.dataset.package.layout import MANIFEST
from pincite.dataset.rules import (
    dataset_file_changed,
    dataset_file_missing,
    dataset_file_unlisted,
    path_outside_dataset,
)
from pincite.reading.opening import reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.checking.folder import Folder
    from pincite.dataset.checking.state import State
    from pincite.dataset.checking.telling import Teller
    from pincite.dataset.package.files import File
    from pincite.model.finding import Finding

_CHUNK = 1 << 20
_AGAIN = "take it from where the dataset came from, or build the dataset again"
_LINK = "put the file itself there"


def findings(state: State) -> Iterator[Finding]:
    """Yield what is wrong with the files; the others are sound from here on."""
    all_files = state.manifest.files
    listed: set[str] = set()
    for number, file in enumerate(all_files, 1):
        if fault_of(file.path) is None and file.path not in listed:
            listed.add(file.path)
            found = _fault(state.folder, file, state.tell)
            if found is None:
                state.sound.add(file.path)
            else:
                yield found
        if state.progress is not None:
            state.progress(number, len(all_files))
    yield from _unlisted(state.folder, listed, state.tell)


def _fault(folder: Folder, file: File, tell: Teller) -> Finding | None:
    """Return what is wrong with a file that the manifest lists."""
    path = file.path
    kind = folder.kind(path)
    if kind == "absent":
        message = f"{path} is not there, and {MANIFEST} lists it"
        return tell.finding(dataset_file_missing.RULE, path, message, _AGAIN)
    if kind == "link":
        message = f"{path} is a link, or lies behind one, and is not followed"
        return tell.finding(path_outside_dataset.RULE, path, message, _LINK)
    if kind != "file":
        message = f"{path} is {'a folder' if kind == 'folder' else 'a pipe or a device'}, and no file"
        return tell.finding(dataset_file_missing.RULE, path, message, _AGAIN)
    try:
        size, digest = _measured(folder, file)
    except (OSError, FileFaultError) as error:
        why = error.why if isinstance(error, FileFaultError) else f"{path} cannot be read: {reason(error)}"
        return tell.finding(dataset_file_missing.RULE, path, why, _AGAIN)
    if size != file.bytes:
        message = f"{path} has {size if size < file.bytes else f'more than {file.bytes}'} bytes; it should have {file.bytes}"
    elif digest != file.sha256:
        message = f"{path} has the digest {digest}; it should be {file.sha256}"
    else:
        return None
    return tell.finding(dataset_file_changed.RULE, path, message, _AGAIN)


def _measured(folder: Folder, file: File) -> tuple[int, str]:
    """Return the size and the digest of a file, of which no more is read than a byte beyond what it should have."""
    digest, size = sha256(), 0
    with folder.opened(file.path) as stream:
        while size <= file.bytes and (chunk := stream.read(min(_CHUNK, file.bytes + 1 - size))):
            digest.update(chunk)
            size += len(chunk)
    return size, digest.hexdigest()


def _unlisted(folder: Folder, listed: set[str], tell: Teller) -> Iterator[Finding]:
    """Yield a finding for all that lies in the folder and is not listed."""
    for path, kind in folder.entries():
        if path in listed or path == MANIFEST:
            continue
        if kind == "link":
            if not _leads_to_listed(path, listed):
                message = f"{shown(path)} is a link, and {MANIFEST} does not list it; it is not followed"
                yield tell.finding(path_outside_dataset.RULE, path, message, "remove it")
        else:
            what = " is a pipe or a device, and" if kind == "other" else ""
            message = f"{shown(path)}{what} is not of the dataset: {MANIFEST} does not list it"
            yield tell.finding(dataset_file_unlisted.RULE, path, message, "move it elsewhere")


def _leads_to_listed(path: str, listed: set[str]) -> bool:
    """Return whether files are listed that lie behind a link to a folder: those are told already."""
    return any(one.startswith(f"{path}/") for one in listed)
