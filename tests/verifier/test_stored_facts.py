"""What verifying stores of a copy is what pinning records of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite import load
from pincite.cli.pinning.pins import pins
from pincite.verifier.documents.source_folders import SourceFolders
from pincite.verifier.documents.to_store import to_write
from pincite.verifier.documents.walk import verify_document
from pincite.verifier.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

LOG = "The clock was silent for sixteen days, and nobody missed it.\n"
PAGE = f"<html><body><p>{LOG}</p></body></html>"
FRENCH = (
    LOG
    + "L'horloge était arrêtée depuis l'été, et personne ne s'en était aperçu à la maison du passeur.\n" * 9
)
DOCUMENT = """pincite: "1.0"
article: {{title: The clock of the ferry house, language: en}}
sources:
  - {{id: log, type: book, title: Log, copies: [{{path: {name}}}]}}
quotations:
  - {{id: q1, text: The clock was silent for sixteen days, citations: [{{source: log}}]}}
"""


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("log.txt", LOG.encode(), "text/plain"),
        ("log.md", LOG.encode(), "text/markdown"),
        ("log.xhtml", PAGE.encode(), "application/xhtml+xml"),
        ("log.html", PAGE.encode(), "text/html"),
        ("log.txt", FRENCH.encode("cp1252"), "text/plain"),
        ("log", LOG.encode(), "text/plain"),
    ],
)
def test_both_record_the_same_of_a_file(name: str, content: bytes, media_type: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "a.pincite.yaml").write_text(DOCUMENT.format(name=name), "utf-8")
    document = load(str(tmp_path / "a.pincite.yaml"))
    [pin] = pins(document)
    found = to_write(document, verify_document(document, Shelf(), SourceFolders(())))
    stored = {one.pointer.rpartition("/")[2]: one.value for one in found if "/copies/" in one.pointer}
    assert stored == pin.missing
    assert stored["media_type"] == media_type


def test_nothing_is_recorded_of_a_folder_of_pages(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "p1.txt").write_text(LOG, "utf-8")
    (tmp_path / "a.pincite.yaml").write_text(DOCUMENT.format(name="log"), "utf-8")
    document = load(str(tmp_path / "a.pincite.yaml"))
    found = list(to_write(document, verify_document(document, Shelf(), SourceFolders(()))))
    assert [one.pointer for one in found] == ["/quotations/0/citations/0/passage"]
    assert [dict(pin.missing) for pin in pins(document)] == [{}]
