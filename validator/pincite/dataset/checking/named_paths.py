"""Concern: what describes the dataset for others names its files alone, with the digests that they have.

Which files a document names is known here, too.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pincite.dataset.checking.folder import fault_of
from pincite.dataset.checking.telling import shown
from pincite.dataset.describing import descriptors
from pincite.dataset.describing.named import Named
from pincite.dataset.package.layout import CHECKSUMS, MANIFEST
from pincite.dataset.rules import (
    dataset_file_missing,
    dataset_line_malformed,
    dataset_parts_disagree,
    path_outside_dataset,
)
from pincite.reading.limits import MAX_BYTES
from pincite.reading.opening import reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.dataset.checking.folder import Folder
    from pincite.dataset.checking.state import State
    from pincite.dataset.checking.telling import Teller
    from pincite.dataset.package.files import File
    from pincite.model.finding import Finding
    from pincite.model.json_value import Json

_LINE = re.compile(r"([0-9a-f]{64})  ([^\n]+)")


def findings(state: State) -> Iterator[Finding]:
    """Yield what is wrong with the paths in descriptors and checksums; only those are read that are sound. Raises FileFaultError."""
    files, tell = state.listed, state.tell
    if CHECKSUMS in state.sound:
        yield from _checksums(state.folder, files, tell)
    for descriptor, paths_of in ((path, of) for one in descriptors() for path, of in one.NAMED.items()):
        if descriptor in state.sound:
            try:
                with state.folder.opened(descriptor) as stream:
                    data: Json = json.loads(stream.read(MAX_BYTES))
                named = list(paths_of(data))
            except (OSError, ValueError, RecursionError) as error:
                why = reason(error) if isinstance(error, (OSError, ValueError)) else "it is nested too deeply"
                yield tell.finding(dataset_line_malformed.RULE, descriptor, f"{descriptor} is no JSON: {why}")
                continue
            for one in named:
                yield from _faults(one, descriptor, files, tell)


def _checksums(folder: Folder, files: Mapping[str, File], tell: Teller) -> Iterator[Finding]:
    told: set[str] = set()
    with folder.opened(CHECKSUMS) as stream:
        number = 0
        while line := stream.readline(MAX_BYTES):
            number += 1
            found = _LINE.fullmatch(line.decode("utf-8", "replace").removesuffix("\n"))
            if found is None:
                message = f"line {number} of {CHECKSUMS} is not a digest, two spaces and a path"
                yield tell.finding(dataset_line_malformed.RULE, CHECKSUMS, message, line=number)
                continue
            told.add(found[2])
            yield from _faults(Named(found[2], found[1], number), CHECKSUMS, files, tell)
    for path in sorted(one for one in files.keys() - told - {CHECKSUMS} if fault_of(one) is None):
        message = f"{CHECKSUMS} does not list {shown(path)}, and {MANIFEST} does"
        yield tell.finding(dataset_parts_disagree.RULE, CHECKSUMS, message)


def _faults(one: Named, where: str, files: Mapping[str, File], tell: Teller) -> Iterator[Finding]:
    fault = fault_of(one.path)
    if fault is not None:
        message = f"{where} names {shown(one.path)}, which is no path in a dataset: {fault}"
        hint = "paths count from the dataset's folder"
        yield tell.finding(path_outside_dataset.RULE, where, message, hint, line=one.line)
    elif one.path not in files:
        message = f"{where} names {shown(one.path)}, which {MANIFEST} does not list"
        yield tell.finding(dataset_file_missing.RULE, where, message, line=one.line)
    elif one.sha256 is not None and one.sha256 != files[one.path].sha256:
        message = f"{where} gives {one.path} the digest {shown(one.sha256)}, and {MANIFEST} {files[one.path].sha256}"
        yield tell.finding(dataset_parts_disagree.RULE, where, message, line=one.line)


def named_in_document(data: object) -> Iterator[str]:
    """Yield the paths of files that a document names, whatever else it may be."""
    if not isinstance(data, dict):
        return
    article = data.get("article")
    holders: list[object] = []
    if isinstance(article, dict):
        holders += [article.get("text"), article.get("original")]
    for source in _items(data.get("sources")):
        holders += _items(source.get("copies")) if isinstance(source, dict) else []
    holders += _items(data.get("images"))
    for one in holders:
        path = one.get("path") if isinstance(one, dict) else None
        if isinstance(path, str):
            yield path
    for catalogue in _items(data.get("catalogues")):
        path = catalogue.get("path") if isinstance(catalogue, dict) else catalogue
        if isinstance(path, str):
            yield path


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []
