"""What is recorded of a file: its media type by name and first bytes, and its digest."""

from __future__ import annotations

import pytest

from pincite.model.media_types import WORD, XHTML, facts_of_file, media_type_of, type_of_name


@pytest.mark.parametrize(
    ("name", "seen", "expected"),
    [
        ("log.txt", "text/plain", "text/plain"),
        ("log.txt", None, "text/plain"),
        ("log.md", None, "text/markdown"),
        ("log.md", "text/plain", "text/markdown"),
        ("log.html", "text/plain", "text/html"),
        ("log.xhtml", "text/html", XHTML),
        ("log.xhtml", "text/plain", XHTML),
        ("log.docx", "application/zip", WORD),
        ("log.docx", "text/plain", "text/plain"),
        ("log.pdf", "text/plain", "text/plain"),
        ("log.txt", "image/png", "image/png"),
        ("log", None, None),
        ("v1.txt/log", None, None),
        ("log.dat", "application/pdf", "application/pdf"),
        ("log.png", None, None),
    ],
)
def test_the_name_counts_where_it_says_more_than_the_bytes(
    name: str, seen: str | None, expected: str | None
) -> None:
    assert media_type_of(name, seen) == expected


def test_what_is_not_known_is_not_recorded() -> None:
    assert facts_of_file("log", None, "ab") == {"sha256": "ab"}
    assert facts_of_file("log.txt", None, None) == {"media_type": "text/plain"}
    assert type_of_name("LOG.PDF") == "application/pdf"
