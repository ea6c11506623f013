"""Concern: the manifest can be read, is the one that was written, and lists files as a dataset has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from unicodedata import normalize

from pincite.dataset.checking.file_errors import FileFaultError
from pincite.dataset.checking.folder import fault_of
from pincite.dataset.checking.telling import shortened, shown
from pincite.dataset.package.layout import CHECKSUMS, DOCUMENTS, FINDINGS, INPUTS, MANIFEST, table_file
from pincite.dataset.package.manifest import FORM, NOT_SEALED, is_sealed, manifest_in
from pincite.dataset.rules import (
    dataset_file_changed,
    dataset_file_missing,
    dataset_key_repeated,
    manifest_unreadable,
    path_outside_dataset,
)
from pincite.dataset.tables import TABLES
from pincite.reading.limits import MAX_BYTES
from pincite.reading.opening import reason
from pincite.schemas import schema
from pincite.structure.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.checking.folder import Folder
    from pincite.dataset.checking.state import State
    from pincite.dataset.checking.telling import Teller
    from pincite.dataset.package.manifest import Manifest
    from pincite.model.finding import Finding
    from pincite.model.json_value import Json, JsonObject

_UNFINISHED = "a folder without one is no dataset, or an unfinished one: build it again"
ALWAYS = (DOCUMENTS, INPUTS, FINDINGS, CHECKSUMS, *(table_file(one, ending).as_posix() for one in TABLES for ending in ("parquet", "csv")))  # fmt: skip
"""Files that every dataset has."""


def read(folder: Folder, tell: Teller) -> Manifest | Finding:
    """Return the manifest of a dataset, or the finding that says why there is none."""
    if folder.kind(MANIFEST) == "link":
        message = f"{MANIFEST} is a link, and is not followed"
        return tell.finding(path_outside_dataset.RULE, MANIFEST, message, "put the file itself there")
    try:
        content, data = _read(folder)
    except _UnreadableError as error:
        hint = _UNFINISHED if folder.kind(MANIFEST) == "absent" else None
        return tell.finding(manifest_unreadable.RULE, MANIFEST, str(error), hint)
    if not is_sealed(data, content):
        message = f"{MANIFEST} {NOT_SEALED}"
        hint = "take it from where the dataset came from, or build the dataset again"
        return tell.finding(dataset_file_changed.RULE, MANIFEST, message, hint)
    return manifest_in(data)


class _UnreadableError(Exception):
    """A manifest cannot be read; the text says why."""


def _read(folder: Folder) -> tuple[bytes, JsonObject]:
    """Return the bytes of the manifest and its data, which keep to the schema. Raises _UnreadableError."""
    if folder.kind(MANIFEST) == "absent":
        raise _UnreadableError(f"there is no {MANIFEST}, which is written last")
    try:
        with folder.opened(MANIFEST) as stream:
            content = stream.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise _UnreadableError(
                f"{MANIFEST} has more than {MAX_BYTES // 1024 // 1024} MiB, the most that is read at once"
            )
        data: Json = json.loads(content.decode("utf-8"))
    except FileFaultError as error:
        raise _UnreadableError(error.why) from None
    except OSError as error:
        raise _UnreadableError(f"{MANIFEST} cannot be read: {reason(error)}") from None
    except (ValueError, RecursionError) as error:
        why = "it is nested too deeply" if isinstance(error, RecursionError) else shortened(str(error))
        raise _UnreadableError(f"{MANIFEST} is no JSON in UTF-8: {why}") from None
    fault = _fault(data)
    if fault is not None or not isinstance(data, dict):
        raise _UnreadableError(fault or f"{MANIFEST} is no JSON object")
    return content, data


def _fault(data: Json) -> str | None:
    """Return why data are not those of a manifest that this program reads."""
    version = data.get("pincite_dataset") if isinstance(data, dict) else None
    if isinstance(version, str) and version.partition(".")[0] != FORM.partition(".")[0]:
        return f"{MANIFEST} is of version {shown(version)}; this program reads {FORM}"
    if Gate(schema("dataset")).accepts(data):
        return None
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - only where something is wrong

    errors = Draft202012Validator(schema("dataset")).iter_errors(data)
    first = min(((one.json_path, one.message) for one in errors), default=None)
    if first is None:
        return f"{MANIFEST} does not keep to dataset.schema.json"
    return f"{MANIFEST} does not keep to dataset.schema.json: {shortened(first[0])}: {shortened(first[1])}"


def findings(state: State) -> Iterator[Finding]:
    """Yield what is wrong with the list of files."""
    listed: set[str] = set()
    folded: dict[str, str] = {}
    for one in state.manifest.files:
        fault = fault_of(one.path)
        if fault is not None:
            message = f"{MANIFEST} lists {shown(one.path)}, which is no path in a dataset: {fault}"
            yield state.tell.finding(
                path_outside_dataset.RULE, MANIFEST, message, "paths count from the dataset's folder"
            )
            continue
        other = folded.setdefault(normalize("NFC", one.path.casefold()), one.path)
        if one.path in listed:
            message = f"{MANIFEST} lists {shown(one.path)} twice"
            yield state.tell.finding(dataset_key_repeated.RULE, MANIFEST, message)
        elif other != one.path:
            message = f"{MANIFEST} lists {shown(one.path)} and {shown(other)}, of which many systems keep one"
            yield state.tell.finding(
                dataset_key_repeated.RULE, MANIFEST, message, "names differ in more than letter case"
            )
        listed.add(one.path)
    for path in ALWAYS:
        if path not in listed:
            message = f"{MANIFEST} does not list {path}, which every dataset has"
            yield state.tell.finding(dataset_file_missing.RULE, MANIFEST, message)
