"""A small dataset for what checks it, and ways to damage one so that the manifest does not tell."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from pincite.dataset.assembling.tables import write_table
from pincite.dataset.building.build import Plan, build
from pincite.dataset.checking.check import check_dataset
from pincite.dataset.package.files import file_of, paths_in
from pincite.dataset.package.layout import CHECKSUMS, DOCUMENTS, INPUTS, MANIFEST, table_file
from pincite.dataset.package.manifest import Manifest, read_manifest, sealed_text
from pincite.dataset.policy import Policy
from pincite.dataset.tables import BY_NAME
from pincite.dataset.tables.arrow import batch_of
from tests.dataset.png import png

if TYPE_CHECKING:
    from collections.abc import Callable

DESCRIPTORS = ("datapackage.json", "croissant.json", "ro-crate-metadata.json")
"""What repeats digests of other files, in the order in which they know each other."""
SOURCE = """\
  - id: book
    type: book
    title: Signals of the Inner Sound
    authors: [{family: Ferris, given: Ada}]
    date: "1912"
    publisher: Quay Press
    publisher_place: Ellery
    language: en
"""
CLOCK = f"""\
pincite: "1.0"
id: https://example.org/articles/harbour-clock
article:
  title: The harbour clock
  date: "2021-04-02"
  url: https://example.org/articles/harbour-clock
  language: en
  license: CC0-1.0
  redistribution: full
  text:
    content: |
      Ferris writes: “The clock struck six times.” A dial hangs there still. She adds: “It is true that the bell was silent.” So it stood.
sources:
{SOURCE}  - id: chapter
    type: chapter
    title: Of clocks
    authors: [{{family: Ferris, given: Ada}}]
    date: "1912"
    language: en
    container: {{source: book, relation: chapter_of, locator: {{page: 10-40}}}}
quotations:
  - id: strokes
    text: The clock struck six times.
    display: inline
    citations: [{{source: chapter, locator: {{page: "12"}}, images: [page]}}]
  - id: silent
    text: It is true that the bell was silent.
    display: inline
    citations: [{{source: chapter, locator: {{page: "13"}}, images: [page]}}]
claims:
  - id: hangs
    text: A dial hangs there still.
    evidence: [strokes]
  - id: stood
    text: So it stood.
    evidence: [silent]
relations:
  - {{type: qualifies, from: strokes, to: silent, asserted_by: article}}
images:
  - id: page
    role: evidence
    path: page.png
    credit: Ada Ferris
    license: CC0-1.0
    alt: {{text: Two lines in a narrow column}}
"""
BELL = f"""\
pincite: "1.0"
id: https://example.org/articles/ferry-bell
article:
  title: The bell of the ferry
  date: "2022-05-03"
  url: https://example.org/articles/ferry-bell
  language: en
  license: CC0-1.0
  redistribution: full
sources:
{SOURCE}quotations:
  - id: rang
    text: The bell rang at noon.
    display: inline
    citations: [{{source: book, locator: {{page: "30"}}}}]
claims:
  - id: noon
    text: Noon was rung.
    evidence: [rang]
"""


def built(out: Path, policy: Policy = Policy()) -> Path:  # noqa: B008 - never changed
    """Build a dataset of two documents, which share a source, and return its folder."""
    documents = out.with_name(f"{out.name}-documents")
    documents.mkdir()
    (documents / "clock.pincite.yaml").write_text(CLOCK, "utf-8")
    (documents / "bell.pincite.yaml").write_text(BELL, "utf-8")
    (documents / "page.png").write_bytes(png(0, width=40, height=30))
    build(Plan(documents, ("bell.pincite.yaml", "clock.pincite.yaml"), policy), out)
    return out


def told(folder: Path, *, documents: bool = True) -> list[str]:
    """Return what a check tells, a line a finding, with paths from the dataset's folder."""
    report = check_dataset(str(folder), documents=documents)
    return [
        f"{Path(one.path).relative_to(folder).as_posix()}"
        f"{f':{one.place.line}' if one.place else ''} {one.code} {one.message}"
        for one in report.findings
    ]


def found(folder: Path, *, documents: bool = True) -> set[str]:
    """Return where a check finds what: paths, lines and codes."""
    return {" ".join(line.split(" ")[:2]) for line in told(folder, documents=documents)}


def reseal(folder: Path, **counts: int) -> None:
    """Make the digests in descriptors, checksums and manifest anew, so that they fit the files as they are."""
    before = read_manifest(folder)
    old = {one.path: one.sha256 for one in before.files}
    left_out = {MANIFEST, CHECKSUMS, *DESCRIPTORS}
    files = {path: file_of(folder, path) for path in paths_in(folder) if path not in left_out}
    for name in DESCRIPTORS:
        text = (folder / name).read_text("utf-8")
        for path, file in files.items():
            text = text.replace(old.get(path, file.sha256), file.sha256)
        (folder / name).write_text(text, "utf-8")
        files[name] = file_of(folder, name)
    text = "".join(f"{files[path].sha256}  {path}\n" for path in sorted(files))
    (folder / CHECKSUMS).write_text(text, "utf-8")
    files[CHECKSUMS] = file_of(folder, CHECKSUMS)
    listed = tuple(files[path] for path in sorted(files))
    manifest = Manifest(before.about, before.made_with, {**before.counts, **counts}, listed)
    (folder / MANIFEST).write_text(manifest.text(), "utf-8")


def relist(folder: Path, path: str) -> None:
    """Let the manifest list a file as it is, and nothing else."""
    told = file_of(folder, path)._asdict()
    edit_manifest(
        folder,
        lambda one: one.update(files=[told if file["path"] == path else file for file in one["files"]]),
    )


def edit_manifest(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change what the manifest says, and give it the digest that fits."""
    path = folder / MANIFEST
    data = json.loads(path.read_bytes())
    change(data)
    data.pop("sha256")
    path.write_text(sealed_text(data), "utf-8")


def edit_table(folder: Path, name: str, change: Callable[[list[dict[str, Any]]], object]) -> None:
    """Change the rows of a table in both its forms."""
    table = BY_NAME[name]
    parquet, csv = (folder / table_file(table, ending) for ending in ("parquet", "csv"))
    rows = pq.read_table(parquet).to_pylist()
    change(rows)
    cells = [tuple(row[column.name] for column in table.columns) for row in rows]
    write_table(table, [batch_of(table, cells)], parquet, csv)
    reseal(folder, **{name: len(rows)})


def edit_documents(folder: Path, change: Callable[[list[str]], object]) -> None:
    """Change the lines of the documents, and of where they came from their digests."""
    path = folder / DOCUMENTS
    lines = path.read_text("utf-8").splitlines()
    change(lines)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    origins = [json.loads(line) for line in (folder / INPUTS).read_text("utf-8").splitlines()]
    for origin, line in zip(origins, lines, strict=False):
        origin["sha256"] = sha256(line.encode()).hexdigest()
    text = "".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n" for one in origins)
    (folder / INPUTS).write_text(text, "utf-8")
    reseal(folder)
