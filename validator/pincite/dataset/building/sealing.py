"""A dataset that has all its data is described, its files are counted up, and the manifest is written last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.describing import descriptor_files
from pincite.dataset.describing.facts import Facts
from pincite.dataset.package.files import File, file_of, files_in
from pincite.dataset.package.layout import CHECKSUMS, MANIFEST
from pincite.dataset.package.manifest import Manifest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pincite.dataset.about import About


def seal(folder: Path, about: About, made_with: Mapping[str, object], counts: Mapping[str, int]) -> None:
    """Write all that is said of a dataset, and its manifest. Raises OSError."""
    files = {one.path: one for one in files_in(folder)}

    def add(path: str, text: str) -> None:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8", "backslashreplace"))
        files[path] = file_of(folder, path)

    for path, text in descriptor_files(lambda: Facts(folder, about, made_with, counts, _sorted(files))):
        add(path, text)
    add(CHECKSUMS, "".join(f"{one.sha256}  {one.path}\n" for one in _sorted(files)))
    manifest = Manifest(about, made_with, counts, _sorted(files))
    (folder / MANIFEST).write_bytes(manifest.text().encode("utf-8", "backslashreplace"))


def _sorted(files: Mapping[str, File]) -> tuple[File, ...]:
    return tuple(files[path] for path in sorted(files))
