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

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

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


def _text(told: JsonObject) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a dataset; raises NoDatasetError."""
    return read_with_digest(folder)[0]


def read_with_digest(folder: Path) -> tuple[Manifest, str]:
    """Return the manifest of a dataset, and the digest (SHA-256) of its file; raises NoDatasetError."""
    content = _content(folder)
    path = folder / MANIFEST
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise NoDatasetError(f"{path} is no JSON") from None
    try:
        return manifest_in(data), sha256(content).hexdigest()
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
    files = data["files"]
    about, made_with, counts, tool = data["about"], data["made_with"], data["counts"], data["tool"]
    if not (isinstance(files, list) and isinstance(about, dict) and isinstance(tool, dict)):
        raise TypeError
    if not (isinstance(made_with, dict) and isinstance(counts, dict)):
        raise TypeError
    listed = [
        File(str(one["path"]), int(str(one["bytes"])), str(one["sha256"]))
        for one in files
        if isinstance(one, dict)
    ]
    return Manifest(
        About.of(about),
        made_with,
        {name: int(str(value)) for name, value in counts.items()},
        tuple(listed),
        str(tool["version"]),
    )
