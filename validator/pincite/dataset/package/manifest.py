"""The manifest: what a dataset is, what it was made by, and which files it has."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite import __version__
from pincite.dataset.about import About
from pincite.dataset.package.files import File
from pincite.dataset.package.layout import MANIFEST
from pincite.reading.limits import MAX_BYTES
from pincite.reading.opening import open_regular, reason
from pincite.schemas import schema
from pincite.structure.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from pincite.model.json_value import JsonObject

FORM = "1.0"
"""The version of the layout of datasets."""
SEAL = "sha256"
"""The member of a manifest that holds its own digest."""


class NoDatasetError(Exception):
    """A folder is no dataset, or one that this program does not read; the text says why."""


class Manifest(NamedTuple):
    """What a manifest says; ``made_with`` are the options that decide what is in the dataset, ``counts`` how much it has."""

    about: About
    made_with: Mapping[str, object]
    counts: Mapping[str, int]
    files: tuple[File, ...]
    tool: str = __version__

    def text(self) -> str:
        """Return the manifest as JSON; its last member is the digest of all before it."""
        told: JsonObject = {
            "pincite_dataset": FORM,
            "tool": {"name": "pincite", "version": self.tool},
            "about": self.about.as_json(),
            "made_with": cast("JsonObject", self.made_with),
            "counts": cast("JsonObject", self.counts),
            "files": [cast("JsonObject", one._asdict()) for one in self.files],
        }
        return sealed_text(told)


def sealed_text(told: JsonObject) -> str:
    """Return the text of a manifest that says what is *told*, with the digest of that as its last member.

    No other file has the manifest's digest, which is written last; so it has its own: the SHA-256 of its text (UTF-8) as it
    would be without that member.
    """
    digest = sha256(_text(told).encode("utf-8", "backslashreplace")).hexdigest()
    return _text({**told, SEAL: digest})


def is_sealed(data: JsonObject, content: bytes) -> bool:
    """Return whether the manifest in some data has the digest of all else in it, and is written as the *content*."""
    told = {name: value for name, value in data.items() if name != SEAL}
    try:
        return sealed_text(told).encode("utf-8", "backslashreplace") == content
    except (RecursionError, ValueError):
        return False


NOT_SEALED = f"is not the one that was written: its digest under '{SEAL}' is not that of all else in it"
"""What is said of a manifest that is not sealed."""


def _text(told: JsonObject) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a dataset, whatever its own digest; raises NoDatasetError."""
    return _read(folder)[0]


def read_with_digest(folder: Path) -> tuple[Manifest, str]:
    """Return the manifest of a dataset, which is as it was written, and the digest (SHA-256) of its file; raises NoDatasetError."""
    manifest, data, content = _read(folder)
    if not is_sealed(data, content):
        raise NoDatasetError(f"{folder / MANIFEST} {NOT_SEALED}; the dataset is damaged")
    return manifest, sha256(content).hexdigest()


def _read(folder: Path) -> tuple[Manifest, JsonObject, bytes]:
    content = _content(folder)
    path = folder / MANIFEST
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise NoDatasetError(f"{path} is no JSON") from None
    try:
        return manifest_in(data), data, content
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NoDatasetError(f"{path} is not the manifest of a dataset of version {FORM}") from None


def _content(folder: Path) -> bytes:
    path = folder / MANIFEST
    if not folder.is_dir():
        raise NoDatasetError(f"there is no folder {folder}")
    try:
        with open_regular(str(path)) as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise NoDatasetError(f"{folder} is no dataset: it has no {MANIFEST}, which is written last") from None
    except OSError as error:
        raise NoDatasetError(f"{path} cannot be read: {reason(error)}") from None
    if len(content) > MAX_BYTES:
        raise NoDatasetError(
            f"{path} has more than {MAX_BYTES // 1024 // 1024} MiB, the most that is read at once"
        )
    return content


def manifest_in(data: JsonObject) -> Manifest:
    """Return the manifest in JSON data; raises KeyError, TypeError or ValueError for data of another kind."""
    if str(data["pincite_dataset"]).partition(".")[0] != FORM.partition(".")[0]:
        raise ValueError
    if not Gate(schema("dataset")).accepts(data):
        raise ValueError
    found = cast("Any", data)  # it has the members that the schema asks for
    return Manifest(
        About.of(found["about"]),
        found["made_with"],
        {name: int(value) for name, value in found["counts"].items()},
        tuple(File(one["path"], int(one["bytes"]), one["sha256"]) for one in found["files"]),
        found["tool"]["version"],
    )
