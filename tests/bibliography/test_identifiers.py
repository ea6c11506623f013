"""Identifiers and languages as other programs write them: every format reads the same."""

from __future__ import annotations

import json
from typing import cast

import pytest

from pincite.bibliography import read
from pincite.bibliography.identifiers import identified

FORMATS = ["csl-json", "bibtex", "biblatex", "ris"]
TAGS = {"doi": "DO", "isbn": "SN", "issn": "SN", "url": "UR", "language": "LA"}
FIELDS = {"doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "url": "URL", "language": "language"}

WRITTEN = [
    ("doi", "10.1000/x(1)", "10.1000/x(1)"),
    ("doi", "https://doi.org/10.1000/x", "10.1000/x"),
    ("doi", "http://dx.doi.org/10.1000/x", "10.1000/x"),
    ("doi", "doi.org/10.1000/x", "10.1000/x"),
    ("doi", "DOI: 10.1000/x", "10.1000/x"),
    ("doi", "see 10.1000/x", ""),
    ("isbn", "978-0-306-40615-7", "978-0-306-40615-7"),
    ("isbn", "978 0 306 40615 7", "978-0-306-40615-7"),
    ("isbn", "0-8044-2957-x", "0-8044-2957-X"),
    ("isbn", "9780306406157 (cloth), 0306406152", "9780306406157"),
    ("isbn", "none", ""),
    ("issn", "2049-3630", "2049-3630"),
    ("issn", "20493630", "2049-3630"),
    ("issn", "2049-363x; 0317-8471", "2049-363X"),
    ("issn", "2049", ""),
    ("url", "https://example.org/a?b=c", "https://example.org/a?b=c"),
    ("url", "www.example.org", ""),
    ("language", "en-GB", "en-GB"),
    ("language", "en_GB", "en-GB"),
    ("language", "Hungarian", "hu"),
    ("language", "ngerman", "de"),
    ("language", "Latin", "la"),
    ("language", "Bellish", ""),
]


def written(format_: str, member: str, text: str) -> str:
    """Return a file with one source that has a value in the field of a member."""
    if format_ == "ris":
        return f"TY  - JOUR\nID  - a\nTI  - Bells\n{TAGS[member]}  - {text}\nER  - \n"
    if format_ == "csl-json":
        return json.dumps([{"id": "a", "type": "book", "title": "Bells", FIELDS[member]: text}])
    return f"@book{{a, title = {{Bells}}, {member} = {{{text.replace('_', chr(92) + '_')}}}}}"


@pytest.mark.parametrize(("member", "text", "value"), WRITTEN)
@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_reads_the_same(format_: str, member: str, text: str, value: str) -> None:
    listed = read(format_, written(format_, member, text))
    assert cast("dict[str, str]", listed.sources[0]).get(member, "") == value
    assert bool(value) or len(listed.remarks) == 1


@pytest.mark.parametrize("member", FIELDS)
def test_no_text_is_too_long(member: str) -> None:
    for text in ("1" * 1_000_000, "1 - " * 250_000, "doi:" * 250_000, "(" * 1_000_000, ""):
        assert identified(member, text).first == ""
